package fr.jalon.web.imports;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.importation.ColonneImport;
import fr.jalon.importation.FichierEnAttente;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.RapprochementDesTitres;
import fr.jalon.importation.TypeImport;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** The titles that nobody knows: somebody says once what each is, from a list or by dragging a column onto it. */
@Controller
class TitresController {

    private static final String AUTRES = "Autres colonnes";

    /** Columns that one drags from, the needed ones first: all of them stand in the lists. */
    private static final int A_TIRER = 16;

    private final RapprochementDesTitres rapprochement;
    private final Horloge horloge;

    TitresController(RapprochementDesTitres rapprochement, Horloge horloge) {
        this.rapprochement = rapprochement;
        this.horloge = horloge;
    }

    @GetMapping("/imports/titres/{id}")
    String voir(@PathVariable UUID id, Model model, @Appelant Agent agent) {
        FichierEnAttente fichier = rapprochement.lire(id, agent);
        return page(
                fichier,
                fichier.titres().stream()
                        .collect(Collectors.toMap(FichierEnAttente.Titre::rang, FichierEnAttente.Titre::colonne)),
                model);
    }

    @PostMapping("/imports/titres/{id}")
    String rapprocher(
            @PathVariable UUID id,
            @RequestParam Map<String, String> valeurs,
            Model model,
            RedirectAttributes suite,
            @Appelant Agent agent) {
        FichierEnAttente fichier = rapprochement.lire(id, agent);
        Map<Integer, String> choix = new HashMap<>();
        fichier.titres()
                .forEach(t -> choix.put(t.rang(), valeurs.getOrDefault(RapprochementDesTitres.CHAMP + t.rang(), "")));
        return Saisies.essayer(
                model,
                () -> {
                    ImportVue vue = rapprochement.rapprocher(id, choix, agent);
                    Flash.ok(
                            suite, "Les titres sont retenus : les prochains fichiers de votre antenne s’en serviront.");
                    return "redirect:/imports/" + vue.id();
                },
                () -> page(fichier, choix, model));
    }

    @PostMapping("/imports/titres/{id}/abandon")
    String abandonner(@PathVariable UUID id, RedirectAttributes suite, @Appelant Agent agent) {
        rapprochement.abandonner(id, agent);
        Flash.ok(suite, "Fichier abandonné : rien n’a été écrit.");
        return "redirect:/imports";
    }

    @PostMapping("/imports/oublis/{type}")
    String oublier(
            @PathVariable String type, @RequestParam String titre, RedirectAttributes suite, @Appelant Agent agent) {
        rapprochement.oublier(type, titre, agent);
        Flash.ok(suite, "Titre oublié : le prochain fichier demandera ce qu’il veut dire.");
        return "redirect:/imports/nouveau/" + type;
    }

    private String page(FichierEnAttente fichier, Map<Integer, String> choix, Model model) {
        Map<String, List<ColonneImport>> groupes = groupes(fichier.type(), choix);
        model.addAttribute("fichier", fichier);
        model.addAttribute("choix", choix);
        model.addAttribute("groupes", groupes);
        model.addAttribute(
                "aPlacer",
                groupes.values().stream()
                        .flatMap(List::stream)
                        .filter(c -> !choix.containsValue(c.nom()))
                        .sorted((a, b) -> Boolean.compare(b.obligatoire(), a.obligatoire()))
                        .limit(A_TIRER)
                        .toList());
        model.addAttribute(
                "retour", new Vues.Lien("/imports/nouveau/" + fichier.type().code(), "Choisir un autre fichier"));
        return "imports/titres";
    }

    /** The columns of a file received today, and those that the titles already name. */
    private Map<String, List<ColonneImport>> groupes(TypeImport type, Map<Integer, String> choix) {
        List<ColonneImport> duJour = type.colonnesDuModele(horloge.aujourdhui());
        Stream<ColonneImport> autres = choix.values().stream()
                .filter(nom -> duJour.stream().noneMatch(c -> c.nom().equals(nom)))
                .flatMap(nom -> type.colonne(nom).stream());
        return Stream.concat(duJour.stream(), autres)
                .collect(Collectors.groupingBy(
                        c -> c.groupe() == null ? AUTRES : c.groupe(), LinkedHashMap::new, Collectors.toList()));
    }
}
