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
import fr.jalon.web.commun.SecretStatistique;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How fast persons are oriented, met and under contract: figures alone, no name. */
@Controller
class DelaisController {

    private static final int MOIS_MONTRES = 6;
    private static final String ORIENTEES = "Orientées";
    private static final String RENCONTREES = "Rencontrées";
    private static final String CONTRAT = "Contrat signé";
    private static final String LOI = " (loi)";

    private final IndicateursOrientation indicateurs;
    private final Antennes antennes;
    private final Horloge horloge;
    private final SecretStatistique secret;

    DelaisController(IndicateursOrientation indicateurs, Antennes antennes, Horloge horloge, SecretStatistique secret) {
        this.indicateurs = indicateurs;
        this.antennes = antennes;
        this.horloge = horloge;
        this.secret = secret;
    }

    /** @param detail "3 sur 4", null when nobody is concerned */
    record Case(String pourcentage, String detail, String libelle) {}

    record LigneEcran(String antenne, String demandes, boolean total, List<Case> cases) {}

    @GetMapping("/orientations/delais")
    String montrer(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate du,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate au,
            @Appelant Agent agent,
            Model model) {
        LocalDate fin = au == null ? horloge.aujourdhui() : au;
        LocalDate debut = du == null ? fin.minusMonths(MOIS_MONTRES).withDayOfMonth(1) : du;
        List<Ligne> lignes = indicateurs.par(debut, fin, portee(agent));
        boolean masquer = secret.concerne(agent);
        model.addAttribute("du", debut.toString());
        model.addAttribute("au", fin.toString());
        model.addAttribute("periode", "du " + Mots.jour(debut) + " au " + Mots.jour(fin));
        // A single antenne is its own total
        model.addAttribute(
                "lignes",
                lignes.stream()
                        .filter(l -> l.antenne() != null || lignes.size() > 2)
                        .map(l -> ligne(l, masquer))
                        .toList());
        model.addAttribute("barres", barres(lignes, masquer));
        return "accompagnement/delais";
    }

    /** The manager reads the figures of all antennes although it opens no dossier. */
    private static Portee portee(Agent agent) {
        return agent.aUnDe(Role.MANAGER, Role.RESPONSABLE_DISPOSITIFS) ? Portee.TOUTES : agent.portee();
    }

    private LigneEcran ligne(Ligne l, boolean masquer) {
        return new LigneEcran(
                l.antenne() == null ? "Toutes" : antennes.parCode(l.antenne()).nom(),
                masquer && petit(l.demandes()) ? secret.mots() : Long.toString(l.demandes()),
                l.antenne() == null,
                List.of(
                        uneCase(l.loi(), ORIENTEES, LOI, masquer),
                        uneCase(l.orientees(), ORIENTEES, "", masquer),
                        uneCase(l.rencontreesTot(), RENCONTREES, "", masquer),
                        uneCase(l.rencontrees(), RENCONTREES, "", masquer),
                        uneCase(l.contrats(), CONTRAT, LOI, masquer)));
    }

    private boolean petit(long personnes) {
        return personnes > 0 && personnes < secret.minimum();
    }

    private Integer part(Tenu t, boolean masquer) {
        return masquer && petit(t.concernees()) ? null : t.pourcentage();
    }

    private static String enJours(String quoi, Tenu t) {
        return quoi + " en " + t.jours() + " jours";
    }

    private Case uneCase(Tenu t, String quoi, String source, boolean masquer) {
        if (masquer && petit(t.concernees())) {
            return new Case("Trop peu", secret.mots() + " personnes", enJours(quoi, t) + source);
        }
        return new Case(
                t.pourcentage() == null ? "Pas encore" : t.pourcentage() + " %",
                t.pourcentage() == null ? null : t.dansLeDelai() + " sur " + t.concernees(),
                enJours(quoi, t) + source);
    }

    private Barres barres(List<Ligne> lignes, boolean masquer) {
        List<Ligne> parAntenne =
                lignes.stream().filter(l -> l.antenne() != null).toList();
        return Barres.parts(
                "Part dans les délais",
                parAntenne.stream().limit(1).flatMap(DelaisController::series).toList(),
                parAntenne.stream()
                        .map(l -> new Barres.Nombres(
                                antennes.parCode(l.antenne()).nom(),
                                Arrays.asList(
                                        part(l.loi(), masquer),
                                        part(l.rencontrees(), masquer),
                                        part(l.contrats(), masquer))))
                        .toList());
    }

    /** The delays are parameters: any row says how many days they are. */
    private static Stream<Barres.Serie> series(Ligne l) {
        return Stream.of(
                new Barres.Serie(enJours(ORIENTEES, l.loi()), "accent"),
                new Barres.Serie(enJours(RENCONTREES, l.rencontrees()), "info"),
                new Barres.Serie(enJours(CONTRAT, l.contrats()), "ok"));
    }
}
