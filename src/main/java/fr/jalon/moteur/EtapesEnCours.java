package fr.jalon.moteur;

/** Port to where a path waits now. */
public interface EtapesEnCours {

    /** Whether the path of a dossier waits at one of these human steps, by element id. */
    boolean attend(String numero, String... etapes);
}
