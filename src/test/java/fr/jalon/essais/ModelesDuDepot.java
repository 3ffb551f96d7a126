package fr.jalon.essais;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The model files of the repository: a folder for each dispositif, and names that are unique over all of them. */
public final class ModelesDuDepot {

    public static final Path PROCESSUS = Path.of("processes");
    public static final Path DECISIONS = Path.of("decisions");
    public static final Path FORMULAIRES = Path.of("forms");

    private ModelesDuDepot() {}

    /** Every file under a folder, in the order of their names; one folder down and no further. */
    public static List<Path> sous(Path dossier) {
        try (Stream<Path> fichiers = Files.walk(dossier, 2)) {
            return fichiers.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One file by its bare name, for example {@code verifier-pieces.form}.
     *
     * @throws IllegalArgumentException when none or several have that name
     */
    public static Path fichier(String nom) {
        List<Path> trouves = Stream.of(PROCESSUS, DECISIONS, FORMULAIRES)
                .flatMap(d -> sous(d).stream())
                .filter(f -> f.getFileName().toString().equals(nom))
                .toList();
        if (trouves.size() != 1) {
            throw new IllegalArgumentException(trouves.size() + " modèles portent le nom " + nom);
        }
        return trouves.get(0);
    }
}
