package fr.jalon.web.commun;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.piece.FichierTropGros;
import fr.jalon.piece.TypeNonAccepte;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A form that is sent: the act and its redirect, or the same page again with what was typed and each fault at its place. */
public final class Saisies {

    private Saisies() {}

    /**
     * Does the act; when it is refused, shows the page again.
     *
     * @param acte does the work and answers the redirect
     * @param page draws the page again, with the typed values; the faults are already in the model
     */
    public static String essayer(Model modele, Supplier<String> acte, Supplier<String> page) {
        return essayer(modele, UnaryOperator.identity(), acte, page);
    }

    /**
     * The same for a page with several forms.
     *
     * @param nomDuChamp gives, for the field named by the service, the name that the page gave it
     */
    public static String essayer(
            Model modele, UnaryOperator<String> nomDuChamp, Supplier<String> acte, Supplier<String> page) {
        try {
            return acte.get();
        } catch (SaisieInvalide e) {
            refuser(modele, 422, erreurs(e, nomDuChamp));
        } catch (Conflit e) {
            refuser(modele, 409, Map.of("", e.getMessage()));
        } catch (FichierTropGros e) {
            refuser(modele, 413, Map.of(nomDuChamp.apply("fichier"), e.getMessage()));
        } catch (TypeNonAccepte e) {
            refuser(modele, 415, Map.of(nomDuChamp.apply("fichier"), e.getMessage()));
        }
        return page.get();
    }

    /** The faults by field, in order; two faults of one field are both said. */
    public static Map<String, String> erreurs(SaisieInvalide e, UnaryOperator<String> nomDuChamp) {
        Map<String, String> erreurs = new LinkedHashMap<>();
        for (ErreurChamp erreur : e.erreurs()) {
            erreurs.merge(nomDuChamp.apply(erreur.champ()), erreur.message(), (a, b) -> a + " " + b);
        }
        return erreurs;
    }

    private static void refuser(Model modele, int statut, Map<String, String> erreurs) {
        modele.addAttribute("erreurs", erreurs);
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributs) {
            HttpServletResponse reponse = attributs.getResponse();
            if (reponse != null) {
                reponse.setStatus(statut);
            }
        }
    }
}
