package fr.jalon.dispositif;

import java.util.Map;
import java.util.UUID;

/** What the dossiers of one dispositif say that another one need not ask again ("Dites-le-nous une fois", CRPA, art. L113-12). */
public interface FaitsDeclares {

    /** Code of the dispositif. */
    String dispositif();

    /** The facts by name: counts, "OUI", "NON", short codes; what nobody said is absent. */
    Map<String, Object> de(UUID dossierId);
}
