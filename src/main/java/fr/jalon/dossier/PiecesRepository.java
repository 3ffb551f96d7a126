package fr.jalon.dossier;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PiecesRepository extends JpaRepository<PieceAttendue, UUID> {

    List<PieceAttendue> findByDossierIdOrderByRang(UUID dossierId);

    Optional<PieceAttendue> findByDossierIdAndType(UUID dossierId, String type);
}
