package fr.jalon.web.pilotage;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Classeur;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.moteur.ModelesDeParcours;
import fr.jalon.pilotage.Chiffres;
import fr.jalon.pilotage.Filtre;
import fr.jalon.pilotage.Lecteur;
import fr.jalon.pilotage.Situation;
import fr.jalon.pilotage.Stock;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.SecretStatistique;
import fr.jalon.web.commun.Tableur;
import fr.jalon.web.commun.Vues.Choix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The managers' page: figures alone, no name, so a GET may say everything. */
@Controller
@RequestMapping(FiltreEcran.CHEMIN)
class PilotageController {

    private static final List<String> TITRES = List.of("Tableau", "Ligne", "Mesure", "Valeur");

    private final Chiffres chiffres;
    private final TableauxDuTemps temps;
    private final AlertesEcran alertes;
    private final Antennes antennes;
    private final ModelesDeParcours modeles;
    private final SecretStatistique secret;
    private final MessageSource textes;
    private final Horloge horloge;

    PilotageController(
            Chiffres chiffres,
            TableauxDuTemps temps,
            AlertesEcran alertes,
            Antennes antennes,
            ModelesDeParcours modeles,
            SecretStatistique secret,
            MessageSource textes,
            Horloge horloge) {
        this.chiffres = chiffres;
        this.temps = temps;
        this.alertes = alertes;
        this.antennes = antennes;
        this.modeles = modeles;
        this.secret = secret;
        this.textes = textes;
        this.horloge = horloge;
    }

    /** One of the numbers on top of the page. */
    record Chiffre(String libelle, String icone, String etat, Tableau.Cellule cellule) {}

    @GetMapping
    String montrer(@RequestParam Map<String, String> parametres, @Appelant Agent agent, Model model) {
        FiltreEcran f = FiltreEcran.lire(parametres, horloge.aujourdhui());
        Lecteur lecteur = Lecteur.ecran(agent);
        if (!f.erreurs().isEmpty()) {
            model.addAttribute("erreurs", f.erreurs());
        }
        Instant vraiLe = chiffres.vraiLe();
        TableauxDuStock stock = stock(f.filtre(), lecteur, agent);
        model.addAttribute("chiffres", chiffres(stock));
        model.addAttribute("tableaux", deLInstant(stock, f.filtre(), lecteur));
        model.addAttribute("periode", dansLaPeriode(f, lecteur));
        model.addAttribute(
                "dates", TableauxDuTemps.periode(f.filtre().du(), f.filtre().au()));
        model.addAttribute("vraiLe", vraiLe == null ? null : Mots.moment(vraiLe));
        model.addAttribute("choisi", f.choisi());
        model.addAttribute("du", f.choisi().getOrDefault("du", f.filtre().du().toString()));
        model.addAttribute("au", f.choisi().getOrDefault("au", f.filtre().au().toString()));
        model.addAttribute("legende", lecteur.masque() ? secret.legende() : null);
        model.addAttribute("alertes", alertes.lignes(agent));
        model.addAttribute("annote", agent.aUnDe(Role.MANAGER, Role.RESPONSABLE_DISPOSITIFS));
        model.addAttribute("chemins", new Adresse(CheminsController.CHEMIN, f.choisi()).href());
        model.addAttribute("csv", f.export("csv").href());
        model.addAttribute("xlsx", f.export("xlsx").href());
        model.addAttribute("choixAntennes", lecteur.antenne() == null ? choix(noms()) : List.of());
        model.addAttribute("choixDispositifs", choix(modeles.dispositifs()));
        return "pilotage/tableau";
    }

    private static List<Choix> choix(Map<String, String> mots) {
        return mots.entrySet().stream()
                .map(e -> new Choix(e.getKey(), e.getValue(), null))
                .toList();
    }

