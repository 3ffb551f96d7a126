package fr.jalon.web.securite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Authentification;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.NouveauCompte;
import fr.jalon.agent.PorteeJeton;
import fr.jalon.agent.Role;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EtatDeLaBase;
import fr.jalon.essais.FichiersInventes;
import fr.jalon.essais.Francais;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

/** Log-in, sessions, tokens, headers: what an account and its browser may count on. */
@JalonIT
class ConnexionIT {

    private static final AtomicInteger SUIVANT = new AtomicInteger();
    private static final String ADMINISTRATION = "admin.connexion";

    @Autowired
    private Monde monde;

    @Autowired
    private Comptes comptes;

    @Autowired
    private Authentification authentification;

    @Autowired
    private Routes routes;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private HorlogeReglable horloge;

    @BeforeEach
    void lundiMatin() {
        horloge.regler(LocalDateTime.of(2026, 6, 1, 9, 0));
    }

    @Test
    void un_bon_mot_de_passe_ouvre_une_session_dont_l_identifiant_est_nouveau() {
        Navigation navigation = new Navigation(monde);
        Agent agent = nouvelAgent();
        navigation.connecter(agent.identifiant(), "mauvais-mot-de-passe");
        String avant = navigation.session().orElseThrow();
        Reponse reponse = navigation.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        assertThat(reponse.statut()).isEqualTo(302);
        assertThat(reponse.entete("Location")).doesNotContain("erreur");
        assertThat(navigation.session().orElseThrow()).isNotEqualTo(avant);
        assertThat(connecte(navigation)).isTrue();
        assertThat(sessions(avant)).isZero();
    }

    @Test
    void le_cookie_est_hors_de_portee_des_scripts_et_des_autres_sites() {
        Navigation navigation = new Navigation(monde);
        String cookie = navigation
                .connecter(nouvelAgent().identifiant(), Monde.MOT_DE_PASSE)
                .entete("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Domain");
    }

    @Test
    void la_session_est_morte_apres_la_deconnexion() {
        Navigation navigation = connecte();
        Navigation voleur = navigation.copie();
        assertThat(connecte(voleur)).isTrue();
        assertThat(navigation.post("/deconnexion", Map.of()).entete("Location")).contains("/connexion");
        assertThat(connecte(voleur)).isFalse();
        assertThat(connecte(navigation)).isFalse();
    }

    @Test
    void la_session_meurt_apres_une_heure_sans_rien_faire() {
        Navigation navigation = connecte();
        String id = navigation.session().orElseThrow();
        vieillir(id, "LAST_ACCESS_TIME", Duration.ofMinutes(59));
        assertThat(connecte(navigation)).isTrue();
        vieillir(id, "LAST_ACCESS_TIME", Duration.ofMinutes(61));
        assertThat(connecte(navigation)).isFalse();
    }

    @Test
    void la_session_meurt_dix_heures_apres_son_ouverture_meme_au_travail() {
        Navigation navigation = connecte();
        String id = navigation.session().orElseThrow();
        vieillir(id, "CREATION_TIME", Duration.ofMinutes(9 * 60 + 55));
        assertThat(connecte(navigation)).isTrue();
        vieillir(id, "CREATION_TIME", Duration.ofMinutes(10));
        Reponse reponse = navigation.get("/");
        assertThat(reponse.entete("Location")).contains("/connexion?expiree");
        assertThat(sessions(id)).isZero();
    }

    @Test
    void un_compte_desactive_est_dehors_a_la_page_suivante_et_au_prochain_appel() {
        Agent agent = nouvelAgent();
        Navigation navigation = new Navigation(monde);
        navigation.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        String jeton = authentification.creerJeton(agent, "essai");
        assertThat(connecte(navigation)).isTrue();
        assertThat(api().jeton(jeton).get("/api/v1/taches").statut()).isEqualTo(200);
        assertThat(api().comme(agent).get("/api/v1/taches").statut()).isEqualTo(200);

        activer(agent, false);

        assertThat(connecte(navigation)).isFalse();
        Francais.verifierRefus(api().jeton(jeton).get("/api/v1/taches"), 401);
        Francais.verifierRefus(api().comme(agent).get("/api/v1/taches"), 401);
    }

