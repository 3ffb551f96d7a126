package fr.jalon.annuaire;

import java.util.List;
import java.util.UUID;

/**
 * An action of the pact: what the partners mean to do, beside what a person can use ({@link OffreVue}).
 *
 * @param objectif objective of the pact that it serves, which gives its lever
 * @param offres offers that come from it and take new referrals, without their places
 */
public record ActionVue(
        UUID id, String code, Nomenclature.Objectif objectif, FicheAction fiche, List<OffreLiee> offres, int version) {

    /** An offer that comes from an action. */
    public record OffreLiee(UUID id, String code, String titre) {}

    public ActionVue {
        offres = List.copyOf(offres);
    }

    /** Lever of the pact, 1 to 6. */
    public int levier() {
        return objectif.levier();
    }
}
