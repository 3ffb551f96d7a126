package fr.jalon.web.modele;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.BrouillonVue;
import fr.jalon.courrier.BrouillonsModeles;
import fr.jalon.courrier.ChampFusion;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.courrier.ModeleVue;
import fr.jalon.courrier.ModelesCourrier;
import fr.jalon.courrier.NatureCourrier;
import fr.jalon.courrier.UsageCourrier;
import fr.jalon.courrier.UsagesCourrier;
import fr.jalon.web.commun.ApercuEnSession;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/** Templates of letters: read a version, write the next one beside its fields, see it printed, submit it; another approves. No personal data here. */
@Controller
@RequestMapping("/modeles-de-courrier")
class ModelesController {

    private static final String APERCU = "apercu";
    private static final String LISTE = "/modeles-de-courrier";

    private final ModelesCourrier modeles;
    private final BrouillonsModeles brouillons;
    private final UsagesCourrier usages;
    private final ImagesCourrier images;
    private final Comptes comptes;
    private final MessageSource textes;

    ModelesController(
            ModelesCourrier modeles,
            BrouillonsModeles brouillons,
            UsagesCourrier usages,
            ImagesCourrier images,
            Comptes comptes,
            MessageSource textes) {
        this.modeles = modeles;
        this.brouillons = brouillons;
        this.usages = usages;
        this.images = images;
        this.comptes = comptes;
        this.textes = textes;
    }

    record Ligne(String code, String titre, String nature, int version, String publication, boolean mention) {}

    record Champ(String balise, String libelle, String description) {}

    record LigneBrouillon(String code, String titre, String auteur, Vues.Badge badge) {}

    /** What the letter does in law and when it is written: fixed by its use, not by its author. */
    record UsageEcran(String acte, String quand, String signature) {}

    /**
     * A draft as typed.
     *
     * @param ligne row version of the draft that the page showed, null when there was none
     */
    record Saisie(String code, String nature, String titre, String objet, String corps, Integer ligne) {

        static Saisie de(ModeleVue m, Integer ligne) {
            return new Saisie(m.code(), m.nature().name(), m.titre(), m.objet(), m.corps(), ligne);
        }

        static Saisie de(BrouillonVue b) {
            return new Saisie(b.code(), b.nature().name(), b.titre(), b.objet(), b.corps(), b.ligne());
        }
    }

    @GetMapping
    String lister(@Appelant Agent agent, Model model) {
        Map<String, BrouillonVue> enCours =
                brouillons.tous().stream().collect(Collectors.toMap(BrouillonVue::code, Function.identity()));
        List<ModeleVue> courants = modeles.courants();
        model.addAttribute("lignes", courants.stream().map(this::ligne).toList());
        model.addAttribute(
                "brouillons",
                enCours.values().stream()
                        .sorted(Comparator.comparing(BrouillonVue::titre))
                        .map(b -> new LigneBrouillon(b.code(), b.titre(), nom(b.auteur()), badge(b, agent)))
                        .toList());
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
        model.addAttribute("brouillon", brouillons.de(code).orElse(null));
        model.addAttribute("usage", usage(code, m.nature()));
        model.addAttribute("publication", publication(m));
        model.addAttribute("retour", new Vues.Lien(LISTE, "Les modèles"));
        if (m.nature() != NatureCourrier.MENTION) {
            pages(code, m, LISTE + "/" + code + "/versions/" + version + "/pages/", model);
        }
        return "modele/modele";
    }

    /** A version that today's rules refuse is shown without its picture, with what is wrong. */
    private void pages(String code, ModeleVue m, String base, Model model) {
        try {
            int pages = images.pages(modeles.essayer(code, m.nature(), m.titre(), m.objet(), m.corps()));
            model.addAttribute(
                    "pages",
                    IntStream.rangeClosed(1, pages).mapToObj(n -> base + n).toList());
        } catch (SaisieInvalide e) {
            model.addAttribute(
                    "fautes", e.erreurs().stream().map(ErreurChamp::message).toList());
        }
    }

    @GetMapping("/{code}/versions/{version}/pages/{page}")
    ResponseEntity<byte[]> page(@PathVariable String code, @PathVariable int version, @PathVariable int page) {
        ModeleVue m = exiger(code, version);
        return image(modeles.essayer(code, m.nature(), m.titre(), m.objet(), m.corps()), page);
    }

