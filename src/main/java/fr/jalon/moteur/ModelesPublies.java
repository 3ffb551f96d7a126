package fr.jalon.moteur;

import java.util.Map;

/** Port to what process owners published: it stands before what travels with the application. */
public interface ModelesPublies {

    /** Content by bare file name of the living version of each published model. */
    Map<String, byte[]> fichiers();
}
