package fr.jalon.web.admin;

import fr.jalon.agent.Agent;
import fr.jalon.dispositif.Anomalies;
import fr.jalon.dispositif.EnvoisEnEchec;
import fr.jalon.moteur.Incidents;
import fr.jalon.web.commun.Menu;
import org.springframework.stereotype.Component;

/** Beside "Incidents" in the rail: what is stopped or was found wrong. */
@Component
class CompteurIncidents implements Menu.Compteur {

    private final Incidents incidents;
    private final Anomalies anomalies;
    private final EnvoisEnEchec envois;

    CompteurIncidents(Incidents incidents, Anomalies anomalies, EnvoisEnEchec envois) {
        this.incidents = incidents;
        this.anomalies = anomalies;
        this.envois = envois;
    }

    @Override
    public String code() {
        return "incidents";
    }

    @Override
    public Integer pour(Agent agent) {
        int nombre = incidents.ouverts().size()
                + anomalies.ouvertes().size()
                + envois.lister().size();
        return nombre == 0 ? null : nombre;
    }
}
