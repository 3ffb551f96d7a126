package fr.jalon.agent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface JetonsRepository extends JpaRepository<Jeton, UUID> {

    Optional<Jeton> findByEmpreinteAndRevoqueLeIsNull(String empreinte);

    List<Jeton> findByCompteIdAndRevoqueLeIsNullOrderByCreeLe(UUID compteId);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update Jeton j set j.revoqueLe = :quand where j.compteId = :compte and j.revoqueLe is null")
    int revoquerTous(UUID compte, Instant quand);
}
