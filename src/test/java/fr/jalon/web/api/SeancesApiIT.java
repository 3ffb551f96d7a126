package fr.jalon.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.jury.ProcesVerbaux;
import fr.jalon.jury.ScenesDuJury;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Tenue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The sessions through the public API, over the network: whose they are, votes, opinions, proof. */
@JalonIT
class SeancesApiIT {

    private static final String AVIS = "{\"notes\": [{\"critere\": \"BESOIN\", \"note\": 4}, {\"critere\": \"PROJET\","
            + " \"note\": 4}, {\"critere\": \"COUT\", \"note\": 3}, {\"critere\": \"PLAN\", \"note\": 5}],"
            + " \"recommandation\": \"POUR\", \"commentaire\": null}";

    @Autowired
    private Monde monde;

    @Autowired
    private HorlogeReglable reglage;

    private ScenesDuJury scenes;

    @BeforeEach
    void preparer() {
        reglage.regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDuJury(monde);
    }

    @AfterEach
    void remettre() {
        reglage.regler(EssaiConfiguration.DEPART);
    }

    private ClientApi client(Agent agent) {
        return ClientApi.anonyme(monde).comme(agent);
    }

    private ClientApi jure(int n) {
        return client(scenes.jure(n));
    }

    @Test
    void de_l_avis_au_vote_a_la_decision_et_a_la_preuve(@TempDir Path dossier) throws Exception {
        SeanceVue seance = scenes.convoquee(scenes.demande("1100"), scenes.demande("1000"));
        String ici = "/api/v1/seances/" + seance.id();
        JsonNode lue = jure(4).get(ici).json();
        assertThat(lue.path("etat").asString()).isEqualTo("CONVOQUEE");
        assertThat(lue.path("sieges").size()).isEqualTo(7);
        assertThat(lue.path("points").get(0).path("etat").asString()).isEqualTo("A_VENIR");
        assertThat(jure(4).get("/api/v1/seances?instance=CAI")
                        .json()
                        .path("elements")
                        .toString())
                .contains(seance.numero());

        assertThat(jure(4).post(ici + "/points/1/avis", AVIS)
                        .json()
                        .path("empreinte")
                        .asString())
                .hasSize(64);
        assertThat(jure(4).post(ici + "/points/1/avis", "{\"notes\": [null], \"recommandation\": null}")
                        .statut())
                .isEqualTo(422);
        assertThat(jure(2).get(ici + "/points/1/avis").statut()).isEqualTo(403);
        assertThat(jure(6).post(ici + "/points/1/deports", "{\"motif\": \"je connais\"}")
                        .statut())
                .isEqualTo(200);
        assertThat(jure(6).get(ici + "/points/1").statut()).isEqualTo(404);
        assertThat(jure(6).get(ici).json().path("points").size()).isEqualTo(1);

        scenes.ouverte(seance);
        assertThat(jure(4).post(ici + "/points/1/bulletins", "{\"sens\": \"POUR\"}")
                        .statut())
                .isEqualTo(409);
        assertThat(jure(3).post(ici + "/points/1/ouverture", "{}").statut()).isEqualTo(403);
        assertThat(jure(1).post(ici + "/points/1/ouverture", "{}")
                        .json()
                        .path("etat")
                        .asString())
                .isEqualTo("OUVERT");
        Reponse vote = jure(4).post(ici + "/points/1/bulletins", "{\"sens\": \"POUR\"}");
        assertThat(vote.statut()).isEqualTo(200);
        assertThat(jure(4).post(ici + "/points/1/bulletins", "{\"sens\": \"POUR\"}")
                        .texte())
                .isEqualTo(vote.texte());
        assertThat(jure(4).post(ici + "/points/1/bulletins", "{\"sens\": \"OUI\"}")
                        .statut())
                .isEqualTo(422);
        assertThat(jure(6).post(ici + "/points/1/bulletins", "{\"sens\": \"POUR\"}")
                        .statut())
                .isEqualTo(404);
        assertThat(jure(2).get(ici + "/points/1/avis").json().size()).isEqualTo(1);
        ClientApi secretaire = client(scenes.secretaire());
        assertThat(secretaire
                        .post(ici + "/points/1/cloture", "{\"decision\": \"ACCORD\", \"montant\": 99999}")
                        .statut())
                .isEqualTo(422);
        assertThat(secretaire
                        .post(ici + "/points/1/cloture", "{\"decision\": \"REFUS\", \"motifs\": [\"Non.\"]}")
                        .statut())
                .isEqualTo(409);
        Reponse close = secretaire.post(
                ici + "/points/1/cloture",
                "{\"decision\": \"ACCORD_PARTIEL\", \"montant\": 600, \"motifs\": [\"Une part reste à la personne.\"]}");
        assertThat(close.statut()).as(close.texte()).isEqualTo(200);
        assertThat(close.json().path("point").path("etat").asString()).isEqualTo("CLOS");
        assertThat(close.json().path("point").path("montant").asDouble()).isEqualTo(600);
        assertThat(secretaire.get(ici + "/preuve").statut()).isEqualTo(409);

        jure(1).post(ici + "/points/2/ouverture", "{\"secret\": true}");
        assertThat(jure(2).post(ici + "/points/2/bulletins", "{\"sens\": \"POUR\"}")
                        .statut())
                .isEqualTo(200);
        assertThat(jure(2).post(ici + "/points/2/bulletins", "{\"sens\": \"CONTRE\"}")
                        .statut())
                .isEqualTo(409);
        assertThat(secretaire
                        .post(ici + "/points/2/cloture", "{\"decision\": \"ACCORD\"}")
                        .statut())
                .isEqualTo(200);
        monde.bean(Tenue.class).clore(seance.id(), null, scenes.secretaire());
        monde.bean(ProcesVerbaux.class).signer(seance.id(), scenes.jure(1));
        Reponse preuve = secretaire.get(ici + "/preuve");
        assertThat(preuve.statut()).isEqualTo(200);
        verifier(Files.write(dossier.resolve("preuve.zip"), preuve.octets()));
    }

