package fr.jalon.annuaire;

import java.time.LocalDate;
import java.util.List;

/**
 * What is written of an offer, as typed; its places are moved apart, because they change while the rest stays.
 *
 * @param objectif code of {@link Nomenclature#objectifs()}
 * @param organismes codes of the organisations, the one in charge first
 */
public record FicheOffre(
        String titre,
        String description,
        String objectif,
        String objectifOperationnel,
        List<String> organismes,
        List<String> publics,
        String conditions,
        List<String> quartiers,
        List<String> langues,
        Integer delaiPremierRendezVous,
        String cout,
        LocalDate debut,
        LocalDate fin) {

    public FicheOffre {
        organismes = organismes == null ? List.of() : List.copyOf(organismes);
        publics = publics == null ? List.of() : List.copyOf(publics);
        quartiers = quartiers == null ? List.of() : List.copyOf(quartiers);
        langues = langues == null ? List.of() : List.copyOf(langues);
    }

    public FicheOffre avecOrganismes(List<String> autres) {
        return new FicheOffre(
                titre,
                description,
                objectif,
                objectifOperationnel,
                autres,
                publics,
                conditions,
                quartiers,
                langues,
                delaiPremierRendezVous,
                cout,
                debut,
                fin);
    }

    FicheOffre avecMots(String autreTitre, String autreDescription, String autresConditions) {
        return new FicheOffre(
                autreTitre,
                autreDescription,
                objectif,
                objectifOperationnel,
                organismes,
                publics,
                autresConditions,
                quartiers,
                langues,
                delaiPremierRendezVous,
                cout,
                debut,
                fin);
    }

    public FicheOffre avecDelai(Integer jours) {
        return new FicheOffre(
                titre,
                description,
                objectif,
                objectifOperationnel,
                organismes,
                publics,
                conditions,
                quartiers,
                langues,
                jours,
                cout,
                debut,
                fin);
    }
}
