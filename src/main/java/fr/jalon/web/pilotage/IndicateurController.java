package fr.jalon.web.pilotage;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Page;
import fr.jalon.dossier.Issue;
import fr.jalon.moteur.ModelesDeParcours;
import fr.jalon.pilotage.Chiffres;
import fr.jalon.pilotage.Indicateurs;
import fr.jalon.pilotage.Indicateurs.Concerne;
import fr.jalon.pilotage.Lecteur;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.SecretStatistique;
import fr.jalon.web.commun.Vues;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One indicator: what it counts and why, an antenne a row, and who is in or out for whom the dossiers are open. */
@Controller
@RequestMapping("/pilotage/indicateurs/{code}")
class IndicateurController {

    private static final int TAILLE = 50;

    private final Indicateurs indicateurs;
    private final TableauxDuTemps temps;
    private final Chiffres chiffres;
    private final Antennes antennes;
    private final ModelesDeParcours modeles;
    private final SecretStatistique secret;
    private final MessageSource textes;
    private final Horloge horloge;

    IndicateurController(
            Indicateurs indicateurs,
            TableauxDuTemps temps,
            Chiffres chiffres,
            Antennes antennes,
            ModelesDeParcours modeles,
            SecretStatistique secret,
            MessageSource textes,
            Horloge horloge) {
        this.indicateurs = indicateurs;
        this.temps = temps;
        this.chiffres = chiffres;
        this.antennes = antennes;
        this.modeles = modeles;
        this.secret = secret;
        this.textes = textes;
        this.horloge = horloge;
    }

    /** A dossier before the indicator, in words. */
    record Ligne(String numero, String antenne, String echeance, String fait, Vues.Badge badge) {}

    @GetMapping
    String montrer(
            @PathVariable String code,
            @RequestParam Map<String, String> parametres,
            @Appelant Agent agent,
            Model model) {
        FiltreEcran f = preparer(code, parametres, agent, model);
        Lecteur lecteur = Lecteur.ecran(agent);
        MotsDuPilotage mots = mots();
        Indicateurs.Description d = indicateurs.parCode(code);
        model.addAttribute("resultat", indicateurs.resultat(code, f.filtre(), lecteur));
        model.addAttribute("tableau", temps.parAntenne(d, f.filtre(), lecteur, mots));
        model.addAttribute("legende", lecteur.masque() ? secret.legende() : null);
        model.addAttribute(
                "dossiers",
                Lecteur.ouvre(agent) && d.raison() == null
                        ? new Adresse("/pilotage/indicateurs/" + code + "/dossiers", f.choisi()).href()
                        : null);
        return "pilotage/indicateur";
    }

    @GetMapping("/dossiers")
    String lister(
            @PathVariable String code,
            @RequestParam Map<String, String> parametres,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @Appelant Agent agent,
            Model model) {
        FiltreEcran f = preparer(code, parametres, agent, model);
        MotsDuPilotage mots = mots();
        Page<Concerne> concernes = indicateurs.concernes(code, f.filtre(), page, TAILLE, agent);
        model.addAttribute(
                "lignes", concernes.elements().stream().map(c -> ligne(c, mots)).toList());
        model.addAttribute(
                "page", new Adresse("/pilotage/indicateurs/" + code + "/dossiers", f.choisi()).pages(concernes));
        return "pilotage/concernes";
    }

    private FiltreEcran preparer(String code, Map<String, String> parametres, Agent agent, Model model) {
        FiltreEcran f = FiltreEcran.lire(parametres, horloge.aujourdhui());
        if (!f.erreurs().isEmpty()) {
            model.addAttribute("erreurs", f.erreurs());
        }
        Lecteur.ecran(agent);
        Indicateurs.Description d = indicateurs.parCode(code);
        model.addAttribute("d", d);
        model.addAttribute("population", mots().dispositif(d.population()));
        model.addAttribute("formule", formule(d));
        model.addAttribute(
                "exclusions",
                d.exclusions().stream().map(i -> Issue.valueOf(i).libelle()).collect(Collectors.joining(", ")));
        model.addAttribute(
                "dates",
                TableauxDuTemps.periode(
                        f.filtre().du().withDayOfMonth(1),
                        f.filtre().au().withDayOfMonth(f.filtre().au().lengthOfMonth())));
        model.addAttribute("retour", new Vues.Lien(new Adresse("/pilotage", f.choisi()).href(), "Pilotage"));
        model.addAttribute("choisi", f.choisi());
        return f;
    }

    /** The facts in words rather than in codes. */
    private String formule(Indicateurs.Description d) {
        String formule = d.formule();
        for (String fait : d.faits()) {
            formule = formule.replace("« " + fait + " »", "« " + mots().texte("pilotage.fait." + fait) + " »");
        }
        return formule;
    }

    private Ligne ligne(Concerne c, MotsDuPilotage mots) {
        return new Ligne(
                c.numero(),
                mots.antenne(c.antenne()),
                Mots.jour(c.echeance()),
                c.faitLe() == null ? "pas fait" : Mots.jour(c.faitLe()),
                badge(c, mots));
    }

    private static Vues.Badge badge(Concerne c, MotsDuPilotage mots) {
        return switch (c.place()) {
            case "TENU" -> new Vues.Badge("ok", "Compte : tenu");
            case "HORS" ->
                new Vues.Badge("retard", c.faitLe() == null ? "Compte : encore en attente" : "Compte : fait trop tard");
            case "A_VENIR" -> new Vues.Badge("info", "Ne compte pas : pas encore dû");
            default -> new Vues.Badge("neutre", "Ne compte pas : " + exclu(c.exclu(), mots));
        };
    }

    private static String exclu(String raison, MotsDuPilotage mots) {
        for (Issue issue : Issue.values()) {
            if (issue.name().equals(raison)) {
                return issue.libelle().toLowerCase(Locale.FRENCH);
            }
        }
        return mots.texte("pilotage.exclu." + raison);
    }

    private MotsDuPilotage mots() {
        Map<String, String> noms = antennes.toutes().stream().collect(Collectors.toMap(Antenne::code, Antenne::nom));
        return new MotsDuPilotage(modeles.dispositifs(), chiffres.etapes(), noms, textes);
    }
}
