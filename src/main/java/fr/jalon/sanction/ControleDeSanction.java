package fr.jalon.sanction;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a sanction rests on, checked before it is decided: the letter and what it announced, the opinion, the foyer, the bounds, its first
 * day (CASF, art. L262-37).
 */
@Component
class ControleDeSanction {

    private static final String DEBUT_MAX = "DEBUT_JOURS_MAX";

    private final Gradation gradation;
    private final ReceptionDesLettres lettres;
    private final Horloge horloge;

    ControleDeSanction(Gradation gradation, ReceptionDesLettres lettres, Horloge horloge) {
        this.gradation = gradation;
        this.lettres = lettres;
        this.horloge = horloge;
    }

    /**
     * Refuses a sanction that would be void.
     *
     * @param foyerChange the foyer changed since the sanction was contemplated
     * @throws SaisieInvalide on each faulty field
     */
    void verifier(ManquementVue m, ChoixSanction c, boolean foyerChange) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        LocalDate aujourdhui = horloge.aujourdhui();
        verifierObservations(erreurs, m, aujourdhui);
        if (foyerChange && c.foyer() == null) {
            erreurs.add(new ErreurChamp(
                    "foyer",
                    "Le foyer a changé depuis le constat : dites ce qu'il est aujourd'hui, les bornes en dépendent."));
        }
        if (c.sanction() == m.constat().sanction() && gradation.avisRequis(c.sanction()) && m.avis() == null) {
            erreurs.add(new ErreurChamp(
                    "sanction",
                    "Une suppression demande d'abord l'avis de l'équipe : choisissez « Demander d'abord l'avis »."));
        }
        LocalDate recue = lettres.presumee(aujourdhui);
        if (c.debut().isBefore(recue)) {
            erreurs.add(new ErreurChamp(
                    "debut",
                    "La personne doit avoir reçu la décision : choisissez le " + Horloge.enMots(recue)
                            + ", ou un jour d'après."));
        }
        LocalDate dernier = aujourdhui.plusDays(gradation.parametre(DEBUT_MAX, aujourdhui));
        if (c.debut().isAfter(dernier)) {
            erreurs.add(new ErreurChamp(
                    "debut",
                    "Ce début est loin : choisissez un jour jusqu'au " + Horloge.enMots(dernier)
                            + ", ou vérifiez l'année."));
        }
        verifierBornes(erreurs, m, c);
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }

    /**
     * The last day to answer belongs to the person; without the receipt of her letter there is none. Nor is anything decided before the
     * letter left, even when she has said everything: she is first told the facts and the sanction, in a way that has a sure date
     * (CASF, art. L262-37).
     */
    static void verifierObservations(List<ErreurChamp> erreurs, ManquementVue m, LocalDate aujourdhui) {
        boolean toutDit = m.observations() != null && m.observations().fermes();
        if (m.reception().revenue()) {
            erreurs.add(new ErreurChamp(
                    "decision",
                    "La lettre est revenue : la personne n'est pas informée. Choisissez « Écrire de nouveau à"
                            + " la personne »."));
        } else if (m.finObservations() == null) {
            erreurs.add(new ErreurChamp(
                    "decision",
                    toutDit
                            ? "La lettre n'est pas encore partie : la personne doit être informée par écrit avant la"
                                    + " décision, même si elle a tout dit. Imprimez-la et notez son envoi ou sa remise."
                            : "La lettre n'est pas encore partie : le temps pour répondre court du jour où la personne"
                                    + " la reçoit."));
        } else if (!toutDit && !aujourdhui.isAfter(m.finObservations())) {
            erreurs.add(new ErreurChamp(
                    "decision",
                    "La lettre est " + (m.reception().prouvee() ? "reçue depuis le " : "tenue pour reçue le ")
                            + Horloge.enMots(m.reception().recueLe()) + " : la personne peut répondre jusqu'au "
                            + Horloge.enMots(m.finObservations()) + ". Décidez après."));
        }
    }

    /**
     * The person is told of the sanction incurred and answers to it (CASF, art. L262-37): what her last letter did not announce is not
     * decided. The constat is what that letter says.
     */
    private static void verifierAnnonce(List<ErreurChamp> erreurs, Constat annonce, ChoixSanction c) {
        if (c.sanction() == Sanction.SUPPRESSION && annonce.sanction() == Sanction.SUSPENSION) {
            erreurs.add(plusLourd("sanction", annonce, "une suppression est plus lourde"));
        }
        if (c.taux() > annonce.taux()) {
            erreurs.add(plusLourd("taux", annonce, c.taux() + " % est plus lourd"));
        }
        if (c.mois() > annonce.mois()) {
            erreurs.add(plusLourd("mois", annonce, c.mois() + " mois est plus lourd"));
        }
    }

    private static ErreurChamp plusLourd(String champ, Constat annonce, String quoi) {
        return new ErreurChamp(
                champ,
                "La lettre annonçait une " + Manquements.enMots(annonce.sanction(), annonce.taux(), annonce.mois())
                        + " : " + quoi + ". Restez dans ce qu'elle annonce, ou choisissez « Écrire de nouveau à la"
                        + " personne ».");
    }

    private void verifierBornes(List<ErreurChamp> erreurs, ManquementVue m, ChoixSanction c) {
        Constat constat = m.constat();
        try {
            Bornes bornes = gradation.verifier(
                    constat.nature(),
                    m.rang(),
                    c.foyer() == null ? constat.foyer() : c.foyer(),
                    constat.dateFaits(),
                    c.sanction(),
                    c.taux(),
                    c.mois());
            if (!gradation.sure(bornes)) {
                erreurs.add(new ErreurChamp(
                        "sanction",
                        "Ces bornes sont à confirmer (" + bornes.article()
                                + ") : une sanction ne repose pas sur elles tant que personne ne les a confirmées."));
            }
        } catch (SaisieInvalide e) {
            erreurs.addAll(e.erreurs());
            return;
        }
        verifierAnnonce(erreurs, constat, c);
        SuiteSanction suite = gradation.suite(constat.nature(), c.sanction(), c.taux(), c.mois());
        if (suite.radiation() && c.radiation() == null) {
            erreurs.add(new ErreurChamp(
                    "radiation",
                    "Dites si le Département propose à France Travail de retirer la personne de sa liste ("
                            + suite.article() + ")."));
        } else if (!suite.radiation() && Boolean.TRUE.equals(c.radiation())) {
            erreurs.add(new ErreurChamp(
                    "radiation", "Cette proposition n'est possible qu'avec une suppression totale de quatre mois."));
        }
    }
}
