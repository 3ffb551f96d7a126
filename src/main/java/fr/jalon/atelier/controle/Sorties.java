package fr.jalon.atelier.controle;

import fr.jalon.atelier.FichierModele;
import java.util.LinkedHashMap;
import java.util.Map;

/** The output columns of the tables of a file, for who shows what they answer. */
public final class Sorties {

    private Sorties() {}

    /** Labels by name; a column without a label is called by its name. Empty when the file cannot be read. */
    public static Map<String, String> libelles(FichierModele fichier, String decision) {
        Map<String, String> libelles = new LinkedHashMap<>();
        try {
            LecteurXml.lire(fichier.contenu(), Politique.LIVREE)
                    .enfants("dmn:decision")
                    .filter(d -> decision.equals(d.id()))
                    .flatMap(d -> d.tous("dmn:output"))
                    .filter(s -> s.attribut("name") != null)
                    .forEach(s -> libelles.put(s.attribut("name"), s.attribut("label", s.attribut("name"))));
        } catch (XmlRefuse e) {
            return Map.of();
        }
        return libelles;
    }
}
