package fr.jalon.moteur.camunda;

import fr.jalon.moteur.LecteurDeModeles;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.impl.JavaValueMapper;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXParseException;

/** The parsers of the engine, apart from it: no database, no variable, no history. */
@Component
public class LecteurDeModelesCamunda implements LecteurDeModeles {

    private static final String INCOMPRIS = "le moteur ne la comprend pas.";

    private final FeelEngine feel =
            new FeelEngine.Builder().customValueMapper(new JavaValueMapper()).build();
    private final DmnEngine dmn = new DefaultDmnEngineConfiguration().buildEngine();

    @Override
    public Optional<String> fauteBpmn(byte[] modele) {
        try {
            Bpmn.readModelFromStream(new ByteArrayInputStream(modele));
            return Optional.empty();
        } catch (ModelException e) {
            return Optional.of(place(e));
        }
    }

    @Override
    public Optional<String> fauteDmn(byte[] modele) {
        try {
            dmn.parseDecisions(Dmn.readModelFromStream(new ByteArrayInputStream(modele)));
            return Optional.empty();
        } catch (ModelException e) {
            return Optional.of(place(e));
        } catch (DmnEngineException e) {
            return Optional.of("une décision, une entrée ou une sortie ne se tient pas.");
        }
    }

    @Override
    public Optional<String> fauteFeel(String expression, boolean test) {
        boolean lue = test
                ? feel.parseUnaryTests(expression).isRight()
                : feel.parseExpression(expression).isRight();
        return lue ? Optional.empty() : Optional.of(INCOMPRIS);
    }

    private static String place(Throwable faute) {
        for (Throwable cause = faute; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException sax) {
                return "un élément n'est pas à sa place, ligne " + sax.getLineNumber() + ".";
            }
        }
        return "un élément n'est pas à sa place.";
    }
}
