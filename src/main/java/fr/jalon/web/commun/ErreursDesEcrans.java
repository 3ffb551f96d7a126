package fr.jalon.web.commun;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A refusal on a screen is an answer with its status, never a failure of the server. */
@ControllerAdvice(annotations = Controller.class)
class ErreursDesEcrans {

    @ExceptionHandler
    void sur(Introuvable refus, HttpServletResponse reponse) throws IOException {
        reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler
    void sur(MethodArgumentTypeMismatchException refus, HttpServletResponse reponse) throws IOException {
        reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler
    void sur(Interdit refus, HttpServletResponse reponse) throws IOException {
        reponse.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    @ExceptionHandler
    void sur(Conflit refus, HttpServletResponse reponse) throws IOException {
        reponse.sendError(HttpServletResponse.SC_CONFLICT);
    }
}
