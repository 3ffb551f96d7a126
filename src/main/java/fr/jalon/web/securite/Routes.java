package fr.jalon.web.securite;

import fr.jalon.agent.Role;
import fr.jalon.commun.ListesCoupees;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The table of routes and roles, {@code securite/routes.csv} and that of each dispositif: what is not in it is refused. */
@Component
public class Routes {

    /** Who may use a route: everybody, every account, or some roles. */
    public record Acces(boolean ouvert, boolean toutCompte, Set<Role> roles) {

        public boolean permet(Set<Role> duCompte) {
            return ouvert || toutCompte || duCompte.stream().anyMatch(roles::contains);
        }
    }

    /** One line of the table. */
    public record Route(HttpMethod methode, PathPattern chemin, Acces acces) {}

    private final List<Route> routes;

    public Routes() {
        routes = ListesCoupees.parties("securite/routes.csv").stream()
                .flatMap(partie -> lire(partie).stream())
                .toList();
    }

    private static List<Route> lire(Resource partie) {
        try (BufferedReader lecteur =
                new BufferedReader(new InputStreamReader(partie.getInputStream(), StandardCharsets.UTF_8))) {
            return lecteur.lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                    .map(Routes::lire)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route lire(String ligne) {
        String[] colonnes = ligne.split(";");
        if (colonnes.length != 3) {
            throw new IllegalStateException("ligne de routes.csv illisible : " + ligne);
        }
        Acces acces = switch (colonnes[2]) {
            case "PUBLIC" -> new Acces(true, true, Set.of());
            case "CONNECTE" -> new Acces(false, true, Set.of());
            default -> new Acces(false, false, roles(colonnes[2]));
        };
        return new Route(HttpMethod.valueOf(colonnes[0]), PathPatternParser.defaultInstance.parse(colonnes[1]), acces);
    }

    private static Set<Role> roles(String texte) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : texte.split(",")) {
            roles.add(Role.valueOf(role.strip()));
        }
        return roles;
    }

    /** The most precise line for a request. */
    public Optional<Acces> acces(String methode, String chemin) {
        HttpMethod demandee = HttpMethod.valueOf("HEAD".equals(methode) ? "GET" : methode);
        PathContainer morceaux = PathContainer.parsePath(chemin);
        List<Route> trouvees = new ArrayList<>(routes.stream()
                .filter(r -> r.methode().equals(demandee) && r.chemin().matches(morceaux))
                .toList());
        trouvees.sort((a, b) -> a.chemin().compareTo(b.chemin()));
        return trouvees.stream().findFirst().map(Route::acces);
    }

    /** The methods that an address has in the table, whoever may use them. */
    public Set<HttpMethod> methodes(String chemin) {
        PathContainer morceaux = PathContainer.parsePath(chemin);
        return routes.stream()
                .filter(r -> r.chemin().matches(morceaux))
                .map(Route::methode)
                .collect(Collectors.toSet());
    }

    public List<Route> toutes() {
        return routes;
    }
}
