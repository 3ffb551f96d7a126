package fr.jalon.annuaire;

/**
 * Room in the offers of an organisation, over those whose places are followed.
 *
 * @param offres number of offers under way, followed or not
 * @param suivies those whose places are followed
 */
public record ChargePartenaire(
        OrganismeRef organisme, long offres, long suivies, long places, long prises, long attente) {

    public long libres() {
        return Math.max(0, places - prises);
    }
}
