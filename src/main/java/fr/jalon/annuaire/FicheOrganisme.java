package fr.jalon.annuaire;

import java.util.List;

/** What is written of an organisation, as typed; see {@link OrganismeVue}. */
public record FicheOrganisme(
        String nom,
        String nature,
        String presentation,
        String site,
        List<String> quartiers,
        List<String> langues,
        List<Lieu> lieux,
        List<Poste> postes) {

    public FicheOrganisme {
        quartiers = quartiers == null ? List.of() : List.copyOf(quartiers);
        langues = langues == null ? List.of() : List.copyOf(langues);
        lieux = lieux == null ? List.of() : List.copyOf(lieux);
        postes = postes == null ? List.of() : List.copyOf(postes);
    }
}
