package fr.jalon.jury;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.Presence;
import fr.jalon.seance.SeancesDEssai;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who presides the CAI, by the order of its table. */
class PlacesTest {

    private final List<Membre> jury = new ArrayList<>(SeancesDEssai.jury());

    private String preside(Membre... deportes) {
        Point point = SeancesDEssai.point(1, deportes);
        return SeanceAuRegistre.PLACES
                .president(SeancesDEssai.seance(jury, List.of(point), List.of()), point)
                .map(Membre::nom)
                .orElse("personne");
    }

    private void part(int... sieges) {
        for (int siege : sieges) {
            jury.set(siege, SeancesDEssai.avec(jury.get(siege), Presence.ABSENT));
        }
    }

    @Test
    void la_ou_le_responsable_des_dispositifs_preside_puis_le_rang_suivant() {
        assertThat(preside()).isEqualTo("Juré 1");
        part(0);
        assertThat(preside()).isEqualTo("Juré 2");
        part(1, 2);
        assertThat(preside()).isEqualTo("Juré 6");
    }

    @Test
    void qui_preside_et_se_deporte_laisse_la_place_pour_ce_dossier_seulement() {
        assertThat(preside(jury.get(0))).isEqualTo("Juré 2");
        assertThat(preside(jury.get(0), jury.get(1), jury.get(2))).isEqualTo("Juré 6");
        assertThat(preside()).isEqualTo("Juré 1");
    }

    @Test
    void le_suppleant_de_qui_preside_ne_preside_que_s_il_vote() {
        Membre suppleante = SeancesDEssai.membre("Suppléante 1", "DISPOSITIFS", Presence.PRESENT, jury.get(0));
        jury.add(suppleante);
        assertThat(preside()).isEqualTo("Juré 1");
        assertThat(preside(jury.get(0))).isEqualTo("Suppléante 1");
        assertThat(preside(jury.get(0), suppleante)).isEqualTo("Juré 2");
    }

    @Test
    void une_seance_d_allocataires_seuls_n_est_presidee_par_personne() {
        part(0, 1, 2, 5, 6);
        assertThat(preside()).isEqualTo("personne");
    }
}