    @Test
    void un_role_retire_compte_a_l_instant() {
        Agent agent = nouvelAgent();
        assertThat(api().comme(agent).get("/api/v1/taches").statut()).isEqualTo(200);
        comptes.modifier(
                new NouveauCompte(
                        agent.identifiant(), agent.prenom(), agent.nom(), agent.qualite(), "KLEBER", Set.of(Role.JURY)),
                true,
                Agent.JALON);
        Francais.verifierRefus(api().comme(agent).get("/api/v1/taches"), 403);
    }

    @Test
    void le_delai_d_un_compte_grandit_et_finit_toujours() {
        Agent agent = nouvelAgent();
        String adresse = adresse();
        for (int essai = 1; essai <= 3; essai++) {
            assertThat(essayer(agent.identifiant(), "faux", adresse)).isEqualTo("erreur");
        }
        assertThat(essayer(agent.identifiant(), "faux", adresse)).isEqualTo("erreur");
        long precedente = 0;
        for (int essai = 5; essai < 15; essai++) {
            long attente = attente(essayer(agent.identifiant(), Monde.MOT_DE_PASSE, adresse()));
            assertThat(attente).isBetween(precedente, 901L);
            precedente = attente;
            horloge.avancer(Duration.ofSeconds(attente));
            assertThat(essayer(agent.identifiant(), "faux", adresse())).isEqualTo("erreur");
        }
        assertThat(precedente).isGreaterThan(800);
        horloge.avancer(Duration.ofMinutes(16));
        assertThat(essayer(agent.identifiant(), Monde.MOT_DE_PASSE, adresse())).isEqualTo("ok");
        assertThat(essayer(agent.identifiant(), "faux", adresse())).isEqualTo("erreur");
    }

    @Test
    void les_essais_d_un_autre_ne_tiennent_pas_dehors_un_agent_a_son_poste() {
        Agent agent = nouvelAgent();
        String poste = adresse();
        assertThat(essayer(agent.identifiant(), Monde.MOT_DE_PASSE, poste)).isEqualTo("ok");
        for (int essai = 0; essai < 8; essai++) {
            essayer(agent.identifiant(), "faux", adresse());
        }
        assertThat(essayer(agent.identifiant(), Monde.MOT_DE_PASSE, adresse())).startsWith("attente");
        assertThat(essayer(agent.identifiant(), Monde.MOT_DE_PASSE, poste)).isEqualTo("ok");
    }

    /** Where a whole antenne shares one address, a colleague's own log-ins do not pay for the tries at somebody else. */
    @Test
    void un_collegue_de_la_meme_adresse_n_essaie_pas_sans_fin_en_se_connectant_lui_meme() {
        Agent vise = nouvelAgent();
        Agent collegue = nouvelAgent();
        String antenne = adresse();
        assertThat(essayer(vise.identifiant(), Monde.MOT_DE_PASSE, antenne)).isEqualTo("ok");
        assertThat(essayer(collegue.identifiant(), Monde.MOT_DE_PASSE, antenne)).isEqualTo("ok");
        int essais = 0;
        String reponse = "erreur";
        while (reponse.equals("erreur") && essais < 60) {
            for (int i = 0; i < 4 && reponse.equals("erreur"); i++) {
                reponse = essayer(vise.identifiant(), "faux", antenne);
                essais++;
            }
            essayer(collegue.identifiant(), Monde.MOT_DE_PASSE, antenne);
        }
        assertThat(reponse).startsWith("attente");
        assertThat(essais).isLessThanOrEqualTo(21);
        horloge.avancer(Duration.ofMinutes(16));
        assertThat(essayer(vise.identifiant(), Monde.MOT_DE_PASSE, antenne)).isEqualTo("ok");
    }

    @Test
    void cent_essais_venus_d_ailleurs_ne_retardent_pas_un_agent_a_son_poste() {
        Agent agent = nouvelAgent();
        String poste = adresse();
        assertThat(essayer(agent.identifiant(), Monde.MOT_DE_PASSE, poste)).isEqualTo("ok");
        for (int essai = 0; essai < 100; essai++) {
            String reponse = essayer(agent.identifiant(), "faux", adresse());
            if (reponse.startsWith("attente")) {
                horloge.avancer(Duration.ofSeconds(attente(reponse)));
            }
        }
        assertThat(essayer(agent.identifiant(), Monde.MOT_DE_PASSE, poste)).isEqualTo("ok");
    }

