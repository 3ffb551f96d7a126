package fr.jalon.web.atelier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.atelier.Atelier;
import fr.jalon.atelier.Difference;
import fr.jalon.atelier.EtatModele;
import fr.jalon.atelier.FichierModele;
import fr.jalon.atelier.LotVue;
import fr.jalon.atelier.ModeleVue;
import fr.jalon.atelier.PublicationDesModeles;
import fr.jalon.atelier.PublicationRefusee;
import fr.jalon.atelier.Verification;
import fr.jalon.atelier.VerificationDesModeles;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Models in service and drafts; a draft is read, then published by another account than its author's. */
@Controller
@RequestMapping("/modeles")
class AtelierController {

    private static final String LISTE = "redirect:/modeles";
    private static final List<String> TYPES = List.of("Parcours", "Tables de règles", "Formulaires");

    private final Atelier atelier;
    private final VerificationDesModeles verification;
    private final PublicationDesModeles publication;
    private final RejeuxEcran rejeux;
    private final Comptes comptes;

    AtelierController(
            Atelier atelier,
            VerificationDesModeles verification,
            PublicationDesModeles publication,
            RejeuxEcran rejeux,
            Comptes comptes) {
        this.atelier = atelier;
        this.rejeux = rejeux;
        this.verification = verification;
        this.publication = publication;
        this.comptes = comptes;
    }

    record Ligne(String cle, int version, String quand) {}

    /** Models of one kind. */
    record Groupe(String nom, List<Ligne> lignes) {}

    record Attente(String cle, int version, String nom, String fichiers, String auteur, Vues.Badge badge) {}

    /** A file of a draft and what it changes. */
    record Changement(String fichier, String base, List<Difference> differences) {}

    @GetMapping
    String lister(@Appelant Agent agent, Model model) {
        List<ModeleVue> enService = Page.toutes(n -> atelier.lister(EtatModele.PUBLIE, n, Page.TAILLE_MAX, agent));
        model.addAttribute("groupes", groupes(enService));
        model.addAttribute(
                "attentes", atelier.enAttente(agent).stream().map(this::attente).toList());
        model.addAttribute("differents", List.copyOf(atelier.differences(agent).keySet()));
        return "atelier/liste";
    }

    /** Paths first: they are what the others serve. */
    private List<Groupe> groupes(List<ModeleVue> modeles) {
        return TYPES.stream()
                .map(type -> new Groupe(
                        type,
                        modeles.stream()
                                .filter(m -> type.equals(type(m.type())))
                                .map(this::ligne)
                                .toList()))
                .filter(g -> !g.lignes().isEmpty())
                .toList();
    }

    private Ligne ligne(ModeleVue m) {
        String quand = m.version() == 0
                ? "livré avec Jalon"
                : "publié le " + jour(m.publieLe()) + " par " + nom(m.approbateur()) + ", écrit par " + nom(m.auteur());
        return new Ligne(m.cle(), m.version(), quand);
    }

    private Attente attente(LotVue lot) {
        LotVue.Fichier premier = lot.fichiers().get(0);
        return new Attente(
                premier.cle(),
                premier.version(),
                lot.nom(),
                String.join(
                        ", ",
                        lot.fichiers().stream().map(LotVue.Fichier::fichier).toList()),
                nom(lot.auteur()),
                badge(lot.etat()));
    }

    private static Vues.Badge badge(EtatModele etat) {
        String couleur = switch (etat) {
            case BROUILLON -> "attente";
            case PROGRAMME -> "info";
            case PUBLIE -> "ok";
            default -> "neutre";
        };
        return new Vues.Badge(couleur, etat.libelle());
    }

    private static String type(String type) {
        return switch (type) {
            case "bpmn" -> TYPES.get(0);
            case "dmn" -> TYPES.get(1);
            default -> TYPES.get(2);
        };
    }

    private String nom(String identifiant) {
        return comptes.parIdentifiant(identifiant).map(Agent::nomComplet).orElse(identifiant);
    }

    private static String jour(java.time.Instant quand) {
        return Horloge.enMots(LocalDateTime.ofInstant(quand, Horloge.PARIS));
    }

    @GetMapping("/{cle}/versions/{version}")
    String montrer(@PathVariable String cle, @PathVariable String version, @Appelant Agent agent, Model model) {
        int numero = numero(version);
        FichierModele fichier = atelier.fichier(cle, numero, agent);
        model.addAttribute("cle", cle);
        model.addAttribute("version", numero);
        model.addAttribute("titre", cle + ", version " + numero);
        model.addAttribute("retour", new Vues.Lien("/modeles", "Les modèles"));
        model.addAttribute(
                "bpmn", fichier.fin().equals(".bpmn") ? new String(fichier.contenu(), StandardCharsets.UTF_8) : null);
        model.addAttribute("reperes", Map.of("ici", List.of(), "erreurs", List.of(), "comptes", Map.of()));
        model.addAttribute(
                "versions",
                atelier.versions(cle, agent).stream()
                        .map(v -> new Version(v.version(), badge(v.etat())))
                        .toList());
        if (numero > 0) {
            lot(atelier.lot(cle, numero, agent), agent, model);
        }
        model.addAttribute(
                "restaurable",
                atelier.versions(cle, agent).stream()
                        .anyMatch(v -> v.version() == numero && v.etat() == EtatModele.ANCIEN));
        return "atelier/modele";
    }

