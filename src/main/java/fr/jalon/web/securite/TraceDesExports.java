package fr.jalon.web.securite;

import fr.jalon.agent.AgentConnecte;
import fr.jalon.agent.ExportFait;
import fr.jalon.web.securite.Cadences.Sorte;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Says each export of {@code securite/cadences.csv} before it is made, once it is known to be within its bound: without a trace, no file. */
@Component
class TraceDesExports implements HandlerInterceptor, WebMvcConfigurer {

    private final Cadences cadences;
    private final ApplicationEventPublisher evenements;

    TraceDesExports(Cadences cadences, ApplicationEventPublisher evenements) {
        this.cadences = cadences;
        this.evenements = evenements;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registre) {
        registre.addInterceptor(this).order(1);
    }

    @Override
    public boolean preHandle(HttpServletRequest requete, HttpServletResponse reponse, Object controleur) {
        Authentication qui = SecurityContextHolder.getContext().getAuthentication();
        if (cadences.sorte(requete) == Sorte.EXPORT && qui != null && qui.getPrincipal() instanceof AgentConnecte c) {
            evenements.publishEvent(new ExportFait(requete.getRequestURI(), c.agent()));
        }
        return true;
    }
}
