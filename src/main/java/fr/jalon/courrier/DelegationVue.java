package fr.jalon.courrier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A delegation of signature (CRPA, article L212-1).
 *
 * @param acte code of an act that is signed (courriers/actes.csv)
 * @param role capacity that signs, or null when one account does
 * @param compte log-in name that signs, or null when a capacity does
 * @param antenne code of the antenne whose letters it covers, null for all
 * @param du first day
 * @param au last day, null while nobody ended it
 * @param arrete number of the order
 * @param arreteDu date of the order
 */
public record DelegationVue(
        UUID id,
        String acte,
        Role role,
        String compte,
        String antenne,
        LocalDate du,
        LocalDate au,
        String arrete,
        LocalDate arreteDu,
        String creePar,
        String finiePar) {

    public boolean enVigueur(LocalDate jour) {
        return !jour.isBefore(du) && (au == null || !jour.isAfter(au));
    }

    /** This account may sign this act for this antenne on that day, by this delegation. */
    boolean permet(Agent agent, String acteASigner, String antenneDuCourrier, LocalDate jour) {
        boolean qui = role == null ? agent.identifiant().equals(compte) : agent.a(role);
        boolean ou = antenneDuCourrier != null
                && agent.portee().couvre(antenneDuCourrier)
                && (antenne == null || antenne.equals(antenneDuCourrier));
        return qui && ou && acte.equals(acteASigner) && enVigueur(jour);
    }
}
