package fr.jalon.atelier;

import java.time.Instant;

/**
 * A version of a model, as lists show it.
 *
 * @param type {@code bpmn}, {@code dmn} or {@code form}
 * @param version from 1; 0 is what the application brings
 * @param auteur log-in name, null for what the application brings
 * @param approbateur null until a second person published it
 */
public record ModeleVue(
        String cle, String type, int version, EtatModele etat, String auteur, String approbateur, Instant publieLe) {

    /** Bare name of its file. */
    public String fichier() {
        return cle + "." + type;
    }
}
