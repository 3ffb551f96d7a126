package fr.jalon.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ledger on a real database: random operations against a brute force, writers at once, the two phases. */
@JalonIT
class BudgetIT {

    private static final AtomicInteger SUIVANTE = new AtomicInteger();
    private static final LocalDate JANVIER = LocalDate.of(2026, 1, 1);
    private static final List<Financeur> FINANCEURS =
            List.of(new Financeur("Departement", "Département", 8900), new Financeur("CCAS", "CCAS", 1100));

    @Autowired
    private Enveloppes enveloppes;

    @Autowired
    private Reservations reservations;

    @Autowired
    private JournalDuBudget journal;

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private Horloge heure;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void reserve_puis_engage_une_part_et_le_reste_est_libre() {
        String id = enveloppe(10_000);
        UUID reservation = reservations.reserver(id, 4_000, "AIM-1", null, "essai");
        assertThat(chiffres(id)).isEqualTo(new Chiffres(10_000, 4_000, 0, 0, 0, 0, 6_000));

        String numero = reservations.engager(reservation, 2_501L, "essai");

        assertThat(numero).matches("E2026-\\d{6}");
        assertThat(chiffres(id)).isEqualTo(new Chiffres(10_000, 0, 2_501, 0, 0, 0, 7_499));
        assertThatThrownBy(() -> reservations.engager(reservation, null, "essai"))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("déjà engagée");
        assertThatThrownBy(() -> reservations.annuler(reservation, "essai")).isInstanceOf(Conflit.class);
        parFinanceur(id);
    }

    @Test
    void annulee_une_fois_et_jamais_deux() {
        String id = enveloppe(1_000);
        UUID reservation = reservations.reserver(id, 1_000, null, null, "essai");
        reservations.annuler(reservation, "essai");
        assertThat(chiffres(id).libre()).isEqualTo(1_000);
        assertThatThrownBy(() -> reservations.annuler(reservation, "essai"))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("déjà annulée");
    }

    @Test
    void une_reservation_expire_seule_ou_quand_le_credit_manque() {
        String id = enveloppe(1_000);
        Instant fin = heure.maintenant().plus(Duration.ofHours(1));
        UUID echue = reservations.reserver(id, 900, null, fin, "essai");
        assertThatThrownBy(() -> reservations.reserver(id, 101, null, null, "essai"))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("disponible : 1.00");
        horloge.avancer(Duration.ofHours(2));
        assertThatThrownBy(() -> reservations.engager(echue, null, "essai")).isInstanceOf(Conflit.class);
        UUID autre = reservations.reserver(id, 1_000, null, heure.maintenant().plusSeconds(60), "essai");
        horloge.avancer(Duration.ofHours(1));
        reservations.rendreEchues();
        assertThat(chiffres(id)).isEqualTo(new Chiffres(1_000, 0, 0, 0, 0, 0, 1_000));
        assertThatThrownBy(() -> reservations.annuler(autre, "essai"))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("expiré");
        assertThatThrownBy(() -> reservations.reserver(id, 1, null, fin, "essai"))
                .isInstanceOf(SaisieInvalide.class);
    }

