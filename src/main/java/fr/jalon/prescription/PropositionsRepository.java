package fr.jalon.prescription;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PropositionsRepository extends JpaRepository<Proposition, UUID> {

    List<Proposition> findByDossierIdOrderByRang(UUID dossierId);

    Optional<Proposition> findFirstByDossierIdOrderByRangDesc(UUID dossierId);

    List<Proposition> findByPersonneIdOrderByProposeeLeDesc(UUID personneId);

    List<Proposition> findByConsentementIdAndOuverteIsNotNull(UUID consentementId);

    List<Proposition> findByConsentementId(UUID consentementId);

    List<Proposition> findByOuverteIsNotNull();

    List<Proposition> findByOrganismeAndEtatInOrderByProposeeLeDesc(
            String organisme, Collection<EtatProposition> etats, Pageable page);

    @Query("select distinct p.offreId from Proposition p where p.offreId in :offres")
    Set<UUID> offresNommees(Collection<UUID> offres);

    @Query("select p.etat, count(p) from Proposition p where p.organisme = :organisme group by p.etat")
    List<Object[]> compter(String organisme);
}
