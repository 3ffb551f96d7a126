package fr.jalon.essais;

import fr.jalon.essais.ClientApi.Reponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** A browser without a screen: keeps the cookies, and takes the CSRF token where the application keeps it. */
public final class Navigation {

    private static final String CSRF =
            "org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository.CSRF_TOKEN";

    private final Monde monde;
    private final ClientApi client;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Navigation(Monde monde) {
        this(monde, ClientApi.anonyme(monde));
    }

    public Navigation(Monde monde, ClientApi client) {
        this.monde = monde;
        this.client = client;
    }

    public Reponse get(String chemin) {
        return retenir(avecCookies().get(chemin));
    }

    /** A form sent with the token of the session. */
    public Reponse post(String chemin, Map<String, String> champs) {
        Map<String, String> tous = new LinkedHashMap<>(champs);
        tous.put("_csrf", jeton());
        return postSansJeton(chemin, tous);
    }

    public Reponse postSansJeton(String chemin, Map<String, String> champs) {
        StringBuilder corps = new StringBuilder();
        champs.forEach((nom, valeur) -> corps.append(corps.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(nom, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(valeur, StandardCharsets.UTF_8)));
        return retenir(avecCookies()
                .appeler(
                        "POST",
                        chemin,
                        "application/x-www-form-urlencoded",
                        corps.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** A form with one text and one file, as a page sends it. */
    public Reponse deposer(String chemin, String texte, String nomDuFichier, String contenu) {
        return retenir(avecCookies().deposer(chemin, texte, nomDuFichier, contenu.getBytes(StandardCharsets.UTF_8)));
    }

    public Reponse connecter(String identifiant, String motDePasse) {
        return post("/connexion", Map.of("identifiant", identifiant, "motDePasse", motDePasse));
    }

    /** Id of the session as the database knows it; empty when the browser holds none. */
    public Optional<String> session() {
        return cookies.entrySet().stream()
                .filter(c -> c.getKey().contains("JALON") && !c.getKey().contains("APPAREIL"))
                .map(c -> new String(Base64.getDecoder().decode(c.getValue()), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** The same browser as it was at this moment: what somebody has who copied its cookies. */
    public Navigation copie() {
        Navigation copie = new Navigation(monde, client);
        copie.cookies.putAll(cookies);
        return copie;
    }

    private ClientApi avecCookies() {
        if (cookies.isEmpty()) {
            return client;
        }
        StringBuilder entete = new StringBuilder();
        cookies.forEach((nom, valeur) -> entete.append(entete.isEmpty() ? "" : "; ")
                .append(nom)
                .append('=')
                .append(valeur));
        return client.avec("Cookie", entete.toString());
    }

    private Reponse retenir(Reponse reponse) {
        for (String cookie : reponse.entetes().allValues("Set-Cookie")) {
            String paire = cookie.split(";", 2)[0];
            String nom = paire.substring(0, paire.indexOf('='));
            String valeur = paire.substring(paire.indexOf('=') + 1);
            if (valeur.isEmpty() || cookie.contains("Max-Age=0")) {
                cookies.remove(nom);
            } else {
                cookies.put(nom, valeur);
            }
        }
        return reponse;
    }

    /** The token as a page would write it: masked, here by zeros. */
    private String jeton() {
        String clair = enSession().orElseGet(() -> {
            // A refused POST makes the session and its token, as opening a form would.
            postSansJeton("/connexion", Map.of());
            return enSession().orElseThrow();
        });
        byte[] octets = clair.getBytes(StandardCharsets.UTF_8);
        byte[] masque = new byte[octets.length * 2];
        System.arraycopy(octets, 0, masque, octets.length, octets.length);
        return Base64.getUrlEncoder().encodeToString(masque);
    }

    private Optional<String> enSession() {
        FindByIndexNameSessionRepository<?> depot = monde.bean(FindByIndexNameSessionRepository.class);
        return session()
                .map(depot::findById)
                .map(Session.class::cast)
                .map(s -> s.<CsrfToken>getAttribute(CSRF))
                .map(CsrfToken::getToken);
    }
}
