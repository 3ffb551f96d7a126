package fr.jalon.seance;

import java.util.List;

/**
 * What the members may read of a case: what they need to answer the question, nothing else (attentes, E16).
 *
 * @param question the question in words
 * @param personne name, left out of an anonymous session
 * @param referent log-in name of the person's référent, or null: a recusal is suggested to that member
 * @param faits label and words, in the order of reading
 */
public record FicheCas(String question, String personne, String referent, List<Fait> faits) {

    public FicheCas {
        faits = List.copyOf(faits);
    }

    public record Fait(String libelle, String texte) {}
}
