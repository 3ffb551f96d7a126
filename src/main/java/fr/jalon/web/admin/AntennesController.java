package fr.jalon.web.admin;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.usager.Quartiers;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/administration/antennes")
class AntennesController {

    private static final String LISTE = "/administration/antennes";

    private final Antennes antennes;
    private final Quartiers quartiers;

    AntennesController(Antennes antennes, Quartiers quartiers) {
        this.antennes = antennes;
        this.quartiers = quartiers;
    }

    record Ligne(String code, String nom, String adresse, String telephone, String horaires, String quartiers) {}

    /** An antenne that the table of quartiers names and that nobody has described yet. */
    record AOuvrir(String code, String quartiers) {}

    record Saisie(String nom, String adresse, String codePostal, String commune, String telephone, String horaires) {}

    @GetMapping
    String lister(Model model) {
        Map<String, List<String>> parAntenne = quartiers.tous().stream()
                .collect(Collectors.groupingBy(
                        Quartiers.Quartier::antenne,
                        Collectors.mapping(q -> q.libelle() + " (" + q.code() + ")", Collectors.toList())));
        model.addAttribute(
                "lignes",
                antennes.toutes().stream()
                        .map(a -> new Ligne(
                                a.code(),
                                a.nom(),
                                a.adresse() + ", " + a.codePostal() + " " + a.commune(),
                                a.telephone(),
                                a.horaires(),
                                String.join(", ", parAntenne.getOrDefault(a.code(), List.of()))))
                        .toList());
        Set<String> ouvertes = antennes.toutes().stream().map(Antenne::code).collect(Collectors.toSet());
        model.addAttribute(
                "aOuvrir",
                parAntenne.entrySet().stream()
                        .filter(e -> !ouvertes.contains(e.getKey()))
                        .map(e -> new AOuvrir(e.getKey(), String.join(", ", e.getValue())))
                        .sorted(Comparator.comparing(AOuvrir::code))
                        .toList());
        return "admin/antennes";
    }

    @GetMapping("/{code}")
    String montrer(@PathVariable String code, Model model) {
        Antenne a = antenne(code);
        return formulaire(
                a, new Saisie(a.nom(), a.adresse(), a.codePostal(), a.commune(), a.telephone(), a.horaires()), model);
    }

    @PostMapping("/{code}")
    String modifier(
            @PathVariable String code, Saisie saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        Antenne ancienne = antenne(code);
        return Saisies.essayer(
                model,
                () -> {
                    antennes.ouvrir(
                            new Antenne(
                                    code,
                                    saisie.nom(),
                                    saisie.adresse(),
                                    saisie.codePostal(),
                                    saisie.commune(),
                                    saisie.telephone(),
                                    saisie.horaires()),
                            agent);
                    Flash.ok(suite, "L’antenne est à jour. Les prochains courriers porteront ces coordonnées.");
                    return "redirect:" + LISTE;
                },
                () -> formulaire(ancienne, saisie, model));
    }

    /** The antenne of a code; a blank one when only the table of quartiers knows it. */
    private Antenne antenne(String code) {
        boolean ouverte = antennes.toutes().stream().anyMatch(a -> a.code().equals(code));
        boolean nommee = quartiers.tous().stream().anyMatch(q -> q.antenne().equals(code));
        return ouverte || !nommee ? antennes.parCode(code) : new Antenne(code, "", "", "", "", "", "");
    }

    private static String formulaire(Antenne antenne, Saisie saisie, Model model) {
        model.addAttribute("antenne", antenne);
        model.addAttribute("saisie", saisie);
        model.addAttribute("retour", new Vues.Lien(LISTE, "Les antennes"));
        return "admin/antenne";
    }
}
