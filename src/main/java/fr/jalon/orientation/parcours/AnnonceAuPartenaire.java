package fr.jalon.orientation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.dispositif.AccompagnementParUnPartenaire;
import fr.jalon.dossier.Delais;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.OrganismesReferents;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a partner whom it accompanies once the orientation exists: its letter is signed (CRPA, art. L212-1), or tells a decision of France
 * Travail. Until then the partner reads nothing, and a confirmation is taken back without anybody having to be told.
 */
@Service
@Transactional
class AnnonceAuPartenaire {

    private static final Set<String> NOTIFICATIONS =
            Set.of(CodesCourrier.NOTIFICATION_ORIENTATION, CodesCourrier.INFORMATION_ORIENTATION);

    /** What follows the decision: to the partner, and to the person the appointment that it gives. */
    static final Set<String> SUITES =
            Set.of(CodesCourrier.ORIENTATION_CONFIEE, CodesCourrier.PREMIER_RENDEZ_VOUS_PARTENAIRE);

    private final DemandesOrientation demandes;
    private final OrganismesReferents organismes;
    private final AccompagnementParUnPartenaire partenaires;
    private final Courriers courriers;
    private final Dossiers dossiers;
    private final Delais delais;
    private final Horloge horloge;

    AnnonceAuPartenaire(
            DemandesOrientation demandes,
            OrganismesReferents organismes,
            AccompagnementParUnPartenaire partenaires,
            Courriers courriers,
            Dossiers dossiers,
            Delais delais,
            Horloge horloge) {
        this.demandes = demandes;
        this.organismes = organismes;
        this.partenaires = partenaires;
        this.courriers = courriers;
        this.dossiers = dossiers;
        this.delais = delais;
        this.horloge = horloge;
    }

    /** Opens the follow-up and writes to the partner, once; nothing while the decision waits for its signature. */
    void annoncer(UUID dossierId) {
        CourrierVue notification = notification(dossierId)
                .filter(c -> c.etat() != EtatCourrier.ANNULE)
                .orElseThrow(() -> new IllegalStateException("l'orientation " + dossierId + " n'a pas de courrier"));
        if (notification.etat() == EtatCourrier.A_SIGNER) {
            dossiers.tracer(
                    dossierId,
                    "PARTENAIRE",
                    "L'organisme qui accompagne sera informé quand la décision sera signée.",
                    Agent.JALON);
            return;
        }
        DemandeOrientationVue d = demandes.demande(dossierId);
        partenaires.annoncer(
                "courrier:" + notification.id(),
                dossierId,
                d.organisme(),
                organismes.nature(d.organisme()),
                d.confirmeePar(),
                delais.fin(
                        DemandesOrientation.DISPOSITIF, OrientationRsa.SUIVRE_PARTENAIRE, false, horloge.aujourdhui()));
    }

    /** Whether the decision still waits for its signature: the partner knows nothing of it. */
    @Transactional(readOnly = true)
    public boolean attendLaSignature(UUID dossierId) {
        return notification(dossierId)
                .filter(c -> c.etat() == EtatCourrier.A_SIGNER)
                .isPresent();
    }

    /** The letter of the newest decision, which tells the person who accompanies her. */
    Optional<CourrierVue> notification(UUID dossierId) {
        return courriers.parDossier(dossierId).stream()
                .filter(c -> NOTIFICATIONS.contains(c.modele()))
                .max(Comparator.comparing(CourrierVue::creeLe).thenComparing(CourrierVue::numero));
    }

    /** The partner cannot accompany, or never met the person: what names it and waits does not leave. */
    void sansSuite(UUID dossierId) {
        Set<UUID> aRetenir =
                notification(dossierId).stream().map(CourrierVue::id).collect(Collectors.toSet());
        courriers.parDossier(dossierId).stream()
                .filter(c -> SUITES.contains(c.modele()) || aRetenir.contains(c.id()))
                .filter(c -> c.etat().enAttente())
                .forEach(c -> courriers.retirer(
                        c.id(), "l'organisme n'accompagne pas la personne, l'orientation est à revoir", Agent.JALON));
    }

    /** The decision is taken again: the partner that was informed learns that it is over. */
    void aRevoir(UUID dossierId) {
        sansSuite(dossierId);
        notification(dossierId).ifPresent(c -> partenaires.direLaFin("a-revoir:" + c.id(), dossierId));
    }
}
