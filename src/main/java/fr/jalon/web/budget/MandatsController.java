package fr.jalon.web.budget;

import fr.jalon.agent.Agent;
import fr.jalon.budget.Depenses;
import fr.jalon.budget.OrdreVue;
import fr.jalon.budget.Ordres;
import fr.jalon.budget.Paye;
import fr.jalon.budget.ServiceFait;
import fr.jalon.budget.Titres;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The payment orders: what waits for one, each order with the act that comes next. */
@Controller
@RequestMapping("/budget")
class MandatsController {

    private static final int TAILLE = 50;

    private final Depenses depenses;
    private final Ordres ordres;
    private final Titres titres;
    private final OngletsDesMandats onglets;
    private final FicheMandat fiches;
    private final Horloge horloge;

    MandatsController(
            Depenses depenses,
            Ordres ordres,
            Titres titres,
            OngletsDesMandats onglets,
            FicheMandat fiches,
            Horloge horloge) {
        this.depenses = depenses;
        this.ordres = ordres;
        this.titres = titres;
        this.onglets = onglets;
        this.fiches = fiches;
        this.horloge = horloge;
    }

    @GetMapping("/mandats")
    String lister(
            @RequestParam(required = false) String exercice,
            @RequestParam(defaultValue = OngletsDesMandats.A_FAIRE) String etat,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int annee = Annee.lire(exercice, horloge);
        model.addAttribute("annee", annee);
        model.addAttribute("onglets", onglets.de(annee, etat));
        model.addAttribute("retour", new Vues.Lien("/budget?exercice=" + annee, "Budget " + annee));
        if (etat.equals(OngletsDesMandats.A_FAIRE)) {
            model.addAttribute(
                    "services",
                    depenses.aOrdonner(annee, OngletsDesMandats.MONTRES).stream()
                            .map(fiches::service)
                            .toList());
            return "budget/a-ordonner";
        }
        Page<OrdreVue> lus = ordres.lister(annee, etat(etat), page, TAILLE);
        model.addAttribute("etat", etat);
        model.addAttribute(
                "mandats", lus.elements().stream().map(fiches::mandat).toList());
        Map<String, String> choisi = new LinkedHashMap<>();
        choisi.put("exercice", Integer.toString(annee));
        choisi.put("etat", etat);
        model.addAttribute("page", new Adresse("/budget/mandats", choisi).pages(lus));
        return "budget/mandats";
    }

    private static OrdreVue.Etat etat(String code) {
        for (OrdreVue.Etat e : OrdreVue.Etat.values()) {
            if (e.name().equals(code)) {
                return e;
            }
        }
        throw new Introuvable("Cette liste n'existe pas.");
    }

    @GetMapping("/services/{id}")
    String preparer(@PathVariable String id, Model model) {
        return formulaire(service(id), Map.of(), model);
    }

    @PostMapping("/services/{id}/mandat")
    String ordonner(
            @PathVariable String id,
            @RequestParam Map<String, String> saisie,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        ServiceFait service = service(id);
        return Saisies.essayer(
                model,
                () -> {
                    Paye paye =
                            Paye.lire(saisie.get("aQui"), saisie.get("nom"), saisie.get("siret"), saisie.get("iban"));
                    Map<String, String> pieces = new LinkedHashMap<>();
                    saisie.forEach((nom, valeur) -> {
                        if (nom.startsWith("piece-")) {
                            pieces.put(nom.substring("piece-".length()), valeur);
                        }
                    });
                    String numero = depenses.ordonner(service.id(), paye, pieces, agent.identifiant());
                    Flash.ok(suite, "Le mandat " + numero + " est fait. Il attend un bordereau.");
                    return "redirect:/budget/mandats/" + numero;
                },
                () -> formulaire(service(id), saisie, model));
    }

    private String formulaire(ServiceFait service, Map<String, String> saisie, Model model) {
        fiches.formulaire(service, saisie, model);
        model.addAttribute("retour", new Vues.Lien("/budget/mandats", "À ordonner"));
        return "budget/service";
    }

    private ServiceFait service(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new Introuvable("Ce service fait n'existe pas.");
        }
        return depenses.service(Long.parseLong(id));
    }

    @GetMapping("/mandats/{numero}")
    String montrer(@PathVariable String numero, Model model) {
        OrdreVue o = ordres.parNumero(numero);
        List<Titres.Titre> siens = titres.duMandat(numero);
        fiches.mandat(o, siens, model);
        model.addAttribute("aujourdhui", horloge.aujourdhui().toString());
        model.addAttribute(
                "retour",
                new Vues.Lien(
                        "/budget/mandats?etat=" + o.suivi().etat(),
                        o.suivi().etat().libelle()));
        return "budget/mandat";
    }

    @PostMapping("/mandats/{numero}/acceptation")
    String accepter(@PathVariable String numero, Model model, RedirectAttributes suite) {
        ordres.parNumero(numero);
        return faire(numero, Map.of(), model, suite, () -> {
            ordres.accepter(numero);
            return "Le comptable a accepté ce mandat.";
        });
    }

    @PostMapping("/mandats/{numero}/rejet")
    String rejeter(
            @PathVariable String numero,
            @RequestParam Map<String, String> saisie,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        ordres.parNumero(numero);
        return faire(numero, saisie, model, suite, () -> {
            ordres.rejeter(numero, saisie.get("motif"), agent.identifiant());
            return "Le rejet est enregistré : le service fait attend un autre mandat.";
        });
    }

    @PostMapping("/mandats/{numero}/paiement")
    String payer(
            @PathVariable String numero,
            @RequestParam Map<String, String> saisie,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        ordres.parNumero(numero);
        return faire(numero, saisie, model, suite, () -> {
            ordres.payer(numero, Jour.lire("payeLe", saisie.get("payeLe")), agent.identifiant());
            return "Le paiement est enregistré.";
        });
    }

    @PostMapping("/mandats/{numero}/titres")
    String redemander(
            @PathVariable String numero,
            @RequestParam Map<String, String> saisie,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        ordres.parNumero(numero);
        return faire(numero, saisie, model, suite, () -> {
            long centimes = Centimes.lire("montant", saisie.get("montant"));
            String titre = titres.emettre(numero, centimes, saisie.get("motifTitre"), agent.identifiant());
            return "Le titre de recettes " + titre + " est émis.";
        });
    }

    @PostMapping("/titres/{numero}/encaissement")
    String encaisser(
            @PathVariable String numero,
            @RequestParam Map<String, String> saisie,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return faire(titres.parNumero(numero).ordre(), saisie, model, suite, () -> {
            titres.encaisser(numero, Jour.lire("encaisseLe", saisie.get("encaisseLe")), agent.identifiant());
            return "L'encaissement est enregistré : le montant est de nouveau disponible si l'exercice est ouvert.";
        });
    }

    @PostMapping("/titres/{numero}/annulation")
    String annuler(@PathVariable String numero, Model model, RedirectAttributes suite) {
        return faire(titres.parNumero(numero).ordre(), Map.of(), model, suite, () -> {
            titres.annuler(numero);
            return "Le titre de recettes est annulé.";
        });
    }

    private String faire(
            String mandat, Map<String, String> saisie, Model model, RedirectAttributes suite, Supplier<String> acte) {
        return Saisies.essayer(
                model,
                champ -> champ.equals("motif") && saisie.containsKey("motifTitre") ? "motifTitre" : champ,
                () -> {
                    Flash.ok(suite, acte.get());
                    return "redirect:/budget/mandats/" + mandat;
                },
                () -> {
                    model.addAttribute("saisie", saisie);
                    return montrer(mandat, model);
                });
    }
}
