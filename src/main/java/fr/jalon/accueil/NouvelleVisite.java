package fr.jalon.accueil;

import java.util.List;
import java.util.UUID;

/**
 * A visit as it was typed, so that every fault is told at its field and nothing is lost.
 *
 * @param id made by the page that was opened: sending it twice writes one visit
 * @param qui words typed in the search of the person; with no person chosen they are a fault, blank is a visit without a name
 * @param personne id of the chosen person
 * @param organisme code of an organisation of the directory
 * @param lieu name of one of its places
 * @param rdvJour {@code 2026-06-01}
 * @param rdvHeure {@code 09:30}
 * @param duree seconds since the first gesture on the page
 */
public record NouvelleVisite(
        UUID id,
        String qui,
        String personne,
        List<String> motifs,
        String publicVise,
        String issue,
        String reponse,
        String organisme,
        String lieu,
        String rdvJour,
        String rdvHeure,
        String rdvLieu,
        String duree) {

    public NouvelleVisite {
        motifs = motifs == null ? List.of() : List.copyOf(motifs);
    }
}
