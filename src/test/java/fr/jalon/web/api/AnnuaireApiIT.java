package fr.jalon.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.Francais;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The two calls of the directory that anybody may make. */
@JalonIT
class AnnuaireApiIT {

    private static final String OFFRES = "/api/v1/annuaire/offres";
    private static final String ACTIONS = "/api/v1/annuaire/actions-du-pacte";
    private static final String ORGANISMES = "/api/v1/annuaire/organismes";

    @Autowired
    private Monde monde;

    private ClientApi api;

    @BeforeEach
    void sansCompte() {
        api = ClientApi.anonyme(monde);
    }

    @Test
    void une_offre_a_les_champs_du_contrat_et_eux_seuls() {
        JsonNode page = api.get(OFFRES + "?q=apprentissage+velo").json();
        assertThat(page.propertyNames()).containsExactlyInAnyOrder("elements", "page", "taille", "total");
        JsonNode offre = page.path("elements").path(0);
        assertThat(offre.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "titre",
                        "objectif",
                        "levier",
                        "organismes",
                        "publics",
                        "conditions",
                        "places",
                        "placesPrises",
                        "delaiPremierRendezVous",
                        "aConfirmer");
        assertThat(offre.path("titre").asString()).isEqualTo("Apprendre à faire du vélo avec Prisme");
        assertThat(offre.path("levier").asInt()).isEqualTo(6);
        assertThat(offre.path("organismes").path(0).asString()).isEqualTo("Prisme");
        assertThat(offre.path("publics").path(0).asString()).isEqualTo("HABITANTS");
        assertThat(offre.path("aConfirmer").asBoolean()).isTrue();
        assertThat(offre.path("places").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1,4", "2,16", "3,11", "4,11", "5,9", "6,9"})
    void chaque_levier_a_toutes_ses_offres(int levier, int nombre) {
        JsonNode page = api.get(OFFRES + "?taille=200&levier=" + levier).json();
        assertThat(page.path("elements"))
                .hasSize(page.path("total").asInt())
                .allMatch(o -> o.path("levier").asInt() == levier);
        // Other tests may have added offers of their own: those that Jalon brings have its codes.
        List<String> livrees = monde.bean(JdbcTemplate.class)
                .queryForList(
                        "select id from offre where code regexp '^(L[1-6]-[A-Z-]+-[0-9]{2}|ACC-[A-Z-]+)$'",
                        String.class);
        assertThat(page.path("elements"))
                .filteredOn(o -> livrees.contains(o.path("id").asString()))
                .hasSize(nombre);
    }

    @Test
    void les_pages_se_suivent_sans_trou_ni_double() {
        java.util.Set<String> vues = new java.util.HashSet<>();
        int total = 0;
        for (int page = 0; page < 4; page++) {
            JsonNode reponse = api.get(OFFRES + "?taille=50&page=" + page).json();
            total = reponse.path("total").asInt();
            reponse.path("elements")
                    .forEach(o -> assertThat(vues.add(o.path("id").asString())).isTrue());
        }
        assertThat(vues).hasSize(total);
    }

    @Test
    void une_action_du_pacte_a_les_champs_du_contrat_et_rien_de_su_n_est_invente() {
        JsonNode page = api.get(ACTIONS + "?q=hackathon").json();
        assertThat(page.path("total").asInt()).isOne();
        JsonNode action = page.path("elements").path(0);
        assertThat(action.propertyNames())
                .containsExactlyInAnyOrder("titre", "objectif", "levier", "pilote", "etat", "echeance", "preuve");
        assertThat(action.path("titre").asString()).isEqualTo("Organisation d'un Hackathon dédié");
        for (String inconnu : new String[] {"pilote", "etat", "echeance", "preuve"}) {
            assertThat(action.path(inconnu).isNull()).as(inconnu).isTrue();
        }
        assertThat(api.get(OFFRES + "?q=hackathon").json().path("total").asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"1,15", "2,42", "3,31", "4,26", "5,31", "6,22"})
    void chaque_levier_a_toutes_les_actions_du_pacte(int levier, int nombre) {
        JsonNode page = api.get(ACTIONS + "?taille=200&levier=" + levier).json();
        assertThat(page.path("elements"))
                .hasSizeGreaterThanOrEqualTo(nombre)
                .allMatch(o -> o.path("levier").asInt() == levier);
    }

    @ParameterizedTest
    @CsvSource({"levier=7,levier", "page=-1,page", "taille=201,taille", "levier=six,levier"})
    void le_plan_refuse_ce_qu_il_ne_peut_pas_lire(String parametre, String champ) {
        Reponse refus = api.get(ACTIONS + "?" + parametre);
        Francais.verifierRefus(refus, 422);
        assertThat(refus.json().path("erreurs").path(0).path("champ").asString())
                .isEqualTo(champ);
    }

    @Test
    void un_organisme_dit_ses_lieux_et_ses_contacts_sans_nommer_personne() {
        JsonNode ccas = api.get(ORGANISMES + "?q=ccas").json().path("elements").path(0);
        assertThat(ccas.path("code").asString()).isEqualTo("CCAS");
        assertThat(ccas.path("lieux").size()).isGreaterThanOrEqualTo(10);
        assertThat(ccas.path("contacts").path(0).path("fonction").asString()).isEqualTo("Accueil de la direction");
        assertThat(api.get(ORGANISMES + "?levier=6&taille=200").json().path("elements"))
                .extracting(o -> o.path("code").asString())
                .contains("MOBILICLES", "STAR")
                .doesNotContain("CES");
    }

    @ParameterizedTest
    @ValueSource(strings = {OFFRES, ORGANISMES})
    void chaque_parametre_refuse_ce_qu_il_ne_peut_pas_lire(String appel) {
        for (String[] cas : new String[][] {
            {"levier=7", "levier"},
            {"levier=0", "levier"},
            {"levier=six", "levier"},
            {"quartier=Q13", "quartier"},
            {"langue=klingon", "langue"},
            {"placesLibres=peut-etre", "placesLibres"},
            {"page=-1", "page"},
            {"page=x", "page"},
            {"taille=0", "taille"},
            {"taille=201", "taille"},
            {"q=" + "a".repeat(201), "q"}
        }) {
            Reponse refus = api.get(appel + "?" + cas[0]);
            Francais.verifierRefus(refus, 422);
            assertThat(refus.json().path("erreurs").path(0).path("champ").asString())
                    .as(cas[0])
                    .isEqualTo(cas[1]);
        }
    }

    @Test
    void un_filtre_vide_ne_filtre_pas_et_un_texte_sans_lettre_ne_trouve_rien() {
        int tout = api.get(OFFRES).json().path("total").asInt();
        assertThat(api.get(OFFRES + "?q=&quartier=&langue=&levier=&placesLibres=")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(tout);
        assertThat(api.get(OFFRES + "?q=%25%5F").json().path("total").asInt()).isZero();
        assertThat(api.get(OFFRES + "?quartier=q5&langue=FR")
                        .json()
                        .path("total")
                        .asInt())
                .isPositive();
    }

    @Test
    void l_annuaire_se_lit_mais_ne_s_ecrit_pas_par_la() {
        assertThat(api.post(OFFRES, "{}").statut()).isIn(401, 403, 405);
        assertThat(api.appeler("DELETE", ORGANISMES, null, null).statut()).isIn(401, 403, 405);
    }
}
