package fr.jalon.agent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Roles that one account may not hold together, table {@code securite/roles-incompatibles.csv}. */
@Component
class RolesIncompatibles {

    private static final String TOUT_AUTRE = "*";

    /** The second role is null for every other one. */
    private record Ligne(Role role, Role autre, String pourquoi) {

        boolean refuse(Set<Role> roles) {
            return roles.contains(role) && (autre == null ? roles.size() > 1 : roles.contains(autre));
        }

        String message() {
            return autre == null
                    ? pourquoi
                    : "« " + role.libelle() + " » et « " + autre.libelle() + " » ne vont pas sur un même compte. "
                            + pourquoi;
        }
    }

    private final List<Ligne> lignes = TableDeSecurite.lire("roles-incompatibles.csv").stream()
            .map(c -> new Ligne(Role.valueOf(c[0]), TOUT_AUTRE.equals(c[1]) ? null : Role.valueOf(c[1]), c[2]))
            .toList();

    /** Why these roles may not be held by one account; empty when they may. */
    Optional<String> refus(Set<Role> roles) {
        return lignes.stream().filter(l -> l.refuse(roles)).map(Ligne::message).findFirst();
    }
}
