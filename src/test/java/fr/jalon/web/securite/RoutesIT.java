package fr.jalon.web.securite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Role;
import fr.jalon.essais.JalonIT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table of routes and the application say the same. */
@JalonIT
class RoutesIT {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping adresses;

    @Autowired
    private Routes routes;

    @Test
    void chaque_route_de_l_application_est_dans_la_table() {
        assertThat(adresses.getHandlerMethods().keySet()).hasSizeGreaterThan(15);
        Set<String> absentes = new TreeSet<>();
        for (RequestMappingInfo info : adresses.getHandlerMethods().keySet()) {
            for (String chemin : info.getPatternValues()) {
                for (RequestMethod methode : methodes(info)) {
                    if (routes.toutes().stream()
                            .noneMatch(r -> r.methode().name().equals(methode.name())
                                    && couvre(r.chemin().getPatternString(), chemin))) {
                        absentes.add(methode + " " + chemin);
                    }
                }
            }
        }
        assertThat(absentes).as("routes absentes de securite/routes.csv").isEmpty();
    }

    @Test
    void chaque_ligne_de_la_table_existe_encore() {
        Set<String> existantes = adresses.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(chemin -> methodes(info).stream().map(m -> m + " " + sansNoms(chemin))))
                .collect(Collectors.toSet());
        List<String> horsControleurs =
                List.of("/lib/", "/actuator/", "/error", "/favicon.ico", "/connexion", "/deconnexion", "/api/docs");
        Set<String> mortes = routes.toutes().stream()
                .map(r -> r.methode() + " " + sansNoms(r.chemin().getPatternString()))
                .filter(ligne -> !existantes.contains(ligne))
                .filter(ligne -> !ligne.endsWith("/**")
                        || existantes.stream().noneMatch(e -> e.startsWith(ligne.substring(0, ligne.length() - 2))))
                .filter(ligne -> horsControleurs.stream().noneMatch(ligne::contains))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(mortes).as("lignes de routes.csv sans écran").isEmpty();
    }

    /** A file that leaves the house is made behind a second factor; the directory is what anybody may read in town. */
    @Test
    void chaque_export_est_a_des_roles_qui_ont_un_second_facteur() throws IOException {
        Set<String> avecFacteur = new ClassPathResource("securite/second-facteur.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(ligne -> !ligne.startsWith("#"))
                .map(ligne -> ligne.split(";")[0])
                .collect(Collectors.toSet());
        assertThat(routes.toutes())
                .filteredOn(r -> r.chemin().getPatternString().contains("/export/")
                        && !r.chemin().getPatternString().startsWith("/annuaire/"))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(Arrays.stream(Role.values())
                                .filter(role -> r.acces().permet(Set.of(role)))
                                .map(Enum::name))
                        .as(r.chemin().getPatternString())
                        .isSubsetOf(avecFacteur));
    }

    private static Set<RequestMethod> methodes(RequestMappingInfo info) {
        Set<RequestMethod> methodes = info.getMethodsCondition().getMethods();
        return methodes.isEmpty() ? Set.of(RequestMethod.GET) : methodes;
    }

    /** The path with each variable, and its pattern when it has one, written {}. */
    private static String sansNoms(String chemin) {
        return chemin.replaceAll("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}", "{}");
    }

    private static boolean couvre(String ligne, String chemin) {
        String a = sansNoms(ligne);
        String b = sansNoms(chemin);
        return a.equals(b) || (a.endsWith("/**") && b.startsWith(a.substring(0, a.length() - 3)));
    }
}
