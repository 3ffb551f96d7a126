package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dispositif.NoteSuivi;
import fr.jalon.dispositif.faits.OrientationAnnulee;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.usager.DecesDeclare;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The follow-ups of persons oriented to a partner, in the partner's space. They rest on the law (CASF, art. L262-29): the person is
 * informed, no agreement is asked, an agreement taken back elsewhere ends none of them, and only the least data go. The antenne keeps
 * the dossier until the first meeting is known.
 */
@Service
@Transactional
public class SuivisDOrientation {

    private static final int PRECISION_MAX = 500;

    private final PrescriptionsRepository prescriptions;
    private final PropositionsRepository propositions;
    private final Suivi suivi;
    private final ReponsesPartenaire reponses;
    private final Partages partages;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final Horloge horloge;

    SuivisDOrientation(
            PrescriptionsRepository prescriptions,
            PropositionsRepository propositions,
            Suivi suivi,
            ReponsesPartenaire reponses,
            Partages partages,
            Dossiers dossiers,
            Personnes personnes,
            Horloge horloge) {
        this.prescriptions = prescriptions;
        this.propositions = propositions;
        this.suivi = suivi;
        this.reponses = reponses;
        this.partages = partages;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.horloge = horloge;
    }

    /**
     * Opens the follow-up of an orientation; a repeat changes nothing.
     *
     * @param organisme code of the organisation that accompanies
     * @param nature kind of the organisation
     * @param decideur log-in name of who decided
     * @param attendueLe last day for the first appointment
     */
    public void ouvrir(
            UUID dossierId, String organisme, String nature, String decideur, LocalDate attendueLe, Agent auteur) {
        if (enCours(dossierId).filter(p -> p.organisme().equals(organisme)).isPresent()) {
            return;
        }
        enCours(dossierId).ifPresent(this::arreter);
        DossierVue dossier = dossiers.parId(dossierId);
        PersonneVue personne = personnes.parId(dossier.personneId());
        if (prescriptions.findById(dossierId).isEmpty()) {
            prescriptions.saveAndFlush(new Prescription(dossierId, null, partages.ecrire(List.of()), null, decideur));
        }
        Proposition p = Proposition.deLaLoi(
                dossierId,
                personne.id(),
                1 + propositions.findByDossierIdOrderByRang(dossierId).size(),
                organisme,
                partages.ecrire(partages.prevues(nature, personne, BaseDuPartage.LOI)),
                horloge.maintenant());
        p.attendre(attendueLe, attendueLe);
        propositions.saveAndFlush(p);
        dossiers.noterAttente(dossierId, EtatDossier.ATTENTE_PARTENAIRE);
        dossiers.tracer(
                dossierId,
                "PARTENAIRE",
                suivi.vue(p).organismeNom() + " : l'orientation lui est annoncée ; premier rendez-vous attendu.",
                auteur);
    }

    /** The follow-up of an orientation, over or not; empty when a partner never had one. */
    @Transactional(readOnly = true)
    public Optional<PropositionVue> suivi(UUID dossierId) {
        return propositions
                .findFirstByDossierIdOrderByRangDesc(dossierId)
                .filter(p -> p.base() == BaseDuPartage.LOI)
                .map(suivi::vue);
    }

    /**
     * What one of our agents heard about the first appointment.
     *
     * @throws SaisieInvalide on each faulty field
     * @throws fr.jalon.commun.Conflit when the partner said it meanwhile
     */
    public void noter(UUID dossierId, NoteSuivi note, Agent auteur) {
        Proposition p = suivi.derniere(dossierId);
        String motif = Textes.ouNull(note.motif());
        switch (note.issue()) {
            case RENDEZ_VOUS -> {
                reponses.verifierRendezVous(note.rendezVous(), note.lieu());
                p.donner(note.rendezVous(), Textes.ouNull(note.lieu()), auteur.identifiant(), horloge.maintenant());
                tracer(p, "premier rendez-vous le " + ReponsesPartenaire.moment(note.rendezVous()), auteur);
            }
            case RENCONTREE -> {
                exigerPasse(p);
                p.recevoir(horloge.aujourdhui());
                tracer(p, "a reçu la personne", auteur);
            }
            case ABSENTE -> {
                exigerPasse(p);
                p.finir(EtatProposition.MANQUEE, horloge.maintenant());
                dossiers.noterAttente(dossierId, EtatDossier.EN_INSTRUCTION);
                tracer(p, "n'a pas vu la personne", motif, auteur);
            }
            case REFUS -> {
                p.decliner(
                        Textes.ouNull(Textes.couper(motif, PRECISION_MAX)), auteur.identifiant(), horloge.maintenant());
                dossiers.noterAttente(dossierId, EtatDossier.EN_INSTRUCTION);
                tracer(p, "ne peut pas accompagner la personne", motif, auteur);
            }
            case A_REVOIR -> {
                arreter(p);
                dossiers.noterAttente(dossierId, EtatDossier.EN_INSTRUCTION);
                tracer(p, "n'accompagne plus la personne, l'orientation est à revoir avec elle", motif, auteur);
            }
        }
    }

    /** An appointment to come is neither held nor missed. */
    private void exigerPasse(Proposition p) {
        if (p.rendezVous() != null && p.rendezVous().isAfter(horloge.maintenant())) {
            throw new SaisieInvalide(
                    "resultat", "Ce rendez-vous n'a pas encore eu lieu : attendez ce jour, ou donnez une autre date.");
        }
    }

    private void tracer(Proposition p, String quoi, Agent auteur) {
        tracer(p, quoi, null, auteur);
    }

    private void tracer(Proposition p, String quoi, String precision, Agent auteur) {
        dossiers.tracer(
                p.dossierId(), "PARTENAIRE", suivi.vue(p).organismeNom() + " : " + quoi + ".", precision, auteur);
    }

    /** A death ends each of them: the partner reads nothing any more, even when our dossier is over. */
    @EventListener
    void sur(DecesDeclare fait) {
        finirLesAutres(fait.personneId(), null);
    }

    /** The follow-ups of a person in other dossiers end: somebody else accompanies it now. */
    public void finirLesAutres(UUID personneId, UUID dossierId) {
        propositions.findByPersonneIdOrderByProposeeLeDesc(personneId).stream()
                .filter(p -> p.base() == BaseDuPartage.LOI && p.etat().ouverte())
                .filter(p -> !p.dossierId().equals(dossierId))
                .forEach(this::arreter);
    }

    /** An orientation taken back informs nobody any more. */
    @EventListener
    void sur(OrientationAnnulee fait) {
        if (fait.dossierId() != null) {
            enCours(fait.dossierId()).ifPresent(this::arreter);
        }
    }

    private Optional<Proposition> enCours(UUID dossierId) {
        return propositions
                .findFirstByDossierIdOrderByRangDesc(dossierId)
                .filter(p -> p.base() == BaseDuPartage.LOI && p.etat().ouverte());
    }

    private void arreter(Proposition p) {
        p.finir(EtatProposition.ARRETEE, horloge.maintenant());
    }
}
