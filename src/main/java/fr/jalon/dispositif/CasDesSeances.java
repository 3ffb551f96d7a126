package fr.jalon.dispositif;

import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.seance.CasPrets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A task that asks an instance makes a ready case as soon as it opens, and withdraws it when it ends, in the same transaction. */
@Component
class CasDesSeances {

    private final CasPrets cas;
    private final Dossiers dossiers;
    private final Map<String, QuestionDeTache> questions;

    CasDesSeances(CasPrets cas, Dossiers dossiers, List<QuestionDeTache> questions) {
        this.cas = cas;
        this.dossiers = dossiers;
        this.questions = questions.stream().collect(Collectors.toMap(QuestionDeTache::etape, Function.identity()));
    }

    @EventListener
    void sur(TacheEvenement fait) {
        QuestionDeTache question = questions.get(fait.etape());
        if (question == null) {
            return;
        }
        switch (fait.nature()) {
            case CREEE -> {
                DossierVue dossier = dossiers.parId(fait.dossierId());
                cas.declarer(
                        question.instance(), question.question(), dossier.antenne(), dossier.id(), dossier.numero());
            }
            case ACHEVEE, SUPPRIMEE -> cas.retirer(fait.dossierId(), question.question());
            case ASSIGNEE, MODIFIEE -> {}
        }
    }
}
