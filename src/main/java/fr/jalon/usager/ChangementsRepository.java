package fr.jalon.usager;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ChangementsRepository extends JpaRepository<Changement, UUID> {

    List<Changement> findByPersonneIdOrderByQuandDesc(UUID personneId);
}
