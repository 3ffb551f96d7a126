package fr.jalon.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Iban;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The closing of a year: its preview, what each commitment becomes, and what comes after it. */
@JalonIT
class ClotureIT {

    private static final AtomicInteger SUIVANTE = new AtomicInteger();
    private static final List<Financeur> FINANCEURS =
            List.of(new Financeur("Departement", "Département", 8900), new Financeur("CCAS", "CCAS", 1100));
    private static final Paye PERSONNE =
            new Paye(AQui.Nature.PERSONNE, "Personne inventée", null, new Iban("FR7699999000010000000222730"));
    private static final Map<String, String> PIECES = Map.of("DECISION", "D-1", "RIB", "R-1");
    private static final LocalDateTime FEVRIER = LocalDateTime.of(2027, 2, 1, 9, 0);

    @Autowired
    private Depenses depenses;

    @Autowired
    private Enveloppes enveloppes;

    @Autowired
    private Ordres ordres;

    @Autowired
    private Bordereaux bordereaux;

    @Autowired
    private Cloture cloture;

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void revenir() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    @Test
    void chaque_engagement_est_reporte_ou_libere_et_ce_qui_est_certifie_suit() {
        String code = enveloppe(10_000);
        String id = code + "-2026";
        String suite = code + "-2027";
        String reporte = engager(id, 1_001);
        String libere = engager(id, 2_000);
        String fini = engager(id, 500);
        depenses.reserver(id, 300, null, null, "decide");
        long service = depenses.certifier(libere, 700, texte(), "certifie");
        String mandat =
                depenses.ordonner(depenses.certifier(fini, 500, texte(), "certifie"), PERSONNE, PIECES, "finances");
        cloture.choisir(libere, Cloture.Choix.LIBERER, "finances");

        Cloture.Apercu vu = apercu(id);
        assertThat(vu.engagements()).isEqualTo(2);
        assertThat(List.of(vu.reporte(), vu.rattache(), vu.libere(), vu.reserve(), vu.perdu()))
                .containsExactly(1_701L, 700L, 1_300L, 300L, 7_799L);
        assertThatThrownBy(() -> cloture.cloturer(2026, "finances"))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("1er février 2027");
        bordereaux.transmettre(2026, "finances");
        horloge.regler(FEVRIER);
        cloture.cloturer(2026, "finances");

        assertThat(chiffres(id)).isEqualTo(new Chiffres(10_000, 0, 500, 500, 500, 0, 9_500));
        assertThat(chiffres(suite)).isEqualTo(new Chiffres(1_701, 0, 1_701, 700, 0, 0, 0));
        assertThat(enveloppes.au(id, LocalDate.of(2026, 12, 31), null).chiffres())
                .isEqualTo(chiffres(id));
        cloture.cloturer(2026, "finances");
        assertThat(chiffres(suite).engage()).isEqualTo(1_701);

        assertThatThrownBy(() -> depenses.reserver(id, 1, null, null, "decide")).isInstanceOf(Conflit.class);
        long surLAncienNumero = depenses.certifier(reporte, 1, texte(), "certifie");
        assertThat(depenses.service(surLAncienNumero).engagement()).startsWith("E2027-");
        assertThat(depenses.service(service).engagement()).startsWith("E2027-");
        assertThat(depenses.ordonner(service, PERSONNE, PIECES, "finances")).startsWith("M2027-");
        apresLaCloture(id, suite, mandat);
        verifierParts();
    }

    /** An order of the closed year that the accountant sends back is made again in the next one. */
    private void apresLaCloture(String id, String suite, String mandat) {
        ordres.rejeter(mandat, "RIB illisible", "finances");
        assertThat(chiffres(id)).isEqualTo(new Chiffres(10_000, 0, 0, 0, 0, 0, 10_000));
        assertThat(chiffres(suite)).isEqualTo(new Chiffres(2_201, 0, 2_201, 1_201, 700, 0, 0));
        long service = ordres.parNumero(mandat).origine().service();
        assertThat(depenses.ordonner(service, PERSONNE, PIECES, "finances")).startsWith("M2027-");
    }

