package fr.jalon.piece;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface FichiersRepository extends JpaRepository<FichierRecu, UUID> {

    List<FichierRecu> findByDossierIdOrderByRecuLeDesc(UUID dossierId);

    List<FichierRecu> findTop20ByAnalyseOrderByRecuLeDesc(Analyse analyse);
}
