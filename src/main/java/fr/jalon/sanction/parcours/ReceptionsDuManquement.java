package fr.jalon.sanction.parcours;

import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ModeRemise;
import fr.jalon.courrier.ReceptionCourrier;
import fr.jalon.decision.Confirmations;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.dispositif.DelaisDepuisReception;
import fr.jalon.dispositif.DelaisDepuisReception.Delai;
import fr.jalon.dispositif.DelaisDepuisReception.Etat;
import fr.jalon.sanction.Manquements;
import fr.jalon.sanction.Reception;
import fr.jalon.sanction.ReceptionDesLettres;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the letters of a procedure became, as the path follows them. */
@Component
class ReceptionsDuManquement implements ReceptionDesLettres {

    private final DelaisDepuisReception delais;
    private final ReceptionCourrier presomption;
    private final Decisions decisions;
    private final Confirmations confirmations;
    private final Courriers courriers;

    ReceptionsDuManquement(
            DelaisDepuisReception delais,
            ReceptionCourrier presomption,
            Decisions decisions,
            Confirmations confirmations,
            Courriers courriers) {
        this.courriers = courriers;
        this.confirmations = confirmations;
        this.delais = delais;
        this.presomption = presomption;
        this.decisions = decisions;
    }

    @Override
    public Optional<Reception> observations(UUID dossierId) {
        return delais.dernier(dossierId, ManquementRsa.DELAI_OBSERVATIONS).map(ReceptionsDuManquement::reception);
    }

    private static Reception reception(Delai d) {
        return new Reception(d.recuLe(), d.prouvee(), d.etat() == Etat.ARRETE, d.echeance());
    }

    @Override
    public boolean decisionPartie(UUID dossierId, Instant decideeLe) {
        return decisionsParties(dossierId, decideeLe).findAny().isPresent();
    }

    @Override
    public Optional<LocalDate> decisionRecue(UUID dossierId, Instant decideeLe) {
        return decisionsParties(dossierId, decideeLe)
                .flatMap(c -> courriers.presomption(c).stream())
                .min(Comparator.naturalOrder());
    }

    private Stream<CourrierVue> decisionsParties(UUID dossierId, Instant decideeLe) {
        return courriers.parDossier(dossierId).stream()
                .filter(c -> CodesCourrier.SANCTION_DECIDEE.equals(c.modele()))
                .filter(c -> c.etat().parti() && !c.creeLe().isBefore(decideeLe));
    }

    @Override
    public boolean personneInformee(UUID dossierId) {
        return courriers.parDossier(dossierId).stream()
                .filter(c -> CodesCourrier.MANQUEMENT_OBSERVATIONS.equals(c.modele()))
                .anyMatch(c -> c.etat().parti() || c.etat() == EtatCourrier.IMPRIME);
    }

    /** By ordinary letter, the way that takes the longest without a proof being asked for. */
    @Override
    public LocalDate presumee(LocalDate envoi) {
        return presomption.presumee(envoi, ModeRemise.LETTRE_SIMPLE);
    }

    @Override
    public String tempsPourRepondre() {
        RegleDeclenchee regle = temps();
        String unite = "MOIS".equals(regle.texte("unite"))
                ? " mois"
                : "OUVRES".equals(regle.texte("unite")) ? " jours ouvrés" : " jours";
        return regle.sorties().get("joursLimite") + unite;
    }

    @Override
    public boolean tempsConfirme() {
        return confirmations.sure("delais", temps());
    }

    private RegleDeclenchee temps() {
        return decisions
                .evaluer(
                        "delais",
                        Map.of(
                                "dispositif",
                                Manquements.DISPOSITIF,
                                "etape",
                                ManquementRsa.HORLOGE_OBSERVATIONS,
                                "urgent",
                                false))
                .unique()
                .orElseThrow(() -> new IllegalStateException(
                        "delais n'a pas de ligne pour " + ManquementRsa.HORLOGE_OBSERVATIONS));
    }
}
