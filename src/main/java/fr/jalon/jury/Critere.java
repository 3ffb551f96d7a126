package fr.jalon.jury;

/**
 * A criterion of a prepared opinion, noted from {@link #MIN} to {@link #MAX}.
 *
 * @param explication what the lowest and the highest note mean
 */
public record Critere(String code, String libelle, String explication) {

    public static final int MIN = 1;
    public static final int MAX = 5;
}
