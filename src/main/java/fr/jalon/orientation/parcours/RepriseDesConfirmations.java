package fr.jalon.orientation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.dispositif.AccompagnementParUnPartenaire;
import fr.jalon.dispositif.MessageParcours;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.moteur.EtapesEnCours;
import fr.jalon.orientation.Decideur;
import fr.jalon.orientation.DemandesOrientation;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A confirmation is taken back until its letter is signed: the letter is cancelled, the orientation leaves the periods of the person, and
 * the step asks again. Afterwards the decision exists for the person, and only another one changes it.
 */
@Service
@Transactional
public class RepriseDesConfirmations {

    private static final String MOTIF = "Confirmation reprise par l'antenne avant la signature.";

    private final DemandesOrientation demandes;
    private final AnnonceAuPartenaire annonce;
    private final AccompagnementParUnPartenaire partenaires;
    private final Courriers courriers;
    private final Dossiers dossiers;
    private final Antennes antennes;
    private final EtapesEnCours etapes;
    private final ApplicationEventPublisher evenements;

    RepriseDesConfirmations(
            DemandesOrientation demandes,
            AnnonceAuPartenaire annonce,
            AccompagnementParUnPartenaire partenaires,
            Courriers courriers,
            Dossiers dossiers,
            Antennes antennes,
            EtapesEnCours etapes,
            ApplicationEventPublisher evenements) {
        this.demandes = demandes;
        this.annonce = annonce;
        this.partenaires = partenaires;
        this.courriers = courriers;
        this.dossiers = dossiers;
        this.antennes = antennes;
        this.etapes = etapes;
        this.evenements = evenements;
    }

    /**
     * Takes a confirmation back.
     *
     * @throws fr.jalon.commun.Introuvable when the agent may not read the dossier
     * @throws Conflit when the letter is signed or left, when it is being written, or when the person was met
     */
    public void reprendre(UUID dossierId, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        DossierVue dossier = dossiers.parId(dossierId, auteur);
        if (!etapes.attend(
                dossier.numero(), OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, OrientationRsa.SUIVRE_PARTENAIRE)) {
            throw new Conflit("Rien n'est à reprendre maintenant : un courrier s'écrit, ou le dossier a avancé."
                    + " Rechargez la page dans quelques instants.");
        }
        reprendre(dossier, MOTIF, auteur);
    }

    private void reprendre(DossierVue dossier, String motif, Agent auteur) {
        UUID dossierId = dossier.id();
        CourrierVue notification = annonce.notification(dossierId)
                .orElseThrow(() -> new Conflit("Le courrier de cette orientation n'est pas encore écrit."));
        courriers.annuler(notification.id(), motif, auteur);
        courriers.parDossier(dossierId).stream()
                .filter(c -> AnnonceAuPartenaire.SUITES.contains(c.modele())
                        && !c.creeLe().isBefore(notification.creeLe()))
                .filter(c -> c.etat().enAttente())
                .forEach(c -> courriers.retirer(c.id(), motif, auteur));
        demandes.annulerLaConfirmation(dossierId, motif, auteur);
        partenaires.direLaFin("reprise:" + notification.id(), dossierId);
        evenements.publishEvent(new MessageParcours(dossierId, OrientationRsa.CONFIRMATION_REPRISE));
    }

    /** The facts changed: nothing leaves on the old ones. A letter that is signed or printed is a decision of its own, and stays. */
    void reprendreSiPasSignee(UUID dossierId) {
        DossierVue dossier = dossiers.parId(dossierId);
        boolean enAttente = etapes.attend(
                dossier.numero(), OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, OrientationRsa.SUIVRE_PARTENAIRE);
        if (enAttente && annonce.attendLaSignature(dossierId)) {
            String revision = demandes.revision(dossierId).orElse("La situation a changé depuis la décision");
            reprendre(dossier, revision + ". Le courrier n'était pas signé.", Agent.JALON);
        }
    }

    /**
     * An accompaniment never starts on a decision of this house that does not stand any more; one of France Travail is not ours to take
     * again. A path opened before this answer existed cannot give it.
     *
     * @throws SaisieInvalide on {@code resultat}
     */
    void exigerUneDecisionQuiTient(UUID dossierId) {
        exiger(
                dossierId,
                OrientationRsa.FLUX_REVOIR,
                ". Choisissez « Revoir l'orientation » : la situation se recueille de nouveau avec la personne, et une"
                        + " nouvelle décision remplace celle-ci.");
    }

