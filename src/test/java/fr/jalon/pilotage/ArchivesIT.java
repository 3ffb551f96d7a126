package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.essais.AChaqueEssai;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.temps.Porteur;
import fr.jalon.temps.Segment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A past poured into the figures of an empty base: counted where it belongs, never twice, never beside true dossiers. */
@JalonIT
@AChaqueEssai
class ArchivesIT {

    private static final LocalDate JOUR = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private Archives archives;

    @Autowired
    private Chiffres chiffres;

    @Autowired
    private JdbcTemplate jdbc;

    /** Seven lives opened each ten days, the last two of which still run. */
    private static List<VieArchivee> passe() {
        List<VieArchivee> vies = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Instant debut = JOUR.minusDays(80 - 10L * i).atTime(9, 0).toInstant(ZoneOffset.UTC);
            Instant milieu = debut.plus(Duration.ofDays(7));
            Instant fin = i < 5 ? debut.plus(Duration.ofDays(14)) : null;
            vies.add(new VieArchivee(
                    "ARC-2026-00000" + i,
                    "RSA",
                    "KLEBER",
                    new VieArchivee.Dates(JOUR.minusDays(40), JOUR.minusDays(30)),
                    fin == null ? null : "DROIT_OUVERT",
                    List.of(
                            new Segment("UserTask_A", Porteur.SERVICE, false, debut, milieu),
                            new Segment("UserTask_B", Porteur.CAF, true, milieu, fin))));
        }
        return vies;
    }

    @Test
    void le_passe_compte_dans_ce_qui_a_fini_et_dans_le_stock_d_alors_jamais_dans_celui_de_maintenant() {
        archives.verser(passe(), Map.of("UserTask_A", "Faire A"), JOUR);
        Filtre filtre = new Filtre("RSA", null, JOUR.minusDays(120), JOUR);
        Lecteur tout = new Lecteur(null, false);
        assertThat(chiffres.stock(tout).nombre(null, null, null)).isEqualTo(Case.de(0));
        assertThat(chiffres.durees(filtre, tout)).anySatisfy(l -> {
            assertThat(l.etape()).isEqualTo("UserTask_A");
            assertThat(l.nombre()).isEqualTo(Case.de(5));
            assertThat(l.p50()).isBetween(4.0, 5.0);
        });
        assertThat(monde.bean(Chemins.class).variantes(filtre, tout, 5))
                .singleElement()
                .satisfies(v -> assertThat(v.dossiers()).isEqualTo(Case.de(5)));
        for (LocalDate soir = JOUR.minusDays(80); soir.isBefore(JOUR); soir = soir.plusDays(1)) {
            assertThat(jdbc.queryForObject(
                            "select coalesce(sum(nombre), 0) from pilotage_stock where jour = ?", Long.class, soir))
                    .as(soir.toString())
                    .isEqualTo(ouverts(soir));
        }
        assertThat(jdbc.queryForObject(
                        "select sum(suspendus) from pilotage_stock where etape = 'UserTask_A'", Long.class))
                .isZero();
        assertThat(monde.bean(DossiersDesChemins.class)
                        .lister(
                                new DossiersDesChemins.ParEtape("UserTask_B"),
                                filtre,
                                0,
                                20,
                                monde.agent("seul.dispositifs", Role.RESPONSABLE_DISPOSITIFS, null))
                        .elements())
                .hasSize(5)
                .allMatch(DossiersDesChemins.Ligne::archive);
        assertThat(monde.bean(MiseAJour.class).prouver()).isZero();
        assertThatThrownBy(() -> archives.verser(passe(), Map.of(), JOUR)).isInstanceOf(IllegalStateException.class);
    }

    private static long ouverts(LocalDate soir) {
        return passe().stream()
                .filter(v -> !soir.isBefore(LocalDate.ofInstant(v.ouvert(), Horloge.PARIS)))
                .filter(v -> v.clos() == null || soir.isBefore(LocalDate.ofInstant(v.clos(), Horloge.PARIS)))
                .count();
    }

    @Test
    void une_base_qui_a_un_dossier_ne_recoit_aucun_passe() {
        monde.demande();
        assertThat(archives.vides()).isFalse();
        assertThatThrownBy(() -> archives.verser(passe(), Map.of(), JOUR)).isInstanceOf(IllegalStateException.class);
        assertThat(jdbc.queryForObject("select count(*) from pilotage_dossier where archive", Long.class))
                .isZero();
    }
}
