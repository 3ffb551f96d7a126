package fr.jalon.pilotage;

import fr.jalon.temps.Porteur;
import java.util.Optional;

/** What an alert looks at. */
public sealed interface Grandeur {

    /** Open dossiers in a situation, null for any; in per cent of the open ones, or as a number. */
    record Ouverts(Situation situation, boolean part) implements Grandeur {}

    /** Open dossiers whose turn it is somebody's, in per cent of the open ones. */
    record Tenus(Porteur porteur) implements Grandeur {}

    /** What an indicator says over some months, the present one included, in per cent. */
    record Indicateur(String code, int mois) implements Grandeur {}

    /**
     * What was measured.
     *
     * @param valeur per cent or dossiers
     * @param dossiers how many were counted
     */
    record Mesuree(double valeur, long dossiers) {}

    /** Whether it is in per cent. */
    default boolean pourcentage() {
        return !(this instanceof Ouverts o) || o.part();
    }

    /** Of the text of the file; empty when it is none. */
    static Optional<Grandeur> lire(String texte) {
        String[] mots = texte.split(":", -1);
        try {
            return Optional.ofNullable(
                    switch (mots[0]) {
                        case "PART" -> mots.length == 2 ? new Ouverts(Situation.valueOf(mots[1]), true) : null;
                        case "NOMBRE" ->
                            mots.length == 2
                                    ? new Ouverts(mots[1].equals("OUVERTS") ? null : Situation.valueOf(mots[1]), false)
                                    : null;
                        case "TENUS" -> mots.length == 2 ? new Tenus(Porteur.valueOf(mots[1])) : null;
                        case "INDICATEUR" ->
                            mots.length == 3 && Integer.parseInt(mots[2]) > 0
                                    ? new Indicateur(mots[1], Integer.parseInt(mots[2]))
                                    : null;
                        default -> null;
                    });
        } catch (IllegalArgumentException inconnu) {
            return Optional.empty();
        }
    }
}
