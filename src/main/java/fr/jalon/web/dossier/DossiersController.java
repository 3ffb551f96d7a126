package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antennes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Page;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.FiltreDossiers;
import fr.jalon.dossier.RechercheDossiers;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.RecherchesEnSession;
import fr.jalon.web.commun.Vues;
import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/dossiers")
class DossiersController {

    private static final int TAILLE = 20;

    private final RechercheDossiers recherche;
    private final Personnes personnes;
    private final Antennes antennes;
    private final PageDossier page;
    private final Codes codes;
    private final Horloge horloge;

    DossiersController(
            RechercheDossiers recherche,
            Personnes personnes,
            Antennes antennes,
            PageDossier page,
            Codes codes,
            Horloge horloge) {
        this.recherche = recherche;
        this.personnes = personnes;
        this.antennes = antennes;
        this.page = page;
        this.codes = codes;
        this.horloge = horloge;
    }

    /** A row of the list. */
    record Ligne(
            String numero,
            String personne,
            String etape,
            String depot,
            LocalDate date,
            int jours,
            List<Vues.Badge> badges) {}

    @GetMapping
    String lister(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) EtatDossier etat,
            @RequestParam(required = false) String antenne,
            @RequestParam(name = "page", defaultValue = "0") int numeroDePage,
            @Appelant Agent agent,
            HttpSession session,
            Model model) {
        String mots = RecherchesEnSession.mots(session, q);
        Map<String, String> parametres = new LinkedHashMap<>();
        parametres.put("q", q);
        parametres.put("etat", etat == null ? null : etat.name());
        parametres.put("antenne", antenne);
        parametres.put("page", numeroDePage == 0 ? null : String.valueOf(numeroDePage));
        Adresse ici = new Adresse("/dossiers", parametres);
        Page<DossierVue> trouves = recherche.lister(
                new FiltreDossiers(null, antenne, etat, mots.isBlank() ? null : mots), numeroDePage, TAILLE, agent);
        Map<UUID, PersonneVue> qui = personnes.parIds(
                trouves.elements().stream().map(DossierVue::personneId).toList());
        model.addAttribute(
                "lignes",
                trouves.elements().stream()
                        .map(d -> ligne(d, qui.get(d.personneId())))
                        .toList());
        model.addAttribute("page", ici.pages(trouves));
        model.addAttribute("mots", mots);
        model.addAttribute("etat", etat);
        model.addAttribute("antenne", antenne);
        model.addAttribute("filtre", !mots.isBlank() || etat != null || antenne != null);
        model.addAttribute(
                "etats",
                Arrays.stream(EtatDossier.values())
                        .map(e -> new Vues.Choix(e.name(), e.libelle(), null))
                        .toList());
        model.addAttribute(
                "antennes",
                agent.portee().toutes()
                        ? antennes.toutes().stream()
                                .map(a -> new Vues.Choix(a.code(), a.nom(), null))
                                .toList()
                        : List.of());
        return "dossier/liste";
    }

    @PostMapping("/recherche")
    String chercher(
            @RequestParam(defaultValue = "") String mots,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "") String antenne,
            HttpSession session) {
        Map<String, String> parametres = new LinkedHashMap<>();
        parametres.put("q", mots.isBlank() ? null : RecherchesEnSession.garder(session, mots.strip()));
        parametres.put("etat", etat);
        parametres.put("antenne", antenne);
        return "redirect:" + new Adresse("/dossiers", parametres).href();
    }

    @GetMapping("/{numero}")
    String montrer(@PathVariable String numero, @Appelant Agent agent, Model model) {
        return page.rendre(numero, agent, model);
    }

    private Ligne ligne(DossierVue d, PersonneVue p) {
        List<Vues.Badge> badges = new ArrayList<>();
        LocalDate limite = d.horloge().limite();
        LocalDate aujourdhui = horloge.aujourdhui();
        if (d.clos()) {
            badges.add(new Vues.Badge("neutre", d.issue().libelle()));
        } else {
            if (d.urgent()) {
                badges.add(new Vues.Badge("retard", "Urgent"));
            }
            badges.add(new Vues.Badge(d.horloge().suspendue() ? "attente" : "info", codes.etat(d)));
            if (limite != null && limite.isBefore(aujourdhui) && !d.horloge().suspendue()) {
                badges.add(new Vues.Badge("retard", "En retard"));
            }
        }
        boolean sansDate = d.clos() || limite == null || d.horloge().suspendue();
        return new Ligne(
                d.numero(),
                p == null ? "" : p.nomEtPrenoms(),
                d.etape(),
                Mots.jour(d.deposeLe()),
                sansDate ? null : limite,
                sansDate ? 0 : Mots.joursOuvres(aujourdhui, limite),
                badges);
    }
}