    /** Same with a partner, as our agent writes down what it says. */
    void exigerUneDecisionQuiTientChezLePartenaire(UUID dossierId) {
        exiger(
                dossierId,
                OrientationRsa.FLUX_PARTENAIRE_REVOIR,
                ". C'est à l'antenne d'agir : choisissez « Revoir l'orientation », et notez ce que dit le partenaire. La"
                        + " situation se recueille de nouveau avec la personne, et une nouvelle décision remplace celle-ci.");
    }

    /** Same in the partner's own space: it cannot take the decision again, and reads who does. */
    void exigerUneDecisionQuiTientPourLePartenaire(UUID dossierId) {
        Antenne antenne = antennes.parCode(dossiers.parId(dossierId).antenne());
        exiger(
                dossierId,
                OrientationRsa.FLUX_PARTENAIRE_REVOIR,
                ". Cette rencontre n'est pas notée : l'antenne " + antenne.nom()
                        + " doit d'abord revoir l'orientation avec la personne. Prévenez-la au " + antenne.telephone()
                        + ".");
    }

    private void exiger(UUID dossierId, String flux, String quiAgit) {
        boolean nous = demandes.demande(dossierId).decideur() == Decideur.CCAS;
        demandes.revision(dossierId)
                .filter(cause -> nous && connait(dossierId, flux))
                .ifPresent(cause -> {
                    throw new SaisieInvalide("resultat", cause + quiAgit);
                });
    }

    private boolean connait(UUID dossierId, String flux) {
        return etapes.connait(dossiers.parId(dossierId).numero(), flux);
    }

    /** What to do of a decision that does not stand any more: an act that exists where its path waits; empty while a letter is written. */
    @Transactional(readOnly = true)
    public Optional<String> commentRevoir(UUID dossierId) {
        String numero = dossiers.parId(dossierId).numero();
        boolean chezNous = etapes.attend(numero, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS);
        boolean chezUnPartenaire = etapes.attend(numero, OrientationRsa.SUIVRE_PARTENAIRE);
        if ((chezNous || chezUnPartenaire) && annonce.attendLaSignature(dossierId)) {
            return Optional.of("Reprenez la confirmation : son courrier n’est pas signé.");
        }
        if (chezNous) {
            return Optional.of(
                    connait(dossierId, OrientationRsa.FLUX_REVOIR)
                            ? "À l’étape « Tenir le premier rendez-vous », choisissez « Revoir l’orientation »."
                            : "Notez le premier rendez-vous, puis changez d’orientation à l’étape « Faire le point ».");
        }
        if (chezUnPartenaire) {
            return Optional.of(
                    connait(dossierId, OrientationRsa.FLUX_PARTENAIRE_REVOIR)
                            ? "Parlez-en au partenaire, puis, à l’étape « Suivre le premier rendez-vous chez le partenaire »,"
                                    + " choisissez « Revoir l’orientation »."
                            : "Parlez-en au partenaire. S’il ne peut pas accompagner la personne, notez-le à l’étape"
                                    + " « Suivre le premier rendez-vous chez le partenaire » : l’orientation se décide de"
                                    + " nouveau.");
        }
        if (etapes.attend(numero, OrientationRsa.RECUEILLIR_AVIS_EQUIPE)) {
            return Optional.of("L’équipe pluridisciplinaire peut demander de revoir l’orientation.");
        }
        return etapes.attend(numero, OrientationRsa.RECUEILLIR_SITUATION, OrientationRsa.CONFIRMER_ORIENTATION)
                ? Optional.of("L’orientation se décide de nouveau : la nouvelle décision remplacera celle-ci.")
                : Optional.empty();
    }

    /**
     * Goes back from the proposal to the situation, to correct it with the person.
     *
     * @throws Conflit when the dossier is not waiting for its confirmation
     */
    public void revoirLaSituation(UUID dossierId, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        DossierVue dossier = dossiers.parId(dossierId, auteur);
        if (!etapes.attend(dossier.numero(), OrientationRsa.CONFIRMER_ORIENTATION)) {
            throw new Conflit(
                    "La situation se revoit tant que l'orientation n'est pas confirmée : le dossier a avancé.");
        }
        dossiers.tracer(dossierId, "SITUATION_REVUE", "La situation est à revoir avec la personne.", auteur);
        evenements.publishEvent(new MessageParcours(dossierId, OrientationRsa.SITUATION_A_REVOIR));
    }
}
