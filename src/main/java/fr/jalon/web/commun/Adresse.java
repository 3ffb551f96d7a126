package fr.jalon.web.commun;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An address and its parameters, to make the one of another tab, page or filter. Empty values are left out. */
public record Adresse(String chemin, Map<String, String> parametres) {

    public Adresse {
        parametres = new LinkedHashMap<>(parametres);
        parametres.values().removeIf(v -> v == null || v.isBlank());
    }

    public Adresse avec(String nom, Object valeur) {
        Map<String, String> autres = new LinkedHashMap<>(parametres);
        autres.put(nom, valeur == null ? null : valeur.toString());
        return new Adresse(chemin, autres);
    }

    public Adresse sans(String nom) {
        return avec(nom, null);
    }

    public String requete() {
        return parametres.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public String href() {
        return parametres.isEmpty() ? chemin : chemin + "?" + requete();
    }

    /** The links of a page of results; page numbers start at 0 in addresses. */
    public Vues.Page pages(fr.jalon.commun.Page<?> page) {
        long debut = (long) page.page() * page.taille();
        long fin = debut + page.elements().size();
        return new Vues.Page(
                page.elements().isEmpty() ? 0 : debut + 1,
                fin,
                page.total(),
                page.page() == 0
                        ? null
                        : avec("page", page.page() == 1 ? null : page.page() - 1)
                                .href(),
                fin < page.total() ? avec("page", page.page() + 1).href() : null);
    }
}
