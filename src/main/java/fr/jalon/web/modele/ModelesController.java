package fr.jalon.web.modele;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.ChampFusion;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.courrier.ModeleVue;
import fr.jalon.courrier.ModelesCourrier;
import fr.jalon.courrier.NatureCourrier;
import fr.jalon.web.commun.ApercuEnSession;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Templates of letters: read a version, write the next one beside the fields, see it printed, publish. No personal data here. */
@Controller
@RequestMapping("/modeles-de-courrier")
class ModelesController {

    private static final String APERCU = "apercu";

    private final ModelesCourrier modeles;
    private final ImagesCourrier images;
    private final MessageSource textes;

    ModelesController(ModelesCourrier modeles, ImagesCourrier images, MessageSource textes) {
        this.modeles = modeles;
        this.images = images;
        this.textes = textes;
    }

    record Ligne(String code, String titre, String nature, int version, String publication, boolean mention) {}

    record Champ(String balise, String libelle, String description) {}

    /** A draft as typed. */
    record Saisie(String code, String nature, String titre, String objet, String corps) {

        static Saisie de(ModeleVue m) {
            return new Saisie(m.code(), m.nature().name(), m.titre(), m.objet(), m.corps());
        }
    }

    @GetMapping
    String lister(Model model) {
        model.addAttribute(
                "lignes", modeles.courants().stream().map(this::ligne).toList());
        return "modele/liste";
    }

    @GetMapping("/{code}")
    String montrer(@PathVariable String code, Model model) {
        return version(code, modeles.courant(code).version(), model);
    }

    @GetMapping("/{code}/versions/{version}")
    String version(@PathVariable String code, @PathVariable int version, Model model) {
        ModeleVue m = exiger(code, version);
        List<Ligne> versions = modeles.versions(code).stream().map(this::ligne).toList();
        model.addAttribute("modele", m);
        model.addAttribute("versions", versions);
        model.addAttribute("courante", versions.get(0).version() == version);
        model.addAttribute("nature", nature(m.nature()));
        model.addAttribute("publication", publication(m));
        model.addAttribute("retour", new Vues.Lien("/modeles-de-courrier", "Les modèles"));
        if (m.nature() != NatureCourrier.MENTION) {
            byte[] pdf = modeles.essayer(m.nature(), m.titre(), m.objet(), m.corps());
            String base = "/modeles-de-courrier/" + code + "/versions/" + version + "/pages/";
            model.addAttribute(
                    "pages",
                    IntStream.rangeClosed(1, images.pages(pdf))
                            .mapToObj(n -> base + n)
                            .toList());
        }
        return "modele/modele";
    }

    @GetMapping("/{code}/versions/{version}/pages/{page}")
    ResponseEntity<byte[]> page(@PathVariable String code, @PathVariable int version, @PathVariable int page) {
        ModeleVue m = exiger(code, version);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(images.page(modeles.essayer(m.nature(), m.titre(), m.objet(), m.corps()), page));
    }

    @GetMapping("/nouveau")
    String nouveau(Model model) {
        return formulaire(new Saisie(null, NatureCourrier.INFORMATION.name(), null, null, null), null, model);
    }

