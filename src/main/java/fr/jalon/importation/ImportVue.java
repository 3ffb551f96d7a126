package fr.jalon.importation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An import as screens and the API see it.
 *
 * @param description how the file was read, in French
 * @param ignorees headers of the file that are no column of the import
 * @param avis French sentences about what the reader of the file found: hidden rows, doubtful accents
 * @param antenne null when what it writes belongs to no antenne
 * @param ecritPar who asked to write; null while it is only a preview
 * @param parStatut rows by status; the rows not yet examined are in none
 * @param ecrites rows written
 * @param aEcrire rows that would be, or still have to be, written
 * @param incident French sentence when the work stopped by itself and will be tried again
 */
public record ImportVue(
        UUID id,
        String type,
        String nom,
        String description,
        List<String> ignorees,
        List<String> avis,
        String antenne,
        String auteur,
        String auteurNom,
        String ecritPar,
        EtatImport etat,
        int lignes,
        Map<StatutLigne, Long> parStatut,
        long ecrites,
        long aEcrire,
        String incident,
        Instant creeLe,
        Instant finiLe) {

    public ImportVue {
        ignorees = List.copyOf(ignorees);
        avis = List.copyOf(avis);
        parStatut = Map.copyOf(parStatut);
    }

    public long nombre(StatutLigne statut) {
        return parStatut.getOrDefault(statut, 0L);
    }

    /** Rows done in the work under way, out of {@link #lignes}. */
    public long faites() {
        return switch (etat) {
            case LU -> parStatut.values().stream().mapToLong(Long::longValue).sum();
            case EN_COURS -> lignes - aEcrire;
            default -> lignes;
        };
    }
}
