package fr.jalon.agent;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ComptesRepository extends JpaRepository<Compte, UUID> {

    Optional<Compte> findByIdentifiant(String identifiant);

    List<Compte> findByAntenneAndActifTrueOrderByNom(String antenne);
}
