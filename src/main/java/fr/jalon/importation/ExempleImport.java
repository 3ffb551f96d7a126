package fr.jalon.importation;

/** A ready-made file that the import screen offers, so that anybody may try; made by the demonstration alone. */
public interface ExempleImport {

    /** Kind of import that it is for. */
    String type();

    String nom();

    String libelle();

    byte[] octets();
}
