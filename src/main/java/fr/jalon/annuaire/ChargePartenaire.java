package fr.jalon.annuaire;

/**
 * Room in the offers of an organisation, over those whose places are followed.
 *
 * @param offres number of offers under way, followed or not
 * @param suivies those whose places are followed
 */
public record ChargePartenaire(
        OrganismeRef organisme, long offres, long suivies, long places, long prises, long attente) {

    /** The sum as one offer; not followed when no offer is. */
    public Places enTout() {
        return new Places(
                suivies == 0 ? null : Math.toIntExact(places), Math.toIntExact(prises), Math.toIntExact(attente));
    }

    public long libres() {
        return Math.max(0, places - prises);
    }
}
