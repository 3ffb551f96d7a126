package fr.jalon.web.accueil;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.seance.Fiches;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.pilotage.AlertesEcran;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: for each role of the account, what to do now. The first block holds the one primary button. */
@Controller
class AccueilController {

    private final AccueilTravail travail;
    private final AccueilAdministration administration;
    private final Fiches fiches;
    private final AlertesEcran alertes;

    AccueilController(
            AccueilTravail travail, AccueilAdministration administration, Fiches fiches, AlertesEcran alertes) {
        this.travail = travail;
        this.administration = administration;
        this.fiches = fiches;
        this.alertes = alertes;
    }

    @GetMapping("/")
    String accueil(@Appelant Agent agent, Model model) {
        if (agent.roles().equals(Set.of(Role.PARTENAIRE))) {
            return "redirect:/partenaire";
        }
        List<String> blocs = new ArrayList<>();
        if (agent.aUnDe(Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS)) {
            travail.remplir(agent, model);
            blocs.add("travail");
        }
        if (agent.a(Role.RESPONSABLE_ANTENNE) && agent.antenne() != null) {
            travail.remplirEquipe(agent, model);
            blocs.add("equipe");
        }
        if (agent.a(Role.ACCUEIL)) {
            blocs.add("visites");
            blocs.add("personnes");
        }
        if (agent.a(Role.ADMIN)) {
            administration.remplir(model);
            blocs.add("administration");
        }
        if (agent.a(Role.DPO)) {
            blocs.add("journal");
        }
        if (agent.a(Role.PILOTE)) {
            administration.remplirModeles(model);
            blocs.add("modeles");
        }
        if (agent.aUnDe(Role.MANAGER, Role.RESPONSABLE_DISPOSITIFS, Role.RESPONSABLE_ANTENNE)) {
            model.addAttribute("alertes", alertes.lignes(agent));
            blocs.add("pilotage");
        }
        if (agent.a(Role.MANAGER)) {
            blocs.add("reponses");
        }
        if (agent.a(Role.JURY) && blocs.isEmpty()) {
            blocs.add("a-venir");
            model.addAttribute("role", Role.JURY.name());
            model.addAttribute(
                    "mesSeances",
                    fiches.seancesDe(agent).stream()
                            .filter(s -> !s.etat().achevee())
                            .count());
        }
        model.addAttribute("blocs", blocs);
        model.addAttribute("principal", blocs.isEmpty() ? "" : blocs.get(0));
        model.addAttribute("prenom", agent.prenom());
        return "accueil/accueil";
    }
}