    private static List<Chiffre> chiffres(TableauxDuStock stock) {
        return List.of(
                new Chiffre("ouverts", "dossier", "info", stock.total(null)),
                new Chiffre(Situation.RETARD.libelle(), "retard", "retard", stock.total(Situation.RETARD)),
                new Chiffre(Situation.BIENTOT.libelle(), "attention", "attention", stock.total(Situation.BIENTOT)),
                new Chiffre(Situation.SUSPENDU.libelle(), "attente", "attente", stock.total(Situation.SUSPENDU)));
    }

    private TableauxDuStock stock(Filtre filtre, Lecteur lecteur, Agent agent) {
        String antenne = filtre.antenne() == null ? lecteur.antenne() : filtre.antenne();
        Map<String, String> noms = noms();
        boolean autre = lecteur.antenne() != null && !lecteur.antenne().equals(antenne);
        if (antenne != null && (autre || !noms.containsKey(antenne))) {
            throw new Introuvable("Cette antenne n'existe pas.");
        }
        Stock stock = chiffres.stock(lecteur);
        return new TableauxDuStock(stock, filtre.dispositif(), antenne, mots(), Lecteur.ouvre(agent));
    }

    private List<Tableau> deLInstant(TableauxDuStock stock, Filtre filtre, Lecteur lecteur) {
        List<Tableau> tableaux = new ArrayList<>();
        tableaux.add(stock.parEtape());
        if (filtre.antenne() == null && lecteur.antenne() == null) {
            tableaux.add(stock.parAntenne());
        }
        if (filtre.dispositif() == null) {
            tableaux.add(stock.parDispositif());
        }
        tableaux.add(stock.parAge(chiffres.ages()));
        tableaux.add(stock.parPorteur());
        return tableaux;
    }

    private List<Tableau> dansLaPeriode(FiltreEcran f, Lecteur lecteur) {
        return List.of(
                temps.indicateurs(f.filtre(), lecteur, f.export("csv")),
                temps.flux(f.filtre(), lecteur),
                temps.stocksGardes(f.filtre(), lecteur),
                temps.durees(f.filtre(), lecteur, mots()),
                temps.attentes(f.filtre(), lecteur, mots()));
    }

    @GetMapping("/export/csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> parametres, @Appelant Agent agent) {
        return Tableur.csv(nom(parametres), Classeur.csv(TITRES, rangees(parametres, agent)));
    }

    @GetMapping("/export/xlsx")
    ResponseEntity<byte[]> xlsx(@RequestParam Map<String, String> parametres, @Appelant Agent agent) {
        return Tableur.xlsx(nom(parametres), Classeur.xlsx("Pilotage", TITRES, rangees(parametres, agent)));
    }

    private String nom(Map<String, String> parametres) {
        Filtre filtre = FiltreEcran.lire(parametres, horloge.aujourdhui()).filtre();
        return "pilotage-" + filtre.du() + "-" + filtre.au();
    }

    private List<List<String>> rangees(Map<String, String> parametres, Agent agent) {
        FiltreEcran f = FiltreEcran.lire(parametres, horloge.aujourdhui());
        Lecteur lecteur = Lecteur.ecran(agent);
        List<List<String>> rangees = new ArrayList<>();
        Instant vraiLe = chiffres.vraiLe();
        rangees.add(List.of("Données", "Vraies le", "", vraiLe == null ? "" : vraiLe.toString()));
        List<Tableau> tableaux = new ArrayList<>(deLInstant(stock(f.filtre(), lecteur, agent), f.filtre(), lecteur));
        tableaux.addAll(dansLaPeriode(f, lecteur));
        tableaux.forEach(t -> rangees.addAll(t.rangees()));
        return rangees;
    }

    private Map<String, String> noms() {
        return antennes.toutes().stream().collect(Collectors.toMap(Antenne::code, Antenne::nom));
    }

    private MotsDuPilotage mots() {
        return new MotsDuPilotage(modeles.dispositifs(), chiffres.etapes(), noms(), textes);
    }
}
