package fr.jalon.dispositif;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.EvaluationGardee;
import fr.jalon.decision.EvaluationsDesDossiers;
import fr.jalon.decision.Explication;
import fr.jalon.dossier.DossierVue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The decisions of any dossier: those that its dispositif tells, or, on a path made of a model alone, what its tables answered. */
@Service
public class DecisionsDesDossiers {

    private final Map<String, DecisionsDuDispositif> parDispositif;
    private final EvaluationsDesDossiers evaluations;

    DecisionsDesDossiers(List<DecisionsDuDispositif> dispositifs, EvaluationsDesDossiers evaluations) {
        this.parDispositif = dispositifs.stream()
                .collect(Collectors.toUnmodifiableMap(DecisionsDuDispositif::dispositif, Function.identity()));
        this.evaluations = evaluations;
    }

    public List<DecisionDuDossier> decisions(DossierVue dossier) {
        DecisionsDuDispositif siennes = parDispositif.get(dossier.dispositif());
        return siennes == null
                ? evaluations.duDossier(dossier.id()).stream()
                        .filter(e -> !e.regles().isEmpty())
                        .map(DecisionsDesDossiers::decision)
                        .toList()
                : siennes.decisions(dossier.id());
    }

    private static DecisionDuDossier decision(EvaluationGardee e) {
        return DecisionDuDossier.de(
                        e.cle(),
                        e.regles().stream().map(RegleDeclenchee::sorties).toList(),
                        e.regles().stream()
                                .map(r -> new Explication(r.id(), null, r.annotation(), null))
                                .toList())
                .avec("version", e.version())
                .avec("date", e.quand());
    }
}
