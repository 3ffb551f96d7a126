package fr.jalon.prescription;

import java.util.Set;

/** The three lists of a partner. */
public enum OngletPartenaire {
    A_REPONDRE("À répondre", Set.of(EtatProposition.PROPOSEE)),
    EN_COURS("En cours", Set.of(EtatProposition.ACCEPTEE, EtatProposition.RENCONTREE)),
    TERMINEES(
            "Terminées",
            Set.of(
                    EtatProposition.FINIE,
                    EtatProposition.REFUSEE,
                    EtatProposition.SANS_REPONSE,
                    EtatProposition.MANQUEE,
                    EtatProposition.ARRETEE));

    private final String libelle;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<EtatProposition> etats;

    OngletPartenaire(String libelle, Set<EtatProposition> etats) {
        this.libelle = libelle;
        this.etats = etats;
    }

    public String libelle() {
        return libelle;
    }

    Set<EtatProposition> etats() {
        return etats;
    }
}
