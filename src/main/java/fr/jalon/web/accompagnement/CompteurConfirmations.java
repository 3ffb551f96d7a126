package fr.jalon.web.accompagnement;

import fr.jalon.agent.Agent;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.web.commun.Menu;
import org.springframework.stereotype.Component;

/** How many orientations wait for a confirmation, beside the line of the rail. */
@Component
class CompteurConfirmations implements Menu.Compteur {

    private final Corbeille corbeille;

    CompteurConfirmations(Corbeille corbeille) {
        this.corbeille = corbeille;
    }

    @Override
    public String code() {
        return "confirmations";
    }

    @Override
    public Integer pour(Agent agent) {
        long nombre = corbeille.nombre(ConfirmationsController.filtre(), agent);
        return nombre == 0 ? null : Math.toIntExact(nombre);
    }
}
