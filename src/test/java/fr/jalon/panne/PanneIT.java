package fr.jalon.panne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import fr.jalon.JalonApplication;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Authentification;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.EntretienCorbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.BaseDEssai;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.Monde;
import fr.jalon.journal.CommandeJournal;
import fr.jalon.panne.Guichets.Tache;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two nodes at work on one database, killed one after the other at random instants, again and again, while people complete
 * tasks. What somebody was told is done is done, once; what nobody was told is done wholly or not at all.
 */
class PanneIT {

    private static final Logger LOG = LoggerFactory.getLogger(PanneIT.class);
    private static final String CLE = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    /** Two kills a round: {@code -Djalon.pannes.tours=25} for a longer trial ({@code bin/eprouver} is one), {@code -Djalon.pannes.graine=n} for the same instants. */
    private static final int TOURS = Integer.getInteger("jalon.pannes.tours", 3);

    private static final long GRAINE = Long.getLong("jalon.pannes.graine", System.nanoTime());
    private static final int DELAI_MAX_MS = 800;

    /** The engine's lock on the jobs of a dead node, and ten seconds: another node then begins them again. */
    private static final Duration REPRISE = Duration.ofSeconds(70);

    private static final int EN_BOUCLE = 120;
    private static final int JUSQU_AU_BOUT = 50;

    @TempDir
    Path dossier;

    final Random hasard = new Random(GRAINE);
    private final Set<String> permis = ConcurrentHashMap.newKeySet();
    private volatile boolean fini;

    private ConfigurableApplicationContext temoin;
    private JdbcTemplate jdbc;
    private Set<String> enBoucle;

    @Test
    void rien_de_ce_qui_a_ete_accuse_ne_se_perd_et_rien_ne_se_fait_deux_fois() throws Exception {
        String schema = nouveauSchema();
        try (ConfigurableApplicationContext contexte = temoin(schema)) {
            temoin = contexte;
            jdbc = contexte.getBean(JdbcTemplate.class);
            Monde monde = contexte.getBean(Monde.class);
            Agent agent = monde.instructeur();
            enBoucle = new HashSet<>(numeros(EN_BOUCLE, false));
            permis.addAll(enBoucle);
            List<String> aFinir = numeros(JUSQU_AU_BOUT, true);
            String jeton = contexte.getBean(Authentification.class).creerJeton(agent, "Essai de panne");
            try (Guichets guichets = new Guichets(jdbc, jeton, this::reponse)) {
                pannes(schema, guichets, aFinir);
                finir(schema, guichets);
                constater(guichets, schema, aFinir);
            }
        }
    }

    // --- what a longer campaign does otherwise

    String nouveauSchema() {
        return BaseDEssai.nouveauSchema();
    }

    List<String> reglages(String schema) {
        return Noeud.reglages(schema, dossier, CLE);
    }

    /** Everything that breaks, while the dossiers to finish are let in little by little. */
    void pannes(String schema, Guichets guichets, List<String> aFinir) throws Exception {
        for (int tour = 0; tour < TOURS; tour++) {
            laisserEntrer(aFinir, tour, TOURS);
            tuerDeuxNoeuds(schema, guichets);
        }
    }

    void constaterEnPlus() {
        // A longer campaign has more to say.
    }

    void laisserEntrer(List<String> aFinir, int tour, int tours) {
        permis.addAll(aFinir.subList(tour * JUSQU_AU_BOUT / tours, (tour + 1) * JUSQU_AU_BOUT / tours));
    }

    // --- the work

    /** A third, passive node in this very program: it prepares the dossiers, and looks at what is left. */
    private ConfigurableApplicationContext temoin(String schema) {
        List<String> options = new ArrayList<>(reglages(schema));
        options.removeIf(o -> o.contains(".periode=") || o.contains(".tassement="));
        options.add(HorlogeReglable.aLHeureVraie());
        return new SpringApplicationBuilder(JalonApplication.class, EssaiConfiguration.class)
                .profiles("essai")
                .run(options.toArray(String[]::new));
    }

