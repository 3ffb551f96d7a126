package fr.jalon.web.accompagnement;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Portee;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.orientation.IndicateursOrientation;
import fr.jalon.orientation.IndicateursOrientation.Ligne;
import fr.jalon.orientation.IndicateursOrientation.Tenu;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Barres;
import fr.jalon.web.commun.Mots;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How fast persons are oriented, met and under contract: figures alone, no name. */
@Controller
class DelaisController {

    private static final int MOIS_MONTRES = 6;
    private static final List<Barres.Serie> SERIES = List.of(
            new Barres.Serie("Orientées", "accent"),
            new Barres.Serie("Rencontrées", "info"),
            new Barres.Serie("Contrat signé", "ok"));

    private final IndicateursOrientation indicateurs;
    private final Antennes antennes;
    private final Horloge horloge;

    DelaisController(IndicateursOrientation indicateurs, Antennes antennes, Horloge horloge) {
        this.indicateurs = indicateurs;
        this.antennes = antennes;
        this.horloge = horloge;
    }

    /** @param detail "3 sur 4", null when nobody is concerned */
    record Case(String pourcentage, String detail, String libelle) {}

    record LigneEcran(String antenne, long demandes, boolean total, List<Case> cases) {}

    @GetMapping("/orientations/delais")
    String montrer(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate du,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate au,
            @Appelant Agent agent,
            Model model) {
        LocalDate fin = au == null ? horloge.aujourdhui() : au;
        LocalDate debut = du == null ? fin.minusMonths(MOIS_MONTRES).withDayOfMonth(1) : du;
        List<Ligne> lignes = indicateurs.par(debut, fin, portee(agent));
        model.addAttribute("du", debut.toString());
        model.addAttribute("au", fin.toString());
        model.addAttribute("periode", "du " + Mots.jour(debut) + " au " + Mots.jour(fin));
        // A single antenne is its own total
        model.addAttribute(
                "lignes",
                lignes.stream()
                        .filter(l -> l.antenne() != null || lignes.size() > 2)
                        .map(this::ligne)
                        .toList());
        model.addAttribute("barres", barres(lignes));
        return "accompagnement/delais";
    }

    /** The manager reads the figures of all antennes although it opens no dossier. */
    private static Portee portee(Agent agent) {
        return agent.aUnDe(Role.MANAGER, Role.RESPONSABLE_DISPOSITIFS) ? Portee.TOUTES : agent.portee();
    }

    private LigneEcran ligne(Ligne l) {
        return new LigneEcran(
                l.antenne() == null ? "Toutes" : antennes.parCode(l.antenne()).nom(),
                l.demandes(),
                l.antenne() == null,
                List.of(
                        uneCase(l.loi(), "Orientées"),
                        uneCase(l.orientees(), "Orientées"),
                        uneCase(l.rencontreesTot(), "Rencontrées"),
                        uneCase(l.rencontrees(), "Rencontrées"),
                        uneCase(l.contrats(), "Contrat signé")));
    }

    private static Case uneCase(Tenu t, String quoi) {
        return new Case(
                t.pourcentage() == null ? "Pas encore" : t.pourcentage() + " %",
                t.pourcentage() == null ? null : t.dansLeDelai() + " sur " + t.concernees(),
                quoi + " en " + t.jours() + " jours");
    }

    private Barres barres(List<Ligne> lignes) {
        return Barres.parts(
                "Part dans les délais",
                SERIES,
                lignes.stream()
                        .filter(l -> l.antenne() != null)
                        .map(l -> new Barres.Nombres(
                                antennes.parCode(l.antenne()).nom(),
                                Arrays.asList(
                                        l.orientees().pourcentage(),
                                        l.rencontrees().pourcentage(),
                                        l.contrats().pourcentage())))
                        .toList());
    }
}
