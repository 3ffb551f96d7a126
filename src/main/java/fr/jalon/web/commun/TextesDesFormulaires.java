package fr.jalon.web.commun;

import fr.jalon.commun.Textes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The rule of {@link fr.jalon.commun.TexteSaisi} at the door of every form, before any controller: what a form sends is held to it
 * whatever the field, and comes back without what could not be read.
 */
@Component
public class TextesDesFormulaires implements HandlerInterceptor, WebMvcConfigurer {

    /** Fields of a form that cannot be read; told at their place, with everything else that was typed. */
    public static final class Illisibles extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> nettoyes;

        Illisibles(Map<String, String> nettoyes) {
            super("champs illisibles : " + nettoyes.keySet());
            this.nettoyes = nettoyes;
        }

        /** By name of field, the text without its unreadable characters. */
        public Map<String, String> nettoyes() {
            return nettoyes;
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registre) {
        registre.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest requete, HttpServletResponse reponse, Object controleur) {
        if (!"POST".equals(requete.getMethod()) || requete.getRequestURI().startsWith("/api/")) {
            return true;
        }
        Map<String, String> illisibles = new LinkedHashMap<>();
        requete.getParameterMap().forEach((nom, valeurs) -> {
            for (String valeur : valeurs) {
                if (!secret(nom) && !Textes.lisible(valeur)) {
                    illisibles.put(nom, Textes.sansIllisibles(valeur));
                }
            }
        });
        if (!illisibles.isEmpty()) {
            throw new Illisibles(illisibles);
        }
        return true;
    }

    /** A password is never shown, stored or printed: any character may be part of it. */
    private static boolean secret(String nom) {
        return nom.toLowerCase(Locale.ROOT).contains("motdepasse")
                || nom.equals("actuel")
                || nom.equals("nouveau")
                || nom.equals("confirmation");
    }
}
