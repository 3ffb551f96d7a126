package fr.jalon.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Iban;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Siret;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** From the reservation to the payment, each by its own account, and what is refused on the way. */
@JalonIT
@RecordApplicationEvents
class ChaineIT {

    private static final AtomicInteger SUIVANTE = new AtomicInteger();
    private static final LocalDate JANVIER = LocalDate.of(2026, 1, 1);
    private static final List<Financeur> FINANCEURS =
            List.of(new Financeur("Departement", "Département", 8900), new Financeur("CCAS", "CCAS", 1100));
    private static final Siret ECOLE = new Siret("99000000100018");
    private static final Iban DE_L_ECOLE = new Iban("FR7699999000010000000000503");
    private static final Iban DE_LA_PERSONNE = new Iban("FR7699999000010000000111665");
    private static final Map<String, String> PIECES = Map.of("DECISION", "D-1", "FACTURE", "F-1", "RIB", "R-1");

    @Autowired
    private Depenses depenses;

    @Autowired
    private Enveloppes enveloppes;

    @Autowired
    private Ordres ordres;

    @Autowired
    private Bordereaux bordereaux;

    @Autowired
    private Titres titres;

    @Autowired
    private Credits credits;

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ApplicationEvents evenements;

    @Test
    void de_la_reservation_au_paiement() {
        String id = enveloppe(100_000);
        String engagement = engager(id, 30_001);
        long service = depenses.certifier(engagement, 10_001, piece(), "certifie");
        String mandat = depenses.ordonner(service, ecole(), PIECES, "finances");
        assertThat(engagement).matches("E2026-\\d{6}");
        assertThat(mandat).matches("M2026-\\d{6}");
        assertThat(chiffres(id)).isEqualTo(new Chiffres(100_000, 0, 30_001, 10_001, 10_001, 0, 69_999));

        String bordereau = bordereaux.transmettre(2026, "finances");
        assertThat(bordereaux.ordres(bordereau)).extracting(OrdreVue::numero).contains(mandat);
        assertThatThrownBy(() -> ordres.payer(mandat, jour(), "finances")).isInstanceOf(Conflit.class);
        ordres.accepter(mandat);
        ordres.payer(mandat, jour(), "finances");

        assertThat(chiffres(id)).isEqualTo(new Chiffres(100_000, 0, 30_001, 10_001, 10_001, 10_001, 69_999));
        assertThat(evenements.stream(OrdrePaye.class))
                .containsExactly(new OrdrePaye(mandat, "dossier AIM-1", engagement, service, 10_001, jour()));
        assertThatThrownBy(() -> ordres.payer(mandat, jour(), "finances")).isInstanceOf(Conflit.class);
        assertThatThrownBy(() -> ordres.rejeter(mandat, "trop tard", "finances"))
                .isInstanceOf(Conflit.class);
        OrdreVue lu = ordres.parNumero(mandat);
        assertThat(lu.paye()).isEqualTo(ecole());
        assertThat(lu.imputation().chapitre()).isEqualTo("65");
        assertThat(lu.pieces()).isEqualTo("DECISION = D-1\nFACTURE = F-1\nRIB = R-1");
        assertThat(jdbc.queryForObject("select count(*) from budget_ordre where iban like 'FR76%'", Integer.class))
                .isZero();
        parFinanceur(id, engagement);
    }

    @Test
    void decider_certifier_et_ordonner_sont_trois_comptes() {
        String engagement = engager(enveloppe(100), 100);
        assertThatThrownBy(() -> depenses.certifier(engagement, 100, piece(), "decide"))
                .isInstanceOf(Interdit.class);
        long service = depenses.certifier(engagement, 100, piece(), "certifie");
        for (String qui : List.of("decide", "certifie")) {
            assertThatThrownBy(() -> depenses.ordonner(service, ecole(), PIECES, qui))
                    .isInstanceOf(Interdit.class);
        }
    }

