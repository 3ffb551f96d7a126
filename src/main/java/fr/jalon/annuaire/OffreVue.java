package fr.jalon.annuaire;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An offer of the directory.
 *
 * @param objectif objective of the pact that it serves, which gives its lever
 * @param objectifOperationnel objective inside that one, in the words of the pact
 * @param publics codes of {@link Nomenclature#publics()}
 * @param quartiers codes of the quartiers served, none for the whole town
 * @param langues codes of {@link fr.jalon.commun.Langues} besides French
 * @param delaiPremierRendezVous usual days before a first meeting, null when unknown
 * @param source where the row comes from, null when an agent wrote it
 * @param confirmeeLe last day when somebody said that it was right
 * @param aConfirmer that day is too far (table {@code parametres-annuaire})
 * @param action id of the action of the pact that it comes from, null when it comes from none
 * @param fermeeLe since when it takes no new referral, null while it does
 */
public record OffreVue(
        UUID id,
        String code,
        String titre,
        String description,
        Nomenclature.Objectif objectif,
        String objectifOperationnel,
        List<OrganismeRef> organismes,
        List<String> publics,
        String conditions,
        List<String> quartiers,
        List<String> langues,
        Places places,
        Integer delaiPremierRendezVous,
        String cout,
        LocalDate debut,
        LocalDate fin,
        String source,
        LocalDate confirmeeLe,
        boolean aConfirmer,
        UUID action,
        LocalDate fermeeLe,
        int version) {

    public OffreVue {
        organismes = List.copyOf(organismes);
        publics = List.copyOf(publics);
        quartiers = List.copyOf(quartiers);
        langues = List.copyOf(langues);
    }

    /** Lever of the pact, 1 to 6. */
    public int levier() {
        return objectif.levier();
    }

    /** The same offer as it would be with another card and other places: to show what would change. */
    public OffreVue avec(FicheOffre f, Places autres) {
        return new OffreVue(
                id,
                code,
                f.titre(),
                f.description(),
                f.objectif().equals(objectif.code())
                        ? objectif
                        : new Nomenclature.Objectif(f.objectif(), objectif.levier(), false, f.objectif()),
                f.objectifOperationnel(),
                f.organismes().stream().map(o -> new OrganismeRef(null, o, o)).toList(),
                f.publics(),
                f.conditions(),
                f.quartiers(),
                f.langues(),
                autres,
                f.delaiPremierRendezVous(),
                f.cout(),
                f.debut(),
                f.fin(),
                source,
                confirmeeLe,
                aConfirmer,
                action,
                fermeeLe,
                version);
    }

    public FicheOffre fiche() {
        return new FicheOffre(
                titre,
                description,
                objectif.code(),
                objectifOperationnel,
                organismes.stream().map(OrganismeRef::code).toList(),
                publics,
                conditions,
                quartiers,
                langues,
                delaiPremierRendezVous,
                cout,
                debut,
                fin);
    }
}
