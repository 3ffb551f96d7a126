package fr.jalon.web.securite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.commun.Horloge;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.web.commun.TropDeDemandes;
import fr.jalon.web.securite.Cadences.Sorte;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

/** Searches and exports are bounded for each minute, each for itself, each caller for itself. */
class CadencesTest {

    private static final String EXPORT = "/annuaire/export/csv";

    private static Cadences cadences(String instant) {
        return new Cadences(3, 1, 2, 2, new Horloge(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC)));
    }

    private static void demander(Cadences cadences, String methode, String chemin, String adresse) {
        MockHttpServletRequest requete = new MockHttpServletRequest(methode, chemin);
        requete.setRemoteAddr(adresse);
        requete.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, chemin);
        cadences.preHandle(requete, new MockHttpServletResponse(), new Object());
    }

    @Test
    void au_dela_de_la_borne_l_appelant_attend_la_minute_suivante_et_lui_seul() {
        Cadences cadences = cadences("2026-06-01T08:00:20Z");
        demander(cadences, "GET", EXPORT, "192.0.2.1");
        assertThatThrownBy(() -> demander(cadences, "GET", EXPORT, "192.0.2.1"))
                .isInstanceOfSatisfying(
                        TropDeDemandes.class, e -> assertThat(e.secondes()).isEqualTo(40));
        demander(cadences, "GET", EXPORT, "192.0.2.2");
        for (int i = 0; i < 3; i++) {
            demander(cadences, "GET", "/offres", "192.0.2.1");
        }
        assertThatThrownBy(() -> demander(cadences, "GET", "/offres", "192.0.2.1"))
                .isInstanceOf(TropDeDemandes.class);
    }

    @Test
    void une_autre_minute_recommence_le_compte_et_une_page_ordinaire_ne_se_compte_pas() {
        HorlogeReglable heure = new HorlogeReglable(LocalDateTime.of(2026, 6, 1, 10, 0, 20));
        Cadences cadences = new Cadences(3, 1, 2, 2, new Horloge(heure));
        demander(cadences, "GET", EXPORT, "192.0.2.1");
        heure.avancer(Duration.ofMinutes(1));
        demander(cadences, "GET", EXPORT, "192.0.2.1");
        for (int i = 0; i < 100; i++) {
            demander(cadences, "GET", "/corbeille", "192.0.2.1");
        }
    }

    @Test
    void demander_les_entetes_seuls_d_un_export_compte_comme_l_export() {
        Cadences cadences = cadences("2026-06-01T08:00:20Z");
        demander(cadences, "HEAD", EXPORT, "192.0.2.1");
        assertThatThrownBy(() -> demander(cadences, "GET", EXPORT, "192.0.2.1")).isInstanceOf(TropDeDemandes.class);
    }

    @Test
    void chaque_import_et_chaque_depot_de_fichier_est_borne() {
        Cadences cadences = cadences("2026-06-01T08:00:20Z");
        for (String chemin : List.of("/api/v1/imports/{type}", "/api/v1/dossiers/{numero}/pieces")) {
            demander(cadences, "POST", chemin, "192.0.2.1");
            demander(cadences, "POST", chemin, "192.0.2.1");
            assertThatThrownBy(() -> demander(cadences, "POST", chemin, "192.0.2.1"))
                    .isInstanceOf(TropDeDemandes.class);
        }
        assertThat(cadences.routes())
                .containsEntry("POST /imports/nouveau/{type}", Sorte.IMPORT)
                .containsEntry("POST /dossiers/{numero}/pieces/{type}/fichiers", Sorte.DEPOT);
    }

    @Test
    void chaque_export_et_chaque_recherche_de_la_table_des_routes_est_borne() {
        Cadences cadences = cadences("2026-06-01T08:00:20Z");
        List<String> routes = new Routes()
                .toutes().stream()
                        .map(r -> r.methode() + " " + r.chemin().getPatternString())
                        .toList();
        assertThat(routes).containsAll(cadences.routes().keySet());
        TreeSet<String> attendues = routes.stream()
                .filter(r -> r.contains("/export/") || r.endsWith("/recherche"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(attendues).hasSizeGreaterThan(5);
        assertThat(cadences.routes().keySet()).containsAll(attendues);
        attendues.stream()
                .filter(r -> r.contains("/export/"))
                .forEach(r -> assertThat(cadences.routes()).containsEntry(r, Sorte.EXPORT));
    }
}
