package fr.jalon.parcours.partenaire;

import fr.jalon.courrier.CodesCourrier;
import fr.jalon.parcours.ContexteEtape;
import fr.jalon.parcours.LettresDossier.Complement;
import fr.jalon.prescription.PropositionVue;
import fr.jalon.prescription.SuivisDOrientation;
import org.springframework.stereotype.Service;

/** What the path of an orientation writes about a partner that accompanies by the law (CASF, art. L262-29). */
@Service
public class CourriersAuPartenaire {

    private final LettresPartenaire lettres;
    private final AvisAuxPartenaires avis;
    private final SuivisDOrientation suivis;

    CourriersAuPartenaire(LettresPartenaire lettres, AvisAuxPartenaires avis, SuivisDOrientation suivis) {
        this.lettres = lettres;
        this.avis = avis;
        this.suivis = suivis;
    }

    /** To the partner: whom it accompanies from now on, with the least data, and what is expected. */
    public void informer(ContexteEtape contexte) {
        lettres.ecrireAuPartenaire(
                contexte.cleUnique(CodesCourrier.ORIENTATION_CONFIEE),
                CodesCourrier.ORIENTATION_CONFIEE,
                contexte.dossierId(),
                lettres.partage(contexte.dossierId()));
        avis.deposer(contexte, "CONFIEE");
    }

    /** To the person: the appointment that the partner gave. */
    public void annoncerLePremierRendezVous(ContexteEtape contexte) {
        lettres.ecrire(
                contexte.cleUnique(CodesCourrier.PREMIER_RENDEZ_VOUS_PARTENAIRE),
                CodesCourrier.PREMIER_RENDEZ_VOUS_PARTENAIRE,
                contexte.dossierId(),
                lettres.rendezVous(contexte.dossierId()));
    }

    /** To the partner that was informed: it is over. A number, no personal data; nothing when no partner was. */
    public void direLaFin(ContexteEtape contexte) {
        if (suivis.suivi(contexte.dossierId())
                .filter(PropositionVue::arreteeApresProposition)
                .isPresent()) {
            lettres.ecrireAuPartenaire(
                    contexte.cleUnique(CodesCourrier.FIN_PARTAGE_PARTENAIRE),
                    CodesCourrier.FIN_PARTAGE_PARTENAIRE,
                    contexte.dossierId(),
                    Complement.AUCUN);
            avis.deposer(contexte, "FIN");
        }
    }
}
