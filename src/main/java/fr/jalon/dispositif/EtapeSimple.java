package fr.jalon.dispositif;

import fr.jalon.agent.Agent;
import java.util.Map;
import java.util.UUID;

/** A human step made of two functions: what its form shows, what it does. */
public record EtapeSimple(String id, Lecture lecture, Acte acte) implements Etape {

    /** What the form shows when it opens. */
    @FunctionalInterface
    public interface Lecture {

        Lecture VIDE = dossierId -> Map.of();

        Map<String, Object> donnees(UUID dossierId);
    }

    /** What the step does with the answers. */
    @FunctionalInterface
    public interface Acte {
        Variables accomplir(UUID dossierId, Map<String, Object> donnees, Agent agent);
    }

    @Override
    public Map<String, Object> donnees(UUID dossierId, Agent agent) {
        return lecture.donnees(dossierId);
    }

    @Override
    public Variables accomplir(UUID dossierId, Map<String, Object> donnees, Agent agent) {
        return acte.accomplir(dossierId, donnees, agent);
    }
}
