package fr.jalon.formation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.budget.AQui;
import fr.jalon.budget.CreditsRetenus;
import fr.jalon.budget.Depenses;
import fr.jalon.budget.EnveloppeVue;
import fr.jalon.budget.Enveloppes;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Ouverture;
import fr.jalon.usager.SuiviDesPersonnes;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests for a training, from the deposit to the commitment (domaine, section 3.5). Who built a request gives no opinion on it; neither
 * decides. Credit is committed before any letter grants it. What follows is {@link SuiviFormation}.
 */
@Service
@Transactional
public class DemandesFormation {

    /** First letters of its dossiers. */
    public static final String DISPOSITIF = "FOR";

    /** Kind of its lines in the history. */
    static final String NATURE = "FINANCEMENT_FORMATION";

    private final FormationsEcrites formations;
    private final ReglesFormation regles;
    private final ParametresFormation parametres;
    private final Dossiers dossiers;
    private final SuiviDesPersonnes suivi;
    private final Depenses depenses;
    private final CreditsRetenus retenues;
    private final Enveloppes enveloppes;
    private final Horloge horloge;

    DemandesFormation(
            FormationsEcrites formations,
            ReglesFormation regles,
            ParametresFormation parametres,
            Dossiers dossiers,
            SuiviDesPersonnes suivi,
            Depenses depenses,
            CreditsRetenus retenues,
            Enveloppes enveloppes,
            Horloge horloge) {
        this.formations = formations;
        this.regles = regles;
        this.parametres = parametres;
        this.dossiers = dossiers;
        this.suivi = suivi;
        this.depenses = depenses;
        this.retenues = retenues;
        this.enveloppes = enveloppes;
        this.horloge = horloge;
    }

    /**
     * Opens a request and starts its path.
     *
     * @throws SaisieInvalide as {@link ReglesFormation#proposer}
     * @throws fr.jalon.commun.Introuvable when the caller does not follow this person
     * @throws fr.jalon.dossier.DossierDejaOuvert when the person already has one under way
     */
    public DossierVue demander(UUID personneId, Canal canal, DemandeFormation demande, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        suivi.exiger(personneId, auteur);
        PropositionFormation proposee = regles.proposer(demande);
        DossierVue dossier =
                dossiers.ouvrir(new Ouverture(DISPOSITIF, personneId, canal, horloge.aujourdhui(), auteur));
        formations.ajouter(new FormationFinancee(
                dossier.id(), formations.ecrire(demande), formations.ecrire(proposee), auteur.identifiant()));
        dossiers.demarrer(dossier.id(), auteur);
        return dossiers.parId(dossier.id());
    }

    @Transactional(readOnly = true)
    public FormationVue formation(UUID dossierId) {
        return formations.vue(dossierId);
    }

    /** A postponed request is completed, and read again by the rules. */
    public void completer(UUID dossierId, DemandeFormation demande, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        PropositionFormation proposee = regles.proposer(demande);
        formations
                .exiger(dossierId)
                .completer(formations.ecrire(demande), formations.ecrire(proposee), auteur.identifiant());
        dossiers.tracer(dossierId, NATURE, "Demande complétée.", auteur);
    }

    /**
     * Notes the technical opinion; the rules are read again, as of today.
     *
     * @return what they say, who decides among it
     * @throws Interdit when it is who built the request
     * @throws SaisieInvalide on {@code motifAvis} when an opinion that is not favourable says no reason
     */
    public PropositionFormation aviser(UUID dossierId, AvisTechnique.Sens sens, String motif, Agent auteur) {
        auteur.exiger(Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE);
        FormationVue vue = formation(dossierId);
        if (auteur.identifiant().equals(vue.monteePar())) {
            throw new Interdit("Vous avez monté cette demande : une autre personne donne l'avis technique.");
        }
        if (sens != AvisTechnique.Sens.FAVORABLE && Textes.ouNull(motif) == null) {
            throw new SaisieInvalide("motifAvis", "Écrivez pourquoi : qui décide le lit.");
        }
        PropositionFormation proposee = regles.proposer(vue.demande());
        formations
                .exiger(dossierId)
                .aviser(
                        new AvisTechnique(sens, motif, auteur.identifiant(), horloge.maintenant()),
                        formations.ecrire(proposee));
        dossiers.tracer(
                dossierId,
                NATURE,
                "Avis technique : " + sens.libelle().toLowerCase(java.util.Locale.FRENCH) + ".",
                auteur);
        return proposee;
    }

