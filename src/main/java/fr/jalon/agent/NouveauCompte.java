package fr.jalon.agent;

import java.util.Set;

/** What an administrator writes of an account. */
public record NouveauCompte(
        String identifiant, String prenom, String nom, String qualite, String antenne, Set<Role> roles) {

    public NouveauCompte {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }
}
