package fr.jalon.dossier;

import fr.jalon.agent.Agent;

/** Another ground than the antenne to read a dossier, never to act on it. Each module that knows of one has such a bean. */
@FunctionalInterface
public interface LectureParticuliere {

    boolean permet(DossierVue dossier, Agent lecteur);
}
