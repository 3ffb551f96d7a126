package fr.jalon.orientation;

import fr.jalon.agent.Agent;
import fr.jalon.annuaire.Accompagnateur;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.orientation.Orientation.Place;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The places that orientations take in the directory, so that "places left" is true for the next person. An orientation is never
 * lost for want of a place: the law gives the person a référent within its delay, so the person waits and the excess shows.
 */
@Component
class PlacesDesReferents {

    private final Annuaire annuaire;
    private final TableOrientations table;
    private final ApplicationEventPublisher evenements;

    PlacesDesReferents(Annuaire annuaire, TableOrientations table, ApplicationEventPublisher evenements) {
        this.annuaire = annuaire;
        this.table = table;
        this.evenements = evenements;
    }

    /** Takes a place, or a rank among those who wait; null when nobody counts the places of the organisation. */
    Place prendre(String organisme, Agent auteur) {
        return annuaire.accompagnateurs().stream()
                .filter(a -> a.code().equals(organisme))
                .findFirst()
                .flatMap(Accompagnateur::offreAvecPlace)
                .map(OffreVue::id)
                .map(offre -> prendre(offre, auteur))
                .orElse(null);
    }

    /** Gives back the place of an orientation that ends, to whoever has waited longest for it. */
    void rendre(Orientation o, Agent auteur) {
        if (o.place() == null) {
            return;
        }
        UUID offre = o.place().offreId();
        if (o.enAttente()) {
            annuaire.retirerDeLAttente(offre, auteur);
            return;
        }
        annuaire.liberer(offre, auteur);
        table.premiereEnAttente(offre).ifPresent(suivante -> donner(offre, suivante, auteur));
    }

    private Place prendre(UUID offre, Agent auteur) {
        if (annuaire.reserverSiPossible(offre, auteur).isPresent()) {
            return new Place(offre, false);
        }
        annuaire.mettreEnAttente(offre, auteur);
        return new Place(offre, true);
    }

    private void donner(UUID offre, Orientation suivante, Agent auteur) {
        if (annuaire.reserverSiPossible(offre, auteur).isEmpty()) {
            return;
        }
        annuaire.retirerDeLAttente(offre, auteur);
        table.donnerUnePlace(suivante.id());
        evenements.publishEvent(new PlaceDonnee(suivante.personneId(), suivante.dossierId()));
    }
}
