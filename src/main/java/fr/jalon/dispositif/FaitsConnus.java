package fr.jalon.dispositif;

import fr.jalon.dossier.DossierVue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The facts that a dossier already holds, whatever its dispositif. */
@Component
public class FaitsConnus {

    private final Map<String, FaitsDeclares> parDispositif;

    FaitsConnus(List<FaitsDeclares> declares) {
        this.parDispositif =
                declares.stream().collect(Collectors.toUnmodifiableMap(FaitsDeclares::dispositif, Function.identity()));
    }

    /** Empty when the dispositif says nothing to others. */
    public Map<String, Object> de(DossierVue dossier) {
        FaitsDeclares declares = parDispositif.get(dossier.dispositif());
        return declares == null ? Map.of() : declares.de(dossier.id());
    }
}
