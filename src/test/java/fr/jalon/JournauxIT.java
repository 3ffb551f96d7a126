package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.FichiersInventes;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.node.ObjectNode;

/**
 * A whole life whose person has strings of its own, with all that goes wrong on the way: none of them is in the log. What every other
 * integration test logs is read by {@code JournauxSansPersonne}.
 */
@JalonIT
@ExtendWith(OutputCaptureExtension.class)
class JournauxIT {

    private static final Logger LOG = LoggerFactory.getLogger(JournauxIT.class);

    private static final String NOM = "Xylophène-Inventée";
    private static final String PRENOM = "Quetzalie";
    private static final String RUE = "17 allée du Vraquier-Imaginaire";
    private static final String TELEPHONE = "02 99 47 58 69";
    private static final String COURRIEL = "quetzalie@vraquier.exemple";
    private static final String NIR = "285037512345688";
    private static final String NAISSANCE = "1985-03-27";
    private static final String REMARQUE = "Elle dort chez sa tante zéphyrine";

    private static final List<String> SIENS = List.of(
            "Xylophène",
            "XYLOPHENE",
            "xylophene",
            "Quetzalie",
            "Vraquier",
            "vraquier",
            "47 58 69",
            "47586",
            NIR,
            NIR.substring(0, 13),
            NAISSANCE,
            "27/03/1985",
            "zéphyrine");

    @Autowired
    private Monde monde;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aucune_chaine_d_une_personne_n_est_dans_les_journaux_d_une_vie_entiere(CapturedOutput sortie)
            throws IOException {
        Agent agent = monde.instructeur();
        ClientApi api = ClientApi.anonyme(monde).comme(agent);
        Reponse creee = api.post("/api/v1/usagers", fiche().toString());
        assertThat(creee.statut()).as(creee.texte()).isEqualTo(201);
        String id = creee.json().path("id").asString();
        lesDoubles(api);
        lesMauvaisesSaisies(api);
        String numero = leDossier(api, id);
        lesEcrans(agent, id, numero);
        lImport(api);
        lesDemandesTordues(agent);
        laBaseSePlaint(id);

        LOG.error("Repère du test {}", "fin-de-la-vie");
        String journal = sortie.getAll();
        assertThat(journal).contains("fin-de-la-vie");
        for (String sien : SIENS) {
            assertThat(journal.lines().filter(l -> l.contains(sien)).toList())
                    .as("« " + sien + " » dans le journal")
                    .isEmpty();
        }
        assertThat(journalDeLaBase())
                .as("le journal d'erreurs du serveur de base")
                .contains("ready for connections")
                .doesNotContain(SIENS);
        for (String empreinte :
                jdbc.queryForList("select nir_empreinte from personne where nir_empreinte is not null", String.class)) {
            assertThat(journal).doesNotContain(empreinte);
        }
    }

    /** What would print whole orders or refused values stays off, as docs/exploitation.md says. */
    @Test
    void la_base_n_ecrit_ni_les_ordres_ni_les_blocages_ni_les_evenements() {
        assertThat(
                        jdbc.queryForMap(
                                "select @@general_log g, @@slow_query_log l, @@innodb_print_all_deadlocks b, @@event_scheduler e"))
                .extractingByKeys("g", "l", "b", "e")
                .extracting(Object::toString)
                .containsExactly("0", "0", "0", "OFF");
        assertThat(jdbc.queryForList(
                        "select plugin_name from information_schema.plugins where plugin_name = 'SQL_ERROR_LOG'",
                        String.class))
                .isEmpty();
    }

    private String journalDeLaBase() throws IOException {
        Path donnees = Path.of(jdbc.queryForObject("select @@datadir", String.class));
        return Files.readString(donnees.resolveSibling("mariadb.log"));
    }

    private ObjectNode fiche() {
        ObjectNode fiche = (ObjectNode) monde.json("{\"civilite\":\"MME\",\"quartier\":\"Q1\",\"langue\":\"fr\"}");
        fiche.put("nom", NOM);
        fiche.put("prenoms", PRENOM);
        fiche.put("dateNaissance", NAISSANCE);
        fiche.put("adresse", RUE + "\n35000 Rennes");
        fiche.put("telephone", TELEPHONE);
        fiche.put("courriel", COURRIEL);
        fiche.put("nir", NIR);
        return fiche;
    }

    private void lesDoubles(ClientApi api) {
        for (int i = 0; i < 2; i++) {
            assertThat(api.post("/api/v1/usagers", fiche().toString()).statut()).isIn(409, 422);
        }
        ClientApi avecCle = api.avec("Idempotency-Key", "meme-cle");
        ObjectNode sansNir = fiche();
        sansNir.putNull("nir");
        avecCle.post("/api/v1/usagers", sansNir.toString());
        assertThat(avecCle.post("/api/v1/usagers", fiche().toString()).statut()).isEqualTo(422);
    }

    private void lesMauvaisesSaisies(ClientApi api) {
        for (String champ : List.of("civilite", "dateNaissance", "quartier", "langue", "nir", "inconnu")) {
            ObjectNode fausse = fiche();
            fausse.put(champ, NOM);
            assertThat(api.post("/api/v1/usagers", fausse.toString()).statut()).isIn(409, 422);
        }
        api.post("/api/v1/usagers", fiche().toString().substring(0, 90));
        api.post("/api/v1/dossiers", "{\"usagerId\":\"" + NOM + "\"}");
        api.get("/api/v1/dossiers?q=" + NOM.substring(0, 4) + "&page=" + NIR);
        api.get("/api/v1/courriers/" + NIR);
        api.get("/api/v1/dossiers?etat=" + PRENOM);
    }

