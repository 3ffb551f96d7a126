package fr.jalon.courrier;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The closed catalogue of merge fields, read from {@code courriers/champs.csv}. */
@Component
class CatalogueChamps {

    private static final String FICHIER = "courriers/champs.csv";
    private static final String FIXE = "FIXE";

    private final Map<String, ChampFusion> champs = new LinkedHashMap<>();

    CatalogueChamps() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        try (Reader lecteur =
                        new InputStreamReader(new ClassPathResource(FICHIER).getInputStream(), StandardCharsets.UTF_8);
                CSVParser lignes = CSVParser.parse(lecteur, format)) {
            lignes.forEach(ligne -> champs.put(ligne.get("code"), lire(ligne)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChampFusion lire(CSVRecord ligne) {
        List<String> usages = Arrays.stream(ligne.get("exige").split("\\|"))
                .filter(u -> !u.isBlank())
                .toList();
        Set<NatureCourrier> natures = EnumSet.noneOf(NatureCourrier.class);
        usages.stream()
                .filter(u -> !u.equals(FIXE))
                .map(NatureCourrier::valueOf)
                .forEach(natures::add);
        return new ChampFusion(
                ligne.get("code"),
                TypeChamp.valueOf(ligne.get("type")),
                ligne.get("libelle"),
                ligne.get("description"),
                ligne.get("exemple"),
                usages.contains(FIXE),
                natures);
    }

    Collection<ChampFusion> tous() {
        return List.copyOf(champs.values());
    }

    Optional<ChampFusion> champ(String code) {
        return Optional.ofNullable(champs.get(code));
    }

    /** The list whose rows hold this field, when there is one. */
    Optional<ChampFusion> listeDe(ChampFusion champ) {
        return champs.values().stream()
                .filter(c -> c.type() == TypeChamp.LISTE && champ.appartientA(c.code()))
                .findFirst();
    }
}
