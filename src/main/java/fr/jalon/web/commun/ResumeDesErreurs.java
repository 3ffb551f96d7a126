package fr.jalon.web.commun;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/**
 * The summary above a form names the field of each fault, in the words of its own label: "Téléphone : écrivez un numéro…". The summary is
 * drawn before the fields, so a page with faults is held until it is whole; the others are not.
 */
@Component
class ResumeDesErreurs extends OncePerRequestFilter implements HandlerInterceptor {

    private static final String FAUTES = ResumeDesErreurs.class.getName();
    private static final Pattern LIENS = Pattern.compile("<a href=\"#(champ-[^\"]+)\">([^<]*)</a>");
    private static final Pattern FACULTATIF = Pattern.compile("<span class=\"facultatif\">.*?</span>", Pattern.DOTALL);
    private static final Pattern QUESTION = Pattern.compile("[\\s\\u00a0\\u202f?:*]+$");

    @Override
    public void postHandle(HttpServletRequest requete, HttpServletResponse reponse, Object acte, ModelAndView vue) {
        if (vue != null && vue.getModel().get("erreurs") instanceof Map<?, ?> erreurs && !erreurs.isEmpty()) {
            requete.setAttribute(FAUTES, true);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain chaine)
            throws ServletException, IOException {
        Retenue retenue = new Retenue(requete, reponse);
        chaine.doFilter(requete, retenue);
        String page = retenue.page();
        if (page != null) {
            byte[] octets = nommer(page).getBytes(StandardCharsets.UTF_8);
            reponse.setContentLength(octets.length);
            reponse.getOutputStream().write(octets);
        }
    }

    /** The page with the name of its field before each fault of its summary. */
    static String nommer(String page) {
        int debut = page.indexOf("class=\"resume-erreurs\"");
        int fin = debut < 0 ? -1 : page.indexOf("</ul>", debut);
        if (fin < 0) {
            return page;
        }
        Matcher lien = LIENS.matcher(page.substring(debut, fin));
        StringBuilder resume = new StringBuilder();
        while (lien.find()) {
            String id = UriUtils.decode(lien.group(1), StandardCharsets.UTF_8);
            String phrase = lien.group(2);
            String nommee = libelle(page, id)
                    .filter(nom -> !phrase.startsWith(nom))
                    .map(nom -> nom + "\u00a0: " + phrase)
                    .orElse(phrase);
            lien.appendReplacement(
                    resume, Matcher.quoteReplacement("<a href=\"#" + lien.group(1) + "\">" + nommee + "</a>"));
        }
        lien.appendTail(resume);
        return page.substring(0, debut) + resume + page.substring(fin);
    }

    /** The label of a field or the legend of a group, without "facultatif" nor the mark of its question. */
    private static Optional<String> libelle(String page, String id) {
        String lui = Pattern.quote(id);
        Matcher label = Pattern.compile("<label\\b[^>]*\\bfor=\"" + lui + "\"[^>]*>(.*?)</label>", Pattern.DOTALL)
                .matcher(page);
        Matcher legende = Pattern.compile(
                        "<fieldset\\b[^>]*\\bid=\"" + lui + "\"[^>]*>\\s*<legend\\b[^>]*>(.*?)</legend>",
                        Pattern.DOTALL)
                .matcher(page);
        String trouve = label.find() ? label.group(1) : legende.find() ? legende.group(1) : null;
        return Optional.ofNullable(trouve)
                .map(t -> FACULTATIF
                        .matcher(t)
                        .replaceAll("")
                        .replaceAll("<[^>]*>", "")
                        .replace("&nbsp;", "\u00a0"))
                .map(t -> QUESTION.matcher(t.strip().replaceAll("\\s+", " ")).replaceFirst(""))
                .filter(t -> !t.isEmpty());
    }

    /** Holds a page with faults, and lets everything else through. */
    private static final class Retenue extends HttpServletResponseWrapper {

        private final HttpServletRequest requete;
        private StringWriter page;
        private PrintWriter plume;

        Retenue(HttpServletRequest requete, HttpServletResponse reponse) {
            super(reponse);
            this.requete = requete;
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (plume == null && requete.getAttribute(FAUTES) == null) {
                return super.getWriter();
            }
            if (plume == null) {
                page = new StringWriter();
                plume = new PrintWriter(page);
            }
            return plume;
        }

        @Override
        public void flushBuffer() throws IOException {
            if (page == null) {
                super.flushBuffer();
            }
        }

        String page() {
            return page == null ? null : page.toString();
        }
    }
}
