package fr.jalon.web.securite;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.agent.AgentConnecte;
import fr.jalon.agent.Authentification;
import fr.jalon.agent.Authentification.Resultat;
import fr.jalon.commun.Chiffrement;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Basic or Bearer on the API, without a session. A password that was just checked is remembered for a minute under a keyed
 * digest, because Argon2 is slow on purpose; the account itself is read again at each call.
 */
@Component
class AccesApi extends OncePerRequestFilter implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Duration MEMOIRE = Duration.ofMinutes(1);
    private static final int MAX_MEMOIRE = 1_000;

    private final Authentification authentification;
    private final Chiffrement chiffrement;
    private final fr.jalon.commun.Horloge horloge;
    private final ObjectMapper json;
    private final Map<String, Instant> verifies = java.util.Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MAX_MEMOIRE;
        }
    });

    AccesApi(
            Authentification authentification,
            Chiffrement chiffrement,
            fr.jalon.commun.Horloge horloge,
            ObjectMapper json) {
        this.authentification = authentification;
        this.chiffrement = chiffrement;
        this.horloge = horloge;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain chaine)
            throws ServletException, IOException {
        String entete = requete.getHeader("Authorization");
        if (entete != null) {
            Optional<AgentConnecte> agent = identifier(entete, requete.getRemoteAddr());
            if (agent.isEmpty()) {
                refuser(
                        reponse,
                        401,
                        "Identification refusée",
                        "L'identifiant, le mot de passe ou le jeton est inexact, ou il faut attendre avant un nouvel essai.");
                return;
            }
            SecurityContext contexte = SecurityContextHolder.createEmptyContext();
            contexte.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    agent.get(), null, agent.get().getAuthorities()));
            SecurityContextHolder.setContext(contexte);
        }
        chaine.doFilter(requete, reponse);
    }

    private Optional<AgentConnecte> identifier(String entete, String adresse) {
        if (entete.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return authentification.parJeton(entete.substring(7).strip());
        }
        if (!entete.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        String clair;
        try {
            clair = new String(Base64.getDecoder().decode(entete.substring(6).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int deuxPoints = clair.indexOf(':');
        if (deuxPoints < 1) {
            return Optional.empty();
        }
        return parMotDePasse(clair.substring(0, deuxPoints), clair.substring(deuxPoints + 1), adresse);
    }

    private Optional<AgentConnecte> parMotDePasse(String identifiant, String motDePasse, String adresse) {
        Optional<AgentConnecte> connu = authentification.relire(identifiant);
        String cle = connu.map(c -> chiffrement.empreinte(identifiant + "\n" + motDePasse + "\n" + c.getPassword()))
                .orElse("");
        Instant verifie = verifies.get(cle);
        if (verifie != null && verifie.plus(MEMOIRE).isAfter(horloge.maintenant())) {
            return connu;
        }
        if (authentification.connecter(identifiant, motDePasse, adresse) instanceof Resultat.Reussi reussi) {
            verifies.put(cle, horloge.maintenant());
            return Optional.of(reussi.agent());
        }
        return Optional.empty();
    }

    @Override
    public void commence(HttpServletRequest requete, HttpServletResponse reponse, AuthenticationException raison)
            throws IOException {
        refuser(
                reponse,
                401,
                "Identification nécessaire",
                "Identifiez-vous par mot de passe (Basic) ou par jeton personnel (Bearer).");
    }

    @Override
    public void handle(HttpServletRequest requete, HttpServletResponse reponse, AccessDeniedException raison)
            throws IOException {
        refuser(reponse, 403, "Action réservée", "Votre compte n'a pas le rôle que demande cette action.");
    }

    private void refuser(HttpServletResponse reponse, int statut, String titre, String detail) throws IOException {
        reponse.setStatus(statut);
        if (statut == 401) {
            reponse.setHeader("WWW-Authenticate", "Basic realm=\"Jalon\", charset=\"UTF-8\"");
        }
        reponse.setContentType("application/problem+json;charset=UTF-8");
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("type", "about:blank");
        corps.put("title", titre);
        corps.put("status", statut);
        corps.put("detail", detail);
        json.writeValue(reponse.getWriter(), corps);
    }
}
