package fr.jalon.web.securite;

import fr.jalon.agent.AgentConnecte;
import fr.jalon.agent.Authentification;
import fr.jalon.agent.Authentification.Resultat;
import fr.jalon.agent.SecondFacteur;
import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Horloge;
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
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Basic or Bearer on the API, without a session. A password that was just checked is remembered for a minute under a keyed
 * digest, because Argon2 is slow on purpose; the account itself is read again at each call.
 */
@Component
class AccesApi extends OncePerRequestFilter {

    private static final Duration MEMOIRE = Duration.ofMinutes(1);
    private static final int MAX_MEMOIRE = 1_000;

    private final Authentification authentification;
    private final Chiffrement chiffrement;
    private final Horloge horloge;
    private final RefusApi refus;
    private final SecondFacteur secondFacteur;
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
            Horloge horloge,
            RefusApi refus,
            SecondFacteur secondFacteur) {
        this.authentification = authentification;
        this.chiffrement = chiffrement;
        this.horloge = horloge;
        this.refus = refus;
        this.secondFacteur = secondFacteur;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain chaine)
            throws ServletException, IOException {
        String entete = requete.getHeader("Authorization");
        if (entete != null) {
            if (horsPortee(entete, requete)) {
                refus.horsPortee(reponse);
                return;
            }
            Resultat resultat = identifier(entete, requete.getRemoteAddr());
            if (resultat instanceof Resultat.TropTot tropTot) {
                refus.tropTot(reponse, tropTot);
                return;
            }
            if (!(resultat instanceof Resultat.Reussi reussi)) {
                refus.inexact(reponse);
                return;
            }
            if (reussi.agent().motDePasseAChanger()) {
                refus.premierMotDePasse(reponse);
                return;
            }
            boolean parJeton = entete.regionMatches(true, 0, "Bearer ", 0, 7);
            if (!parJeton && secondFacteur.exige(reussi.agent().agent())) {
                refus.secondFacteur(reponse);
                return;
            }
            SecurityContext contexte = SecurityContextHolder.createEmptyContext();
            contexte.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    reussi.agent(), null, reussi.agent().getAuthorities()));
            SecurityContextHolder.setContext(contexte);
        }
        chaine.doFilter(requete, reponse);
    }

    /** A token that is true and may not be used for this. */
    private boolean horsPortee(String entete, HttpServletRequest requete) {
        return entete.regionMatches(true, 0, "Bearer ", 0, 7)
                && authentification
                        .parJeton(entete.substring(7).strip())
                        .filter(j -> !j.portee().permet(requete.getMethod(), requete.getRequestURI()))
                        .isPresent();
    }

    private Resultat identifier(String entete, String adresse) {
        if (entete.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return authentification
                    .parJeton(entete.substring(7).strip())
                    .<Resultat>map(j -> new Resultat.Reussi(j.agent()))
                    .orElseGet(Resultat.Refuse::new);
        }
        if (!entete.regionMatches(true, 0, "Basic ", 0, 6)) {
            return new Resultat.Refuse();
        }
        String clair;
        try {
            clair = new String(Base64.getDecoder().decode(entete.substring(6).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return new Resultat.Refuse();
        }
        int deuxPoints = clair.indexOf(':');
        if (deuxPoints < 1) {
            return new Resultat.Refuse();
        }
        return parMotDePasse(clair.substring(0, deuxPoints), clair.substring(deuxPoints + 1), adresse);
    }

    private Resultat parMotDePasse(String identifiant, String motDePasse, String adresse) {
        Optional<AgentConnecte> connu = authentification.relire(identifiant);
        String cle = connu.map(c -> chiffrement.empreinte(identifiant + "\n" + motDePasse + "\n" + c.getPassword()))
                .orElse("");
        Instant verifie = verifies.get(cle);
        if (verifie != null && verifie.plus(MEMOIRE).isAfter(horloge.maintenant())) {
            return new Resultat.Reussi(connu.orElseThrow());
        }
        Resultat resultat = authentification.connecter(identifiant, motDePasse, adresse);
        if (resultat instanceof Resultat.Reussi) {
            verifies.put(cle, horloge.maintenant());
        }
        return resultat;
    }
}
