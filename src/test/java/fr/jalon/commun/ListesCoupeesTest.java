package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;

/** What every dispositif adds lies with it, once (docs/decisions/0043). */
class ListesCoupeesTest {

    private static final Path DISPOSITIFS = Path.of("src/main/resources/dispositifs");

    /** Columns that together name a row. */
    @ParameterizedTest
    @CsvSource({
        "ecrans/stations.csv, 2",
        "ecrans/histoire.csv, 1",
        "ecrans/menu.csv, 1",
        "securite/routes.csv, 2",
        "courriers/champs.csv, 1",
        "courriers/usages.csv, 1"
    })
    void aucune_ligne_n_est_ecrite_deux_fois(String liste, int colonnes) {
        List<String> cles = lignes(liste).stream()
                .map(l -> Stream.of(l.split(";", -1)).limit(colonnes).collect(Collectors.joining(";")))
                .filter(cle -> !cle.equals("code"))
                .toList();
        assertThat(cles).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void aucun_mot_des_ecrans_n_est_dit_deux_fois() throws IOException {
        Map<String, String> vus = new HashMap<>();
        for (Resource partie : ListesCoupees.parties("messages_fr.properties")) {
            Properties mots = new Properties();
            mots.load(new StringReader(partie.getContentAsString(StandardCharsets.UTF_8)));
            for (String cle : mots.stringPropertyNames()) {
                assertThat(vus.put(cle, partie.getDescription())).as(cle).isNull();
            }
        }
        assertThat(vus).containsKeys("ouverture.RSA", "erreur.404.titre");
    }

    /** A dispositif that has a line of stations is a folder, and its code is nowhere in the common part. */
    @ParameterizedTest
    @ValueSource(strings = {"ecrans/stations.csv", "ecrans/histoire.csv", "securite/routes.csv"})
    void la_partie_commune_n_a_rien_d_un_dispositif(String commune) throws IOException {
        Path partagee = Path.of("src/main/resources", commune);
        List<String> siennes = Files.exists(partagee) ? Files.readAllLines(partagee) : List.of();
        Set<String> codes = new TreeSet<>();
        lignes("ecrans/stations.csv").forEach(l -> codes.add(l.split(";")[0]));
        assertThat(codes).hasSizeGreaterThanOrEqualTo(5);
        assertThat(siennes).noneMatch(l -> codes.contains(l.split(";")[0]));
    }

    /** The folders are those of the models: one name for a dispositif, everywhere. Its rules may stand before its path does. */
    @Test
    void les_dossiers_portent_les_memes_noms_partout() throws IOException {
        assertThat(noms(DISPOSITIFS)).containsAll(noms(Path.of("processes")));
        Set<String> modelises = noms(Path.of("processes"));
        modelises.addAll(noms(Path.of("decisions")));
        assertThat(modelises).containsAll(noms(DISPOSITIFS));
        for (String modeles : List.of("decisions", "forms")) {
            Set<String> permis = noms(DISPOSITIFS);
            permis.add("communs");
            assertThat(permis).as(modeles).containsAll(noms(Path.of(modeles)));
        }
    }

    @Test
    void une_liste_que_personne_n_a_est_dite() {
        assertThatThrownBy(() -> ListesCoupees.parties("ecrans/inconnue.csv"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ecrans/inconnue.csv");
    }

    private static List<String> lignes(String liste) {
        List<String> lignes = new ArrayList<>();
        for (Resource partie : ListesCoupees.parties(liste)) {
            try {
                partie.getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(l -> !l.isBlank() && !l.startsWith("#"))
                        .forEach(lignes::add);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return lignes;
    }

    private static Set<String> noms(Path dossier) throws IOException {
        try (Stream<Path> contenu = Files.list(dossier)) {
            return contenu.map(p -> p.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
