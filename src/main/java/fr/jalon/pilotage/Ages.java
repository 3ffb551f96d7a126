package fr.jalon.pilotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The classes of age of the open dossiers, {@code pilotage/ages.csv}. */
@Component
class Ages {

    private final List<Classe> classes = new ArrayList<>();

    /** @param sous days below which it holds */
    record Classe(String code, String libelle, long sous) {}

    Ages() {
        try {
            new ClassPathResource("pilotage/ages.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> l.split(";", -1))
                    .forEach(c -> classes.add(
                            new Classe(c[0], c[1], c[2].isEmpty() ? Long.MAX_VALUE : Long.parseLong(c[2]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Classe> toutes() {
        return List.copyOf(classes);
    }

    /** Code of the class of a dossier that was opened a day. */
    String classe(LocalDate ouvert, LocalDate jour) {
        long age = ChronoUnit.DAYS.between(ouvert, jour);
        return classes.stream()
                .filter(c -> age < c.sous())
                .findFirst()
                .orElseThrow()
                .code();
    }
}
