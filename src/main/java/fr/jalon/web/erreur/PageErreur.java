package fr.jalon.web.erreur;

import fr.jalon.web.commun.Cadre;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws the page of a refusal: what happened, what to do, a way on. The words are in messages_fr.properties. */
@Component
class PageErreur {

    private static final int INCONNU = 500;

    private final Cadre cadre;
    private final MessageSource textes;

    PageErreur(Cadre cadre, MessageSource textes) {
        this.cadre = cadre;
        this.textes = textes;
    }

    /** @param message what the service said, null for the general words of this status */
    ModelAndView page(int statut, String message, HttpServletRequest requete) {
        ModelAndView page = new ModelAndView("erreur/erreur");
        page.setStatus(HttpStatusCode.valueOf(statut));
        page.addObject("titre", texte("titre", statut));
        page.addObject("message", message == null ? texte("message", statut) : message);
        page.addObject("quoiFaire", texte("suite", statut));
        Map<String, Object> modele = page.getModel();
        cadre.poser(modele, requete);
        page.addObject("connecte", modele.containsKey("menu"));
        return page;
    }

    private String texte(String genre, int statut) {
        String defaut = textes.getMessage("erreur." + INCONNU + "." + genre, null, null);
        return textes.getMessage("erreur." + statut + "." + genre, null, defaut, null);
    }
}
