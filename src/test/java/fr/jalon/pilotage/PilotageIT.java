package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dispositif.Anomalies;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.essais.AChaqueEssai;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Taches;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/** The figures of the managers on a real database: true, made again the same, hidden where they must be, closed to others. */
@JalonIT
@AChaqueEssai
class PilotageIT {

    private static final String API = "/api/v1/pilotage";

    @Autowired
    private Monde monde;

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private MiseAJour miseAJour;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    @AfterEach
    void remettre() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    /** Without an antenne, the one account of a role that has none. */
    private Agent qui(Role role, String antenne) {
        return antenne == null
                ? monde.agent("seul." + role.name().toLowerCase(Locale.ROOT), role, null)
                : monde.agent(role, antenne);
    }

    private JsonNode lire(Role role, String antenne, String chemin) {
        return ClientApi.anonyme(monde)
                .comme(qui(role, antenne))
                .get(API + chemin)
                .json();
    }

    private int statut(Role role, String antenne, String chemin) {
        return ClientApi.anonyme(monde)
                .comme(qui(role, antenne))
                .get(API + chemin)
                .statut();
    }

    private List<DossierVue> deposer(int nombre) {
        List<DossierVue> dossiers = new ArrayList<>();
        for (int i = 0; i < nombre; i++) {
            dossiers.add(monde.demande());
        }
        monde.travailler();
        return dossiers;
    }

    private void demanderLesPieces(DossierVue dossier) {
        String tache =
                monde.bean(Corbeille.class).duDossier(dossier.id()).get(0).tacheId();
        monde.bean(Taches.class).achever(tache, Map.of("resultat", "INCOMPLET"), monde.instructeur());
        monde.travailler();
    }

    private void clore(DossierVue dossier) {
        monde.bean(Signalements.class)
                .signaler(dossier.id(), Signalement.DESISTEMENT, "Elle l'a dit au guichet.", monde.instructeur());
        monde.travailler();
    }

    @Test
    void une_base_vide_repond_et_ne_compte_rien() {
        miseAJour.suivre();
        for (String chemin : List.of("/stock", "/stock?par=antenne", "/delais")) {
            assertThat(lire(Role.MANAGER, null, chemin).path("elements")).isEmpty();
        }
        JsonNode indicateur = lire(Role.MANAGER, null, "/indicateurs/ORIENTATION_SIX_SEMAINES");
        assertThat(indicateur.path("resultat").path("concernes").path("nombre").asLong(-1))
                .isZero();
        assertThat(indicateur.path("resultat").path("pourcentage").isNull()).isTrue();
        assertThat(lire(Role.MANAGER, null, "/evenements?format=ocel").path("events"))
                .isEmpty();
        assertThat(miseAJour.prouver()).isZero();
    }

    @Test
    void un_seul_dossier_est_cache_et_six_se_comptent() {
        DossierVue seul = deposer(1).get(0);
        miseAJour.suivre();
        JsonNode ligne =
                lire(Role.MANAGER, null, "/stock?par=antenne").path("elements").path(0);
        assertThat(ligne.path("nombre").isNull()).isTrue();
        assertThat(ligne.path("masque").asBoolean()).isTrue();
        deposer(5);
        miseAJour.suivre();
        ligne = lire(Role.MANAGER, null, "/stock?dispositif=RSA")
                .path("elements")
                .path(0);
        assertThat(ligne.path("nombre").asLong()).isEqualTo(6);
        assertThat(ligne.path("etape").asString()).isEqualTo("UserTask_VerifierPieces");
        assertThat(ligne.path("libelle").asString()).isEqualTo("Vérifier les pièces");
        assertThat(ligne.path("enRetard").path("nombre").asLong(-1)).isZero();
        horloge.avancer(Duration.ofDays(1));
        demanderLesPieces(seul);
        miseAJour.suivre();
        JsonNode lignes = lire(Role.MANAGER, null, "/stock?dispositif=RSA").path("elements");
        assertThat(lignes)
                .as("cinq d'un côté, un de l'autre : aucun des deux ne se montre")
                .hasSize(2);
        lignes.forEach(l -> assertThat(l.path("masque").asBoolean()).isTrue());
    }

    @Test
    void les_durees_sont_en_jours_ouvres_et_se_refont_a_l_identique() {
        List<DossierVue> dossiers = deposer(6);
        horloge.avancer(Duration.ofDays(1));
        dossiers.forEach(this::demanderLesPieces);
        horloge.avancer(Duration.ofDays(7));
        dossiers.forEach(this::clore);
        miseAJour.suivre();
        JsonNode lignes = lire(Role.RESPONSABLE_DISPOSITIFS, null, "/delais").path("elements");
        JsonNode pieces = lignes.path(0);
        for (JsonNode l : lignes) {
            if (l.path("etape").asString("").equals("UserTask_VerifierPieces")) {
                pieces = l;
            }
        }
        assertThat(pieces.path("p50").asDouble())
                .as("une journée d'ouverture est un jour")
                .isEqualTo(1.0);
        assertThat(pieces.path("responsable").asString()).isEqualTo("SERVICE");
        assertThat(pieces.path("cible").asInt()).isEqualTo(3);
        assertThat(lignes.path(lignes.size() - 1).path("libelle").asString()).isEqualTo("Dossier entier");
        List<Map<String, Object>> avant = tables();
        assertThat(miseAJour.reconstruire()).isEqualTo(6);
        assertThat(miseAJour.reconstruire()).isEqualTo(6);
        assertThat(tables()).isEqualTo(avant);
        assertThat(miseAJour.prouver()).isZero();
    }

