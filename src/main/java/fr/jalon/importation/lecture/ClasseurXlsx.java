package fr.jalon.importation.lecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a workbook says of itself: its sheets and its calendar. Elements are known by their local name, so that the transitional and
 * the strict form of the standard (ISO/IEC 29500) are read alike.
 */
final class ClasseurXlsx extends DefaultHandler {

    /** @param lien id of the relation that leads to its part */
    record Feuille(String nom, boolean masquee, String lien) {}

    private final List<Feuille> feuilles = new ArrayList<>();
    private boolean depuis1904;

    @Override
    public void startElement(String espace, String nom, String complet, Attributes attributs) {
        if ("workbookPr".equals(nom)) {
            String valeur = attributs.getValue("date1904");
            depuis1904 = "1".equals(valeur) || "true".equals(valeur);
        } else if ("sheet".equals(nom)) {
            String etat = attributs.getValue("state");
            feuilles.add(
                    new Feuille(attributs.getValue("name"), etat != null && !"visible".equals(etat), lien(attributs)));
        }
    }

    private static String lien(Attributes attributs) {
        for (int i = 0; i < attributs.getLength(); i++) {
            if ("id".equals(attributs.getLocalName(i)) && !attributs.getURI(i).isEmpty()) {
                return attributs.getValue(i);
            }
        }
        return "";
    }

    List<Feuille> feuilles() {
        return feuilles;
    }

    boolean depuis1904() {
        return depuis1904;
    }

    /** Where the relations of a part lead. */
    static final class Liens extends DefaultHandler {

        private final String dossier;
        private final Map<String, String> parId = new HashMap<>();
        private final Map<String, String> parGenre = new HashMap<>();

        /** @param partie the part whose relations they are, empty for the archive itself */
        Liens(String partie) {
            this.dossier = partie.contains("/") ? partie.substring(0, partie.lastIndexOf('/') + 1) : "";
        }

        /** The part that holds the relations of a part. */
        static String de(String partie) {
            int fin = partie.lastIndexOf('/') + 1;
            return partie.substring(0, fin) + "_rels/" + partie.substring(fin) + ".rels";
        }

        @Override
        public void startElement(String espace, String nom, String complet, Attributes attributs) {
            String cible = attributs.getValue("Target");
            String genre = attributs.getValue("Type");
            if ("Relationship".equals(nom)
                    && cible != null
                    && genre != null
                    && !"External".equals(attributs.getValue("TargetMode"))) {
                String partie = resolue(cible);
                parId.put(attributs.getValue("Id"), partie);
                parGenre.putIfAbsent(genre.substring(genre.lastIndexOf('/') + 1), partie);
            }
        }

        private String resolue(String cible) {
            if (cible.startsWith("/")) {
                return cible.substring(1);
            }
            List<String> pas = new ArrayList<>();
            for (String un : (dossier + cible).split("/")) {
                if ("..".equals(un) && !pas.isEmpty()) {
                    pas.remove(pas.size() - 1);
                } else if (!un.isEmpty() && !".".equals(un)) {
                    pas.add(un);
                }
            }
            return String.join("/", pas);
        }

        String parId(String id) {
            return parId.get(id);
        }

        String parGenre(String genre, String parDefaut) {
            return parGenre.getOrDefault(genre, parDefaut);
        }
    }
}
