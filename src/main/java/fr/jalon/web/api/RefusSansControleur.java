package fr.jalon.web.api;

import fr.jalon.commun.Panne;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.ObjectMapper;

/** The refusals of the API that come before any controller is chosen: too large a form, wrong type, wrong address. */
@Component
class RefusSansControleur implements HandlerExceptionResolver, Ordered {

    private final ErreursApi erreurs;
    private final ObjectMapper json;

    RefusSansControleur(ErreursApi erreurs, ObjectMapper json) {
        this.erreurs = erreurs;
        this.json = json;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest requete, HttpServletResponse reponse, Object controleur, Exception e) {
        if (controleur != null
                || !requete.getRequestURI().startsWith("/api/")
                || Panne.dans(e).isPresent()) {
            return null;
        }
        ResponseEntity<Probleme> refus = refus(e, requete);
        reponse.setStatus(refus.getStatusCode().value());
        reponse.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        reponse.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            json.writeValue(reponse.getWriter(), refus.getBody());
        } catch (IOException ecriture) {
            throw new UncheckedIOException(ecriture);
        }
        return new ModelAndView();
    }

    private ResponseEntity<Probleme> refus(Exception e, HttpServletRequest requete) {
        if (e instanceof MaxUploadSizeExceededException taille) {
            return erreurs.surTaille(taille);
        }
        if (e instanceof MultipartException forme) {
            return erreurs.sur(forme);
        }
        if (e instanceof HttpMediaTypeNotSupportedException type) {
            return erreurs.sur(type);
        }
        if (e instanceof HttpMediaTypeNotAcceptableException format) {
            return erreurs.sur(format);
        }
        if (e instanceof HttpRequestMethodNotSupportedException methode) {
            return erreurs.sur(methode);
        }
        if (e instanceof NoHandlerFoundException || e instanceof NoResourceFoundException) {
            return erreurs.surAdresse();
        }
        if (e instanceof RequestRejectedException) {
            return erreurs.surEntete();
        }
        return erreurs.surInattendue(e, requete);
    }
}