    private List<Map<String, Object>> tables() {
        List<Map<String, Object>> tout = new ArrayList<>();
        tout.addAll(jdbc.queryForList("select * from pilotage_dossier order by dossier_id"));
        tout.addAll(jdbc.queryForList("select * from pilotage_segment order by dossier_id, rang"));
        tout.addAll(jdbc.queryForList("select * from pilotage_mesure order by indicateur, dossier_id"));
        return tout;
    }

    @Test
    void ce_qui_est_mesure_reste_mesure_par_les_heures_d_alors() {
        DossierVue dossier = deposer(1).get(0);
        horloge.avancer(Duration.ofDays(1));
        demanderLesPieces(dossier);
        miseAJour.suivre();
        jdbc.update("update pilotage_segment set minutes = 1234 where dossier_id = ?", dossier.id());
        miseAJour.reconstruire();
        assertThat(jdbc.queryForObject(
                        "select minutes from pilotage_segment where dossier_id = ? and rang = 0",
                        Long.class,
                        dossier.id()))
                .isEqualTo(1234);
    }

    @Test
    void un_dossier_encore_en_attente_apres_sa_date_est_en_retard_et_un_jeune_ne_compte_pas() {
        deposer(5);
        miseAJour.suivre();
        Filtre tout = new Filtre(
                null,
                null,
                EssaiConfiguration.DEPART.toLocalDate(),
                EssaiConfiguration.DEPART.toLocalDate().plusMonths(5));
        Indicateurs indicateurs = monde.bean(Indicateurs.class);
        Lecteur lecteur = Lecteur.ecran(qui(Role.RESPONSABLE_DISPOSITIFS, null));
        Indicateurs.Resultat jeune = indicateurs.resultat("DECISION_DANS_LE_DELAI", tout, lecteur);
        assertThat(jeune.concernes()).isEqualTo(Case.de(0));
        assertThat(jeune.aVenir()).isEqualTo(Case.de(5));
        assertThat(jeune.pourcentage()).isNull();
        horloge.avancer(Duration.ofDays(140));
        Indicateurs.Resultat vieux = indicateurs.resultat("DECISION_DANS_LE_DELAI", tout, lecteur);
        assertThat(vieux.horsDelai()).isEqualTo(Case.de(5));
        assertThat(vieux.pourcentage()).isZero();
        Indicateurs.Resultat accuse = indicateurs.resultat("ACCUSE_DE_RECEPTION", tout, lecteur);
        assertThat(accuse.tenus()).as("l'accusé est écrit au dépôt").isEqualTo(Case.de(5));
        assertThat(accuse.pourcentage()).isEqualTo(100);
        Agent manager = qui(Role.MANAGER, null);
        assertThat(indicateurs
                        .resultat("DECISION_DANS_LE_DELAI", tout, Lecteur.ecran(manager))
                        .horsDelai())
                .isEqualTo(Case.de(5));
        assertThat(indicateurs
                        .concernes("DECISION_DANS_LE_DELAI", tout, 0, 20, monde.responsable())
                        .elements())
                .hasSize(5)
                .allMatch(c -> c.place().equals("HORS"));
        assertThat(indicateurs.resultat("RECOURS_REPONDUS", tout, lecteur)).isNull();
        assertThat(indicateurs.parCode("RECOURS_REPONDUS").raison()).contains("recours");
    }

    @Test
    void chaque_role_lit_ce_qui_est_a_lui() {
        deposer(6);
        miseAJour.suivre();
        monde.agent(Role.RESPONSABLE_ANTENNE, "BLOSNE");
        assertThat(statut(Role.INSTRUCTEUR, "KLEBER", "/stock")).isEqualTo(403);
        assertThat(statut(Role.ADMIN, null, "/delais")).isEqualTo(403);
        assertThat(ClientApi.anonyme(monde).get(API + "/stock").statut()).isEqualTo(401);
        assertThat(lire(Role.RESPONSABLE_ANTENNE, "KLEBER", "/stock").path("elements"))
                .hasSize(1);
        assertThat(lire(Role.RESPONSABLE_ANTENNE, "BLOSNE", "/stock").path("elements"))
                .isEmpty();
        assertThat(lire(Role.RESPONSABLE_ANTENNE, "BLOSNE", "/stock?par=antenne")
                        .path("elements"))
                .isEmpty();
        for (String chemin : List.of("/stock", "/delais", "/indicateurs/CONTRAT_DANS_LE_MOIS")) {
            assertThat(statut(Role.RESPONSABLE_ANTENNE, "BLOSNE", chemin + "?antenne=KLEBER"))
                    .isEqualTo(404);
            assertThat(statut(Role.MANAGER, null, chemin + "?antenne=NULLE_PART"))
                    .isEqualTo(404);
        }
    }

