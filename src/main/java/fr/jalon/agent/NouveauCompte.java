package fr.jalon.agent;

import java.util.Set;

/**
 * What an administrator writes of an account.
 *
 * @param organisme code of the partner organisation, for the role {@link Role#PARTENAIRE} alone
 * @param qualiteSeance capacity in which this account sits in a session, row of {@code composition-instances}; null for none
 */
public record NouveauCompte(
        String identifiant,
        String prenom,
        String nom,
        String qualite,
        String antenne,
        String organisme,
        String qualiteSeance,
        Set<Role> roles) {

    public NouveauCompte {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }

    /** An account of the CCAS. */
    public NouveauCompte(
            String identifiant, String prenom, String nom, String qualite, String antenne, Set<Role> roles) {
        this(identifiant, prenom, nom, qualite, antenne, null, null, roles);
    }

    /** An account that sits in no session in a capacity of its own. */
    public NouveauCompte(
            String identifiant,
            String prenom,
            String nom,
            String qualite,
            String antenne,
            String organisme,
            Set<Role> roles) {
        this(identifiant, prenom, nom, qualite, antenne, organisme, null, roles);
    }
}
