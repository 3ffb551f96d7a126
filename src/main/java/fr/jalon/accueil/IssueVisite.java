package fr.jalon.accueil;

import java.util.Arrays;
import java.util.Optional;

/** What a visit leads to. The key chooses it on the keyboard. */
public enum IssueVisite {
    REPONSE("Réponse donnée", "r"),
    ORIENTEE("Orientée ailleurs", "o"),
    RENDEZ_VOUS("Rendez-vous", "v"),
    DOSSIER("Dossier ouvert", "d");

    private final String libelle;
    private final String touche;

    IssueVisite(String libelle, String touche) {
        this.libelle = libelle;
        this.touche = touche;
    }

    public String libelle() {
        return libelle;
    }

    public String touche() {
        return touche;
    }

    static Optional<IssueVisite> lire(String code) {
        return Arrays.stream(values()).filter(i -> i.name().equals(code)).findFirst();
    }
}
