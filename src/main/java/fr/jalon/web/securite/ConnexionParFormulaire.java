package fr.jalon.web.securite;

import fr.jalon.agent.Authentification;
import fr.jalon.agent.Authentification.Resultat;
import fr.jalon.commun.Textes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Log-in on the screen: asks the accounts, says how long to wait, never says whether the name exists. */
@Component
class ConnexionParFormulaire
        implements AuthenticationManager,
                AuthenticationFailureHandler,
                AuthenticationDetailsSource<HttpServletRequest, WebAuthenticationDetails> {

    private static final int IDENTIFIANT_MAX = 60;

    private final Authentification authentification;

    ConnexionParFormulaire(Authentification authentification) {
        this.authentification = authentification;
    }

    private static final class TropTot extends LockedException {
        private static final long serialVersionUID = 1L;
        private final long secondes;

        TropTot(long secondes) {
            super("trop tôt");
            this.secondes = secondes;
        }
    }

    @Override
    public Authentication authenticate(Authentication demande) throws AuthenticationException {
        String adresse = demande.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "inconnue";
        Resultat resultat = authentification.connecter(
                String.valueOf(demande.getPrincipal()).strip(), String.valueOf(demande.getCredentials()), adresse);
        if (resultat instanceof Resultat.Reussi reussi) {
            return UsernamePasswordAuthenticationToken.authenticated(
                    reussi.agent(), null, reussi.agent().getAuthorities());
        }
        if (resultat instanceof Resultat.TropTot tropTot) {
            throw new TropTot(tropTot.secondes());
        }
        throw new BadCredentialsException("identifiant ou mot de passe inexact");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest requete, HttpServletResponse reponse, AuthenticationException raison)
            throws IOException {
        requete.getSession()
                .setAttribute("identifiantSaisi", Textes.couper(requete.getParameter("identifiant"), IDENTIFIANT_MAX));
        reponse.sendRedirect(raison instanceof TropTot t ? "/connexion?attente=" + t.secondes : "/connexion?erreur");
    }

    @Override
    public WebAuthenticationDetails buildDetails(HttpServletRequest requete) {
        return new WebAuthenticationDetails(requete);
    }
}