    @Test
    void le_delai_d_une_adresse_grandit_quels_que_soient_les_noms_essayes() {
        String adresse = adresse();
        List<String> reponses = new ArrayList<>();
        for (int essai = 0; essai < 25; essai++) {
            reponses.add(essayer("inconnu" + SUIVANT.incrementAndGet(), "faux", adresse));
        }
        assertThat(reponses.subList(0, 20)).containsOnly("erreur");
        assertThat(reponses.get(24)).startsWith("attente");
        assertThat(essayer(nouvelAgent().identifiant(), Monde.MOT_DE_PASSE, adresse))
                .startsWith("attente");
        assertThat(essayer(nouvelAgent().identifiant(), Monde.MOT_DE_PASSE, adresse()))
                .isEqualTo("ok");
    }

    @Test
    void un_nom_inconnu_se_lit_comme_un_mauvais_mot_de_passe_jusque_dans_les_delais() {
        String connu = nouvelAgent().identifiant();
        String inconnu = "personne" + SUIVANT.incrementAndGet();
        for (int essai = 0; essai < 7; essai++) {
            String adresse = adresse();
            assertThat(essayer(inconnu, "faux", adresse)).isEqualTo(essayer(connu, "faux", adresse));
        }
        Reponse un = api().basic(inconnu, "faux").get("/api/v1/taches");
        Reponse deux = api().basic(connu, "faux").get("/api/v1/taches");
        Francais.verifierRefus(un, 429);
        assertThat(un.texte()).isEqualTo(deux.texte());
        assertThat(un.entete("Retry-After"))
                .isEqualTo(deux.entete("Retry-After"))
                .matches("\\d+");
    }

