package fr.jalon.piece;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The antivirus, played by a server of the test. */
class AntivirusTest {

    private static final byte[] OCTETS = new byte[3 * 1024 * 1024];
    private static final Duration DELAI = Duration.ofMillis(1500);

    @Test
    void sans_adresse_le_fichier_est_marque_comme_non_analyse() {
        assertThat(new Antivirus("", 3310, DELAI).analyser(OCTETS)).isEqualTo(Analyse.NON_ANALYSE);
    }

    @Test
    void un_fichier_sain_est_sain_et_le_demon_l_a_recu_en_entier() throws IOException {
        try (FauxClamd clamd = FauxClamd.qui("stream: OK")) {
            assertThat(analyser(clamd)).isEqualTo(Analyse.SAIN);
            assertThat(clamd.octetsRecus()).isEqualTo(OCTETS.length);
        }
    }

    @Test
    void un_fichier_infecte_va_en_quarantaine() throws IOException {
        try (FauxClamd clamd = FauxClamd.qui("stream: Essai.Invente FOUND")) {
            assertThat(analyser(clamd)).isEqualTo(Analyse.QUARANTAINE);
            assertThat(Analyse.QUARANTAINE.lisible()).isFalse();
        }
    }

    @Test
    void toute_autre_reponse_veut_dire_attendre() throws IOException {
        for (String reponse : new String[] {
            "INSTREAM size limit exceeded. ERROR",
            "",
            "OK",
            "UNKNOWN COMMAND",
            "stream: OK mais",
            "x".repeat(5_000) + "OK"
        }) {
            try (FauxClamd clamd = FauxClamd.qui(reponse)) {
                assertThat(analyser(clamd)).as(reponse).isEqualTo(Analyse.EN_ATTENTE);
            }
        }
        assertThat(Analyse.EN_ATTENTE.lisible()).isFalse();
    }

    @Test
    void un_demon_muet_ou_qui_ne_lit_rien_fait_attendre_sans_retenir_l_application() throws IOException {
        for (boolean lit : new boolean[] {true, false}) {
            try (FauxClamd clamd = FauxClamd.muet(lit)) {
                long avant = System.nanoTime();
                assertThat(analyser(clamd)).isEqualTo(Analyse.EN_ATTENTE);
                assertThat(Duration.ofNanos(System.nanoTime() - avant)).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void un_demon_arrete_fait_attendre() throws IOException {
        int port;
        // A socket that nobody accepts on: a thread that still accepts could answer once more after the close
        try (ServerSocket ferme = new ServerSocket(0)) {
            port = ferme.getLocalPort();
        }
        assertThat(new Antivirus("127.0.0.1", port, DELAI).analyser(OCTETS)).isEqualTo(Analyse.EN_ATTENTE);
    }

    private static Analyse analyser(FauxClamd clamd) {
        return new Antivirus("127.0.0.1", clamd.port(), DELAI).analyser(OCTETS);
    }
}
