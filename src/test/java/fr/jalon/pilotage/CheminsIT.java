package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Interdit;
import fr.jalon.essais.AChaqueEssai;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.pilotage.Chemin.Morceau;
import fr.jalon.temps.Porteur;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Where the time goes, on a real database: 400 invented ways against a count by hand, small numbers hidden, read again by Python. */
@JalonIT
@AChaqueEssai
class CheminsIT {

    private static final LocalDate DEBUT = LocalDate.of(2026, 1, 1);
    private static final Filtre ANNEE = new Filtre("ESS", null, DEBUT, LocalDate.of(2026, 12, 31));
    private static final Lecteur TOUT = new Lecteur(null, false);
    private static final Lecteur MASQUE = new Lecteur(null, true);

    @Autowired
    private Monde monde;

    @Autowired
    private Chemins chemins;

    @Autowired
    private EcritureDesChemins ecriture;

    @Autowired
    private DossiersDesChemins dossiers;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ObjectMapper json;

    @TempDir
    private Path dossier;

    private final List<Vie> vies = new ArrayList<>();

    private record Vie(UUID id, String antenne, LocalDate clos, List<Morceau> morceaux) {

        double jours() {
            return morceaux.stream().mapToDouble(Morceau::jours).sum();
        }

        Chemin chemin() {
            return Chemin.de(morceaux);
        }
    }

    @BeforeEach
    void inventer() {
        vies.clear();
        Random hasard = new Random(2026);
        for (int i = 0; i < 400; i++) {
            List<Morceau> morceaux = new ArrayList<>(List.of(un("A", Porteur.SERVICE, hasard)));
            while (hasard.nextInt(4) == 0) {
                morceaux.add(un("B", Porteur.PERSONNE, hasard));
                morceaux.add(un("", Porteur.SERVICE, hasard));
                morceaux.add(un("A", Porteur.SERVICE, hasard));
            }
            if (hasard.nextBoolean()) {
                morceaux.add(un("C", Porteur.CAF, hasard));
            }
            vies.add(new Vie(
                    UUID.nameUUIDFromBytes(("vie" + i).getBytes(StandardCharsets.UTF_8)),
                    hasard.nextInt(20) == 0 ? "BLOSNE" : "KLEBER",
                    DEBUT.plusDays(hasard.nextInt(365)),
                    morceaux));
        }
        vies.forEach(this::ecrire);
    }

    private static Morceau un(String etape, Porteur porteur, Random hasard) {
        return new Morceau(etape, porteur, hasard.nextInt(2000) / 100.0);
    }

    private void ecrire(Vie vie) {
        String variante =
                ecriture.ecrire(new EcritureDesChemins.Clos(vie.id(), "ESS", vie.antenne(), vie.clos()), vie.chemin());
        jdbc.update(
                "insert into pilotage_dossier (dossier_id, numero, dispositif, antenne, ouvert_jour, clos_jour, suspendu,"
                        + " etape, porteur, depuis, jours, variante) values (?, ?, 'ESS', ?, ?, ?, 0, '', 'SERVICE', ?, ?, ?)",
                vie.id(),
                "ESS-" + vie.id().toString().substring(0, 12),
                vie.antenne(),
                vie.clos().minusDays(40),
                vie.clos(),
                Timestamp.valueOf(vie.clos().atStartOfDay()),
                vie.jours(),
                variante);
        int rang = 0;
        for (Morceau m : vie.morceaux()) {
            jdbc.update(
                    "insert into pilotage_segment (dossier_id, rang, dispositif, antenne, etape, porteur, suspendu, debut, fin,"
                            + " fin_jour, minutes, jours) values (?, ?, 'ESS', ?, ?, ?, 0, ?, ?, ?, 60, ?)",
                    vie.id(),
                    rang++,
                    vie.antenne(),
                    m.etape(),
                    m.porteur().name(),
                    Timestamp.valueOf(vie.clos().minusDays(40).atTime(rang, 0)),
                    Timestamp.valueOf(vie.clos().minusDays(40).atTime(rang + 1, 0)),
                    vie.clos(),
                    m.jours());
        }
    }

    /** The nearest rank, by sorting. */
    private static double rang(List<Double> jours, int pourcent) {
        List<Long> dixiemes = jours.stream()
                .map(j -> Math.round(Math.round(j * 100) / 10.0))
                .sorted()
                .toList();
        return dixiemes.get((int) Math.max(1, Math.ceil(dixiemes.size() * pourcent / 100.0)) - 1) / 10.0;
    }