    @Test
    void vingt_essais_en_meme_temps_comptent_tous_et_aucun_n_echoue_autrement() throws Exception {
        Agent agent = nouvelAgent();
        String adresse = adresse();
        ExecutorService fils = Executors.newFixedThreadPool(10);
        try {
            List<Future<Integer>> essais = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                essais.add(fils.submit(() -> ClientApi.anonyme(monde)
                        .avec("X-Forwarded-For", adresse)
                        .basic(agent.identifiant(), "faux")
                        .get("/api/v1/taches")
                        .statut()));
            }
            int refuses = 0;
            for (Future<Integer> essai : essais) {
                assertThat(essai.get()).isIn(401, 429);
                refuses += essai.get() == 401 ? 1 : 0;
            }
            assertThat(jdbc.queryForObject(
                            "select echecs from tentative where cle = ?", Integer.class, "compte:" + agent.id()))
                    .isEqualTo(refuses);
        } finally {
            fils.shutdownNow();
        }
    }

    @Test
    void la_personne_connectee_et_les_essais_laissent_une_trace() {
        Agent agent = nouvelAgent();
        essayer(agent.identifiant(), "faux", adresse());
        essayer(agent.identifiant(), Monde.MOT_DE_PASSE, adresse());
        assertThat(jdbc.queryForList(
                        "select nature from journal_entree where qui = ? order by quand, nature",
                        String.class,
                        agent.identifiant()))
                .contains("CONNEXION", "CONNEXION_REFUSEE");
    }

    @Test
    void le_premier_mot_de_passe_se_change_avant_toute_autre_chose() {
        Agent administrateur = monde.agent(ADMINISTRATION, Role.ADMIN, null);
        String nom = "nouveau" + SUIVANT.incrementAndGet() + ".kleber";
        comptes.creer(
                new NouveauCompte(nom, "Noé", "Neuf", "Instructeur", "KLEBER", Set.of(Role.INSTRUCTEUR)),
                Monde.MOT_DE_PASSE,
                administrateur);
        Navigation navigation = new Navigation(monde);
        navigation.connecter(nom, Monde.MOT_DE_PASSE);
        assertThat(navigation.get("/").entete("Location")).contains("/compte?premier");
        assertThat(navigation.get("/corbeille").entete("Location")).contains("/compte?premier");
        Francais.verifierRefus(api().basic(nom, Monde.MOT_DE_PASSE).get("/api/v1/taches"), 403);

        comptes.changerMotDePasse(
                comptes.parIdentifiant(nom).orElseThrow(), Monde.MOT_DE_PASSE, "une-autre-phrase-longue-7");
        assertThat(connecte(navigation)).isTrue();
        assertThat(api().basic(nom, Monde.MOT_DE_PASSE).get("/api/v1/taches").statut())
                .isEqualTo(401);
        assertThat(api().basic(nom, "une-autre-phrase-longue-7")
                        .get("/api/v1/taches")
                        .statut())
                .isEqualTo(200);
    }

    @Test
    void un_mot_de_passe_court_courant_ou_tire_du_nom_est_refuse() {
        Agent agent = nouvelAgent();
        List<String> refuses = List.of(
                "",
                "court",
                "onze-carac.",
                "motdepasse2026",
                "aaaaaaaaaaaaaaaa",
                agent.identifiant() + "-2026",
                "x".repeat(129),
                Monde.MOT_DE_PASSE);
        for (String refuse : refuses) {
            assertThatThrownBy(() -> comptes.changerMotDePasse(agent, Monde.MOT_DE_PASSE, refuse))
                    .as(refuse)
                    .isInstanceOfSatisfying(SaisieInvalide.class, e -> {
                        assertThat(e.erreurs().get(0).champ()).isEqualTo("nouveau");
                        Francais.verifier(e.erreurs().get(0).message());
                    });
        }
        assertThatThrownBy(() -> comptes.changerMotDePasse(agent, "pas-le-bon", "une-phrase-toute-neuve"))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs().get(0).champ()).isEqualTo("actuel"));
    }

    @Test
    void un_mot_de_passe_du_million_ou_tire_de_la_maison_est_refuse() {
        Agent agent = nouvelAgent();
        monde.instructeur();
        for (String refuse : List.of(
                "qazwsxedcrfv",
                "123qweasdzxc",
                "Qwerty123456",
                "!!!superman2026!!!",
                "ccas-rennes-2026",
                "Kleber-Rennes-35000",
                "R e n n e s c c a s",
                "\uff2dotdepasse2026",
                "JalonCcas!2026")) {
            assertThatThrownBy(() -> comptes.changerMotDePasse(agent, Monde.MOT_DE_PASSE, refuse))
                    .as(refuse)
                    .isInstanceOfSatisfying(
                            SaisieInvalide.class,
                            e -> assertThat(e.erreurs().get(0).champ()).isEqualTo("nouveau"));
        }
        comptes.changerMotDePasse(agent, Monde.MOT_DE_PASSE, "le train de rennes part tard");
    }

    @Test
    void essayer_le_mot_de_passe_actuel_est_limite_comme_la_connexion() {
        Agent agent = nouvelAgent();
        for (int i = 0; i < 8; i++) {
            int rang = i;
            assertThatThrownBy(() -> comptes.changerMotDePasse(agent, "pas-le-bon-" + rang, "une-phrase-toute-neuve"))
                    .isInstanceOf(SaisieInvalide.class);
        }
        assertThatThrownBy(() -> comptes.changerMotDePasse(agent, Monde.MOT_DE_PASSE, "une-phrase-toute-neuve"))
                .isInstanceOfSatisfying(SaisieInvalide.class, e -> {
                    assertThat(e.erreurs().get(0).champ()).isEqualTo("actuel");
                    assertThat(e.erreurs().get(0).message()).contains("Attendez");
                });
        horloge.avancer(Duration.ofHours(2));
        comptes.changerMotDePasse(agent, Monde.MOT_DE_PASSE, "une-phrase-toute-neuve");
    }

    @Test
    void changer_son_mot_de_passe_termine_ses_autres_sessions_et_garde_celle_ci() {
        Agent agent = nouvelAgent();
        Navigation bureau = new Navigation(monde);
        bureau.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        Navigation voleur = new Navigation(monde);
        voleur.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        assertThat(connecte(voleur)).isTrue();
        bureau.post(
                "/compte/mot-de-passe",
                Map.of(
                        "actuel", Monde.MOT_DE_PASSE,
                        "nouveau", "une-phrase-toute-neuve",
                        "confirmation", "une-phrase-toute-neuve"));
        assertThat(connecte(bureau)).isTrue();
        assertThat(connecte(voleur)).isFalse();
        Navigation repris = new Navigation(monde);
        repris.connecter(agent.identifiant(), "une-phrase-toute-neuve");
        assertThat(connecte(repris)).isTrue();
        Navigation administrateur = new Navigation(monde);
        administrateur.connecter(monde.agent(ADMINISTRATION, Role.ADMIN, null).identifiant(), Monde.MOT_DE_PASSE);
        Reponse remise = administrateur.post(
                "/administration/comptes/" + agent.identifiant() + "/mot-de-passe",
                Map.of("motDePasse", "une-phrase-du-guichet"));
        assertThat(remise.statut()).isEqualTo(302);
        assertThat(connecte(repris))
                .as("un mot de passe remis termine toutes les sessions")
                .isFalse();
    }

    @Test
    void des_roles_qui_se_controlent_ne_vont_pas_sur_un_meme_compte() {
        Agent administrateur = monde.agent(ADMINISTRATION, Role.ADMIN, null);
        monde.instructeur();
        for (Set<Role> roles : List.of(
                Set.of(Role.ADMIN, Role.DPO),
                Set.of(Role.ADMIN, Role.PILOTE),
                Set.of(Role.DPO, Role.PILOTE),
                Set.of(Role.ADMIN, Role.INSTRUCTEUR),
                Set.of(Role.ADMIN, Role.JURY),
                Set.of(Role.DPO, Role.JURY),
                Set.of(Role.PILOTE, Role.ALI),
                Set.of(Role.ADMIN, Role.DPO, Role.PILOTE, Role.ACCUEIL))) {
            assertThatThrownBy(() -> comptes.creer(
                            new NouveauCompte("cumul" + SUIVANT.incrementAndGet(), "A", "Bé", "C", "KLEBER", roles),
                            Monde.MOT_DE_PASSE,
                            administrateur))
                    .as(roles.toString())
                    .isInstanceOfSatisfying(SaisieInvalide.class, e -> {
                        assertThat(e.erreurs().get(0).champ()).isEqualTo("roles");
                        Francais.verifier(e.erreurs().get(0).message());
                    });
        }
        comptes.creer(
                new NouveauCompte(
                        "cumul" + SUIVANT.incrementAndGet(),
                        "A",
                        "Bé",
                        "C",
                        "KLEBER",
                        Set.of(Role.ACCUEIL, Role.INSTRUCTEUR)),
                Monde.MOT_DE_PASSE,
                administrateur);
    }

    @Test
    void un_jeton_a_une_portee_et_une_fin() {
        Agent agent = nouvelAgent();
        String lecture = authentification.creerJeton(agent, "lire", PorteeJeton.LECTURE, Duration.ofDays(30));
        assertThat(api().jeton(lecture).get("/api/v1/taches").statut()).isEqualTo(200);
        Francais.verifierRefus(api().jeton(lecture).post("/api/v1/taches/x/prise", "{}"), 403);
        String modeles = authentification.creerJeton(agent, "modeler", PorteeJeton.MODELES, Duration.ofDays(30));
        Francais.verifierRefus(api().jeton(modeles).get("/api/v1/taches"), 403);
        assertThat(authentification.jetons(agent)).anyMatch(j -> j.serviLe() != null && j.expireLe() != null);
        horloge.avancer(Duration.ofDays(31));
        Francais.verifierRefus(api().jeton(lecture).get("/api/v1/taches"), 401);
        assertThatThrownBy(() -> authentification.creerJeton(agent, "long", PorteeJeton.API, Duration.ofDays(400)))
                .isInstanceOf(SaisieInvalide.class);
    }

    @Test
    void les_mots_de_passe_et_les_jetons_ne_sont_nulle_part_en_clair() {
        Agent agent = nouvelAgent();
        String jeton = authentification.creerJeton(agent, "export de nuit");
        assertThat(jdbc.queryForObject(
                        "select mot_de_passe from compte where identifiant = ?", String.class, agent.identifiant()))
                .startsWith("$argon2id$");
        assertThat(jdbc.queryForList("select empreinte from jeton", String.class))
                .noneMatch(e -> e.contains(jeton) || jeton.contains(e));
        assertThat(jdbc.queryForObject(
                        "select count(*) from SPRING_SESSION_ATTRIBUTES where locate(?, ATTRIBUTE_BYTES) > 0",
                        Long.class,
                        "$argon2id$"))
                .isZero();
    }

    @Test
    void chaque_ecriture_d_ecran_demande_le_jeton_de_sa_session() {
        Navigation navigation = connecte();
        List<String> ecritures = routes.toutes().stream()
                .filter(r -> !r.methode().equals(HttpMethod.GET)
                        && !r.chemin().getPatternString().startsWith("/api/")
                        && !r.chemin().getPatternString().equals("/error"))
                .map(r -> r.chemin().getPatternString().replaceAll("\\{[^}]+}", "x"))
                .toList();
        assertThat(ecritures).hasSizeGreaterThan(5);
        for (String chemin : ecritures) {
            // The Modeler's doors know no session: a browser that has one is nobody there
            int refus = chemin.startsWith("/engine-rest/") ? 401 : 403;
            assertThat(navigation.postSansJeton(chemin, Map.of()).statut())
                    .as(chemin)
                    .isEqualTo(refus);
            assertThat(navigation.postSansJeton(chemin, Map.of("_csrf", "faux")).statut())
                    .as(chemin)
                    .isEqualTo(refus);
        }
        assertThat(connecte(navigation)).isTrue();
    }

    @Test
    void aucune_lecture_ne_change_rien() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        String tache = jdbc.queryForObject(
                "select tache_id from corbeille_tache where dossier_id = ?", String.class, dossier.id());
        String courrier = jdbc.queryForObject(
                "select cast(id as char) from courrier where dossier_id = ?", String.class, dossier.id());
        Agent agent = monde.instructeur();
        Navigation navigation = new Navigation(monde);
        navigation.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        ClientApi client = ClientApi.anonyme(monde).comme(agent);
        client.get("/api/v1/taches");
        Map<String, Long> avant = EtatDeLaBase.sommes(jdbc);
        for (Routes.Route route : routes.toutes()) {
            String modele = route.chemin().getPatternString();
            if (route.methode().equals(HttpMethod.GET) && !modele.equals("/error")) {
                String chemin = modele.replace("{numero}", dossier.numero())
                        .replace("{id}", modele.contains("courriers") ? courrier : tache)
                        .replaceAll("\\{[^}]+}", "x")
                        .replace("/**", "/x");
                Reponse reponse = modele.startsWith("/api/") ? client.get(chemin) : navigation.get(chemin);
                assertThat(reponse.statut()).as(chemin).isLessThan(500);
            }
        }
        assertThat(EtatDeLaBase.sommes(jdbc)).isEqualTo(avant);
    }

    @Test
    void chaque_reponse_porte_les_entetes_de_securite() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        ClientApi client = ClientApi.anonyme(monde).comme(monde.instructeur());
        String courrier = client.get("/api/v1/dossiers/" + dossier.numero() + "/courriers")
                .json()
                .path(0)
                .path("id")
                .asString();
        Navigation navigation = connecte();
        Map<String, Reponse> reponses = new LinkedHashMap<>();
        reponses.put("page", navigation.get("/exemples"));
        reponses.put("page absente", navigation.get("/rien"));
        reponses.put("page refusée", navigation.get("/actuator/prometheus"));
        reponses.put("redirection", ClientApi.anonyme(monde).get("/corbeille"));
        reponses.put("csrf", navigation.postSansJeton("/connexion", Map.of()));
        reponses.put("api", client.get("/api/v1/taches"));
        reponses.put("api 401", ClientApi.anonyme(monde).get("/api/v1/taches"));
        reponses.put("api 403", client.get("/api/v1/dossiers?page=-1"));
        reponses.put("api 404", client.get("/api/v1/dossiers/RSA-2026-999999"));
        reponses.put("api 405", client.appeler("DELETE", "/api/v1/taches", null, null));
        reponses.put(
                "api 413",
                client.deposer(
                        "/api/v1/dossiers/" + dossier.numero() + "/pieces",
                        "PIECE_IDENTITE",
                        "a.png",
                        new byte[11 * 1024 * 1024]));
        reponses.put("pare-feu", client.get("/api/v1/taches;a=b"));
        reponses.put("tomcat", client.get("/api/v1/dossiers/%00"));
        reponses.put("tomcat, page", navigation.get("/dossiers/%00"));
        reponses.put("téléchargement", client.get("/api/v1/courriers/" + courrier));
        reponses.put("documentation", client.get("/api/docs"));
        reponses.put("santé", ClientApi.anonyme(monde).get("/actuator/health"));
        reponses.put(
                "dépôt",
                client.deposer(
                        "/api/v1/dossiers/" + dossier.numero() + "/pieces", "X", "a.png", FichiersInventes.png(4, 4)));
        reponses.forEach((nom, reponse) -> {
            assertThat(reponse.entete("Content-Security-Policy"))
                    .as(nom)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe", "*", "http:", "data:");
            assertThat(reponse.entete("Strict-Transport-Security")).as(nom).contains("max-age=31536000");
            assertThat(reponse.entete("X-Content-Type-Options")).as(nom).isEqualTo("nosniff");
            assertThat(reponse.entete("Referrer-Policy")).as(nom).isEqualTo("same-origin");
            assertThat(reponse.entete("Cache-Control")).as(nom).contains("no-store");
            assertThat(reponse.entete("Server")).as(nom).isEmpty();
            assertThat(reponse.texte()).as(nom).doesNotContain("Apache Tomcat", "Exception", "at org.");
        });
    }

    @Test
    void une_redirection_ne_repete_pas_l_hote_que_l_appelant_ecrit() {
        Reponse reponse = ClientApi.anonyme(monde)
                .avec("X-Forwarded-Host", "pirate.exemple")
                .get("/corbeille");
        assertThat(reponse.entete("Location")).startsWith("/").doesNotContain("pirate");
    }

    private Agent nouvelAgent() {
        return monde.agent("connexion" + SUIVANT.incrementAndGet() + ".kleber", Role.INSTRUCTEUR, "KLEBER");
    }

    private Navigation connecte() {
        Navigation navigation = new Navigation(monde);
        navigation.connecter(nouvelAgent().identifiant(), Monde.MOT_DE_PASSE);
        assertThat(connecte(navigation)).isTrue();
        return navigation;
    }

    private static boolean connecte(Navigation navigation) {
        return navigation.get("/exemples").statut() == 200;
    }

    private void activer(Agent agent, boolean actif) {
        comptes.modifier(
                new NouveauCompte(
                        agent.identifiant(), agent.prenom(), agent.nom(), agent.qualite(), "KLEBER", agent.roles()),
                actif,
                Agent.JALON);
    }

    /** An address of its own for each test: the application listens to a proxy on this machine. */
    private static String adresse() {
        int n = SUIVANT.incrementAndGet();
        return "203.0." + n / 250 + "." + (n % 250 + 1);
    }

    private ClientApi api() {
        return ClientApi.anonyme(monde).avec("X-Forwarded-For", adresse());
    }

    /** "ok", "erreur" or "attente=seconds", as the log-in screen is told. */
    private String essayer(String identifiant, String motDePasse, String adresse) {
        Navigation navigation = new Navigation(monde, ClientApi.anonyme(monde).avec("X-Forwarded-For", adresse));
        String suite = navigation.connecter(identifiant, motDePasse).entete("Location");
        return suite.contains("?") ? suite.substring(suite.indexOf('?') + 1) : "ok";
    }

    private static long attente(String reponse) {
        assertThat(reponse).startsWith("attente=");
        return Long.parseLong(reponse.substring("attente=".length()));
    }

    private long sessions(String id) {
        Long nombre = jdbc.queryForObject("select count(*) from SPRING_SESSION where SESSION_ID = ?", Long.class, id);
        return nombre == null ? 0 : nombre;
    }

    private void vieillir(String session, String colonne, Duration duree) {
        assertThat(jdbc.update(
                        "update SPRING_SESSION set " + colonne + " = " + colonne + " - ? where SESSION_ID = ?",
                        duree.toMillis(),
                        session))
                .isEqualTo(1);
    }
}
