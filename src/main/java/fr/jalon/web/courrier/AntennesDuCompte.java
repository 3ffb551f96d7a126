package fr.jalon.web.courrier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.commun.Introuvable;
import java.util.List;
import org.springframework.stereotype.Component;

/** The antennes whose letters an account handles: the antenne filter, as a list. */
@Component
class AntennesDuCompte {

    private final Antennes antennes;

    AntennesDuCompte(Antennes antennes) {
        this.antennes = antennes;
    }

    List<Antenne> de(Agent agent) {
        return antennes.toutes().stream()
                .filter(a -> agent.portee().couvre(a.code()))
                .toList();
    }

    List<String> codes(Agent agent) {
        return de(agent).stream().map(Antenne::code).toList();
    }

    /** Another antenne's letters read as if they did not exist. */
    Antenne exiger(String code, Agent agent) {
        return de(agent).stream()
                .filter(a -> a.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Introuvable("Cette antenne n'existe pas."));
    }
}