    private String leDossier(ClientApi api, String id) {
        ObjectNode depot = (ObjectNode) monde.json("{\"dispositif\":\"RSA\",\"canal\":\"GUICHET\"}");
        depot.put("usagerId", id);
        depot.set("donnees", monde.situation());
        Reponse ouvert = api.post("/api/v1/dossiers", depot.toString());
        assertThat(ouvert.statut()).as(ouvert.texte()).isEqualTo(201);
        assertThat(api.post("/api/v1/dossiers", depot.toString()).statut()).isEqualTo(409);
        monde.travailler();
        String numero = ouvert.json().path("numero").asString();
        DossierVue dossier = monde.bean(Dossiers.class).parNumero(numero, monde.instructeur());
        String piece = monde.bean(Pieces.class).liste(dossier.id()).get(0).type();
        api.deposer("/api/v1/dossiers/" + numero + "/pieces", piece, NOM + ".png", FichiersInventes.png(5, 5));
        api.deposer(
                "/api/v1/dossiers/" + numero + "/pieces", piece, NOM + ".pdf", NOM.getBytes(StandardCharsets.UTF_8));
        String tache =
                monde.bean(Corbeille.class).duDossier(dossier.id()).get(0).tacheId();
        String achevement = "/api/v1/taches/" + tache + "/achevement";
        api.post(achevement, "{\"donnees\":{\"resultat\":\"" + REMARQUE + "\"}}");
        api.post(achevement, "{\"donnees\":{\"resultat\":\"INCOMPLET\",\"message\":\"" + REMARQUE + "\"}}");
        api.post(achevement, "{\"donnees\":{\"resultat\":\"COMPLET\"}}");
        monde.travailler();
        return numero;
    }

    private void lesEcrans(Agent agent, String id, String numero) {
        Navigation ecran = new Navigation(monde);
        ecran.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        ecran.get("/usagers/" + id);
        ecran.get("/dossiers/" + numero);
        ecran.get("/usagers/" + NOM.charAt(0));
        ecran.post("/recherche", Map.of("recherche", NOM));
        ecran.post("/usagers/recherche", Map.of("recherche", NOM + "\u0000"));
        ecran.post("/usagers/" + id, Map.of("nom", NOM, "prenoms", PRENOM, "version", REMARQUE));
        ecran.post("/dossiers/" + numero + "/notes", Map.of("note", REMARQUE));
        ecran.connecter(NOM, TELEPHONE);
    }

    private void lImport(ClientApi api) {
        String csv =
                "civilite;nom;prenoms;date_naissance;adresse;code_postal;commune;canal;nationalite;date_depot;nir\n"
                        + "MME;" + NOM + ";" + PRENOM + ";27/03/1985;" + RUE + ";" + REMARQUE
                        + ";Rennes;guichet;FR;01/06/2026;"
                        + NIR + "\n";
        api.avec("Prefer", "wait=30")
                .deposer(
                        "/api/v1/imports/demandes-rsa?simulation=true",
                        null,
                        NOM + ".csv",
                        csv.getBytes(StandardCharsets.UTF_8));
    }

    /** What the server and the router say of requests that they cannot read, or do not know. */
    private void lesDemandesTordues(Agent agent) {
        Navigation ecran = new Navigation(monde);
        ecran.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        assertThat(ecran.get("/imports/Quetzalie.csv").statut()).isEqualTo(404);
        assertThat(ecran.get("/exemples/Quetzalie").statut()).isEqualTo(404);
        int port = monde.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
        for (String tordue : List.of(
                "GET /dossiers?q=Quetzalie|47586 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /connexion?q=Quetzalie%zz&Quetzalie%=%&=Quetzalie HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /connexion HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: nom=\"Quetzalie\u0001;;=\r\n\r\n",
                "GET /connexion HTTP/1.1\r\nHost: x\r\nXylophène Quetzalie\r\n\r\n",
                "Quetzalie(47586) / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: Quetzalie_47586/x\r\n\r\n",
                "GET / Quetzalie\r\nHost: x\r\n\r\n")) {
            assertThat(reponse(port, tordue)).as(tordue).contains("HTTP/1.1 ");
        }
    }

    private static String reponse(int port, String demande) {
        try (Socket prise = new Socket(InetAddress.getLoopbackAddress(), port)) {
            prise.setSoTimeout(10_000);
            prise.getOutputStream().write(demande.getBytes(StandardCharsets.UTF_8));
            return new String(prise.getInputStream().readNBytes(9), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the database says when a constraint is the last to notice, as a failed step would log it. */
    private void laBaseSePlaint(String id) {
        for (String ordre : List.of(
                "insert into personne select * from personne where id = '" + id + "'",
                "update personne set date_naissance = '" + NOM + "' where id = '" + id + "'",
                "select cast('" + NOM + "' as inet6)")) {
            try {
                jdbc.execute(ordre);
            } catch (RuntimeException e) {
                LOG.error("Échec d'une étape", e);
                LOG.warn("Échec : {}", e.getCause().getMessage());
            }
        }
    }
}
