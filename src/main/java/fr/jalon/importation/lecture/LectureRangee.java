package fr.jalon.importation.lecture;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.TexteSaisi;
import fr.jalon.commun.Textes;
import fr.jalon.importation.MessageLigne;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Reads the cells of a row in their French forms, and keeps one message for each that cannot be read. */
public final class LectureRangee {

    private static final Set<String> OUI = Set.of("oui", "o", "vrai", "true", "1", "x");
    private static final Set<String> NON = Set.of("non", "n", "faux", "false", "0");

    private final Map<String, String> valeurs;
    private final List<MessageLigne> erreurs = new ArrayList<>();
    private final List<MessageLigne> dits = new ArrayList<>();

    public LectureRangee(Map<String, String> valeurs) {
        this.valeurs = valeurs;
        valeurs.forEach((colonne, valeur) -> {
            if (ValeursFrancaises.estErreurDeTableur(valeur)) {
                refuser(
                        colonne,
                        "Cette case contient une erreur du tableur (" + valeur
                                + "). Écrivez la valeur, ou videz la case.");
            } else if (ValeursFrancaises.estAbime(valeur)) {
                refuser(
                        colonne,
                        "Des lettres de cette case sont abîmées : « " + valeur
                                + " ». Écrivez-la à nouveau avec ses accents.");
            } else if (ValeursFrancaises.estFormule(valeur)) {
                refuser(colonne, "Cette case contient une formule. Écrivez la valeur elle-même.");
            } else if (!Textes.lisible(valeur)) {
                refuser(colonne, TexteSaisi.ILLISIBLE);
            }
        });
    }

    /** Whether the file spoiled a cell: an error of the spreadsheet, lost accents, a formula, invisible characters. */
    public static boolean abimee(String valeur) {
        return ValeursFrancaises.estErreurDeTableur(valeur)
                || ValeursFrancaises.estAbime(valeur)
                || ValeursFrancaises.estFormule(valeur)
                || !Textes.lisible(valeur);
    }

    public boolean present(String colonne) {
        return valeurs.containsKey(colonne);
    }

    /** Names of the columns that are filled. */
    public Set<String> colonnes() {
        return valeurs.keySet();
    }

    /** The text, or null when the cell is empty. */
    public String texte(String colonne) {
        return valeurs.get(colonne);
    }

    /** The text; an empty cell is an error. */
    public String exiger(String colonne) {
        String valeur = valeurs.get(colonne);
        if (valeur == null) {
            refuser(colonne, "Cette case est vide : remplissez-la.");
        }
        return valeur;
    }

    public LocalDate date(String colonne) {
        return lire(colonne, ValeursFrancaises::date);
    }

    public LocalDate exigerDate(String colonne) {
        return exiger(colonne) == null ? null : date(colonne);
    }

    public BigDecimal nombre(String colonne) {
        return lire(colonne, ValeursFrancaises::nombre);
    }

    /** A whole number; null when empty or unreadable. */
    public Integer entier(String colonne) {
        return lire(colonne, texte -> {
            if (!texte.matches("\\d{1,9}")) {
                throw new ValeurIllisible("Écrivez un nombre entier, par exemple 3.");
            }
            return Integer.valueOf(texte);
        });
    }

    /** Yes or no; null when empty. */
    public Boolean ouiNon(String colonne) {
        return lire(colonne, texte -> {
            String mot = Textes.recherche(texte);
            if (!OUI.contains(mot) && !NON.contains(mot)) {
                throw new ValeurIllisible("Écrivez oui ou non.");
            }
            return OUI.contains(mot);
        });
    }

    /** A code written as such or in its French words: "Propriétaire sans prêt" gives PROPRIETAIRE_SANS_PRET. */
    public String code(String colonne) {
        String valeur = valeurs.get(colonne);
        return valeur == null ? null : enCode(valeur);
    }

    /**
     * Number of a month written in French ("juil.", "août"), empty when it is none.
     */
    public static OptionalInt mois(String nom) {
        try {
            return OptionalInt.of(ValeursFrancaises.mois(nom));
        } catch (ValeurIllisible e) {
            return OptionalInt.empty();
        }
    }

    public static String enCode(String texte) {
        return Textes.recherche(texte).replace(' ', '_').toUpperCase(Locale.ROOT);
    }

    private <T> T lire(String colonne, Function<String, T> lecture) {
        String valeur = valeurs.get(colonne);
        if (valeur == null || estRefusee(colonne)) {
            return null;
        }
        try {
            return lecture.apply(valeur);
        } catch (ValeurIllisible e) {
            refuser(colonne, e.getMessage());
            return null;
        }
    }

    public void refuser(String colonne, String message) {
        if (!estRefusee(colonne)) {
            erreurs.add(MessageLigne.erreur(colonne, message));
        }
    }

    private boolean estRefusee(String colonne) {
        return erreurs.stream().anyMatch(e -> e.champ().equals(colonne));
    }

    /** Says something of a cell that stops nothing. */
    public void dire(String colonne, String message) {
        dits.add(MessageLigne.information(colonne, message));
    }

    /** What was said and stops nothing, in the order of the reading. */
    public List<MessageLigne> dits() {
        return List.copyOf(dits);
    }

    /** Takes over the faults that a module found; a path without column is told for the whole row. */
    public void refuser(List<ErreurChamp> fautes, Map<String, String> colonneParChemin) {
        for (ErreurChamp faute : fautes) {
            String colonne = colonneParChemin.get(faute.champ());
            if (colonne == null) {
                erreurs.add(MessageLigne.erreur("", faute.message()));
            } else {
                refuser(colonne, faute.message());
            }
        }
    }

    public boolean enErreur() {
        return !erreurs.isEmpty();
    }

    public List<MessageLigne> erreurs() {
        return List.copyOf(erreurs);
    }
}
