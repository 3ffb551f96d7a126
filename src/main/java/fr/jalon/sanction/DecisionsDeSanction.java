package fr.jalon.sanction;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FaitsDuDossier;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.SignalementFait;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sanction: decided once the person could answer, never by who contemplated it, lifted when the person complies (CASF, art. L262-37). */
@Service
@Transactional
public class DecisionsDeSanction {

    private final Manquements manquements;
    private final Gradation gradation;
    private final ControleDeSanction controle;
    private final Dossiers dossiers;
    private final FaitsDuDossier faits;
    private final ReceptionDesLettres lettres;
    private final Horloge horloge;

    DecisionsDeSanction(
            Manquements manquements,
            Gradation gradation,
            ControleDeSanction controle,
            Dossiers dossiers,
            FaitsDuDossier faits,
            ReceptionDesLettres lettres,
            Horloge horloge) {
        this.manquements = manquements;
        this.gradation = gradation;
        this.controle = controle;
        this.dossiers = dossiers;
        this.faits = faits;
        this.lettres = lettres;
        this.horloge = horloge;
    }

    /**
     * Decides.
     *
     * @throws Conflit when the author contemplated the sanction
     * @throws SaisieInvalide on each faulty field: before the end of the person's delay, which runs from the receipt of the letter; a
     *     suppression without an opinion; out of the bounds; heavier than her letter said; a foyer that changed and was not asked again; a
     *     start before the person can have received the decision, or too far away
     */
    public void decider(UUID dossierId, ChoixSanction choix, Agent auteur) {
        auteur.exiger(Role.RESPONSABLE_ANTENNE);
        Manquement manquement = manquements.exiger(dossierId);
        ManquementVue m = manquements.vue(manquement);
        if (manquements.aEnvisage(dossierId, auteur)) {
            throw new Conflit("Vous avez envisagé cette sanction : un autre responsable doit décider.");
        }
        boolean sanctionner = choix.decision() == DecisionSanction.SANCTIONNER;
        ChoixSanction net = sanctionner
                ? choix
                : new ChoixSanction(choix.decision(), null, null, null, null, choix.foyer(), null, choix.motif());
        if (sanctionner) {
            controle.verifier(m, net, perimee(dossierId));
        }
        manquement.decider(net, auteur.identifiant(), horloge.maintenant());
        if (net.foyer() != null) {
            faits.etabli(dossierId, Manquements.SANCTION_ENVISAGEE);
        }
        dossiers.tracer(
                dossierId,
                "SANCTION",
                "Décision : "
                        + (sanctionner
                                ? Manquements.enMots(net.sanction(), net.taux(), net.mois())
                                : net.decision().libelle().toLowerCase(Locale.FRENCH))
                        + ".",
                net.motif(),
                auteur);
    }

    /** Whether the foyer changed since the sanction was contemplated or decided: the step asks for it again. */
    @Transactional(readOnly = true)
    public boolean perimee(UUID dossierId) {
        return faits.perime(dossierId, Manquements.SANCTION_ENVISAGEE);
    }

    /**
     * The decision is about to be written.
     *
     * @return whether its facts still stand; otherwise nothing is decided any more
     */
    public boolean encoreValable(UUID dossierId) {
        if (!perimee(dossierId)) {
            return true;
        }
        manquements.exiger(dossierId).oublierLaDecision();
        dossiers.tracer(
                dossierId,
                "SANCTION",
                "Le foyer a changé avant l'envoi de la décision : elle est à prendre de nouveau.",
                Agent.JALON);
        return false;
    }

    /**
     * Nothing is decided any more: the letter came back, or never left.
     *
     * @param pourquoi a French sentence for the history
     */
    public void reprendre(UUID dossierId, String pourquoi) {
        manquements.exiger(dossierId).oublierLaDecision();
        dossiers.tracer(dossierId, "SANCTION", pourquoi, Agent.JALON);
    }

    /**
     * The decision is received, or held to be: the sanction begins on that day when it was to begin before.
     *
     * @return its new last day, empty when nothing moves: also when the procedure is over, or the person complied
     */
    public Optional<LocalDate> commencer(UUID dossierId, LocalDate recueLe) {
        Manquement manquement = manquements.exiger(dossierId);
        if (!court(manquements.vue(manquement)) || !manquement.commencer(recueLe)) {
            return Optional.empty();
        }
        ManquementVue m = manquements.vue(manquement);
        LocalDate dernierJour = m.fin().minusDays(1);
        dossiers.tracer(
                dossierId,
                "SANCTION",
                "La sanction commence quand la décision est reçue : elle va du "
                        + Horloge.enMots(m.choix().debut()) + " au " + Horloge.enMots(dernierJour) + ".",
                Agent.JALON);
        return Optional.of(dernierJour);
    }

