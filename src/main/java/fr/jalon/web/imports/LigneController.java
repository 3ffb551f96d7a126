package fr.jalon.web.imports;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.ColonneImport;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.importation.LigneVue;
import fr.jalon.importation.LignesDImport;
import fr.jalon.importation.MessageLigne;
import fr.jalon.importation.StatutLigne;
import fr.jalon.importation.TypeImport;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One row: what it says, what was found, and its correction in place. */
@Controller
@RequestMapping("/imports/{id:[0-9a-f-]{36}}/lignes/{numero}")
class LigneController {

    private static final String PREFIXE = "case_";
    private static final String COMPLETE = "La ligne complète sa fiche.";
    /** Between two persons of the question: "(…, référence 1234abcd) ; Zoé…". */
    private static final Pattern ENTRE_DEUX = Pattern.compile("(?<=référence [0-9a-f]{8}\\)) ; ");

    private static final Pattern PERSONNE =
            Pattern.compile("^(?:[^?:]*(?:\\? |: ))?(.+?) \\(((?:même|nom|un nom) .*) ; référence ([0-9a-f]{8})\\)");

    private final Imports imports;
    private final LignesDImport lignes;

    LigneController(Imports imports, LignesDImport lignes) {
        this.imports = imports;
        this.lignes = lignes;
    }

    @GetMapping
    ModelAndView voir(@PathVariable UUID id, @PathVariable int numero, @Appelant Agent agent) {
        LigneVue ligne = lignes.parNumero(id, numero, agent);
        return page(imports.parId(id, agent), ligne, ligne.valeurs(), erreurs(ligne.messages()), HttpStatus.OK, agent);
    }

    @PostMapping
    ModelAndView corriger(
            @PathVariable UUID id,
            @PathVariable int numero,
            @RequestParam int version,
            @RequestParam Map<String, String> parametres,
            RedirectAttributes suite,
            @Appelant Agent agent) {
        Map<String, String> saisie = new LinkedHashMap<>();
        parametres.forEach((nom, valeur) -> {
            if (nom.startsWith(PREFIXE)) {
                saisie.put(nom.substring(PREFIXE.length()), valeur);
            }
        });
        try {
            LigneVue ligne = lignes.corriger(id, numero, saisie, version, agent);
            if (ligne.statut() == StatutLigne.EN_ERREUR) {
                return refuser(id, ligne, saisie, erreurs(ligne.messages()), agent);
            }
            Flash.ok(suite, fait(ligne));
            return new ModelAndView("redirect:/imports/" + id + "?statut=" + StatutLigne.EN_ERREUR);
        } catch (SaisieInvalide e) {
            Map<String, String> erreurs = new LinkedHashMap<>();
            for (ErreurChamp faute : e.erreurs()) {
                erreurs.put(PREFIXE + faute.champ(), faute.message());
            }
            return refuser(id, lignes.parNumero(id, numero, agent), saisie, erreurs, agent);
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
            return new ModelAndView("redirect:/imports/" + id + "/lignes/" + numero);
        }
    }

    private static String fait(LigneVue ligne) {
        return ligne.ecrite()
                ? "Ligne " + ligne.numero() + " corrigée et écrite."
                : "Ligne " + ligne.numero() + " corrigée : " + ligne.statut().libelle(false) + ".";
    }

    private ModelAndView refuser(
            UUID id, LigneVue ligne, Map<String, String> saisie, Map<String, String> erreurs, Agent agent) {
        Map<String, String> valeurs = new HashMap<>(ligne.valeurs());
        valeurs.putAll(saisie);
        return page(imports.parId(id, agent), ligne, valeurs, erreurs, HttpStatus.UNPROCESSABLE_CONTENT, agent);
    }

    private ModelAndView page(
            ImportVue vue,
            LigneVue ligne,
            Map<String, String> valeurs,
            Map<String, String> erreurs,
            HttpStatusCode statut,
            Agent agent) {
        TypeImport type = imports.type(vue.type(), agent);
        boolean corrigeable =
                !ligne.ecrite() && !ligne.valeurs().isEmpty() && !vue.etat().enTravail();
        ModelAndView page = new ModelAndView("imports/ligne", statut);
        page.addObject("vue", vue);
        page.addObject("ligne", ligne);
        page.addObject("badge", VuesImports.badge(ligne));
        page.addObject("apercu", VuesImports.apercu(vue, ligne, type));
        page.addObject("notes", notes(ligne, corrigeable, type));
        page.addObject("corrigeable", corrigeable);
        page.addObject("retour", new Vues.Lien("/imports/" + vue.id(), "Lignes de l'import"));
        String question = erreurs.get(PREFIXE + ColonneImport.MEME_PERSONNE);
        page.addObject("erreurs", corrigeable ? enBref(erreurs, question) : Map.of());
        page.addObject("enTete", colonnes(type, valeurs, c -> aMontrer(c, valeurs, erreurs)));
        page.addObject("reste", colonnes(type, valeurs, c -> !aMontrer(c, valeurs, erreurs)));
        page.addObject("valeurs", valeurs);
        page.addObject("colonneDeChoix", ColonneImport.MEME_PERSONNE);
        page.addObject("reponses", reponses(question));
        page.addObject("dit", ditDeLaLigne(valeurs));
        page.addObject("paires", paires(type, valeurs));
        return page;
    }

