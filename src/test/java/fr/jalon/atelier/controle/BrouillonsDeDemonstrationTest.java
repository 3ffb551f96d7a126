package fr.jalon.atelier.controle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.atelier.Constat;
import fr.jalon.atelier.FichierModele;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The drafts of the demonstration change something, and the checker takes them. */
class BrouillonsDeDemonstrationTest {

    static Stream<String> lignes() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/demonstration/brouillons-de-modeles.csv")).stream()
                .filter(l -> !l.startsWith("#"))
                .skip(1);
    }

    @ParameterizedTest
    @MethodSource("lignes")
    void un_brouillon_est_acceptable_et_dit_ce_qui_change(String ligne) {
        String[] cases = ligne.split(";");
        String texte = Modeles.texte(cases[0]);
        FichierModele change = Modeles.fichier(cases[0], texte.replace(cases[3], cases[4]));
        assertThat(Sens.de(change)).isNotEqualTo(Sens.de(Modeles.fichier(cases[0])));
        assertThat(Modeles.constats(change)).filteredOn(Constat::erreur).isEmpty();
        assertThat(Comparaison.comparer(Modeles.fichier(cases[0]), change))
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.apres()).isNotBlank());
    }
}
