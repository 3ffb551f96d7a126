package fr.jalon.prescription;

import java.util.List;

/**
 * What a person asks for, table {@code besoins-orientation}.
 *
 * @param vital it cannot wait from one partner to the next
 * @param natures kinds of organisations that answer it
 */
public record Besoin(String code, String libelle, boolean vital, List<String> natures) {

    public Besoin {
        natures = List.copyOf(natures);
    }
}
