package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Moments;
import fr.jalon.commun.Textes;
import fr.jalon.decision.EvaluationsDesDossiers;
import fr.jalon.usager.PersonneModifiee;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The version of the facts of a dossier, and the version that each of its results was made from: a result never outlives its facts.
 * A result is a code of its dispositif, for example {@code ELIGIBILITE}. Time moves some facts by itself ({@link FaitQuiPasse}): a result
 * is out of date from the day on which one of them would make another.
 */
@Service
@Transactional
public class FaitsDuDossier {

    private static final String NAISSANCE = "dateNaissance";

    private final Dossiers dossiers;
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate nommes;
    private final Horloge horloge;
    private final EvaluationsDesDossiers evaluations;
    private final ApplicationEventPublisher evenements;
    private final ObjectProvider<FaitQuiPasse> faitsQuiPassent;
    private final ObjectProvider<NaissanceComptee> naissances;

    FaitsDuDossier(
            Dossiers dossiers,
            JdbcTemplate jdbc,
            Horloge horloge,
            EvaluationsDesDossiers evaluations,
            ApplicationEventPublisher evenements,
            ObjectProvider<FaitQuiPasse> faitsQuiPassent,
            ObjectProvider<NaissanceComptee> naissances) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.nommes = new NamedParameterJdbcTemplate(jdbc);
        this.horloge = horloge;
        this.evaluations = evaluations;
        this.evenements = evenements;
        this.faitsQuiPassent = faitsQuiPassent;
        this.naissances = naissances;
    }

    /** The version of the facts as they stand, from 1. */
    @Transactional(readOnly = true)
    public int version(UUID dossierId) {
        Integer version =
                jdbc.queryForObject("select version_faits from dossier where id = ?", Integer.class, dossierId);
        return version == null ? 1 : version;
    }

    /**
     * Says that facts changed, after they were written.
     *
     * @param lue version that the author had read, null when it replaces nothing that somebody else could have written
     * @param quoi what changed, in French
     * @return the new version
     * @throws Conflit when somebody changed the facts since they were read: nothing may be written
     */
    public int changer(UUID dossierId, Integer lue, String quoi, Agent auteur) {
        int avant = version(dossierId);
        int ecrites = lue != null && lue != avant
                ? 0
                : jdbc.update(
                        "update dossier set version_faits = version_faits + 1 where id = ? and version_faits = ?",
                        dossierId,
                        avant);
        if (ecrites == 0) {
            throw dejaChanges(dossierId);
        }
        jdbc.update(
                "insert into dossier_faits (dossier_id, version, quand, auteur, auteur_nom, quoi) values (?, ?, ?, ?, ?, ?)",
                dossierId,
                avant + 1,
                Timestamp.from(horloge.maintenant()),
                auteur.identifiant(),
                auteur.nomComplet(),
                Textes.couper(quoi, 500));
        FaitsModifies fait =
                new FaitsModifies(dossierId, dossiers.parId(dossierId).dispositif(), avant + 1, auteur);
        // What is computed again because of it is about this dossier
        evaluations.pour(dossierId, () -> evenements.publishEvent(fait));
        return avant + 1;
    }

    private Conflit dejaChanges(UUID dossierId) {
        return jdbc
                .query(
                        "select auteur_nom, quand from dossier_faits where dossier_id = ? order by version desc limit 1",
                        (rs, rang) -> new Conflit(
                                "La situation a été changée par " + rs.getString(1) + " "
                                        + Moments.aHeure(rs.getTimestamp(2).toInstant())
                                        + ", pendant que vous écriviez. Rien n'est perdu : relisez-la, puis enregistrez à nouveau votre correction."),
                        dossierId)
                .stream()
                .findFirst()
                .orElseGet(() -> new Conflit(
                        "La situation a changé pendant que vous écriviez : relisez-la, puis enregistrez à nouveau."));
    }

    /** Says that a result was just made from the facts as they stand today. */
    public void etabli(UUID dossierId, String resultat) {
        jdbc.update(
                "insert into dossier_resultat (dossier_id, resultat, version_faits, vrai_le)"
                        + " select id, ?, version_faits, ? from dossier where id = ?"
                        + " on duplicate key update version_faits = values(version_faits), vrai_le = values(vrai_le)",
                resultat,
                horloge.aujourdhui(),
                dossierId);
    }

    /** Whether the result was made, and its facts have changed since, by somebody's hand or by time alone. */
    @Transactional(readOnly = true)
    public boolean perime(UUID dossierId, String resultat) {
        return peremption(dossierId, resultat).isPresent();
    }

    /** What put a result out of date, as the beginning of a sentence; empty when it stands. What somebody changed comes before time. */
    @Transactional(readOnly = true)
    public Optional<String> peremption(UUID dossierId, String resultat) {
        return change(dossierId, resultat)
                ? Optional.of("La situation a changé")
                : cause(dossierId, resultat).map(FaitQuiPasse::cause);
    }

    private boolean change(UUID dossierId, String resultat) {
        Integer trouves = jdbc.queryForObject(
                "select count(*) from dossier_resultat r join dossier d on d.id = r.dossier_id"
                        + " where r.dossier_id = ? and r.resultat = ? and r.version_faits <> d.version_faits",
                Integer.class,
                dossierId,
                resultat);
        return trouves != null && trouves > 0;
    }

    /** Whether time alone has put the result out of date. */
    @Transactional(readOnly = true)
    public boolean passe(UUID dossierId, String resultat) {
        return cause(dossierId, resultat).isPresent();
    }

    private Optional<FaitQuiPasse> cause(UUID dossierId, String resultat) {
        return jdbc
                .query(
                        "select d.dispositif, r.vrai_le from dossier_resultat r join dossier d on d.id = r.dossier_id"
                                + " where r.dossier_id = ? and r.resultat = ? and r.vrai_le < ? and d.etat <> 'CLOS'",
                        (rs, rang) -> cause(rs.getString(1), dossierId, resultat, rs.getObject(2, LocalDate.class)),
                        dossierId,
                        resultat,
                        horloge.aujourdhui())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<FaitQuiPasse> cause(String dispositif, UUID dossierId, String resultat, LocalDate vraiLe) {
        return evaluations.sansGarder(() -> faitsQuiPassent.stream()
                .filter(f -> f.dispositif().equals(dispositif))
                .filter(f -> f.passe(dossierId, resultat, vraiLe))
                .findFirst());
    }

    /** The last day on which a result was made; empty before. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> etabliLe(UUID dossierId, String resultat) {
        return jdbc
                .query(
                        "select vrai_le from dossier_resultat where dossier_id = ? and resultat = ?",
                        (rs, rang) -> rs.getObject(1, LocalDate.class),
                        dossierId,
                        resultat)
                .stream()
                .findFirst();
    }

    /** Whether a result was made from later facts than another; true when the other was never made. */
    @Transactional(readOnly = true)
    public boolean plusRecent(UUID dossierId, String resultat, String autre) {
        Integer trouves = jdbc.queryForObject(
                "select count(*) from dossier_resultat r left join dossier_resultat a"
                        + " on a.dossier_id = r.dossier_id and a.resultat = ?"
                        + " where r.dossier_id = ? and r.resultat = ?"
                        + " and (a.version_faits is null or r.version_faits > a.version_faits)",
                Integer.class,
                autre,
                dossierId,
                resultat);
        return trouves != null && trouves > 0;
    }

    /** Results of open dossiers that nobody has looked at today, the oldest claim first. */
    @Transactional(readOnly = true)
    List<Map.Entry<UUID, String>> aVerifier() {
        return jdbc.query(
                "select r.dossier_id, r.resultat from dossier_resultat r join dossier d on d.id = r.dossier_id"
                        + " where coalesce(r.verifie_le, r.vrai_le) < ? and d.etat <> 'CLOS' order by d.depose_le, d.id, r.resultat",
                (rs, rang) -> Map.entry(rs.getObject(1, UUID.class), rs.getString(2)),
                horloge.aujourdhui());
    }

    /** Says that time put a result out of date, if it did, and that it was looked at today: what stays as it is waits for tomorrow. */
    void verifier(UUID dossierId, String resultat) {
        if (passe(dossierId, resultat)) {
            ResultatDepasse fait =
                    new ResultatDepasse(dossierId, dossiers.parId(dossierId).dispositif(), resultat);
            evaluations.pour(dossierId, () -> evenements.publishEvent(fait));
        }
        jdbc.update(
                "update dossier_resultat set verifie_le = ? where dossier_id = ? and resultat = ?",
                horloge.aujourdhui(),
                dossierId,
                resultat);
    }

    /** Open dossiers of a dispositif with one of these results out of date, the oldest claim first. */
    @Transactional(readOnly = true)
    public List<UUID> perimes(String dispositif, Collection<String> resultats) {
        return nommes.query(
                "select distinct d.id, d.depose_le from dossier_resultat r join dossier d on d.id = r.dossier_id"
                        + " where d.dispositif = :dispositif and d.etat <> 'CLOS' and r.resultat in (:resultats)"
                        + " and r.version_faits <> d.version_faits order by d.depose_le, d.id",
                Map.of("dispositif", dispositif, "resultats", resultats),
                (rs, rang) -> rs.getObject(1, UUID.class));
    }

    /**
     * Refuses to go on with a result whose facts have changed, or that time has put out of date.
     *
     * @param quoiFaire what to do, in French, as the end of a sentence that says what changed
     * @throws ResultatPerime when it is out of date
     */
    @Transactional(readOnly = true)
    public void exigerAJour(UUID dossierId, String resultat, String quoiFaire) {
        peremption(dossierId, resultat).ifPresent(cause -> {
            throw new ResultatPerime(cause + quoiFaire);
        });
    }

    /** The age of a person is a fact of each of its open dossiers whose results rest on it. */
    @EventListener
    void sur(PersonneModifiee fait) {
        if (fait.champs().contains(NAISSANCE)) {
            dossiers.ouvertsDe(fait.personneId()).stream()
                    .filter(id -> !fait.memeNaissance().contains(id))
                    .filter(this::compteLaNaissance)
                    .forEach(id -> changer(id, null, "Date de naissance corrigée.", fait.auteur()));
        }
    }

    private boolean compteLaNaissance(UUID dossierId) {
        String dispositif = dossiers.parId(dossierId).dispositif();
        return naissances.stream()
                .filter(n -> n.dispositif().equals(dispositif))
                .anyMatch(n -> n.corrigee(dossierId));
    }
}
