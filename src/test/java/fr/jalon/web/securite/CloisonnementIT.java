package fr.jalon.web.securite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.accueil.VisiteVue;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EtatDeLaBase;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.prescription.LienCree;
import fr.jalon.prescription.LiensDeReponse;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.seance.ScenesDEquipe;
import fr.jalon.seance.SeanceVue;
import fr.jalon.usager.PersonneVue;
import fr.jalon.web.securite.Routes.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Each screen of an object, with a real one: its own people open it; the same roles of another antenne, structure or session are told
 * that it does not exist, and change nothing. A new route with an object is in this test without a word more.
 */
@JalonIT
class CloisonnementIT {

    /** Objects that every antenne shares, or that another test opens from outside. */
    private static final List<String> SANS_ANTENNE = List.of(
            "/api/", // AccesIT
            "/imports/", // ImportIT
            "/usagers/", // les_actes_sur_une_personne, below: her identity is common
            "/annuaire/",
            "/administration/",
            "/modeles-de-courrier/",
            "/modeles/",
            "/atelier/parametres/", // a table is of no antenne (ParametresIT)
            "/engine-rest/", // models are of no antenne (ModelerIT)
            "/auto-ecoles/", // a school is of no antenne (AutoEcolesIT)
            "/budget/", // an envelope and its orders are of no antenne (BudgetEcranIT)
            "/pilotage/annotations/", // of no antenne: those who direct write them for all (AlertesIT)
            "/pilotage/indicateurs/", // everybody's definition; who counts and lists what is in PilotageIT
            "/api/v1/pilotage/indicateurs/",
            "/mes-seances/attestations/", // one's own year
            "/apercus/", // held by the session of who wrote it
            "/compte/",
            "/second-facteur/",
            "/exemples/");

    /** What any desk may do for a person of another antenne; each other route of a person is for who follows her. */
    private static final Map<String, String> POUR_TOUS = Map.of(
            "GET /usagers/{id}", "identity is common",
            "GET /usagers/{id}/modification", "identity is common",
            "POST /usagers/{id}/modification", "identity is common; quartier and birth date are checked",
            "GET /usagers/{id}/demande-rsa", "a claim is received at any desk (CRPA, art. L114-2)",
            "POST /usagers/{id}/demande-rsa", "a claim is received at any desk (CRPA, art. L114-2)",
            "POST /usagers/{id}/deces", "signalled, not declared",
            "POST /usagers/{id}/consentements/retrait", "GDPR, article 7(3)",
            "POST /usagers/{id}/consentements/{consentement}/retrait", "GDPR, article 7(3)",
            "GET /usagers/{id}/numerique", "a diagnosis belongs to the desk that makes it",
            "POST /usagers/{id}/numerique", "a diagnosis belongs to the desk that makes it");

    /** A view opens the list that it names. */
    private static final int OUVERTE_AILLEURS = 302;

    /** Enough for each form to be read before its object is looked for. */
    private static final Map<String, String> CHAMPS = Map.ofEntries(
            Map.entry("version", "0"),
            Map.entry("donnees", "{}"),
            Map.entry("jeton", "aucun"),
            Map.entry("liste", ""),
            Map.entry("etat", "VALIDEE"),
            Map.entry("note", "Une note."),
            Map.entry("signalement", "DESISTEMENT"),
            Map.entry("signaler-motif", "Un motif."),
            Map.entry("reponse", "REFUSER"),
            Map.entry("motif", "SANS_PLACE"),
            Map.entry("resultat", "ABOUTIE"),
            Map.entry("motifs", "NUMERIQUE"),
            Map.entry("orientation", "ASSISTANCE"),
            Map.entry("nom", "Alix Essai"),
            Map.entry("qualite", ScenesDEquipe.PROFESSIONNEL));

    @Autowired
    private Monde monde;

    @Autowired
    private Routes routes;

    @Autowired
    private HorlogeReglable reglage;

    @Autowired
    private JdbcTemplate jdbc;

    private final Map<String, Navigation> navigations = new HashMap<>();
    private ObjetsDesRoutes objets;
    private PersonneVue personne;
    private DossierVue rsa;
    private DossierVue accompagnement;
    private DossierVue orientation;
    private VisiteVue visite;
    private SeanceVue seance;

