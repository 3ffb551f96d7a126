package fr.jalon.corbeille;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.EntretienCorbeille.Ecarts;
import fr.jalon.dispositif.Anomalies;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Taches;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue's table against the engine's open tasks: after any work, after a rebuild, under two people at once. */
@JalonIT
class CorbeilleIT {

    @Autowired
    private Monde monde;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private EntretienCorbeille entretien;

    @Autowired
    private ComptesCorbeille comptes;

    @Autowired
    private Taches taches;

    @Autowired
    private TaskService moteur;

    @Autowired
    private Pieces pieces;

    @Autowired
    private Signalements signalements;

    @Autowired
    private Anomalies anomalies;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private HorlogeReglable horloge;

    private Agent agent;
    private Agent collegue;

    @BeforeEach
    void agents() {
        horloge.regler(LocalDateTime.of(2026, 6, 1, 9, 0));
        agent = monde.instructeur();
        collegue = monde.agent("instructeur2.kleber", Role.INSTRUCTEUR, "KLEBER");
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 2026, 35_000, 1, 2, 3, 4, 5})
    void la_corbeille_est_egale_au_moteur_apres_n_importe_quelle_suite_de_gestes(long graine) {
        Random hasard = new Random(graine);
        List<DossierVue> dossiers = new ArrayList<>();
        List<String> gestes = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            if (dossiers.isEmpty() || (hasard.nextInt(6) == 0 && dossiers.size() < 8)) {
                dossiers.add(monde.demande());
                monde.travailler();
            }
            DossierVue dossier = dossiers.get(hasard.nextInt(dossiers.size()));
            gestes.add(geste(dossier, hasard));
            if (hasard.nextInt(3) == 0) {
                monde.travailler();
            }
            if (hasard.nextInt(8) == 0) {
                horloge.avancer(Duration.ofDays(1 + hasard.nextInt(20)));
                monde.travailler();
            }
        }
        assertThat(gestes).as("graine " + graine).contains("fait");
        assertThat(lignes()).as("graine " + graine + " : " + gestes).isEqualTo(duMoteur());
        assertThat(entretien.controler().total()).isZero();

        Map<String, String> avant = lignes();
        assertThat(entretien.reconstruire()).isEqualTo(avant.size());
        assertThat(lignes()).isEqualTo(avant);
        comptes.tasser();
        assertThat(entretien.controler().total()).isZero();
    }

    /** One act of somebody, allowed or not; what it came to. */
    private String geste(DossierVue dossier, Random hasard) {
        List<LigneCorbeille> ouvertes = corbeille.duDossier(dossier.id());
        Agent qui = hasard.nextBoolean() ? agent : hasard.nextBoolean() ? collegue : monde.responsable();
        try {
            if (hasard.nextInt(15) == 0) {
                Signalement[] tous = {Signalement.URGENCE, Signalement.DESISTEMENT, Signalement.DOUBLON};
                signalements.signaler(dossier.id(), tous[hasard.nextInt(3)], "Essai au hasard.", qui);
                return "signalé";
            }
            if (hasard.nextInt(6) == 0) {
                for (PieceVue piece : pieces.liste(dossier.id())) {
                    pieces.noterRecue(dossier.id(), piece.type(), qui);
                    pieces.juger(dossier.id(), piece.type(), EtatPiece.ACCEPTEE, null, qui);
                }
                return "pièces";
            }
            if (ouvertes.isEmpty()) {
                return "rien";
            }
            LigneCorbeille tache = ouvertes.get(hasard.nextInt(ouvertes.size()));
            switch (hasard.nextInt(6)) {
                case 0 -> taches.prendre(tache.tacheId(), qui);
                case 1 -> taches.deposer(tache.tacheId(), null, qui);
                case 2 -> taches.reaffecter(tache.tacheId(), collegue.identifiant(), "Absence.", qui);
                default -> {
                    taches.achever(tache.tacheId(), donnees(tache.etape(), hasard), qui);
                    return "fait";
                }
            }
            return "geste";
        } catch (Conflit | Interdit | SaisieInvalide | Introuvable refus) {
            return "refusé";
        }
    }

    private static Map<String, Object> donnees(String etape, Random hasard) {
        return switch (etape) {
            case "UserTask_VerifierPieces" -> Map.of("resultat", hasard.nextBoolean() ? "COMPLET" : "INCOMPLET");
            case "UserTask_RecevoirPieces" -> Map.of("motif", "Sans attendre.");
            case "UserTask_InstruireDemande" ->
                Map.of(
                        "proposition",
                        hasard.nextBoolean() ? "FAVORABLE" : "DEFAVORABLE",
                        "motifs",
                        List.of("AGE"),
                        "motif",
                        "Essai.",
                        "c2s",
                        true);
            case "UserTask_ValiderRejet" -> Map.of("validation", hasard.nextBoolean() ? "OUI" : "NON", "motif", "Vu.");
            case "UserTask_EnregistrerDecisionCaf" ->
                Map.of("decision", "ACCORD", "date", "2026-06-01", "montant", 600);
            case "UserTask_ProposerSecours" -> Map.of("aides", List.of("RIEN"));
            case "UserTask_DeciderSuiteDelai" -> Map.of("suite", "INSTRUIRE", "motif", "Essai.");
            default -> Map.of("suite", "RELANCER", "motif", "Essai.");
        };
    }

    /** Tab, holder, dates of each open row. */
    private Map<String, String> lignes() {
        Map<String, String> lignes = new LinkedHashMap<>();
        jdbc.query(
                "select tache_id, coalesce(assigne, '-'), limite, cible, numero, etape from corbeille_tache"
                        + " where onglet <> 'F' order by tache_id",
                rs -> {
                    lignes.put(
                            rs.getString(1),
                            String.join(
                                    " ",
                                    rs.getString(2),
                                    rs.getString(3),
                                    rs.getString(4),
                                    rs.getString(5),
                                    rs.getString(6)));
                });
        return lignes;
    }

    /** The same, read from the engine by its own query. */
    private Map<String, String> duMoteur() {
        Map<String, String> lignes = new LinkedHashMap<>();
        for (Task tache : moteur.createTaskQuery().orderByTaskId().asc().list()) {
            String dossier = (String) moteur.getVariable(tache.getId(), "dossierId");
            lignes.put(
                    tache.getId(),
                    String.join(
                            " ",
                            tache.getAssignee() == null ? "-" : tache.getAssignee(),
                            jour(tache.getDueDate()),
                            jour(tache.getFollowUpDate()),
                            jdbc.queryForObject("select numero from dossier where id = ?", String.class, dossier),
                            tache.getTaskDefinitionKey()));
        }
        return lignes;
    }

    private static String jour(java.util.Date date) {
        return date == null
                ? LigneSql.SANS_DATE.toString()
                : java.time.LocalDate.ofInstant(date.toInstant(), fr.jalon.commun.Horloge.PARIS)
                        .toString();
    }

    @Test
    void le_controle_de_nuit_compte_chaque_difference_et_previent() {
        DossierVue un = monde.demande();
        DossierVue deux = monde.demande();
        DossierVue trois = monde.demande();
        DossierVue quatre = monde.demande();
        monde.travailler();
        assertThat(entretien.controler().total()).isZero();
        int avant = anomalies.ouvertes().size();

        jdbc.update("delete from corbeille_tache where dossier_id = ?", un.id());
        jdbc.update("update corbeille_tache set assigne = 'fantome', onglet = 'M' where dossier_id = ?", deux.id());
        jdbc.update("update corbeille_tache set limite = limite + interval 1 day where dossier_id = ?", trois.id());
        jdbc.update("update corbeille_tache set tache_id = 'orpheline' where dossier_id = ?", quatre.id());

        Ecarts ecarts = entretien.controler();
        assertThat(ecarts.manquantes()).isEqualTo(2);
        assertThat(ecarts.enTrop()).isEqualTo(1);
        assertThat(ecarts.differentes()).isEqualTo(2);
        assertThat(ecarts.compteurs()).isPositive();
        assertThat(anomalies.ouvertes()).hasSize(avant + 1);
        assertThat(anomalies.ouvertes().get(0).texte()).contains("2 manquante(s)", "1 en trop", "2 différente(s)");

        entretien.reconstruire();
        assertThat(entretien.controler().total()).isZero();
        assertThat(lignes()).isEqualTo(duMoteur());
    }

    @Test
    void de_deux_personnes_qui_prennent_la_meme_tache_une_seule_l_a_cinquante_fois() throws Exception {
        DossierVue dossier = monde.demande();
        monde.travailler();
        String tache = corbeille.duDossier(dossier.id()).get(0).tacheId();
        for (int tour = 0; tour < 50; tour++) {
            List<String> suites = enMemeTemps(qui -> taches.prendre(tache, qui));
            Agent gagnant = suites.get(0).isEmpty() ? agent : collegue;
            String perdant = suites.get(0).isEmpty() ? suites.get(1) : suites.get(0);
            assertThat(suites).as("tour " + tour).contains("");
            assertThat(perdant)
                    .contains("déjà prise par " + gagnant.nomComplet())
                    .containsPattern("à \\d\\d:\\d\\d");
            assertThat(corbeille.duDossier(dossier.id()).get(0).assigne()).isEqualTo(gagnant.identifiant());
            taches.deposer(tache, null, gagnant);
        }
        assertThat(entretien.controler().total()).isZero();
    }

    @Test
    void de_deux_personnes_qui_font_la_meme_etape_une_seule_la_fait_cinquante_fois() throws Exception {
        DossierVue dossier = monde.demande();
        monde.travailler();
        int envois = 0;
        for (int tour = 0; tour < 50; tour++) {
            LigneCorbeille tache = corbeille.duDossier(dossier.id()).get(0);
            boolean verification = tache.etape().equals("UserTask_VerifierPieces");
            Map<String, Object> donnees =
                    verification ? Map.of("resultat", "INCOMPLET") : Map.of("motif", "Sans attendre.");
            List<String> suites = enMemeTemps(qui -> taches.achever(tache.tacheId(), donnees, qui));
            Agent gagnant = suites.get(0).isEmpty() ? agent : collegue;
            assertThat(suites).as("tour " + tour).contains("");
            assertThat(suites.get(0).isEmpty() ? suites.get(1) : suites.get(0))
                    .containsPattern("déjà (prise|traitée) par " + gagnant.nomComplet() + " à \\d\\d:\\d\\d");
            envois += verification ? 1 : 0;
            monde.travailler();
            assertThat(corbeille.duDossier(dossier.id())).hasSize(1);
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from courrier where dossier_id = ? and modele = 'demande-pieces'",
                        Integer.class,
                        dossier.id()))
                .isEqualTo(envois);
        assertThat(jdbc.queryForObject(
                        "select count(*) from dossier_evenement where dossier_id = ? and texte like 'Étape faite%'",
                        Integer.class, dossier.id()))
                .isEqualTo(50);
        assertThat(entretien.controler().total()).isZero();
    }

    /** The same act by the two at the same instant: the empty text for who succeeded, else what was read. */
    private List<String> enMemeTemps(Consumer<Agent> acte) throws Exception {
        ExecutorService fils = Executors.newFixedThreadPool(2);
        CyclicBarrier depart = new CyclicBarrier(2);
        try {
            List<Future<String>> suites = new ArrayList<>();
            for (Agent qui : List.of(agent, collegue)) {
                suites.add(fils.submit(() -> {
                    depart.await();
                    try {
                        acte.accept(qui);
                        return "";
                    } catch (Conflit refus) {
                        return refus.getMessage();
                    }
                }));
            }
            return List.of(suites.get(0).get(), suites.get(1).get());
        } finally {
            fils.shutdownNow();
        }
    }

    @Test
    void une_connexion_tuee_pendant_le_travail_ne_laisse_aucune_ligne() {
        List<String> tables = List.of(
                "dossier",
                "dossier_ouvert",
                "demande_rsa",
                "piece_attendue",
                "dossier_evenement",
                "journal_entree",
                "corbeille_tache",
                "corbeille_mouvement",
                "ACT_RU_EXECUTION",
                "ACT_RU_TASK",
                "ACT_RU_JOB",
                "ACT_HI_PROCINST");
        monde.demande();
        monde.travailler();
        var personne = monde.personne();
        List<Long> avant = compter(tables);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> transaction.executeWithoutResult(statut -> {
                    monde.bean(fr.jalon.rsa.DemandesRsa.class)
                            .deposer(personne.id(), fr.jalon.dossier.Canal.GUICHET, monde.situation(), agent);
                    Long connexion = jdbc.queryForObject("select connection_id()", Long.class);
                    tuer(connexion);
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(compter(tables)).isEqualTo(avant);
        assertThat(entretien.controler().total()).isZero();
    }

    private void tuer(Long connexion) {
        TransactionTemplate ailleurs = new TransactionTemplate(transactions);
        ailleurs.setPropagationBehavior(org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        ailleurs.executeWithoutResult(statut -> jdbc.execute("kill " + connexion));
    }

    private List<Long> compter(List<String> nomsDeTables) {
        return nomsDeTables.stream()
                .map(t -> jdbc.queryForObject("select count(*) from " + t, Long.class))
                .toList();
    }
}
