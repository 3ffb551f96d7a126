package fr.jalon.essais;

import fr.jalon.agent.Agent;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.web.Visite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test in front of the screens: one browser for the class, the world of the tests and its clock. */
public abstract class EssaiDEcran {

    protected static Navigateur navigateur;

    @LocalServerPort
    protected int port;

    @Autowired
    protected Monde monde;

    @Autowired
    protected HorlogeReglable horloge;

    @BeforeAll
    protected static void lancer() {
        navigateur = new Navigateur();
    }

    @AfterAll
    protected static void fermer() {
        navigateur.close();
    }

    /** Somebody logged in, in front of a large screen. */
    protected Visite visite(Agent agent) {
        return new Visite(navigateur, port, Navigateur.LARGE, agent);
    }
}