    @Test
    void une_dotation_se_contre_passe_une_fois_et_sa_contre_passation_jamais() {
        String id = enveloppe(1_000);
        long faite = enveloppes.doter(id, "dm:" + id, 500, JANVIER, "DM 1", "essai");
        assertThat(enveloppes.doter(id, "dm:" + id, 500, JANVIER, "DM 1", "essai"))
                .isEqualTo(faite);
        assertThat(chiffres(id).vote()).isEqualTo(1_500);
        long inverse = enveloppes.contrepasser(faite, "erreur de saisie", "essai");
        assertThat(chiffres(id)).isEqualTo(new Chiffres(1_000, 0, 0, 0, 0, 0, 1_000));
        assertThatThrownBy(() -> enveloppes.contrepasser(faite, "encore", "essai"))
                .isInstanceOf(Conflit.class);
        assertThatThrownBy(() -> enveloppes.contrepasser(inverse, "non", "essai"))
                .isInstanceOf(Conflit.class);
        assertThatThrownBy(() -> enveloppes.contrepasser(Long.MAX_VALUE, "non", "essai"))
                .isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> enveloppes.doter(enveloppe(1), "dm:" + id, 500, JANVIER, "DM 1", "essai"))
                .isInstanceOf(Conflit.class);
    }

    @Test
    void un_credit_employe_ne_se_contre_passe_plus() {
        String id = enveloppe(100);
        long dotation = jdbc.queryForObject(
                "select operation_id from budget_ligne where enveloppe_id = ? limit 1", Long.class, id);
        reservations.reserver(id, 1, null, null, "essai");
        assertThatThrownBy(() -> enveloppes.contrepasser(dotation, "non", "essai"))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("disponible : 0.99");
        assertThat(chiffres(id).vote()).isEqualTo(100);
    }

    @Test
    void la_part_employee_d_un_seul_financeur_empeche_la_contre_passation() {
        String id = enveloppe(1);
        for (int i = 0; i < 8; i++) {
            enveloppes.doter(id, "dm:" + id + ":" + i, 1, JANVIER, "DM", "essai");
        }
        reservations.reserver(id, 5, null, null, "essai");
        long duCcas = jdbc.queryForObject(
                "select operation_id from budget_ligne where enveloppe_id = ? and financeur = 'CCAS' and compte = 'VOTE'",
                Long.class,
                id);
        assertThatThrownBy(() -> enveloppes.contrepasser(duCcas, "non", "essai"))
                .isInstanceOf(Conflit.class)
                .hasMessage("Ce crédit de CCAS est déjà employé ; disponible : 0.00");
        assertThat(chiffres(id)).isEqualTo(new Chiffres(9, 5, 0, 0, 0, 0, 4));
        parFinanceur(id);
    }

    @Test
    void la_base_refuse_de_changer_ou_d_effacer_ce_qui_est_ecrit() {
        String id = enveloppe(1);
        for (String ordre : List.of(
                "update budget_ligne set centimes = 2 where enveloppe_id = ?",
                "delete from budget_ligne where enveloppe_id = ?",
                "update budget_operation set auteur = 'autre' where cle = concat('budget:', ?)",
                "delete from budget_operation where cle = concat('budget:', ?)")) {
            assertThatThrownBy(() -> jdbc.update(ordre, id)).as(ordre).hasMessageContaining("append-only");
        }
        assertThat(chiffres(id).vote()).isEqualTo(1);
    }

    private record Photo(Instant quand, LocalDate jour, Chiffres chiffres) {}

    @Test
    void au_hasard_les_lignes_font_zero_et_chaque_passe_se_relit() {
        String id = enveloppe(50_000);
        Random hasard = new Random(42);
        List<UUID> ouvertes = new ArrayList<>();
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            hasarder(id, hasard, ouvertes);
            photos.add(new Photo(heure.maintenant(), heure.aujourdhui(), chiffres(id)));
            horloge.avancer(Duration.ofMinutes(1 + hasard.nextInt(600)));
        }
        for (Photo photo : photos) {
            assertThat(enveloppes.au(id, null, photo.quand()).chiffres()).isEqualTo(photo.chiffres());
            assertThat(enveloppes.au(id, photo.jour(), null).chiffres()).isEqualTo(relire(id, photo.jour()));
        }
        assertThat(enveloppes.au(id, JANVIER.minusDays(1), null).chiffres()).isEqualTo(Chiffres.ZERO);
        assertThat(jdbc.queryForObject(
                        "select count(*) from (select operation_id from budget_ligne group by operation_id"
                                + " having sum(centimes) <> 0 or count(*) < 2) f",
                        Integer.class))
                .isZero();
        parFinanceur(id);
    }

    private void hasarder(String id, Random hasard, List<UUID> ouvertes) {
        int acte = hasard.nextInt(10);
        try {
            if (acte < 5 || ouvertes.isEmpty()) {
                ouvertes.add(reservations.reserver(id, 1 + hasard.nextInt(3_000), null, null, "essai"));
            } else if (acte < 7) {
                reservations.engager(ouvertes.remove(0), 1L, "essai");
            } else if (acte < 9) {
                reservations.annuler(ouvertes.remove(hasard.nextInt(ouvertes.size())), "essai");
            } else {
                LocalDate valeur = heure.aujourdhui().minusDays(hasard.nextInt(20));
                enveloppes.doter(id, UUID.randomUUID().toString(), 1 + hasard.nextInt(5_000), valeur, "DM", "essai");
            }
        } catch (Conflit trop) {
            assertThat(trop).hasMessageContaining("disponible : ");
        }
    }

    /** Brute force: each line of the journal, one by one. */
    private Chiffres relire(String id, LocalDate au) {
        Chiffres[] somme = {Chiffres.ZERO};
        journal.lire(null, au, ligne -> {
            if (ligne.compte().startsWith("Equity:" + id + ":")) {
                String nom = ligne.compte().substring(ligne.compte().lastIndexOf(':') + 1);
                somme[0] = somme[0].plus(Compte.valueOf(nom.toUpperCase(java.util.Locale.ROOT)), ligne.centimes());
            }
        });
        return somme[0];
    }

    /** The rows of the funders are that of the whole, and free is what is voted and not taken. */
    private void parFinanceur(String id) {
        Chiffres tout = jdbc.queryForObject(
                "select sum(vote), sum(reserve), sum(engage), sum(liquide), sum(mandate), sum(paye), sum(libre)"
                        + " from budget_solde where enveloppe_id = ? and financeur <> '*'",
                (rs, n) -> new Chiffres(
                        rs.getLong(1),
                        rs.getLong(2),
                        rs.getLong(3),
                        rs.getLong(4),
                        rs.getLong(5),
                        rs.getLong(6),
                        rs.getLong(7)),
                id);
        assertThat(tout).isEqualTo(chiffres(id));
        assertThat(tout.libre()).isEqualTo(tout.vote() - tout.reserve() - tout.engage());
    }

    @Test
    void cinquante_a_la_fois_emploient_tout_et_rien_de_plus() throws Exception {
        List<String> trois = List.of(enveloppe(10_000), enveloppe(10_000), enveloppe(10_000));
        ExecutorService ensemble = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Long>> ecrivains = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int rang = i;
                ecrivains.add(() -> ecrire(trois, new Random(rang)));
            }
            long pris = 0;
            for (Future<Long> ecrit : ensemble.invokeAll(ecrivains)) {
                pris += ecrit.get();
            }
            assertThat(pris).isEqualTo(30_000);
        } finally {
            ensemble.shutdownNow();
        }
        for (String id : trois) {
            assertThat(chiffres(id)).isEqualTo(new Chiffres(10_000, 0, 10_000, 0, 0, 0, 0));
            parFinanceur(id);
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) - count(distinct numero) from budget_reservation where numero is not null",
                        Integer.class))
                .isZero();
    }

    /** Takes what it can of each, smaller and smaller, down to the last cent. */
    private long ecrire(List<String> trois, Random hasard) {
        long pris = 0;
        for (long n = 256; n > 0; n /= 2) {
            for (String id : trois) {
                pris += prendre(id, 1 + hasard.nextLong(n));
                pris += n == 1 ? jusquAuBout(id) : 0;
            }
        }
        return pris;
    }

    private long jusquAuBout(String id) {
        long pris = 0;
        for (long un = prendre(id, 1); un > 0; un = prendre(id, 1 + chiffres(id).libre() / 2)) {
            pris += un;
        }
        return pris + (chiffres(id).libre() > 0 ? jusquAuBout(id) : 0);
    }

    private long prendre(String id, long n) {
        try {
            reservations.engager(reservations.reserver(id, n, null, null, "essai"), null, "essai");
            return n;
        } catch (Conflit plein) {
            assertThat(plein).hasMessageContaining("disponible : ");
            return 0;
        }
    }

    private Chiffres chiffres(String id) {
        return enveloppes.parId(id).chiffres();
    }

    private String enveloppe(long centimes) {
        String id = "Essai" + SUIVANTE.incrementAndGet() + "-2026";
        enveloppes.ouvrir(id, "Enveloppe d'essai", EssaiConfiguration.DEPART.getYear(), FINANCEURS);
        enveloppes.doter(id, "budget:" + id, centimes, JANVIER, "Budget primitif", "essai");
        return id;
    }
}
