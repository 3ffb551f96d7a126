package fr.jalon.prescription;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PropositionsRepository extends JpaRepository<Proposition, UUID> {

    List<Proposition> findByDossierIdOrderByRang(UUID dossierId);

    Optional<Proposition> findFirstByDossierIdOrderByRangDesc(UUID dossierId);

    List<Proposition> findByPersonneIdOrderByProposeeLeDesc(UUID personneId);

    List<Proposition> findByConsentementIdAndOuverteIsNotNull(UUID consentementId);

    List<Proposition> findByOuverteIsNotNull();

    List<Proposition> findByOrganismeOrderByProposeeLeDesc(String organisme);
}
