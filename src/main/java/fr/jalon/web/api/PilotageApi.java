package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.pilotage.Case;
import fr.jalon.pilotage.Chiffres;
import fr.jalon.pilotage.Durees;
import fr.jalon.pilotage.EvenementsPseudonymes;
import fr.jalon.pilotage.Filtre;
import fr.jalon.pilotage.Indicateurs;
import fr.jalon.pilotage.Indicateurs.Description;
import fr.jalon.pilotage.Indicateurs.Resultat;
import fr.jalon.pilotage.Lecteur;
import fr.jalon.pilotage.Situation;
import fr.jalon.pilotage.Stock;
import fr.jalon.web.commun.Appelant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures for managers: no person, small numbers hidden. A responsable d'antenne reads its antenne alone. */
@RestController
@RequestMapping("/api/v1/pilotage")
@Tag(name = "Pilotage")
class PilotageApi {

    private static final int MOIS_PAR_DEFAUT = 12;

    private final Chiffres chiffres;
    private final Indicateurs indicateurs;
    private final EvenementsPseudonymes evenements;
    private final Antennes antennes;
    private final Horloge horloge;

    PilotageApi(
            Chiffres chiffres,
            Indicateurs indicateurs,
            EvenementsPseudonymes evenements,
            Antennes antennes,
            Horloge horloge) {
        this.chiffres = chiffres;
        this.indicateurs = indicateurs;
        this.evenements = evenements;
        this.antennes = antennes;
        this.horloge = horloge;
    }

    /** How the stock is cut. */
    enum Par {
        etape,
        antenne,
        dispositif
    }

    /** A row of the stock: one of {@code etape} (with its dispositif), {@code antenne}, {@code dispositif} says which. */
    record LigneStock(
            String dispositif,
            String etape,
            String antenne,
            String libelle,
            Long nombre,
            boolean masque,
            Case enRetard,
            Case bientotEnRetard,
            Case suspendus) {}

    /** A page with the instant to which it is true. */
    record Liste<T>(List<T> elements, int page, int taille, long total, Instant vraiLe) {

        static <T> Liste<T> de(List<T> tous, int page, int taille, Instant vraiLe) {
            Page.verifier(page, taille);
            int de = (int) Math.min((long) page * taille, tous.size());
            return new Liste<>(tous.subList(de, Math.min(de + taille, tous.size())), page, taille, tous.size(), vraiLe);
        }
    }

    /** Durations of a step in working days; {@code etape} and {@code responsable} are null for a whole dossier. */
    record LigneDelais(
            String dispositif,
            String etape,
            String libelle,
            String responsable,
            Double p50,
            Double p90,
            Double p99,
            Integer cible,
            boolean masque) {}

    record Indicateur(Description definition, Resultat resultat, Instant vraiLe) {}

