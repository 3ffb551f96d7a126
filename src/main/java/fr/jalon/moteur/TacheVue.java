package fr.jalon.moteur;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import java.util.Set;
import java.util.UUID;

/** An open task. */
public record TacheVue(
        String id, UUID dossierId, String processus, String etape, String libelle, String groupe, String assigne) {

    private static final Set<String> GROUPES_DU_RESPONSABLE = Set.of(Role.INSTRUCTEUR.name(), Role.ALI.name());

    /** Whether the account has the role of the task. */
    public boolean permiseA(Agent agent) {
        return permise(groupe, agent);
    }

    /** A responsable d'antenne may do the work of its instructeurs and référents: illness, leave. */
    public static boolean permise(String groupe, Agent agent) {
        return agent.a(Role.valueOf(groupe))
                || (agent.a(Role.RESPONSABLE_ANTENNE) && GROUPES_DU_RESPONSABLE.contains(groupe));
    }
}
