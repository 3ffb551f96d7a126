package fr.jalon.orientation.parcours;

import fr.jalon.orientation.Orientations;
import fr.jalon.seance.SuiviDesPersonnes;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The référents of a person, now and before. */
@Component
class SuivisAuJury implements SuiviDesPersonnes {

    private final Orientations orientations;

    SuivisAuJury(Orientations orientations) {
        this.orientations = orientations;
    }

    @Override
    public List<Suivi> de(UUID personneId) {
        return orientations.histoire(personneId).stream()
                .filter(o -> o.referent() != null)
                .map(o -> new Suivi(o.referent(), o.fin()))
                .toList();
    }
}