    record Version(int version, Vues.Badge badge) {}

    /** What a draft is compared with: the shipped model is version 0. */
    private static String depuis(int base) {
        return switch (base) {
            case -1 -> "nouveau";
            case 0 -> "par rapport au modèle livré";
            default -> "par rapport à la version " + base;
        };
    }

    private void lot(LotVue lot, Agent agent, Model model) {
        List<FichierModele> fichiers = atelier.fichiers(lot);
        List<Changement> changements = new ArrayList<>();
        boolean attend = lot.etat() == EtatModele.BROUILLON || lot.etat() == EtatModele.PROGRAMME;
        if (attend) {
            Verification jugement = verification.verifier(fichiers);
            model.addAttribute("constats", jugement.constats());
            for (int i = 0; i < fichiers.size(); i++) {
                int base = lot.fichiers().get(i).base();
                changements.add(new Changement(
                        fichiers.get(i).nom(), depuis(base), atelier.differences(fichiers.get(i), agent)));
            }
        }
        model.addAttribute("changements", changements);
        model.addAttribute("lot", lot);
        model.addAttribute("badge", badge(lot.etat()));
        model.addAttribute("auteur", nom(lot.auteur()));
        model.addAttribute(
                "approbateur",
                lot.publication().approbateur() == null
                        ? null
                        : nom(lot.publication().approbateur()));
        model.addAttribute(
                "publiable", lot.etat() == EtatModele.BROUILLON && !lot.auteur().equals(agent.identifiant()));
        model.addAttribute(
                "sien", lot.etat() == EtatModele.BROUILLON && lot.auteur().equals(agent.identifiant()));
        model.addAttribute("retirable", attend);
        rejeux.montrer(lot, agent, model);
    }

    static int numero(String version) {
        if (!version.matches("\\d{1,9}")) {
            throw new Introuvable("Cette version de modèle n’existe pas.");
        }
        return Integer.parseInt(version);
    }

    @PostMapping("/{cle}/versions/{version}/publication")
    String publier(
            @PathVariable String cle,
            @PathVariable String version,
            @RequestParam(required = false) String motif,
            @RequestParam(required = false) String motifRejeu,
            @RequestParam(required = false) String le,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        int numero = numero(version);
        // What was typed stays on the page.
        model.addAttribute("motif", motif);
        model.addAttribute("motifRejeu", motifRejeu);
        model.addAttribute("le", le);
        return Saisies.essayer(
                model,
                () -> {
                    dire(
                            mettreEnService(
                                    cle, numero, new PublicationDesModeles.Raisons(motif, motifRejeu), le, agent),
                            suite);
                    return LISTE;
                },
                () -> montrer(cle, version, agent, model));
    }

    private LotVue mettreEnService(
            String cle, int version, PublicationDesModeles.Raisons raisons, String le, Agent agent) {
        try {
            return publication.publier(cle, version, raisons, date(le), agent);
        } catch (PublicationRefusee e) {
            throw new SaisieInvalide("", e.getMessage());
        }
    }

    private static void dire(LotVue lot, RedirectAttributes suite) {
        Flash.ok(
                suite,
                lot.etat() == EtatModele.PROGRAMME
                        ? "La publication est programmée le "
                                + Horloge.enMots(lot.publication().effetLe()) + "."
                        : "Le modèle est en service : les nouveaux dossiers le suivent.");
    }

    private static java.time.LocalDate date(String le) {
        if (le == null || le.isBlank()) {
            return null;
        }
        try {
            return java.time.LocalDate.parse(le.strip());
        } catch (DateTimeParseException e) {
            throw new SaisieInvalide("le", "Choisissez un jour dans le calendrier.");
        }
    }

    @PostMapping("/{cle}/versions/{version}/retrait")
    String retirer(
            @PathVariable String cle, @PathVariable String version, @Appelant Agent agent, RedirectAttributes suite) {
        try {
            atelier.retirer(cle, numero(version), agent);
            Flash.ok(suite, "Le brouillon est retiré.");
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        }
        return LISTE;
    }

    @PostMapping("/{cle}/versions/{version}/restauration")
    String restaurer(
            @PathVariable String cle, @PathVariable String version, @Appelant Agent agent, RedirectAttributes suite) {
        try {
            atelier.restaurer(cle, numero(version), agent);
            Flash.ok(suite, "Un brouillon reprend cette version : une autre personne doit le publier.");
        } catch (Conflit | PublicationRefusee e) {
            Flash.refus(suite, e.getMessage());
        }
        return LISTE;
    }
}
