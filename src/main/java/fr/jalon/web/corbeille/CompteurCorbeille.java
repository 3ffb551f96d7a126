package fr.jalon.web.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.FiltreCorbeille;
import fr.jalon.corbeille.Onglet;
import fr.jalon.web.commun.Menu;
import org.springframework.stereotype.Component;

/** Beside "Corbeille" in the rail: the tasks that one holds. */
@Component
class CompteurCorbeille implements Menu.Compteur {

    private final Corbeille corbeille;

    CompteurCorbeille(Corbeille corbeille) {
        this.corbeille = corbeille;
    }

    @Override
    public String code() {
        return "corbeille";
    }

    @Override
    public Integer pour(Agent agent) {
        long aMoi = corbeille.nombre(FiltreCorbeille.de(Onglet.A_MOI), agent);
        return aMoi == 0 ? null : Math.toIntExact(aMoi);
    }
}
