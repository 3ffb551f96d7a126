package fr.jalon.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.Francais;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.essais.Seul;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Files made to take the memory of everybody, twelve at once: they are refused, and nobody else waits for them. */
@JalonIT
@Seul
class ImportsLourdsIT {

    private static final Logger LOG = LoggerFactory.getLogger(ImportsLourdsIT.class);
    private static final int A_LA_FOIS = 12;
    private static final long MEMOIRE_MAX = 1L << 30;

    @Autowired
    private Monde monde;

    private static final String BORNE = "borne-lourde";

    /** The whole form, made once: the program that sends shares the memory of the one that receives. */
    private static byte[] formulaire(String contenu) {
        return ("--" + BORNE + "\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"lourd.csv\"\r\n\r\n"
                        + contenu + "\r\n--" + BORNE + "--\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void douze_fichiers_de_neuf_millions_de_cases_ne_retiennent_ni_la_memoire_ni_les_pages() throws Exception {
        Agent agent = monde.instructeur();
        ClientApi client = ClientApi.anonyme(monde).comme(agent);
        Navigation autre = new Navigation(monde);
        autre.connecter(monde.responsable().identifiant(), Monde.MOT_DE_PASSE);
        for (int i = 0; i < 20; i++) {
            assertThat(autre.get("/corbeille").statut()).isEqualTo(200);
        }
        byte[] separateurs = formulaire("civilite;nom\n" + ";".repeat(9_000_000));
        byte[] uneCase = formulaire("civilite;nom\nMME;\"" + "x".repeat(9_000_000));
        ExecutorService fils = Executors.newFixedThreadPool(A_LA_FOIS);
        List<Future<Reponse>> envois = new ArrayList<>();
        for (int i = 0; i < A_LA_FOIS; i++) {
            envois.add(fils.submit(envoi(client, i % 2 == 0 ? separateurs : uneCase)));
        }
        List<Long> durees = new ArrayList<>();
        long pointe = 0;
        while (!envois.stream().allMatch(Future::isDone)) {
            long debut = System.nanoTime();
            assertThat(autre.get("/corbeille").statut()).isEqualTo(200);
            durees.add(Duration.ofNanos(System.nanoTime() - debut).toMillis());
            Runtime machine = Runtime.getRuntime();
            pointe = Math.max(pointe, machine.totalMemory() - machine.freeMemory());
        }
        for (Future<Reponse> envoi : envois) {
            Francais.verifierRefus(resultat(envoi), 422);
        }
        fils.shutdown();
        assertThat(durees).as("assez de pages pour un centile").hasSizeGreaterThan(20);
        Collections.sort(durees);
        long p95 = durees.get((int) Math.ceil(durees.size() * 0.95) - 1);
        LOG.info("Imports lourds : {} pages, p95 {} ms, tas {} Mo au plus", durees.size(), p95, pointe >> 20);
        assertThat(pointe).isLessThan(MEMOIRE_MAX);
        assertThat(p95).as("p95 des pages des autres, en ms").isLessThan(500);
    }

    private static Callable<Reponse> envoi(ClientApi client, byte[] octets) {
        return () -> client.appeler(
                "POST",
                "/api/v1/imports/demandes-rsa?simulation=true",
                "multipart/form-data; boundary=" + BORNE,
                octets);
    }

    private static Reponse resultat(Future<Reponse> envoi) throws InterruptedException, ExecutionException {
        return envoi.get();
    }

    @Test
    void un_petit_import_finit_avant_un_grand_arrive_plus_tot() throws Exception {
        ClientApi client = ClientApi.anonyme(monde).comme(monde.instructeur());
        String titres =
                "civilite;nom;prenoms;date_naissance;adresse;code_postal;commune;canal;nationalite;date_depot\n";
        StringBuilder grand = new StringBuilder(titres);
        for (int i = 0; i < 600; i++) {
            grand.append("MME;Inventée")
                    .append(i)
                    .append(";Zoé;14/03/1986;1 allée Imaginaire;35000;Rennes;guichet;FR;01/06/2026\n");
        }
        Reponse depose = client.avec("Prefer", "wait=0")
                .deposer(
                        "/api/v1/imports/demandes-rsa?simulation=true",
                        null,
                        "grand.csv",
                        grand.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(depose.statut()).as(depose.texte()).isEqualTo(202);
        String petit = titres + "MME;Fictive;Zoé;14/03/1986;2 allée Imaginaire;35000;Rennes;guichet;FR;01/06/2026\n";
        Reponse fini = client.avec("Prefer", "wait=60")
                .deposer(
                        "/api/v1/imports/demandes-rsa?simulation=true",
                        null,
                        "petit.csv",
                        petit.getBytes(StandardCharsets.UTF_8));
        assertThat(fini.statut()).as(fini.texte()).isEqualTo(201);
        Reponse encore =
                client.get("/api/v1/imports/" + depose.json().path("id").asString());
        assertThat(encore.json().path("etat").asString()).as(encore.texte()).isEqualTo("LU");
        Reponse avance =
                client.get("/api/v1/imports/" + depose.json().path("id").asString());
        long fin = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (avance.json().path("etat").asString().equals("LU")) {
            assertThat(System.nanoTime()).as(avance.texte()).isLessThan(fin);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            avance = client.get("/api/v1/imports/" + depose.json().path("id").asString());
        }
    }
}
