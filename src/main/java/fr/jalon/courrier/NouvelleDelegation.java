package fr.jalon.courrier;

import fr.jalon.agent.Role;
import java.time.LocalDate;

/** What an administrator writes of a delegation; see {@link DelegationVue}. */
public record NouvelleDelegation(
        String acte,
        Role role,
        String compte,
        String antenne,
        LocalDate du,
        LocalDate au,
        String arrete,
        LocalDate arreteDu) {}
