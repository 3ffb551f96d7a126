package fr.jalon.dossier;

import fr.jalon.commun.SaisieInvalide;
import java.util.Locale;

/** How a claim arrived. */
public enum Canal {
    GUICHET("Guichet"),
    RENDEZ_VOUS("Rendez-vous"),
    EN_LIGNE("En ligne"),
    PAPIER("Courrier papier");

    private final String libelle;

    Canal(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    /**
     * Reads a code.
     *
     * @throws SaisieInvalide on the field {@code canal}
     */
    public static Canal lire(String code) {
        try {
            return valueOf(code == null ? "" : code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new SaisieInvalide("canal", "Indiquez GUICHET, RENDEZ_VOUS, EN_LIGNE ou PAPIER.");
        }
    }
}
