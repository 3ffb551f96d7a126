package fr.jalon.dispositif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A decision of a dossier, proposed, computed or taken, as the page and the API show it.
 *
 * @param nature what is decided, a code of the dispositif: {@code ELIGIBILITE}, {@code SANCTION}
 * @param resultat code, amount or yes and no
 * @param explications why, from the rules that fired; none when only a person decided
 * @param details author, motive, day, override, by name, in order; a value may be null
 */
public record DecisionDuDossier(String nature, Object resultat, List<?> explications, Map<String, Object> details) {

    public DecisionDuDossier {
        explications = List.copyOf(explications);
        details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** A decision that says nothing more. */
    public static DecisionDuDossier de(String nature, Object resultat, List<?> explications) {
        return new DecisionDuDossier(nature, resultat, explications, Map.of());
    }

    /** The same with one more detail. */
    public DecisionDuDossier avec(String nom, Object valeur) {
        Map<String, Object> plus = new LinkedHashMap<>(details);
        plus.put(nom, valeur);
        return new DecisionDuDossier(nature, resultat, explications, plus);
    }
}
