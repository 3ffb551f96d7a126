package fr.jalon.usager;

import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.decision.Decisions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The quartiers that the table {@code quartier-antenne} knows. */
@Service
public class Quartiers {

    private static final String TABLE = "quartier-antenne";

    private final CatalogueDecisions catalogue;
    private final Decisions decisions;

    Quartiers(CatalogueDecisions catalogue, Decisions decisions) {
        this.catalogue = catalogue;
        this.decisions = decisions;
    }

    /** @param antenne code of the antenne that serves it */
    public record Quartier(String code, String libelle, String antenne) {}

    public List<Quartier> tous() {
        return catalogue.valeurs(TABLE, "quartier").stream()
                .flatMap(code -> decisions.evaluer(TABLE, Map.of("quartier", code)).unique().stream()
                        .map(r -> new Quartier(code, r.texte("libelleQuartier"), r.texte("antenne"))))
                .toList();
    }
}
