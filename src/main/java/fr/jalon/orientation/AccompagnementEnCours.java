package fr.jalon.orientation;

import fr.jalon.dispositif.OrientationEnCours;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The orientation of a person, said to the other dispositifs. */
@Component
class AccompagnementEnCours implements OrientationEnCours {

    private final Orientations orientations;

    AccompagnementEnCours(Orientations orientations) {
        this.orientations = orientations;
    }

    @Override
    public Optional<Accompagnement> de(UUID personneId) {
        return orientations
                .enCours(personneId)
                .map(o -> new Accompagnement(o.organisme(), o.parcours().libelle()));
    }
}
