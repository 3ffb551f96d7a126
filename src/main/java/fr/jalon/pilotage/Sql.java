package fr.jalon.pilotage;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Conditions of the requests, always with their values beside. */
final class Sql {

    private Sql() {}

    /** "?, ?, ?" */
    static String places(int nombre) {
        return String.join(", ", Collections.nCopies(nombre, "?"));
    }

    /** " and column = ?" when there is a value. */
    static String egal(String colonne, String valeur, List<Object> valeurs) {
        if (valeur == null) {
            return "";
        }
        valeurs.add(valeur);
        return " and " + colonne + " = ?";
    }

    /** " and column in (...)"; nothing is asked of an empty list by this. */
    static String parmi(String colonne, Collection<String> codes, List<Object> valeurs) {
        valeurs.addAll(codes);
        return " and " + colonne + " in (" + places(codes.size()) + ")";
    }
}
