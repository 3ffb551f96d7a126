package fr.jalon.courrier;

/** How the value of a merge field is given and printed. */
public enum TypeChamp {
    /** The name of a person, printed as it was typed. */
    NOM,
    /** One text in French; line ends become spaces, apostrophes become typographic. */
    TEXTE,
    /** Several lines, such as an address. */
    LIGNES,
    /** A {@link java.time.LocalDate}, printed "26 mai 2026". */
    DATE,
    /** A {@link fr.jalon.commun.Montant}, printed "1 234,50 €". */
    MONTANT,
    /** Rows; the catalogue names the fields of a row with the list's code as a prefix. */
    LISTE
}
