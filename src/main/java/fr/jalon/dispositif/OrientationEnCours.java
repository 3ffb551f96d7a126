package fr.jalon.dispositif;

import java.util.Optional;
import java.util.UUID;

/** Who accompanies a person now, for those who did not decide it. */
public interface OrientationEnCours {

    /**
     * An orientation under way.
     *
     * @param organisme code of the organisation that accompanies
     * @param parcours name of the path, as a person reads it
     */
    record Accompagnement(String organisme, String parcours) {}

    /** Empty when nobody accompanies the person. */
    Optional<Accompagnement> de(UUID personneId);
}
