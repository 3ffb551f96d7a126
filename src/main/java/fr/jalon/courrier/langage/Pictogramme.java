package fr.jalon.courrier.langage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The drawn signs of the box "what to do now"; the name in lower case is the mark in the template. */
public enum Pictogramme {
    CRAYON,
    CALENDRIER,
    TELEPHONE,
    DOCUMENT,
    LIEU;

    /** Mark as written in a template, without the at sign. */
    public String marque() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Pictogramme> deMarque(String marque) {
        return Arrays.stream(values()).filter(p -> p.marque().equals(marque)).findFirst();
    }
}
