package fr.jalon.importation;

import java.util.List;
import java.util.UUID;

/**
 * A file whose titles somebody has to match.
 *
 * @param titres every title that is not blank, in the order of the file
 */
public record FichierEnAttente(UUID id, TypeImport type, String nom, List<Titre> titres) {

    public FichierEnAttente {
        titres = List.copyOf(titres);
    }

    /**
     * A title.
     *
     * @param rang its place in the row, from 0
     * @param exemples what its first cells hold
     * @param colonne the column that Jalon knows for it, empty when it knows none
     */
    public record Titre(int rang, String texte, List<String> exemples, String colonne) {

        public Titre {
            exemples = List.copyOf(exemples);
        }
    }
}
