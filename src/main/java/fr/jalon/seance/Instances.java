package fr.jalon.seance;

import fr.jalon.commun.Horloge;
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
    private final Horloge horloge;

    Instances(Decisions decisions, CatalogueDecisions catalogue, Horloge horloge) {
        this.decisions = decisions;
        this.catalogue = catalogue;
        this.horloge = horloge;
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

    /** Whether one instance of this kind serves the whole city. */
    public boolean deLaVille(String code) {
        return lire(code, horloge.aujourdhui()).stream().anyMatch(RegleInstance::deLaVille);
    }

    /** The opinions that answer a question, in the order of the table. */
    public List<AvisPossible> avis(String instance, String question) {
        return decisions.evaluer("avis-instances", Map.of("instance", instance, "question", question)).regles().stream()
                .map(r -> new AvisPossible(r.texte("avis"), r.texte("libelleAvis"), vrai(r, "tranche"), (String)
                        r.sorties().get("motifUsuel")))
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
                        vrai(r, "deLaVille"),
                        vrai(r, "auScrutin"),
                        r.sorties().get("pouvoirs") == null ? 0 : nombre(r, "pouvoirs"),
                        vrai(r, "pouvoirsAuQuorum"),
                        r.sorties().get("liensAns") == null ? 0 : nombre(r, "liensAns"),
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
                        vrai(r, "compteReserve"),
                        vrai(r, "malgreDeports"),
                        nombre(r, "rangPresidence")))
                .toList();
    }

    private static boolean vrai(RegleDeclenchee regle, String colonne) {
        return Boolean.TRUE.equals(regle.sorties().get(colonne));
    }

    private static int nombre(RegleDeclenchee regle, String colonne) {
        return ((Number) regle.sorties().get(colonne)).intValue();
    }
}
