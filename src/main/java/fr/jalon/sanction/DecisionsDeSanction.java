package fr.jalon.sanction;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.SignalementFait;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private final Dossiers dossiers;
    private final Horloge horloge;

    DecisionsDeSanction(Manquements manquements, Gradation gradation, Dossiers dossiers, Horloge horloge) {
        this.manquements = manquements;
        this.gradation = gradation;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    /**
     * Decides.
     *
     * @throws Conflit when the author contemplated the sanction
     * @throws SaisieInvalide on each faulty field: before the end of the person's delay, a suppression without an opinion, out
     *     of the bounds, a start in the past
     */
    public void decider(UUID dossierId, ChoixSanction choix, Agent auteur) {
        auteur.exiger(Role.RESPONSABLE_ANTENNE);
        Manquement manquement = manquements.exiger(dossierId);
        ManquementVue m = manquement.vue();
        if (auteur.identifiant().equals(m.constatePar())) {
            throw new Conflit("Vous avez envisagé cette sanction : un autre responsable doit décider.");
        }
        ChoixSanction net = choix.decision() == DecisionSanction.SANCTIONNER
                ? choix
                : new ChoixSanction(choix.decision(), null, null, null, null, choix.motif());
        if (net.decision() == DecisionSanction.SANCTIONNER) {
            verifier(m, net);
        }
        manquement.decider(net, auteur.identifiant(), horloge.maintenant());
        dossiers.tracer(
                dossierId,
                "SANCTION",
                "Décision : "
                        + (m.constat() == null || net.sanction() == null
                                ? net.decision().libelle().toLowerCase(Locale.FRENCH)
                                : Manquements.enMots(net.sanction(), net.taux(), net.mois()))
                        + ". " + net.motif(),
                auteur);
    }

    private void verifier(ManquementVue m, ChoixSanction c) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        LocalDate aujourdhui = horloge.aujourdhui();
        boolean toutDit = m.observations() != null && m.observations().fermes();
        if (!toutDit && !aujourdhui.isAfter(m.finObservations())) {
            erreurs.add(new ErreurChamp(
                    "decision",
                    "La lettre est partie le " + Horloge.enMots(m.informeeLe())
                            + " : la personne peut répondre jusqu'au " + Horloge.enMots(m.finObservations())
                            + ". Décidez après."));
        }
        if (gradation.avisRequis(c.sanction()) && m.avis() == null) {
            erreurs.add(new ErreurChamp(
                    "sanction",
                    "Une suppression demande d'abord l'avis de l'équipe : choisissez « Demander d'abord l'avis »."));
        }
        if (c.debut().isBefore(aujourdhui)) {
            erreurs.add(new ErreurChamp("debut", "Une sanction ne commence pas avant sa décision."));
        }
        try {
            gradation.verifier(
                    m.rang(), m.constat().foyer(), m.constat().dateFaits(), c.sanction(), c.taux(), c.mois());
        } catch (SaisieInvalide e) {
            erreurs.addAll(e.erreurs());
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }

    /**
     * The person complies: a suspension stops.
     *
     * @throws SaisieInvalide on {@code date}, also when the sanction runs to its end
     */
    public void mettreEnRegle(UUID dossierId, LocalDate jour, String motif, Agent auteur) {
        Manquement manquement = manquements.exiger(dossierId);
        ManquementVue m = manquement.vue();
        exigerLevee("date", m);
        manquements.exigerPassee("date", jour, m.constat().dateFaits());
        manquement.mettreEnRegle(jour, motif);
        dossiers.tracer(
                dossierId,
                "EN_REGLE",
                "La personne s'est mise en règle le " + Horloge.enMots(jour) + " : " + motif,
                auteur);
    }

    /** Refuses, in the transaction of the signal, a compliance that would end a sanction which the law lets run. */
    @EventListener
    void surSignalement(SignalementFait fait) {
        if (fait.signalement() == Signalement.CONFORMITE) {
            exigerLevee("signalement", manquements.exiger(fait.dossierId()).vue());
        }
    }

    private void exigerLevee(String champ, ManquementVue m) {
        if (!m.sanctionnee()) {
            return;
        }
        ChoixSanction c = m.choix();
        Bornes regle = gradation.verifier(
                m.rang(), m.constat().foyer(), m.constat().dateFaits(), c.sanction(), c.taux(), c.mois());
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
