package fr.jalon.agent;

import fr.jalon.commun.Interdit;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The account that acts, as the modules see it.
 *
 * @param id account id; null for {@link #JALON}, the application itself
 * @param identifiant log-in name
 * @param qualite capacity printed on letters (CRPA L111-2)
 * @param antenne code of its antenne, or null when it belongs to none
 * @param organisme code of the partner organisation that it acts for, or null for an account of the CCAS
 */
public record Agent(
        UUID id,
        String identifiant,
        String prenom,
        String nom,
        String qualite,
        String antenne,
        String organisme,
        Set<Role> roles)
        implements Serializable {

    /** The application itself, author of what a delay or an import triggers. */
    public static final Agent JALON = new Agent(null, "jalon", "Jalon", "", "Traitement automatique", null, Set.of());

    private static final Set<Role> ROLES_DE_SON_ANTENNE =
            EnumSet.of(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE);

    public Agent {
        roles = Set.copyOf(roles);
    }

    /** An account of the CCAS. */
    public Agent(
            UUID id, String identifiant, String prenom, String nom, String qualite, String antenne, Set<Role> roles) {
        this(id, identifiant, prenom, nom, qualite, antenne, null, roles);
    }

    public String nomComplet() {
        return (prenom + " " + nom).strip();
    }

    public boolean a(Role role) {
        return roles.contains(role);
    }

    public boolean aUnDe(Role... attendus) {
        return Arrays.stream(attendus).anyMatch(roles::contains);
    }

    /** The antennes whose dossiers this account may open. A manager, a juror, a DPO or an administrator opens none by that role. */
    public Portee portee() {
        if (this.equals(JALON) || a(Role.RESPONSABLE_DISPOSITIFS)) {
            return Portee.TOUTES;
        }
        boolean deSonAntenne = roles.stream().anyMatch(ROLES_DE_SON_ANTENNE::contains);
        return deSonAntenne && antenne != null ? Portee.de(antenne) : Portee.AUCUNE;
    }

    /**
     * Refuses when the account has none of the roles.
     *
     * @throws Interdit with the roles that may do it
     */
    public void exiger(Role... attendus) {
        if (!this.equals(JALON) && !aUnDe(attendus)) {
            throw new Interdit("Cette action est réservée : "
                    + Arrays.stream(attendus).map(Role::libelle).collect(Collectors.joining(", ")) + ".");
        }
    }
}
