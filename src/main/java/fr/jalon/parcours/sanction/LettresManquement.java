package fr.jalon.parcours.sanction;

import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.decision.Explication;
import fr.jalon.parcours.LettresDossier;
import fr.jalon.parcours.LettresDossier.Complement;
import fr.jalon.sanction.AvisEquipe;
import fr.jalon.sanction.Bornes;
import fr.jalon.sanction.ChoixSanction;
import fr.jalon.sanction.Constat;
import fr.jalon.sanction.Gradation;
import fr.jalon.sanction.ManquementVue;
import fr.jalon.sanction.Manquements;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers what each letter of the procedure says. Nothing here is a text: the words are the templates' and the tables'. */
@Component
class LettresManquement {

    private static final String DEMANDE = "accompagnement";

    private final LettresDossier lettres;
    private final Manquements manquements;
    private final Gradation gradation;
    private final Comptes comptes;

    LettresManquement(LettresDossier lettres, Manquements manquements, Gradation gradation, Comptes comptes) {
        this.lettres = lettres;
        this.manquements = manquements;
        this.gradation = gradation;
        this.comptes = comptes;
    }

    CourrierVue ecrire(String cle, String modele, UUID dossierId, Complement complement) {
        String enCharge = manquements.manquement(dossierId).constatePar();
        return lettres.ecrire(cle, new LettresDossier.Lettre(modele, dossierId, DEMANDE, enCharge, complement));
    }

    /** The facts, what is contemplated, how and until when to answer. */
    Complement avant(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        Constat c = m.constat();
        return valeurs -> valeurs.texte(
                        "manquement.raison", gradation.motif(c.nature()).raison())
                .date("manquement.date", c.dateFaits())
                .texte("manquement.faits", c.faits())
                .texte("sanction.nature", c.sanction().libelle().toLowerCase(Locale.FRENCH))
                .texte("sanction.taux", c.taux() + " %")
                .texte("sanction.duree", c.mois() + " mois")
                .texte("sanction.avisEquipe", gradation.avisRequis(c.sanction()) || c.avisDemande() ? "oui" : null)
                .date("delai.dateLimite", m.finObservations());
    }

    /** Motivation in law and in fact (CRPA, art. L211-2 and L211-5), dates, remedies. */
    Complement sanction(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        Constat c = m.constat();
        ChoixSanction choix = m.choix();
        Bornes regle =
                gradation.verifier(m.rang(), c.foyer(), c.dateFaits(), choix.sanction(), choix.taux(), choix.mois());
        Gradation.Motif motif = gradation.motif(c.nature());
        List<Explication> motivation = List.of(
                new Explication(c.nature(), motif.article(), c.faits(), null),
                new Explication(regle.regle(), regle.article(), regle.raison(), regle.quiChangerait()));
        LocalDate jour = LocalDate.ofInstant(m.decideeLe(), Horloge.PARIS);
        Complement signature = valeurs -> comptes.parIdentifiant(m.decideePar())
                .ifPresent(a -> valeurs.texte("signataire.prenom", a.prenom())
                        .texte("signataire.nom", a.nom())
                        .texte("signataire.qualite", a.qualite()));
        return signature.puis(valeurs -> valeurs.motivation(motivation)
                .texte("decision.auteur", lettres.coordonnees("DEPARTEMENT").texte("nom"))
                .date("decision.date", jour)
                .texte("manquement.raison", motif.raison())
                .texte(
                        "manquement.observations",
                        m.observations() == null ? null : m.observations().texte())
                .texte("manquement.avisEquipe", avis(m.avis()))
                .texte("sanction.nature", choix.sanction().libelle().toLowerCase(Locale.FRENCH))
                .texte("sanction.taux", choix.taux() + " %")
                .texte("sanction.duree", choix.mois() + " mois")
                .texte("sanction.levee", regle.levee() ? "oui" : null)
                .texte("sanction.motif", choix.motif())
                .date("sanction.debut", choix.debut())
                .date("sanction.fin", m.fin().minusDays(1)));
    }

    Complement sansSanction(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        return valeurs -> valeurs.date(
                        "manquement.date",
                        m.constat() == null ? null : m.constat().dateFaits())
                .texte("sanction.motif", m.choix() == null ? null : m.choix().motif())
                .date("sanction.enRegleLe", m.enRegleLe());
    }

    Complement levee(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        return valeurs -> valeurs.date("sanction.enRegleLe", m.enRegleLe())
                .texte("sanction.nature", m.choix().sanction().libelle().toLowerCase(Locale.FRENCH))
                .date("sanction.debut", m.choix().debut());
    }

    private static String avis(AvisEquipe avis) {
        return avis == null ? null : avis.motif();
    }
}
