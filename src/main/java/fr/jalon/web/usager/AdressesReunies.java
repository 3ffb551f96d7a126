package fr.jalon.web.usager;

import fr.jalon.usager.PersonnesReunies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Every address of a card that was merged leads to the card that stays. A form sent to the old one is sent on with what it holds: nothing
 * typed is lost, and its version tells that the card has changed.
 */
@Configuration(proxyBeanMethods = false)
class AdressesReunies implements WebMvcConfigurer, HandlerInterceptor {

    private static final Pattern FICHE = Pattern.compile("^/usagers/([0-9a-fA-F-]{36})(/.*)?$");

    private final PersonnesReunies reunies;

    AdressesReunies(PersonnesReunies reunies) {
        this.reunies = reunies;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registre) {
        registre.addInterceptor(this).addPathPatterns("/usagers/*", "/usagers/*/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest requete, HttpServletResponse reponse, Object controleur) {
        String chemin =
                requete.getRequestURI().substring(requete.getContextPath().length());
        Matcher fiche = FICHE.matcher(chemin);
        if (!fiche.matches()) {
            return true;
        }
        Optional<UUID> gardee = identifiant(fiche.group(1)).flatMap(reunies::gardee);
        if (gardee.isEmpty()) {
            return true;
        }
        String suite = fiche.group(2) == null ? "" : fiche.group(2);
        String parametres = requete.getQueryString() == null ? "" : "?" + requete.getQueryString();
        reponse.setStatus(
                "GET".equals(requete.getMethod())
                        ? HttpServletResponse.SC_FOUND
                        : HttpServletResponse.SC_TEMPORARY_REDIRECT);
        reponse.setHeader(
                HttpHeaders.LOCATION, requete.getContextPath() + "/usagers/" + gardee.get() + suite + parametres);
        return false;
    }

    private static Optional<UUID> identifiant(String texte) {
        try {
            return Optional.of(UUID.fromString(texte));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
