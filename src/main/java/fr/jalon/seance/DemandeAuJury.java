package fr.jalon.seance;

import java.util.List;

/**
 * What a case asks of an instance that decides money. Nothing here names the person.
 *
 * @param objet what is asked, in words
 * @param cout whole cost, in cents
 * @param demande asked of the CCAS, in cents: no decision grants more
 * @param enveloppe id of the envelope that would pay, null when none is known
 * @param quartier of the person, or null
 * @param plan who pays what, the CCAS last
 * @param tiers who would be paid or teaches: a tie of a member with one of them is told
 * @param acteurs log-in names of who follows the person or instructed the request
 */
public record DemandeAuJury(
        String objet,
        long cout,
        long demande,
        String enveloppe,
        String quartier,
        List<Part> plan,
        List<Tiers> tiers,
        List<String> acteurs) {

    public DemandeAuJury {
        plan = List.copyOf(plan);
        tiers = List.copyOf(tiers);
        acteurs = List.copyOf(acteurs);
    }

    /** A line of the plan of financing, in cents; its answer in words. */
    public record Part(String financeur, long montant, String reponse) {}

    /**
     * An organisation of the case.
     *
     * @param siret 14 figures, or null
     * @param personnes names of those who answer for it, as the CCAS knows them
     */
    public record Tiers(String nom, String siret, List<String> personnes) {

        public Tiers {
            personnes = List.copyOf(personnes);
        }
    }
}
