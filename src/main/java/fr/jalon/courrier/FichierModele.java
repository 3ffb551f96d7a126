package fr.jalon.courrier;

import fr.jalon.commun.ListesCoupees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A shipped template: a small header of "key: value" lines between two lines of dashes, then the text.
 *
 * @param empreinte digest of the whole file
 */
record FichierModele(
        String code, NatureCourrier nature, String titre, String objet, String corps, String source, String empreinte) {

    private static final String AUTEUR = "Jalon";
    private static final String BORNE = "---\n";

    /** The templates of the class path, by code. */
    static List<FichierModele> fournis() {
        try {
            List<FichierModele> fichiers = new ArrayList<>();
            List<Resource> ressources = new ArrayList<>(ListesCoupees.desDispositifs("courriers/*.md"));
            ressources.addAll(
                    List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:courriers/*.md")));
            for (Resource ressource : ressources) {
                fichiers.add(lire(ressource.getContentAsString(StandardCharsets.UTF_8)));
            }
            fichiers.sort(Comparator.comparing(FichierModele::code));
            return List.copyOf(fichiers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FichierModele lire(String contenu) {
        String texte = contenu.replace("\r\n", "\n");
        int fin = texte.indexOf("\n" + BORNE, BORNE.length());
        if (!texte.startsWith(BORNE) || fin < 0) {
            throw new IllegalArgumentException("modèle de courrier sans en-tête");
        }
        Map<String, String> entete = new HashMap<>();
        texte.substring(BORNE.length(), fin).lines().forEach(ligne -> {
            int deuxPoints = ligne.indexOf(':');
            entete.put(
                    ligne.substring(0, deuxPoints).strip(),
                    ligne.substring(deuxPoints + 1).strip());
        });
        return new FichierModele(
                entete.get("code"),
                NatureCourrier.valueOf(entete.get("nature")),
                entete.get("titre"),
                entete.getOrDefault("objet", ""),
                texte.substring(fin + 1 + BORNE.length()).strip() + "\n",
                entete.get("source"),
                Empreinte.sha256(texte));
    }

    ModeleVue vue(int version, Instant publieLe) {
        return new ModeleVue(code, version, nature, titre, objet, corps, source, AUTEUR, null, publieLe, true);
    }
}