    /** What is free in the envelope of today, in cents; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Long> libre() {
        return enveloppe().map(e -> e.chiffres().libre());
    }

    /** Id of the envelope that would pay today; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<String> enveloppeDuJour() {
        return enveloppe().map(EnveloppeVue::id);
    }

    /**
     * Notes what was decided.
     *
     * @throws Interdit when it is who built the request or gave the opinion
     * @throws SaisieInvalide on {@code montant}, {@code motif} or {@code complement}
     */
    public void decider(UUID dossierId, DecisionFormation decision, Agent auteur) {
        FormationVue vue = formation(dossierId);
        auteur.exiger(
                PropositionFormation.RESPONSABLE.equals(vue.proposition().decideur())
                        ? Role.RESPONSABLE_ANTENNE
                        : Role.RESPONSABLE_DISPOSITIFS);
        if (auteur.identifiant().equals(vue.monteePar())
                || (vue.avis() != null && auteur.identifiant().equals(vue.avis().auteur()))) {
            throw new Interdit("Vous avez monté ou instruit cette demande : une autre personne en décide.");
        }
        ControleDecisionFormation.verifier(decision, vue, libre().orElse(null));
        formations.exiger(dossierId).decider(decision, auteur.identifiant(), horloge.maintenant());
        dossiers.tracer(
                dossierId,
                NATURE,
                switch (decision.sens()) {
                    case ACCORD -> "Formation accordée : " + Centimes.enFrancais(decision.montant()) + ".";
                    case AJOURNEMENT -> "Demande ajournée : une question est posée.";
                    case REFUS -> "Formation refusée.";
                },
                auteur);
    }

    /**
     * Commits the credit of what was granted. Somebody may take the last credit meanwhile: the step is then tried again, and sees it.
     *
     * @return whether the envelope had enough
     */
    public boolean engager(UUID dossierId) {
        FormationVue vue = formation(dossierId);
        if (vue.etat() == EtatFormation.ENGAGEE) {
            return true;
        }
        long accorde = vue.decision().montant();
        Optional<EnveloppeVue> enveloppe = enveloppe();
        Optional<UUID> retenue = retenues.de(dossierId).filter(r -> retenues.centimes(dossierId) >= accorde);
        if (retenue.isEmpty()
                && (enveloppe.isEmpty() || enveloppe.get().chiffres().libre() < accorde)) {
            dossiers.tracer(dossierId, NATURE, "Crédit insuffisant : rien n'est engagé.", Agent.JALON);
            return false;
        }
        String decideur = vue.suite().decideePar();
        UUID reservation = retenue.orElseGet(() -> depenses.reserver(
                enveloppe.orElseThrow().id(), accorde, dossiers.parId(dossierId).numero(), null, decideur));
        String numero = depenses.engager(
                reservation,
                accorde,
                new AQui(AQui.Nature.ORGANISME, vue.demande().organisme().siret(), null),
                decideur);
        formations.exiger(dossierId).engager(reservation, numero);
        dossiers.tracer(dossierId, NATURE, "Crédit engagé sous le numéro " + numero + ".", Agent.JALON);
        return true;
    }

    private Optional<EnveloppeVue> enveloppe() {
        return parametres
                .enveloppe()
                .flatMap(code -> enveloppes.lister(horloge.aujourdhui().getYear()).stream()
                        .filter(e -> e.id().equals(code))
                        .findFirst());
    }
}