    @GetMapping("/stock")
    @Operation(summary = "Les dossiers ouverts, par étape, antenne ou dispositif")
    Liste<LigneStock> stock(
            @RequestParam(defaultValue = "etape") String par,
            @RequestParam(required = false) String dispositif,
            @RequestParam(required = false) String antenne,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "200") int taille,
            @Appelant Agent agent) {
        Lecteur lecteur = Lecteur.api(agent);
        String lieu = antenne(antenne, lecteur);
        String quoi = dispositif(dispositif);
        Par coupe = par(par);
        Instant vraiLe = chiffres.vraiLe();
        Stock stock = chiffres.stock(lecteur);
        List<LigneStock> lignes = switch (coupe) {
            case etape -> parEtape(stock, quoi, lieu);
            case antenne -> parAntenne(stock, quoi, lieu);
            case dispositif -> parDispositif(stock, quoi, lieu);
        };
        return Liste.de(
                lignes.stream().filter(l -> l.masque() || l.nombre() > 0).toList(), page, taille, vraiLe);
    }

    private List<LigneStock> parEtape(Stock stock, String dispositif, String antenne) {
        Map<String, String> mots = chiffres.etapes();
        return stock.etapes(dispositif).stream()
                .map(e -> ligne(
                        e.dispositif(),
                        e.etape().isEmpty() ? null : e.etape(),
                        antenne,
                        e.etape().isEmpty() ? "Entre deux étapes" : mots.getOrDefault(e.etape(), e.etape()),
                        s -> stock.aLEtape(e, antenne, s)))
                .toList();
    }

    private List<LigneStock> parAntenne(Stock stock, String dispositif, String antenne) {
        Map<String, String> noms = noms();
        return stock.antennes().stream()
                .filter(a -> antenne == null || antenne.equals(a))
                .map(a -> ligne(dispositif, null, a, noms.get(a), s -> stock.nombre(dispositif, a, s)))
                .toList();
    }

    private List<LigneStock> parDispositif(Stock stock, String dispositif, String antenne) {
        return stock.dispositifs().stream()
                .filter(d -> dispositif == null || dispositif.equals(d))
                .map(d -> ligne(d, null, antenne, d, s -> stock.nombre(d, antenne, s)))
                .toList();
    }

    private static LigneStock ligne(
            String dispositif, String etape, String antenne, String libelle, Function<Situation, Case> nombre) {
        Case tous = nombre.apply(null);
        return new LigneStock(
                dispositif,
                etape,
                antenne,
                libelle,
                tous.nombre(),
                tous.masque(),
                nombre.apply(Situation.RETARD),
                nombre.apply(Situation.BIENTOT),
                nombre.apply(Situation.SUSPENDU));
    }

    @GetMapping("/delais")
    @Operation(
            summary = "Durées en jours ouvrés (P50, P90, P99), par étape et par qui la tenait, puis du dossier entier")
    Liste<LigneDelais> delais(
            @RequestParam(required = false) String dispositif,
            @RequestParam(required = false) String antenne,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate du,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate au,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "200") int taille,
            @Appelant Agent agent) {
        Lecteur lecteur = Lecteur.api(agent);
        Filtre filtre = periode(dispositif(dispositif), antenne(antenne, lecteur), du, au);
        Map<String, String> mots = chiffres.etapes();
        List<LigneDelais> lignes = new ArrayList<>();
        for (Durees.Ligne l : chiffres.durees(filtre, lecteur)) {
            boolean entier = l.etape() == null;
            lignes.add(new LigneDelais(
                    l.dispositif(),
                    entier || l.etape().isEmpty() ? null : l.etape(),
                    entier
                            ? "Dossier entier"
                            : l.etape().isEmpty() ? "Entre deux étapes" : mots.getOrDefault(l.etape(), l.etape()),
                    l.porteur() == null ? null : l.porteur().name(),
                    l.p50(),
                    l.p90(),
                    l.p99(),
                    entier || l.etape().isEmpty() ? null : chiffres.cible(l.dispositif(), l.etape()),
                    l.nombre().masque()));
        }
        return Liste.de(lignes, page, taille, chiffres.vraiLe());
    }

    @GetMapping("/indicateurs")
    @Operation(summary = "Les indicateurs et leur définition")
    Liste<Description> indicateurs(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int taille,
            @Appelant Agent agent) {
        Lecteur.api(agent);
        return Liste.de(indicateurs.tous(), page, taille, chiffres.vraiLe());
    }

    @GetMapping("/indicateurs/{code}")
    @Operation(
            summary =
                    "Un indicateur sur les mois entiers qui contiennent la période ; resultat est null quand la maison ne sait pas encore le faire")
    Indicateur indicateur(
            @PathVariable String code,
            @RequestParam(required = false) String antenne,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate du,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate au,
            @Appelant Agent agent) {
        Lecteur lecteur = Lecteur.api(agent);
        Description description = indicateurs.parCode(code);
        Filtre filtre = periode(null, antenne(antenne, lecteur), du, au);
        return new Indicateur(description, indicateurs.resultat(code, filtre, lecteur), chiffres.vraiLe());
    }

    @GetMapping("/evenements")
    @Operation(summary = "Le journal des étapes, pseudonymisé : XES ou OCEL 2.0 (JSON)")
    void evenements(
            @RequestParam(defaultValue = "xes") String format, @Appelant Agent agent, HttpServletResponse reponse)
            throws IOException {
        Lecteur lecteur = Lecteur.api(agent);
        if (!List.of("xes", "ocel").contains(format)) {
            throw new SaisieInvalide("format", "Choisissez « xes » ou « ocel ».");
        }
        boolean xes = "xes".equals(format);
        reponse.setContentType(xes ? "application/xml;charset=UTF-8" : "application/json;charset=UTF-8");
        Writer sortie = new BufferedWriter(new OutputStreamWriter(reponse.getOutputStream(), StandardCharsets.UTF_8));
        if (xes) {
            evenements.xes(sortie, lecteur);
        } else {
            evenements.ocel(sortie, lecteur);
        }
        sortie.flush();
    }

    private static Par par(String texte) {
        for (Par par : Par.values()) {
            if (par.name().equals(texte)) {
                return par;
            }
        }
        throw new SaisieInvalide("par", "Choisissez « etape », « antenne » ou « dispositif ».");
    }

    private String antenne(String code, Lecteur lecteur) {
        if (code == null || code.isBlank()) {
            return lecteur.antenne();
        }
        if (antennes.toutes().stream().noneMatch(a -> a.code().equals(code))
                || (lecteur.antenne() != null && !lecteur.antenne().equals(code))) {
            throw new Introuvable("Cette antenne n'existe pas.");
        }
        return code;
    }

    private String dispositif(String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        if (!chiffres.dispositifsConnus().contains(code)) {
            throw new SaisieInvalide(
                    "dispositif",
                    "Choisissez un dispositif : " + String.join(", ", chiffres.dispositifsConnus()) + ".");
        }
        return code;
    }

    private Filtre periode(String dispositif, String antenne, LocalDate du, LocalDate au) {
        LocalDate fin = au == null ? horloge.aujourdhui() : au;
        LocalDate debut = du == null ? fin.minusMonths(MOIS_PAR_DEFAUT - 1L).withDayOfMonth(1) : du;
        if (fin.isBefore(debut)) {
            throw new SaisieInvalide("au", "Le dernier jour vient avant le premier : corrigez les dates.");
        }
        if (debut.isBefore(fin.minusYears(Filtre.ANNEES_AU_PLUS))) {
            throw new SaisieInvalide("du", "Demandez " + Filtre.ANNEES_AU_PLUS + " années au plus.");
        }
        return new Filtre(dispositif, antenne, debut, fin);
    }

    private Map<String, String> noms() {
        return antennes.toutes().stream().collect(Collectors.toMap(Antenne::code, Antenne::nom));
    }
}
