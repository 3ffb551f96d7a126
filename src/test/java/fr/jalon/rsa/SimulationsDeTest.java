package fr.jalon.rsa;

import fr.jalon.decision.MoteurDecision;
import fr.jalon.decision.MoteurDecisionFichiers;
import fr.jalon.decision.Tables;

/** The simulation of the tests, on the tables of the repository. */
final class SimulationsDeTest {

    static final MoteurDecisionFichiers MOTEUR = new MoteurDecisionFichiers();

    private SimulationsDeTest() {}

    static SimulationRsa simulation() {
        return simulation(MOTEUR);
    }

    static SimulationRsa simulation(MoteurDecision moteur) {
        Tables tables = new Tables(moteur);
        return new SimulationRsa(tables, new EligibiliteRsa(tables), new ControleDemande(tables));
    }

    static EligibiliteRsa eligibilite() {
        return new EligibiliteRsa(new Tables(MOTEUR));
    }
}
