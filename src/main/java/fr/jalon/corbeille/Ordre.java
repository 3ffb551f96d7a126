package fr.jalon.corbeille;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One key of the order of a list; the keys after it part what it leaves equal. */
public record Ordre(Cle cle, boolean inverse) {

    /** Keys that a reader may choose. */
    public enum Cle {
        ECHEANCE("Échéance", "rang, limite"),
        ANCIENNETE("Ancienneté", "creee_le"),
        NOM("Nom", "usager"),
        NUMERO("Numéro", "numero"),
        ETAPE("À faire", "libelle"),
        DISPOSITIF("Dispositif", "dispositif"),
        DETENTEUR("Agent", "assigne_nom");

        private final String libelle;
        private final String colonnes;

        Cle(String libelle, String colonnes) {
            this.libelle = libelle;
            this.colonnes = colonnes;
        }

        public String libelle() {
            return libelle;
        }
    }

    /** Urgent first, then the hard date: the order of a day's work. */
    public static final Ordre ECHEANCE = new Ordre(Cle.ECHEANCE, false);

    String sql() {
        return Arrays.stream(cle.colonnes.split(", "))
                .map(c -> inverse ? c + " desc" : c)
                .collect(Collectors.joining(", "));
    }
}
