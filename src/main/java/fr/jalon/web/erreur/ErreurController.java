package fr.jalon.web.erreur;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what no controller could answer: refused access, unknown address, failure of a page. */
@Controller
class ErreurController implements ErrorController {

    private final PageErreur page;

    ErreurController(PageErreur page) {
        this.page = page;
    }

    @RequestMapping("/error")
    Object erreur(HttpServletRequest requete) {
        int statut = requete.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Object adresse = requete.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (adresse != null && adresse.toString().startsWith("/api/")) {
            Map<String, Object> corps = new LinkedHashMap<>();
            corps.put("type", "about:blank");
            corps.put("title", "Demande refusée");
            corps.put("status", statut);
            corps.put("detail", "Jalon n'a pas pu répondre à cette demande. Rien n'a été enregistré.");
            return ResponseEntity.status(statut)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(corps);
        }
        return page.page(statut, null, requete);
    }
}
