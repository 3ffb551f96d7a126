package fr.jalon.web.usager;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.fusion.ApercuFusion;
import fr.jalon.fusion.Cote;
import fr.jalon.fusion.EtatFusion;
import fr.jalon.fusion.FusionVue;
import fr.jalon.fusion.Fusions;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.usager.SuiviDesPersonnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.RecherchesEnSession;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making two cards of one person one: the other card, the preview with its choices, the agreements, the undo. */
@Controller
class FusionsController {

    private static final String LISTE = "/fusions";
    private static final String CHOIX = "choix-";

    private final Fusions fusions;
    private final Personnes personnes;
    private final SuiviDesPersonnes suivi;
    private final Antennes antennes;
    private final Comptes comptes;

    FusionsController(
            Fusions fusions, Personnes personnes, SuiviDesPersonnes suivi, Antennes antennes, Comptes comptes) {
        this.fusions = fusions;
        this.personnes = personnes;
        this.suivi = suivi;
        this.antennes = antennes;
        this.comptes = comptes;
    }

    /**
     * A merge in the list.
     *
     * @param retour who asks to undo it, why, and whose agreement is missing; null while nobody does
     * @param demandee whether the reader's antenne asked already: it has nothing more to say
     */
    record Ligne(
            UUID id,
            String titre,
            UUID gardee,
            String texte,
            String retour,
            Vues.Badge badge,
            boolean attend,
            boolean defaisable,
            boolean demandee,
            List<String> actes) {}

    @GetMapping("/usagers/{id}/fusion")
    String preparer(
            @PathVariable UUID id,
            @RequestParam(required = false) String autre,
            @RequestParam(required = false) String recherche,
            @Appelant Agent agent,
            HttpSession session,
            Model model) {
        if (autre == null || autre.isBlank()) {
            suivi.exiger(id, agent);
            return chercher(id, RecherchesEnSession.relire(session, recherche).get("q"), agent, model);
        }
        return Saisies.essayer(
                model,
                () -> apercu(fusions.apercu(id, identifiant(autre), agent), Map.of(), agent, model),
                () -> chercher(id, null, agent, model));
    }

    /** Words of a name are never in an address: the session keeps them. */
    @PostMapping("/usagers/{id}/fusion/recherche")
    String chercher(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @Appelant Agent agent,
            HttpSession session) {
        suivi.exiger(id, agent);
        return "redirect:/usagers/" + id + "/fusion?recherche=" + RecherchesEnSession.garder(session, Map.of("q", q));
    }

    @PostMapping("/usagers/{id}/fusion")
    String demander(
            @PathVariable UUID id,
            @RequestParam Map<String, String> saisies,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        if (saisies.getOrDefault("autre", "").isBlank()) {
            suivi.exiger(id, agent);
        }
        return Saisies.essayer(
                model,
                champ -> champ.equals("autre") ? champ : CHOIX + champ,
                () -> {
                    FusionVue vue = fusions.demander(
                            id, identifiant(saisies.get("autre")), choix(saisies), versions(saisies), agent);
                    if (vue.etat() == EtatFusion.FAITE) {
                        Flash.ok(
                                suite,
                                "Les deux fiches n’en font plus qu’une. Une erreur se défait jusqu’au "
                                        + Mots.jour(vue.defaisableJusqu()) + ", dans « Fusions de fiches ».");
                        return "redirect:/usagers/" + vue.gardeeId();
                    }
                    Flash.ok(
                            suite,
                            "La demande est envoyée à l’autre antenne concernée. Rien ne change avant son accord.");
                    return "redirect:" + LISTE;
                },
                () -> relire(id, saisies, agent, model));
    }

    /** The preview again with the choices; what can no longer be read leads back to the choice of the other card. */
    private String relire(UUID id, Map<String, String> saisies, Agent agent, Model model) {
        try {
            return apercu(fusions.apercu(id, identifiant(saisies.get("autre")), agent), saisies, agent, model);
        } catch (SaisieInvalide | Conflit | Introuvable e) {
            return chercher(id, null, agent, model);
        }
    }

    @GetMapping(LISTE)
    String lister(@Appelant Agent agent, Model model) {
        return liste(agent, model);
    }

