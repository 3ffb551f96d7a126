package fr.jalon.web.seance;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.Textes;
import fr.jalon.seance.Calendrier;
import fr.jalon.seance.CasPrets;
import fr.jalon.seance.NouvelleSeance;
import fr.jalon.seance.RegleInstance;
import fr.jalon.seance.Rythme;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sessions that an account organises, and a new one. */
@Controller
@RequestMapping(SeancesController.CHEMIN)
class SeancesController {

    static final String CHEMIN = "/seances";
    static final Vues.Lien RETOUR = new Vues.Lien(CHEMIN, "Les séances");

    private final Seances seances;
    private final Calendrier calendrier;
    private final Reprise reprise;
    private final CasPrets cas;
    private final Antennes antennes;
    private final SeanceEcran ecran;
    private final Horloge horloge;

    SeancesController(
            Seances seances,
            Calendrier calendrier,
            Reprise reprise,
            CasPrets cas,
            Antennes antennes,
            SeanceEcran ecran,
            Horloge horloge) {
        this.seances = seances;
        this.calendrier = calendrier;
        this.reprise = reprise;
        this.cas = cas;
        this.antennes = antennes;
        this.ecran = ecran;
        this.horloge = horloge;
    }

    /** How many cases wait in an antenne. */
    record Attente(String antenne, int nombre) {}

    /** What the organiser does next with its nearest session. */
    record Suite(String titre, String texte, String href, String action) {}

    @GetMapping
    String lister(@Appelant Agent agent, Model model) {
        List<SeanceVue> toutes = seances.lister(agent);
        model.addAttribute(
                "lignes", toutes.stream().map(s -> ecran.ligne(s, CHEMIN + "/")).toList());
        model.addAttribute(
                "suite",
                toutes.stream()
                        .sorted(Comparator.comparing(SeanceVue::debut))
                        .map(this::suite)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "attentes",
                permises(agent).stream()
                        .map(a -> new Attente(a.nom(), enAttente(a, agent)))
                        .filter(a -> a.nombre() > 0)
                        .toList());
        return "seance/liste";
    }

    /** Null when the session waits for its day, or is over. */
    private Suite suite(SeanceVue s) {
        String quand = ecran.titre(s);
        return switch (s.etat()) {
            case TENUE ->
                new Suite(
                        "Une séance est ouverte",
                        quand + " : donnez les avis.",
                        CHEMIN + "/" + s.id() + "/tenue",
                        "Continuer");
            case CONVOQUEE ->
                horloge.aujourdhui().isBefore(s.jour())
                        ? null
                        : new Suite(
                                "Une séance est à tenir",
                                quand + " : notez les présences.",
                                CHEMIN + "/" + s.id() + "/tenue",
                                "Tenir la séance");
            case EN_PREPARATION ->
                new Suite(
                        "Une séance est à convoquer",
                        quand + " : ses membres, ses dossiers, puis les lettres.",
                        CHEMIN + "/" + s.id(),
                        "Finir de la préparer");
            case CLOSE, SIGNEE, ANNULEE -> null;
        };
    }

    private int enAttente(Antenne antenne, Agent agent) {
        return seances.organisables(agent).stream()
                .mapToInt(i -> cas.enAttente(i.code(), antenne.code()).size())
                .sum();
    }

    @GetMapping("/nouvelle")
    String nouvelle(@Appelant Agent agent, Model model) {
        String antenne = agent.antenne();
        return formulaire(
                Map.of(
                        "instance",
                                seances.organisables(agent).stream()
                                        .map(RegleInstance::code)
                                        .findFirst()
                                        .orElse(""),
                        "antenne", antenne == null ? "" : antenne,
                        "lieu", antenne == null ? "" : lieu(antennes.parCode(antenne))),
                agent,
                model);
    }

    @PostMapping("/nouvelle")
    String creer(
            @RequestParam Map<String, String> champs, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                champ -> champ.equals("debut") ? "jour" : champ,
                () -> {
                    NouvelleSeance premiere = new NouvelleSeance(
                            champs.get("instance"),
                            Textes.ouNull(champs.get("antenne")),
                            HeuresDeSeance.debut(champs),
                            champs.get("lieu"),
                            "oui".equals(champs.get("anonyme")));
                    Calendrier.Planifiees faites = reprise.enTransaction(() ->
                            calendrier.planifier(premiere, rythme(champs), HeuresDeSeance.jusquAu(champs), agent));
                    return creees(faites, suite);
                },
                () -> formulaire(champs, agent, model));
    }

    private static Rythme rythme(Map<String, String> champs) {
        return Arrays.stream(Rythme.values())
                .filter(r -> r.name().equals(champs.get("rythme")))
                .findFirst()
                .orElse(Rythme.UNE_FOIS);
    }

    private static String creees(Calendrier.Planifiees faites, RedirectAttributes suite) {
        if (faites.seances().size() == 1 && faites.feries().isEmpty()) {
            Flash.ok(suite, "La séance est créée. Choisissez ses membres et ses dossiers.");
            return "redirect:" + CHEMIN + "/" + faites.seances().get(0).id();
        }
        String feries = faites.feries().stream().map(Horloge::enMots).collect(Collectors.joining(", "));
        Flash.ok(
                suite,
                Textes.combien(faites.seances().size(), "séance créée", "séances créées") + "."
                        + (feries.isEmpty() ? "" : " Jour férié, sans séance : " + feries + "."));
        return "redirect:" + CHEMIN;
    }

    private String formulaire(Map<String, String> saisie, Agent agent, Model model) {
        model.addAttribute("saisie", saisie);
        model.addAttribute(
                "instances",
                seances.organisables(agent).stream()
                        .map(i -> new Vues.Choix(i.code(), i.libelle(), null))
                        .toList());
        model.addAttribute(
                "antennes",
                permises(agent).stream()
                        .map(a -> new Vues.Choix(a.code(), a.nom(), null))
                        .toList());
        model.addAttribute(
                "rythmes",
                Arrays.stream(Rythme.values())
                        .map(r -> new Vues.Choix(r.name(), r.libelle(), null))
                        .toList());
        model.addAttribute("retour", RETOUR);
        return "seance/nouvelle";
    }

    private List<Antenne> permises(Agent agent) {
        return antennes.toutes().stream()
                .filter(a -> agent.portee().couvre(a.code()))
                .toList();
    }

    private static String lieu(Antenne antenne) {
        return antenne.nom() + ", " + antenne.adresse();
    }
}