    /** The same program that an outsider runs. */
    private static void verifier(Path zip) throws Exception {
        Process python = new ProcessBuilder("python3", "bin/verifier-preuve.py", zip.toString())
                .redirectErrorStream(true)
                .start();
        String dit = new String(python.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(python.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(python.exitValue()).as(dit).isZero();
    }

    @Test
    void une_seance_n_existe_que_pour_ceux_qui_y_ont_une_place() {
        SeanceVue seance = scenes.convoquee(scenes.demande("1100"));
        String ici = "/api/v1/seances/" + seance.id();
        List<Agent> autres = List.of(
                monde.agent("jure.ailleurs", Role.JURY, null),
                monde.agent(Role.RESPONSABLE_ANTENNE, "KLEBER"),
                monde.agent(Role.ALI, "KLEBER"),
                monde.agent(Role.INSTRUCTEUR, "BLOSNE"));
        for (Agent autre : autres) {
            for (String chemin : List.of("", "/points/1", "/points/1/avis", "/preuve")) {
                assertThat(client(autre).get(ici + chemin).statut())
                        .as(autre.roles() + " " + chemin)
                        .isEqualTo(404);
            }
            assertThat(client(autre).get("/api/v1/seances").texte()).doesNotContain(seance.numero());
            assertThat(client(autre)
                            .post(ici + "/points/1/bulletins", "{\"sens\": \"POUR\"}")
                            .statut())
                    .isEqualTo(404);
            assertThat(client(autre).post(ici + "/points/1/avis", AVIS).statut())
                    .isEqualTo(404);
            assertThat(client(autre).post(ici + "/points/1/ouverture", "{}").statut())
                    .isEqualTo(404);
            assertThat(client(autre).post(ici + "/points/1/cloture", "{}").statut())
                    .isEqualTo(404);
            assertThat(client(autre)
                            .post(ici + "/points/1/deports", "{\"motif\": \"x\"}")
                            .statut())
                    .isEqualTo(404);
        }
        Agent accueil = monde.agent(Role.ACCUEIL, "KLEBER");
        assertThat(client(accueil).get(ici).statut()).isEqualTo(403);
        String membre =
                jure(4).get(ici).texte() + jure(4).get(ici + "/points/1").texte();
        assertThat(membre).doesNotContain("Inventée ", seance.points().get(0).numeroDossier());
    }
}
