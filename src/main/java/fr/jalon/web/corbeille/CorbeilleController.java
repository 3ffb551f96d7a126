package fr.jalon.web.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Page;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.FiltreCorbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.corbeille.Onglet;
import fr.jalon.moteur.ModelesDeParcours;
import fr.jalon.moteur.Taches;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.RecherchesEnSession;
import fr.jalon.web.commun.Vues;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping(ListeCorbeille.CHEMIN)
class CorbeilleController {

    private final Corbeille corbeille;
    private final Taches taches;
    private final ModelesDeParcours modeles;
    private final Antennes antennes;
    private final Horloge horloge;

    CorbeilleController(
            Corbeille corbeille, Taches taches, ModelesDeParcours modeles, Antennes antennes, Horloge horloge) {
        this.corbeille = corbeille;
        this.taches = taches;
        this.modeles = modeles;
        this.antennes = antennes;
        this.horloge = horloge;
    }

    @GetMapping
    String lister(
            @RequestParam Map<String, String> parametres, @Appelant Agent agent, HttpSession session, Model model) {
        ListeCorbeille liste = ListeCorbeille.lire(parametres);
        FiltreCorbeille filtre = liste.filtre(session);
        Page<LigneCorbeille> page = corbeille.lister(filtre, liste.page(), ListeCorbeille.TAILLE, agent);
        model.addAttribute("onglets", onglets(liste, corbeille.compteurs(filtre, agent)));
        model.addAttribute("onglet", liste.onglet().name());
        model.addAttribute("filtres", filtres(liste, filtre));
        model.addAttribute(
                "hrefSansFiltre",
                new Adresse(
                                ListeCorbeille.CHEMIN,
                                Map.of("onglet", liste.onglet().name()))
                        .href());
        model.addAttribute(
                "lignes",
                page.elements().stream()
                        .map(l -> LigneEcran.de(l, href(l, liste), horloge.aujourdhui()))
                        .toList());
        model.addAttribute("page", liste.adresse().pages(page));
        model.addAttribute("liste", liste.requete());
        model.addAttribute("tri", liste.tri().name());
        model.addAttribute("choisi", liste.adresse().parametres());
        model.addAttribute("mots", filtre.q());
        choix(agent, model);
        return "corbeille/corbeille";
    }

    /** What is chosen in the filter becomes an address; the words stay in the session. */
    @PostMapping("/filtre")
    String filtrer(@RequestParam Map<String, String> parametres, HttpSession session) {
        String mots = parametres.getOrDefault("mots", "").strip();
        ListeCorbeille liste = ListeCorbeille.lire(parametres);
        String cle = mots.isEmpty() ? null : RecherchesEnSession.garder(session, mots);
        return "redirect:" + liste.adresse().avec("q", cle).sans("page").href();
    }

    @PostMapping("/{id}/prise")
    String prendre(
            @PathVariable String id, @RequestParam String liste, @Appelant Agent agent, RedirectAttributes suite) {
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

    private static String href(LigneCorbeille ligne, ListeCorbeille liste) {
        return liste.onglet() == Onglet.TERMINEES ? "/dossiers/" + ligne.numero() : liste.hrefTache(ligne.tacheId());
    }

    private static List<Vues.Onglet> onglets(ListeCorbeille liste, Map<Onglet, Long> compteurs) {
        return Arrays.stream(Onglet.values())
                .map(o -> new Vues.Onglet(
                        liste.adresse().avec("onglet", o.name()).sans("page").href(),
                        o.libelle(),
                        Math.toIntExact(compteurs.get(o)),
                        o == liste.onglet(),
                        o.explication()))
                .toList();
    }

    private List<Vues.Filtre> filtres(ListeCorbeille liste, FiltreCorbeille filtre) {
        List<Vues.Filtre> filtres = new ArrayList<>();
        Adresse ici = liste.adresse().sans("page");
        if (filtre.q() != null) {
            filtres.add(new Vues.Filtre("Mots", filtre.q(), ici.sans("q").href()));
        }
        if (filtre.dispositif() != null) {
            filtres.add(new Vues.Filtre(
                    "Dispositif",
                    modeles.dispositifs().getOrDefault(filtre.dispositif(), filtre.dispositif()),
                    ici.sans("dispositif").href()));
        }
        if (!filtre.etapes().isEmpty()) {
            String etape = filtre.etapes().get(0);
            filtres.add(new Vues.Filtre(
                    "À faire",
                    etapes().getOrDefault(etape, etape),
                    ici.sans("etape").href()));
        }
        if (filtre.antenne() != null) {
            filtres.add(new Vues.Filtre(
                    "Antenne", filtre.antenne(), ici.sans("antenne").href()));
        }
        if (filtre.retard()) {
            filtres.add(
                    new Vues.Filtre("Échéance", "en retard", ici.sans("retard").href()));
        }
        if (filtre.urgent()) {
            filtres.add(
                    new Vues.Filtre("Priorité", "urgents", ici.sans("urgent").href()));
        }
        return filtres;
    }

    private void choix(Agent agent, Model model) {
        Map<String, String> dispositifs = modeles.dispositifs();
        model.addAttribute(
                "dispositifs",
                dispositifs.size() < 2
                        ? List.of()
                        : dispositifs.entrySet().stream()
                                .map(d -> new Vues.Choix(d.getKey(), d.getValue(), null))
                                .toList());
        model.addAttribute(
                "etapes",
                etapes().entrySet().stream()
                        .map(e -> new Vues.Choix(e.getKey(), e.getValue(), null))
                        .toList());
        model.addAttribute(
                "tris",
                Arrays.stream(FiltreCorbeille.Tri.values())
                        .map(t -> new Vues.Choix(t.name(), t.libelle(), null))
                        .toList());
        model.addAttribute(
                "antennes",
                agent.portee().toutes()
                        ? antennes.toutes().stream()
                                .map(CorbeilleController::choix)
                                .toList()
                        : List.of());
    }

    private static Vues.Choix choix(Antenne antenne) {
        return new Vues.Choix(antenne.code(), antenne.nom(), null);
    }

    private Map<String, String> etapes() {
        Map<String, String> etapes = new LinkedHashMap<>();
        modeles.dispositifs()
                .keySet()
                .forEach(d -> modeles.etapes(d).forEach(e -> etapes.putIfAbsent(e.id(), e.libelle())));
        return etapes;
    }
}