    /** The cells at fault and those that hold something come first; the empty ones are folded. */
    private static boolean aMontrer(ColonneImport colonne, Map<String, String> valeurs, Map<String, String> erreurs) {
        return colonne.obligatoire()
                || erreurs.containsKey(PREFIXE + colonne.nom())
                || (valeurs.get(colonne.nom()) != null
                        && !valeurs.get(colonne.nom()).isBlank());
    }

    /** What may be answered when the row waits for a human: each person that the question names, as it names her, or somebody else. */
    static List<Vues.Choix> reponses(String question) {
        if (question == null) {
            return List.of();
        }
        List<MatchResult> personnes = Arrays.stream(ENTRE_DEUX.split(question))
                .map(PERSONNE::matcher)
                .filter(Matcher::find)
                .map(Matcher::toMatchResult)
                .toList();
        List<Vues.Choix> choix = new ArrayList<>();
        if (personnes.size() == 1) {
            MatchResult seule = personnes.get(0);
            choix.add(new Vues.Choix("oui", "C’est " + seule.group(1), enPhrase(seule.group(2)) + " " + COMPLETE));
        } else if (personnes.isEmpty()) {
            choix.add(new Vues.Choix("oui", "C’est la même personne", COMPLETE));
        }
        if (personnes.size() > 1) {
            personnes.forEach(p -> choix.add(new Vues.Choix(
                    p.group(3), "C’est " + p.group(1), "Référence " + p.group(3) + " : " + p.group(2) + ".")));
        }
        choix.add(new Vues.Choix("non", "C’est quelqu’un d’autre", "Une nouvelle fiche est créée."));
        return choix;
    }

    private static String enPhrase(String raison) {
        return raison.substring(0, 1).toUpperCase(Locale.FRENCH) + raison.substring(1) + ".";
    }

    /** The persons are named in the answers: the question need not name them again, twice. */
    private static Map<String, String> enBref(Map<String, String> erreurs, String question) {
        if (question == null || !PERSONNE.matcher(question).find()) {
            return erreurs;
        }
        Map<String, String> brefs = new LinkedHashMap<>(erreurs);
        brefs.put(
                PREFIXE + ColonneImport.MEME_PERSONNE,
                "Est-ce la même personne ? Rien n'est écrit avant votre réponse.");
        return brefs;
    }

    /** What the row itself says of where to find the person, to be compared. */
    private static String ditDeLaLigne(Map<String, String> valeurs) {
        String contacts = Stream.of("adresse", "code_postal", "commune", "telephone", "courriel")
                .map(valeurs::get)
                .filter(v -> v != null && !v.isBlank())
                .collect(Collectors.joining(", "));
        return contacts.isEmpty() ? "La ligne ne donne ni adresse ni contact." : "La ligne dit : " + contacts + ".";
    }

    private static List<ColonneImport> colonnes(
            TypeImport type, Map<String, String> valeurs, java.util.function.Predicate<ColonneImport> condition) {
        return type.colonnesDe(valeurs).stream().filter(condition).toList();
    }

    private static List<Vues.Paire> paires(TypeImport type, Map<String, String> valeurs) {
        return type.colonnesDe(valeurs).stream()
                .filter(c -> valeurs.get(c.nom()) != null)
                .map(c -> new Vues.Paire(c.libelle(), "nir".equals(c.nom()) ? "renseigné" : valeurs.get(c.nom())))
                .toList();
    }

    /** What is not already said beside a field. */
    private static List<String> notes(LigneVue ligne, boolean corrigeable, TypeImport type) {
        return ligne.messages().stream()
                .filter(m -> !corrigeable || !m.erreur())
                .map(m -> m.champ().isEmpty()
                        ? m.message()
                        : type.colonne(m.champ()).map(c -> c.libelle() + " : ").orElse("") + m.message())
                .toList();
    }

    private static Map<String, String> erreurs(List<MessageLigne> messages) {
        Map<String, String> erreurs = new LinkedHashMap<>();
        messages.stream()
                .filter(MessageLigne::erreur)
                .forEach(m -> erreurs.putIfAbsent(m.champ().isEmpty() ? "" : PREFIXE + m.champ(), m.message()));
        return erreurs;
    }
}