    private List<String> numeros(int nombre, boolean sansPieces) {
        Monde monde = temoin.getBean(Monde.class);
        Pieces pieces = temoin.getBean(Pieces.class);
        List<String> numeros = new ArrayList<>();
        for (int i = 0; i < nombre; i++) {
            DossierVue demande = monde.demande();
            for (PieceVue piece : sansPieces ? pieces.liste(demande.id()) : List.<PieceVue>of()) {
                pieces.juger(
                        demande.id(), piece.type(), EtatPiece.SANS_OBJET, "Pas nécessaire ici.", monde.instructeur());
            }
            numeros.add(demande.numero());
        }
        monde.travailler();
        return numeros;
    }

    /** Some dossiers ask for pieces again and again (a letter each time), the others go to their end (letters and outbox). */
    private Optional<String> reponse(Tache tache) {
        boolean boucle = enBoucle.contains(tache.numero());
        if (!permis.contains(tache.numero()) || (boucle && fini)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (tache.etape()) {
                    case "UserTask_VerifierPieces" -> "{\"resultat\":\"" + (boucle ? "INCOMPLET" : "COMPLET") + "\"}";
                    case "UserTask_RecevoirPieces" -> "{\"motif\":\"Essai de panne\"}";
                    case "UserTask_InstruireDemande" -> "{\"proposition\":\"FAVORABLE\",\"c2s\":true}";
                    case "UserTask_EnregistrerDecisionCaf" ->
                        "{\"decision\":\"ACCORD\",\"montant\":651.69,\"date\":\""
                                + temoin.getBean(Horloge.class).aujourdhui() + "\"}";
                    default -> throw new IllegalStateException("tâche inattendue : " + tache);
                });
    }

    // --- the faults

    void tuerDeuxNoeuds(String schema, Guichets guichets) throws InterruptedException, ExecutionException {
        Noeud un = Noeud.lancer(List.of(), reglages(schema));
        Noeud deux = Noeud.lancer(List.of(), reglages(schema));
        ScheduledExecutorService bourreau = Executors.newSingleThreadScheduledExecutor();
        try {
            for (Noeud noeud : List.of(un, deux)) {
                noeud.port();
                guichets.servirSur(noeud);
            }
            assertThat(un.aTravaille()).as(un.sortie()).isTrue();
            assertThat(deux.aTravaille()).as(deux.sortie()).isTrue();
            long premier = hasard.nextInt(DELAI_MAX_MS);
            long second = premier + hasard.nextInt(DELAI_MAX_MS);
            Future<?> mortDuPremier = bourreau.schedule(un::tuer, premier, TimeUnit.MILLISECONDS);
            Future<?> mortDuSecond = bourreau.schedule(deux::tuer, second, TimeUnit.MILLISECONDS);
            mortDuPremier.get();
            mortDuSecond.get();
        } finally {
            guichets.quitter(un);
            guichets.quitter(deux);
            bourreau.shutdownNow();
        }
    }

    /** A last node takes everything over: what the dead ones held, and the rest. */
    private void finir(String schema, Guichets guichets) {
        long mort = System.nanoTime();
        // The engine's own cleaning keeps its job for ever
        List<String> tenus = jdbc.queryForList(
                "select ID_ from ACT_RU_JOB where LOCK_OWNER_ is not null and HANDLER_TYPE_ <> 'history-cleanup'",
                String.class);
        fini = true;
        Noeud dernier = Noeud.lancer(List.of(), reglages(schema));
        dernier.port();
        guichets.servirSur(dernier);
        attendre(
                "la reprise des travaux que tenaient les nœuds morts",
                REPRISE,
                () -> tenus.isEmpty() || restants(tenus) < tenus.size());
        LOG.info(
                "Panne : {} travaux tenus par les morts, repris {} s après",
                tenus.size(),
                Duration.ofNanos(System.nanoTime() - mort).toSeconds());
        // Each dead node held up to what its threads and its queue take: they are done one after the other
        attendre(
                "la fin des travaux repris",
                REPRISE.plusSeconds(tenus.size()),
                () -> tenus.isEmpty() || restants(tenus) == 0);
        attendre("la fin de tout le travail", REPRISE.multipliedBy(2), this::toutEstFini);
        guichets.quitter(dernier);
        assertThat(dernier.arreter()).as("code de sortie après SIGTERM").isEqualTo(143);
    }

