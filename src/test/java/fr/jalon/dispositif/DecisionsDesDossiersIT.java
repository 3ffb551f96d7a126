package fr.jalon.dispositif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Horloge;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationGardee;
import fr.jalon.decision.EvaluationsDesDossiers;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.ParcoursFacultatifs;
import fr.jalon.prescription.EspacePartenaire;
import fr.jalon.prescription.FichePartenaire;
import fr.jalon.prescription.MotifRefus;
import fr.jalon.prescription.NouvellePrescription;
import fr.jalon.prescription.OngletPartenaire;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.prescription.Reponse;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.sanction.Manquements;
import fr.jalon.sanction.parcours.ManquementRsa;
import fr.jalon.seance.ScenesDEquipe;
import fr.jalon.web.EtapesDEssai;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What decided a dossier is kept as it was, and is told for every dispositif. */
@JalonIT
class DecisionsDesDossiersIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private EvaluationsDesDossiers evaluations;

    @Autowired
    private Decisions decisions;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Chiffrement chiffrement;

    @Autowired
    private Horloge horloge;

    @Autowired
    private PlatformTransactionManager transactions;

    private ScenesDEquipe scenes;
    private Agent ali;

    @BeforeEach
    void agents() {
        scenes = new ScenesDEquipe(monde);
        ali = scenes.ali();
    }

    private List<EvaluationGardee> de(DossierVue dossier, String table) {
        return evaluations.duDossier(dossier.id()).stream()
                .filter(e -> e.cle().equals(table))
                .toList();
    }

    private int total() {
        return jdbc.queryForObject("select count(*) from evaluation_dossier", Integer.class);
    }

    private List<JsonNode> dites(DossierVue dossier) {
        JsonNode fiche = ClientApi.anonyme(monde)
                .comme(monde.responsable())
                .get("/api/v1/dossiers/" + dossier.numero())
                .json();
        return StreamSupport.stream(fiche.path("decisions").spliterator(), false)
                .toList();
    }

    @Test
    void une_demande_garde_ce_que_ses_tables_ont_repondu() {
        DossierVue dossier = new EtapesDEssai(monde).aInstruire(monde.demande());
        assertThat(de(dossier, "eligibilite-rsa")).isNotEmpty().allSatisfy(e -> {
            assertThat(e.version()).isPositive();
            assertThat(e.quand()).isEqualTo(horloge.maintenant());
            assertThat(e.faits()).containsKeys("ageDemandeur");
            assertThat(e.regles())
                    .isNotEmpty()
                    .allSatisfy(r -> assertThat(r.annotation()).isNotBlank());
        });
        assertThat(de(dossier, "pieces-requises")).singleElement().satisfies(e -> {
            assertThat(e.faits()).containsEntry("dispositif", "RSA");
            assertThat(e.regles())
                    .isNotEmpty()
                    .allSatisfy(r -> assertThat(r.id()).startsWith("Rule_"));
        });
    }

    @Test
    void une_correction_en_ajoute_une_et_l_ancienne_reste_comme_elle_etait() {
        DossierVue dossier = new EtapesDEssai(monde).aInstruire(monde.demande());
        EvaluationGardee avant = de(dossier, "eligibilite-rsa").get(0);
        ObjectNode corrigee = (ObjectNode) monde.situation().deepCopy();
        ((ObjectNode) corrigee.path("adultes").path(0)).put("etudiant", true);
        monde.bean(DemandesRsa.class).corriger(dossier.id(), corrigee, null, monde.instructeur());
        List<EvaluationGardee> gardees = de(dossier, "eligibilite-rsa");
        assertThat(gardees).hasSizeGreaterThan(1);
        assertThat(gardees.get(0)).isEqualTo(avant);
        assertThat(gardees.get(gardees.size() - 1).faits()).isNotEqualTo(avant.faits());
    }

    @Test
    void lire_simuler_ou_echouer_n_en_garde_aucune() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        int avant = total();
        ClientApi api = ClientApi.anonyme(monde).comme(monde.responsable());
        assertThat(api.get("/api/v1/dossiers/" + dossier.numero()).statut()).isEqualTo(200);
        assertThat(api.get("/api/v1/dossiers/" + dossier.numero() + "/temps").statut())
                .isEqualTo(200);
        String simulee = "{\"mois\":\"2026-06\",\"adultes\":[{\"age\":40,\"nationalite\":\"FR\"}]}";
        assertThat(api.post("/api/v1/simulations/rsa", simulee).statut()).isEqualTo(200);
        new TransactionTemplate(transactions).executeWithoutResult(t -> {
            evaluations.pour(dossier.id(), () -> decisions.evaluer("quartier-antenne", Map.of("quartier", "Q1")));
            t.setRollbackOnly();
        });
        evaluations.pour(dossier.id(), () -> decisions.evaluer("quartier-antenne", Map.of("quartier", "Q1")));
        assertThat(total()).isEqualTo(avant);
        new TransactionTemplate(transactions)
                .executeWithoutResult(t -> evaluations.pour(dossier.id(), () -> {
                    decisions.evaluer("quartier-antenne", Map.of("quartier", "Q1"));
                    decisions.evaluer("quartier-antenne", Map.of("quartier", "Q1"));
                }));
        assertThat(total()).as("la même question, une fois").isEqualTo(avant + 1);
    }

    /** Facts are those of a person: nobody reads them in the database, nor moves them to another dossier. */
    @Test
    void les_faits_sont_chiffres_et_lies_a_leur_dossier() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        byte[] contenu = jdbc.queryForList(
                        "select contenu from evaluation_dossier where dossier_id = ?", byte[].class, dossier.id())
                .get(0);
        assertThat(new String(contenu, StandardCharsets.ISO_8859_1)).doesNotContain("dispositif", "Rule_");
        assertThatThrownBy(() -> chiffrement.dechiffrer(contenu, "evaluation:" + UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void un_manquement_dit_ce_que_la_loi_permet_puis_ce_qui_est_decide() {
        DossierVue dossier =
                monde.bean(Manquements.class).ouvrir(scenes.orientee().id(), ali.identifiant(), ali);
        monde.travailler();
        assertThat(dites(dossier)).isEmpty();
        scenes.achever(
                dossier,
                ManquementRsa.CONSTATER_MANQUEMENT,
                Map.of(
                        "nature", "CONTRAT_NON_ETABLI",
                        "dateFaits", DEPART.minusDays(5).toString(),
                        "faits", "Vous n'êtes pas venue signer votre contrat.",
                        "foyer", "SEUL",
                        "sanction", "SUSPENSION",
                        "taux", 30,
                        "mois", 1),
                ali);
        assertThat(dites(dossier)).singleElement().satisfies(d -> {
            assertThat(d.path("nature").asString()).isEqualTo("CONSTAT");
            assertThat(d.path("resultat").asString()).isEqualTo("CONTRAT_NON_ETABLI");
            assertThat(d.path("auteur").asString()).isEqualTo(ali.identifiant());
            assertThat(d.path("explications").size()).isPositive();
            assertThat(d.path("explications").path(0).path("article").asString())
                    .contains("L262-37");
        });
        assertThat(de(dossier, "manquement-sanction")).isNotEmpty();
    }

    @Test
    void une_orientation_vers_un_partenaire_dit_sa_reponse() {
        Agent partenaire = monde.partenaire("partenaire.decisions", "APRAS");
        DossierVue dossier = monde.bean(Prescriptions.class)
                .prescrire(
                        new NouvellePrescription(
                                monde.personne().id(),
                                null,
                                Canal.GUICHET,
                                List.of("LOGEMENT"),
                                null,
                                "APRAS",
                                true,
                                DEPART.plusMonths(6)),
                        ali);
        monde.travailler();
        assertThat(dites(dossier)).isEmpty();
        EspacePartenaire espace = monde.bean(EspacePartenaire.class);
        FichePartenaire fiche = espace.lister(OngletPartenaire.A_REPONDRE, partenaire).stream()
                .filter(f -> f.numero().equals(dossier.numero()))
                .findFirst()
                .orElseThrow();
        espace.repondre(
                fiche.proposition().id(),
                new Reponse(false, null, null, MotifRefus.AUTRE, "Plus de place avant l'été."),
                null,
                partenaire);
        assertThat(dites(dossier)).singleElement().satisfies(d -> {
            assertThat(d.path("nature").asString()).isEqualTo("PARTENAIRE");
            assertThat(d.path("motif").asString()).isEqualTo("AUTRE");
            assertThat(d.path("auteur").asString()).isEqualTo(partenaire.identifiant());
        });
    }

    /** No Java of its own: what its table answered is its decision. */
    @Test
    void un_parcours_fait_d_un_modele_seul_dit_ce_que_sa_table_a_repondu() {
        DossierVue dossier = monde.bean(ParcoursFacultatifs.class)
                .demarrer(monde.demande().numero(), "CFA", monde.agent(Role.ALI, "KLEBER"));
        monde.travailler();
        scenes.achever(
                dossier,
                "UserTask_PoserQuestion",
                Map.of(
                        "question", "Comment Zoé peut-elle rester chez elle ?",
                        "coordinateur", "Alix Modèle",
                        "accord", "OUI",
                        "danger", "NON"),
                ali);
        assertThat(dites(dossier)).singleElement().satisfies(d -> {
            assertThat(d.path("nature").asString()).isEqualTo("conference-possible");
            assertThat(d.path("resultat").path(0).path("suite").asString()).isEqualTo("POSSIBLE");
            assertThat(d.path("explications").path(0).path("texte").asString()).contains("plein gré");
        });
        assertThat(de(dossier, "conference-possible").get(0).faits()).containsEntry("accord", "OUI");
    }
}
