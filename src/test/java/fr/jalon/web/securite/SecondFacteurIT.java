package fr.jalon.web.securite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Authentification;
import fr.jalon.agent.CodesDuTelephone;
import fr.jalon.agent.PorteeJeton;
import fr.jalon.agent.Role;
import fr.jalon.agent.SecondFacteur;
import fr.jalon.commun.Horloge;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.Francais;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The second factor turned on: who must have one, its first code, its recovery codes, its devices, and the programs. */
@JalonIT
@TestPropertySource(properties = "jalon.second-facteur=true")
@DirtiesContext
class SecondFacteurIT {

    private static final AtomicInteger SUIVANT = new AtomicInteger();
    private static final Pattern CLE = Pattern.compile("id=\"cle-du-facteur\">([A-Z2-7 ]+)<");
    private static final Pattern CODE = Pattern.compile("<code>([0-9a-f]{5}-[0-9a-f]{5})</code>");

    @Autowired
    private Monde monde;

    @Autowired
    private Horloge horloge;

    @Autowired
    private HorlogeReglable montre;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private SecondFacteur facteur;

    @BeforeEach
    void regler() {
        montre.regler(EssaiConfiguration.DEPART);
    }

    private Agent neuf(Role role) {
        return monde.agent("facteur" + SUIVANT.incrementAndGet() + ".essai", role, null);
    }

    private Navigation connecter(Agent agent) {
        Navigation navigation = new Navigation(monde);
        navigation.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        return navigation;
    }

    private static String vers(Reponse reponse) {
        return String.valueOf(reponse.entete("Location"));
    }

    private static String trouver(Pattern motif, String texte) {
        Matcher trouve = motif.matcher(texte);
        assertThat(trouve.find()).as(texte).isTrue();
        return trouve.group(1);
    }

    /** Puts one in place and answers its key. */
    private String mettreEnPlace(Navigation navigation) {
        String cle =
                trouver(CLE, navigation.get("/second-facteur/mise-en-place").texte());
        Reponse codes = navigation.post(
                "/second-facteur/mise-en-place", Map.of("code", CodesDuTelephone.code(cle, horloge.maintenant())));
        assertThat(codes.statut()).isEqualTo(200);
        return cle;
    }

    @Test
    void les_roles_de_la_table_ne_font_rien_sans_lui_et_les_autres_s_en_passent() {
        for (Role role :
                List.of(Role.ADMIN, Role.DPO, Role.PILOTE, Role.MANAGER, Role.FINANCES, Role.RESPONSABLE_DISPOSITIFS)) {
            Navigation navigation = connecter(neuf(role));
            assertThat(vers(navigation.get("/"))).as(role.name()).contains("/second-facteur");
            assertThat(vers(navigation.get("/compte"))).as(role.name()).contains("/second-facteur");
            assertThat(vers(navigation.post("/compte/jetons", Map.of("libelle", "essai"))))
                    .as(role.name())
                    .contains("/second-facteur");
        }
        Navigation accueil = connecter(monde.agent(Role.ACCUEIL, "KLEBER"));
        assertThat(accueil.get("/").statut()).isEqualTo(200);
    }

    @Test
    void se_met_en_place_avec_un_premier_code_et_donne_dix_codes_de_secours_une_seule_fois() {
        Agent agent = neuf(Role.PILOTE);
        Navigation navigation = connecter(agent);
        assertThat(vers(navigation.get("/second-facteur"))).contains("/second-facteur/mise-en-place");
        assertThat(navigation.get("/second-facteur/mise-en-place").statut()).isEqualTo(200);
        Reponse faux = navigation.post("/second-facteur/mise-en-place", Map.of("code", "000000"));
        assertThat(faux.statut()).isEqualTo(422);
        assertThat(faux.texte()).contains("Ce code ne convient pas");
        String cle = trouver(CLE, faux.texte());
        assertThat(trouver(CLE, navigation.get("/second-facteur/mise-en-place").texte()))
                .isEqualTo(cle);
        String page = navigation
                .post("/second-facteur/mise-en-place", Map.of("code", CodesDuTelephone.code(cle, horloge.maintenant())))
                .texte();
        assertThat(CODE.matcher(page).results().count()).isEqualTo(10);
        assertThat(navigation.get("/").statut()).isEqualTo(200);
        assertThat(facteur.enPlace(agent)).isTrue();
        assertThat(navigation.get("/compte").texte())
                .contains("10 codes de secours")
                .doesNotContain("Retirer le second");
        String secours = trouver(CODE, page);
        assertThat(jdbc.queryForList("select empreinte from code_secours", String.class))
                .noneMatch(e -> e.contains(secours.substring(0, 5)));
        assertThat(jdbc.queryForList("select hex(secret_chiffre) from second_facteur", String.class))
                .noneMatch(s -> s.contains(cle.replace(" ", "")));
    }