    /** Whether the right may be ended at the end of the sanction that was decided. */
    @Transactional(readOnly = true)
    public boolean finDroitPossible(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        ChoixSanction c = m.choix();
        return gradation
                .suite(m.constat().nature(), c.sanction(), c.taux(), c.mois())
                .finDroit();
    }

    /** What is done at the end of a total suppression: by another than who contemplated it. */
    public void finirSuppression(UUID dossierId, SuiteSuppression suite, String motif, Agent auteur) {
        auteur.exiger(Role.RESPONSABLE_ANTENNE);
        Manquement manquement = manquements.exiger(dossierId);
        if (manquements.aEnvisage(dossierId, auteur)) {
            throw new Conflit("Vous avez envisagé cette sanction : un autre responsable doit décider de sa suite.");
        }
        if (suite == SuiteSuppression.FIN_DROIT
                && lettres.decisionRecue(dossierId, manquements.vue(manquement).decideeLe())
                        .isEmpty()) {
            throw new SaisieInvalide(
                    "suite",
                    "La lettre de la décision n'est pas partie, ou elle est revenue : la fin du droit ne peut pas reposer"
                            + " sur elle.");
        }
        manquement.finirSuppression(suite, motif, auteur.identifiant(), horloge.maintenant());
        dossiers.tracer(dossierId, "SANCTION", "Fin de la suppression : " + suite.libelle() + ".", auteur);
    }

    /**
     * The person complies: a suspension stops.
     *
     * @throws SaisieInvalide on {@code date}, also when the sanction runs to its end
     */
    public void mettreEnRegle(UUID dossierId, LocalDate jour, String motif, Agent auteur) {
        Manquement manquement = manquements.exiger(dossierId);
        ManquementVue m = manquements.vue(manquement);
        exigerLevee("date", m);
        manquements.exigerPassee("date", jour, m.constat().dateFaits());
        manquement.mettreEnRegle(jour, motif);
        dossiers.tracer(
                dossierId,
                "EN_REGLE",
                "La personne s'est mise en règle le " + Horloge.enMots(jour) + ".",
                motif,
                auteur);
    }

    /** Refuses, in the transaction of the signal, a compliance that would end a sanction which the law lets run. */
    @EventListener
    void surSignalement(SignalementFait fait) {
        if (fait.signalement() == Signalement.CONFORMITE) {
            exigerLevee("signalement", manquements.manquement(fait.dossierId()));
        }
    }

    /** Whether a sanction exists for the person: decided, signed by somebody entitled, and sent to her. */
    @Transactional(readOnly = true)
    public boolean notifiee(UUID dossierId) {
        return notifiee(manquements.manquement(dossierId));
    }

    private boolean notifiee(ManquementVue m) {
        return m.sanctionnee() && lettres.decisionPartie(m.dossierId(), m.decideeLe());
    }

    /** Whether a sanction may still begin or run: decided, nobody complied, the dossier is open. */
    @Transactional(readOnly = true)
    public boolean court(UUID dossierId) {
        return court(manquements.manquement(dossierId));
    }

    private boolean court(ManquementVue m) {
        return m.sanctionnee()
                && m.enRegleLe() == null
                && !dossiers.parId(m.dossierId()).clos();
    }

    private void exigerLevee(String champ, ManquementVue m) {
        if (!notifiee(m)) {
            return;
        }
        ChoixSanction c = m.choix();
        Bornes regle = gradation.verifier(
                m.constat().nature(),
                m.rang(),
                m.constat().foyer(),
                m.constat().dateFaits(),
                c.sanction(),
                c.taux(),
                c.mois());
        if (!regle.levee()) {
            throw new SaisieInvalide(
                    champ,
                    "Une " + c.sanction().libelle().toLowerCase(Locale.FRENCH) + " va jusqu'à sa fin, le "
                            + Horloge.enMots(m.fin().minusDays(1)) + " (" + regle.article() + ").");
        }
    }

    /** The compliance was signalled from outside the path, today; its reason is in the history. */
    public void arreter(UUID dossierId) {
        manquements.exiger(dossierId).mettreEnRegle(horloge.aujourdhui(), null);
    }
}