    private long restants(List<String> travaux) {
        return compter(
                "select count(*) from ACT_RU_JOB where ID_ in (?" + ",?".repeat(travaux.size() - 1) + ")",
                travaux.toArray());
    }

    private boolean toutEstFini() {
        return compter("select count(*) from dossier where clos_le is not null") == JUSQU_AU_BOUT
                && compter("select count(*) from ACT_RU_JOB j where (j.DUEDATE_ is null or j.DUEDATE_ <"
                                + " utc_timestamp(3)) and j.HANDLER_TYPE_ <> 'history-cleanup'")
                        == 0
                && compter("select count(*) from envoi where envoye_le is null") == 0
                && compter("select count(*) from journal_entree where seq is null") == 0;
    }

    /** A database that is away says neither yes nor no. */
    private static boolean essayer(BooleanSupplier vrai) {
        try {
            return vrai.getAsBoolean();
        } catch (DataAccessException e) {
            LOG.debug("La base ne répond pas", e);
            return false;
        }
    }

    static void attendre(String quoi, Duration delai, BooleanSupplier vrai) {
        long fin = System.nanoTime() + delai.toNanos();
        while (!essayer(vrai)) {
            assertThat(System.nanoTime()).as("toujours pas : " + quoi).isLessThan(fin);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    // --- what is left

    private void constater(Guichets guichets, String schema, List<String> aFinir) {
        Set<String> faites = faites();
        Set<String> inconnues = new HashSet<>(guichets.sansReponse());
        inconnues.removeAll(guichets.acquittees());
        LOG.info(
                "Panne : graine {}, {} arrêts, {} étapes accusées, {} restées sans réponse dont {} faites quand même,"
                        + " {} courriers, {} envois",
                GRAINE,
                2 * TOURS,
                guichets.acquittees().size(),
                inconnues.size(),
                inconnues.stream().filter(faites::contains).count(),
                compter("select count(*) from courrier"),
                compter("select count(*) from envoi"));
        // All of them, whatever the first one says: what is lost explains nothing of what is done twice.
        assertAll(
                () -> assertThat(guichets.refus())
                        .as("refusé ; pourquoi : target/noeuds")
                        .isEmpty(),
                () -> assertThat(guichets.acquittees()).hasSizeGreaterThan(2 * TOURS),
                () -> assertThat(inconnues).as("des morts en plein travail").isNotEmpty(),
                () -> assertThat(faites).as("rien d'accusé n'est perdu").containsAll(guichets.acquittees()),
                this::constaterLesEtapes,
                () -> constaterLesCourriersEtLesEnvois(aFinir),
                this::constaterLeMoteur,
                () -> constaterLeJournal(schema),
                this::constaterEnPlus);
    }

    /** The steps that the engine knows as completed. */
    Set<String> faites() {
        return new HashSet<>(jdbc.queryForList(
                "select ID_ from ACT_HI_TASKINST where END_TIME_ is not null and DELETE_REASON_ = 'completed'",
                String.class));
    }

    /** The engine, the history of the dossier and the audit say the same number of steps, dossier by dossier. */
    private void constaterLesEtapes() {
        String moteur = "select v.TEXT_ as id, count(*) as n from ACT_HI_TASKINST t join ACT_HI_VARINST v on"
                + " v.PROC_INST_ID_ = t.PROC_INST_ID_ and v.NAME_ = 'dossierId' where t.DELETE_REASON_ = 'completed'"
                + " group by v.TEXT_";
        String histoire = "select e.dossier_id as id, count(*) as n from dossier_evenement e where e.nature = 'TACHE'"
                + " and e.texte like 'Étape faite%' group by e.dossier_id";
        String audit = "select d.id as id, count(*) as n from journal_entree j join dossier d on d.numero = j.objet"
                + " where j.nature = 'TACHE' and j.texte like 'Étape faite%' group by d.id";
        assertThat(parDossier(histoire))
                .isNotEmpty()
                .isEqualTo(parDossier(moteur))
                .isEqualTo(parDossier(audit));
    }

    private Map<String, Long> parDossier(String sql) {
        Map<String, Long> nombres = new TreeMap<>();
        jdbc.query(sql, rs -> {
            nombres.put(rs.getString("id"), rs.getLong("n"));
        });
        return nombres;
    }

    private void constaterLesCourriersEtLesEnvois(List<String> aFinir) throws IOException {
        String lettres = "select dossier_id as id, count(*) as n from courrier where modele = '%s' group by dossier_id";
        assertThat(parDossier(lettres.formatted("accuse-reception")))
                .hasSize(EN_BOUCLE + JUSQU_AU_BOUT)
                .allSatisfy((id, n) -> assertThat(n).isEqualTo(1));
        assertThat(parDossier(lettres.formatted("notification-accord")))
                .hasSize(JUSQU_AU_BOUT)
                .allSatisfy((id, n) -> assertThat(n).isEqualTo(1));
        // One letter each time that an agent asked for pieces, no more, no less.
        assertThat(parDossier(lettres.formatted("demande-pieces")))
                .isNotEmpty()
                .isEqualTo(parDossier("select v.TEXT_ as id, count(*) as n from ACT_HI_TASKINST t join ACT_HI_VARINST v"
                        + " on v.PROC_INST_ID_ = t.PROC_INST_ID_ and v.NAME_ = 'dossierId' join dossier d on d.id"
                        + " = v.TEXT_ where t.DELETE_REASON_ = 'completed' and t.TASK_DEF_KEY_ ="
                        + " 'UserTask_VerifierPieces' and d.clos_le is null group by v.TEXT_"));
        // A letter is told when it is written and, when it waited at the end of its dossier, when it is held back
        assertThat(compter("select count(*) from courrier")
                        + compter("select count(*) from courrier where etat = 'ANNULE'"))
                .isEqualTo(compter("select count(*) from dossier_evenement where nature = 'COURRIER'"));
        assertThat(compter("select count(*) from courrier where sha2(octets, 256) <> empreinte"))
                .as("courriers entiers")
                .isZero();
        for (String envoi : List.of("CPAM' and e.objet = 'DEMANDE_C2S", "CAF' and e.objet = 'DEMANDE_RSA")) {
            assertThat(jdbc.queryForList(
                            "select d.numero from envoi e join dossier d on d.id = e.dossier_id where e.destinataire ="
                                    + " '"
                                    + envoi + "'",
                            String.class))
                    .containsExactlyInAnyOrderElementsOf(aFinir);
        }
        assertThat(fichiersRemis())
                .containsExactlyInAnyOrderElementsOf(jdbc.queryForList(
                        "select concat(destinataire, '/', id, '_', nom_fichier) from envoi", String.class));
    }

    private List<String> fichiersRemis() throws IOException {
        Path echanges = dossier.resolve("echanges");
        try (Stream<Path> fichiers = Files.walk(echanges)) {
            return fichiers.filter(Files::isRegularFile)
                    .map(f -> echanges.relativize(f).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private void constaterLeMoteur() {
        assertThat(compter("select count(*) from ACT_RU_INCIDENT")).isZero();
        assertThat(compter("select count(*) from ACT_RU_JOB where RETRIES_ = 0"))
                .isZero();
        // Each right that opens has asked for an orientation, once
        assertThat(compter("select count(*) from ACT_RU_TASK")).isEqualTo(EN_BOUCLE + JUSQU_AU_BOUT);
        assertThat(compter("select count(*) from dossier where dispositif = 'ORI'"))
                .isEqualTo(JUSQU_AU_BOUT);
        assertThat(compter("select count(*) from dossier where issue = 'DROIT_OUVERT'"))
                .isEqualTo(JUSQU_AU_BOUT);
        assertThat(temoin.getBean(EntretienCorbeille.class).controler().total())
                .as("écarts de la corbeille")
                .isZero();
        assertThat(compter("select count(*) from anomalie")).isZero();
    }

    private void constaterLeJournal(String schema) {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        PrintStream ecran = new PrintStream(sortie, true, StandardCharsets.UTF_8);
        int code = CommandeJournal.executer(ecran, ecran, reglages(schema).toArray(String[]::new));
        assertThat(code).as(sortie.toString(StandardCharsets.UTF_8)).isEqualTo(CommandeJournal.INTACT);
    }

    private long compter(String sql, Object... parametres) {
        Long nombre = jdbc.queryForObject(sql, Long.class, parametres);
        return nombre == null ? 0 : nombre;
    }
}
