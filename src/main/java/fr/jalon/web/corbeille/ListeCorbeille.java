package fr.jalon.web.corbeille;

import fr.jalon.corbeille.FiltreCorbeille;
import fr.jalon.corbeille.Onglet;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.RecherchesEnSession;
import jakarta.servlet.http.HttpSession;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tab, filter, order and page of the queue somebody looks at, as its address says. It goes along with the tasks that
 * are opened from there, so that after an act one is back at the same place (attentes, E5). What an address says wrong is
 * left out.
 */
public record ListeCorbeille(Adresse adresse) {

    public static final String CHEMIN = "/corbeille";
    public static final int TAILLE = 20;

    private static final List<String> CONNUS =
            List.of("onglet", "dispositif", "etape", "antenne", "retard", "urgent", "q", "tri", "page");

    /** From the parameters of a request. */
    public static ListeCorbeille lire(Map<String, String> parametres) {
        Map<String, String> retenus = new LinkedHashMap<>();
        for (String nom : CONNUS) {
            String valeur = parametres.get(nom);
            if (valeur != null && valeur.length() <= 80) {
                retenus.put(nom, valeur);
            }
        }
        return new ListeCorbeille(new Adresse(CHEMIN, retenus));
    }

    /** From the text that {@link #requete} gave to a hidden field. */
    public static ListeCorbeille relire(String requete) {
        Map<String, String> parametres = new LinkedHashMap<>();
        for (String paire : requete == null ? new String[0] : requete.split("&")) {
            int egal = paire.indexOf('=');
            if (egal > 0) {
                parametres.put(paire.substring(0, egal), decoder(paire.substring(egal + 1)));
            }
        }
        return lire(parametres);
    }

    private static String decoder(String valeur) {
        try {
            return URLDecoder.decode(valeur, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    public String requete() {
        return adresse.requete();
    }

    public String href() {
        return adresse.href();
    }

    /** Address of a task opened from this list. */
    public String hrefTache(String tacheId) {
        return new Adresse("/taches/" + tacheId, adresse.parametres()).href();
    }

    public Onglet onglet() {
        return lire(Onglet.class, "onglet", Onglet.A_PRENDRE);
    }

    FiltreCorbeille.Tri tri() {
        return lire(FiltreCorbeille.Tri.class, "tri", FiltreCorbeille.Tri.ECHEANCE);
    }

    int page() {
        String page = valeur("page");
        return page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    }

    String valeur(String nom) {
        return adresse.parametres().get(nom);
    }

    boolean coche(String nom) {
        return "oui".equals(valeur(nom));
    }

    /** The words searched are in the session: a name never stands in an address. */
    public FiltreCorbeille filtre(HttpSession session) {
        String etape = valeur("etape");
        String mots = RecherchesEnSession.mots(session, valeur("q"));
        return new FiltreCorbeille(
                onglet(),
                valeur("dispositif"),
                valeur("antenne"),
                etape == null ? List.of() : List.of(etape),
                coche("retard"),
                coche("urgent"),
                mots.isBlank() ? null : mots,
                tri());
    }

    private <E extends Enum<E>> E lire(Class<E> type, String nom, E defaut) {
        String valeur = valeur(nom);
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(valeur))
                .findFirst()
                .orElse(defaut);
    }
}
