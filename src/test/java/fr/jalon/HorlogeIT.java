package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.essais.BaseDEssai;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.support.SimpleTriggerContext;

/**
 * Both nights of clock change of the years 2024 to 2030, on the real engine and a real MariaDB: delays keep their Paris hour,
 * instants come back equal, days stay the same day (docs/decisions/0010).
 */
@JalonIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HorlogeIT {

    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final String ATTENTE = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
              targetNamespace="essai"><process id="attente-d-essai" isExecutable="true" camunda:historyTimeToLive="P1D">
              <startEvent id="debut"/><sequenceFlow id="a" sourceRef="debut" targetRef="minuterie"/>
              <intermediateCatchEvent id="minuterie"><timerEventDefinition><timeDuration>P1D</timeDuration>
              </timerEventDefinition></intermediateCatchEvent><sequenceFlow id="b" sourceRef="minuterie" targetRef="fin"/>
              <endEvent id="fin"/></process></definitions>
            """;

    @Autowired
    private Monde monde;

    @Autowired
    private HorlogeReglable montre;

    @Autowired
    private Horloge horloge;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataSource base;

    @Autowired
    private RuntimeService execution;

    @Autowired
    private ManagementService travaux;

    @Autowired
    private HistoryService histoire;

    @Autowired
    private RepositoryService depot;

    @Autowired
    private ScheduledTaskHolder travauxReguliers;

    @BeforeAll
    void unProcessusQuiAttendUnJour() {
        depot.createDeployment()
                .name("attente-d-essai")
                .addString("attente-d-essai.bpmn", ATTENTE)
                .deploy();
    }

    @BeforeEach
    @AfterEach
    void remettreLHeure() {
        montre.regler(EssaiConfiguration.DEPART);
        ClockUtil.reset();
    }

    /** The fourteen nights, by the zone's own rules. */
    static List<ZoneOffsetTransition> nuits() {
        List<ZoneOffsetTransition> nuits = new ArrayList<>();
        Instant curseur = Instant.parse("2024-01-01T00:00:00Z");
        while (curseur.isBefore(Instant.parse("2031-01-01T00:00:00Z"))) {
            ZoneOffsetTransition nuit = Horloge.PARIS.getRules().nextTransition(curseur);
            curseur = nuit.getInstant();
            if (curseur.isBefore(Instant.parse("2031-01-01T00:00:00Z"))) {
                nuits.add(nuit);
            }
        }
        return nuits;
    }

    @Test
    void le_programme_vit_a_l_heure_de_paris_et_quatorze_nuits_sont_essayees() {
        assertThat(TimeZone.getDefault().toZoneId()).isEqualTo(Horloge.PARIS);
        assertThat(nuits()).hasSize(14);
    }

    @Test
    void refuse_de_demarrer_a_une_autre_heure_que_celle_de_paris() {
        FuseauVerifie verification = new FuseauVerifie(base);
        TimeZone paris = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            assertThatThrownBy(verification::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("l'heure de Paris");
        } finally {
            TimeZone.setDefault(paris);
        }
        verification.start();
        assertThat(verification.isRunning()).isTrue();
    }

    @Test
    void refuse_de_demarrer_sur_une_base_qui_garderait_l_heure_de_paris() {
        String sansOptions = BaseDEssai.base().url().replaceFirst("\\?.*", "");
        FuseauVerifie verification = new FuseauVerifie(new DriverManagerDataSource(
                sansOptions, BaseDEssai.base().utilisateur(), BaseDEssai.base().motDePasse()));
        assertThatThrownBy(verification::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("heures ambiguës")
                .hasMessageContaining("JALON_BD_URL");
    }

    @ParameterizedTest
    @MethodSource("nuits")
    void un_delai_d_un_jour_garde_son_heure_de_paris(ZoneOffsetTransition nuit) {
        LocalDate veille = nuit.getDateTimeBefore().toLocalDate().minusDays(1);
        for (LocalTime heure : List.of(LocalTime.of(0, 30), LocalTime.of(8, 0), LocalTime.of(23, 15))) {
            ZonedDateTime attendue = veille.plusDays(1).atTime(heure).atZone(Horloge.PARIS);
            Job job = attendreUnJour(veille.atTime(heure).atZone(Horloge.PARIS).toInstant());

            assertThat(job.getDuedate()).as("%s %s", veille, heure).isEqualTo(Date.from(attendue.toInstant()));
            assertThat(enBase("ACT_RU_JOB", "DUEDATE_", job.getId())).isEqualTo(utc(attendue.toInstant()));
            assertThat(dusA(attendue.toInstant().minusSeconds(1))).doesNotContain(job.getId());
            assertThat(dusA(attendue.toInstant().plusSeconds(1))).contains(job.getId());
            execution.deleteProcessInstance(job.getProcessInstanceId(), "essai");
        }
    }

    /** Twenty-three hours in spring, twenty-five in autumn: the day is a calendar day, not twenty-four hours. */
    @ParameterizedTest
    @MethodSource("nuits")
    void le_jour_du_changement_dure_vingt_trois_ou_vingt_cinq_heures(ZoneOffsetTransition nuit) {
        Instant depart = nuit.getInstant().minus(Duration.ofHours(6));
        Job job = attendreUnJour(depart);
        assertThat(Duration.between(depart, job.getDuedate().toInstant()))
                .isEqualTo(Duration.ofHours(nuit.isGap() ? 23 : 25));
        execution.deleteProcessInstance(job.getProcessInstanceId(), "essai");
    }

    /** Half past two exists twice in autumn and never in spring: every quarter of an hour of the night stays itself. */
    @ParameterizedTest
    @MethodSource("nuits")
    void les_instants_de_la_nuit_restent_distincts_et_reviennent_egaux(ZoneOffsetTransition nuit) {
        List<Instant> instants = Stream.iterate(
                        nuit.getInstant().minus(Duration.ofHours(2)).plusMillis(123),
                        i -> i.plus(Duration.ofMinutes(15)))
                .limit(17)
                .toList();
        Set<String> ecrits = new HashSet<>();
        for (Instant instant : instants) {
            String ecrit = parJdbc(instant);
            assertThat(ecrit).isEqualTo(utc(instant));
            ecrits.add(ecrit);
        }
        assertThat(ecrits).hasSameSizeAs(instants);
    }

    /** The same by the way of the application: a line of a dossier's history (JPA) and the start of a process (engine). */
    @ParameterizedTest
    @MethodSource("nuits")
    void les_deux_heures_repetees_ou_la_sautee_passent_par_jpa_et_par_le_moteur(ZoneOffsetTransition nuit) {
        DossierVue dossier = monde.demande();
        for (Duration ecart : List.of(Duration.ofMinutes(-30), Duration.ofMinutes(30))) {
            Instant instant = nuit.getInstant().plus(ecart);
            montre.regler(LocalDateTime.ofInstant(instant, Horloge.PARIS));
            montre.avancer(Duration.between(montre.instant(), instant));
            String texte = "Nuit du changement " + instant;
            dossiers.tracer(dossier.id(), "NOTE", texte, Agent.JALON);
            assertThat(dossiers.histoire(dossier.id()))
                    .filteredOn(e -> e.texte().equals(texte))
                    .singleElement()
                    .satisfies(e -> assertThat(e.quand()).isEqualTo(instant));
            assertThat(jdbc.queryForObject(
                            "select cast(quand as char) from dossier_evenement where texte = ?", String.class, texte))
                    .isEqualTo(utc(instant));

            Job job = attendreUnJour(instant);
            assertThat(histoire.createHistoricProcessInstanceQuery()
                            .processInstanceId(job.getProcessInstanceId())
                            .singleResult()
                            .getStartTime())
                    .isEqualTo(Date.from(instant));
            assertThat(enBase("ACT_HI_PROCINST", "START_TIME_", job.getProcessInstanceId()))
                    .isEqualTo(utc(instant));
            execution.setVariable(job.getProcessInstanceId(), "date", Date.from(instant));
            assertThat(execution.getVariable(job.getProcessInstanceId(), "date"))
                    .isEqualTo(Date.from(instant));
            execution.deleteProcessInstance(job.getProcessInstanceId(), "essai");
        }
    }

    /** A day without an hour is never moved by a zone. */
    @ParameterizedTest
    @MethodSource("nuits")
    void un_jour_reste_le_meme_jour(ZoneOffsetTransition nuit) {
        LocalDate jour = nuit.getDateTimeBefore().toLocalDate();
        DossierVue dossier = monde.demande();
        for (LocalDate d = jour.minusDays(1); !d.isAfter(jour.plusDays(1)); d = d.plusDays(1)) {
            jdbc.update("update dossier set limite = ? where id = ?", d, dossier.id());
            assertThat(dossiers.parId(dossier.id()).horloge().limite()).isEqualTo(d);
            assertThat(jdbc.queryForObject(
                            "select cast(limite as char) from dossier where id = ?", String.class, dossier.id()))
                    .isEqualTo(d.toString());
        }
        for (LocalTime heure : List.of(LocalTime.of(0, 1), LocalTime.of(23, 59))) {
            montre.regler(jour.atTime(heure));
            assertThat(horloge.aujourdhui()).isEqualTo(jour);
        }
    }

    @ParameterizedTest
    @MethodSource("nuits")
    void aucun_travail_regulier_ne_tombe_entre_deux_et_trois_heures(ZoneOffsetTransition nuit) {
        LocalDate jour = nuit.getDateTimeBefore().toLocalDate();
        Instant debut = jour.atStartOfDay(Horloge.PARIS).toInstant().minusSeconds(1);
        List<CronTask> quotidiens = travauxReguliers.getScheduledTasks().stream()
                .map(ScheduledTask::getTask)
                .filter(CronTask.class::isInstance)
                .map(CronTask.class::cast)
                .filter(travail -> !chaqueHeure(travail))
                .toList();
        assertThat(quotidiens).hasSizeGreaterThanOrEqualTo(5);
        for (CronTask travail : quotidiens) {
            Instant prochain = travail.getTrigger().nextExecution(new SimpleTriggerContext(debut, debut, debut));
            ZonedDateTime heure = prochain.atZone(Horloge.PARIS);
            assertThat(heure.toLocalDate()).as(travail.getExpression()).isEqualTo(jour);
            assertThat(heure.getHour()).as(travail.getExpression()).isNotEqualTo(2);
            Instant suivant =
                    travail.getTrigger().nextExecution(new SimpleTriggerContext(prochain, prochain, prochain));
            assertThat(suivant.atZone(Horloge.PARIS).toLocalDate()).isEqualTo(jour.plusDays(1));
            assertThat(suivant.atZone(Horloge.PARIS).toLocalTime()).isEqualTo(heure.toLocalTime());
        }
    }

    /** What comes round each hour or more often, like the removal of dead sessions, loses nothing when one hour is missing. */
    private static boolean chaqueHeure(CronTask travail) {
        return travail.getExpression().split(" ")[2].equals("*");
    }

    private Job attendreUnJour(Instant maintenant) {
        ClockUtil.setCurrentTime(Date.from(maintenant));
        String instance =
                execution.startProcessInstanceByKey("attente-d-essai", Map.of()).getId();
        return travaux.createJobQuery().processInstanceId(instance).singleResult();
    }

    private List<String> dusA(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
        return travaux.createJobQuery().processDefinitionKey("attente-d-essai").executable().list().stream()
                .map(Job::getId)
                .toList();
    }

    /** Written and read back by plain JDBC; the text as it lies in the table. */
    private String parJdbc(Instant instant) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into anomalie (id, quand, source, texte) values (?, ?, 'essai', 'essai')",
                id,
                Timestamp.from(instant));
        try {
            assertThat(jdbc.queryForObject("select quand from anomalie where id = ?", Timestamp.class, id)
                            .toInstant())
                    .isEqualTo(instant);
            return jdbc.queryForObject("select cast(quand as char) from anomalie where id = ?", String.class, id);
        } finally {
            jdbc.update("delete from anomalie where id = ?", id);
        }
    }

    private String enBase(String table, String colonne, String id) {
        return jdbc.queryForObject(
                "select cast(" + colonne + " as char) from " + table + " where ID_ = ?", String.class, id);
    }

    private static String utc(Instant instant) {
        return SQL.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
