package fr.jalon.sanction.parcours;

import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.Explication;
import fr.jalon.dispositif.LettresDossier;
import fr.jalon.dispositif.LettresDossier.Complement;
import fr.jalon.dossier.Issue;
import fr.jalon.sanction.AvisEquipe;
import fr.jalon.sanction.Bornes;
import fr.jalon.sanction.ChoixSanction;
import fr.jalon.sanction.Constat;
import fr.jalon.sanction.DecisionSanction;
import fr.jalon.sanction.Gradation;
import fr.jalon.sanction.ManquementVue;
import fr.jalon.sanction.Manquements;
import fr.jalon.sanction.ReceptionDesLettres;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final ReceptionDesLettres receptions;
    private final Decisions decisions;

    LettresManquement(
            LettresDossier lettres,
            Manquements manquements,
            Gradation gradation,
            Comptes comptes,
            ReceptionDesLettres receptions,
            Decisions decisions) {
        this.lettres = lettres;
        this.manquements = manquements;
        this.gradation = gradation;
        this.comptes = comptes;
        this.receptions = receptions;
        this.decisions = decisions;
    }

    /** @param remplace letter that this one cancels and replaces, or null */
    CourrierVue ecrire(String cle, String modele, UUID dossierId, UUID remplace, Complement complement) {
        String enCharge = manquements.manquement(dossierId).constatePar();
        return lettres.ecrire(
                cle, new LettresDossier.Lettre(modele, dossierId, DEMANDE, enCharge, remplace, complement));
    }

    /** The facts, what is contemplated, how and until when to answer. */
    Complement avant(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        Constat c = m.constat();
        Gradation.Motif motif = gradation.motif(c.nature());
        Bornes bornes =
                gradation.verifier(c.nature(), m.rang(), c.foyer(), c.dateFaits(), c.sanction(), c.taux(), c.mois());
        return valeurs -> valeurs.texte("manquement.raison", motif.raison())
                .date("manquement.date", c.dateFaits())
                .texte("manquement.faits", c.faits())
                .texte("sanction.nature", c.sanction().libelle().toLowerCase(Locale.FRENCH))
                .texte("sanction.taux", c.taux() + " %")
                .texte("sanction.duree", c.mois() + " mois")
                .texte("sanction.avisEquipe", gradation.avisRequis(c.sanction()) || c.avisDemande() ? "oui" : null)
                .texte("sanction.article", bornes.article())
                .texte("manquement.enRegle", motif.enRegle())
                .texte("manquement.delai", receptions.tempsConfirme() ? receptions.tempsPourRepondre() : null);
    }

    /** Motivation in law and in fact (CRPA, art. L211-2 and L211-5), dates, remedies. */
    Complement sanction(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        Constat c = m.constat();
        ChoixSanction choix = m.choix();
        Bornes regle = gradation.verifier(
                c.nature(), m.rang(), c.foyer(), c.dateFaits(), choix.sanction(), choix.taux(), choix.mois());
        Gradation.Motif motif = gradation.motif(c.nature());
        List<Explication> motivation = List.of(
                new Explication(c.nature(), motif.article(), c.faits(), null),
                new Explication(regle.regle(), regle.article(), regle.raison(), regle.quiChangerait()));
        LocalDate jour = jourDe(m.decideeLe());
        Complement signature = valeurs -> comptes.parIdentifiant(m.decideePar())
                .ifPresent(a -> valeurs.texte("signataire.prenom", a.prenom())
                        .texte("signataire.nom", a.nom())
                        .texte("signataire.qualite", a.qualite()));
        return signature.puis(valeurs -> valeurs.motivation(motivation)
                .texte("decision.auteur", lettres.coordonnees("DEPARTEMENT").nom())
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
                .texte("sanction.radiation", Boolean.TRUE.equals(choix.radiation()) ? "oui" : null)
                .texte("manquement.enRegle", motif.enRegle())
                .texte("algorithme.finalite", finalite())
                .texte("sanction.motif", choix.motif())
                .date("sanction.debut", choix.debut()));
    }

    private static LocalDate jourDe(Instant quand) {
        return LocalDate.ofInstant(quand, Horloge.PARIS);
    }

    /** The reason of a decision is the person's to read; that of a further question stays with the agents. */
    Complement sansSanction(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        boolean decidee = m.choix() != null && m.choix().decision() == DecisionSanction.NE_PAS_SANCTIONNER;
        return valeurs -> valeurs.date(
                        "manquement.date",
                        m.constat() == null ? null : m.constat().dateFaits())
                .texte("sanction.motif", decidee ? m.choix().motif() : null)
                .date("sanction.enRegleLe", m.enRegleLe());
    }

    /** @param transmise whether the CAF, which knew of the sanction, is told of its end */
    Complement levee(UUID dossierId, boolean transmise) {
        ManquementVue m = manquements.manquement(dossierId);
        ChoixSanction choix = m.choix();
        Constat c = m.constat();
        Bornes regle = gradation.verifier(
                c.nature(), m.rang(), c.foyer(), c.dateFaits(), choix.sanction(), choix.taux(), choix.mois());
        return valeurs -> valeurs.date("sanction.enRegleLe", m.enRegleLe())
                .texte("sanction.nature", choix.sanction().libelle().toLowerCase(Locale.FRENCH))
                .texte("sanction.article", regle.article())
                .texte("sanction.transmise", transmise ? "oui" : null)
                .date("decision.date", jourDe(m.decideeLe()))
                .texte("sanction.avantDebut", m.enRegleLe().isBefore(choix.debut()) ? "oui" : null)
                .date("sanction.debut", choix.debut());
    }

    /** Why the procedure ends without anything decided. */
    Complement terminee(UUID dossierId, Issue issue) {
        ManquementVue m = manquements.manquement(dossierId);
        return valeurs -> valeurs.date("manquement.date", m.constat().dateFaits())
                .texte("manquement.finDesistement", issue == Issue.DESISTEMENT ? "oui" : null)
                .texte("manquement.finDepart", issue == Issue.DEMENAGEMENT ? "oui" : null)
                .texte("manquement.finDoublon", issue == Issue.DOUBLON ? "oui" : null)
                .texte("manquement.sanctionEnCours", m.sanctionnee() ? "oui" : null);
    }

    Complement finDroit(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        ChoixSanction choix = m.choix();
        return valeurs -> valeurs.date("sanction.fin", m.fin().minusDays(1))
                .texte(
                        "manquement.enRegle",
                        gradation.motif(m.constat().nature()).enRegle())
                .texte("decision.auteur", lettres.coordonnees("DEPARTEMENT").nom())
                .texte(
                        "sanction.article",
                        gradation
                                .suite(m.constat().nature(), choix.sanction(), choix.taux(), choix.mois())
                                .article());
    }

    /** What the rules computed, for the mention that the person may ask for them (CRPA, art. L311-3-1). */
    private String finalite() {
        return decisions
                .evaluer("finalites-calculs", Map.of("calcul", "SANCTION"))
                .unique()
                .map(r -> r.texte("finalite"))
                .orElseThrow(() -> new IllegalStateException("finalites-calculs n'a pas de ligne SANCTION"));
    }

    private static String avis(AvisEquipe avis) {
        return avis == null ? null : avis.motif();
    }
}
