package fr.jalon.moteur;

/** Port to where a path waits now. */
public interface EtapesEnCours {

    /** Whether the path of a dossier waits at one of these human steps, by element id. */
    boolean attend(String numero, String... etapes);

    /** Whether the model that the path of a dossier follows has this element: a path keeps to its end the model that it was opened with. */
    boolean connait(String numero, String element);
}
