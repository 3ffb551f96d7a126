package fr.jalon.atelier.controle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.atelier.Constat;
import fr.jalon.atelier.FichierModele;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile and broken models, each refused for its reason, with its mend; the same models before the change are good. */
class CorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/atelier/corpus.txt");
    private static final Pattern REPETE = Pattern.compile("\\{repete:(\\d+):([^{}]*)}");

    static Stream<String> corpus() throws IOException {
        return Files.readAllLines(CORPUS).stream().filter(l -> !l.isBlank() && !l.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void un_modele_mauvais_est_refuse_pour_sa_raison(String cas) {
        String[] parts = cas.split("~", -1);
        List<Constat> constats = Modeles.constats(casse(parts));
        assertThat(constats)
                .as(cas.substring(0, Math.min(150, cas.length())))
                .filteredOn(Constat::erreur)
                .extracting(Constat::regle)
                .contains(parts[0])
                .doesNotContain("CONTROLE_IMPOSSIBLE");
        assertThat(constats).allSatisfy(c -> {
            assertThat(c.message()).isNotBlank().doesNotContain("{0}", "{1}");
            assertThat(c.remede()).isNotBlank().doesNotContain("{0}", "{1}");
        });
    }

    private static FichierModele casse(String... parts) {
        String texte = Modeles.texte(parts[1]);
        String avant = parts[2].replace("\\n", "\n");
        String apres = repeter(parts[3]);
        if (avant.equals("{tout}")) {
            return Modeles.fichier(parts[1], apres);
        }
        if (avant.equals("{refus}")) {
            return Modeles.fichier(parts[1], texte.replaceAll("<description>[^<]*</description>", ""));
        }
        assertThat(texte).contains(avant);
        return Modeles.fichier(parts[1], texte.replaceFirst(Pattern.quote(avant), Matcher.quoteReplacement(apres)));
    }

    private static String repeter(String texte) {
        String suite = texte;
        Matcher repete = REPETE.matcher(suite);
        while (repete.find()) {
            suite = suite.substring(0, repete.start())
                    + repete.group(2).repeat(Integer.parseInt(repete.group(1)))
                    + suite.substring(repete.end());
            repete = REPETE.matcher(suite);
        }
        return suite;
    }

    @Test
    void le_corpus_a_au_moins_soixante_modeles_mauvais() throws IOException {
        assertThat(corpus()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void un_nom_qui_n_est_pas_celui_d_un_modele_est_refuse() {
        for (String nom : List.of("../x.bpmn", "x.exe", "x", ".form", "a/b.dmn", "x\r\n.bpmn")) {
            assertThat(Modeles.constats(Modeles.fichier(nom, "x")))
                    .extracting(Constat::regle)
                    .contains("NOM_DE_FICHIER");
        }
    }

    @Test
    void deux_fichiers_d_une_meme_cle_sont_refuses() {
        FichierModele autre = new FichierModele(
                "copie.bpmn", Modeles.fichier("conference-familiale.bpmn").contenu());
        assertThat(Modeles.constats(autre)).extracting(Constat::regle).contains("CLE_PRISE");
    }

    @Test
    void un_constat_dit_l_element_et_la_ligne() {
        Constat constat = Modeles.constats(casse(
                        "",
                        "conference-familiale.bpmn",
                        "camunda:candidateGroups=\"ALI\"",
                        "camunda:candidateGroups=\"ALY\""))
                .get(0);
        assertThat(constat.element()).isEqualTo("UserTask_PoserQuestion");
        assertThat(constat.ligne()).isEqualTo(7);
        assertThat(constat.fichier()).isEqualTo("conference-familiale.bpmn");
    }
}
