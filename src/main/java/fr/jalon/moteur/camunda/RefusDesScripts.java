package fr.jalon.moteur.camunda;

import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Deploying a model would be running code: a model that holds a script is not deployed, and no language runs if one got in.
 * FEEL stays, in the tables alone.
 */
class RefusDesScripts extends AbstractBpmnParseListener implements ScriptEngineResolver {

    private static final String REFUS =
            "Un modèle ne porte aucun script : confiez ce travail à une étape automatique de Jalon.";

    @Override
    public void parseRootElement(Element racine, List<ProcessDefinitionEntity> processus) {
        examiner(racine);
    }

    private static void examiner(Element element) {
        boolean script = element.getTagName().equals("scriptTask")
                || element.getTagName().equals("script")
                || (element.getTagName().equals("conditionExpression") && element.attribute("language") != null);
        if (script) {
            throw new BpmnParseException(REFUS, element);
        }
        element.elements().forEach(RefusDesScripts::examiner);
    }

    @Override
    public ScriptEngine getScriptEngine(String langue, boolean garde) {
        throw refus(langue);
    }

    static IllegalStateException refus(String langue) {
        return new IllegalStateException("Le langage de script « " + langue + " » n'est pas permis.");
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory fabrique) {
        throw new IllegalStateException("Aucun langage de script n'est permis.");
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw new IllegalStateException("Aucun langage de script n'est permis.");
    }
}
