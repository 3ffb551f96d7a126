package fr.jalon.web.panne;

import fr.jalon.commun.Panne;
import fr.jalon.web.securite.EntetesDeSecurite;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tools.jackson.databind.ObjectMapper;

/** Writes the answer of a {@link Panne}: for a program a problem document, for a person a page that holds what was typed. */
@Component
class ReponseDePanne {

    private static final String REESSAYER_DANS_S = "10";

    private final MessageSource textes;
    private final SpringTemplateEngine pages;
    private final ObjectMapper json;
    private final SaisieGardee saisies;

    ReponseDePanne(MessageSource textes, SpringTemplateEngine pages, ObjectMapper json, SaisieGardee saisies) {
        this.textes = textes;
        this.pages = pages;
        this.json = json;
        this.saisies = saisies;
    }

    void ecrire(Panne panne, HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        List<SaisieGardee.Champ> champs = saisies.de(requete);
        reponse.reset();
        EntetesDeSecurite.ecrire(reponse);
        reponse.setStatus(panne.statut());
        if (panne == Panne.BASE_INJOIGNABLE) {
            reponse.setHeader("Retry-After", REESSAYER_DANS_S);
        }
        reponse.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (requete.getRequestURI().startsWith("/api/")) {
            reponse.setContentType("application/problem+json");
            json.writeValue(reponse.getWriter(), probleme(panne));
        } else {
            reponse.setContentType("text/html");
            reponse.getWriter().write(page(panne, champs, requete, reponse));
        }
    }

    private Map<String, Object> probleme(Panne panne) {
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("type", "about:blank");
        corps.put("title", texte(panne, "titre"));
        corps.put("status", panne.statut());
        corps.put("detail", texte(panne, "message") + " " + texte(panne, "suite"));
        return corps;
    }

    private String page(
            Panne panne, List<SaisieGardee.Champ> champs, HttpServletRequest requete, HttpServletResponse reponse) {
        Map<String, Object> modele = new LinkedHashMap<>();
        modele.put("titre", texte(panne, "titre"));
        modele.put("message", texte(panne, "message"));
        modele.put("quoiFaire", texte(panne, "suite"));
        modele.put("ecriture", !"GET".equals(requete.getMethod()));
        modele.put("champs", champs);
        modele.put("ici", ici(requete));
        // The token is read from the session when the page asks for it: this one must not ask.
        requete.removeAttribute("_csrf");
        requete.removeAttribute(CsrfToken.class.getName());
        var echange = JakartaServletWebApplication.buildApplication(requete.getServletContext())
                .buildExchange(requete, reponse);
        return pages.process("erreur/panne", new WebContext(echange, Locale.FRENCH, modele));
    }

    private static String ici(HttpServletRequest requete) {
        boolean avecQuestion = "GET".equals(requete.getMethod()) && requete.getQueryString() != null;
        return requete.getRequestURI() + (avecQuestion ? "?" + requete.getQueryString() : "");
    }

    private String texte(Panne panne, String genre) {
        return textes.getMessage("erreur." + panne.statut() + "." + genre, null, Locale.FRENCH);
    }
}
