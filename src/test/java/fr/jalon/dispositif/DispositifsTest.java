package fr.jalon.dispositif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DispositifsTest {

    private static final Dispositif MOBILITE = new Dispositif("MOB", "AIDE_MOBILITE", "aide-mobilite");
    private static final Dispositif AUTRE = new Dispositif("AUT", "autre-parcours");

    private record Depot(String dispositif) implements DepotDuDispositif {

        @Override
        public DossierVue deposer(UUID personneId, Canal canal, JsonNode donnees, Agent auteur) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void un_depot_se_trouve_par_le_nom_de_l_api_et_non_par_les_lettres_des_numeros() {
        Depot depot = new Depot("MOB");
        Dispositifs dispositifs = new Dispositifs(List.of(MOBILITE, AUTRE), List.of(depot));
        assertThat(dispositifs.depot("AIDE_MOBILITE")).contains(depot);
        assertThat(dispositifs.depot("MOB")).isEmpty();
        assertThat(dispositifs.depot("AUT")).as("rien ne l'ouvre").isEmpty();
        assertThat(dispositifs.depot(null)).isEmpty();
        assertThat(dispositifs.deposables()).containsExactly("AIDE_MOBILITE");
    }

    @Test
    void deux_dispositifs_de_meme_code_ou_de_meme_processus_arretent_le_demarrage() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Dispositifs(List.of(MOBILITE, new Dispositif("MOB", "x", "y")), List.of()))
                .withMessageContaining("MOB");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Dispositifs(List.of(MOBILITE, new Dispositif("MOC", "aide-mobilite")), List.of()))
                .withMessageContaining("aide-mobilite");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> new Dispositifs(List.of(MOBILITE, new Dispositif("X", "AIDE_MOBILITE", "z")), List.of()))
                .withMessageContaining("AIDE_MOBILITE");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Dispositifs(List.of(MOBILITE), List.of(new Depot("MOB"), new Depot("MOB"))))
                .withMessageContaining("MOB");
    }

    @Test
    void un_depot_sans_dispositif_arrete_le_demarrage() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Dispositifs(List.of(AUTRE), List.of(new Depot("MOB"))))
                .withMessageContaining("MOB");
    }
}
