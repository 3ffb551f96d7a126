package fr.jalon.web.imports;

import fr.jalon.agent.Agent;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.ColonneImport;
import fr.jalon.importation.ExempleImport;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.importation.ModeleImport;
import fr.jalon.importation.TypeDeFichierRefuse;
import fr.jalon.importation.TypeImport;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.OctetsRecus;
import fr.jalon.web.commun.Vues;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The list of the imports, the deposit of a file, and the files that help to prepare one. */
@Controller
@RequestMapping("/imports")
class DepotController {

    private static final int TAILLE = 20;

    private final Imports imports;
    private final List<ExempleImport> exemples;

    DepotController(Imports imports, ObjectProvider<ExempleImport> exemples) {
        this.imports = imports;
        this.exemples = exemples.orderedStream().toList();
    }

    @GetMapping
    String lister(@RequestParam(defaultValue = "0") int page, Model model, @Appelant Agent agent) {
        Page<ImportVue> trouves = imports.lister(page, TAILLE, agent);
        model.addAttribute("types", imports.types(agent));
        model.addAttribute(
                "travaux",
                trouves.elements().stream()
                        .filter(v -> v.etat().enTravail())
                        .map(VuesImports::avancement)
                        .toList());
        model.addAttribute(
                "lignes",
                trouves.elements().stream()
                        .map(v -> VuesImports.liste(v, imports.type(v.type(), agent)))
                        .toList());
        model.addAttribute("page", new Adresse("/imports", Map.of()).pages(trouves));
        return "imports/liste";
    }

    @GetMapping("/nouveau/{type}")
    String preparer(@PathVariable String type, Model model, @Appelant Agent agent) {
        remplir(model.asMap(), imports.type(type, agent));
        return "imports/nouveau";
    }

    @PostMapping("/nouveau/{type}")
    ModelAndView deposer(
            @PathVariable String type,
            @RequestParam(name = "fichier", required = false) MultipartFile fichier,
            @Appelant Agent agent)
            throws IOException {
        TypeImport sorte = imports.type(type, agent);
        if (fichier == null || fichier.isEmpty()) {
            return refuser(sorte, "Choisissez le fichier à importer.", HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            ImportVue vue = imports.deposer(type, fichier.getOriginalFilename(), OctetsRecus.de(fichier), false, agent);
            return new ModelAndView("redirect:/imports/" + vue.id());
        } catch (SaisieInvalide e) {
            ErreurChamp faute = e.erreurs().get(0);
            return refuser(sorte, faute.message(), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (TypeDeFichierRefuse e) {
            return refuser(sorte, e.getMessage(), HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private ModelAndView refuser(TypeImport type, String message, HttpStatus statut) {
        ModelAndView page = new ModelAndView("imports/nouveau", statut);
        remplir(page.getModel(), type);
        page.addObject("erreurs", Map.of("fichier", message));
        return page;
    }

    private void remplir(Map<String, Object> modele, TypeImport type) {
        modele.put("type", type);
        modele.put("groupes", groupes(type));
        modele.put("retour", new Vues.Lien("/imports", "Imports"));
        modele.put(
                "exemples",
                exemples.stream().filter(e -> e.type().equals(type.code())).toList());
    }

    /** Columns by title, in the order of the template. */
    private static Map<String, List<ColonneImport>> groupes(TypeImport type) {
        return type.colonnes().stream()
                .filter(c -> c.groupe() != null)
                .collect(Collectors.groupingBy(ColonneImport::groupe, LinkedHashMap::new, Collectors.toList()));
    }

    @GetMapping("/modeles/{type}")
    ResponseEntity<byte[]> modele(@PathVariable String type, @Appelant Agent agent) {
        return Telechargement.de(type + ".csv", ModeleImport.csv(imports.type(type, agent)));
    }

    @GetMapping("/exemples/{nom}")
    ResponseEntity<byte[]> exemple(@PathVariable String nom, @Appelant Agent agent) {
        ExempleImport exemple = exemples.stream()
                .filter(e -> e.nom().equals(nom))
                .findFirst()
                .orElseThrow(() -> new Introuvable("Ce fichier d'exemple n'existe pas."));
        imports.type(exemple.type(), agent);
        return Telechargement.de(nom, exemple.octets());
    }
}
