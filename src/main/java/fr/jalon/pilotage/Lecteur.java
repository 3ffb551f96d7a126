package fr.jalon.pilotage;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Introuvable;

/**
 * Who reads figures.
 *
 * @param antenne the only antenne that it reads, null when it reads all of them
 * @param masque whether small numbers are hidden from it
 */
public record Lecteur(String antenne, boolean masque) {

    /** Who opens no dossier reads no small number. */
    public static Lecteur ecran(Agent agent) {
        return new Lecteur(antenne(agent), !ouvre(agent));
    }

    /** The public API hides small numbers from everybody: what leaves by it goes to programs. */
    public static Lecteur api(Agent agent) {
        return new Lecteur(antenne(agent), true);
    }

    /** Whether the lists behind the numbers are open to this account. */
    public static boolean ouvre(Agent agent) {
        return agent.aUnDe(Role.RESPONSABLE_DISPOSITIFS, Role.RESPONSABLE_ANTENNE);
    }

    private static String antenne(Agent agent) {
        agent.exiger(Role.MANAGER, Role.RESPONSABLE_DISPOSITIFS, Role.RESPONSABLE_ANTENNE);
        if (agent.aUnDe(Role.MANAGER, Role.RESPONSABLE_DISPOSITIFS)) {
            return null;
        }
        if (agent.antenne() == null) {
            throw new Introuvable("Votre compte n'a pas d'antenne.");
        }
        return agent.antenne();
    }

    /**
     * The antenne to count: the one asked for, or the reader's only one.
     *
     * @throws Introuvable when another antenne is asked for
     */
    String antenne(String demandee) {
        if (antenne != null && demandee != null && !antenne.equals(demandee)) {
            throw new Introuvable("Cette antenne n'existe pas.");
        }
        return demandee == null ? antenne : demandee;
    }
}
