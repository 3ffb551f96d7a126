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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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

    /** What a column counts, in the order of {@link #tenus}; {@code source} says that the delay is the law's. */
    private record Libelle(String quoi, String source) {}

    private static final List<Libelle> LIBELLES = List.of(
            new Libelle(ORIENTEES, LOI),
            new Libelle(ORIENTEES, ""),
            new Libelle(RENCONTREES, ""),
            new Libelle(RENCONTREES, ""),
            new Libelle(CONTRAT, LOI));
    private static final int RENCONTRES = 3;
    private static final int CONTRATS = 4;

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
        List<Caches> caches = caches(lignes, masquer);
        model.addAttribute("du", debut.toString());
        model.addAttribute("au", fin.toString());
        model.addAttribute("periode", "du " + Mots.jour(debut) + " au " + Mots.jour(fin));
        // A single antenne is its own total
        model.addAttribute(
                "lignes",
                IntStream.range(0, lignes.size())
                        .filter(j -> lignes.get(j).antenne() != null || lignes.size() > 2)
                        .mapToObj(j -> ligne(lignes.get(j), nom(lignes.get(j)), tenus(lignes.get(j)), caches.get(j)))
                        .toList());
        model.addAttribute("barres", barres(lignes, caches));
        model.addAttribute("legende", masquer ? secret.legende() : null);
        return "accompagnement/delais";
    }

    private String nom(Ligne l) {
        return l.antenne() == null ? "Toutes" : antennes.parCode(l.antenne()).nom();
    }

    /** The manager reads the figures of all antennes although it opens no dossier. */
    private static Portee portee(Agent agent) {
        return agent.aUnDe(Role.MANAGER, Role.RESPONSABLE_DISPOSITIFS) ? Portee.TOUTES : agent.portee();
    }

    private static LigneEcran ligne(Ligne l, String nom, List<Tenu> tenus, Caches caches) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < tenus.size(); i++) {
            cases.add(uneCase(tenus.get(i), LIBELLES.get(i), caches.tenus().get(i)));
        }
        return new LigneEcran(
                nom,
                caches.demandes() ? SecretStatistique.MASQUE : Long.toString(l.demandes()),
                l.antenne() == null,
                cases);
    }

    /** What is hidden of a row: its number of requests, and each of its delays. */
    private record Caches(boolean demandes, List<Boolean> tenus) {}

    /**
     * A share says as much as its two numbers: it is hidden when one of them is small, or would be found by a subtraction from the
     * others or from the total.
     */
    private List<Caches> caches(List<Ligne> lignes, boolean masquer) {
        List<List<Long>> demandes =
                lignes.stream().map(l -> List.of(l.demandes())).toList();
        List<List<Long>> vues = masquer ? secret.masquer(demandes) : demandes;
        List<List<List<Long>>> parDelai = new ArrayList<>();
        for (int i = 0; i < LIBELLES.size(); i++) {
            int rang = i;
            List<List<Long>> nombres = lignes.stream()
                    .map(l -> tenus(l).get(rang))
                    .map(t -> List.of(t.dansLeDelai(), t.concernees() - t.dansLeDelai(), t.concernees()))
                    .toList();
            parDelai.add(masquer ? secret.masquer(nombres) : nombres);
        }
        List<Caches> caches = new ArrayList<>();
        for (int j = 0; j < lignes.size(); j++) {
            int ligne = j;
            caches.add(new Caches(
                    cache(vues.get(j)),
                    parDelai.stream().map(d -> cache(d.get(ligne))).toList()));
        }
        return caches;
    }

    private static boolean cache(List<Long> nombres) {
        return nombres.stream().anyMatch(Objects::isNull);
    }

    private static List<Tenu> tenus(Ligne l) {
        return List.of(l.loi(), l.orientees(), l.rencontreesTot(), l.rencontrees(), l.contrats());
    }

    private static String enJours(String quoi, Tenu t) {
        return quoi + " en " + t.jours() + " jours";
    }

    private static Case uneCase(Tenu t, Libelle l, boolean cache) {
        String libelle = enJours(l.quoi(), t) + l.source();
        if (cache) {
            return new Case(SecretStatistique.MASQUE, null, libelle);
        }
        return new Case(
                t.pourcentage() == null ? "Pas encore" : t.pourcentage() + " %",
                t.pourcentage() == null ? null : t.dansLeDelai() + " sur " + t.concernees(),
                libelle);
    }

    private Barres barres(List<Ligne> lignes, List<Caches> caches) {
        List<Barres.Nombres> nombres = new ArrayList<>();
        for (int j = 0; j < lignes.size(); j++) {
            Ligne l = lignes.get(j);
            if (l.antenne() != null) {
                List<Boolean> cachees = caches.get(j).tenus();
                nombres.add(new Barres.Nombres(
                        antennes.parCode(l.antenne()).nom(),
                        Arrays.asList(
                                part(l.loi(), cachees.get(0)),
                                part(l.rencontrees(), cachees.get(RENCONTRES)),
                                part(l.contrats(), cachees.get(CONTRATS)))));
            }
        }
        return Barres.parts(
                "Part dans les délais",
                lignes.stream()
                        .filter(l -> l.antenne() != null)
                        .limit(1)
                        .flatMap(DelaisController::series)
                        .toList(),
                nombres);
    }

    private static Integer part(Tenu t, boolean cache) {
        return cache ? Barres.CACHE : t.pourcentage();
    }

    /** The delays are parameters: any row says how many days they are. */
    private static Stream<Barres.Serie> series(Ligne l) {
        return Stream.of(
                new Barres.Serie(enJours(ORIENTEES, l.loi()), "accent"),
                new Barres.Serie(enJours(RENCONTREES, l.rencontrees()), "info"),
                new Barres.Serie(enJours(CONTRAT, l.contrats()), "ok"));
    }
}
