package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A date that somebody reads is said in one way, with "1er": a pattern of its own would write "le 1 juillet". */
class DatesEnMotsTest {

    @Test
    void le_premier_du_mois_se_dit_premier() {
        assertThat(Horloge.enMots(LocalDate.of(2026, 7, 1))).isEqualTo("1er juillet 2026");
        assertThat(Horloge.enMots(LocalDateTime.of(2026, 7, 1, 9, 5))).isEqualTo("1er juillet 2026 à 9 h 05");
        assertThat(Horloge.enMots(LocalDateTime.of(2026, 7, 2, 10, 0))).isEqualTo("2 juillet 2026 à 10 h 00");
    }

    @Test
    void aucune_classe_n_ecrit_un_jour_en_mots_a_sa_facon() throws IOException {
        List<String> fautives = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                if (Files.readString(source).contains("\"d MMMM")) {
                    fautives.add(source.toString());
                }
            }
        }
        assertThat(fautives).isEmpty();
    }
}
