package fr.jalon.decision;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** A fired rule read with the types that the computation needs. */
public record Ligne(RegleDeclenchee regle) {

    public String id() {
        return regle.id();
    }

    public String texte(String colonne) {
        return regle.texte(colonne);
    }

    /** A sentence with its words between braces replaced: {@code {base}} by the value named {@code base}. */
    public String phrase(String colonne, Map<String, String> mots) {
        String texte = texte(colonne);
        for (Map.Entry<String, String> mot : mots.entrySet()) {
            texte = texte.replace("{" + mot.getKey() + "}", mot.getValue());
        }
        return texte;
    }

    public boolean vrai(String colonne) {
        return Boolean.TRUE.equals(regle.sorties().get(colonne));
    }

    /** Yes, no, or null when the cell is empty. */
    public Boolean indicateur(String colonne) {
        return (Boolean) regle.sorties().get(colonne);
    }

    /** Exact decimal written in the table: going through text keeps 0.165 from becoming a binary fraction. */
    public BigDecimal decimal(String colonne) {
        return new BigDecimal(valeur(colonne).toString());
    }

    /** Same, empty when the cell is. */
    public Optional<BigDecimal> decimalSiConnu(String colonne) {
        return Optional.ofNullable(texte(colonne)).map(BigDecimal::new);
    }

    public int entier(String colonne) {
        return decimal(colonne).intValueExact();
    }

    /** Whether the certainty column says that the row is not certain: C (press, summary) or U (not verified). */
    public boolean incertaine() {
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