    @GetMapping(LISTE + "/{id}")
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        FusionVue vue = fusions.parId(id, agent);
        if (vue.etat() != EtatFusion.DEMANDEE) {
            return "redirect:" + LISTE + "#f-" + id;
        }
        return demande(vue, agent, model);
    }

    @PostMapping(LISTE + "/{id}/accord")
    String accepter(
            @PathVariable UUID id,
            @RequestParam Map<String, String> saisies,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        FusionVue vue = fusions.parId(id, agent);
        return Saisies.essayer(
                model,
                () -> {
                    fusions.accepter(id, versions(saisies), agent);
                    Flash.ok(suite, "C’est noté : votre antenne est d’accord.");
                    return "redirect:" + LISTE;
                },
                () -> fusions.parId(id, agent).etat() == EtatFusion.DEMANDEE
                        ? demande(vue, agent, model)
                        : liste(agent, model));
    }

    @PostMapping(LISTE + "/{id}/refus")
    String refuser(
            @PathVariable UUID id,
            @RequestParam Map<String, String> saisies,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        model.addAttribute("saisies", saisies);
        return Saisies.essayer(
                model,
                champ -> champ + "-" + id,
                () -> {
                    fusions.refuser(id, saisies.get("motif-" + id), agent);
                    Flash.ok(suite, "Les deux fiches restent à part.");
                    return "redirect:" + LISTE;
                },
                () -> liste(agent, model));
    }

    @PostMapping(LISTE + "/{id}/annulation")
    String defaire(
            @PathVariable UUID id,
            @RequestParam Map<String, String> saisies,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        model.addAttribute("saisies", saisies);
        return Saisies.essayer(
                model,
                champ -> champ + "-" + id,
                () -> {
                    FusionVue vue = fusions.defaire(id, saisies.get("motif-" + id), agent);
                    Flash.ok(
                            suite,
                            vue.etat() == EtatFusion.DEFAITE
                                    ? "Les deux fiches sont de nouveau comme elles étaient."
                                    : "La demande est notée. La fusion sera défaite quand l’autre antenne l’aura demandé aussi.");
                    return "redirect:" + LISTE;
                },
                () -> liste(agent, model));
    }

    private String chercher(UUID id, String q, Agent agent, Model model) {
        PersonneVue personne = personnes.parId(id);
        model.addAttribute("personne", personne);
        model.addAttribute("q", q);
        model.addAttribute("fiches", fusions.candidates(id, q, agent));
        model.addAttribute("retour", new Vues.Lien("/usagers/" + id, personne.nomComplet()));
        return "usager/fusion-choix";
    }

    private String apercu(ApercuFusion apercu, Map<String, String> saisies, Agent agent, Model model) {
        commun(apercu, saisies, agent, model);
        model.addAttribute("action", "/usagers/" + apercu.gardee().id() + "/fusion");
        model.addAttribute(
                "retour",
                new Vues.Lien(
                        "/usagers/" + apercu.gardee().id(), apercu.gardee().nom()));
        return "usager/fusion";
    }

    private String demande(FusionVue vue, Agent agent, Model model) {
        Map<String, String> choisis = new LinkedHashMap<>();
        vue.choix().forEach((champ, cote) -> choisis.put(CHOIX + champ, cote.name()));
        commun(fusions.apercuDe(vue.id(), agent), choisis, agent, model);
        model.addAttribute("demande", vue);
        model.addAttribute("peutRepondre", vue.enAttente().stream().anyMatch(agent.portee()::couvre));
        model.addAttribute("qui", comptes.nom(vue.demandeePar()));
        model.addAttribute("quand", Mots.moment(vue.demandeeLe()));
        model.addAttribute("retour", new Vues.Lien(LISTE, "Les fusions de fiches"));
        return "usager/fusion-demande";
    }

    private void commun(ApercuFusion apercu, Map<String, String> saisies, Agent agent, Model model) {
        model.addAttribute("apercu", apercu);
        model.addAttribute("saisies", saisies);
        model.addAttribute(
                "autresAntennes",
                apercu.antennes().stream()
                        .filter(a -> !agent.portee().couvre(a))
                        .map(this::antenne)
                        .collect(Collectors.joining(", ")));
    }

    private String liste(Agent agent, Model model) {
        List<FusionVue> toutes = fusions.pour(agent);
        Map<UUID, PersonneVue> gardees = personnes.parIds(
                toutes.stream().map(FusionVue::gardeeId).distinct().toList());
        model.addAttribute(
                "lignes", toutes.stream().map(f -> ligne(f, gardees, agent)).toList());
        return "usager/fusions";
    }

    private Ligne ligne(FusionVue f, Map<UUID, PersonneVue> gardees, Agent agent) {
        boolean attend = f.etat() == EtatFusion.DEMANDEE;
        boolean defaisable = fusions.defaisable(f);
        PersonneVue gardee = gardees.get(f.gardeeId());
        String nom = gardee == null ? "une autre fiche" : gardee.nomComplet();
        String retour = retour(f, agent);
        return new Ligne(
                f.id(),
                f.absorbeeNom() + " et " + nom,
                gardee == null ? null : f.gardeeId(),
                texte(f),
                retour,
                retour != null
                        ? new Vues.Badge("attente", "Séparation demandée")
                        : new Vues.Badge(
                                switch (f.etat()) {
                                    case DEMANDEE -> "attente";
                                    case FAITE -> "ok";
                                    case DEFAITE, REFUSEE -> "neutre";
                                },
                                f.etat().libelle()),
                attend,
                defaisable,
                retour != null && accordsManquants(f).noneMatch(agent.portee()::couvre),
                fusions.actesDepuis(f.id(), agent));
    }

    private String texte(FusionVue f) {
        String demande = "Demandée le " + Mots.moment(f.demandeeLe()) + " par " + comptes.nom(f.demandeePar()) + ".";
        return switch (f.etat()) {
            case DEMANDEE -> demande + " Accord attendu\u00a0: " + noms(f.enAttente()) + ".";
            case FAITE ->
                "Faite le " + Mots.moment(f.faiteLe()) + " par " + comptes.nom(f.faitePar())
                        + (fusions.defaisable(f) ? ". Se défait jusqu’au " : ". Se défaisait jusqu’au ")
                        + Mots.jour(f.defaisableJusqu()) + ".";
            case DEFAITE -> "Défaite : " + Textes.phrase(f.motif());
            case REFUSEE -> demande + " Refusée : " + Textes.phrase(f.motif());
        };
    }

    /** Who asks to undo it, and whose answer is missing; null while nobody asks, or once it is too late. */
    private String retour(FusionVue f, Agent agent) {
        if (f.retour().isEmpty() || !fusions.defaisable(f)) {
            return null;
        }
        List<String> manquants = accordsManquants(f).toList();
        String suite = manquants.stream().anyMatch(agent.portee()::couvre)
                ? " Votre accord est attendu\u00a0: sans lui, la fusion reste."
                : " Accord attendu\u00a0: " + noms(manquants) + ". Sans lui, la fusion reste.";
        return noms(f.retour()) + " demande à refaire deux fiches\u00a0: «\u00a0" + f.retourMotif() + "\u00a0»" + suite;
    }

    private static Stream<String> accordsManquants(FusionVue f) {
        return f.antennes().stream().filter(a -> !f.retour().contains(a));
    }

    private String noms(List<String> codes) {
        return codes.stream().map(this::antenne).collect(Collectors.joining(", "));
    }

    private String antenne(String code) {
        return antennes.toutes().stream()
                .filter(a -> a.code().equals(code))
                .map(Antenne::nom)
                .findFirst()
                .orElse(code);
    }

    private static Map<String, Cote> choix(Map<String, String> saisies) {
        Map<String, Cote> choix = new LinkedHashMap<>();
        saisies.forEach((nom, valeur) -> {
            if (nom.startsWith(CHOIX)) {
                cote(valeur).ifPresent(c -> choix.put(nom.substring(CHOIX.length()), c));
            }
        });
        return choix;
    }

    private static Optional<Cote> cote(String valeur) {
        for (Cote c : Cote.values()) {
            if (c.name().equals(valeur)) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }

    private static Fusions.Versions versions(Map<String, String> saisies) {
        return new Fusions.Versions(nombre(saisies.get("versionGardee")), nombre(saisies.get("versionAbsorbee")));
    }

    /** A version that is not one is no version: the card will be said to have changed. */
    private static int nombre(String texte) {
        return texte != null && texte.matches("\\d{1,9}") ? Integer.parseInt(texte) : -1;
    }

    private static UUID identifiant(String texte) {
        try {
            return UUID.fromString(texte == null ? "" : texte.strip());
        } catch (IllegalArgumentException e) {
            throw new SaisieInvalide(
                    List.of(new ErreurChamp("autre", "Choisissez l'autre fiche de cette personne dans la liste.")));
        }
    }
}
