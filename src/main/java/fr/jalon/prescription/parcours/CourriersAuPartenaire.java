package fr.jalon.prescription.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.LettresDossier.Complement;
import fr.jalon.prescription.PropositionVue;
import fr.jalon.prescription.SuivisDOrientation;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What the path of an orientation writes about a partner that accompanies by the law (CASF, art. L262-29). */
@Service
public class CourriersAuPartenaire {

    private final LettresPartenaire lettres;
    private final AvisAuxPartenaires avis;
    private final SuivisDOrientation suivis;
    private final Courriers courriers;

    CourriersAuPartenaire(
            LettresPartenaire lettres, AvisAuxPartenaires avis, SuivisDOrientation suivis, Courriers courriers) {
        this.courriers = courriers;
        this.lettres = lettres;
        this.avis = avis;
        this.suivis = suivis;
    }

    /**
     * To the partner: whom it accompanies from now on, with the least data, and what is expected.
     *
     * @param cle the same each time this very announcement is tried again
     */
    public void informer(String cle, UUID dossierId) {
        lettres.ecrireAuPartenaire(
                cle + ":" + CodesCourrier.ORIENTATION_CONFIEE,
                CodesCourrier.ORIENTATION_CONFIEE,
                dossierId,
                lettres.partage(dossierId));
        avis.deposer(cle + ":avis", dossierId, "CONFIEE");
    }

    /**
     * To the person: the appointment that the partner gave. A former one that still waits does not leave, and one that left is replaced.
     *
     * @param referent whom the partner named, null when it named nobody
     */
    public void annoncerLePremierRendezVous(ContexteEtape contexte, String referent) {
        ecrireLeRendezVous(
                contexte,
                CodesCourrier.PREMIER_RENDEZ_VOUS_PARTENAIRE,
                valeurs -> valeurs.texte("orientation.referent", referent));
    }

    /** Same, of the partner that a person chose to see. */
    void annoncerLeRendezVous(ContexteEtape contexte) {
        ecrireLeRendezVous(contexte, CodesCourrier.RENDEZ_VOUS_PARTENAIRE, Complement.AUCUN);
    }

    private void ecrireLeRendezVous(ContexteEtape contexte, String modele, Complement autour) {
        UUID dossierId = contexte.dossierId();
        String cle = contexte.cleUnique(modele);
        List<CourrierVue> avant = courriers.parDossier(dossierId).stream()
                .filter(c -> modele.equals(c.modele()) && c.etat() != EtatCourrier.ANNULE)
                .toList();
        avant.stream()
                .filter(c -> c.etat().enAttente())
                .forEach(c -> courriers.retirer(c.id(), "le rendez-vous a changé", Agent.JALON));
        boolean remplace = avant.stream().anyMatch(c -> !c.etat().enAttente());
        Complement ancien = valeurs -> valeurs.texte("rdv.remplace", remplace ? "oui" : null);
        lettres.ecrire(
                cle,
                modele,
                dossierId,
                lettres.rendezVous(dossierId).puis(autour).puis(ancien));
    }

    /**
     * To the partner that was informed: it is over. A number, no personal data; nothing when no partner was.
     *
     * @param cle the same each time this very end is told again
     */
    public void direLaFin(String cle, UUID dossierId) {
        if (suivis.suivi(dossierId)
                .filter(PropositionVue::arreteeApresProposition)
                .isPresent()) {
            lettres.ecrireAuPartenaire(
                    cle + ":" + CodesCourrier.FIN_PARTAGE_PARTENAIRE,
                    CodesCourrier.FIN_PARTAGE_PARTENAIRE,
                    dossierId,
                    Complement.AUCUN);
            avis.deposer(cle + ":avis", dossierId, "FIN");
        }
    }
}
