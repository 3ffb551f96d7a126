package fr.jalon.web.modeler;

import fr.jalon.atelier.ModeleTropGros;
import fr.jalon.atelier.PublicationRefusee;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Panne;
import fr.jalon.web.commun.DemandeTropGrosse;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Every refusal in the shape that Camunda Modeler shows, in French. */
@RestControllerAdvice(basePackageClasses = ErreursDuModeler.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErreursDuModeler {

    private static final Logger LOG = LoggerFactory.getLogger(ErreursDuModeler.class);
    private static final String DEMANDE = "InvalidRequestException";
    private static final String ILLISIBLE =
            "Jalon n’a pas pu lire cette demande : envoyez les modèles dans un formulaire multipart.";

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> sur(PublicationRefusee e) {
        return ResponseEntity.badRequest().body(ReponsesDuModeler.refus(e.constats()));
    }

    @ExceptionHandler({ModeleTropGros.class, MaxUploadSizeExceededException.class})
    ResponseEntity<Map<String, Object>> surTaille() {
        return repondre(HttpStatus.CONTENT_TOO_LARGE, DEMANDE, new ModeleTropGros().getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> sur(Introuvable e) {
        return repondre(HttpStatus.NOT_FOUND, DEMANDE, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> sur(Interdit e) {
        return repondre(HttpStatus.FORBIDDEN, "AuthorizationException", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> sur(Conflit e) {
        return repondre(HttpStatus.CONFLICT, DEMANDE, e.getMessage());
    }

    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    ResponseEntity<Map<String, Object>> surEcritureEnMemeTemps(RuntimeException e) {
        if (Panne.dans(e).isPresent()) {
            throw e;
        }
        return repondre(
                HttpStatus.CONFLICT, DEMANDE, "Quelqu’un d’autre dépose le même modèle en ce moment. Recommencez.");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> sur(HttpMessageNotReadableException e) {
        return e.getMostSpecificCause() instanceof DemandeTropGrosse trop
                ? repondre(HttpStatus.CONTENT_TOO_LARGE, DEMANDE, trop.getMessage())
                : repondre(HttpStatus.BAD_REQUEST, DEMANDE, "Le corps de la demande n’est pas du JSON.");
    }

    @ExceptionHandler({MultipartException.class, ServletRequestBindingException.class, RequestRejectedException.class})
    ResponseEntity<Map<String, Object>> surForme(Exception e) throws Exception {
        if (Panne.dans(e).isPresent()) {
            throw e;
        }
        LOG.info("Dépôt de modèle illisible : {}", e.getClass().getSimpleName());
        return repondre(HttpStatus.BAD_REQUEST, DEMANDE, ILLISIBLE);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> sur(HttpMediaTypeException e) {
        return repondre(HttpStatus.UNSUPPORTED_MEDIA_TYPE, DEMANDE, ILLISIBLE);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> sur(HttpRequestMethodNotSupportedException e) {
        return repondre(HttpStatus.METHOD_NOT_ALLOWED, DEMANDE, "Cette adresse ne connaît pas " + e.getMethod() + ".");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> sur(Exception e) throws Exception {
        if (Panne.dans(e).isPresent()) {
            throw e;
        }
        LOG.error("Échec d’un appel de Camunda Modeler", e);
        return repondre(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "RestException",
                "Jalon n’a pas pu répondre. Rien n’a été enregistré ; réessayez plus tard.");
    }

    private static ResponseEntity<Map<String, Object>> repondre(HttpStatus statut, String type, String message) {
        return ResponseEntity.status(statut).body(ReponsesDuModeler.erreur(type, message));
    }
}
