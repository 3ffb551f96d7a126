package fr.jalon.web.commun;

import fr.jalon.commun.Conflit;
import java.net.URI;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people reach Jalon, as the administrator writes it ({@code JALON_ADRESSE_PUBLIQUE}). What is printed or sent carries this
 * address: the one that a request came by may be anything its sender liked, and would lead a partner to somebody else's page.
 */
@Component
public class AdressePublique {

    private static final Logger LOG = LoggerFactory.getLogger(AdressePublique.class);
    private static final Set<String> SCHEMAS = Set.of("https", "http");

    private final String racine;

    /** @throws IllegalStateException when what is written is no address of a site: Jalon does not start */
    AdressePublique(@Value("${jalon.adresse-publique:}") String adresse) {
        String nette = adresse.strip().replaceAll("/+$", "");
        if (nette.isEmpty()) {
            LOG.warn("JALON_ADRESSE_PUBLIQUE n'est pas réglée : aucun lien ne pourra être imprimé ni envoyé");
        } else {
            verifier(nette);
        }
        this.racine = nette;
    }

    private static void verifier(String adresse) {
        URI lue;
        try {
            lue = URI.create(adresse);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("JALON_ADRESSE_PUBLIQUE n'est pas une adresse : " + adresse, e);
        }
        boolean site = lue.getScheme() != null
                && SCHEMAS.contains(lue.getScheme())
                && lue.getHost() != null
                && lue.getUserInfo() == null
                && lue.getQuery() == null
                && lue.getFragment() == null;
        if (!site) {
            throw new IllegalStateException("JALON_ADRESSE_PUBLIQUE doit être l'adresse du site, de la forme"
                    + " https://jalon.exemple.fr, et non « " + adresse + " »");
        }
    }

    /**
     * The whole address of a page.
     *
     * @throws Conflit when the administrator has not said where people reach Jalon
     */
    public String de(String chemin) {
        if (racine.isEmpty()) {
            throw new Conflit("Jalon ne connaît pas son adresse publique : demandez à l'administrateur de la régler."
                    + " Aucun lien n'a été créé.");
        }
        return racine + chemin;
    }
}