    @PostMapping("/nouveau")
    String creer(
            Saisie saisie,
            @RequestParam(defaultValue = "") String geste,
            @Appelant Agent agent,
            HttpSession session,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    NatureCourrier nature = nature(saisie.nature());
                    if (geste.equals(APERCU)) {
                        return apercu(saisie, nature, null, session, model);
                    }
                    modeles.creer(
                            saisie.code(), nature, saisie.titre(), saisie.objet(), corps(saisie), agent.identifiant());
                    Flash.ok(suite, "Le modèle est publié.");
                    return "redirect:/modeles-de-courrier/" + saisie.code();
                },
                () -> formulaire(saisie, null, model));
    }

    /** @param depuis an older version to start from, null for the one in force */
    @GetMapping("/{code}/modification")
    String modifier(@PathVariable String code, @RequestParam(required = false) Integer depuis, Model model) {
        ModeleVue courant = modeles.courant(code);
        return formulaire(Saisie.de(depuis == null ? courant : exiger(code, depuis)), courant, model);
    }

    @PostMapping("/{code}/modification")
    String publier(
            @PathVariable String code,
            Saisie saisie,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String geste,
            @Appelant Agent agent,
            HttpSession session,
            Model model,
            RedirectAttributes suite) {
        ModeleVue courant = modeles.courant(code);
        return Saisies.essayer(
                model,
                () -> {
                    if (geste.equals(APERCU)) {
                        return apercu(saisie, courant.nature(), courant, session, model);
                    }
                    refuserSiDejaPublie(courant, version);
                    ModeleVue publie =
                            modeles.publier(code, saisie.titre(), saisie.objet(), corps(saisie), agent.identifiant());
                    Flash.ok(suite, "La version " + publie.version() + " est en service.");
                    return "redirect:/modeles-de-courrier/" + code;
                },
                () -> formulaire(saisie, courant, model));
    }

    private static void refuserSiDejaPublie(ModeleVue courant, int version) {
        if (courant.version() != version) {
            throw new fr.jalon.commun.Conflit("Une autre personne a publié la version " + courant.version()
                    + " pendant que vous écriviez. Lisez-la avant de publier la vôtre.");
        }
    }

    private String apercu(Saisie saisie, NatureCourrier nature, ModeleVue courant, HttpSession session, Model model) {
        if (nature == NatureCourrier.MENTION) {
            throw new SaisieInvalide(
                    "", "Une mention s'imprime dans les courriers qui l'utilisent : ouvrez l'un d'eux.");
        }
        byte[] pdf = modeles.essayer(nature, saisie.titre(), saisie.objet(), corps(saisie));
        String id = ApercuEnSession.garder(session, saisie.titre(), pdf);
        model.addAttribute(
                "pages",
                IntStream.rangeClosed(1, images.pages(pdf))
                        .mapToObj(n -> "/apercus/" + id + "/pages/" + n)
                        .toList());
        return formulaire(saisie, courant, model);
    }

    private String formulaire(Saisie saisie, ModeleVue courant, Model model) {
        model.addAttribute("saisie", saisie);
        model.addAttribute("courant", courant);
        model.addAttribute("titre", courant == null ? "Nouveau modèle" : "Modifier « " + courant.titre() + " »");
        model.addAttribute(
                "retour",
                courant == null
                        ? new Vues.Lien("/modeles-de-courrier", "Les modèles")
                        : new Vues.Lien("/modeles-de-courrier/" + courant.code(), courant.titre()));
        model.addAttribute(
                "champs",
                modeles.champs().stream().map(ModelesController::champ).toList());
        model.addAttribute(
                "natures",
                Arrays.stream(NatureCourrier.values())
                        .map(n -> new Vues.Choix(n.name(), nature(n), null))
                        .toList());
        return "modele/formulaire";
    }

    private static Champ champ(ChampFusion c) {
        String balise = switch (c.type()) {
            case LISTE -> "{{#liste " + c.code() + "}} … {{/liste}}";
            default -> "{{" + c.code() + "}}";
        };
        return new Champ(balise, c.libelle(), c.description());
    }

    private ModeleVue exiger(String code, int version) {
        return modeles.version(code, version).orElseThrow(() -> new Introuvable("Cette version n'existe pas."));
    }

    private Ligne ligne(ModeleVue m) {
        return new Ligne(
                m.code(),
                m.titre(),
                nature(m.nature()),
                m.version(),
                publication(m),
                m.nature() == NatureCourrier.MENTION);
    }

    private static String publication(ModeleVue m) {
        return m.fourni()
                ? "fournie avec Jalon, le " + Mots.moment(m.publieLe())
                : "publiée par " + m.auteur() + ", le " + Mots.moment(m.publieLe());
    }

    private String nature(NatureCourrier nature) {
        return textes.getMessage("nature." + nature.name(), null, nature.name(), Locale.FRENCH);
    }

    private static NatureCourrier nature(String code) {
        return Arrays.stream(NatureCourrier.values())
                .filter(n -> n.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide("nature", "Choisissez ce que fait ce courrier."));
    }

    /** A browser sends CR LF; the templates count lines by LF. */
    private static String corps(Saisie saisie) {
        return saisie.corps() == null ? null : saisie.corps().replace("\r\n", "\n");
    }
}
