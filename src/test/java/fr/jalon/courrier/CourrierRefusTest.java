package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The text of each shipped letter against the file that a person approved. The text received and the PDF are left in
 * {@code target/courriers}: read them, then copy the text over the approved file when the change is wanted.
 */
class CourrierRefusTest {

    private static final Path APPROUVES = Path.of("src/test/resources/courriers");
    private static final Path RECUS = Path.of("target/courriers");

    /** Each letter with the name of its file: a template that says other things to other persons has one for each. */
    static Stream<Arguments> tousLesCourriers() {
        Map<String, Integer> rangs = new HashMap<>();
        return PersonnesInventees.tousLesCourriers().map(demande -> {
            int rang = rangs.merge(demande.modele(), 1, Integer::sum);
            return Arguments.of(demande.modele() + (rang == 1 ? "" : "-" + rang), demande);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tousLesCourriers")
    void le_texte_du_courrier_est_celui_qui_a_ete_approuve(String nom, DemandeCourrier demande) throws IOException {
        AtelierCourriers atelier = new AtelierCourriers();
        CourrierVue courrier = atelier.courriers.produire(demande);
        if (courrier.etat() == EtatCourrier.A_SIGNER) {
            // What decides is approved as the person gets it: signed.
            atelier.deleguer(courrier.acte());
            courrier = atelier.signatures.signer(courrier.id(), AtelierCourriers.RESPONSABLE);
        }
        byte[] pdf = atelier.courriers.octets(courrier.id());
        String texte = visible(AtelierCourriers.texte(pdf));
        Files.createDirectories(RECUS);
        Files.write(RECUS.resolve(nom + ".pdf"), pdf);
        Files.writeString(RECUS.resolve(nom + ".recu.txt"), texte);

        Path approuve = APPROUVES.resolve(nom + ".approuve.txt");
        assertThat(approuve).as("texte approuvé").exists();
        assertThat(texte).isEqualTo(Files.readString(approuve, StandardCharsets.UTF_8));
    }

    /** Spaces that do not break are made visible, so that the typography is approved too. */
    private static String visible(String texte) {
        return texte.replace('\u00a0', '~').replace('\u2009', '_').replace('\u202f', '_');
    }
}
