package fr.jalon.web.dossier;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Montant;
import fr.jalon.mobilite.DevisCompare;
import fr.jalon.mobilite.Instruction;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;

/** The quotes of an aid in words: the chosen one, the other one, the chosen one beside the prices of the solidarity network. */
final class DevisEcran {

    private DevisEcran() {}

    static List<Vues.Paire> paires(Instruction i) {
        List<Vues.Paire> paires = new ArrayList<>();
        paires.add(new Vues.Paire(
                "Qui sera payé",
                i.devis().organisme() + (i.devis().autoEcole() == null ? "" : ", du réseau solidaire")));
        paires.add(new Vues.Paire(
                "Devis choisi",
                new Montant(i.demande().cout()).enFrancais() + ", le "
                        + Mots.jour(i.devis().date())));
        if (i.second() != null) {
            String autre =
                    i.second().organisme() == null ? "" : ", " + i.second().organisme();
            paires.add(new Vues.Paire(
                    "Second devis", Centimes.enFrancais(i.second().cout()) + autre));
            paires.add(new Vues.Paire(
                    "Pourquoi la personne choisit le premier", i.second().raisonDuChoix()));
        }
        return paires;
    }

    static Vues.DecisionExpliquee de(DevisCompare d) {
        boolean attention = d.ecart() > 0 || d.auDelaDeLEngagement();
        List<Vues.Paire> faits = new ArrayList<>();
        faits.add(new Vues.Paire("Ce devis", Centimes.enFrancais(d.cout())));
        faits.add(new Vues.Paire("Prix moyen du réseau", Centimes.enFrancais(d.reference())));
        if (d.engagement() != null) {
            faits.add(new Vues.Paire("Engagement de l’auto-école", Centimes.enFrancais(d.engagement())));
        }
        String heures =
                (d.supposees() ? "Pour les heures habituelles, " : "Pour ") + d.heures() + " heures de conduite";
        return new Vues.DecisionExpliquee(
                attention ? "attention" : "ok",
                ecart(d),
                d.auDelaDeLEngagement()
                        ? "Le devis dépasse ce que l’auto-école s’est engagée à demander."
                        : "Le devis à côté des prix du réseau d’auto-écoles solidaires",
                List.of(new Vues.Motif(heures + ".", faits, null, null, null)),
                false);
    }

    private static String ecart(DevisCompare d) {
        if (d.ecart() == 0) {
            return "Le prix moyen du réseau";
        }
        return Centimes.enFrancais(Math.abs(d.ecart())) + (d.ecart() > 0 ? " de plus" : " de moins")
                + " que le réseau (" + Math.abs(d.pourcentage()) + " %)";
    }
}
