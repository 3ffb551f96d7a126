package fr.jalon.corbeille;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.NouveauCompte;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Taches;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts on many tasks: re-checked row by row, taken up again after a crash, never done twice, taken back. */
@JalonIT
class LotsDeTachesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Monde monde;

    @Autowired
    private LotsDeTaches lots;

    @Autowired
    private TableLots table;

    @Autowired
    private GesteSurUneTache geste;

    @Autowired
    private OuvrierDesLots ouvrier;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private EntretienCorbeille entretien;

    @Autowired
    private Taches taches;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Horloge heure;

    @Autowired
    private HorlogeReglable horloge;

    private Agent agent;
    private Agent collegue;
    private Agent responsable;

    @BeforeEach
    void agents() {
        horloge.regler(LocalDateTime.of(2026, 6, 1, 9, 0));
        agent = monde.instructeur();
        collegue = monde.agent("instructeur2.kleber", Role.INSTRUCTEUR, "KLEBER");
        responsable = monde.responsable();
    }

    private List<LigneCorbeille> aPrendre(int combien) {
        List<LigneCorbeille> lignes = new ArrayList<>();
        for (int i = 0; i < combien; i++) {
            DossierVue dossier = monde.demande();
            monde.travailler();
            lignes.add(corbeille.duDossier(dossier.id()).get(0));
        }
        return lignes;
    }

    private static List<String> ids(List<LigneCorbeille> lignes) {
        return lignes.stream().map(LigneCorbeille::tacheId).toList();
    }

    private static DemandeDeLot demande(Geste geste) {
        return new DemandeDeLot(geste, null, null);
    }

    private LotVue fini(UUID id, Agent auteur) {
        Awaitility.await().atMost(PATIENCE).until(() -> lots.lot(id, auteur).termine());
        return lots.lot(id, auteur);
    }

    private List<LigneDeLot> rapport(UUID id, Agent auteur) {
        return lots.rapport(id, 0, 100, auteur).elements();
    }

    private String detenteur(String tache) {
        return taches.tache(tache, responsable).assigne();
    }

    private int prisesDansLHistoire(List<LigneCorbeille> lignes) {
        return lignes.stream()
                .mapToInt(l -> Objects.requireNonNull(jdbc.queryForObject(
                        "select count(*) from dossier_evenement where dossier_id = ? and texte like 'Tâche % confiée à %'",
                        Integer.class, l.dossierId())))
                .sum();
    }

    @Test
    void prend_ce_qui_est_libre_et_dit_pourquoi_le_reste_ne_l_est_pas() {
        List<LigneCorbeille> lignes = aPrendre(4);
        taches.prendre(lignes.get(1).tacheId(), collegue);
        LotVue lot = fini(lots.demander(demande(Geste.PRENDRE), ids(lignes), agent), agent);

        assertThat(lot.faites()).isEqualTo(3);
        assertThat(lot.refusees()).isEqualTo(1);
        List<LigneDeLot> rapport = rapport(lot.id(), agent);
        assertThat(rapport.get(0).numero()).isEqualTo(lignes.get(1).numero());
        assertThat(rapport.get(0).raison()).contains("déjà prise par " + collegue.nomComplet());
        assertThat(detenteur(lignes.get(0).tacheId())).isEqualTo(agent.identifiant());
        assertThat(detenteur(lignes.get(1).tacheId())).isEqualTo(collegue.identifiant());
        assertThat(entretien.controler().total()).isZero();
        assertThatThrownBy(() -> lots.lot(lot.id(), collegue)).isInstanceOf(Introuvable.class);
    }

    @Test
    void une_tache_d_une_autre_antenne_n_est_pas_meme_nommee() {
        List<LigneCorbeille> lignes = aPrendre(1);
        Agent ailleurs = monde.agent(Role.INSTRUCTEUR, "BLOSNE");
        assertThatThrownBy(() -> lots.demander(demande(Geste.PRENDRE), ids(lignes), ailleurs))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("au moins une tâche");
    }

    @Test
    void ce_qui_bouge_entre_la_demande_et_le_travail_le_dit() {
        List<LigneCorbeille> lignes = aPrendre(2);
        UUID id = garde(demande(Geste.PRENDRE), lignes, agent);
        taches.prendre(lignes.get(0).tacheId(), agent);
        taches.achever(lignes.get(0).tacheId(), java.util.Map.of("resultat", "INCOMPLET"), agent);
        monde.travailler();
        ouvrier.travailler(() -> false);

        assertThat(rapport(id, agent).get(0).raison()).contains("déjà traitée par " + agent.nomComplet());
        assertThat(lots.lot(id, agent).faites()).isEqualTo(1);
    }

    /** Kept without waking the worker: what a node leaves that stops at once. */
    private UUID garde(DemandeDeLot demande, List<LigneCorbeille> lignes, Agent auteur) {
        UUID id = UUID.randomUUID();
        new TransactionTemplate(transactions)
                .executeWithoutResult(s ->
                        table.garder(id, demande, lignes, lignes.size(), auteur.identifiant(), heure.maintenant()));
        return id;
    }

    @Test
    void arrete_au_milieu_il_reprend_a_la_ligne_suivante_sans_rien_refaire() {
        List<LigneCorbeille> lignes = aPrendre(5);
        UUID id =
                garde(new DemandeDeLot(Geste.CONFIER, collegue.identifiant(), "Essai de coupure"), lignes, responsable);
        AtomicInteger regards = new AtomicInteger();
        ouvrier.travailler(() -> regards.incrementAndGet() > 3);
        assertThat(lots.lot(id, responsable).faites()).isEqualTo(2);
        assertThat(lots.lot(id, responsable).termine()).isFalse();

        // A node killed inside a row: neither the act nor its outcome stays.
        TableLots.EnCours lot = table.enCours().get(0);
        TableLots.AFaire ligne = table.aFaire(id, 1).get(0);
        new TransactionTemplate(transactions).executeWithoutResult(coupure -> {
            geste.accomplir(lot, ligne);
            assertThat(table.detenteur(ligne.tacheId())).isEqualTo(collegue.identifiant());
            coupure.setRollbackOnly();
        });
        assertThat(detenteur(ligne.tacheId())).isNull();
        assertThat(lots.lot(id, responsable).faites()).isEqualTo(2);

        ouvrier.travailler(() -> false);
        ouvrier.travailler(() -> false);
        assertThat(lots.lot(id, responsable).faites()).isEqualTo(5);
        assertThat(lots.lot(id, responsable).termine()).isTrue();
        assertThat(prisesDansLHistoire(lignes)).isEqualTo(5);
        assertThat(entretien.controler().total()).isZero();
    }

    @Test
    void deux_noeuds_sur_la_meme_ligne_ne_la_font_qu_une_fois() throws Exception {
        List<LigneCorbeille> lignes = aPrendre(8);
        UUID id = garde(new DemandeDeLot(Geste.CONFIER, collegue.identifiant(), "Deux à la fois"), lignes, responsable);
        TableLots.EnCours lot = table.enCours().get(0);
        List<TableLots.AFaire> aFaire = table.aFaire(id, 8);
        ExecutorService fils = Executors.newFixedThreadPool(2);
        CyclicBarrier ensemble = new CyclicBarrier(2);
        try {
            List<Future<?>> noeuds = new ArrayList<>();
            for (int n = 0; n < 2; n++) {
                noeuds.add(fils.submit(() -> {
                    for (TableLots.AFaire ligne : aFaire) {
                        ensemble.await();
                        geste.accomplir(lot, ligne);
                    }
                    return null;
                }));
            }
            for (Future<?> noeud : noeuds) {
                noeud.get();
            }
        } finally {
            fils.shutdownNow();
        }
        assertThat(lots.lot(id, responsable).faites()).isEqualTo(8);
        assertThat(prisesDansLHistoire(lignes)).isEqualTo(8);
    }

    @Test
    void confier_est_au_responsable_a_quelqu_un_de_son_antenne_avec_un_motif() {
        List<LigneCorbeille> lignes = aPrendre(1);
        List<String> ids = ids(lignes);
        assertThatThrownBy(() ->
                        lots.demander(new DemandeDeLot(Geste.CONFIER, collegue.identifiant(), "Absence"), ids, agent))
                .isInstanceOf(Interdit.class);
        assertThatThrownBy(() ->
                        lots.demander(new DemandeDeLot(Geste.CONFIER, collegue.identifiant(), " "), ids, responsable))
                .isInstanceOf(SaisieInvalide.class);
        Agent ailleurs = monde.agent(Role.INSTRUCTEUR, "BLOSNE");
        assertThatThrownBy(() -> lots.demander(
                        new DemandeDeLot(Geste.CONFIER, ailleurs.identifiant(), "Absence"), ids, responsable))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("votre antenne");
        Agent parti = monde.agent("instructeur.parti", Role.INSTRUCTEUR, "KLEBER");
        monde.bean(Comptes.class)
                .modifier(
                        new NouveauCompte(
                                parti.identifiant(),
                                parti.prenom(),
                                parti.nom(),
                                parti.qualite(),
                                "KLEBER",
                                null,
                                Set.of(Role.INSTRUCTEUR)),
                        false,
                        monde.agent("admin.lots", Role.ADMIN, null));
        assertThatThrownBy(() -> lots.demander(
                        new DemandeDeLot(Geste.CONFIER, parti.identifiant(), "Absence"), ids, responsable))
                .isInstanceOf(SaisieInvalide.class);
    }

    @Test
    void toute_la_liste_filtree_est_prise_dans_son_ordre_et_s_annule_trente_secondes() {
        List<LigneCorbeille> lignes = aPrendre(3);
        taches.prendre(lignes.get(0).tacheId(), agent);
        FiltreCorbeille liste = FiltreCorbeille.de(Onglet.CHEZ_COLLEGUES);
        long avant = corbeille.nombre(liste, responsable);
        UUID id = lots.demander(new DemandeDeLot(Geste.CONFIER, collegue.identifiant(), "Congé"), liste, responsable);
        LotVue lot = fini(id, responsable);
        assertThat(lot.lignes()).isEqualTo((int) avant);
        assertThat(detenteur(lignes.get(0).tacheId())).isEqualTo(collegue.identifiant());

        horloge.avancer(Duration.ofSeconds(29));
        UUID retour = lots.annuler(id, responsable);
        assertThat(fini(retour, responsable).refusees()).isZero();
        assertThat(detenteur(lignes.get(0).tacheId())).isEqualTo(agent.identifiant());
        assertThatThrownBy(() -> lots.annuler(id, responsable)).isInstanceOf(Conflit.class);
        assertThatThrownBy(() -> lots.annuler(retour, responsable)).isInstanceOf(Conflit.class);
    }

    @Test
    void annuler_trop_tard_est_refuse_et_ce_qui_a_bouge_reste() {
        List<LigneCorbeille> lignes = aPrendre(2);
        UUID id = lots.demander(demande(Geste.PRENDRE), ids(lignes), agent);
        fini(id, agent);
        taches.deposer(lignes.get(0).tacheId(), null, agent);
        taches.prendre(lignes.get(0).tacheId(), collegue);
        UUID retour = lots.annuler(id, agent);
        assertThat(fini(retour, agent).faites()).isEqualTo(1);
        assertThat(rapport(retour, agent).get(0).raison()).contains("a bougé depuis", collegue.nomComplet());
        assertThat(detenteur(lignes.get(0).tacheId())).isEqualTo(collegue.identifiant());
        assertThat(detenteur(lignes.get(1).tacheId())).isNull();

        UUID second =
                lots.demander(demande(Geste.PRENDRE), List.of(lignes.get(1).tacheId()), agent);
        fini(second, agent);
        horloge.avancer(Duration.ofSeconds(31));
        assertThatThrownBy(() -> lots.annuler(second, agent))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("trop tard");
    }

    @Test
    void remettre_dans_la_file_se_reprend_et_se_retrouve_parmi_ses_travaux() {
        List<LigneCorbeille> lignes = aPrendre(2);
        lignes.forEach(l -> taches.prendre(l.tacheId(), agent));
        UUID id = lots.demander(demande(Geste.REMETTRE), ids(lignes), agent);
        assertThat(fini(id, agent).faites()).isEqualTo(2);
        assertThat(detenteur(lignes.get(0).tacheId())).isNull();
        fini(lots.annuler(id, agent), agent);
        assertThat(detenteur(lignes.get(0).tacheId())).isEqualTo(agent.identifiant());
        assertThat(lots.de(agent)).extracting(LotVue::id).contains(id);
        assertThat(lots.de(collegue)).extracting(LotVue::id).doesNotContain(id);

        horloge.avancer(Duration.ofDays(91));
        ouvrier.oublier();
        assertThatThrownBy(() -> lots.lot(id, agent)).isInstanceOf(Introuvable.class);
    }
}
