package fr.jalon.web.securite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Authentification;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.NouveauCompte;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.Francais;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.orientation.Diagnostics;
import fr.jalon.orientation.Orientations;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.seance.ScenesDEquipe;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Ways round a control that a reading found: each was open once. */
@JalonIT
class PortesDeCoteIT {

    private static final AtomicInteger SUIVANT = new AtomicInteger();

    @Autowired
    private Monde monde;

    @Autowired
    private Comptes comptes;

    @Autowired
    private Authentification authentification;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Orientations orientations;

    @Autowired
    private Personnes personnes;

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private ThreadPoolTaskScheduler horaires;

    private Agent instructeur;
    private Agent ali;

    @BeforeEach
    void preparer() {
        horloge.regler(EssaiConfiguration.DEPART);
        instructeur = monde.instructeur();
        ali = monde.agent(Role.ALI, "KLEBER");
    }

    // --- a dossier that ended gives no hold on the person

    @Test
    void un_dossier_termine_ne_donne_pas_la_personne_a_l_antenne_qui_ne_la_suit_plus() {
        PersonneVue p = monde.personne();
        DossierVue termine = demande(p);
        dossiers.clore(termine.id(), Issue.DESISTEMENT, instructeur);
        demenager(p);
        String chemin = "/api/v1/dossiers/" + termine.numero() + "/orientations";
        ClientApi api = ClientApi.anonyme(monde).comme(ali);
        assertThat(api.get("/api/v1/dossiers/" + termine.numero()).statut())
                .as("le dossier qu'elle a instruit reste lisible")
                .isEqualTo(200);
        Francais.verifierRefus(api.get(chemin), 404);
        Francais.verifierRefus(api.post(chemin, orientation(ali)), 404);
        assertThat(orientations.histoire(p.id())).isEmpty();
    }

    @Test
    void une_orientation_ne_s_enregistre_pas_dans_un_dossier_termine() {
        PersonneVue p = monde.personne();
        DossierVue termine = demande(p);
        dossiers.clore(termine.id(), Issue.DESISTEMENT, instructeur);
        Reponse refus = ClientApi.anonyme(monde)
                .comme(ali)
                .post("/api/v1/dossiers/" + termine.numero() + "/orientations", orientation(ali));
        Francais.verifierRefus(refus, 409);
        assertThat(refus.texte()).contains("terminé");
        assertThat(orientations.histoire(p.id())).isEmpty();
    }

    @Test
    void le_referent_est_un_agent_de_l_antenne_du_dossier() {
        DossierVue dossier = demande(monde.personne());
        Agent labas = monde.agent(Role.ALI, "BLOSNE");
        Reponse refus = ClientApi.anonyme(monde)
                .comme(ali)
                .post("/api/v1/dossiers/" + dossier.numero() + "/orientations", orientation(labas));
        Francais.verifierRefus(refus, 422);
        assertThat(refus.texte()).contains("\"referent\"");
        assertThat(orientations.histoire(dossier.personneId())).isEmpty();
    }

    /** A dossier ended here, a diagnosis made there since: who kept the first does not read the second, nor writes another. */
    @Test
    void un_dossier_termine_ne_montre_ni_ne_change_le_diagnostic_de_la_personne() {
        ScenesDEquipe scenes = new ScenesDEquipe(monde);
        DossierVue termine = scenes.orientee();
        monde.bean(Diagnostics.class)
                .etablir(
                        termine.id(),
                        1,
                        Map.of("paroles", "Elle a dit le mot quintessence."),
                        List.of(2, 3),
                        false,
                        scenes.ali());
        Navigation ici = new Navigation(monde);
        ici.connecter(monde.responsable().identifiant(), Monde.MOT_DE_PASSE);
        String chemin = "/dossiers/" + termine.numero() + "/diagnostic";
        assertThat(ici.get(chemin).statut()).isEqualTo(200);
        assertThat(ici.get(chemin + "/1").texte()).contains("quintessence");
        assertThat(ici.get("/dossiers/" + termine.numero()).texte()).contains("levier vu", "Référent unique");

        dossiers.clore(termine.id(), Issue.DEMENAGEMENT, instructeur);
        demenager(personnes.parId(termine.personneId()));

        assertThat(ici.get("/dossiers/" + termine.numero()).texte())
                .contains(termine.numero())
                .doesNotContain("levier vu", "Référent unique", "quintessence", chemin);
        for (String page : List.of(chemin, chemin + "/1")) {
            Reponse refus = ici.get(page);
            assertThat(refus.statut()).as(page).isEqualTo(404);
            assertThat(refus.texte()).doesNotContain("quintessence");
        }
        assertThat(ici.post(chemin + "/1", Map.of("donnees", "{}")).statut()).isEqualTo(404);
        String manquement = "/dossiers/" + termine.numero() + "/manquements";
        assertThat(ici.get(manquement + "/nouveau").statut()).isEqualTo(404);
        assertThat(ici.post(manquement, Map.of()).statut()).isEqualTo(404);
        assertThat(monde.bean(Diagnostics.class).histoire(termine.personneId())).hasSize(1);
    }

    private DossierVue demande(PersonneVue p) {
        DossierVue dossier =
                monde.bean(DemandesRsa.class).deposer(p.id(), Canal.GUICHET, monde.situation(), instructeur);
        monde.travailler();
        return dossier;
    }

    private String orientation(Agent referent) {
        String ccas = monde.bean(Annuaire.class).chercherOrganismes(FiltreOffres.TOUT, 0, 200).elements().stream()
                .filter(o -> "CCAS".equals(o.nature()))
                .findFirst()
                .orElseThrow()
                .code();
        return """
                {"parcours": "SOCIO_PROFESSIONNEL", "organisme": "%s", "referent": "%s", "debut": "%s"}""".formatted(ccas, referent.identifiant(), EssaiConfiguration.DEPART.toLocalDate());
    }

