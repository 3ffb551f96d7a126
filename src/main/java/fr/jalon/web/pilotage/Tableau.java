package fr.jalon.web.pilotage;

import fr.jalon.pilotage.Case;
import fr.jalon.web.commun.Barres;
import fr.jalon.web.commun.SecretStatistique;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table of numbers and its drawing.
 *
 * @param id of the section
 * @param premier heading of the rows
 * @param titres headings of the numbers
 * @param note what to know to read it, null when nothing
 */
record Tableau(
        String id, String titre, String premier, List<String> titres, List<Ligne> lignes, Barres barres, String note) {

    /**
     * A row.
     *
     * @param href list of its own, null when there is none
     * @param notes what happened meanwhile
     */
    record Ligne(String libelle, String href, List<Cellule> cellules, List<String> notes) {

        Ligne(String libelle, String href, List<Cellule> cellules) {
            this(libelle, href, cellules, List.of());
        }
    }

    /** A number as it is written, and the list behind it for whom it is open. */
    record Cellule(String texte, String href, Number valeur) {

        static Cellule de(Case nombre, String href) {
            if (nombre.masque()) {
                return new Cellule(SecretStatistique.MASQUE, null, Barres.CACHE);
            }
            return new Cellule(
                    String.format(Locale.FRENCH, "%,d", nombre.nombre()),
                    nombre.nombre() == 0 ? null : href,
                    nombre.nombre());
        }

        /** Working days, or hidden. */
        static Cellule jours(Double jours, boolean masque) {
            if (masque) {
                return new Cellule(SecretStatistique.MASQUE, null, Barres.CACHE);
            }
            return new Cellule(String.format(Locale.FRENCH, "%.1f", jours), null, jours);
        }

        /** A part in per cent. */
        static Cellule part(Integer pourcentage, boolean masque) {
            if (masque) {
                return new Cellule(SecretStatistique.MASQUE, null, Barres.CACHE);
            }
            return pourcentage == null ? rien() : new Cellule(pourcentage + " %", null, pourcentage);
        }

        static Cellule rien() {
            return new Cellule("–", null, null);
        }

        static Cellule mot(String texte) {
            return new Cellule(texte, null, null);
        }
    }

    public boolean vide() {
        return lignes.isEmpty();
    }

    /** Rows of a file: table, row, heading, number. */
    List<List<String>> rangees() {
        List<List<String>> rangees = new ArrayList<>();
        for (Ligne l : lignes) {
            for (int i = 0; i < titres.size(); i++) {
                rangees.add(List.of(
                        titre, l.libelle(), titres.get(i), l.cellules().get(i).texte()));
            }
            l.notes().forEach(n -> rangees.add(List.of(titre, l.libelle(), "À savoir", n)));
        }
        return rangees;
    }
}