    @BeforeEach
    void preparer() {
        reglage.regler(EssaiConfiguration.DEPART);
        if (objets != null) {
            return;
        }
        objets = new ObjetsDesRoutes(monde, jdbc);
        personne = objets.personne();
        rsa = objets.rsa();
        accompagnement = objets.accompagnement();
        orientation = objets.orientation();
        visite = objets.visite();
        seance = objets.seance();
        // Before anything is measured: an account that is made or logs in for the first time changes the database.
        routesDUnObjet().stream()
                .flatMap(r -> r.acces().roles().stream())
                .distinct()
                .flatMap(role -> Stream.of(objets.sien(role), objets.etranger(role)))
                .forEach(this::comme);
    }

    @TestFactory
    Stream<DynamicTest> un_objet_n_existe_que_pour_les_siens() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Route route : routesDUnObjet()) {
            String nom = route.methode() + " " + route.chemin().getPatternString();
            tests.add(DynamicTest.dynamicTest(nom, () -> verifier(route)));
        }
        assertThat(tests).hasSizeGreaterThan(50);
        return tests.stream();
    }

    private List<Route> routesDUnObjet() {
        return routes.toutes().stream()
                .filter(r -> !r.acces().ouvert())
                .filter(r -> r.chemin().getPatternString().contains("{"))
                .filter(r -> SANS_ANTENNE.stream()
                        .noneMatch(d -> r.chemin().getPatternString().startsWith(d)))
                .toList();
    }

    private void verifier(Route route) {
        String modele = route.chemin().getPatternString();
        String chemin = objets.chemin(modele);
        String absent = objets.chemin(modele, absent(modele));
        assertThat(chemin).doesNotContain("{");
        boolean ecriture = !route.methode().equals(HttpMethod.GET);
        // The minutes are written when the session closes, its proof when they are signed: EquipeIT and SeancesApiIT
        // read them.
        if (!ecriture && !modele.endsWith("/proces-verbal") && !modele.endsWith("/preuve")) {
            assertThat(route.acces().roles())
                    .as("quelqu'un l'ouvre")
                    .anySatisfy(role -> assertThat(
                                    comme(objets.sien(role)).get(chemin).statut())
                            .isEqualTo(modele.startsWith("/corbeille/vues/") ? OUVERTE_AILLEURS : 200));
        }
        Map<String, Long> avant = ecriture ? EtatDeLaBase.sommes(jdbc) : Map.of();
        for (Role role : route.acces().roles()) {
            Agent ailleurs = objets.etranger(role);
            if (ailleurs.portee().toutes() && !modele.startsWith("/mes-seances")) {
                continue;
            }
            Reponse refus = appeler(comme(ailleurs), route, chemin);
            assertThat(refus.statut()).as("%s : %s", role, refus.texte()).isEqualTo(404);
            assertThat(refus.texte())
                    .as(role.name())
                    .doesNotContain("Inventée", rsa.numero(), visite.numero(), seance.numero());
            assertThat(message(refus)).as(role.name()).isEqualTo(message(appeler(comme(ailleurs), route, absent)));
        }
        assertThat(ecriture ? EtatDeLaBase.sommes(jdbc) : Map.of()).isEqualTo(avant);
    }

    private static String absent(String modele) {
        return modele.contains("{numero}")
                ? "RSA-2026-999999"
                : UUID.randomUUID().toString();
    }

    /** The words of the refusal, without what changes with each page. */
    private static String message(Reponse reponse) {
        String texte = reponse.texte();
        int debut = texte.indexOf("<main");
        int fin = texte.indexOf("</main>");
        return debut < 0 || fin < 0 ? texte : texte.substring(debut, fin);
    }

    private static Reponse appeler(Navigation qui, Route route, String chemin) {
        return route.methode().equals(HttpMethod.GET) ? qui.get(chemin) : qui.post(chemin, CHAMPS);
    }

    private Navigation comme(Agent agent) {
        return navigations.computeIfAbsent(agent.identifiant(), identifiant -> {
            Navigation navigation = new Navigation(monde);
            navigation.connecter(identifiant, Monde.MOT_DE_PASSE);
            return navigation;
        });
    }

    @TestFactory
    Stream<DynamicTest> les_actes_sur_une_personne_sont_a_qui_la_suit() {
        List<Route> deLaPersonne = routes.toutes().stream()
                .filter(r -> r.chemin().getPatternString().startsWith("/usagers/{id}"))
                .toList();
        assertThat(deLaPersonne.stream().map(CloisonnementIT::nom)).containsAll(POUR_TOUS.keySet());
        return deLaPersonne.stream()
                .map(r -> DynamicTest.dynamicTest(nom(r), () -> {
                    if (POUR_TOUS.containsKey(nom(r))) {
                        neMontreRien(r);
                    } else {
                        refuser(r);
                    }
                }));
    }

    private static String nom(Route route) {
        return route.methode() + " " + route.chemin().getPatternString();
    }

    private String chemin(Route route) {
        return route.chemin()
                .getPatternString()
                .replace("{id}", personne.id().toString())
                .replace(
                        "{consentement}",
                        monde.bean(Prescriptions.class)
                                .derniere(orientation.id())
                                .consentementId()
                                .toString())
                .replace("{dispositif}", "MOB")
                .replace("{membre}", UUID.randomUUID().toString());
    }

    private void refuser(Route route) {
        Map<String, Long> avant = EtatDeLaBase.sommes(jdbc);
        for (Role role : route.acces().roles()) {
            Agent ailleurs = objets.etranger(role);
            if (ailleurs.portee().toutes()) {
                continue;
            }
            Reponse refus = appeler(comme(ailleurs), route, chemin(route));
            assertThat(refus.statut()).as("%s : %s", role, refus.texte()).isEqualTo(404);
            assertThat(refus.texte()).as(role.name()).doesNotContain("Inventée", orientation.numero());
        }
        assertThat(EtatDeLaBase.sommes(jdbc)).isEqualTo(avant);
    }

    private void neMontreRien(Route route) {
        if (!route.methode().equals(HttpMethod.GET)) {
            return;
        }
        for (Role role : route.acces().roles()) {
            Agent ailleurs = objets.etranger(role);
            if (ailleurs.portee().toutes()) {
                continue;
            }
            Reponse page = comme(ailleurs).get(chemin(route));
            assertThat(page.statut()).as(role.name()).isEqualTo(200);
            assertThat(page.texte())
                    .as(role.name())
                    .doesNotContain(orientation.numero(), rsa.numero(), visite.numero(), ObjetsDesRoutes.STRUCTURE);
        }
    }

    @Test
    void une_orientation_d_une_autre_antenne_ne_se_confirme_pas_par_le_champ_de_sa_tache() {
        Map<String, String> champs =
                Map.of("tache", objets.tache(accompagnement), "rang", "0", "parcours", "EMPLOI", "organisme", "X");
        Map<String, Long> avant = EtatDeLaBase.sommes(jdbc);
        assertThat(comme(objets.etranger(Role.ALI))
                        .post("/orientations/confirmations", champs)
                        .statut())
                .isEqualTo(404);
        assertThat(EtatDeLaBase.sommes(jdbc)).isEqualTo(avant);
    }

    @Test
    void chaque_lecture_d_une_page_sensible_laisse_son_auteur_et_son_objet_au_journal() {
        String s = "/seances/" + seance.id();
        String document = s + "/documents/" + objets.un("{document}");
        String point = "/mes-seances/" + seance.id() + "/points/" + objets.un("{point}");
        String dossierDuPoint = seance.points().get(0).numeroDossier();
        String courrier = "/courriers/" + objets.un("/courriers/{id}");
        lue("/visites/" + visite.id(), Role.ACCUEIL, personne.id().toString(), "Lecture : visite " + visite.numero());
        lue("/visites/" + visite.id() + "/recu", Role.ACCUEIL, personne.id().toString(), "Lecture : reçu de visite");
        lue(
                "/numerique/" + objets.un("/numerique/{id}"),
                Role.ACCUEIL,
                personne.id().toString(),
                "Lecture : diagnostic numérique");
        lue(
                "/numerique/" + objets.un("/numerique/{id}") + "/fiche",
                Role.ACCUEIL,
                personne.id().toString(),
                "Lecture : fiche numérique");
        lue(document, Role.RESPONSABLE_ANTENNE, seance.numero(), "Lecture : document");
        lue(document + "/pdf", Role.RESPONSABLE_ANTENNE, seance.numero(), "Lecture : document");
        lue(s + "/fiches", Role.RESPONSABLE_ANTENNE, dossierDuPoint, "Lecture : fiche de la séance");
        lue(point, Role.JURY, dossierDuPoint, "Lecture : fiche de la séance");
        lue(
                "/dossiers/" + accompagnement.numero() + "/diagnostic",
                Role.ALI,
                accompagnement.numero(),
                "Lecture : diagnostic");
        lue(courrier, Role.INSTRUCTEUR, rsa.numero(), "Lecture : courrier");
        lue(courrier + "/pdf", Role.INSTRUCTEUR, rsa.numero(), "Lecture : courrier");
        lue(
                "/partenaire/orientations/" + objets.un("/partenaire/orientations/{id}"),
                Role.PARTENAIRE,
                orientation.numero(),
                "Lecture : données partagées");
    }

    @Test
    void chaque_export_laisse_son_auteur_au_journal() {
        Agent responsable = monde.responsable();
        for (String chemin : List.of(
                "/premieres-reponses/export/csv",
                "/premieres-reponses/export/xlsx",
                "/annuaire/export/csv",
                "/annuaire/export/xlsx",
                "/annuaire/pacte/export/csv",
                "/annuaire/pacte/export/xlsx")) {
            long avant = exports(chemin, responsable);
            assertThat(comme(responsable).get(chemin).statut()).as(chemin).isEqualTo(200);
            assertThat(exports(chemin, responsable)).as(chemin).isEqualTo(avant + 1);
        }
    }

    private long exports(String chemin, Agent auteur) {
        return jdbc.queryForObject(
                "select count(*) from journal_entree where nature = 'EXPORT' and qui = ? and objet = ?",
                Long.class,
                auteur.identifiant(),
                chemin);
    }

    private void lue(String chemin, Role role, String objet, String texte) {
        Agent lecteur = objets.sien(role);
        long avant = lectures(lecteur, objet, texte);
        assertThat(comme(lecteur).get(chemin).statut()).as(chemin).isEqualTo(200);
        assertThat(lectures(lecteur, objet, texte)).as(chemin).isEqualTo(avant + 1);
    }

    private long lectures(Agent lecteur, String objet, String texte) {
        Long nombre = jdbc.queryForObject(
                "select count(*) from journal_entree where nature = 'LECTURE' and qui = ? and objet = ? and texte like"
                        + " ?",
                Long.class,
                lecteur.identifiant(),
                objet,
                texte + "%");
        return nombre == null ? 0 : nombre;
    }

    @Test
    void la_page_d_un_lien_ne_confie_son_adresse_a_personne_et_demande_le_jeton_de_sa_session() {
        LienCree lien = monde.bean(LiensDeReponse.class).creer(orientation.id(), monde.agent(Role.ALI, "KLEBER"));
        Navigation structure = new Navigation(monde);
        String adresse = "/reponse/" + lien.jeton();
        Reponse page = structure.get(adresse);
        assertThat(page.statut()).isEqualTo(200);
        discrete(page);
        assertThat(structure.postSansJeton(adresse, CHAMPS).statut()).isIn(302, 403);
        assertThat(structure.get(adresse).statut()).as("rien n'est usé").isEqualTo(200);
        Reponse altere = structure.get(adresse + "x");
        assertThat(altere.statut()).isEqualTo(404);
        discrete(altere);
        assertThat(altere.texte()).doesNotContain("Inventée");
        assertThat(jdbc.queryForObject(
                        "select count(*) from SPRING_SESSION_ATTRIBUTES where locate(?, ATTRIBUTE_BYTES) > 0",
                        Long.class,
                        lien.jeton()))
                .isZero();
        assertThat(jdbc.queryForObject(
                        "select count(*) from journal_entree where locate(?, concat(objet, ' ', texte)) > 0",
                        Long.class,
                        lien.jeton()))
                .isZero();
    }

    @Test
    void un_lien_cree_porte_l_adresse_publique_et_jamais_celle_que_la_demande_donne() {
        Agent ali = monde.agent(Role.ALI, "KLEBER");
        Navigation trompeur = new Navigation(
                monde,
                ClientApi.anonyme(monde)
                        .avec("X-Forwarded-Host", "mechant.exemple")
                        .avec("X-Forwarded-Proto", "https")
                        .avec("X-Forwarded-Port", "8443"));
        trompeur.connecter(ali.identifiant(), Monde.MOT_DE_PASSE);
        Reponse page = trompeur.post("/dossiers/" + orientation.numero() + "/lien-partenaire", Map.of());
        assertThat(page.statut()).as(page.texte()).isEqualTo(200);
        assertThat(page.texte())
                .contains("https://jalon.exemple.fr/reponse/")
                .doesNotContain("mechant.exemple")
                .doesNotContain("8443");
    }

    private static void discrete(Reponse page) {
        assertThat(page.entete("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.entete("X-Robots-Tag")).contains("noindex");
        assertThat(page.entete("Cache-Control")).contains("no-store");
    }
}
