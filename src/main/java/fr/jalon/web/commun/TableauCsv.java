package fr.jalon.web.commun;

import fr.jalon.commun.ListesCoupees;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.Resource;

/** The small tables of {@code ecrans/*.csv} and of each dispositif: what the screens call things, kept out of Java. */
public final class TableauCsv {

    private TableauCsv() {}

    /** The rows of all parts ({@link ListesCoupees}), without comments and blank lines; columns are separated by semicolons. */
    public static List<List<String>> lire(String nom) {
        return ListesCoupees.parties("ecrans/" + nom).stream()
                .flatMap(partie -> lire(partie).stream())
                .toList();
    }

    private static List<List<String>> lire(Resource partie) {
        try (BufferedReader lecteur =
                new BufferedReader(new InputStreamReader(partie.getInputStream(), StandardCharsets.UTF_8))) {
            return lecteur.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> List.of(l.split(";", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("table illisible : " + partie, e);
        }
    }
}
