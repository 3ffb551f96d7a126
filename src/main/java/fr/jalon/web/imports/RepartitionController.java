package fr.jalon.web.imports;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Introuvable;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.importation.RepartitionArrivees;
import fr.jalon.importation.RepartitionArrivees.Repartition;
import fr.jalon.importation.RepartitionArrivees.Structure;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Barres;
import fr.jalon.web.commun.Vues;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The dry run of a file of newcomers: who would go where, and where there are too many. */
@Controller
@RequestMapping("/imports/{id:[0-9a-f-]{36}}/repartition")
class RepartitionController {

    private static final int DESSINEES = 12;
    private static final List<Barres.Serie> SERIES = List.of(
            new Barres.Serie("Déjà suivies", "neutre"),
            new Barres.Serie("Nouvelles", "accent"),
            new Barres.Serie("De trop", "retard"));

    private final RepartitionArrivees repartition;
    private final Imports imports;

    RepartitionController(RepartitionArrivees repartition, Imports imports) {
        this.repartition = repartition;
        this.imports = imports;
    }

    @GetMapping
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        ImportVue vue = imports.parId(id, agent);
        Repartition r =
                repartition.de(id, agent).orElseThrow(() -> new Introuvable("Cet import n’a pas de répartition."));
        model.addAttribute("vue", vue);
        model.addAttribute("retour", new Vues.Lien("/imports/" + id, "Les lignes du fichier"));
        if (vue.etat().enTravail()) {
            model.addAttribute("a", VuesImports.avancement(vue));
            model.addAttribute("type", imports.type(vue.type(), agent));
            return "imports/avancement";
        }
        model.addAttribute("r", r);
        model.addAttribute("confirmer", agent.aUnDe(Role.ALI, Role.RESPONSABLE_ANTENNE));
        model.addAttribute(
                "parcours",
                r.parcours().entrySet().stream()
                        .map(e -> new Vues.Paire(
                                e.getKey().libelle(), VuesImports.nombre(e.getValue(), "personne", "personnes")))
                        .toList());
        model.addAttribute("barres", barres(r.structures()));
        return "imports/repartition";
    }

    /** Those with room to fill and those with too many, the fullest first. */
    private static Barres barres(List<Structure> structures) {
        return Barres.empilees(
                "Personnes par structure",
                SERIES,
                structures.stream()
                        .limit(DESSINEES)
                        .map(RepartitionController::nombres)
                        .toList());
    }

    private static Barres.Nombres nombres(Structure s) {
        long deTrop = Math.min(s.exces(), s.nouvelles());
        return new Barres.Nombres(s.nom(), Arrays.asList(s.suivies(), s.nouvelles() - deTrop, deTrop));
    }
}
