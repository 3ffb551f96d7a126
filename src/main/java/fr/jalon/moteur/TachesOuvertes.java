package fr.jalon.moteur;

import fr.jalon.dispositif.TacheEvenement;
import java.util.function.Consumer;

/** The open tasks as the engine knows them, to rebuild or to check the queue. */
public interface TachesOuvertes {

    /** Gives each open task as if it had just been created, in no order. */
    void parcourir(Consumer<TacheEvenement> tache);
}
