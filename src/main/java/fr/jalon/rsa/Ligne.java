package fr.jalon.rsa;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.math.BigDecimal;

/** A fired rule read with the types that the computation needs. */
record Ligne(RegleDeclenchee regle) {

    String id() {
        return regle.id();
    }

    String texte(String colonne) {
        return regle.texte(colonne);
    }

    boolean vrai(String colonne) {
        return Boolean.TRUE.equals(regle.sorties().get(colonne));
    }

    /** Yes, no, or null when the cell is empty. */
    Boolean indicateur(String colonne) {
        return (Boolean) regle.sorties().get(colonne);
    }

    /** Exact decimal written in the table: going through text keeps 0.165 from becoming a binary fraction. */
    BigDecimal decimal(String colonne) {
        return new BigDecimal(valeur(colonne).toString());
    }

    int entier(String colonne) {
        return decimal(colonne).intValueExact();
    }

    /** Whether the certainty column says that the row is not certain: C (press, summary) or U (not verified). */
    boolean incertaine() {
        String certitude = texte("certitude");
        return "C".equals(certitude) || "U".equals(certitude);
    }

    private Object valeur(String colonne) {
        Object valeur = regle.sorties().get(colonne);
        if (valeur == null) {
            throw new IllegalStateException("la règle " + id() + " n'a pas de valeur dans la colonne " + colonne);
        }
        return valeur;
    }
}
