package fr.jalon.web.api;

import fr.jalon.budget.LigneVue;
import fr.jalon.commun.Centimes;

/** One row a line, the amount last, with a point, so that any program can sum it. */
final class JournalEnCsv implements FormatDuJournal {

    @Override
    public String debut() {
        return "operation;nature;valeur;enregistreeLe;source;auteur;contrepasse;compte;montant\r\n";
    }

    @Override
    public String ligne(LigneVue ligne) {
        LigneVue.OperationVue o = ligne.operation();
        return String.join(
                        ";",
                        Long.toString(o.id()),
                        o.nature().name(),
                        o.valeur().toString(),
                        o.enregistreeLe().toString(),
                        texte(o.source()),
                        texte(o.auteur()),
                        o.contrepasse() == null ? "" : o.contrepasse().toString(),
                        ligne.compte(),
                        Centimes.enEuros(ligne.centimes()).toPlainString())
                + "\r\n";
    }

    /** No separator can break the row, no text becomes a formula of a spreadsheet. */
    private static String texte(String valeur) {
        String simple = valeur.replaceAll("[;\"\\p{Cntrl}]", " ").strip();
        return simple.matches("[=+@-].*") ? "'" + simple : simple;
    }

    @Override
    public String fin() {
        return "";
    }
}
