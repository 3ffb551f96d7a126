package fr.jalon.courrier;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** The closed catalogue of merge fields, read from {@code courriers/champs.csv}. */
@Component
class CatalogueChamps {

    private static final String FICHIER = "courriers/champs.csv";
    private static final String FIXE = "FIXE";

    private final Map<String, ChampFusion> champs = new LinkedHashMap<>();

    CatalogueChamps() {
        TablesCourrier.lire(FICHIER).forEach(ligne -> champs.put(ligne.get("code"), lire(ligne)));
    }

    private static ChampFusion lire(CSVRecord ligne) {
        List<String> usages = Arrays.stream(ligne.get("exige").split("\\|"))
                .filter(u -> !u.isBlank())
                .toList();
        Set<String> actes =
                usages.stream().filter(u -> !u.equals(FIXE)).collect(Collectors.toCollection(LinkedHashSet::new));
        return new ChampFusion(
                ligne.get("code"),
                TypeChamp.valueOf(ligne.get("type")),
                ligne.get("libelle"),
                ligne.get("description"),
                ligne.get("exemple"),
                usages.contains(FIXE),
                actes);
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
