package fr.jalon.web.erreur;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.piece.FichierTropGros;
import fr.jalon.piece.TypeNonAccepte;
import fr.jalon.web.commun.TextesDesFormulaires;
import fr.jalon.web.commun.TropDeDemandes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every refusal of a screen becomes a French page; nothing technical is shown. The API has its own, which comes first. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusDesEcrans {

    private static final Logger LOG = LoggerFactory.getLogger(RefusDesEcrans.class);

    private final PageErreur page;

    RefusDesEcrans(PageErreur page) {
        this.page = page;
    }

    @ExceptionHandler
    ModelAndView sur(Introuvable e, HttpServletRequest requete) {
        return page.page(404, e.getMessage(), requete);
    }

    @ExceptionHandler
    ModelAndView sur(Interdit e, HttpServletRequest requete) {
        return page.page(403, e.getMessage(), requete);
    }

    @ExceptionHandler
    ModelAndView sur(Conflit e, HttpServletRequest requete) {
        return page.page(409, e.getMessage(), requete);
    }

    /** Also a lock that the database refused, so that whoever comes second reads who to ask and never a failure. */
    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    ModelAndView surEcritureConcurrente(RuntimeException e, HttpServletRequest requete) {
        // The message of the database repeats the values of the row.
        LOG.info(
                "Écriture concurrente refusée, {} {} : {}",
                requete.getMethod(),
                route(requete),
                e.getClass().getSimpleName());
        return page.page(409, null, requete);
    }

    @ExceptionHandler
    ModelAndView sur(SaisieInvalide e, HttpServletRequest requete) {
        String fautes = e.erreurs().stream().map(ErreurChamp::message).collect(Collectors.joining(" "));
        return page.page(422, fautes, requete);
    }

    @ExceptionHandler
    ModelAndView sur(TextesDesFormulaires.Illisibles e, HttpServletRequest requete) {
        return page.saisie(e.nettoyes(), requete);
    }

    @ExceptionHandler({FichierTropGros.class, MaxUploadSizeExceededException.class})
    ModelAndView surTaille(RuntimeException e, HttpServletRequest requete) {
        return page.page(413, new FichierTropGros().getMessage(), requete);
    }

    @ExceptionHandler
    ModelAndView sur(TypeNonAccepte e, HttpServletRequest requete) {
        return page.page(415, e.getMessage(), requete);
    }

    @ExceptionHandler
    ModelAndView sur(TropDeDemandes e, HttpServletRequest requete, HttpServletResponse reponse) {
        reponse.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(e.secondes()));
        return page.page(429, e.getMessage(), requete);
    }

    /** An id that has not the form of an id is an address that leads nowhere. */
    @ExceptionHandler({
        MethodArgumentTypeMismatchException.class,
        NoResourceFoundException.class,
        NoHandlerFoundException.class
    })
    ModelAndView surAdresse(Exception e, HttpServletRequest requete) {
        return page.page(404, null, requete);
    }

    @ExceptionHandler
    ModelAndView sur(HttpRequestMethodNotSupportedException e, HttpServletRequest requete) {
        return page.page(405, null, requete);
    }

    @ExceptionHandler({
        MissingServletRequestParameterException.class,
        MissingServletRequestPartException.class,
        MultipartException.class,
        HttpMessageNotReadableException.class,
        RequestRejectedException.class,
        ServletRequestBindingException.class
    })
    ModelAndView surDemandeIncomplete(Exception e, HttpServletRequest requete) {
        return page.page(400, null, requete);
    }

    /** The browser went away before the end of the answer: nobody is left to read a page. */
    @ExceptionHandler
    void sur(AsyncRequestNotUsableException e) {
        LOG.debug("Réponse abandonnée par le navigateur", e);
    }

    /** A broken database or a full disk never comes here: it has its own page, which needs neither session nor menu. */
    @ExceptionHandler
    ModelAndView sur(Exception e, HttpServletRequest requete) {
        if (e instanceof ErrorResponse refus && refus.getStatusCode().is4xxClientError()) {
            // Refused by the framework itself: a type of answer or of body that no page has.
            return page.page(refus.getStatusCode().value(), null, requete);
        }
        LOG.error("Échec de {} {}", requete.getMethod(), route(requete), e);
        return page.page(500, null, requete);
    }

    /** The route and not the address: an address holds ids, and once the secret of a link. */
    private static Object route(HttpServletRequest requete) {
        Object route = requete.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return route == null ? "une adresse sans route" : route;
    }
}
