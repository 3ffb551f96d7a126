package fr.jalon.annuaire;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An organisation of the directory.
 *
 * @param nature code of {@link Nomenclature#natures()}
 * @param quartiers codes of the quartiers served, none for the whole town
 * @param langues codes of {@link fr.jalon.commun.Langues} besides French
 * @param source where the row comes from, null when an agent wrote it
 * @param confirmeLe last day when somebody said that it was right
 * @param aConfirmer that day is too far (table {@code parametres-annuaire})
 */
public record OrganismeVue(
        UUID id,
        String code,
        String nom,
        String nature,
        String presentation,
        String site,
        List<String> quartiers,
        List<String> langues,
        List<Lieu> lieux,
        List<Poste> postes,
        String source,
        LocalDate confirmeLe,
        boolean aConfirmer,
        int version) {

    public OrganismeVue {
        quartiers = List.copyOf(quartiers);
        langues = List.copyOf(langues);
        lieux = List.copyOf(lieux);
        postes = List.copyOf(postes);
    }

    public OrganismeRef ref() {
        return new OrganismeRef(id, code, nom);
    }

    /** The same organisation as it would be with another card: to show what would change. */
    public OrganismeVue avec(FicheOrganisme f) {
        return new OrganismeVue(
                id,
                code,
                f.nom(),
                f.nature(),
                f.presentation(),
                f.site(),
                f.quartiers(),
                f.langues(),
                f.lieux(),
                f.postes(),
                source,
                confirmeLe,
                aConfirmer,
                version);
    }

    public FicheOrganisme fiche() {
        return new FicheOrganisme(nom, nature, presentation, site, quartiers, langues, lieux, postes);
    }
}
