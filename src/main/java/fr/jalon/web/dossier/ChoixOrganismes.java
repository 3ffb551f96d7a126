package fr.jalon.web.dossier;

import fr.jalon.commun.Langues;
import fr.jalon.orientation.OrganismeReferent;
import fr.jalon.orientation.OrganismesReferents;
import fr.jalon.orientation.PropositionOrientation;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The organisations side by side before a choice: places, distance, language and delay of each (attentes, N7). */
@Component
class ChoixOrganismes {

    private static final String FRANCAIS = "fr";

    private final OrganismesReferents organismes;
    private final Personnes personnes;

    ChoixOrganismes(OrganismesReferents organismes, Personnes personnes) {
        this.organismes = organismes;
        this.personnes = personnes;
    }

    /**
     * An organisation.
     *
     * @param raison why the tables name it, null for the others
     * @param parleSaLangue false as well when the person speaks French
     */
    record Ligne(
            String nom,
            String raison,
            Vues.Badge places,
            String distance,
            boolean parleSaLangue,
            String delai,
            boolean aConfirmer) {}

    /**
     * Those that the tables name, the best first, then the others.
     *
     * @param langue language of the person in words, null when it is French or unknown: no column then
     */
    record Tableau(List<Ligne> proposes, List<Ligne> autres, String langue) {}

    Tableau de(PropositionOrientation proposition, UUID personneId) {
        PersonneVue personne = personnes.parId(personneId);
        List<OrganismeReferent> classes = organismes.classer(proposition, personne);
        return new Tableau(
                classes.stream()
                        .filter(OrganismeReferent::propose)
                        .map(ChoixOrganismes::ligne)
                        .toList(),
                classes.stream()
                        .filter(o -> !o.propose())
                        .map(ChoixOrganismes::ligne)
                        .toList(),
                langue(personne.langue()));
    }

    private static String langue(String code) {
        return code == null || code.equals(FRANCAIS) ? null : Langues.nom(code);
    }

    private static Ligne ligne(OrganismeReferent o) {
        return new Ligne(o.nom(), o.raison(), places(o), distance(o), o.langue(), delai(o), o.aConfirmer());
    }

    private static Vues.Badge places(OrganismeReferent o) {
        if (o.libres() == null) {
            return new Vues.Badge("neutre", "Places non suivies");
        }
        return o.complet()
                ? new Vues.Badge("attente", "Complet")
                : new Vues.Badge("ok", Mots.pluriel(o.libres(), "place libre", "places libres"));
    }

    private static String distance(OrganismeReferent o) {
        return switch (o.proximite()) {
            case 0 -> "Dans son quartier";
            case 1 -> "Quartier voisin";
            default -> "Plus loin, ou inconnue";
        };
    }

    private static String delai(OrganismeReferent o) {
        return o.delai() == null ? "Inconnu" : "Sous " + Mots.pluriel(o.delai(), "jour", "jours");
    }
}
