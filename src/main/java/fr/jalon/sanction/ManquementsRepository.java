package fr.jalon.sanction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ManquementsRepository extends JpaRepository<Manquement, UUID> {

    List<Manquement> findByPersonneIdAndDecisionAndDecideeLeGreaterThanEqual(
            UUID personneId, DecisionSanction decision, Instant depuis);

    List<Manquement> findByPersonneIdOrderByDecideeLeDesc(UUID personneId);
}
