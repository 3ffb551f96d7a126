package fr.jalon.corbeille;

import java.util.List;

/**
 * What to show of a tab.
 *
 * @param dispositif null for all
 * @param antenne one antenne among those that the reader sees, null for all of them
 * @param etapes element ids, empty for all
 * @param retard only what is late
 * @param urgent only what is urgent
 * @param q words of the person's name or the number, without accents or case; null for all
 * @param tri order; null for urgent first, then the hard date
 */
public record FiltreCorbeille(
        Onglet onglet,
        String dispositif,
        String antenne,
        List<String> etapes,
        boolean retard,
        boolean urgent,
        String q,
        Tri tri) {

    public FiltreCorbeille {
        etapes = etapes == null ? List.of() : List.copyOf(etapes);
        tri = tri == null ? Tri.ECHEANCE : tri;
    }

    public static FiltreCorbeille de(Onglet onglet) {
        return new FiltreCorbeille(onglet, null, null, List.of(), false, false, null, null);
    }

    public FiltreCorbeille avecOnglet(Onglet autre) {
        return new FiltreCorbeille(autre, dispositif, antenne, etapes, retard, urgent, q, tri);
    }

    /** Orders that a reader may choose. */
    public enum Tri {
        ECHEANCE("Échéance", "rang, limite, tache_id"),
        ANCIENNETE("Ancienneté", "creee_le, tache_id"),
        NOM("Nom", "usager, tache_id"),
        NUMERO("Numéro", "numero, tache_id");

        private final String libelle;
        private final String sql;

        Tri(String libelle, String sql) {
            this.libelle = libelle;
            this.sql = sql;
        }

        public String libelle() {
            return libelle;
        }

        String sql() {
            return sql;
        }
    }
}
