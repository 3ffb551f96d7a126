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

    /** French name of a quarter; the code itself when the table does not know it, null for null. */
    public String libelle(String code) {
        return code == null
                ? null
                : decisions.evaluer(TABLE, Map.of("quartier", code)).unique().stream()
                        .map(r -> r.texte("libelleQuartier"))
                        .findFirst()
                        .orElse(code);
    }

    public List<Quartier> tous() {
        return catalogue.valeurs(TABLE, "quartier").stream()
                .flatMap(code -> decisions.evaluer(TABLE, Map.of("quartier", code)).unique().stream()
                        .map(r -> new Quartier(code, r.texte("libelleQuartier"), r.texte("antenne"))))
                .toList();
    }
}
