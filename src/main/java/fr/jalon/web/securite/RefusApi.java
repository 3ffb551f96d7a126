package fr.jalon.web.securite;

import fr.jalon.agent.Authentification.Resultat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** What the API answers before any controller: who is not known, not allowed, at no address, or writes an address that the firewall refuses. */
@Component
class RefusApi implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final Routes routes;
    private final ObjectMapper json;
    private final RequestRejectedHandler ailleurs = new HttpStatusRequestRejectedHandler();

    RefusApi(Routes routes, ObjectMapper json) {
        this.routes = routes;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest requete, HttpServletResponse reponse, AuthenticationException raison)
            throws IOException {
        identification(
                reponse,
                "Identification nécessaire",
                "Identifiez-vous par mot de passe (Basic) ou par jeton personnel (Bearer).");
    }

    void inexact(HttpServletResponse reponse) throws IOException {
        identification(reponse, "Identification refusée", "L'identifiant, le mot de passe ou le jeton est inexact.");
    }

    void tropTot(HttpServletResponse reponse, Resultat.TropTot raison) throws IOException {
        long secondes = raison.secondes();
        reponse.setHeader("Retry-After", Long.toString(secondes));
        ecrire(
                reponse,
                429,
                "Trop d'essais",
                "Trop d'essais refusés : attendez " + secondes + " secondes avant un nouvel essai.");
    }

    void premierMotDePasse(HttpServletResponse reponse) throws IOException {
        ecrire(
                reponse,
                403,
                "Mot de passe à changer",
                "Ce mot de passe est le premier du compte : changez-le d'abord à l'écran, sur la page du compte.");
    }

    void secondFacteur(HttpServletResponse reponse) throws IOException {
        ecrire(
                reponse,
                403,
                "Second facteur",
                "Ce compte demande un second facteur : un mot de passe ne suffit pas ici. Utilisez un jeton personnel, fait sur"
                        + " la page du compte.");
    }

    void horsPortee(HttpServletResponse reponse) throws IOException {
        ecrire(reponse, 403, "Jeton trop étroit", "Ce jeton personnel n'a pas été fait pour cet usage.");
    }

    void tropGrosse(HttpServletResponse reponse, String message) throws IOException {
        ecrire(reponse, 413, "Demande trop grosse", message);
    }

    /** A method that no path knows, refused before anything reads the request; a page that nobody can have asked for has no menu. */
    void methode(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        if (requete.getRequestURI().startsWith("/api/")) {
            methodeInconnue(reponse);
        } else {
            reponse.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            reponse.setContentType("text/plain;charset=UTF-8");
            reponse.getWriter().write("Cette adresse ne connaît pas la méthode de la demande.\n");
        }
    }

    /** More files at once than the memory holds. */
    void tropDEnvois(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        if (requete.getRequestURI().startsWith("/api/")) {
            ecrire(
                    reponse,
                    429,
                    "Trop de fichiers à la fois",
                    "Jalon reçoit déjà beaucoup de fichiers. Attendez une demi-minute, puis envoyez le vôtre à"
                            + " nouveau.");
        } else {
            reponse.sendError(429);
        }
    }

    /** Parameters that nobody can read. */
    void parametres(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        if (requete.getRequestURI().startsWith("/api/")) {
            ecrire(
                    reponse,
                    400,
                    "Paramètres illisibles",
                    "Écrivez les paramètres en UTF-8, et « % » sous la forme %25.");
        } else {
            reponse.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** A body of a type that is none. */
    void type(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        if (requete.getRequestURI().startsWith("/api/")) {
            ecrire(
                    reponse,
                    415,
                    "Type refusé",
                    "Envoyez du JSON (application/json), ou un formulaire multipart pour un fichier.");
        } else {
            reponse.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private void methodeInconnue(HttpServletResponse reponse) throws IOException {
        ecrire(reponse, 405, "Méthode refusée", "Cette adresse ne connaît pas la méthode de la demande.");
    }

    private void identification(HttpServletResponse reponse, String titre, String detail) throws IOException {
        reponse.setHeader("WWW-Authenticate", "Basic realm=\"Jalon\", charset=\"UTF-8\"");
        ecrire(reponse, 401, titre, detail);
    }

    /** An address of no route does not exist; a known address with another method says which ones it has. */
    @Override
    public void handle(HttpServletRequest requete, HttpServletResponse reponse, AccessDeniedException raison)
            throws IOException {
        Set<HttpMethod> methodes = routes.methodes(requete.getRequestURI());
        HttpMethod demandee = HttpMethod.valueOf("HEAD".equals(requete.getMethod()) ? "GET" : requete.getMethod());
        if (methodes.isEmpty()) {
            ecrire(reponse, 404, "Introuvable", "Cette adresse n'existe pas.");
        } else if (!methodes.contains(demandee)) {
            reponse.setHeader("Allow", MethodesHttp.permises(routes, requete.getRequestURI()));
            methodeInconnue(reponse);
        } else {
            ecrire(reponse, 403, "Action réservée", "Votre compte n'a pas le rôle que demande cette action.");
        }
    }

    @Override
    public void handle(HttpServletRequest requete, HttpServletResponse reponse, RequestRejectedException raison)
            throws IOException, jakarta.servlet.ServletException {
        EntetesDeSecurite.ecrire(reponse);
        if (requete.getRequestURI().startsWith("/api/")) {
            chemin(requete, reponse);
        } else {
            ailleurs.handle(requete, reponse, raison);
        }
    }

    /** An address that is not written as Jalon writes it. */
    void chemin(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        if (requete.getRequestURI().startsWith("/api/") || requete.getContentType() != null) {
            ecrire(reponse, 400, "Demande illisible", "Cette adresse contient des caractères refusés.");
        } else {
            reponse.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void ecrire(HttpServletResponse reponse, int statut, String titre, String detail) throws IOException {
        reponse.setStatus(statut);
        reponse.setContentType("application/problem+json;charset=UTF-8");
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("type", "about:blank");
        corps.put("title", titre);
        corps.put("status", statut);
        corps.put("detail", detail);
        json.writeValue(reponse.getWriter(), corps);
    }
}
