package fr.jalon.web.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.corbeille.AffichageCorbeille;
import fr.jalon.moteur.Taches;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.RecherchesEnSession;
import fr.jalon.web.commun.Vues;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping(ListeCorbeille.CHEMIN)
class CorbeilleController {

    private final PageCorbeille page;
    private final AffichageCorbeille affichage;
    private final Taches taches;

    CorbeilleController(PageCorbeille page, AffichageCorbeille affichage, Taches taches) {
        this.page = page;
        this.affichage = affichage;
        this.taches = taches;
    }

    @GetMapping
    String lister(
            @RequestParam MultiValueMap<String, String> parametres,
            @Appelant Agent agent,
            HttpSession session,
            Model model) {
        return page.rendre(ListeCorbeille.lire(parametres), agent, session, model);
    }

    /** What is chosen in the filter becomes an address; the words stay in the session. */
    @PostMapping("/filtre")
    String filtrer(@RequestParam MultiValueMap<String, String> parametres, HttpSession session) {
        String mots =
                parametres.getOrDefault("mots", java.util.List.of("")).get(0).strip();
        ListeCorbeille liste = ListeCorbeille.lire(parametres);
        String cle = mots.isEmpty() ? null : RecherchesEnSession.garder(session, mots);
        return "redirect:" + liste.adresse().avec("q", cle).sans("page").href();
    }

    /** Rows close together or not, how many a page: kept for the account. */
    @PostMapping("/affichage")
    String afficher(
            @RequestParam(defaultValue = "") String liste,
            @RequestParam(defaultValue = "") String serre,
            @RequestParam(defaultValue = "") String taille,
            @Appelant Agent agent) {
        int lignes = taille.matches("\\d{1,4}") ? Integer.parseInt(taille) : 0;
        affichage.garder(new AffichageCorbeille.Choix("oui".equals(serre), lignes), agent);
        return "redirect:"
                + ListeCorbeille.relire(liste)
                        .adresse()
                        .sans("page")
                        .sans("taille")
                        .href();
    }

    @PostMapping("/{id}/prise")
    String prendre(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String liste,
            @Appelant Agent agent,
            RedirectAttributes suite) {
        ListeCorbeille retour = ListeCorbeille.relire(liste);
        try {
            taches.prendre(id, agent);
            String etape = taches.tache(id, agent).libelle();
            Flash.dire(
                    suite,
                    new Vues.Message(
                            "ok",
                            "« " + etape + " » est à vous.",
                            new Adresse("/taches/" + id + "/depot", Map.of("liste", retour.requete())).href(),
                            retour.hrefTache(id),
                            "Commencer"));
        } catch (Conflit | Interdit e) {
            Flash.refus(suite, e.getMessage());
        }
        return "redirect:" + retour.href();
    }
}
