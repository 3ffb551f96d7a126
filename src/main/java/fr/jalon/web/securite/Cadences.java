package fr.jalon.web.securite;

import fr.jalon.agent.AgentConnecte;
import fr.jalon.commun.Horloge;
import fr.jalon.web.commun.TropDeDemandes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Bounds the searches, the exports and the files sent by one account, or of one address without an account, in each minute: {@code
 * securite/cadences.csv}. Nobody at work meets the bound; a script that empties the base does. Each node counts for itself, which
 * needs no write in the database for a reading.
 */
@Component
public class Cadences implements HandlerInterceptor, WebMvcConfigurer {

    /** What is counted together. */
    public enum Sorte {
        RECHERCHE,
        EXPORT,
        IMPORT,
        DEPOT
    }

    private static final int MINUTE = 60;
    private static final int RETENUS = 10_000;

    private record Compte(long minute, int nombre) {}

    private final Map<String, Sorte> routes = lire();
    private final Map<Sorte, Integer> bornes = new EnumMap<>(Sorte.class);
    private final Horloge horloge;
    private final LinkedHashMap<String, Compte> comptes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Compte> eldest) {
            return size() > RETENUS;
        }
    };

    Cadences(
            @Value("${jalon.cadence.recherche}") int recherches,
            @Value("${jalon.cadence.export}") int exports,
            @Value("${jalon.cadence.import}") int imports,
            @Value("${jalon.cadence.depot}") int depots,
            Horloge horloge) {
        bornes.put(Sorte.RECHERCHE, recherches);
        bornes.put(Sorte.EXPORT, exports);
        bornes.put(Sorte.IMPORT, imports);
        bornes.put(Sorte.DEPOT, depots);
        this.horloge = horloge;
    }

    private static Map<String, Sorte> lire() {
        try (BufferedReader lecteur = new BufferedReader(new InputStreamReader(
                new ClassPathResource("securite/cadences.csv").getInputStream(), StandardCharsets.UTF_8))) {
            return lecteur.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> l.split(";"))
                    .collect(Collectors.toMap(c -> c[0] + " " + c[1], c -> Sorte.valueOf(c[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bounded routes, method and path, with what they count as. */
    Map<String, Sorte> routes() {
        return Map.copyOf(routes);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registre) {
        registre.addInterceptor(this);
    }

    /** What a request counts as; null for the ordinary ones. */
    Sorte sorte(HttpServletRequest requete) {
        String methode = "HEAD".equals(requete.getMethod()) ? "GET" : requete.getMethod();
        return routes.get(methode + " " + requete.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    @Override
    public boolean preHandle(HttpServletRequest requete, HttpServletResponse reponse, Object controleur) {
        Sorte sorte = sorte(requete);
        if (sorte != null) {
            long maintenant = horloge.maintenant().getEpochSecond();
            if (compter(qui(requete) + " " + sorte, maintenant / MINUTE) > bornes.get(sorte)) {
                throw new TropDeDemandes(MINUTE - maintenant % MINUTE);
            }
        }
        return true;
    }

    private int compter(String cle, long minute) {
        synchronized (comptes) {
            Compte avant = comptes.get(cle);
            int nombre = avant == null || avant.minute() != minute ? 1 : avant.nombre() + 1;
            comptes.put(cle, new Compte(minute, nombre));
            return nombre;
        }
    }

    private static String qui(HttpServletRequest requete) {
        Authentication qui = SecurityContextHolder.getContext().getAuthentication();
        return qui != null && qui.getPrincipal() instanceof AgentConnecte agent
                ? agent.getUsername()
                : "adresse " + requete.getRemoteAddr();
    }
}
