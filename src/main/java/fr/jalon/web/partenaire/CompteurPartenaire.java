package fr.jalon.web.partenaire;

import fr.jalon.agent.Agent;
import fr.jalon.prescription.EspacePartenaire;
import fr.jalon.prescription.OngletPartenaire;
import fr.jalon.web.commun.Menu;
import org.springframework.stereotype.Component;

/** Beside "Mes orientations" in the rail: those that wait for an answer. */
@Component
class CompteurPartenaire implements Menu.Compteur {

    private final EspacePartenaire espace;

    CompteurPartenaire(EspacePartenaire espace) {
        this.espace = espace;
    }

    @Override
    public String code() {
        return "partenaire";
    }

    @Override
    public Integer pour(Agent agent) {
        return espace.compter(agent).get(OngletPartenaire.A_REPONDRE);
    }
}