    private void demenager(PersonneVue p) {
        PersonneVue lue = personnes.parId(p.id());
        personnes.modifier(
                lue.id(),
                new FichePersonne(
                        lue.civilite(),
                        lue.nom(),
                        lue.prenoms(),
                        lue.dateNaissance().auPlusTot(),
                        "8 rue du Blosne\n35200 Rennes",
                        "Q11",
                        lue.telephone(),
                        lue.courriel(),
                        lue.langue(),
                        null),
                lue.version(),
                monde.responsable());
        assertThat(personnes.parId(p.id()).antenne()).isEqualTo("BLOSNE");
    }

    // --- a password that somebody else gave

    @Test
    void un_premier_mot_de_passe_ne_fait_ni_jeton_ni_second_facteur() {
        String nom = "premier" + SUIVANT.incrementAndGet() + ".essai";
        Agent neuf = comptes.creer(
                new NouveauCompte(nom, "Noé", "Neuf", "Pilote", null, Set.of(Role.PILOTE)),
                Monde.MOT_DE_PASSE,
                monde.agent("admin.portes", Role.ADMIN, null));
        Navigation navigation = new Navigation(monde);
        navigation.connecter(nom, Monde.MOT_DE_PASSE);
        assertThat(navigation.get("/compte").statut()).isEqualTo(200);
        assertThat(navigation
                        .post("/compte/jetons", Map.of("libelle", "essai", "motDePasse", Monde.MOT_DE_PASSE))
                        .entete("Location"))
                .contains("/compte?premier");
        assertThat(navigation.get("/second-facteur/mise-en-place").entete("Location"))
                .contains("/compte?premier");
        assertThat(authentification.jetons(neuf)).isEmpty();
    }

    @Test
    void un_jeton_se_fait_avec_le_mot_de_passe_et_ses_essais_sont_comptes() {
        Agent agent = agent();
        Navigation navigation = new Navigation(monde);
        navigation.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        for (String faux : List.of("", "pas le bon")) {
            Reponse refus =
                    navigation.post("/compte/jetons", Map.of("libelle", "Import", "portee", "API", "motDePasse", faux));
            assertThat(refus.statut()).isEqualTo(422);
            assertThat(refus.texte())
                    .contains("Le mot de passe actuel n")
                    .as("ce qui est tapé reste")
                    .contains("value=\"Import\"")
                    .doesNotContain("jalon_");
        }
        assertThat(authentification.jetons(agent)).isEmpty();
        Reponse fait = navigation.post(
                "/compte/jetons", Map.of("libelle", "Import", "portee", "API", "motDePasse", Monde.MOT_DE_PASSE));
        assertThat(fait.texte()).contains("jalon_");
        assertThat(authentification.jetons(agent)).hasSize(1);
        for (int essai = 0; essai < 8; essai++) {
            navigation.post("/compte/jetons", Map.of("libelle", "Import", "motDePasse", "faux" + essai));
        }
        assertThat(navigation
                        .post("/compte/jetons", Map.of("libelle", "Import", "motDePasse", Monde.MOT_DE_PASSE))
                        .texte())
                .contains("Attendez");
        assertThat(authentification.jetons(agent)).hasSize(1);
    }

    @Test
    void un_mot_de_passe_remis_retire_les_jetons_d_avant() {
        Agent agent = agent();
        ClientApi programme = ClientApi.anonyme(monde).jeton(authentification.creerJeton(agent, "essai"));
        assertThat(programme.get("/api/v1/taches").statut()).isEqualTo(200);
        comptes.reinitialiser(
                agent.identifiant(), "une-phrase-du-guichet", monde.agent("admin.portes", Role.ADMIN, null));
        Francais.verifierRefus(programme.get("/api/v1/taches"), 401);
        assertThat(authentification.jetons(agent)).isEmpty();
    }

    private Agent agent() {
        return monde.agent("portes" + SUIVANT.incrementAndGet() + ".kleber", Role.INSTRUCTEUR, "KLEBER");
    }

    // --- an address has one way to be written

    @ParameterizedTest
    @ValueSource(
            strings = {"/%61pi/v1/usagers", "/ap%69/v1/usagers", "/api/v%31/usagers", "/%65ngine-rest/deployment/create"
            })
    void une_adresse_ecrite_autrement_ne_passe_pas_a_cote_de_la_borne_des_corps(String chemin) {
        byte[] enorme = ("{\"nom\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);
        Reponse grosse =
                ClientApi.anonyme(monde).comme(instructeur).appeler("POST", chemin, "application/json", enorme);
        assertThat(grosse.statut()).isIn(400, 413);
        Reponse petite = ClientApi.anonyme(monde).comme(instructeur).post(chemin, "{}");
        assertThat(petite.statut()).isEqualTo(400);
        assertThat(ClientApi.anonyme(monde).comme(instructeur).get(chemin).statut())
                .isEqualTo(400);
    }

    @Test
    void ce_qui_doit_etre_code_dans_une_adresse_le_reste() {
        assertThat(ClientApi.anonyme(monde)
                        .comme(instructeur)
                        .get("/api/v1/dossiers/%C3%A9t%C3%A9%20" + SUIVANT.incrementAndGet())
                        .statut())
                .isEqualTo(404);
    }

    // --- one task that waits keeps no other waiting

    @Test
    void huit_travaux_a_heure_dite_vont_de_front() {
        assertThat(horaires.getScheduledThreadPoolExecutor().getCorePoolSize()).isEqualTo(8);
    }
}
