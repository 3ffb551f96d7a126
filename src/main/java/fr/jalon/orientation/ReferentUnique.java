package fr.jalon.orientation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who accompanies a person now (CASF, art. L262-29 and L262-30): named on each of its pages. */
@Service
@Transactional(readOnly = true)
public class ReferentUnique {

    private final Orientations orientations;
    private final OrganismesReferents organismes;
    private final Comptes comptes;

    ReferentUnique(Orientations orientations, OrganismesReferents organismes, Comptes comptes) {
        this.orientations = orientations;
        this.organismes = organismes;
        this.comptes = comptes;
    }

    /**
     * The référent in words: "Alix Modèle, CCAS de Rennes", or "Mission locale, référent à nommer"; empty when nobody accompanies the
     * person.
     */
    public Optional<String> de(UUID personneId) {
        return orientations
                .enCours(personneId)
                .map(o -> nom(o).map(nom -> nom + ", " + organismes.nom(o.organisme()))
                        .orElse(organismes.nom(o.organisme()) + ", référent à nommer"));
    }

    private Optional<String> nom(Orientation o) {
        return o.referent() == null
                ? Optional.ofNullable(o.referentPartenaire())
                : comptes.parIdentifiant(o.referent()).map(Agent::nomComplet);
    }
}
