package fr.jalon.dossier;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What proves a death: a closed list with the source of each, {@code usager/preuves-deces.csv}. */
@Component
public class PreuvesDeces {

    private final List<Preuve> preuves;

    PreuvesDeces() {
        this.preuves = lire();
    }

    /** @param source article or institution that makes it a proof */
    public record Preuve(String code, String libelle, String source) {}

    public List<Preuve> toutes() {
        return preuves;
    }

    public Optional<Preuve> de(String code) {
        return preuves.stream().filter(p -> p.code().equals(code)).findFirst();
    }

    private static List<Preuve> lire() {
        try (Reader texte = new InputStreamReader(
                        new ClassPathResource("usager/preuves-deces.csv").getInputStream(), StandardCharsets.UTF_8);
                CSVParser lignes = CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(';')
                        .setCommentMarker('#')
                        .get()
                        .parse(texte)) {
            return lignes.stream()
                    .map(l -> new Preuve(l.get(0), l.get(1), l.get(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