    @Test
    void dans_la_journee_complementaire_un_mandat_compte_encore_dans_l_annee() {
        String id = enveloppe(900) + "-2026";
        String engagement = engager(id, 900);
        horloge.regler(LocalDateTime.of(2027, 1, 20, 9, 0));
        String mandat = depenses.ordonner(
                depenses.certifier(engagement, 900, texte(), "certifie"), PERSONNE, PIECES, "finances");
        assertThat(mandat).startsWith("M2026-");
        assertThat(enveloppes
                        .au(id, LocalDate.of(2026, 12, 31), null)
                        .chiffres()
                        .mandate())
                .isEqualTo(900);
    }

    @Test
    void vingt_mille_engagements_en_moins_d_une_minute() {
        String code = enveloppe(2_000_000);
        String modele = engager(code + "-2026", 2_000_000);
        jdbc.update("delete from budget_engagement_part where numero = ?", modele);
        jdbc.update(
                "insert into budget_engagement (numero, enveloppe_id, source, decide_par, etat, cree_le) select"
                        + " concat('EX-', lpad(seq, 6, '0')), ?, concat('dossier X-', seq), 'decide', 'OUVERT', now(6)"
                        + " from seq_1_to_20000",
                code + "-2026");
        for (Financeur f : FINANCEURS) {
            jdbc.update(
                    "insert into budget_engagement_part (numero, financeur, engage) select"
                            + " concat('EX-', lpad(seq, 6, '0')), ?, ? from seq_1_to_20000",
                    f.code(),
                    f.points() / 100);
        }
        horloge.regler(FEVRIER);
        long debut = System.nanoTime();
        cloture.cloturer(2026, "finances");
        long secondes = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - debut);
        assertThat(chiffres(code + "-2027")).isEqualTo(new Chiffres(2_000_000, 0, 2_000_000, 0, 0, 0, 0));
        assertThat(jdbc.queryForObject(
                        "select count(distinct numero) from budget_engagement where enveloppe_id = ?",
                        Integer.class,
                        code + "-2027"))
                .isEqualTo(20_000);
        assertThat(secondes).as("secondes").isLessThan(Duration.ofMinutes(1).toSeconds());
    }

    /** Over all envelopes that the commitments make, their parts are what the balance rows hold. */
    private void verifierParts() {
        assertThat(jdbc.queryForList(
                        "select s.enveloppe_id, s.financeur from budget_solde s left join (select e.enveloppe_id,"
                                + " p.financeur, sum(p.engage) engage, sum(p.liquide) liquide, sum(p.mandate) mandate"
                                + " from budget_engagement e join budget_engagement_part p on p.numero = e.numero"
                                + " group by e.enveloppe_id, p.financeur) p on p.enveloppe_id = s.enveloppe_id and"
                                + " p.financeur = s.financeur where s.financeur <> '*' and s.enveloppe_id like 'Cloture%'"
                                + " and (s.engage, s.liquide, s.mandate) <> (coalesce(p.engage, 0),"
                                + " coalesce(p.liquide, 0), coalesce(p.mandate, 0))"))
                .isEmpty();
    }

    private Cloture.Apercu apercu(String id) {
        return cloture.apercu(2026).stream()
                .filter(a -> a.enveloppe().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String engager(String enveloppe, long centimes) {
        return depenses.engager(
                depenses.reserver(enveloppe, centimes, "SEC-1", null, "decide"),
                null,
                new AQui(AQui.Nature.PERSONNE, null, PERSONNE.iban()),
                "decide");
    }

    private static Preuve texte() {
        return new Preuve(Preuve.Sorte.TEXTE, "Facture acquittée vue au guichet");
    }

    private Chiffres chiffres(String id) {
        return enveloppes.parId(id).chiffres();
    }

    /** @return its code, without the year */
    private String enveloppe(long centimes) {
        String code = "Cloture" + SUIVANTE.incrementAndGet();
        enveloppes.ouvrir(code + "-2026", "Enveloppe d'essai", 2026, FINANCEURS);
        enveloppes.doter(
                code + "-2026", "budget:" + code, centimes, LocalDate.of(2026, 1, 1), "Budget primitif", "essai");
        return code;
    }
}
