package fr.jalon.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The three numbers of an offer. Each move is one conditional order of the database, so that two people never take the same
 * last place, on one node or on three.
 */
@Component
class PlacesDesOffres {

    private final JdbcTemplate jdbc;
    private final EntityManager entites;
    private final OffresRepository offres;
    private final Historique historique;

    PlacesDesOffres(JdbcTemplate jdbc, EntityManager entites, OffresRepository offres, Historique historique) {
        this.jdbc = jdbc;
        this.entites = entites;
        this.offres = offres;
        this.historique = historique;
    }

    Places reserver(UUID id, Agent auteur) {
        return reserverSiPossible(id, auteur)
                .orElseThrow(() -> new Conflit("Il n'y a plus de place dans cette offre : les "
                        + relire(id).places().total()
                        + " sont prises. Choisissez une autre offre, ou mettez la personne en attente."));
    }

    Optional<Places> reserverSiPossible(UUID id, Agent auteur) {
        entites.flush();
        int faites = jdbc.update(
                "update offre set places_prises = places_prises + 1"
                        + " where id = ? and (places_total is null or places_prises < places_total)",
                id);
        Offre offre = relire(id);
        if (faites == 0) {
            return Optional.empty();
        }
        int prises = offre.places().prises();
        noter(offre, "placesPrises", prises - 1, prises, auteur);
        return Optional.of(offre.places());
    }

    Places liberer(UUID id, Agent auteur) {
        return retirer(id, "places_prises", "placesPrises", auteur);
    }

    Places mettreEnAttente(UUID id, Agent auteur) {
        entites.flush();
        jdbc.update("update offre set places_attente = places_attente + 1 where id = ?", id);
        Offre offre = relire(id);
        int attente = offre.places().attente();
        noter(offre, "placesAttente", attente - 1, attente, auteur);
        return offre.places();
    }

    Places retirerDeLAttente(UUID id, Agent auteur) {
        return retirer(id, "places_attente", "placesAttente", auteur);
    }

    /** A number already at zero stays there: somebody corrected it by hand meanwhile, and the person is out all the same. */
    private Places retirer(UUID id, String colonne, String champ, Agent auteur) {
        entites.flush();
        int faites = jdbc.update(
                "update offre set " + colonne + " = " + colonne + " - 1 where id = ? and " + colonne + " > 0", id);
        Offre offre = relire(id);
        if (faites == 1) {
            int reste = champ.equals("placesPrises")
                    ? offre.places().prises()
                    : offre.places().attente();
            noter(offre, champ, reste + 1, reste, auteur);
        }
        return offre.places();
    }

    /** Writes the three numbers, if they still are those that the writer saw. */
    Places ajuster(UUID id, Places nouvelles, Places vues, Agent auteur) {
        ControleOffre.verifier(nouvelles);
        entites.flush();
        Offre offre = relire(id);
        Places avant = offre.places();
        if (nouvelles.equals(avant)) {
            return avant;
        }
        int faites = jdbc.update(
                "update offre set places_total = ?, places_prises = ?, places_attente = ?"
                        + " where id = ? and places_total <=> ? and places_prises = ? and places_attente = ?",
                nouvelles.total(),
                nouvelles.prises(),
                nouvelles.attente(),
                id,
                vues.total(),
                vues.prises(),
                vues.attente());
        if (faites == 0) {
            Places la = relire(id).places();
            throw new Conflit("Les places ont changé entre-temps : " + la.prises() + " prises, " + la.attente()
                    + " en attente. Relisez-les puis recommencez.");
        }
        Offre relue = relire(id);
        historique.comparer(id, relue.code(), Historique.valeurs(avant), Historique.valeurs(relue.places()), auteur);
        return relue.places();
    }

    private void noter(Offre offre, String champ, int avant, int apres, Agent auteur) {
        historique.noter(offre.id(), champ, Integer.toString(avant), Integer.toString(apres), auteur);
    }

    private Offre relire(UUID id) {
        Offre offre = offres.findById(Objects.requireNonNull(id))
                .orElseThrow(() -> new Introuvable("Cette offre n'existe pas."));
        entites.refresh(offre);
        return offre;
    }
}