    @Test
    void un_code_ne_sert_qu_une_fois_et_son_voisin_est_admis() {
        Agent agent = neuf(Role.DPO);
        String cle = mettreEnPlace(connecter(agent));
        montre.avancer(Duration.ofMinutes(5));
        String code = CodesDuTelephone.code(cle, horloge.maintenant());
        Navigation premier = connecter(agent);
        assertThat(vers(premier.get("/journal"))).contains("/second-facteur");
        assertThat(premier.post("/second-facteur", Map.of("code", code)).statut())
                .isEqualTo(302);
        assertThat(premier.get("/journal").statut()).isEqualTo(200);
        Navigation voleur = connecter(agent);
        assertThat(voleur.post("/second-facteur", Map.of("code", code)).statut())
                .isEqualTo(422);
        assertThat(vers(voleur.get("/journal"))).contains("/second-facteur");
        montre.avancer(Duration.ofSeconds(60));
        Navigation lent = connecter(agent);
        String voisin = CodesDuTelephone.code(cle, horloge.maintenant().minusSeconds(30));
        assertThat(lent.post("/second-facteur", Map.of("code", voisin)).statut())
                .isEqualTo(302);
    }

    @Test
    void essayer_des_codes_est_limite_comme_la_connexion() {
        Agent agent = neuf(Role.ADMIN);
        String cle = mettreEnPlace(connecter(agent));
        montre.avancer(Duration.ofMinutes(5));
        Navigation navigation = connecter(agent);
        for (int i = 0; i < 8; i++) {
            assertThat(navigation
                            .post("/second-facteur", Map.of("code", "00000" + i))
                            .statut())
                    .isEqualTo(422);
        }
        Reponse bon =
                navigation.post("/second-facteur", Map.of("code", CodesDuTelephone.code(cle, horloge.maintenant())));
        assertThat(bon.statut()).isEqualTo(422);
        assertThat(bon.texte()).contains("Trop d'essais".replace("'", "&#39;"));
    }

    @Test
    void un_code_de_secours_remplace_le_telephone_une_fois() {
        Agent agent = neuf(Role.MANAGER);
        Navigation navigation = connecter(agent);
        String cle =
                trouver(CLE, navigation.get("/second-facteur/mise-en-place").texte());
        String secours = trouver(
                CODE,
                navigation
                        .post(
                                "/second-facteur/mise-en-place",
                                Map.of("code", CodesDuTelephone.code(cle, horloge.maintenant())))
                        .texte());
        assertThat(connecter(agent)
                        .post("/second-facteur", Map.of("code", secours))
                        .statut())
                .isEqualTo(302);
        assertThat(connecter(agent)
                        .post("/second-facteur", Map.of("code", secours))
                        .statut())
                .isEqualTo(422);
        assertThat(facteur.codesRestants(agent)).isEqualTo(9);
    }

    @Test
    void un_appareil_retenu_ne_demande_plus_de_code_pendant_trente_jours_ni_a_un_autre_compte() {
        Agent agent = neuf(Role.PILOTE);
        String cle = mettreEnPlace(connecter(agent));
        montre.avancer(Duration.ofMinutes(5));
        Navigation poste = connecter(agent);
        poste.post(
                "/second-facteur", Map.of("code", CodesDuTelephone.code(cle, horloge.maintenant()), "retenir", "oui"));
        poste.post("/deconnexion", Map.of());
        poste.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        assertThat(poste.get("/").statut()).isEqualTo(200);
        assertThat(vers(connecter(agent).get("/"))).contains("/second-facteur");
        Agent autre = neuf(Role.PILOTE);
        poste.post("/deconnexion", Map.of());
        poste.connecter(autre.identifiant(), Monde.MOT_DE_PASSE);
        assertThat(vers(poste.get("/"))).contains("/second-facteur");
        poste.post("/deconnexion", Map.of());
        montre.avancer(Duration.ofDays(31));
        poste.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        assertThat(vers(poste.get("/"))).contains("/second-facteur");
    }

    @Test
    void un_administrateur_le_retire_a_qui_a_tout_perdu_et_jamais_a_lui_meme() {
        Agent perdu = neuf(Role.DPO);
        Navigation session = connecter(perdu);
        mettreEnPlace(session);
        Agent admin = neuf(Role.ADMIN);
        Navigation administration = connecter(admin);
        mettreEnPlace(administration);
        String chemin = "/administration/comptes/%s/second-facteur/retrait";
        assertThat(administration
                        .post(chemin.formatted(perdu.identifiant()), Map.of())
                        .statut())
                .isEqualTo(302);
        assertThat(facteur.enPlace(perdu)).isFalse();
        assertThat(vers(session.get("/journal")))
                .as("ses sessions sont terminées")
                .contains("/connexion");
        assertThat(administration
                        .post(chemin.formatted(admin.identifiant()), Map.of())
                        .statut())
                .isEqualTo(409);
        assertThat(facteur.enPlace(admin)).isTrue();
    }

    @Test
    void un_programme_ne_passe_pas_par_le_mot_de_passe_mais_par_un_jeton() {
        Agent agent = neuf(Role.RESPONSABLE_DISPOSITIFS);
        Reponse refus = ClientApi.anonyme(monde)
                .basic(agent.identifiant(), Monde.MOT_DE_PASSE)
                .get("/api/v1/taches");
        Francais.verifierRefus(refus, 403);
        assertThat(refus.json().path("detail").asString()).contains("jeton personnel");
        String jeton = monde.bean(Authentification.class)
                .creerJeton(agent, "Programme", PorteeJeton.LECTURE, Duration.ofDays(30));
        assertThat(ClientApi.anonyme(monde).jeton(jeton).get("/api/v1/taches").statut())
                .isEqualTo(200);
    }
}
