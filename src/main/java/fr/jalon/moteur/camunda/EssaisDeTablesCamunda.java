package fr.jalon.moteur.camunda;

import fr.jalon.decision.EssaisDeTables;
import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.EvaluationImpossible;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.stereotype.Component;

/** Tables that nobody published, on an engine built like the one of {@link MoteurDecisionCamunda}. */
@Component
class EssaisDeTablesCamunda implements EssaisDeTables {

    private final DerniereEvaluation collecte = new DerniereEvaluation();
    private final DmnEngine moteur = MoteurDecisionCamunda.moteur(collecte);

    @Override
    public Table preparer(String cle, byte[] dmn) {
        try {
            DmnModelInstance modele = Dmn.readModelFromStream(new ByteArrayInputStream(dmn));
            DmnDecision table = moteur.parseDecision(cle, modele);
            Map<String, String> annotations = MoteurDecisionCamunda.annotations(modele);
            return faits -> evaluer(cle, table, annotations, faits);
        } catch (RuntimeException e) {
            throw new EvaluationImpossible(cle, e);
        }
    }

    private EvaluationDecision evaluer(
            String cle, DmnDecision table, Map<String, String> annotations, Map<String, Object> faits) {
        try {
            moteur.evaluateDecision(table, faits);
        } catch (RuntimeException e) {
            collecte.oublier();
            throw new EvaluationImpossible(cle, e);
        }
        EvaluationDecision brute = collecte.derniere();
        return new EvaluationDecision(
                cle,
                brute.version(),
                MoteurDecisionCamunda.annoter(annotations, brute.regles()),
                brute.requises(),
                brute.valeurs());
    }
}
