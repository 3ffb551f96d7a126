package fr.jalon.fusion;

/** Of which card a value is kept. */
public enum Cote {
    GARDEE,
    ABSORBEE
}