    @Test
    void les_chemins_et_leurs_durees_sont_ceux_d_un_compte_a_la_main() {
        Map<String, List<Double>> aLaMain = vies.stream()
                .collect(Collectors.groupingBy(
                        v -> v.chemin().etapes(), Collectors.mapping(Vie::jours, Collectors.toList())));
        List<Chemins.Variante> trouvees = chemins.variantes(ANNEE, TOUT, 1000);
        assertThat(trouvees).hasSameSizeAs(aLaMain.keySet());
        for (Chemins.Variante v : trouvees) {
            List<Double> jours = aLaMain.get(String.join("\n", v.etapes()));
            assertThat(v.dossiers()).isEqualTo(Case.de(jours.size()));
            assertThat(v.part()).isEqualTo((int) Math.round(100.0 * jours.size() / vies.size()));
            assertThat(v.p50()).isEqualTo(rang(jours, 50));
            assertThat(v.p90()).isEqualTo(rang(jours, 90));
        }
    }

    @Test
    void les_boucles_et_les_passages_de_main_aussi() {
        List<Vie> revenus = vies.stream()
                .filter(v ->
                        v.chemin().passages().stream().anyMatch(p -> p.etape().equals("A") && p.tour() > 1))
                .toList();
        Chemins.Boucle boucle = chemins.boucles(ANNEE, TOUT).get(0);
        assertThat(boucle.etape()).isEqualTo("A");
        assertThat(boucle.dossiers()).isEqualTo(Case.de(revenus.size()));
        assertThat(boucle.enPlus())
                .isEqualTo(rang(
                        revenus.stream()
                                .map(v -> v.chemin().passages().stream()
                                        .filter(p -> p.etape().equals("A") && p.tour() > 1)
                                        .mapToDouble(p -> Math.round(p.jours() * 100) / 100.0)
                                        .sum())
                                .toList(),
                        50));
        List<Chemins.Relais> relais = chemins.relais(ANNEE, TOUT, 5);
        assertThat(relais).extracting(r -> r.deEtape() + r.versEtape()).containsExactlyInAnyOrder("AB", "BA", "AC");
        assertThat(relais).isSortedAccordingTo((a, b) -> Double.compare(b.p50(), a.p50()));
        for (Chemins.Relais r : relais) {
            List<Double> attentes =
                    vies.stream().flatMap(v -> attentes(v.chemin(), r).stream()).toList();
            assertThat(r.nombre()).isEqualTo(Case.de(attentes.size()));
            assertThat(r.p50()).isEqualTo(rang(attentes, 50));
            assertThat(r.p90()).isEqualTo(rang(attentes, 90));
        }
    }

    private static List<Double> attentes(Chemin chemin, Chemins.Relais r) {
        List<Double> attentes = new ArrayList<>();
        for (int i = 1; i < chemin.passages().size(); i++) {
            Chemin.Passage p = chemin.passages().get(i);
            if (p.etape().equals(r.versEtape())
                    && chemin.passages().get(i - 1).etape().equals(r.deEtape())) {
                attentes.add(p.attente());
            }
        }
        return attentes;
    }