    @GetMapping("/nouveau")
    String nouveau(Model model) {
        return formulaire(new Saisie(null, NatureCourrier.INFORMATION.name(), null, null, null, null), null, model);
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
                    brouillons.ecrire(
                            saisie.code(),
                            nature,
                            saisie.titre(),
                            saisie.objet(),
                            corps(saisie),
                            0,
                            saisie.ligne(),
                            agent);
                    return garde(saisie.code(), geste, agent, suite);
                },
                () -> formulaire(saisie, null, model));
    }

    /** @param depuis an older version to start from; null for the draft under way, else the version in force */
    @GetMapping("/{code}/modification")
    String modifier(@PathVariable String code, @RequestParam(required = false) Integer depuis, Model model) {
        Optional<BrouillonVue> brouillon = brouillons.de(code);
        ModeleVue courant = modeles.versions(code).stream().findFirst().orElse(null);
        if (depuis != null) {
            Integer ligne = brouillon.map(BrouillonVue::ligne).orElse(null);
            return formulaire(Saisie.de(exiger(code, depuis), ligne), courant, model);
        }
        return brouillon
                .map(b -> formulaire(Saisie.de(b), courant, model))
                .orElseGet(() -> formulaire(Saisie.de(modeles.courant(code), null), courant, model));
    }

    @PostMapping("/{code}/modification")
    String garder(
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
                    brouillons.ecrire(
                            code,
                            courant.nature(),
                            saisie.titre(),
                            saisie.objet(),
                            corps(saisie),
                            version,
                            saisie.ligne(),
                            agent);
                    return garde(code, geste, agent, suite);
                },
                () -> formulaire(saisie, courant, model));
    }

    private String garde(String code, String geste, Agent agent, RedirectAttributes suite) {
        if (geste.equals("soumettre")) {
            brouillons.soumettre(code, agent);
            Flash.ok(suite, "Le brouillon est soumis. Une autre personne doit l’approuver avant qu’il serve.");
        } else {
            Flash.ok(suite, "Le brouillon est gardé. Il ne sert pas encore.");
        }
        return "redirect:" + LISTE + "/" + code + "/brouillon";
    }

    @GetMapping("/{code}/brouillon")
    String brouillon(@PathVariable String code, @Appelant Agent agent, Model model) {
        BrouillonVue b = exiger(code);
        Optional<ModeleVue> enService = modeles.versions(code).stream().findFirst();
        model.addAttribute("b", b);
        model.addAttribute("auteur", nom(b.auteur()));
        model.addAttribute("refusePar", b.refusePar() == null ? null : nom(b.refusePar()));
        model.addAttribute("badge", badge(b, agent));
        model.addAttribute("usage", usage(code, b.nature()));
        model.addAttribute("enService", enService.orElse(null));
        model.addAttribute(
                "differences",
                Differences.de(
                        enService.map(ModelesController::texte).orElse(""),
                        b.titre() + "\nObjet : " + b.objet() + "\n" + b.corps()));
        model.addAttribute(
                "second",
                b.etat() == BrouillonVue.Etat.A_APPROUVER && !b.auteur().equals(agent.identifiant()));
        model.addAttribute("soumis", b.etat() == BrouillonVue.Etat.A_APPROUVER);
        model.addAttribute("retour", new Vues.Lien(LISTE, "Les modèles"));
        if (!model.containsAttribute("motif")) {
            model.addAttribute("motif", null);
        }
        if (b.nature() != NatureCourrier.MENTION) {
            ModeleVue vu = new ModeleVue(
                    b.code(),
                    0,
                    b.nature(),
                    b.titre(),
                    b.objet(),
                    b.corps(),
                    null,
                    b.auteur(),
                    null,
                    b.modifieLe(),
                    false);
            pages(code, vu, LISTE + "/" + code + "/brouillon/pages/", model);
        }
        return "modele/brouillon";
    }

    @GetMapping("/{code}/brouillon/pages/{page}")
    ResponseEntity<byte[]> pageDuBrouillon(@PathVariable String code, @PathVariable int page) {
        BrouillonVue b = exiger(code);
        return image(modeles.essayer(code, b.nature(), b.titre(), b.objet(), b.corps()), page);
    }

    @PostMapping("/{code}/brouillon/soumission")
    String soumettre(@PathVariable String code, @Appelant Agent agent, RedirectAttributes suite) {
        return garde(code, "soumettre", agent, suite);
    }

    @PostMapping("/{code}/brouillon/approbation")
    String approuver(
            @PathVariable String code, @RequestParam int ligne, @Appelant Agent agent, RedirectAttributes suite) {
        try {
            ModeleVue publie = brouillons.approuver(code, ligne, agent);
            Flash.ok(
                    suite,
                    "La version " + publie.version() + " est en service. Les courriers déjà écrits ne changent pas.");
            return "redirect:" + LISTE + "/" + code;
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        } catch (SaisieInvalide e) {
            e.erreurs().forEach(faute -> Flash.refus(suite, faute.message()));
        }
        return "redirect:" + LISTE + "/" + code + "/brouillon";
    }

    @PostMapping("/{code}/brouillon/refus")
    String refuser(
            @PathVariable String code,
            @RequestParam int ligne,
            @RequestParam(defaultValue = "") String motif,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        model.addAttribute("motif", motif);
        return Saisies.essayer(
                model,
                () -> {
                    brouillons.refuser(code, ligne, motif, agent);
                    Flash.ok(suite, "Le brouillon est rendu à son auteur, avec votre motif.");
                    return "redirect:" + LISTE + "/" + code + "/brouillon";
                },
                () -> brouillon(code, agent, model));
    }

    @PostMapping("/{code}/brouillon/abandon")
    String abandonner(@PathVariable String code, @Appelant Agent agent, RedirectAttributes suite) {
        brouillons.abandonner(code, agent);
        Flash.ok(suite, "Le brouillon est abandonné. La version en service reste.");
        return "redirect:" + LISTE;
    }

    private String apercu(Saisie saisie, NatureCourrier nature, ModeleVue courant, HttpSession session, Model model) {
        if (nature == NatureCourrier.MENTION) {
            throw new SaisieInvalide(
                    "", "Une mention s'imprime dans les courriers qui l'utilisent : ouvrez l'un d'eux.");
        }
        String code = courant == null ? saisie.code() : courant.code();
        byte[] pdf = modeles.essayer(code, nature, saisie.titre(), saisie.objet(), corps(saisie));
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
        String code = courant == null ? saisie.code() : courant.code();
        Set<String> possibles =
                usages.de(code == null || code.isBlank() ? "nouveau" : code).champs();
        model.addAttribute(
                "champs",
                modeles.champs().stream()
                        .filter(c -> c.fixe() || possibles.contains(c.code()))
                        .map(ModelesController::champ)
                        .toList());
        boolean mention =
                courant == null ? "MENTION".equals(saisie.nature()) : courant.nature() == NatureCourrier.MENTION;
        model.addAttribute(
                "usage",
                code == null ? null : usage(code, mention ? NatureCourrier.MENTION : NatureCourrier.INFORMATION));
        model.addAttribute(
                "natures",
                Stream.of(NatureCourrier.INFORMATION, NatureCourrier.MENTION)
                        .map(n -> new Vues.Choix(n.name(), nature(n), null))
                        .toList());
        return "modele/formulaire";
    }

    private UsageEcran usage(String code, NatureCourrier nature) {
        if (nature == NatureCourrier.MENTION) {
            return new UsageEcran(nature(nature), null, null);
        }
        UsageCourrier usage = usages.de(code);
        return new UsageEcran(
                usage.acte().libelle(),
                usage.quand(),
                usage.acte().signature() ? "Une personne qui en a la délégation le signe avant qu’il parte." : null);
    }

    private static String texte(ModeleVue m) {
        return m.titre() + "\nObjet : " + m.objet() + "\n" + m.corps();
    }

    private ResponseEntity<byte[]> image(byte[] pdf, int page) {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(images.page(pdf, page));
    }

    private BrouillonVue exiger(String code) {
        return brouillons.de(code).orElseThrow(() -> new Introuvable("Ce modèle n'a pas de brouillon."));
    }

    private String nom(String identifiant) {
        return comptes.nom(identifiant);
    }

    private static Vues.Badge badge(BrouillonVue b, Agent agent) {
        if (b.etat() == BrouillonVue.Etat.A_APPROUVER) {
            boolean sien = b.auteur().equals(agent.identifiant());
            return new Vues.Badge(sien ? "attente" : "attention", sien ? "Attend une approbation" : "À approuver");
        }
        return b.motifRefus() == null
                ? new Vues.Badge("neutre", "Brouillon")
                : new Vues.Badge("retard", "Rendu, à corriger");
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
                usage(m.code(), m.nature()).acte(),
                m.version(),
                publication(m),
                m.nature() == NatureCourrier.MENTION);
    }

    private String publication(ModeleVue m) {
        return m.fourni()
                ? "fournie avec Jalon, le " + Mots.moment(m.publieLe())
                : "écrite par " + nom(m.auteur())
                        + (m.approuvePar() == null ? "" : ", approuvée par " + nom(m.approuvePar()))
                        + ", en service le " + Mots.moment(m.publieLe());
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
