package fr.jalon.web.jury;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Classeur;
import fr.jalon.commun.Horloge;
import fr.jalon.jury.ResultatsPublics;
import fr.jalon.seance.RegleInstance;
import fr.jalon.web.commun.SecretStatistique;
import fr.jalon.web.commun.TableauCsv;
import fr.jalon.web.commun.Tableur;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the commissions decided in a year, ready to be published: no name, no small number. */
@Controller
@RequestMapping("/decisions-publiees")
class ResultatsController {

    private static final int ANNEES = 5;
    private static final List<String> TITRES = List.of(
            "Commission",
            "Demande",
            "Examinées",
            "Accordées",
            "Accordées en partie",
            "Refusées",
            "Ajournées",
            "Montant accordé");

    private final ResultatsPublics resultats;
    private final SecretStatistique secret;
    private final Horloge horloge;
    private final Map<String, String> questions;

    ResultatsController(ResultatsPublics resultats, SecretStatistique secret, Horloge horloge) {
        this.resultats = resultats;
        this.secret = secret;
        this.horloge = horloge;
        this.questions = TableauCsv.lire("questions-instances.csv").stream()
                .collect(Collectors.toMap(l -> l.get(0), l -> l.get(1)));
    }

    /** A row in words; hidden numbers say so. */
    record Rangee(String demande, List<String> nombres) {}

    /** An instance of the year. */
    record Commission(String nom, int seances, List<Rangee> rangees) {}

    @GetMapping
    String montrer(@RequestParam(required = false) Integer annee, Model model) {
        int choisie = annee(annee);
        model.addAttribute("annee", choisie);
        model.addAttribute("titres", TITRES.subList(2, TITRES.size()));
        model.addAttribute("annees", annees());
        model.addAttribute(
                "commissions",
                resultats.instances().stream().map(i -> commission(i, choisie)).toList());
        model.addAttribute("legende", secret.legende());
        return "jury/resultats";
    }

    @GetMapping("/csv")
    ResponseEntity<byte[]> csv(@RequestParam(required = false) Integer annee) {
        int choisie = annee(annee);
        List<List<String>> rangees = new ArrayList<>();
        for (RegleInstance i : resultats.instances()) {
            for (Rangee r : commission(i, choisie).rangees()) {
                List<String> rangee = new ArrayList<>(List.of(i.libelle(), r.demande()));
                rangee.addAll(r.nombres());
                rangees.add(rangee);
            }
        }
        return Tableur.csv("decisions-" + choisie, Classeur.csv(TITRES, rangees));
    }

    private List<Integer> annees() {
        int cette = horloge.aujourdhui().getYear();
        return java.util.stream.IntStream.iterate(cette, a -> a - 1)
                .limit(ANNEES)
                .boxed()
                .toList();
    }

    private int annee(Integer demandee) {
        return demandee != null && annees().contains(demandee) ? demandee : annees().get(0);
    }

    private Commission commission(RegleInstance instance, int annee) {
        List<ResultatsPublics.Ligne> lignes = resultats.annee(instance.code(), annee);
        List<List<Long>> nombres = lignes.stream()
                .map(l -> List.of(l.examinees(), l.accordees(), l.partielles(), l.refusees(), l.ajournees()))
                .toList();
        List<List<Long>> vus = secret.masquer(nombres);
        List<Rangee> rangees = new ArrayList<>();
        for (int i = 0; i < lignes.size(); i++) {
            rangees.add(rangee(lignes.get(i), vus.get(i)));
        }
        return new Commission(instance.libelle(), resultats.seances(instance.code(), annee), rangees);
    }

    /** An amount says as much as the number of those who share it: it goes with it. */
    private Rangee rangee(ResultatsPublics.Ligne l, List<Long> vus) {
        List<String> mots = new ArrayList<>();
        vus.forEach(n -> mots.add(n == null ? SecretStatistique.MASQUE : Long.toString(n)));
        boolean cache = vus.contains(null);
        mots.add(cache ? SecretStatistique.MASQUE : Centimes.enFrancais(l.centimes()));
        return new Rangee(questions.getOrDefault(l.question(), l.question()), mots);
    }
}
