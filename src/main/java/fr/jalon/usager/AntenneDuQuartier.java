package fr.jalon.usager;

import fr.jalon.agent.Agent;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.Decisions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The antenne that serves a quartier, by the table {@code quartier-antenne}; without a quartier, the agent's own. */
@Component
class AntenneDuQuartier {

    private static final String TABLE = "quartier-antenne";

    private final Decisions decisions;

    AntenneDuQuartier(Decisions decisions) {
        this.decisions = decisions;
    }

    String antenne(String quartier, Agent auteur) {
        if (quartier != null) {
            return decisions
                    .evaluer(TABLE, Map.of("quartier", quartier))
                    .unique()
                    .map(regle -> regle.texte("antenne"))
                    .orElseThrow(
                            () -> new SaisieInvalide("quartier", "Choisissez un quartier de Rennes, de Q1 à Q12."));
        }
        if (auteur.antenne() == null) {
            throw new SaisieInvalide("quartier", "Indiquez le quartier : il donne l'antenne qui suit la personne.");
        }
        return auteur.antenne();
    }
}
