package fr.jalon.reprise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.JalonApplication;
import fr.jalon.agent.Agent;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.essais.BaseDEssai;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Incidents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that an older version left, with its running dossiers, opens under this one, and each of them goes to its end. */
class RepriseIT {

    @TempDir
    private Path dossier;

    static Stream<Instantane> instantanes() {
        return Instantane.livres().stream();
    }

    @ParameterizedTest
    @MethodSource("instantanes")
    void chaque_dossier_d_une_version_anterieure_va_a_sa_fin(Instantane avant) throws IOException {
        String schema = BaseDEssai.nouveauSchema();
        avant.poser(schema, dossier);
        laisserLesSessionsOuvertes(schema);
        try (ConfigurableApplicationContext jalon = ouvrir(schema)) {
            Monde monde = jalon.getBean(Monde.class);
            quiEtaitConnecteSeReconnecte(monde, avant.session());
            HorlogeReglable horloge = jalon.getBean(HorlogeReglable.class);
            List<String> arretes = new ArrayList<>();
            int rang = 0;
            for (Map.Entry<String, String> attente : avant.attentes().entrySet()) {
                horloge.regler(avant.instant());
                DossierVue repris = monde.bean(Dossiers.class).parNumero(attente.getKey(), Agent.JALON);
                Marcheur marcheur = new Marcheur(monde, horloge, rang++);
                try {
                    marcheur.marcher(repris, e -> false);
                } catch (AssertionError | RuntimeException e) {
                    arretes.add(attente + " : " + e);
                }
            }
            assertThat(arretes).isEmpty();
            assertThat(avant.attentes().values()).contains("incident");
            assertThat(monde.bean(Incidents.class).ouverts()).isEmpty();
        }
    }

    private static void laisserLesSessionsOuvertes(String schema) {
        DriverManagerDataSource source = new DriverManagerDataSource(
                BaseDEssai.base().url(schema),
                BaseDEssai.base().utilisateur(),
                BaseDEssai.base().motDePasse());
        long maintenant = System.currentTimeMillis();
        new JdbcTemplate(source)
                .update(
                        "update SPRING_SESSION set LAST_ACCESS_TIME = ?, EXPIRY_TIME = ?",
                        maintenant,
                        maintenant + Duration.ofHours(1).toMillis());
    }

    /** What a session holds was written by other classes: it is asked to log in again, and sees no error. */
    private static void quiEtaitConnecteSeReconnecte(Monde monde, String session) {
        String cookie = "JALON=" + Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8));
        Reponse reponse = ClientApi.anonyme(monde).avec("Cookie", cookie).get("/corbeille");
        assertThat(reponse.statut()).as(reponse.texte()).isEqualTo(302);
        assertThat(reponse.entete("Location")).contains("/connexion");
    }

    private ConfigurableApplicationContext ouvrir(String schema) {
        return new SpringApplicationBuilder(JalonApplication.class, EssaiConfiguration.class)
                .profiles("essai")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + BaseDEssai.base().url(schema),
                        "--spring.datasource.username=" + BaseDEssai.base().utilisateur(),
                        "--spring.datasource.password=" + BaseDEssai.base().motDePasse(),
                        "--jalon.fichiers=" + dossier.resolve("fichiers"),
                        "--jalon.echanges=" + dossier.resolve("echanges"),
                        "--jalon.scelles=" + dossier.resolve("scelles/journal.txt"));
    }
}
