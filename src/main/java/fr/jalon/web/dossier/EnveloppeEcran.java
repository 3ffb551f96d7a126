package fr.jalon.web.dossier;

import fr.jalon.commun.Centimes;
import fr.jalon.mobilite.CreditDeLAide;
import fr.jalon.web.commun.Vues;
import java.util.List;

/** The envelope of an aid, for who decides: what it holds now, what would be left. */
final class EnveloppeEcran {

    private EnveloppeEcran() {}

    /** @param centimes what was granted, or is proposed */
    static Vues.DecisionExpliquee de(CreditDeLAide credit, long centimes) {
        if (!credit.ouverte()) {
            return new Vues.DecisionExpliquee(
                    "erreur",
                    "Enveloppe qui n’est pas ouverte",
                    "L’enveloppe " + credit.enveloppe() + " n’est pas ouverte : aucune aide ne peut être engagée.",
                    List.of(),
                    false);
        }
        boolean suffit = credit.suffit(centimes);
        return new Vues.DecisionExpliquee(
                suffit ? "ok" : "attention",
                suffit ? "Le crédit suffit" : "Le crédit ne suffit pas",
                credit.libelle() + " : ce qui reste aujourd’hui",
                List.of(new Vues.Motif(phrase(credit, centimes), chiffres(credit), null, null, null)),
                false);
    }

    private static String phrase(CreditDeLAide credit, long centimes) {
        if (centimes == 0) {
            return "Les règles ne proposent rien : une aide accordée serait prise sur ce qui reste.";
        }
        return credit.suffit(centimes)
                ? "Après cette aide de " + Centimes.enFrancais(centimes) + ", il resterait "
                        + Centimes.enFrancais(credit.apres(centimes)) + "."
                : "Il manque " + Centimes.enFrancais(-credit.apres(centimes)) + " pour accorder "
                        + Centimes.enFrancais(centimes) + " : rien ne sera engagé tant que le crédit n’est pas trouvé.";
    }

    private static List<Vues.Paire> chiffres(CreditDeLAide credit) {
        return List.of(
                new Vues.Paire("Voté", Centimes.enFrancais(credit.chiffres().vote())),
                new Vues.Paire("Réservé", Centimes.enFrancais(credit.chiffres().reserve())),
                new Vues.Paire("Engagé", Centimes.enFrancais(credit.chiffres().engage())),
                new Vues.Paire("Reste", Centimes.enFrancais(credit.chiffres().libre())));
    }
}
