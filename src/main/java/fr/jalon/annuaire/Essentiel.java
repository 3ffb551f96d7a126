package fr.jalon.annuaire;

import fr.jalon.commun.Horloge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person needs to know of an offer before going: where, when, for whom, how to get in, at what price. What nobody has said reads
 * "À confirmer"; what nobody has read again for too long is said with "(à confirmer)", never as a fact.
 */
public record Essentiel(String ou, String quand, String pourQui, String entrer, String cout) {

    /** What is said of a fact that nobody has given. */
    public static final String INCONNU = "À confirmer";

    static Essentiel de(OffreVue o, List<OrganismeVue> porteurs, Nomenclature mots) {
        boolean ancien = o.aConfirmer() || porteurs.stream().anyMatch(OrganismeVue::aConfirmer);
        List<Lieu> lieux = lieux(o, porteurs);
        return new Essentiel(
                dire(ou(o, porteurs, lieux, mots), ancien),
                dire(quand(o, lieux), ancien),
                dire(pourQui(o, mots), o.aConfirmer()),
                dire(entrer(o), o.aConfirmer()),
                dire(o.cout(), o.aConfirmer()));
    }

    /** "Où : … ; quand : …", for a list of choices. */
    public String enUneLigne() {
        return Stream.of("Où : " + ou, "Quand : " + quand, "Pour qui : " + pourQui, "Pour y entrer : " + entrer)
                .collect(Collectors.joining(" · "));
    }

    private static String dire(String fait, boolean ancien) {
        return fait == null ? INCONNU : AConfirmer.mots(fait, ancien);
    }

    /** The places of those who carry it; when the offer serves some quartiers only, the places of those quartiers. */
    private static List<Lieu> lieux(OffreVue o, List<OrganismeVue> porteurs) {
        List<Lieu> tous = porteurs.stream().flatMap(p -> p.lieux().stream()).toList();
        return o.quartiers().isEmpty()
                ? tous
                : tous.stream()
                        .filter(l -> l.quartier() != null && o.quartiers().contains(l.quartier()))
                        .toList();
    }

    private static String ou(OffreVue o, List<OrganismeVue> porteurs, List<Lieu> lieux, Nomenclature mots) {
        if (lieux.size() == 1) {
            Lieu l = lieux.get(0);
            return Stream.of(l.nom(), l.adresse(), l.commune())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
        }
        if (lieux.size() > 1) {
            return "Dans un des " + lieux.size() + " lieux de "
                    + porteurs.stream()
                            .filter(p -> !p.lieux().isEmpty())
                            .map(OrganismeVue::nom)
                            .collect(Collectors.joining(", "));
        }
        return o.quartiers().isEmpty()
                ? null
                : "Quartier "
                        + o.quartiers().stream()
                                .map(q -> mots.quartier(q)
                                        .map(Nomenclature.Quartier::libelle)
                                        .orElse(q))
                                .collect(Collectors.joining(", "));
    }

    private static String quand(OffreVue o, List<Lieu> lieux) {
        List<String> parts = new ArrayList<>();
        dates(o.debut(), o.fin(), parts);
        if (lieux.size() == 1 && lieux.get(0).horaires() != null) {
            parts.add(lieux.get(0).horaires());
        }
        if (o.delaiPremierRendezVous() != null) {
            int jours = o.delaiPremierRendezVous();
            parts.add(
                    jours == 0
                            ? "premier rendez-vous le jour même"
                            : "premier rendez-vous en général sous " + jours + (jours > 1 ? " jours" : " jour"));
        }
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private static void dates(LocalDate debut, LocalDate fin, List<String> parts) {
        if (debut != null) {
            parts.add("à partir du " + Horloge.enMots(debut));
        }
        if (fin != null) {
            parts.add("jusqu'au " + Horloge.enMots(fin));
        }
    }

    /** No public is chosen: everybody, once somebody has read the card; before, nobody knows. */
    private static String pourQui(OffreVue o, Nomenclature mots) {
        if (o.publics().isEmpty()) {
            return o.aConfirmer() ? null : "Tout le monde";
        }
        return o.publics().stream()
                .map(p ->
                        mots.publicVise(p).map(Nomenclature.PublicVise::libelle).orElse(p))
                .collect(Collectors.joining(", "));
    }

    private static String entrer(OffreVue o) {
        if (o.places().complet()) {
            return o.conditions() == null ? "Complet pour le moment" : o.conditions() + " Complet pour le moment.";
        }
        return o.conditions();
    }
}