    @Test
    void on_ne_certifie_ni_n_ordonne_deux_fois() {
        String id = enveloppe(1_000);
        String engagement = engager(id, 1_000);
        for (long faux : new long[] {0, -1, 1_001}) {
            assertThatThrownBy(() -> depenses.certifier(engagement, faux, piece(), "certifie"))
                    .isInstanceOf(SaisieInvalide.class);
        }
        long service = depenses.certifier(engagement, 600, piece(), "certifie");
        assertThatThrownBy(() -> depenses.certifier(engagement, 401, piece(), "certifie"))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("4,00");
        depenses.ordonner(service, ecole(), PIECES, "finances");
        assertThatThrownBy(() -> depenses.ordonner(service, ecole(), PIECES, "finances"))
                .isInstanceOf(Conflit.class);
        assertThatThrownBy(() -> depenses.retirer(service, "certifie")).isInstanceOf(Conflit.class);
        long autre = depenses.certifier(engagement, 400, piece(), "certifie");
        depenses.retirer(autre, "certifie");
        assertThatThrownBy(() -> depenses.ordonner(autre, ecole(), PIECES, "finances"))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("retiré");
        assertThat(depenses.solder(engagement, "decide")).isEqualTo(400);
        assertThat(chiffres(id)).isEqualTo(new Chiffres(1_000, 0, 600, 600, 600, 0, 400));
        assertThatThrownBy(() -> depenses.solder(engagement, "decide")).isInstanceOf(Conflit.class);
        assertThatThrownBy(() -> depenses.certifier(engagement, 1, piece(), "certifie"))
                .isInstanceOf(Conflit.class);
    }

