package fr.jalon.web.exemples;

import fr.jalon.web.commun.Vues;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of examples, by groups of components. Reads nothing and writes nothing: every person shown is invented. */
@Controller
@RequestMapping("/exemples")
class ExemplesController {

    private final DonneesExemples donnees = new DonneesExemples();
    private final DossierExemple dossier = new DossierExemple();

    @ModelAttribute
    void cadre(Model model) {
        model.addAttribute("compte", donnees.compte());
        model.addAttribute("recherche", "/exemples/recherche");
    }

    @GetMapping
    String sommaire(Model model) {
        return page(model, "sommaire");
    }

    @GetMapping("/etats")
    String etats(Model model) {
        model.addAllAttributes(donnees.etats());
        return page(model, "etats");
    }

    @GetMapping("/listes")
    String listes(Model model) {
        model.addAllAttributes(donnees.listes());
        return page(model, "listes");
    }

    @GetMapping("/dossier")
    String dossier(Model model) {
        model.addAttribute("retour", new Vues.Lien("/exemples/listes", "Corbeille, à moi"));
        model.addAllAttributes(dossier.modele());
        return page(model, "dossier");
    }

    @GetMapping("/champs")
    String champs(Model model) {
        model.addAllAttributes(donnees.champs());
        return page(model, "champs");
    }

    /** The fields as they come back after a refusal: what was typed is kept, each fault has its link. */
    @GetMapping("/champs-refuses")
    String champsRefuses(Model model) {
        model.addAllAttributes(donnees.champs());
        model.addAttribute("erreurs", donnees.erreurs());
        return page(model, "champs");
    }

    @GetMapping("/formulaire")
    String formulaire(Model model) {
        model.addAllAttributes(donnees.formulaire());
        return page(model, "formulaire");
    }

    @PostMapping("/formulaire")
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String formulaireRefuse(@RequestParam("donnees") String recu, Model model) {
        model.addAllAttributes(donnees.formulaire());
        model.addAttribute("donnees", recu);
        model.addAttribute(
                "erreursForm", Map.of("montant", "Le devis est de 1 480 euros : demandez au plus ce montant."));
        return page(model, "formulaire");
    }

    @GetMapping("/diagramme")
    String diagramme(Model model) {
        model.addAllAttributes(donnees.diagramme());
        return page(model, "diagramme");
    }

    @GetMapping("/connexion")
    String connexion(Model model) {
        model.asMap().remove("compte");
        return "exemples/connexion";
    }

    /** Shows the message and its undo after a redirect: nothing is asked before an act that can be undone. */
    @PostMapping("/liberer")
    String liberer(RedirectAttributes suite) {
        suite.addFlashAttribute(
                "flash", List.of(new Vues.Message("ok", "Dossier rendu à la corbeille.", "/exemples/reprendre")));
        return "redirect:/exemples/listes";
    }

    @PostMapping("/reprendre")
    String reprendre(RedirectAttributes suite) {
        suite.addFlashAttribute("flash", List.of(new Vues.Message("ok", "Le dossier est de nouveau à vous.", null)));
        return "redirect:/exemples/listes";
    }

    @PostMapping("/{geste:champs|recherche}")
    String geste(@PathVariable String geste, RedirectAttributes suite) {
        suite.addFlashAttribute(
                "flash", List.of(new Vues.Message("info", "Page d'exemples : rien n'a été enregistré.", null)));
        return "redirect:/exemples/" + ("champs".equals(geste) ? "champs" : "listes");
    }

    @GetMapping("/avancement")
    String avancement(Model model) {
        model.addAttribute("a", donnees.fini());
        return "fragments/dossier :: avancement(a=${a})";
    }

    @PostMapping("/lu")
    String lu() {
        return "fragments/etats :: badge(etat='ok', texte='Message lu')";
    }

    @GetMapping(value = "/courrier.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> courrier() {
        return ResponseEntity.ok(PdfExemple.octets());
    }

    @GetMapping(value = "/lettre.svg", produces = "image/svg+xml")
    ResponseEntity<Resource> lettre() {
        return ResponseEntity.ok(new ClassPathResource("exemples/lettre.svg"));
    }

    private String page(Model model, String nom) {
        model.addAttribute("menu", donnees.menu("sommaire".equals(nom) ? "/exemples" : "/exemples/" + nom));
        return "exemples/" + nom;
    }
}
