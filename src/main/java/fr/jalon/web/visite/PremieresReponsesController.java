package fr.jalon.web.visite;

import fr.jalon.accueil.IssueVisite;
import fr.jalon.accueil.PremieresReponses;
import fr.jalon.accueil.PremieresReponses.Regroupement;
import fr.jalon.accueil.ReferenceAccueil;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Classeur;
import fr.jalon.commun.Horloge;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.SecretStatistique;
import fr.jalon.web.commun.Tableur;
import fr.jalon.web.commun.Vues.Choix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first answers counted: a table, the same numbers drawn, and files. No name is ever here, so a GET may say everything. */
@Controller
@RequestMapping(FiltreEcran.CHEMIN)
class PremieresReponsesController {

    private final TableauReponses tableau;
    private final ReferenceAccueil reference;
    private final Antennes antennes;
    private final Horloge horloge;

    PremieresReponsesController(
            TableauReponses tableau, ReferenceAccueil reference, Antennes antennes, Horloge horloge) {
        this.tableau = tableau;
        this.reference = reference;
        this.antennes = antennes;
        this.horloge = horloge;
    }

    @GetMapping
    String montrer(@RequestParam Map<String, String> parametres, @Appelant Agent agent, Model model) {
        FiltreEcran f = FiltreEcran.lire(parametres, horloge.aujourdhui());
        if (!f.erreurs().isEmpty()) {
            model.addAttribute("erreurs", f.erreurs());
        }
        model.addAttribute("choisi", f.choisi());
        model.addAttribute("par", f.par());
        model.addAttribute(
                "dates",
                "Du " + Mots.jour(f.filtre().du()) + " au "
                        + Mots.jour(f.filtre().au()));
        TableauReponses.Tableau visites = tableau.visites(f, agent);
        TableauReponses.Tableau parAntenne = tableau.numeriqueParAntenne(f, agent);
        model.addAttribute("tableau", visites);
        model.addAttribute("barresVisites", visites.barres("Les visites"));
        model.addAttribute("masque", SecretStatistique.MASQUE);
        model.addAttribute("legende", tableau.legende(agent));
        model.addAttribute("numeriqueAntennes", parAntenne);
        model.addAttribute("barresNumerique", parAntenne.barres("Les orientations numériques"));
        model.addAttribute("numeriquePublics", tableau.numeriqueParPublic(f, agent));
        // A file that leaves the house is made behind a second factor, which the front desk has not
        model.addAttribute(
                "exporte", agent.aUnDe(Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS, Role.MANAGER));
        model.addAttribute("csv", f.export("csv").href());
        model.addAttribute("xlsx", f.export("xlsx").href());
        choix(agent, model);
        model.addAttribute("filtresEnMots", filtresEnMots(f, model));
        return "visite/reponses";
    }

    @GetMapping("/export/csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> parametres, @Appelant Agent agent) {
        FiltreEcran f = FiltreEcran.lire(parametres, horloge.aujourdhui());
        return Tableur.csv(nom(f), Classeur.csv(TableauReponses.titresDuFichier(), tableau.rangees(f, agent)));
    }

    @GetMapping("/export/xlsx")
    ResponseEntity<byte[]> xlsx(@RequestParam Map<String, String> parametres, @Appelant Agent agent) {
        FiltreEcran f = FiltreEcran.lire(parametres, horloge.aujourdhui());
        return Tableur.xlsx(
                nom(f),
                Classeur.xlsx("Premières réponses", TableauReponses.titresDuFichier(), tableau.rangees(f, agent)));
    }

    /** The filters in force, for who reads the sheet of paper: the fields are not printed. */
    private static String filtresEnMots(FiltreEcran f, Model model) {
        Map<String, String> listes =
                Map.of("antenne", "antennes", "motif", "motifs", "public", "publics", "issue", "issues");
        boolean toutes = Boolean.TRUE.equals(model.getAttribute("toutes"));
        return f.choisi().entrySet().stream()
                .filter(c -> listes.containsKey(c.getKey()))
                // Who counts one antenne only counts it whatever the address says.
                .filter(c -> toutes || !c.getKey().equals("antenne"))
                .flatMap(c -> ((List<?>) model.getAttribute(listes.get(c.getKey())))
                        .stream()
                                .map(Choix.class::cast)
                                .filter(o -> o.valeur().equals(c.getValue()))
                                .map(Choix::libelle))
                .collect(Collectors.joining(", "));
    }

    private static String nom(FiltreEcran f) {
        return "premieres-reponses-" + f.filtre().du() + "-" + f.filtre().au();
    }

    private void choix(Agent agent, Model model) {
        boolean toutes = PremieresReponses.antenneImposee(agent) == null;
        model.addAttribute("toutes", toutes);
        model.addAttribute(
                "antennes",
                antennes.toutes().stream()
                        .map(a -> new Choix(a.code(), a.nom(), null))
                        .toList());
        model.addAttribute(
                "motifs",
                reference.motifs().stream()
                        .map(m -> new Choix(m.code(), m.libelle(), null))
                        .toList());
        model.addAttribute(
                "publics",
                reference.publics().stream()
                        .map(p -> new Choix(p.code(), p.libelle(), null))
                        .toList());
        List<Choix> issues = new ArrayList<>(Arrays.stream(IssueVisite.values())
                .map(i -> new Choix(i.name(), i.libelle(), null))
                .toList());
        issues.add(new Choix(PremieresReponses.SANS_ISSUE, TableauReponses.SANS, null));
        model.addAttribute("issues", issues);
        model.addAttribute(
                "periodes",
                Arrays.stream(FiltreEcran.Periode.values())
                        .map(p -> new Choix(p.name(), p.libelle(), null))
                        .toList());
        model.addAttribute(
                "regroupements",
                Arrays.stream(Regroupement.values())
                        .map(r -> new Choix(r.name(), r.libelle(), null))
                        .toList());
    }
}
