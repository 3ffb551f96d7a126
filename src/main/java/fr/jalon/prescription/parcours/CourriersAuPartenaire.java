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
        UUID dossierId = contexte.dossierId();
        String cle = contexte.cleUnique(CodesCourrier.PREMIER_RENDEZ_VOUS_PARTENAIRE);
        List<CourrierVue> avant = courriers.parDossier(dossierId).stream()
                .filter(c -> CodesCourrier.PREMIER_RENDEZ_VOUS_PARTENAIRE.equals(c.modele())
                        && c.etat() != EtatCourrier.ANNULE)
                .toList();
        avant.stream()
                .filter(c -> c.etat().enAttente())
                .forEach(c -> courriers.retirer(c.id(), "le rendez-vous a changé", Agent.JALON));
        boolean remplace = avant.stream().anyMatch(c -> !c.etat().enAttente());
        Complement autour = valeurs ->
                valeurs.texte("orientation.referent", referent).texte("rdv.remplace", remplace ? "oui" : null);
        lettres.ecrire(
                cle,
                CodesCourrier.PREMIER_RENDEZ_VOUS_PARTENAIRE,
                dossierId,
                lettres.rendezVous(dossierId).puis(autour));
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
