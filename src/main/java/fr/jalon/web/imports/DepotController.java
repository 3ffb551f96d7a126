package fr.jalon.web.imports;

import fr.jalon.agent.Agent;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.ColonneImport;
import fr.jalon.importation.ExempleImport;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.importation.ModeleImport;
import fr.jalon.importation.RapprochementDesTitres;
import fr.jalon.importation.TypeDeFichierRefuse;
import fr.jalon.importation.TypeImport;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.OctetsRecus;
import fr.jalon.web.commun.Vues;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    private static final int PREMIERE_ANNEE = 2009;
    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final Imports imports;
    private final RapprochementDesTitres rapprochement;
    private final Horloge horloge;
    private final List<ExempleImport> exemples;

    DepotController(
            Imports imports,
            RapprochementDesTitres rapprochement,
            Horloge horloge,
            ObjectProvider<ExempleImport> exemples) {
        this.imports = imports;
        this.rapprochement = rapprochement;
        this.horloge = horloge;
        this.exemples = exemples.orderedStream().toList();
    }

    /** A title that somebody matched, in words. */
    record TitreRetenu(String forme, String titre, String colonne, String auteur, LocalDateTime quand) {}

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
    String preparer(
            @PathVariable String type,
            @RequestParam(required = false) String depot,
            Model model,
            @Appelant Agent agent) {
        remplir(model.asMap(), imports.type(type, agent), mois(depot), agent);
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
            return refuser(sorte, "Choisissez le fichier à importer.", HttpStatus.UNPROCESSABLE_CONTENT, agent);
        }
        try {
            RapprochementDesTitres.Reception recu =
                    rapprochement.recevoir(type, fichier.getOriginalFilename(), OctetsRecus.de(fichier), agent);
            return new ModelAndView(
                    recu.importe() != null
                            ? "redirect:/imports/" + recu.importe()
                            : "redirect:/imports/titres/" + recu.attente());
        } catch (SaisieInvalide e) {
            ErreurChamp faute = e.erreurs().get(0);
            return refuser(sorte, faute.message(), HttpStatus.UNPROCESSABLE_CONTENT, agent);
        } catch (TypeDeFichierRefuse e) {
            return refuser(sorte, e.getMessage(), HttpStatus.UNSUPPORTED_MEDIA_TYPE, agent);
        }
    }

    private ModelAndView refuser(TypeImport type, String message, HttpStatus statut, Agent agent) {
        ModelAndView page = new ModelAndView("imports/nouveau", statut);
        remplir(page.getModel(), type, mois(null), agent);
        page.addObject("erreurs", Map.of("fichier", message));
        return page;
    }

    /** The month in which the claims of the file were received; the present one when it is not a month. */
    private YearMonth mois(String depot) {
        YearMonth present = YearMonth.from(horloge.aujourdhui());
        try {
            YearMonth mois = depot == null || depot.isBlank() ? present : YearMonth.parse(depot.strip());
            return mois.isAfter(present) || mois.getYear() < PREMIERE_ANNEE ? present : mois;
        } catch (DateTimeParseException e) {
            return present;
        }
    }

    private void remplir(Map<String, Object> modele, TypeImport type, YearMonth mois, Agent agent) {
        LocalDate jour = mois.atDay(1);
        modele.put("type", type);
        modele.put("groupes", groupes(type.colonnesDuModele(jour)));
        modele.put("parMois", !type.colonnesDuModele(jour).equals(type.colonnes()));
        modele.put("depot", mois.toString());
        modele.put("moisDeDepot", MOIS.format(mois));
        modele.put(
                "retenus",
                rapprochement.retenus(type.code(), agent).stream()
                        .map(t -> new TitreRetenu(
                                t.forme(),
                                t.titre(),
                                t.colonne().isEmpty()
                                        ? "non lu"
                                        : type.colonne(t.colonne())
                                                .map(ColonneImport::libelle)
                                                .orElse(t.colonne()),
                                t.auteurNom(),
                                LocalDateTime.ofInstant(t.noteLe(), Horloge.PARIS)))
                        .toList());
        modele.put("retour", new Vues.Lien("/imports", "Imports"));
        modele.put(
                "exemples",
                exemples.stream().filter(e -> e.type().equals(type.code())).toList());
    }

    /** Columns by title, in the order of the template. */
    private static Map<String, List<ColonneImport>> groupes(List<ColonneImport> colonnes) {
        return colonnes.stream()
                .filter(c -> c.groupe() != null)
                .collect(Collectors.groupingBy(ColonneImport::groupe, LinkedHashMap::new, Collectors.toList()));
    }

    @GetMapping("/modeles/{type}")
    ResponseEntity<byte[]> modele(
            @PathVariable String type, @RequestParam(required = false) String depot, @Appelant Agent agent) {
        return Telechargement.de(
                type + ".csv",
                ModeleImport.csv(imports.type(type, agent), mois(depot).atDay(1)));
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
