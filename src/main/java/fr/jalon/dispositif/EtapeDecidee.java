package fr.jalon.dispositif;

import java.util.Map;
import java.util.UUID;

/**
 * A human step is answered by who decides elsewhere, an instance for example: the engine ends it in the same transaction, with the data of
 * its form.
 *
 * @param etape element id
 * @param donnees by key of the form
 */
public record EtapeDecidee(UUID dossierId, String etape, Map<String, Object> donnees) {

    public EtapeDecidee {
        donnees = Map.copyOf(donnees);
    }
}
