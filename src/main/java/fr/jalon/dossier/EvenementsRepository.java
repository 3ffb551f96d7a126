package fr.jalon.dossier;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface EvenementsRepository extends JpaRepository<EvenementDossier, UUID> {

    List<EvenementDossier> findByDossierIdOrderByQuandDescIdDesc(UUID dossierId);
}
