package fr.jalon.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Reads a table of {@code securite/}: columns by semicolons, comments by a hash. */
final class TableDeSecurite {

    private TableDeSecurite() {}

    static List<String[]> lire(String nom) {
        try (BufferedReader lecteur = new BufferedReader(new InputStreamReader(
                new ClassPathResource("securite/" + nom).getInputStream(), StandardCharsets.UTF_8))) {
            return lecteur.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> l.split(";", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
