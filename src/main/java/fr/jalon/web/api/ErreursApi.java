package fr.jalon.web.api;

import fr.jalon.atelier.Constat;
import fr.jalon.atelier.ModeleTropGros;
import fr.jalon.atelier.PublicationRefusee;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.EvaluationImpossible;
import fr.jalon.importation.TypeDeFichierRefuse;
import fr.jalon.piece.FichierTropGros;
import fr.jalon.piece.TypeNonAccepte;
import fr.jalon.web.commun.DemandeTropGrosse;
import fr.jalon.web.commun.TropDeDemandes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every refusal of the API into a French problem document; nothing technical leaves. */
@RestControllerAdvice(basePackageClasses = ErreursApi.class)
class ErreursApi {

    private static final Logger LOG = LoggerFactory.getLogger(ErreursApi.class);

    private final ObjetsDeLApi objets;

    ErreursApi(ObjetsDeLApi objets) {
        this.objets = objets;
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(SaisieInvalide e) {
        return repondre(new Probleme(
                "about:blank",
                "Saisie à corriger",
                HttpStatus.UNPROCESSABLE_CONTENT.value(),
                e.erreurs().size() == 1 ? e.erreurs().get(0).message() : "Corrigez les champs indiqués.",
                e.erreurs()));
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(Introuvable e) {
        return repondre(Probleme.de(404, "Introuvable", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(Conflit e) {
        return repondre(Probleme.de(409, "Conflit", e.getMessage()));
    }

    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    ResponseEntity<Probleme> surModificationConcurrente(RuntimeException e) {
        // The message of the database repeats the values of the row.
        LOG.info("Écriture concurrente refusée : {}", e.getClass().getSimpleName());
        return repondre(Probleme.de(
                409, "Conflit", "Quelqu'un d'autre vient de modifier la même chose. Relisez puis recommencez."));
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(TropDeDemandes e) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.secondes()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Probleme.de(429, "Trop de demandes", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(Interdit e) {
        return repondre(Probleme.de(403, "Action réservée", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(EvaluationImpossible e) {
        return repondre(new Probleme(
                "about:blank",
                "Saisie à corriger",
                422,
                e.getMessage(),
                List.of(new ErreurChamp("entrees", e.getMessage()))));
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(TypeNonAccepte e) {
        return repondre(Probleme.de(415, "Type de fichier refusé", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(TypeDeFichierRefuse e) {
        return repondre(Probleme.de(415, "Type de fichier refusé", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(ModeleTropGros e) {
        return repondre(Probleme.de(413, "Modèle trop gros", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(PublicationRefusee e) {
        return repondre(new Probleme(
                "about:blank",
                "Modèles à corriger",
                422,
                e.getMessage(),
                e.constats().stream()
                        .filter(Constat::erreur)
                        .map(c -> new ErreurChamp(
                                c.element() == null ? c.fichier() : c.fichier() + "#" + c.element(),
                                c.message() + " " + c.remede()))
                        .toList()));
    }

    @ExceptionHandler({FichierTropGros.class, MaxUploadSizeExceededException.class})
    ResponseEntity<Probleme> surTaille(RuntimeException e) {
        return repondre(Probleme.de(413, "Fichier trop gros", new FichierTropGros().getMessage()));
    }

    /** Access is judged before the body: what the caller may not see does not exist, whatever was sent to it. */
    @ExceptionHandler
    ResponseEntity<Probleme> sur(HttpMessageNotReadableException e, HttpServletRequest requete) {
        try {
            objets.exiger(requete);
        } catch (Introuvable absent) {
            return sur(absent);
        }
        if (e.getMostSpecificCause() instanceof DemandeTropGrosse trop) {
            return repondre(Probleme.de(413, "Demande trop grosse", trop.getMessage()));
        }
        return FautesJson.champ(e.getCause())
                .map(faute -> champ(faute.champ(), faute.message()))
                .orElseGet(() -> repondre(Probleme.de(
                        400, "Demande illisible", "Le corps de la demande n'est pas un JSON de la forme attendue.")));
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(MissingServletRequestParameterException e) {
        return champ(e.getParameterName(), "Ce paramètre est obligatoire.");
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(MissingServletRequestPartException e) {
        return champ(e.getRequestPartName(), "Cette partie du formulaire est obligatoire.");
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(MultipartException e) {
        return repondre(Probleme.de(400, "Demande illisible", "Envoyez le fichier dans un formulaire multipart."));
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(MethodArgumentTypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        String attendu = type != null && type.isEnum()
                ? "Choisissez parmi : "
                        + Arrays.stream(type.getEnumConstants())
                                .map(valeur -> ((Enum<?>) valeur).name())
                                .collect(Collectors.joining(", "))
                        + "."
                : "Cette valeur n'a pas la forme attendue (dates : 2026-05-31).";
        if (type == java.util.UUID.class) {
            return repondre(Probleme.de(404, "Introuvable", "Cet identifiant n'existe pas."));
        }
        return champ(e.getName(), attendu);
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(HttpMediaTypeNotSupportedException e) {
        return repondre(Probleme.de(
                415, "Type refusé", "Envoyez du JSON (application/json), ou un formulaire multipart pour un fichier."));
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(HttpMediaTypeNotAcceptableException e) {
        return repondre(Probleme.de(406, "Format demandé impossible", "Cette ressource n'existe pas dans ce format."));
    }

    @ExceptionHandler
    ResponseEntity<Probleme> sur(HttpRequestMethodNotSupportedException e) {
        return repondre(Probleme.de(405, "Méthode refusée", "Cette adresse ne connaît pas " + e.getMethod() + "."));
    }

    @ExceptionHandler(MissingPathVariableException.class)
    ResponseEntity<Probleme> surIdentifiant() {
        return repondre(Probleme.de(404, "Introuvable", "Cet identifiant n'existe pas."));
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<Probleme> surAdresse() {
        return repondre(Probleme.de(404, "Introuvable", "Cette adresse n'existe pas."));
    }

    /** Bytes in a header or in the name of a parameter that are no text. */
    @ExceptionHandler({RequestRejectedException.class, ServletRequestBindingException.class})
    ResponseEntity<Probleme> surEntete() {
        return repondre(Probleme.de(
                400, "Demande illisible", "Un en-tête ou un nom de paramètre contient des caractères refusés."));
    }

    /** A failure of ours; a broken database or a full disk never comes here, it is answered around all of Jalon. */
    @ExceptionHandler
    ResponseEntity<Probleme> surInattendue(Exception e, HttpServletRequest requete) {
        // The route and not the address: an address holds ids.
        LOG.error(
                "Échec de {} {}",
                requete.getMethod(),
                requete.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                e);
        return repondre(Probleme.de(
                500, "Erreur de Jalon", "Jalon n'a pas pu répondre. Rien n'a été enregistré ; réessayez plus tard."));
    }

    private static ResponseEntity<Probleme> champ(String champ, String message) {
        return repondre(new Probleme(
                "about:blank", "Saisie à corriger", 422, message, List.of(new ErreurChamp(champ, message))));
    }

    private static ResponseEntity<Probleme> repondre(Probleme probleme) {
        return ResponseEntity.status(probleme.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(probleme);
    }
}
