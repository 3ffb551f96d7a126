package fr.jalon.moteur;

import java.time.Instant;
import java.util.List;

/** A deployment of the engine: its id, its name, its instant, and its processes. */
public record DeploiementVivant(String id, String nom, Instant quand, List<Processus> processus) {

    /** A process of the deployment; {@code version} counts from 1. */
    public record Processus(String id, String cle, String nom, int version, String fichier) {}
}
