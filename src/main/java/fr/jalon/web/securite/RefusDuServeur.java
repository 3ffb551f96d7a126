package fr.jalon.web.securite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Tomcat itself refuses, before any filter of ours: an address that it cannot read. In French, with our headers, without
 * the server's name. Public because Tomcat makes it by its class name.
 */
public class RefusDuServeur extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(RefusDuServeur.class);
    private static final String PROBLEME =
            "{\"type\":\"about:blank\",\"title\":\"Demande illisible\",\"status\":%d,\"detail\":\"%s\"}";
    private static final String PAGE = "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Demande"
            + " illisible - Jalon</title></head><body><h1>Demande illisible</h1><p>%s</p></body></html>";
    private static final String ADRESSE = "Cette adresse contient des caractères refusés.";
    private static final String PANNE = "Jalon n'a pas pu répondre. Réessayez plus tard.";

    @Override
    protected void report(Request requete, Response reponse, Throwable erreur) {
        int statut = reponse.getStatus();
        if (statut < 400 || reponse.getContentWritten() > 0 || !reponse.setErrorReported()) {
            return;
        }
        String detail = statut < 500 ? ADRESSE : PANNE;
        String chemin = requete.getRequestURI();
        boolean api = chemin != null && chemin.startsWith("/api/");
        EntetesDeSecurite.ecrire(reponse);
        reponse.setContentType(api ? "application/problem+json" : "text/html");
        reponse.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            reponse.getReporter().write(api ? PROBLEME.formatted(statut, detail) : PAGE.formatted(detail));
            reponse.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("La réponse {} n'a pas pu être écrite", statut, e);
        }
    }
}
