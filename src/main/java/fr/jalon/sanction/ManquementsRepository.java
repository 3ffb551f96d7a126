package fr.jalon.sanction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ManquementsRepository extends JpaRepository<Manquement, UUID> {

    boolean existsByPersonneIdAndDecisionAndDecideeLeAfter(UUID personneId, DecisionSanction decision, Instant apres);

    List<Manquement> findByPersonneIdOrderByDecideeLeDesc(UUID personneId);
}