    @Test
    void les_parts_des_etapes_sont_celles_de_leurs_jours() {
        Map<String, Double> jours = vies.stream()
                .flatMap(v -> v.morceaux().stream())
                .filter(m -> !m.etape().isEmpty())
                .collect(Collectors.groupingBy(Morceau::etape, Collectors.summingDouble(Morceau::jours)));
        double total = jours.values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(chemins.parts(ANNEE, TOUT).stream()
                        .collect(Collectors.toMap(Chemins.Part::etape, Chemins.Part::part)))
                .isEqualTo(jours.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e ->
                        (int) Math.round(100 * e.getValue() / total))));
    }

    @Test
    void un_petit_nombre_ne_se_montre_ni_ne_se_retrouve_par_l_antenne() {
        Filtre blosne = new Filtre("ESS", "BLOSNE", ANNEE.du(), ANNEE.au());
        Filtre kleber = new Filtre("ESS", "KLEBER", ANNEE.du(), ANNEE.au());
        Map<String, Case> tous = parCode(ANNEE);
        Map<String, Case> deBlosne = parCode(blosne);
        Map<String, Case> deKleber = parCode(kleber);
        for (Map<String, Case> lus : List.of(tous, deBlosne, deKleber)) {
            assertThat(lus.values()).allMatch(c -> c.nombre() >= 5 || c.nombre() == 0);
        }
        tous.forEach((code, n) -> {
            Case k = deKleber.get(code);
            if (k != null) {
                long difference = n.nombre() - k.nombre();
                assertThat(difference == 0 || difference >= 5).as(code).isTrue();
            }
        });
        assertThat(chemins.relais(ANNEE, MASQUE, 5)).allMatch(r -> r.nombre().masque());
        assertThat(chemins.boucles(blosne, MASQUE))
                .allMatch(b -> b.dossiers().nombre() == 0 || b.dossiers().nombre() >= 5);
    }

    private Map<String, Case> parCode(Filtre filtre) {
        return chemins.variantes(filtre, MASQUE, 1000).stream()
                .collect(Collectors.toMap(Chemins.Variante::code, Chemins.Variante::dossiers));
    }

    @Test
    void chaque_nombre_ouvre_ses_dossiers_a_qui_les_ouvre() {
        Agent responsable = monde.agent("seul.dispositifs", Role.RESPONSABLE_DISPOSITIFS, null);
        for (Chemins.Variante v : chemins.variantes(ANNEE, TOUT, 1000)) {
            assertThat(dossiers.lister(new DossiersDesChemins.ParVariante(v.code()), ANNEE, 0, 20, responsable)
                            .total())
                    .isEqualTo(v.dossiers().nombre());
        }
        Chemins.Boucle b = chemins.boucles(ANNEE, TOUT).get(0);
        assertThat(dossiers.lister(new DossiersDesChemins.ParBoucle(b.etape()), ANNEE, 0, 20, responsable)
                        .total())
                .isEqualTo(b.dossiers().nombre());
        Chemins.Relais r = chemins.relais(ANNEE, TOUT, 5).get(0);
        assertThat(dossiers.lister(
                                new DossiersDesChemins.ParRelais(r.deEtape(), r.de(), r.versEtape(), r.vers()),
                                ANNEE,
                                0,
                                20,
                                responsable)
                        .elements())
                .isNotEmpty();
        assertThatThrownBy(() -> dossiers.lister(
                        new DossiersDesChemins.ParEtape("A"),
                        ANNEE,
                        0,
                        20,
                        monde.agent("seul.manager", Role.MANAGER, null)))
                .isInstanceOf(Interdit.class);
    }

    @Test
    void un_lecteur_a_part_retrouve_les_memes_comptes_et_les_memes_medianes() throws Exception {
        for (String format : List.of("xes", "ocel")) {
            StringWriter sortie = new StringWriter();
            if (format.equals("xes")) {
                monde.bean(EvenementsPseudonymes.class).xes(sortie, MASQUE);
            } else {
                monde.bean(EvenementsPseudonymes.class).ocel(sortie, MASQUE);
            }
            JsonNode lu = lire(Files.writeString(dossier.resolve("journal." + format), sortie.toString()));
            Map<String, JsonNode> etapes = parCle(
                    lu.path("etapes"),
                    e -> e.path("etape").asString() + e.path("porteur").asString());
            for (Durees.Ligne l : monde.bean(Chiffres.class).durees(ANNEE, TOUT)) {
                if (l.etape() == null) {
                    continue;
                }
                JsonNode e = etapes.get((l.etape().isEmpty() ? "Entre deux étapes" : l.etape()) + l.porteur());
                assertThat(e.path("nombre").asLong()).isEqualTo(l.nombre().nombre());
                assertThat(e.path("p50").asDouble()).isEqualTo(l.p50());
                assertThat(e.path("p90").asDouble()).isEqualTo(l.p90());
                assertThat(e.path("p99").asDouble()).isEqualTo(l.p99());
            }
            Map<String, JsonNode> parChemin = parCle(lu.path("chemins"), c -> {
                List<String> mots = new ArrayList<>();
                c.path("etapes").forEach(e -> mots.add(e.asString()));
                return String.join("\n", mots);
            });
            List<Chemins.Variante> variantes = chemins.variantes(ANNEE, TOUT, 1000);
            assertThat(parChemin).hasSameSizeAs(variantes);
            variantes.forEach(v -> assertThat(parChemin
                            .get(String.join("\n", v.etapes()))
                            .path("dossiers")
                            .asLong())
                    .isEqualTo(v.dossiers().nombre()));
            assertThat(lu.path("dossiers").asInt()).isEqualTo(vies.size());
        }
    }

    private static Map<String, JsonNode> parCle(JsonNode liste, Function<JsonNode, String> cle) {
        return liste.valueStream().collect(Collectors.toMap(cle, Function.identity()));
    }

    private JsonNode lire(Path fichier) throws Exception {
        Process python = new ProcessBuilder("python3", "bin/lire-evenements.py", fichier.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String texte = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).isZero();
        return json.readTree(texte);
    }
}
