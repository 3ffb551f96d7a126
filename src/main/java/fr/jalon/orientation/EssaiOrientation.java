package fr.jalon.orientation;

import fr.jalon.usager.Naissance;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What the tables would propose, before any dossier exists: for a file of newcomers. */
@Service
public class EssaiOrientation {

    private final Raisonnement raisonnement;

    EssaiOrientation(Raisonnement raisonnement) {
        this.raisonnement = raisonnement;
    }

    /**
     * Evaluates the tables of the path and of the organisations; keeps nothing.
     *
     * @param situation answers of the form {@code recueillir-situation}, by field name
     * @param age in years
     */
    public PropositionOrientation proposer(Map<String, Object> situation, Naissance.Age age) {
        return raisonnement.esquisser(FaitsOrientation.de(situation, age));
    }
}
