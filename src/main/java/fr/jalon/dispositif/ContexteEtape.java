package fr.jalon.dispositif;

import java.util.Optional;
import java.util.UUID;

/** What a delegate may know of the step that calls it: the dossier, the flags of the path, a key for repeat-safe effects. */
public interface ContexteEtape {

    UUID dossierId();

    /** Value of a path variable (id, flag, date, short code), or empty when it is not set. */
    <T> Optional<T> variable(VariableParcours<T> variable);

    /** Value of a property that the model gives this step, or the empty text. */
    default String propriete(String nom) {
        return "";
    }

    /** Key that is the same each time this very step is tried again, different for each other step, and ends with the purpose. */
    String cleUnique(String but);
}
