package fr.jalon.web.api;

import fr.jalon.budget.LigneVue;
import fr.jalon.commun.Centimes;
import java.time.LocalDate;
import java.util.List;

/** Text that bean-check accepts: accounts opened, then a transaction an operation, its id as link, a blank line after each. */
final class JournalEnBeancount implements FormatDuJournal {

    private final LocalDate ouverture;
    private final List<String> comptes;
    private long operation;

    JournalEnBeancount(LocalDate ouverture, List<String> comptes) {
        this.ouverture = ouverture;
        this.comptes = comptes;
    }

    @Override
    public String debut() {
        StringBuilder texte = new StringBuilder();
        comptes.forEach(c -> texte.append(ouverture).append(" open ").append(c).append(" EUR\n"));
        return texte.append('\n').toString();
    }

    @Override
    public String ligne(LigneVue ligne) {
        String montant = "  " + ligne.compte() + "  "
                + Centimes.enEuros(ligne.centimes()).toPlainString() + " EUR\n";
        LigneVue.OperationVue o = ligne.operation();
        if (o.id() == operation) {
            return montant;
        }
        String entete =
                o.valeur() + " * \"" + o.nature().libelle() + " : " + texte(o.source()) + "\" ^" + o.id() + "\n";
        String avant = operation == 0 ? "" : "\n";
        operation = o.id();
        return avant + entete + montant;
    }

    private static String texte(String valeur) {
        return valeur.replaceAll("[\"\\\\\\p{Cntrl}]", " ");
    }

    @Override
    public String fin() {
        return operation == 0 ? "" : "\n";
    }
}
