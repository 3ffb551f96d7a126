package fr.jalon.web.commun;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The small tables of {@code ecrans/*.csv}: what the screens call things, kept out of Java. */
public final class TableauCsv {

    private TableauCsv() {}

    /** The rows, without comments and blank lines; columns are separated by semicolons. */
    public static List<List<String>> lire(String nom) {
        try (BufferedReader lecteur = new BufferedReader(new InputStreamReader(
                new ClassPathResource("ecrans/" + nom).getInputStream(), StandardCharsets.UTF_8))) {
            return lecteur.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> List.of(l.split(";", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("table illisible : " + nom, e);
        }
    }
}
