package fr.jalon.web.securite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Introuvable;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.Courriers;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.FichiersInventes;
import fr.jalon.essais.Francais;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.piece.FichierVue;
import fr.jalon.piece.Fichiers;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.usager.Personnes;
import fr.jalon.web.securite.Routes.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each route of the API by each role, from its own antenne and from another (screens: {@link AccesAuxEcransIT}); then what a curious or hostile account would try. */
@JalonIT
class AccesIT {

    private static final String REFUS_DE_LA_TABLE = "Votre compte n'a pas le rôle que demande cette action.";

    @Autowired
    private Monde monde;

    @Autowired
    private Routes routes;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Courriers courriers;

    @Autowired
    private Pieces pieces;

    @Autowired
    private Fichiers fichiers;

    private DossierVue dossier;
    private String tache;
    private String courrier;

    private void preparer() {
        if (dossier == null) {
            dossier = monde.demande();
            monde.travailler();
            tache = tache(dossier);
            courrier = courriers.parDossier(dossier.id()).get(0).id().toString();
        }
    }

    @TestFactory
    Stream<DynamicTest> chaque_route_de_l_api_par_chaque_role_et_chaque_antenne() {
        preparer();
        List<DynamicTest> tests = new ArrayList<>();
        for (Route route : routesApi()) {
            String nom = route.methode() + " " + route.chemin().getPatternString();
            tests.add(DynamicTest.dynamicTest(nom + " sans compte", () -> sansCompte(route)));
            for (Role role : Role.values()) {
                tests.add(DynamicTest.dynamicTest(nom + " " + role, () -> verifier(route, role)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(200);
        return tests.stream();
    }

    private List<Route> routesApi() {
        return routes.toutes().stream()
                .filter(r -> r.chemin().getPatternString().startsWith("/api/v1/"))
                .toList();
    }

    private void sansCompte(Route route) {
        Reponse reponse = appeler(ClientApi.anonyme(monde), route);
        if (route.acces().ouvert()) {
            assertThat(reponse.statut()).as(reponse.texte()).isEqualTo(200);
        } else {
            Francais.verifierRefus(reponse, 401);
        }
    }

    private void verifier(Route route, Role role) {
        Reponse ici = appeler(client(role, "KLEBER"), route);
        Reponse ailleurs = appeler(client(role, "BLOSNE"), route);
        if (!route.acces().permet(Set.of(role))) {
            Francais.verifierRefus(ici, 403);
            Francais.verifierRefus(ailleurs, 403);
            assertThat(ici.json().path("detail").asString()).isEqualTo(REFUS_DE_LA_TABLE);
            return;
        }
        if (route.chemin().getPatternString().startsWith("/api/v1/imports/")
                || route.chemin().getPatternString().startsWith("/api/v1/budget/")
                || route.chemin().getPatternString().startsWith("/api/v1/seances/")
                || route.chemin().getPatternString().startsWith("/api/v1/atelier/rejeux")
                || route.chemin().getPatternString().endsWith("/publication")) {
            // Another account's import is absent, and each type has roles of its own (ImportIT); a session is its
            // members' (SeancesApiIT); a draft, its trials and an
            // envelope are of no antenne (ModelerIT, ParametresIT, BudgetApiIT).
            assertThat(ici.statut()).as(ici.texte()).isNotIn(401, 405, 500);
            assertThat(ici.texte()).doesNotContain(REFUS_DE_LA_TABLE);
            return;
        }
        assertThat(ici.statut()).as(ici.texte()).isNotIn(401, 404, 405, 500);
        assertThat(ici.texte()).doesNotContain(REFUS_DE_LA_TABLE);
        if (route.methode().equals(HttpMethod.GET)) {
            assertThat(ici.statut()).as(ici.texte()).isEqualTo(200);
        }
        // An envelope is of no antenne.
        boolean unObjet = route.chemin().getPatternString().matches(".*\\{(numero|id)}.*")
                && !route.chemin().getPatternString().startsWith("/api/v1/budget/");
        if (unObjet && role != Role.RESPONSABLE_DISPOSITIFS) {
            Francais.verifierRefus(ailleurs, 404);
        } else {
            assertThat(ailleurs.statut()).isNotIn(401, 404, 405, 500);
        }
    }

    private ClientApi client(Role role, String antenne) {
        return ClientApi.anonyme(monde).comme(monde.agent(role, antenne));
    }

    /** The route with the objects of KLEBER and the least body that is read. */
    private Reponse appeler(ClientApi client, Route route) {
        String modele = route.chemin().getPatternString();
        String chemin = modele.contains("/imports/")
                ? modele.replace("{type}", "demandes-rsa")
                        .replace("{id}", "00000000-0000-0000-0000-000000000000")
                        .replace("{numero}", "1")
                : modele.replace("{numero}", dossier.numero())
                        .replace("{cle}", "quartier-antenne")
                        .replace("{version}", "1")
                        .replace("{n}", "1")
                        .replace("{code}", "CONTRAT_DANS_LE_MOIS")
                        .replace("{id}", modele.contains("courriers") ? courrier : tache);
        if (modele.endsWith("/pieces")) {
            return client.deposer(
                    chemin, pieces.liste(dossier.id()).get(0).type(), "a.png", FichiersInventes.png(8, 8));
        }
        if (modele.endsWith("/echeance")) {
            return client.get(chemin + "?debut=2026-05-01&joursOuvres=1");
        }
        if (modele.endsWith("/jours-ouvres")) {
            return client.get(chemin + "?du=2026-05-01&au=2026-05-02");
        }
        return route.methode().equals(HttpMethod.GET)
                ? client.get(chemin)
                : client.appeler(
                        route.methode().name(),
                        chemin,
                        "application/json",
                        "{\"donnees\":{}}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void une_route_qui_n_est_pas_dans_la_table_est_refusee_a_tous() {
        for (String chemin :
                List.of("/actuator/env", "/actuator/heapdump", "/engine-rest/engine", "/h2-console", "/v3/api-docs")) {
            for (Role role : List.of(Role.ADMIN, Role.PILOTE)) {
                Navigation navigation = new Navigation(monde);
                navigation.connecter(monde.agent(role, "KLEBER").identifiant(), Monde.MOT_DE_PASSE);
                assertThat(navigation.get(chemin).statut()).as(chemin).isIn(302, 401, 403, 404);
            }
        }
    }

    @Test
    void une_autre_antenne_ne_trouve_rien_ni_par_la_liste_ni_par_la_recherche_ni_par_le_tri() {
        preparer();
        String nom = monde.bean(Personnes.class).parId(dossier.personneId()).nom();
        ClientApi ailleurs = client(Role.INSTRUCTEUR, "BLOSNE");
        for (String q :
                List.of("", "?q=" + dossier.numero(), "?q=" + sansAccents(nom), "?antenne=KLEBER", "?antenne=%25")) {
            assertThat(ailleurs.get("/api/v1/dossiers" + q).texte()).as(q).doesNotContain(dossier.numero(), nom);
            assertThat(ailleurs.get("/api/v1/taches" + q).texte()).as(q).doesNotContain(dossier.numero(), nom);
        }
        for (String tri : List.of("ECHEANCE", "ANCIENNETE", "NOM", "NUMERO")) {
            for (String onglet : List.of("A_PRENDRE", "A_MOI", "EN_ATTENTE", "TERMINEES")) {
                assertThat(ailleurs.get("/api/v1/taches?taille=200&tri=" + tri + "&onglet=" + onglet)
                                .texte())
                        .doesNotContain(dossier.numero());
            }
        }
    }

    @Test
    void l_objet_d_une_autre_antenne_se_lit_exactement_comme_un_objet_qui_n_existe_pas() {
        preparer();
        ClientApi ailleurs = client(Role.INSTRUCTEUR, "BLOSNE");
        String inconnu = UUID.randomUUID().toString();
        Map<String, String> paires = Map.of(
                "/api/v1/dossiers/" + dossier.numero(),
                "/api/v1/dossiers/RSA-2026-999999",
                "/api/v1/dossiers/" + dossier.numero() + "/courriers",
                "/api/v1/dossiers/RSA-2026-999999/courriers",
                "/api/v1/courriers/" + courrier,
                "/api/v1/courriers/" + inconnu,
                "/api/v1/taches/" + tache + "/formulaire",
                "/api/v1/taches/" + inconnu + "/formulaire");
        paires.forEach((existant, absent) -> {
            Reponse refus = ailleurs.get(existant);
            Francais.verifierRefus(refus, 404);
            assertThat(refus.texte()).isEqualTo(ailleurs.get(absent).texte());
        });
        for (String acte : List.of("/prise", "/depot", "/reaffectation", "/achevement")) {
            String corps = "{\"donnees\":{},\"agent\":\"x\",\"motif\":\"y\"}";
            Reponse refus = ailleurs.post("/api/v1/taches/" + tache + acte, corps);
            Francais.verifierRefus(refus, 404);
            assertThat(refus.texte())
                    .isEqualTo(ailleurs.post("/api/v1/taches/" + inconnu + acte, corps)
                            .texte());
        }
    }

    @Test
    void la_tache_faite_d_une_autre_antenne_n_est_pas_dite_faite() {
        DossierVue autre = monde.demande();
        monde.travailler();
        String faite = tache(autre);
        accepter(autre);
        assertThat(client(Role.INSTRUCTEUR, "KLEBER")
                        .post("/api/v1/taches/" + faite + "/achevement", "{\"donnees\":{\"resultat\":\"COMPLET\"}}")
                        .statut())
                .isEqualTo(200);
        Reponse refus = client(Role.INSTRUCTEUR, "BLOSNE").post("/api/v1/taches/" + faite + "/prise", "{}");
        Francais.verifierRefus(refus, 404);
        assertThat(refus.texte()).doesNotContain("traitée");
    }

    @Test
    void le_fichier_d_une_autre_antenne_n_existe_pas() {
        preparer();
        FichierVue fichier = fichiers.recevoir(
                dossier.id(),
                pieces.liste(dossier.id()).get(0).type(),
                "carte.png",
                FichiersInventes.png(9, 9),
                "GUICHET",
                monde.instructeur());
        Agent ailleurs = monde.agent(Role.INSTRUCTEUR, "BLOSNE");
        assertThatThrownBy(() -> fichiers.ouvrir(fichier.id(), ailleurs))
                .isInstanceOf(Introuvable.class)
                .hasMessage("Ce fichier n'existe pas.");
        assertThatThrownBy(() -> fichiers.ouvrir(fichier.id(), monde.agent(Role.MANAGER, "KLEBER")))
                .isInstanceOf(Introuvable.class);
        assertThat(fichiers.ouvrir(fichier.id(), monde.instructeur()).octets()).isEqualTo(FichiersInventes.png(9, 9));
    }

    @Test
    void une_demande_deja_ouverte_ailleurs_est_refusee_sans_en_dire_le_numero() {
        preparer();
        ObjectNode corps = (ObjectNode) monde.json("{\"dispositif\":\"RSA\",\"canal\":\"GUICHET\"}");
        corps.put("usagerId", dossier.personneId().toString());
        corps.set("donnees", monde.situation());
        Reponse refus = client(Role.INSTRUCTEUR, "BLOSNE").post("/api/v1/dossiers", corps.toString());
        Francais.verifierRefus(refus, 409);
        assertThat(refus.texte()).contains("dans une autre antenne").doesNotContain(dossier.numero());
    }

    @Test
    void des_parametres_ajoutes_ou_changes_ne_donnent_rien_de_plus() {
        DossierVue mien = monde.demande();
        monde.travailler();
        accepter(mien);
        ClientApi instructeur = client(Role.INSTRUCTEUR, "KLEBER");
        String achevement = "/api/v1/taches/" + tache(mien) + "/achevement";
        for (String ajout : List.of(
                "\"agent\": \"responsable.antenne.kleber\"", "\"antenne\": \"BLOSNE\"", "\"assigne\": \"quelqu.un\"")) {
            Reponse refus = instructeur.post(achevement, "{\"donnees\": {\"resultat\": \"COMPLET\"}, " + ajout + "}");
            Francais.verifierRefus(refus, 422);
            assertThat(ajout)
                    .contains(refus.json().path("erreurs").path(0).path("champ").asString());
        }
        Reponse refus = instructeur.post(achevement, """
                {"donnees": {"resultat": "COMPLET", "cafCompetente": false, "antenne": "BLOSNE", "dossierId": "%s",
                             "proposition": "FAVORABLE", "rejetValide": true}}
                """.formatted(UUID.randomUUID()));
        Francais.verifierRefus(refus, 422);
        assertThat(refus.json().path("erreurs"))
                .extracting(e -> e.path("champ").asString())
                .contains("cafCompetente", "antenne", "dossierId", "proposition", "rejetValide");
        assertThat(instructeur
                        .post(achevement, "{\"donnees\": {\"resultat\": \"COMPLET\"}}")
                        .statut())
                .isEqualTo(200);
        Map<String, Object> variables = variables(mien);
        assertThat(variables)
                .containsEntry("antenne", "KLEBER")
                .containsEntry("dossierId", mien.id().toString())
                .containsEntry("dossierComplet", true)
                .containsEntry("cafCompetente", true)
                .doesNotContainKeys("proposition", "rejetValide");
        assertThat(monde.bean(fr.jalon.dossier.Dossiers.class).parId(mien.id()).antenne())
                .isEqualTo("KLEBER");
    }

    @Test
    void l_age_vient_de_la_date_de_naissance_quoi_qu_on_envoie() {
        ObjectNode situation = (ObjectNode) monde.situation();
        ((ObjectNode) situation.path("adultes").path(0)).put("age", 99);
        DossierVue nouveau = monde.demande(situation);
        assertThat(monde.bean(DemandesRsa.class)
                        .demande(nouveau.id())
                        .situation()
                        .adultes()
                        .get(0)
                        .age())
                .isEqualTo(40);
    }

    @Test
    void les_etapes_se_font_dans_l_ordre() {
        DossierVue mien = monde.demande();
        monde.travailler();
        accepter(mien);
        ClientApi instructeur = client(Role.INSTRUCTEUR, "KLEBER");
        String premiere = "/api/v1/taches/" + tache(mien) + "/achevement";
        Francais.verifierRefus(
                instructeur.post(premiere, "{\"donnees\":{\"proposition\":\"FAVORABLE\",\"c2s\":false}}"), 422);
        assertThat(instructeur
                        .post(premiere, "{\"donnees\":{\"resultat\":\"COMPLET\"}}")
                        .statut())
                .isEqualTo(200);
        Francais.verifierRefus(instructeur.post(premiere, "{\"donnees\":{\"resultat\":\"COMPLET\"}}"), 409);
        Francais.verifierRefus(
                instructeur.post(
                        premiere, "{\"donnees\":{\"decision\":\"ACCORD\",\"date\":\"2026-06-01\",\"montant\":600}}"),
                409);
        monde.travailler();
        assertThat(corbeille.duDossier(mien.id())).extracting("etape").containsExactly("UserTask_InstruireDemande");
    }

    @Test
    void un_instructeur_ne_fait_pas_l_etape_du_responsable_et_l_auteur_d_un_rejet_ne_le_valide_pas() {
        DossierVue mien = monde.demande();
        monde.travailler();
        accepter(mien);
        ClientApi responsable = client(Role.RESPONSABLE_ANTENNE, "KLEBER");
        assertThat(responsable
                        .post(
                                "/api/v1/taches/" + tache(mien) + "/achevement",
                                "{\"donnees\":{\"resultat\":\"COMPLET\"}}")
                        .statut())
                .isEqualTo(200);
        monde.travailler();
        assertThat(responsable
                        .post(
                                "/api/v1/taches/" + tache(mien) + "/achevement",
                                "{\"donnees\":{\"proposition\":\"DEFAVORABLE\",\"motifs\":[\"RESSOURCES\"],\"motif\":\"Ressources trop hautes.\",\"c2s\":false}}")
                        .statut())
                .isEqualTo(200);
        monde.travailler();
        String validation = "/api/v1/taches/" + tache(mien) + "/achevement";
        String oui = "{\"donnees\":{\"validation\":\"OUI\",\"motif\":\"D'accord.\"}}";
        Francais.verifierRefus(client(Role.INSTRUCTEUR, "KLEBER").post(validation, oui), 403);
        Francais.verifierRefus(client(Role.RESPONSABLE_ANTENNE, "BLOSNE").post(validation, oui), 404);
        Reponse refus = responsable.post(validation, oui);
        Francais.verifierRefus(refus, 409);
        assertThat(refus.json().path("detail").asString()).contains("un autre responsable");
        Agent autre = monde.agent("responsable2.kleber", Role.RESPONSABLE_ANTENNE, "KLEBER");
        assertThat(ClientApi.anonyme(monde).comme(autre).post(validation, oui).statut())
                .isEqualTo(200);
    }

    @Test
    void on_ne_confie_pas_une_tache_a_un_compte_d_une_autre_antenne_sans_le_role_ou_desactive() {
        preparer();
        ClientApi responsable = client(Role.RESPONSABLE_ANTENNE, "KLEBER");
        Agent parti = monde.agent("parti.kleber", Role.INSTRUCTEUR, "KLEBER");
        monde.bean(fr.jalon.agent.Comptes.class)
                .modifier(
                        new fr.jalon.agent.NouveauCompte(
                                parti.identifiant(),
                                parti.prenom(),
                                parti.nom(),
                                parti.qualite(),
                                "KLEBER",
                                parti.roles()),
                        false,
                        Agent.JALON);
        for (Agent destinataire :
                List.of(monde.agent(Role.INSTRUCTEUR, "BLOSNE"), monde.agent(Role.ACCUEIL, "KLEBER"), parti)) {
            Reponse refus = responsable.post(
                    "/api/v1/taches/" + tache + "/reaffectation",
                    "{\"agent\":\"" + destinataire.identifiant() + "\",\"motif\":\"Absence\"}");
            Francais.verifierRefus(refus, 422);
            assertThat(refus.json().path("erreurs").path(0).path("champ").asString())
                    .isEqualTo("agent");
        }
    }

    @Test
    void la_liste_des_taches_ne_montre_que_les_files_du_role() {
        preparer();
        JsonNode duResponsable = client(Role.RESPONSABLE_ANTENNE, "KLEBER")
                .get("/api/v1/taches?taille=200")
                .json();
        assertThat(duResponsable.path("elements"))
                .extracting(t -> t.path("groupe").asString())
                .contains("INSTRUCTEUR");
        assertThat(client(Role.ALI, "KLEBER")
                        .get("/api/v1/taches?taille=200")
                        .json()
                        .path("elements"))
                .extracting(t -> t.path("groupe").asString())
                .doesNotContain("INSTRUCTEUR", "RESPONSABLE_ANTENNE");
    }

    private Map<String, Object> variables(DossierVue d) {
        RuntimeService execution = monde.bean(RuntimeService.class);
        return execution.getVariables(execution
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(d.numero())
                .singleResult()
                .getId());
    }

    private String tache(DossierVue d) {
        return corbeille.duDossier(d.id()).get(0).tacheId();
    }

    private void accepter(DossierVue d) {
        for (PieceVue piece : pieces.liste(d.id())) {
            pieces.noterRecue(d.id(), piece.type(), monde.instructeur());
            pieces.juger(d.id(), piece.type(), EtatPiece.ACCEPTEE, null, monde.instructeur());
        }
    }

    private static String sansAccents(String texte) {
        return java.text.Normalizer.normalize(texte, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