    @Test
    void seul_est_paye_qui_l_aide_dit_de_payer() {
        depenses.connaitreCompte(AQui.Nature.PERSONNE, null, DE_LA_PERSONNE);
        String engagement = engager(enveloppe(100), 100);
        long service = depenses.certifier(engagement, 100, piece(), "certifie");
        refuse(service, new Paye(AQui.Nature.ORGANISME, "Auto-école inventée", ECOLE, DE_LA_PERSONNE), "iban");
        refuse(service, new Paye(AQui.Nature.PERSONNE, "Personne inventée", null, DE_LA_PERSONNE), "aQui");
        refuse(
                service,
                new Paye(AQui.Nature.ORGANISME, "Autre école", new Siret("99000000800013"), DE_L_ECOLE),
                "siret");
        assertThatThrownBy(() -> depenses.ordonner(service, ecole(), Map.of("RIB", "R"), "finances"))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs())
                                .extracting("champ")
                                .containsExactly("piece-DECISION", "piece-FACTURE"));
        assertThat(depenses.ordonner(service, ecole(), PIECES, "finances")).isNotEmpty();
        assertThatThrownBy(() -> depenses.connaitreCompte(AQui.Nature.PERSONNE, null, DE_L_ECOLE))
                .isInstanceOf(SaisieInvalide.class);
        assertThatThrownBy(() -> Paye.lire("ORGANISME", " ", "99000000100019", "FR7699999000010000000000504"))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).extracting("champ").containsExactly("nom", "siret", "iban"));
    }

    private void refuse(long service, Paye paye, String champ) {
        assertThatThrownBy(() -> depenses.ordonner(service, paye, PIECES, "finances"))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs().get(0).champ()).isEqualTo(champ));
    }

    @Test
    void un_mandat_rejete_se_refait_sous_un_autre_numero() {
        String id = enveloppe(500);
        long service = depenses.certifier(engager(id, 500), 500, piece(), "certifie");
        String premier = depenses.ordonner(service, ecole(), PIECES, "finances");
        assertThatThrownBy(() -> ordres.rejeter(premier, "Pas encore transmis", "finances"))
                .isInstanceOf(Conflit.class);
        bordereaux.transmettre(2026, "finances");
        assertThatThrownBy(() -> ordres.rejeter(premier, " ", "finances")).isInstanceOf(SaisieInvalide.class);
        ordres.rejeter(premier, "RIB illisible", "finances");
        assertThat(chiffres(id)).isEqualTo(new Chiffres(500, 0, 500, 500, 0, 0, 0));
        assertThat(ordres.parNumero(premier).suivi().motif()).isEqualTo("RIB illisible");
        String second = depenses.ordonner(service, ecole(), PIECES, "finances");
        assertThat(second).isNotEqualTo(premier);
        assertThat(chiffres(id).mandate()).isEqualTo(500);
    }

    @Test
    void une_somme_indue_se_redemande_au_plus_ce_qui_est_paye() {
        String id = enveloppe(1_000);
        String engagement = engager(id, 1_000);
        String mandat = depenses.ordonner(
                depenses.certifier(engagement, 1_000, piece(), "certifie"), ecole(), PIECES, "finances");
        assertThatThrownBy(() -> titres.emettre(mandat, 1, "Indu", "finances")).isInstanceOf(Conflit.class);
        bordereaux.transmettre(2026, "finances");
        ordres.accepter(mandat);
        ordres.payer(mandat, jour(), "finances");
        for (long faux : new long[] {0, -5, 1_001}) {
            assertThatThrownBy(() -> titres.emettre(mandat, faux, "Indu", "finances"))
                    .isInstanceOf(SaisieInvalide.class);
        }
        String titre = titres.emettre(mandat, 333, "Heures non faites", "finances");
        assertThat(chiffres(id).libre()).isZero();
        assertThatThrownBy(() -> titres.emettre(mandat, 668, "Encore", "finances"))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("6,67");
        titres.encaisser(titre, jour(), "finances");
        assertThat(chiffres(id)).isEqualTo(new Chiffres(1_000, 0, 667, 667, 667, 667, 333));
        assertThatThrownBy(() -> titres.encaisser(titre, jour(), "finances")).isInstanceOf(Conflit.class);
        assertThatThrownBy(() -> titres.annuler(titre)).isInstanceOf(Conflit.class);
        titres.annuler(titres.emettre(mandat, 667, "Erreur", "finances"));
        assertThat(ordres.parNumero(mandat).suivi().restitue()).isEqualTo(333);
        parFinanceur(id, engagement);
    }

    @Test
    void les_credits_changent_par_une_decision_ou_un_virement() {
        String de = enveloppe(10_001);
        String vers = enveloppe(100);
        depenses.reserver(de, 5_000, null, null, "decide");
        assertThatThrownBy(() -> credits.modifier(de, -5_002, "DM 1", "finances"))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("disponible : 50,01");
        assertThat(credits.modifier(de, -1_000, "DM 1", "finances")).matches("DM2026-\\d{6}");
        credits.modifier(vers, 7, "DM 1", "finances");
        credits.virer(de, vers, 4_001, "Décision 12", "finances");
        assertThat(chiffres(de)).isEqualTo(new Chiffres(5_000, 5_000, 0, 0, 0, 0, 0));
        assertThat(chiffres(vers)).isEqualTo(new Chiffres(4_108, 0, 0, 0, 0, 0, 4_108));
        assertThatThrownBy(() -> credits.virer(de, vers, 1, "Décision 13", "finances"))
                .isInstanceOf(Conflit.class);
        assertThatThrownBy(() -> credits.virer(de, de, 1, "Décision 13", "finances"))
                .isInstanceOf(SaisieInvalide.class);
        assertThatThrownBy(() -> credits.modifier(de, 1, " ", "finances")).isInstanceOf(SaisieInvalide.class);
    }

    private String engager(String enveloppe, long centimes) {
        return depenses.engager(
                depenses.reserver(enveloppe, centimes, "AIM-1", null, "decide"),
                null,
                new AQui(AQui.Nature.ORGANISME, ECOLE, null),
                "decide");
    }

    private static Paye ecole() {
        return new Paye(AQui.Nature.ORGANISME, "Auto-école inventée", ECOLE, DE_L_ECOLE);
    }

    private static Preuve piece() {
        return new Preuve(Preuve.Sorte.PIECE, "attestation 12");
    }

    private LocalDate jour() {
        return horloge.instant().atZone(fr.jalon.commun.Horloge.PARIS).toLocalDate();
    }

    private Chiffres chiffres(String id) {
        return enveloppes.parId(id).chiffres();
    }

    /** The commitment's parts are the envelope's, which has no other. */
    private void parFinanceur(String id, String engagement) {
        for (Financeur f : FINANCEURS) {
            assertThat(jdbc.queryForList(
                            "select engage, liquide, mandate, paye from budget_solde where enveloppe_id = ? and financeur = ?",
                            id,
                            f.code()))
                    .isEqualTo(jdbc.queryForList(
                            "select engage, liquide, mandate, paye from budget_engagement_part where numero = ? and financeur = ?",
                            engagement,
                            f.code()));
        }
    }

    private String enveloppe(long centimes) {
        String id = "Chaine" + SUIVANTE.incrementAndGet() + "-2026";
        enveloppes.ouvrir(id, "Enveloppe d'essai", 2026, FINANCEURS);
        enveloppes.doter(id, "budget:" + id, centimes, JANVIER, "Budget primitif", "essai");
        return id;
    }
}
