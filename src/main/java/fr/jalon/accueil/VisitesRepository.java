package fr.jalon.accueil;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface VisitesRepository extends JpaRepository<Visite, UUID> {

    List<Visite> findByAntenneAndJourOrderByNumeroDesc(String antenne, LocalDate jour);

    @Query("select v from Visite v where v.personneId = :personne and v.annuleeLe is null order by v.commenceeLe desc")
    List<Visite> dePersonne(UUID personne, Limit limite);

    @Query("select v.id from Visite v where v.personneId = :personne and v.antenne = :antenne and v.jour = :jour"
            + " and v.issue = fr.jalon.accueil.IssueVisite.DOSSIER and v.dossierId is null and v.annuleeLe is null"
            + " order by v.commenceeLe desc limit 1")
    Optional<UUID> quiOuvreUnDossier(UUID personne, String antenne, LocalDate jour);

    /** Without a new version: the receipt already printed stays the right one. */
    @Modifying
    @Query("update Visite v set v.dossierId = :dossier where v.id = :visite")
    void relier(UUID visite, UUID dossier);

    /** Visits without any outcome, before today and not too long ago. */
    @Query("select v from Visite v where v.antenne = :antenne and v.jour between :du and :au and v.issue is null"
            + " and v.annuleeLe is null order by v.commenceeLe desc")
    List<Visite> sansSuite(String antenne, LocalDate du, LocalDate au, Limit limite);

    /** Visits kept long enough. */
    @Query("select v.id from Visite v where v.effaceeLe is null and v.jour < :avant")
    List<UUID> aEffacer(LocalDate avant, Limit limite);
}
