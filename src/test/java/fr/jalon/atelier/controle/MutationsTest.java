package fr.jalon.atelier.controle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.atelier.Constat;
import fr.jalon.atelier.FichierModele;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random damage to good models: judged each time, without an exception, in bounded time. */
class MutationsTest {

    private static final int MUTATIONS = 3_000;
    private static final List<String> MODELES = List.of(
            "conference-familiale.bpmn",
            "conference-possible.dmn",
            "conditions-depot.dmn",
            "parametres-fusion.dmn",
            "poser-question.form",
            "orientation-partenaire.bpmn",
            "delai-bilan.dmn",
            "confirmer-orientation.form");

    @Test
    void une_mutation_ne_fait_jamais_echouer_le_controle() {
        Random hasard = new Random(20261130);
        for (int i = 0; i < MUTATIONS; i++) {
            String nom = MODELES.get(hasard.nextInt(MODELES.size()));
            byte[] octets = muter(Modeles.fichier(nom).contenu().clone(), hasard);
            Instant debut = Instant.now();
            assertThat(Modeles.constats(new FichierModele(nom, octets)))
                    .as(nom + ", mutation " + i)
                    .extracting(Constat::regle)
                    .doesNotContain("CONTROLE_IMPOSSIBLE");
            Sens.de(new FichierModele(nom, octets));
            assertThat(Duration.between(debut, Instant.now()))
                    .as(nom + ", mutation " + i)
                    .isLessThan(Duration.ofSeconds(2));
        }
    }

    /** Changes, removes, repeats or moves a piece, one to three times. */
    private static byte[] muter(byte[] octets, Random hasard) {
        byte[] mutes = octets;
        for (int n = hasard.nextInt(3); n >= 0; n--) {
            int debut = hasard.nextInt(mutes.length);
            int fin = Math.min(mutes.length, debut + 1 + hasard.nextInt(60));
            mutes = switch (hasard.nextInt(4)) {
                case 0 -> remplacer(mutes, debut, debut + 1, new byte[] {(byte) (32 + hasard.nextInt(95))});
                case 1 -> remplacer(mutes, debut, fin, new byte[0]);
                case 2 -> remplacer(mutes, fin, fin, Arrays.copyOfRange(mutes, debut, fin));
                default -> remplacer(mutes, debut, debut, new byte[] {(byte) hasard.nextInt(256)});
            };
            if (mutes.length == 0) {
                return new byte[] {'<'};
            }
        }
        return mutes;
    }

    private static byte[] remplacer(byte[] octets, int debut, int fin, byte[] piece) {
        byte[] suite = new byte[debut + piece.length + octets.length - fin];
        System.arraycopy(octets, 0, suite, 0, debut);
        System.arraycopy(piece, 0, suite, debut, piece.length);
        System.arraycopy(octets, fin, suite, debut + piece.length, octets.length - fin);
        return suite;
    }
}
