package fr.jalon.rsa;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Montant;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the CAF answers to a claim, typed or imported: its act, its reasons, never ours. */
@Service
@Transactional
public class DecisionsDeLaCaf {

    private static final int REFERENCE_MAX = 60;

    private final DemandesRsaRepository demandes;
    private final MotifsCaf motifs;
    private final Dossiers dossiers;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    DecisionsDeLaCaf(
            DemandesRsaRepository demandes,
            MotifsCaf motifs,
            Dossiers dossiers,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.demandes = demandes;
        this.motifs = motifs;
        this.dossiers = dossiers;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /**
     * Notes the CAF's decision.
     *
     * @throws SaisieInvalide on {@code date}, {@code dateEffet}, {@code reference}, {@code montant}, {@code motifs} or the words beside
     * @throws Conflit when the claim is ended, for example withdrawn meanwhile: nothing is written
     */
    public void enregistrer(UUID dossierId, DecisionCaf decision, Agent auteur) {
        DossierVue dossier = dossiers.parId(dossierId);
        if (dossier.clos()) {
            throw new Conflit("Cette demande est terminée (" + dossier.issue().libelle()
                    + ") : la décision de la CAF n’y est pas écrite.");
        }
        verifier(dossierId, decision);
        exiger(dossierId).noterDecisionCaf(decision);
        dossiers.noterAttente(dossierId, EtatDossier.EN_INSTRUCTION);
        dossiers.tracer(dossierId, "DECISION_CAF", enMots(decision), auteur);
    }

    private String enMots(DecisionCaf decision) {
        if (decision.sens() == DecisionCaf.Sens.ACCORD) {
            return "La CAF accorde le RSA : " + Montant.de(decision.montant()).enFrancais() + " par mois.";
        }
        return "La CAF rejette la demande : "
                + motifs.expliquer(decision.motifs(), decision.precision()).stream()
                        .map(m -> m.texte())
                        .collect(Collectors.joining(" "));
    }

    /**
     * Checks the CAF's decision without writing it.
     *
     * @throws SaisieInvalide on {@code date}, {@code dateEffet}, {@code reference}, {@code montant}, {@code motifs} or the words beside
     */
    @Transactional(readOnly = true)
    public void verifier(UUID dossierId, DecisionCaf decision) {
        DossierVue dossier = dossiers.parId(dossierId);
        if (decision.date() == null
                || decision.date().isAfter(horloge.aujourdhui())
                || decision.date().isBefore(dossier.deposeLe())) {
            throw new SaisieInvalide("date", "Indiquez une date entre le dépôt de la demande et aujourd'hui.");
        }
        verifierEffet(decision, dossier);
        String reference = Textes.ouNull(decision.reference());
        if (reference != null && reference.length() > REFERENCE_MAX) {
            throw new SaisieInvalide("reference", "Écrivez au plus 60 caractères.");
        }
        BigDecimal montant = decision.montant();
        if (decision.sens() == DecisionCaf.Sens.ACCORD && (montant == null || montant.signum() <= 0)) {
            throw new SaisieInvalide("montant", "Indiquez le montant mensuel accordé.");
        }
        if (decision.sens() == DecisionCaf.Sens.REJET) {
            motifs.verifier(decision.motifs(), decision.precision());
        }
    }

    /** The right opens with the month of the claim, at the latest with the month after the decision (CASF, R262-33): another day is mistyped. */
    private static void verifierEffet(DecisionCaf decision, DossierVue dossier) {
        if (decision.dateEffet() == null) {
            return;
        }
        LocalDate demande = dossier.saisiLe() == null || dossier.saisiLe().isAfter(dossier.deposeLe())
                ? dossier.deposeLe()
                : dossier.saisiLe();
        LocalDate premier = demande.withDayOfMonth(1);
        LocalDate dernier = decision.date().withDayOfMonth(1).plusMonths(1);
        if (decision.dateEffet().isBefore(premier) || decision.dateEffet().isAfter(dernier)) {
            throw new SaisieInvalide(
                    "dateEffet",
                    "Le droit s'ouvre avec le mois de la demande : indiquez un jour entre le " + Horloge.enMots(premier)
                            + " et le " + Horloge.enMots(dernier) + ", ou laissez ce champ vide.");
        }
    }

    /** The CAF's decision arrived by a file: notes it and ends the step that waits for it. */
    public void recevoir(UUID dossierId, DecisionCaf decision, Agent auteur) {
        enregistrer(dossierId, decision, auteur);
        evenements.publishEvent(new DecisionCafRecue(dossierId, decision.sens(), auteur));
    }

    private DemandeRsa exiger(UUID dossierId) {
        return demandes.findById(dossierId).orElseThrow(() -> new Introuvable("Ce dossier n'a pas de demande de RSA."));
    }
}
