package fr.jalon.web.signalement;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.SignalementsDePersonnes;
import fr.jalon.web.commun.Menu;
import org.springframework.stereotype.Component;

/** How many signals wait for an answer, beside the line of the rail. */
@Component
class CompteurSignalements implements Menu.Compteur {

    private final SignalementsDePersonnes signalements;

    CompteurSignalements(SignalementsDePersonnes signalements) {
        this.signalements = signalements;
    }

    @Override
    public String code() {
        return "signalements";
    }

    @Override
    public Integer pour(Agent agent) {
        long nombre = signalements.nombre(agent);
        return nombre == 0 ? null : Math.toIntExact(nombre);
    }
}
