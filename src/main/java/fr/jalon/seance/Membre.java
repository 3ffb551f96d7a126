package fr.jalon.seance;

import java.util.UUID;

/**
 * A seat of a session, and who holds it.
 *
 * @param identifiant log-in name, null for somebody without an account
 * @param qualite code of the capacity, row of {@code composition-instances}
 * @param adresse where the convocation goes, null for the antenne
 * @param suppleantDe titular member whom this one replaces when absent, null for a titular
 * @param convocation letter that convened this member, null before
 * @param pouvoir proxy that this titular gave, or null
 */
public record Membre(
        UUID id,
        String identifiant,
        String nom,
        String qualite,
        String adresse,
        UUID suppleantDe,
        Presence presence,
        UUID convocation,
        Pouvoir pouvoir) {

    /** A member who gave no proxy. */
    public Membre(
            UUID id,
            String identifiant,
            String nom,
            String qualite,
            String adresse,
            UUID suppleantDe,
            Presence presence,
            UUID convocation) {
        this(id, identifiant, nom, qualite, adresse, suppleantDe, presence, convocation, null);
    }

    public boolean titulaire() {
        return suppleantDe == null;
    }

    public boolean present() {
        return presence == Presence.PRESENT;
    }

    boolean est(String compte) {
        return identifiant != null && identifiant.equals(compte);
    }

    Membre devient(Presence nouvelle) {
        return new Membre(id, identifiant, nom, qualite, adresse, suppleantDe, nouvelle, convocation, pouvoir);
    }

    Membre convoquePar(UUID lettre) {
        return new Membre(id, identifiant, nom, qualite, adresse, suppleantDe, presence, lettre, pouvoir);
    }

    /** @param donne null when it is taken back */
    Membre donne(Pouvoir donne) {
        return new Membre(id, identifiant, nom, qualite, adresse, suppleantDe, presence, convocation, donne);
    }

    /** Whether this titular gave its proxy to a member. */
    public boolean aDonnePouvoirA(UUID membreId) {
        return pouvoir != null && pouvoir.mandataire().equals(membreId);
    }
}
