package fr.jalon.importation;

/**
 * What is said about a row.
 *
 * @param champ column that it is about, empty for the whole row
 * @param message French sentence that says what to do, or what will be done
 * @param erreur false for a simple information
 */
public record MessageLigne(String champ, String message, boolean erreur) {

    public static MessageLigne erreur(String champ, String message) {
        return new MessageLigne(champ, message, true);
    }

    public static MessageLigne information(String message) {
        return information("", message);
    }

    /** Something to know of a cell, that stops nothing. */
    public static MessageLigne information(String champ, String message) {
        return new MessageLigne(champ, message, false);
    }
}