    @Test
    void une_mauvaise_question_est_refusee_sur_son_champ() {
        assertThat(statut(Role.MANAGER, null, "/delais?du=2026-06-02&au=2026-06-01"))
                .isEqualTo(422);
        assertThat(statut(Role.MANAGER, null, "/indicateurs/CONTRAT_DANS_LE_MOIS?du=2026-06-02&au=2026-06-01"))
                .isEqualTo(422);
        assertThat(statut(Role.MANAGER, null, "/delais?du=hier")).isBetween(400, 422);
        assertThat(statut(Role.MANAGER, null, "/stock?par=couleur")).isEqualTo(422);
        assertThat(statut(Role.MANAGER, null, "/stock?dispositif=XYZ")).isEqualTo(422);
        assertThat(statut(Role.MANAGER, null, "/indicateurs/RIEN")).isEqualTo(404);
        assertThat(statut(Role.MANAGER, null, "/evenements?format=doc")).isEqualTo(422);
        assertThat(statut(Role.MANAGER, null, "/delais?du=0001-01-01")).isEqualTo(422);
    }

    @Test
    void les_evenements_sont_sous_pseudonyme_et_se_relisent() throws Exception {
        DossierVue dossier = deposer(1).get(0);
        horloge.avancer(Duration.ofDays(1));
        demanderLesPieces(dossier);
        miseAJour.suivre();
        Agent manager = qui(Role.MANAGER, null);
        String xes = ClientApi.anonyme(monde)
                .comme(manager)
                .get(API + "/evenements?format=xes")
                .texte();
        Document journal = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xes.getBytes(StandardCharsets.UTF_8)));
        assertThat(journal.getElementsByTagName("trace").getLength()).isEqualTo(1);
        assertThat(journal.getElementsByTagName("event").getLength()).isEqualTo(2);
        JsonNode ocel = lire(Role.MANAGER, null, "/evenements?format=ocel");
        assertThat(ocel.path("objects")).hasSize(1);
        assertThat(ocel.path("events")).hasSize(1);
        assertThat(ocel.path("eventTypes").path(0).path("name").asString()).isEqualTo("Vérifier les pièces");
        assertThat(ocel.path("events")
                        .path(0)
                        .path("relationships")
                        .path(0)
                        .path("objectId")
                        .asString())
                .isEqualTo(ocel.path("objects").path(0).path("id").asString());
        for (String secret : List.of(
                dossier.numero(),
                dossier.id().toString(),
                monde.instructeur().identifiant(),
                monde.instructeur().nom())) {
            assertThat(xes).doesNotContain(secret);
            assertThat(ocel.toString()).doesNotContain(secret);
        }
    }

    @Test
    void un_temps_qui_ne_fait_pas_la_vie_du_dossier_est_dit_a_l_administrateur() {
        DossierVue dossier = deposer(1).get(0);
        assertThat(miseAJour.prouver()).isZero();
        jdbc.update(
                "update temps_segment set debut = date_add(debut, interval 1 second) where dossier_id = ?",
                dossier.id());
        assertThat(miseAJour.prouver()).isEqualTo(1);
        assertThat(monde.bean(Anomalies.class).ouvertes())
                .anyMatch(a -> a.source().equals("temps") && a.texte().contains(dossier.numero()));
    }

    @Test
    void le_stock_du_jour_se_garde_et_se_refait_sans_double() {
        deposer(3);
        miseAJour.garderLeStock();
        miseAJour.garderLeStock();
        assertThat(jdbc.queryForObject("select sum(nombre) from pilotage_stock", Long.class))
                .isEqualTo(3);
        horloge.avancer(Duration.ofDays(30));
        miseAJour.garderLeStock();
        assertThat(jdbc.queryForList("select age from pilotage_stock order by jour", String.class))
                .containsExactly("A1", "A4");
        Filtre tout = new Filtre(
                null,
                "KLEBER",
                EssaiConfiguration.DEPART.toLocalDate(),
                EssaiConfiguration.DEPART.toLocalDate().plusDays(30));
        assertThat(monde.bean(Chiffres.class).stocksGardes(tout, Lecteur.ecran(monde.responsable())).stream()
                        .map(Chiffres.StockGarde::ouverts))
                .containsExactly(Case.de(3), Case.de(3));
        assertThat(monde.bean(Chiffres.class).stocksGardes(tout, Lecteur.ecran(qui(Role.MANAGER, null))))
                .allMatch(g -> g.ouverts().masque());
    }
}
