package fr.jalon.dossier;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface NotesRepository extends JpaRepository<Note, UUID> {

    List<Note> findByDossierIdOrderByQuandDesc(UUID dossierId);
}
