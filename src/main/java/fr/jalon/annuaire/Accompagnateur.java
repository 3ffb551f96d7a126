package fr.jalon.annuaire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An organisation that accompanies persons, with its offers that give a référent (CASF, art. L262-29).
 *
 * @param offres under way, at least one
 */
public record Accompagnateur(OrganismeVue organisme, List<OffreVue> offres) {

    public Accompagnateur {
        offres = List.copyOf(offres);
    }

    public String code() {
        return organisme.code();
    }

    /** Whether somebody counts its places. */
    public boolean suivi() {
        return offres.stream().anyMatch(o -> o.places().suivies());
    }

    public long places() {
        return offres.stream()
                .filter(o -> o.places().suivies())
                .mapToLong(o -> o.places().total())
                .sum();
    }

    public long prises() {
        return offres.stream()
                .filter(o -> o.places().suivies())
                .mapToLong(o -> o.places().prises())
                .sum();
    }

    /** Places left, never below zero; null when nobody counts them. */
    public Long libres() {
        return suivi() ? (Long) Math.max(0, places() - prises()) : null;
    }

    /** Shortest usual days before a first meeting, null when unknown. */
    public Integer delai() {
        return offres.stream()
                .map(OffreVue::delaiPremierRendezVous)
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .orElse(null);
    }

    /** Whether nobody has read its card, or one of its offers, again for too long. */
    public boolean aConfirmer() {
        return organisme.aConfirmer() || offres.stream().anyMatch(OffreVue::aConfirmer);
    }

    /** Where a person's place is to be counted: an offer with room first; empty when nobody counts. */
    public Optional<OffreVue> offreAvecPlace() {
        return offres.stream()
                .filter(o -> o.places().suivies())
                .min((a, b) -> Boolean.compare(a.places().complet(), b.places().complet()));
    }
}
