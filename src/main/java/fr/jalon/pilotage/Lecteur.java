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

    /** The dossiers behind the numbers, never more than the account may open. */
    static Lecteur listes(Agent agent) {
        agent.exiger(Role.RESPONSABLE_DISPOSITIFS, Role.RESPONSABLE_ANTENNE);
        return new Lecteur(agent.a(Role.RESPONSABLE_DISPOSITIFS) ? null : sienne(agent), false);
    }

    /** Whether every dossier that this account counts is open to it; a manager of an antenne counts others too. */
    public static boolean ouvre(Agent agent) {
        return agent.a(Role.RESPONSABLE_DISPOSITIFS) || (agent.a(Role.RESPONSABLE_ANTENNE) && !agent.a(Role.MANAGER));
    }

    private static String antenne(Agent agent) {
        agent.exiger(Role.MANAGER, Role.RESPONSABLE_DISPOSITIFS, Role.RESPONSABLE_ANTENNE);
        if (agent.aUnDe(Role.MANAGER, Role.RESPONSABLE_DISPOSITIFS)) {
            return null;
        }
        return sienne(agent);
    }

    private static String sienne(Agent agent) {
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
