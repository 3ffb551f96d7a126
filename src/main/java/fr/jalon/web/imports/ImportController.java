package fr.jalon.web.imports;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Page;
import fr.jalon.importation.EtatImport;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.importation.LigneVue;
import fr.jalon.importation.LignesDImport;
import fr.jalon.importation.StatutLigne;
import fr.jalon.importation.TypeImport;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Vues;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One import: progress while Jalon works, then its rows by tab, and the act to do now. */
@Controller
@RequestMapping("/imports/{id:[0-9a-f-]{36}}")
class ImportController {

    private static final int TAILLE = 50;

    private final Imports imports;
    private final LignesDImport lignes;

    ImportController(Imports imports, LignesDImport lignes) {
        this.imports = imports;
        this.lignes = lignes;
    }

    @GetMapping
    String voir(
            @PathVariable UUID id,
            @RequestParam(required = false) StatutLigne statut,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            @Appelant Agent agent) {
        ImportVue vue = imports.parId(id, agent);
        TypeImport type = imports.type(vue.type(), agent);
        model.addAttribute("vue", vue);
        model.addAttribute("type", type);
        model.addAttribute("retour", new Vues.Lien("/imports", "Imports"));
        if (vue.etat().enTravail()) {
            model.addAttribute("a", VuesImports.avancement(vue));
            model.addAttribute("annulable", vue.etat() == EtatImport.LU && vue.ecritPar() == null);
            return "imports/avancement";
        }
        Page<LigneVue> trouvees = lignes.lister(id, statut, page, TAILLE, agent);
        model.addAttribute("confirmer", agent.aUnDe(Role.ALI, Role.RESPONSABLE_ANTENNE));
        model.addAttribute("enErreur", vue.nombre(StatutLigne.EN_ERREUR));
        model.addAttribute("bilan", VuesImports.bilan(vue));
        model.addAttribute("onglets", VuesImports.onglets(vue, statut, type));
        model.addAttribute(
                "lignes",
                trouvees.elements().stream()
                        .map(l -> VuesImports.apercu(vue, l, type))
                        .toList());
        model.addAttribute("page", adresse(id, statut).pages(trouvees));
        return "imports/lignes";
    }

    private static Adresse adresse(UUID id, StatutLigne statut) {
        return new Adresse("/imports/" + id, Map.of()).avec("statut", statut);
    }

    /** The block that asks for itself again while the work goes on; without script, the page is reloaded by its button. */
    @GetMapping("/avancement")
    String avancement(@PathVariable UUID id, Model model, @Appelant Agent agent) {
        model.addAttribute("a", VuesImports.avancement(imports.parId(id, agent)));
        return "fragments/dossier :: avancement(a=${a})";
    }

    @PostMapping("/ecriture")
    String ecrire(@PathVariable UUID id, RedirectAttributes suite, @Appelant Agent agent) {
        try {
            imports.ecrire(id, agent);
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        }
        return "redirect:/imports/" + id;
    }

    @PostMapping("/abandon")
    String abandonner(@PathVariable UUID id, RedirectAttributes suite, @Appelant Agent agent) {
        try {
            imports.abandonner(id, agent);
            Flash.ok(suite, "Import abandonné : rien n'a été écrit, ses lignes sont oubliées.");
            return "redirect:/imports";
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
            return "redirect:/imports/" + id;
        }
    }
}
