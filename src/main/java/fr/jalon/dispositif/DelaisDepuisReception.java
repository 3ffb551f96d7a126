package fr.jalon.dispositif;

import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CourrierEnvoye;
import fr.jalon.courrier.CourrierRecu;
import fr.jalon.courrier.CourrierRetourne;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.ReceptionCourrier;
import fr.jalon.dossier.Delais;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What runs against a person runs from the receipt of the letter that says it: handed over, acknowledged, else presumed by the table
 * {@code reception-courriers} once it was sent; never from the writing. A letter that nobody sent lets nothing run, and one that came
 * back stops what ran.
 */
@Service
@Transactional
public class DelaisDepuisReception {

    /** The timer of a letter that was not sent: far enough to fire never. */
    private static final int ANNEES_SANS_TERME = 50;

    private static final LocalTime MATIN = LocalTime.of(8, 0);
    private static final LocalTime APRES_MINUIT = LocalTime.of(0, 30);

    private final Dossiers dossiers;
    private final Delais delais;
    private final ReceptionCourrier presomption;
    private final Minuteries minuteries;
    private final JdbcTemplate jdbc;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    DelaisDepuisReception(
            Dossiers dossiers,
            Delais delais,
            ReceptionCourrier presomption,
            Minuteries minuteries,
            JdbcTemplate jdbc,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.dossiers = dossiers;
        this.delais = delais;
        this.presomption = presomption;
        this.minuteries = minuteries;
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /**
     * A timer of the path.
     *
     * @param element id of its event in the model
     * @param variable variable that its model reads
     * @param horloge code of its length in {@code delais}
     * @param jusquAuSoir whether the last day belongs to the person, so that the timer fires when it is over
     */
    public record Minuterie(
            String element, VariableParcours<java.util.Date> variable, String horloge, boolean jusquAuSoir) {}

    /** How far the delay of a letter is. */
    public enum Etat {
        /** The letter was not sent: nothing runs. */
        EN_ATTENTE,
        COURT,
        /** The letter came back: nothing runs any more. */
        ARRETE
    }

    /**
     * What a screen says of a delay.
     *
     * @param recuLe day of the receipt, null while it runs from nothing
     * @param prouvee whether the receipt is proved, or only presumed
     * @param echeance last day, null when none is known
     */
    public record Delai(String element, Etat etat, LocalDate recuLe, boolean prouvee, LocalDate echeance) {}

    private record Ligne(
            UUID courrierId, UUID dossierId, String element, String variable, String horloge, boolean soir) {}

    /**
     * Ties timers to a letter that was just written; a repeat of the step changes nothing.
     *
     * @return the variables that the model's timers read
     */
    public Variables poser(CourrierVue courrier, List<Minuterie> aPoser) {
        Variables variables = Variables.aucune();
        for (Minuterie minuterie : aPoser) {
            jdbc.update(
                    "insert ignore into delai_reception (courrier_id, element, dossier_id, variable, horloge, jusqu_au_soir, etat)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    courrier.id(),
                    minuterie.element(),
                    courrier.dossierId(),
                    minuterie.variable().nom(),
                    minuterie.horloge(),
                    minuterie.jusquAuSoir(),
                    Etat.EN_ATTENTE.name());
            variables.avec(
                    minuterie.variable(),
                    delai(courrier.id(), minuterie.element())
                            .map(Delai::echeance)
                            .map(fin -> instant(fin, minuterie.jusquAuSoir()))
                            .orElseGet(this::sansTerme));
        }
        return variables;
    }

    /** The delay that a letter lets run on a timer; empty when it lets none run. */
    @Transactional(readOnly = true)
    public Optional<Delai> delai(UUID courrierId, String element) {
        return lire("courrier_id = ? and element = ?", courrierId, element).stream()
                .findFirst();
    }

    /** The delay of the newest letter on a timer of the dossier. */
    @Transactional(readOnly = true)
    public Optional<Delai> dernier(UUID dossierId, String element) {
        return lire(
                        "dossier_id = ? and element = ? order by (select cree_le from courrier c where c.id = courrier_id) desc",
                        dossierId,
                        element)
                .stream()
                .findFirst();
    }

    private List<Delai> lire(String condition, Object... valeurs) {
        return jdbc.query(
                "select element, etat, recu_le, prouvee, echeance from delai_reception where " + condition,
                (rs, rang) -> new Delai(
                        rs.getString(1),
                        Etat.valueOf(rs.getString(2)),
                        rs.getObject(3, LocalDate.class),
                        rs.getBoolean(4),
                        rs.getObject(5, LocalDate.class)),
                valeurs);
    }

    @EventListener
    void sur(CourrierEnvoye fait) {
        courir(fait.courrierId(), presomption.presumee(fait.jour(), fait.mode()), false);
    }

    @EventListener
    void sur(CourrierRecu fait) {
        courir(fait.courrierId(), fait.jour(), true);
    }

    @EventListener
    void sur(CourrierRetourne fait) {
        for (Ligne ligne : lignes(fait.courrierId())) {
            jdbc.update(
                    "update delai_reception set etat = ?, recu_le = null, prouvee = false, echeance = null, version = version + 1"
                            + " where courrier_id = ? and element = ?",
                    Etat.ARRETE.name(),
                    ligne.courrierId(),
                    ligne.element());
            regler(ligne, sansTerme(), null);
            evenements.publishEvent(new DelaiDeplace(ligne.dossierId(), ligne.element(), null, null));
        }
    }

    private void courir(UUID courrierId, LocalDate recuLe, boolean prouvee) {
        for (Ligne ligne : lignes(courrierId)) {
            DossierVue dossier = dossiers.parId(ligne.dossierId());
            LocalDate fin = delais.fin(dossier.dispositif(), ligne.horloge(), dossier.urgent(), recuLe);
            // A receipt that is proved is not undone by a presumption that comes later
            int ecrites = jdbc.update(
                    "update delai_reception set etat = ?, recu_le = ?, prouvee = ?, echeance = ?, version = version + 1"
                            + " where courrier_id = ? and element = ? and (? or not prouvee)",
                    Etat.COURT.name(),
                    recuLe,
                    prouvee,
                    fin,
                    courrierId,
                    ligne.element(),
                    prouvee);
            if (ecrites > 0) {
                regler(ligne, instant(fin, ligne.soir()), fin);
                evenements.publishEvent(new DelaiDeplace(ligne.dossierId(), ligne.element(), recuLe, fin));
            }
        }
    }

    /** A letter that another one followed moves the timer of that one no more. */
    private void regler(Ligne ligne, java.util.Date quand, LocalDate limite) {
        if (suivie(ligne)) {
            return;
        }
        minuteries.regler(
                dossiers.parId(ligne.dossierId()).numero(),
                ligne.element(),
                VariableParcours.date(ligne.variable()),
                quand,
                ligne.soir() ? limite : null);
    }

    private boolean suivie(Ligne ligne) {
        Integer suivantes = jdbc.queryForObject(
                "select count(*) from delai_reception r join courrier c on c.id = r.courrier_id"
                        + " where r.dossier_id = ? and r.element = ?"
                        + " and c.cree_le > (select cree_le from courrier where id = ?)",
                Integer.class,
                ligne.dossierId(),
                ligne.element(),
                ligne.courrierId());
        return suivantes != null && suivantes > 0;
    }

    private List<Ligne> lignes(UUID courrierId) {
        return jdbc.query(
                "select courrier_id, dossier_id, element, variable, horloge, jusqu_au_soir from delai_reception where courrier_id = ?",
                (rs, rang) -> new Ligne(
                        rs.getObject(1, UUID.class),
                        rs.getObject(2, UUID.class),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getBoolean(6)),
                courrierId);
    }

    private java.util.Date sansTerme() {
        return instant(horloge.aujourdhui().plusYears(ANNEES_SANS_TERME), false);
    }

    /** Never between two and three in the morning, when the clocks change. */
    private static java.util.Date instant(LocalDate jour, boolean jusquAuSoir) {
        return java.util.Date.from(
                Horloge.instantAParis(jusquAuSoir ? jour.plusDays(1).atTime(APRES_MINUIT) : jour.atTime(MATIN)));
    }
}
