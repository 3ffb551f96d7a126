package fr.jalon.seance;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The kinds of instances and their rules: tables {@code parametres-instances}, {@code composition-instances}, {@code avis-instances}. */
@Service
public class Instances {

    private static final String PARAMETRES = "parametres-instances";

    private final Decisions decisions;
    private final CatalogueDecisions catalogue;

    Instances(Decisions decisions, CatalogueDecisions catalogue) {
        this.decisions = decisions;
        this.catalogue = catalogue;
    }

    /** The rules of every kind that exists on a day. */
    public List<RegleInstance> toutes(LocalDate jour) {
        return catalogue.valeurs(PARAMETRES, "instance").stream()
                .flatMap(code -> lire(code, jour).stream())
                .toList();
    }

    /** @throws SaisieInvalide on {@code instance} when there is none on that day */
    public RegleInstance regle(String code, LocalDate jour) {
        return lire(code == null ? "" : code, jour).stream()
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide("instance", "Choisissez une instance de la liste."));
    }

    /** The opinions that answer a question, in the order of the table. */
    public List<AvisPossible> avis(String instance, String question) {
        return decisions.evaluer("avis-instances", Map.of("instance", instance, "question", question)).regles().stream()
                .map(r -> new AvisPossible(
                        r.texte("avis"),
                        r.texte("libelleAvis"),
                        Boolean.TRUE.equals(r.sorties().get("tranche"))))
                .toList();
    }

    private List<RegleInstance> lire(String code, LocalDate jour) {
        Map<String, Object> entrees = Map.of("instance", code, "jour", jour);
        return decisions
                .evaluer(PARAMETRES, entrees)
                .unique()
                .map(r -> new RegleInstance(
                        code,
                        r.texte("libelle"),
                        r.texte("prefixe"),
                        nombre(r, "quorumPart"),
                        nombre(r, "convocationJours"),
                        nombre(r, "horizonMois"),
                        qualites(entrees)))
                .stream()
                .toList();
    }

    private List<RegleInstance.Qualite> qualites(Map<String, Object> entrees) {
        return decisions.evaluer("composition-instances", entrees).regles().stream()
                .map(r -> new RegleInstance.Qualite(
                        r.texte("qualite"),
                        r.texte("libelleQualite"),
                        nombre(r, "minimum"),
                        nombre(r, "presents"),
                        Boolean.TRUE.equals(r.sorties().get("compteReserve")),
                        Boolean.TRUE.equals(r.sorties().get("malgreDeports"))))
                .toList();
    }

    private static int nombre(RegleDeclenchee regle, String colonne) {
        return ((Number) regle.sorties().get(colonne)).intValue();
    }
}
