package fr.jalon.web.securite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.web.securite.Routes.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Each screen of the table by each role, from its own antenne and from another, with real objects: what is refused is refused of
 * something that exists, and what is allowed reaches it.
 */
@JalonIT
@TestPropertySource(properties = "jalon.essai=ecrans") // a world of its own: its acts are done for good
@DirtiesContext
class AccesAuxEcransIT {

    private static final String REFUS_DE_LA_TABLE = "le rôle que demande cette page";

    /** Writes whose object is nobody's but one session's or one import's: the tests of those make them. */
    private static final List<String> A_UN_SEUL =
            List.of("/imports/", "/apercus/", "/compte/jetons/", "/second-facteur/appareils/");

    /** Writes on a part that nothing made here: a draft, somebody else of the foyer, a recusal. */
    private static final Set<String> SANS_OBJET = Set.of(
            "POST /mes-seances/{id}/points/{point}/deport/annulation",
            "POST /seances/{id}/tenue/points/{point}/deport/{membre}/annulation",
            "POST /modeles-de-courrier/{code}/brouillon/abandon",
            "POST /modeles-de-courrier/{code}/brouillon/soumission",
            "POST /usagers/{id}/foyer/{membre}/depart");

    /** What ends an object comes after what needs it. */
    private static final Pattern FIN = Pattern.compile(".*/(retrait|annulation|deces|cloture|depart|refus|reprise)");

    @Autowired
    private Monde monde;

    @Autowired
    private Routes routes;

    @Autowired
    private HorlogeReglable reglage;

    @Autowired
    private JdbcTemplate jdbc;

    private final Set<String> ecritures = new TreeSet<>();
    private final Set<String> atteintes = new TreeSet<>();
    private ObjetsDesRoutes objets;

    @TestFactory
    Stream<DynamicTest> chaque_ecran_par_chaque_role_des_deux_antennes() {
        reglage.regler(EssaiConfiguration.DEPART);
        objets = new ObjetsDesRoutes(monde, jdbc);
        Map<Role, Navigation> siens = new EnumMap<>(Role.class);
        Map<Role, Navigation> etrangers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            siens.put(role, connecter(objets.sien(role)));
            etrangers.put(role, connecter(objets.etranger(role)));
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Route route : ecrans()) {
            String nom = nom(route);
            tests.add(DynamicTest.dynamicTest(nom + " sans compte", () -> {
                Reponse reponse = ouvrir(new Navigation(monde), route);
                assertThat(reponse.statut()).isIn(302, 303);
                assertThat(reponse.entete("Location")).contains("/connexion");
            }));
            etrangers.forEach((role, qui) -> tests.add(
                    DynamicTest.dynamicTest(nom + " " + role + " d'ailleurs", () -> ailleurs(route, role, qui))));
            siens.forEach((role, qui) -> tests.add(
                    DynamicTest.dynamicTest(nom + " " + role + " d'ici", () -> essayer(route, role, qui, true))));
        }
        assertThat(tests).as("l'ampleur fait partie de la preuve").hasSizeGreaterThanOrEqualTo(5000);
        tests.add(DynamicTest.dynamicTest("chaque écriture permise a trouvé son objet", this::toutesAtteintes));
        return tests.stream();
    }

    private Navigation connecter(Agent agent) {
        Navigation navigation = new Navigation(monde);
        navigation.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        return navigation;
    }

    private List<Route> ecrans() {
        return routes.toutes().stream()
                .filter(r ->
                        !r.acces().ouvert() && !r.chemin().getPatternString().startsWith("/api/v1/"))
                // Without a session: ModelerIT
                .filter(r -> !r.chemin().getPatternString().startsWith("/engine-rest/"))
                .filter(r -> !r.chemin().getPatternString().equals("/deconnexion"))
                .sorted(Comparator.comparing(
                        r -> FIN.matcher(r.chemin().getPatternString()).matches()))
                .toList();
    }

    private void ailleurs(Route route, Role role, Navigation qui) {
        boolean partout = objets.etranger(role).portee().toutes();
        Reponse reponse = essayer(route, role, qui, partout);
        // The journal is one for the whole house, for those who control it.
        if (!partout
                && route.acces().permet(Set.of(role))
                && !route.chemin().getPatternString().startsWith("/journal")) {
            assertThat(reponse.texte()).doesNotContain(objets.rsa().numero());
        }
    }

    /** @param chezSoi whether the object is open to the account, when its role is one of the route's */
    private Reponse essayer(Route route, Role role, Navigation qui, boolean chezSoi) {
        Reponse reponse = ouvrir(qui, route);
        if (!route.acces().permet(Set.of(role))) {
            assertThat(reponse.statut()).isEqualTo(403);
            assertThat(reponse.texte()).contains(REFUS_DE_LA_TABLE);
            return reponse;
        }
        assertThat(reponse.statut()).isNotIn(401, 500);
        assertThat(reponse.texte()).doesNotContain(REFUS_DE_LA_TABLE);
        if (chezSoi
                && !route.methode().equals(HttpMethod.GET)
                && objets.connait(route.chemin().getPatternString())) {
            ecritures.add(nom(route));
            if (reponse.statut() != 404) {
                atteintes.add(nom(route));
            }
        }
        return reponse;
    }

    private void toutesAtteintes() {
        assertThat(ecritures).hasSizeGreaterThan(80);
        Set<String> perdues = new TreeSet<>(ecritures);
        perdues.removeAll(atteintes);
        assertThat(perdues)
                .as("écritures permises qui n'ont rencontré aucun objet")
                .isSubsetOf(SANS_OBJET);
    }

    private static String nom(Route route) {
        return route.methode() + " " + route.chemin().getPatternString();
    }

    private String chemin(Route route) {
        String modele = route.chemin().getPatternString();
        boolean reel = A_UN_SEUL.stream().noneMatch(modele::startsWith) && objets.connait(modele);
        return (reel ? objets.chemin(modele) : modele).replaceAll("\\{[^}]+}", "absent");
    }

    private Reponse ouvrir(Navigation navigation, Route route) {
        return route.methode().equals(HttpMethod.GET)
                ? navigation.get(chemin(route))
                : navigation.post(chemin(route), Map.of());
    }
}
