package fr.jalon.dispositif;

import fr.jalon.commun.Centimes;
import fr.jalon.seance.AvisRendu;
import fr.jalon.seance.Instances;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A decision of an instance that votes answers the step that asked it, whatever the dispositif: the form of the step has the fields
 * {@code decision}, {@code montant}, {@code motif}, {@code complement}, {@code procesVerbal} and {@code seance}.
 */
@Component
class DecisionsDesSeances {

    private static final String ACCORD = "ACCORD";
    private static final String AJOURNEMENT = "AJOURNEMENT";

    private final Instances instances;
    private final Map<String, QuestionDeTache> questions;
    private final ApplicationEventPublisher evenements;

    DecisionsDesSeances(Instances instances, List<QuestionDeTache> questions, ApplicationEventPublisher evenements) {
        this.instances = instances;
        this.questions = questions.stream()
                .collect(Collectors.toMap(QuestionDeTache::question, Function.identity(), (a, b) -> a));
        this.evenements = evenements;
    }

    @EventListener
    void sur(AvisRendu fait) {
        QuestionDeTache question = questions.get(fait.question());
        if (question == null || !instances.regle(fait.instance(), fait.seance()).auScrutin()) {
            return;
        }
        evenements.publishEvent(new EtapeDecidee(fait.dossierId(), question.etape(), donnees(fait)));
    }

    private static Map<String, Object> donnees(AvisRendu fait) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("procesVerbal", fait.numeroSeance());
        donnees.put("seance", fait.seance().toString());
        if (AJOURNEMENT.equals(fait.avis())) {
            donnees.put("decision", "A_COMPLETER");
            donnees.put("complement", fait.motif());
        } else {
            donnees.put("decision", fait.montant() == null ? fait.avis() : ACCORD);
            donnees.put("motif", fait.motif());
        }
        if (fait.montant() != null) {
            donnees.put("montant", Centimes.enEuros(fait.montant()));
        }
        return donnees;
    }
}
