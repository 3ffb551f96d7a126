package fr.jalon.web.usager;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FiltreDossiers;
import fr.jalon.dossier.RechercheDossiers;
import fr.jalon.usager.ChampCherche;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.RecherchesEnSession;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search of persons and dossiers. A name never stands in an address: it is kept in the session. */
@Controller
class UsagersController {

    private static final int TAILLE = 20;

    private final Personnes personnes;
    private final Dossiers dossiers;
    private final RechercheDossiers recherche;
    private final Antennes antennes;
    private final Horloge horloge;

    UsagersController(
            Personnes personnes, Dossiers dossiers, RechercheDossiers recherche, Antennes antennes, Horloge horloge) {
        this.personnes = personnes;
        this.dossiers = dossiers;
        this.recherche = recherche;
        this.antennes = antennes;
        this.horloge = horloge;
    }

    /** A row of the results. */
    record Ligne(UUID id, String nom, String naissance, String adresse, String antenne, boolean decedee) {}

    @GetMapping("/usagers")
    String chercher(
            @RequestParam(required = false) String q,
            @RequestParam(name = "page", defaultValue = "0") int numeroDePage,
            @Appelant Agent agent,
            HttpSession session,
            Model model) {
        String mots = RecherchesEnSession.mots(session, q);
        Page<PersonneVue> trouvees = personnes.rechercher(mots, numeroDePage, TAILLE, agent);
        Map<String, String> noms = antennes.toutes().stream().collect(Collectors.toMap(Antenne::code, Antenne::nom));
        Map<String, String> parametres = new LinkedHashMap<>();
        parametres.put("q", q);
        parametres.put("page", numeroDePage == 0 ? null : String.valueOf(numeroDePage));
        model.addAttribute("mots", mots);
        model.addAttribute("champsCherches", ChampCherche.enMots(agent));
        model.addAttribute("q", q);
        model.addAttribute("cherche", !mots.isBlank());
        model.addAttribute(
                "lignes", trouvees.elements().stream().map(p -> ligne(p, noms)).toList());
        model.addAttribute("page", new Adresse("/usagers", parametres).pages(trouvees));
        model.addAttribute("dossiersTrouves", dossiersTrouves(mots, agent));
        return "usager/recherche";
    }

    @PostMapping("/usagers/recherche")
    String garder(@RequestParam(defaultValue = "") String mots, HttpSession session) {
        return mots.isBlank()
                ? "redirect:/usagers"
                : "redirect:/usagers?q=" + RecherchesEnSession.garder(session, mots.strip());
    }

    /** The search at the top of each page: a number opens its dossier, anything else looks for a person. */
    @PostMapping("/recherche")
    String partout(@RequestParam(defaultValue = "") String recherche, @Appelant Agent agent, HttpSession session) {
        String mots = recherche.strip();
        String numero = mots.toUpperCase(Locale.ROOT);
        if (numero.matches("[A-Z]{2,8}-\\d{4}-\\d{1,9}")) {
            try {
                return "redirect:/dossiers/" + dossiers.parNumero(numero, agent).numero();
            } catch (Introuvable e) {
                return garder(mots, session);
            }
        }
        return garder(mots, session);
    }

    private List<String> dossiersTrouves(String mots, Agent agent) {
        if (mots.isBlank()
                || !ChampCherche.DOSSIER.ouvertA(agent)
                || !mots.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        return recherche.lister(new FiltreDossiers(null, null, null, mots), 0, 5, agent).elements().stream()
                .map(d -> d.numero())
                .toList();
    }

    private Ligne ligne(PersonneVue p, Map<String, String> noms) {
        return new Ligne(
                p.id(),
                p.nomEtPrenoms(),
                Mots.jour(p.dateNaissance())
                        + (p.decedeeLe() == null
                                ? ", " + p.ageLe(horloge.aujourdhui()).mots()
                                : ""),
                p.adresse().replaceAll("\\s*\\n\\s*", ", "),
                noms.getOrDefault(p.antenne(), p.antenne()),
                p.decedeeLe() != null);
    }
}
