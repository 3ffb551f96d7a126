package fr.jalon.agent;

import java.util.Set;

/**
 * The antennes whose dossiers an account sees: the one place where the antenne filter is written.
 *
 * @param toutes every antenne
 * @param codes the antennes, empty when {@code toutes} or when the account sees no dossier at all
 */
public record Portee(boolean toutes, Set<String> codes) {

    public static final Portee AUCUNE = new Portee(false, Set.of());
    public static final Portee TOUTES = new Portee(true, Set.of());

    public Portee {
        codes = Set.copyOf(codes);
    }

    public static Portee de(String antenne) {
        return new Portee(false, Set.of(antenne));
    }

    public boolean couvre(String antenne) {
        return toutes || codes.contains(antenne);
    }

    public boolean estVide() {
        return !toutes && codes.isEmpty();
    }
}
