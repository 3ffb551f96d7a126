package fr.jalon.prescription;

import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.decision.Decisions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The closed list of needs, which a process owner edits. */
@Component
public class Besoins {

    private static final String TABLE = "besoins-orientation";

    private final CatalogueDecisions catalogue;
    private final Decisions decisions;

    Besoins(CatalogueDecisions catalogue, Decisions decisions) {
        this.catalogue = catalogue;
        this.decisions = decisions;
    }

    public List<Besoin> tous() {
        return catalogue.valeurs(TABLE, "besoin").stream()
                .flatMap(code -> un(code).stream())
                .toList();
    }

    Optional<Besoin> un(String code) {
        return decisions
                .evaluer(TABLE, Map.of("besoin", code))
                .unique()
                .map(r -> new Besoin(
                        code,
                        r.texte("libelle"),
                        Boolean.TRUE.equals(r.sorties().get("vital")),
                        List.of(r.texte("natures").split(" "))));
    }

    /** Those known among some codes, in the order given. */
    public List<Besoin> lire(List<String> codes) {
        return codes.stream().flatMap(code -> un(code).stream()).toList();
    }
}
