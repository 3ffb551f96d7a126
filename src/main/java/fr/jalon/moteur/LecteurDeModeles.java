package fr.jalon.moteur;

import fr.jalon.moteur.camunda.LecteurDeModelesCamunda;
import java.util.Optional;

/** Port to the engine's own parsers: what they say of a model that is not deployed. Nothing is written, nothing runs. */
public interface LecteurDeModeles {

    /** One for a command line, which has neither database nor engine. */
    static LecteurDeModeles sansBase() {
        return new LecteurDeModelesCamunda();
    }

    /** What the engine's reader refuses of a process model, empty when it reads it. */
    Optional<String> fauteBpmn(byte[] modele);

    /** What the engine's reader refuses of a file of decisions, empty when it reads it. */
    Optional<String> fauteDmn(byte[] modele);

    /**
     * What the FEEL parser refuses.
     *
     * @param test true for the cell of a condition, false for an expression
     */
    Optional<String> fauteFeel(String expression, boolean test);
}
