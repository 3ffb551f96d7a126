package fr.jalon.web.erreur;

import fr.jalon.commun.TexteSaisi;
import fr.jalon.web.commun.Cadre;
import fr.jalon.web.commun.Mots;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

    /**
     * The fields that could not be read, cleaned, to be sent again with all the others; a file must be chosen again, on its own page.
     *
     * @param nettoyes text by name of field
     */
    ModelAndView saisie(Map<String, String> nettoyes, HttpServletRequest requete) {
        String type = requete.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return page(422, TexteSaisi.ILLISIBLE, requete);
        }
        ModelAndView page = page(422, null, requete);
        page.setViewName("erreur/saisie");
        Map<String, String> erreurs = new LinkedHashMap<>();
        List<Champ> autres = new ArrayList<>();
        nettoyes.keySet().forEach(nom -> erreurs.put(nom, TexteSaisi.ILLISIBLE));
        requete.getParameterMap().forEach((nom, valeurs) -> {
            if (!nettoyes.containsKey(nom) && !nom.equals("_csrf")) {
                Arrays.stream(valeurs).forEach(valeur -> autres.add(new Champ(nom, nom, valeur)));
            }
        });
        page.addObject("erreurs", erreurs);
        page.addObject("ici", requete.getRequestURI());
        page.addObject("autres", autres);
        page.addObject(
                "aRelire",
                nettoyes.entrySet().stream()
                        .map(c -> new Champ(c.getKey(), Mots.enMots(c.getKey()), c.getValue()))
                        .toList());
        return page;
    }

    /** A field and what it holds. */
    public record Champ(String nom, String libelle, String valeur) {}

    private String texte(String genre, int statut) {
        String defaut = textes.getMessage("erreur." + INCONNU + "." + genre, null, null);
        return textes.getMessage("erreur." + statut + "." + genre, null, defaut, null);
    }
}
