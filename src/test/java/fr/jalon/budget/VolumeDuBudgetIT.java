package fr.jalon.budget;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.essais.JalonIT;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The times of reading on a million lines in one envelope, run when asked for (docs/performances.md): a measure is no test of the build. The machine of the tests is shared, so the limits are twice
 * the wanted ones.
 */
@JalonIT
@EnabledIfSystemProperty(named = "jalon.volumes", matches = "oui")
class VolumeDuBudgetIT {

    private static final Logger LOG = LoggerFactory.getLogger(VolumeDuBudgetIT.class);
    private static final String ID = "Volume-2026";
    private static final int OPERATIONS = 250_000;
    private static final int LECTURES = 200;
    private static final long SOLDE_MS = 5;
    private static final long PAGE_MS = 50;

    @Autowired
    private Enveloppes enveloppes;

    @Autowired
    private JournalDuBudget journal;

    @Autowired
    private JdbcTemplate jdbc;

    /** Votes of 89 and 11 cents, four lines each, over 300 days, recorded on their day. */
    @BeforeEach
    void remplir() {
        enveloppes.ouvrir(
                ID,
                "Enveloppe d'essai",
                2026,
                List.of(new Financeur("Departement", "Département", 8900), new Financeur("CCAS", "CCAS", 1100)));
        long avant = jdbc.queryForObject("select coalesce(max(id), 0) from budget_operation", Long.class);
        String jour = "date_add('2025-12-01', interval (seq mod 300) day)";
        jdbc.update(
                "insert into budget_operation (id, nature, cle, source, auteur, valeur, enregistree_le) select ? + seq,"
                        + " 'DOTATION', concat('volume:', seq), 'DM', 'essai', " + jour + ", " + jour
                        + " from seq_1_to_"
                        + OPERATIONS,
                avant);
        String lignes =
                "insert into budget_ligne (operation_id, rang, enveloppe_id, financeur, compte, centimes, valeur,"
                        + " enregistree_le) select ? + seq, ?, ?, ?, ?, ?, " + jour + ", " + jour + " from seq_1_to_"
                        + OPERATIONS;
        jdbc.update(lignes, avant, 1, ID, "Departement", "CONTREPARTIE", -200);
        jdbc.update(lignes, avant, 2, ID, "Departement", "VOTE", 89);
        jdbc.update(lignes, avant, 3, ID, "CCAS", "VOTE", 11);
        jdbc.update(lignes, avant, 4, ID, "Departement", "LIBRE", 100);
        jdbc.update(
                "insert into budget_jour (enveloppe_id, valeur, saisi_le, vote, reserve, engage, liquide, mandate, paye, libre)"
                        + " select enveloppe_id, valeur, date(enregistree_le), sum(if(compte = 'VOTE', centimes, 0)), 0, 0, 0,"
                        + " 0, 0, sum(if(compte = 'LIBRE', centimes, 0)) from budget_ligne where enveloppe_id = ?"
                        + " group by enveloppe_id, valeur, date(enregistree_le)",
                ID);
    }

    @Test
    void un_solde_a_toute_date_et_une_page_restent_rapides() {
        Random hasard = new Random(5);
        assertThat(enveloppes
                        .au(ID, LocalDate.of(2026, 12, 31), null)
                        .chiffres()
                        .vote())
                .isEqualTo(100L * OPERATIONS);
        LocalDate milieu = LocalDate.of(2025, 12, 1).plusDays(149);
        assertThat(enveloppes.au(ID, milieu, null).chiffres().vote()).isPositive();
        long date = p95(() -> enveloppes.au(ID, LocalDate.of(2025, 12, 1).plusDays(hasard.nextInt(300)), null));
        long connu = p95(() -> enveloppes.au(
                ID, milieu, Instant.parse("2025-12-01T12:00:00Z").plusSeconds(86_400L * hasard.nextInt(300))));
        long page = p95(() -> journal.duCompte(ID, Compte.VOTE, hasard.nextInt(20), 50));
        LOG.info("Un million de lignes, p95 en ms : à une date {}, tel que connu {}, page {}", date, connu, page);
        assertThat(date).as("à une date").isLessThanOrEqualTo(2 * SOLDE_MS);
        assertThat(connu).as("tel que connu").isLessThanOrEqualTo(2 * PAGE_MS);
        assertThat(page).as("page").isLessThanOrEqualTo(2 * PAGE_MS);
    }

    private static long p95(Runnable lecture) {
        long[] durees = new long[LECTURES];
        for (int i = 0; i < LECTURES; i++) {
            long debut = System.nanoTime();
            lecture.run();
            durees[i] = System.nanoTime() - debut;
        }
        Arrays.sort(durees);
        return TimeUnit.NANOSECONDS.toMillis(durees[LECTURES * 95 / 100]);
    }
}
