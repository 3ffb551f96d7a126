package fr.jalon.web.modeler;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Authentification;
import fr.jalon.agent.PorteeJeton;
import fr.jalon.agent.Role;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.decision.Decisions;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.essais.EtatDeLaBase;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.ModelesDuDepot;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.ParcoursFacultatifs;
import fr.jalon.moteur.Taches;
import fr.jalon.web.modeler.AppelsDuModeler.Reponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Camunda Modeler deposits, the checker judges, another account publishes: over the network, call by call. */
@JalonIT
class ModelerIT {

    private static final String TABLE = "conference-possible";

    @Autowired
    private Monde monde;

    @Autowired
    private JdbcTemplate jdbc;

    private AppelsDuModeler pilote1;
    private AppelsDuModeler pilote2;
    private int avant;

    @BeforeEach
    void comptes() {
        monde.agent("pilote1", Role.PILOTE, null);
        monde.agent("pilote2", Role.PILOTE, null);
        pilote1 = new AppelsDuModeler(monde, AppelsDuModeler.basic("pilote1"));
        pilote2 = new AppelsDuModeler(monde, AppelsDuModeler.basic("pilote2"));
        avant = depots();
    }

    private static byte[] modele(String nom, String... changements) {
        try {
            String texte = Files.readString(ModelesDuDepot.fichier(nom));
            for (int i = 0; i < changements.length; i += 2) {
                assertThat(texte).contains(changements[i]);
                texte = texte.replace(changements[i], changements[i + 1]);
            }
            return texte.getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] tableChangee() {
        return modele(TABLE + ".dmn", "<text>\"POSSIBLE\"</text>", "<text>\"REFUSEE\"</text>");
    }

    private int depots() {
        return jdbc.queryForObject("select count(*) from modele_lot", Integer.class);
    }

    @Test
    void le_modeler_verifie_sa_connexion_sans_puis_avec_un_compte() {
        AppelsDuModeler sans = new AppelsDuModeler(monde, null);
        assertThat(sans.get("/engine-rest/deployment?maxResults=0").statut()).isEqualTo(401);
        assertThat(new AppelsDuModeler(monde, AppelsDuModeler.basic("pilote1", "faux"))
                        .get("/engine-rest/deployment?maxResults=0")
                        .statut())
                .isEqualTo(401);
        Reponse avec = pilote1.get("/engine-rest/deployment?maxResults=0");
        assertThat(avec.statut()).isEqualTo(200);
        assertThat(avec.brute().body()).isEqualTo("[]");
        assertThat(avec.brute().headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(pilote1.get("/engine-rest/version").brute().body()).isEqualTo("{\"version\":\"7.24.0\"}");
        Agent pilote = monde.agent("pilote1", Role.PILOTE, null);
        String jeton = monde.bean(Authentification.class)
                .creerJeton(pilote, "modeler", PorteeJeton.MODELES, Duration.ofDays(30));
        assertThat(new AppelsDuModeler(monde, "Bearer " + jeton)
                        .get("/engine-rest/version")
                        .statut())
                .isEqualTo(200);
        AppelsDuModeler instructeur = new AppelsDuModeler(
                monde, AppelsDuModeler.basic(monde.instructeur().identifiant()));
        assertThat(instructeur.get("/engine-rest/version").statut()).isEqualTo(403);
        assertThat(instructeur.deposer("x", Map.of("x.bpmn", new byte[0])).statut())
                .isEqualTo(403);
        JsonNode pages =
                sans.get("/.well-known/camunda-automation-platform/webapps").json();
        assertThat(pages.propertyNames()).containsExactly("cockpitUrl", "tasklistUrl", "adminUrl");
    }

    @Test
    void un_depot_est_un_brouillon_et_un_modele_inchange_n_en_est_pas_un() {
        Map<String, byte[]> joints = new LinkedHashMap<>();
        joints.put(
                "conference-familiale.bpmn",
                modele(
                        "conference-familiale.bpmn",
                        "name=\"Poser la question avec la famille\"",
                        "name=\"Poser la question en famille\""));
        joints.put("poser-question.form", modele("poser-question.form"));
        joints.put("conference-possible.dmn", modele("conference-possible.dmn"));
        Reponse depose = pilote1.deposer("Conférence", joints);
        assertThat(depose.statut()).as(depose.brute().body()).isEqualTo(200);
        assertThat(depose.json().path("name").asString()).isEqualTo("Conférence");
        assertThat(depose.json().path("source").asString()).isEqualTo("Camunda Modeler");
        JsonNode processus = depose.json().path("deployedProcessDefinitions");
        assertThat(processus).hasSize(1);
        String definition = processus.propertyNames().iterator().next();
        assertThat(processus.path(definition).path("key").asString()).isEqualTo("conference-familiale");
        assertThat(processus.path(definition).path("name").asString()).isEqualTo("Conférence familiale");
        assertThat(pilote1.deposer("Conférence", joints).json().path("id").asString())
                .as("le même brouillon")
                .isEqualTo(depose.json().path("id").asString());
        assertThat(depots()).isEqualTo(avant + 1);
        JsonNode liste =
                pilote1.get("/api/v1/atelier/modeles?etat=BROUILLON&taille=200").json();
        assertThat(liste.path("elements"))
                .extracting(m -> m.path("cle").asString())
                .contains("conference-familiale")
                .doesNotContain("poser-question");
        JsonNode brouillon = liste.path("elements").path(0);
        assertThat(brouillon.propertyNames())
                .containsExactly("cle", "type", "version", "etat", "auteur", "approbateur", "publieLe");
        assertThat(brouillon.path("auteur").asString()).isEqualTo("pilote1");

        Reponse inchange = pilote1.deposer(
                "Conférence",
                Map.of(
                        "conference-familiale.bpmn",
                        modele(
                                "conference-familiale.bpmn",
                                "><",
                                ">\n   <",
                                "targetNamespace",
                                "exporter=\"Camunda Modeler\" exporterVersion=\"5.40.0\" targetNamespace",
                                "<dc:Bounds x=\"1",
                                "<dc:Bounds x=\"2")));
        assertThat(inchange.statut()).isEqualTo(200);
        assertThat(jdbc.queryForList(
                        "select ID_ from ACT_RE_DEPLOYMENT where NAME_ = 'conference-familiale'", String.class))
                .contains(inchange.json().path("id").asString());
        assertThat(depots()).isEqualTo(avant + 1);

        Map<String, Long> base = EtatDeLaBase.sommes(jdbc);
        Reponse essai = pilote1.post(
                "/engine-rest/process-definition/" + definition.replace(":", "%3A") + "/start",
                "{\"businessKey\":\"essai\"}");
        assertThat(essai.statut()).as(essai.brute().body()).isEqualTo(200);
        assertThat(essai.json().path("definitionId").asString()).isEqualTo(definition);
        assertThat(essai.json().path("ended").asBoolean()).isFalse();
        assertThat(pilote1.post("/engine-rest/process-definition/inconnu/start", "{}")
                        .statut())
                .isEqualTo(404);
        assertThat(EtatDeLaBase.sommes(jdbc)).isEqualTo(base);
    }

    @Test
    void un_modele_refuse_l_est_dans_la_forme_que_le_modeler_montre() {
        Reponse refuse = pilote1.deposer(
                "x",
                Map.of(
                        "conference-familiale.bpmn",
                        modele(
                                "conference-familiale.bpmn",
                                "camunda:delegateExpression=\"${ecrireCourrier}\"",
                                "camunda:class=\"java.lang.Runtime\"")));
        assertThat(refuse.statut()).isEqualTo(400);
        assertThat(refuse.json().path("type").asString()).isEqualTo("ParseException");
        assertThat(refuse.json().path("message").asString())
                .startsWith("ENGINE-09005 Could not parse BPMN process.")
                .contains("Delegate expression");
        assertThat(refuse.json().has("code")).isTrue();
        JsonNode faute = refuse.json()
                .path("details")
                .path("conference-familiale.bpmn")
                .path("errors")
                .path(0);
        assertThat(faute.propertyNames()).containsExactly("message", "line", "column", "mainElementId", "elementIds");
        assertThat(faute.path("mainElementId").asString()).isEqualTo("ServiceTask_InviterFamille");
        assertThat(depots()).isEqualTo(avant);
        assertThat(pilote1.deposer("x", new LinkedHashMap<>()).statut()).isEqualTo(400);
        assertThat(pilote1.post("/engine-rest/deployment/create", "{}").statut())
                .isIn(400, 415);
        assertThat(pilote1.deposer("x", Map.of("x.bpmn", new byte[3 * 1024 * 1024]))
                        .statut())
                .isEqualTo(413);
    }

    @Test
    void la_verification_dit_ses_constats_et_n_ecrit_rien() {
        Reponse bon = pilote1.parties("/api/v1/atelier/verifications", Map.of(TABLE + ".dmn", tableChangee()));
        assertThat(bon.statut()).isEqualTo(200);
        assertThat(bon.json().path("acceptable").asBoolean()).isTrue();
        Reponse mauvais = pilote1.parties(
                "/api/v1/atelier/verifications",
                Map.of(TABLE + ".dmn", modele(TABLE + ".dmn", "hitPolicy=\"UNIQUE\"", "hitPolicy=\"PRIORITY\"")));
        assertThat(mauvais.json().path("acceptable").asBoolean()).isFalse();
        assertThat(mauvais.json().path("constats").path(0).propertyNames())
                .containsExactly("fichier", "element", "regle", "gravite", "message", "remede", "ligne");
        assertThat(pilote1.parties("/api/v1/atelier/verifications", Map.of()).statut())
                .isEqualTo(422);
        assertThat(pilote1.parties("/api/v1/atelier/verifications", Map.of("x.bpmn", new byte[3_000_000]))
                        .statut())
                .isEqualTo(413);
        assertThat(depots()).isEqualTo(avant);
    }

    @Test
    void un_autre_publie_un_nouveau_dossier_suit_et_celui_qui_court_garde_sa_regle() {
        Agent ali = monde.agent(Role.ALI, "KLEBER");
        monde.responsable();
        DossierVue ancien = conference(ali);
        assertThat(pilote1.deposer("Règle", Map.of(TABLE + ".dmn", tableChangee()))
                        .statut())
                .isEqualTo(200);
        String publication = "/api/v1/atelier/modeles/" + TABLE + "/versions/1/publication";
        assertThat(pilote1.post(publication, "{}").statut())
                .as("l'auteur n'est pas l'approbateur")
                .isEqualTo(409);
        assertThat(pilote2.post(publication.replace("/1/", "/9/"), "{}").statut())
                .isEqualTo(404);
        Reponse publie = pilote2.post(publication, "{\"motif\":\"Décision du comité.\"}");
        assertThat(publie.statut()).as(publie.brute().body()).isEqualTo(200);
        assertThat(pilote2.post(publication, "{}").statut()).as("déjà publiée").isEqualTo(409);

        DossierVue nouveau = conference(ali);
        poserLaQuestion(ancien, ali);
        poserLaQuestion(nouveau, ali);
        Dossiers dossiers = monde.bean(Dossiers.class);
        assertThat(dossiers.parId(nouveau.id()).issue()).isEqualTo(Issue.SANS_SUITE);
        assertThat(dossiers.parId(ancien.id()).issue()).isNull();
        assertThat(jdbc.queryForList(
                        "select texte from journal_entree where objet = ? order by quand", String.class, TABLE))
                .contains("Version 1 approuvée et mise en service ; écrite par pilote1.");

        JsonNode enService = pilote1.get("/api/v1/atelier/modeles?etat=PUBLIE&taille=200")
                .json()
                .path("elements");
        assertThat(enService)
                .filteredOn(m -> m.path("cle").asString().equals(TABLE))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.path("version").asInt()).isEqualTo(1);
                    assertThat(m.path("approbateur").asString()).isEqualTo("pilote2");
                    assertThat(m.path("publieLe").asString()).isNotBlank();
                });
    }

    private DossierVue conference(Agent ali) {
        DossierVue dossier =
                monde.bean(ParcoursFacultatifs.class).demarrer(monde.demande().numero(), "CFA", ali);
        monde.travailler();
        return dossier;
    }

    private void poserLaQuestion(DossierVue dossier, Agent ali) {
        String tache =
                monde.bean(Corbeille.class).duDossier(dossier.id()).get(0).tacheId();
        monde.bean(Taches.class)
                .achever(
                        tache,
                        Map.of(
                                "question",
                                "Comment faire ?",
                                "coordinateur",
                                "Alix Modèle",
                                "accord",
                                "OUI",
                                "danger",
                                "NON"),
                        ali);
        monde.travailler();
    }

    @Test
    void une_publication_attend_son_jour_et_deux_auteurs_ne_s_ecrasent_pas() {
        byte[] mienne = modele("parametres-fusion.dmn", "<text>30</text>", "<text>31</text>");
        byte[] sienne = modele("parametres-fusion.dmn", "<text>30</text>", "<text>32</text>");
        assertThat(pilote1.deposer("a", Map.of("parametres-fusion.dmn", mienne)).statut())
                .isEqualTo(200);
        assertThat(pilote2.deposer("b", Map.of("parametres-fusion.dmn", sienne)).statut())
                .isEqualTo(200);
        String base = "/api/v1/atelier/modeles/parametres-fusion/versions/";
        LocalDate demain =
                monde.bean(fr.jalon.commun.Horloge.class).aujourdhui().plusDays(1);
        assertThat(pilote2.post(base + "1/publication", "{\"le\":\"2000-01-01\"}")
                        .statut())
                .isEqualTo(422);
        assertThat(pilote2.post(base + "1/publication", "{\"le\":\"" + demain + "\"}")
                        .json()
                        .path("etat")
                        .asString())
                .isEqualTo("PROGRAMME");
        assertThat(jours()).isEqualTo(30);
        monde.bean(fr.jalon.essais.HorlogeReglable.class).avancer(Duration.ofDays(1));
        monde.bean(fr.jalon.atelier.PublicationDesModeles.class).publierLesDus();
        assertThat(jours()).isEqualTo(31);
        Reponse depassee = pilote1.post(base + "2/publication", "{}");
        assertThat(depassee.statut()).isEqualTo(409);
        assertThat(depassee.json().path("detail").asString()).contains("a été publiée depuis");
    }

    private int jours() {
        LocalDate jour = monde.bean(fr.jalon.commun.Horloge.class).aujourdhui();
        Object dit = monde.bean(Decisions.class)
                .evaluer("parametres-fusion", Map.of("jour", jour))
                .lignes()
                .get(0)
                .get("joursPourDefaire");
        return ((Number) dit).intValue();
    }
}
