package fr.jalon.moteur;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the published models say, for the screens: a step added by a process owner shows without any Java. */
public interface ModelesDeParcours {

    /** Dispositifs that have a path: the name of the newest published version by code, in the order of the names. */
    Map<String, String> dispositifs();

    /** The paths that may be started beside a dossier, by name. */
    List<ParcoursFacultatif> facultatifs();

    /** The human steps of the newest version of a dispositif's path, in the order of the file. */
    List<EtapeModele> etapes(String dispositif);

    /** The drawing of that version, as the file says it; empty when the dispositif has no path. */
    Optional<String> dessin(String dispositif);
}
