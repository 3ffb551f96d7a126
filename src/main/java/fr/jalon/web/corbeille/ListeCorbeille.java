package fr.jalon.web.corbeille;

import fr.jalon.corbeille.Onglet;
import fr.jalon.web.commun.Adresse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * Which tab, filter, order and page of the queue somebody looks at, as its address says: the back button finds it again, and a link to it
 * can be sent. It goes along with the tasks that are opened from there, so that after an act one is back at the same place (attentes,
 * E5). Several values of one filter are parted by commas. What it says is judged by {@link LectureDesFiltres}.
 */
public record ListeCorbeille(Adresse adresse) {

    public static final String CHEMIN = "/corbeille";

    /** Filters that hold codes, in the order in which their chips are shown. */
    static final List<String> A_CODES = List.of("dispositif", "etape", "antenne", "detenteur", "echeance", "signe");

    /** Says in an address that it was longer than what is read of it. */
    static final String COUPEE = "coupee";

    private static final List<String> CONNUS = List.of(
            "onglet",
            "dispositif",
            "etape",
            "antenne",
            "detenteur",
            "echeance",
            "signe",
            "depuis",
            "du",
            "au",
            "q",
            "tri",
            "taille",
            "page",
            COUPEE);

    /** Former names of two filters, in addresses that were kept. */
    private static final Map<String, List<String>> ANCIENS =
            Map.of("retard", List.of("echeance", "RETARD"), "urgent", List.of("signe", "URGENT"));

    private static final int VALEUR_MAX = 600;
    private static final int TOUT_MAX = 1_900;

    /** From the parameters of a request. */
    public static ListeCorbeille lire(Map<String, String> parametres) {
        Map<String, String> retenus = new LinkedHashMap<>();
        int reste = TOUT_MAX;
        for (String nom : CONNUS) {
            String valeur = parametres.getOrDefault(nom, "").strip();
            if (valeur.length() > Math.min(reste, VALEUR_MAX)) {
                retenus.put(COUPEE, "oui");
            } else if (!valeur.isEmpty()) {
                retenus.put(nom, valeur);
                reste -= valeur.length();
            }
        }
        ANCIENS.forEach((nom, filtre) -> {
            if ("oui".equals(parametres.get(nom))) {
                retenus.putIfAbsent(filtre.get(0), filtre.get(1));
            }
        });
        return new ListeCorbeille(new Adresse(CHEMIN, retenus));
    }

    /** From a request whose filters may come several times, once for each value. */
    static ListeCorbeille lire(MultiValueMap<String, String> parametres) {
        return lire(parametres.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().stream().filter(v -> !v.isBlank()).collect(Collectors.joining(",")))));
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
        return Arrays.stream(Onglet.values())
                .filter(o -> o.name().equals(valeur("onglet")))
                .findFirst()
                .orElse(Onglet.A_PRENDRE);
    }

    String valeur(String nom) {
        return adresse.parametres().get(nom);
    }

    /** The values of a filter. */
    List<String> valeurs(String nom) {
        String valeur = valeur(nom);
        return valeur == null
                ? List.of()
                : Arrays.stream(valeur.split(","))
                        .map(String::strip)
                        .filter(v -> !v.isEmpty())
                        .distinct()
                        .toList();
    }

    /** The same list without one value of one filter. */
    ListeCorbeille sans(String nom, String retiree) {
        String reste = valeurs(nom).stream().filter(v -> !v.equals(retiree)).collect(Collectors.joining(","));
        return new ListeCorbeille(adresse.avec(nom, reste).sans("page"));
    }

    /** The tab alone. */
    ListeCorbeille sansFiltre() {
        return new ListeCorbeille(new Adresse(CHEMIN, Map.of("onglet", onglet().name())));
    }
}
