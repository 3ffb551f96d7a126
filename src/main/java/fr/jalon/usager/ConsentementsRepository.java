package fr.jalon.usager;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ConsentementsRepository extends JpaRepository<Consentement, UUID> {

    List<Consentement> findByPersonneIdOrderByDonneLeDesc(UUID personneId);
}
