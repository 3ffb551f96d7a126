package fr.jalon.atelier.controle;

import fr.jalon.atelier.Difference;
import fr.jalon.atelier.FichierModele;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Two versions of a model, element by element, in words: layout is not looked at. */
public final class Comparaison {

    private static final Properties MOTS = mots();
    private static final Set<String> SANS_PLACE =
            Set.of("bpmndi:BPMNDiagram", "dmndi:DMNDI", "bpmn:incoming", "bpmn:outgoing");
    private static final Set<String> TUS = Set.of(
            "id",
            "exporter",
            "exporterVersion",
            "modeler:executionPlatform",
            "modeler:executionPlatformVersion",
            "xsi:type",
            "xsi:schemaLocation",
            "biodi:width",
            "targetNamespace",
            "namespace");

    private Comparaison() {}

    /** An element: how it is called, and its properties by their word. */
    private record Element(String nom, Map<String, String> proprietes) {}

    /** @param avant null for a model that is new */
    public static List<Difference> comparer(FichierModele avant, FichierModele apres) {
        Map<String, Element> anciens = avant == null ? Map.of() : elements(avant);
        Map<String, Element> nouveaux = elements(apres);
        List<Difference> differences = new ArrayList<>();
        Set<String> cles = new LinkedHashSet<>(nouveaux.keySet());
        cles.addAll(anciens.keySet());
        for (String cle : cles) {
            Element ancien = anciens.get(cle);
            Element nouveau = nouveaux.get(cle);
            if (ancien == null) {
                differences.add(new Difference(nouveau.nom(), mot("ajout"), "", resume(nouveau)));
            } else if (nouveau == null) {
                differences.add(new Difference(ancien.nom(), mot("retrait"), resume(ancien), ""));
            } else {
                proprietes(ancien, nouveau, differences);
            }
        }
        return differences;
    }

    private static void proprietes(Element ancien, Element nouveau, List<Difference> differences) {
        Set<String> noms = new LinkedHashSet<>(nouveau.proprietes().keySet());
        noms.addAll(ancien.proprietes().keySet());
        for (String nom : noms) {
            String avant = ancien.proprietes().getOrDefault(nom, "");
            String apres = nouveau.proprietes().getOrDefault(nom, "");
            if (!avant.equals(apres)) {
                differences.add(new Difference(nouveau.nom(), nom, avant, apres));
            }
        }
    }

    private static String resume(Element element) {
        return String.join(" ; ", element.proprietes().values());
    }

    private static Map<String, Element> elements(FichierModele fichier) {
        Map<String, Element> elements = new LinkedHashMap<>();
        if (fichier.fin().equals(".form")) {
            JsonNode json = ControleFormulaire.lire(fichier.contenu());
            if (json != null) {
                champs(json.path("components"), elements);
            }
            return elements;
        }
        try {
            visiter(LecteurXml.lire(fichier.contenu(), Politique.LIVREE), elements);
        } catch (XmlRefuse e) {
            // A file that is none has no element.
            return elements;
        }
        return elements;
    }

    private static void champs(JsonNode liste, Map<String, Element> elements) {
        int place = 0;
        for (JsonNode champ : liste) {
            place++;
            String id = champ.path("id").asString(champ.path("key").asString("champ " + place));
            String libelle = champ.path("label").asString(champ.path("text").asString(id));
            Map<String, String> proprietes = new TreeMap<>();
            champ.properties().forEach(p -> {
                if (!Set.of("id", "layout", "components").contains(p.getKey())) {
                    proprietes.put(
                            mot(p.getKey()),
                            p.getValue().isString()
                                    ? p.getValue().asString()
                                    : p.getValue().toString());
                }
            });
            elements.put(id, new Element(mot("form.champ") + " « " + libelle + " »", proprietes));
            champs(champ.path("components"), elements);
        }
    }

    private static void visiter(Noeud noeud, Map<String, Element> elements) {
        if (SANS_PLACE.contains(noeud.nom())) {
            return;
        }
        if (MOTS.containsKey(noeud.nom().replace(':', '.')) && noeud.id() != null) {
            elements.put(noeud.id(), element(noeud));
        }
        noeud.enfants().forEach(e -> visiter(e, elements));
    }

    private static Element element(Noeud noeud) {
        Map<String, String> proprietes = new LinkedHashMap<>();
        noeud.attributs().forEach((cle, valeur) -> {
            if (!TUS.contains(cle)) {
                proprietes.put(mot(cle), valeur);
            }
        });
        if (noeud.est("dmn:rule")) {
            cellules(noeud, proprietes);
        } else {
            contenu(noeud, proprietes);
        }
        String nom = noeud.attribut("name", noeud.attribut("label", noeud.id()));
        if (noeud.est("dmn:rule")) {
            nom = noeud.parent().parent().attribut("name", "") + ", "
                    + (noeud.parent().enfants("dmn:rule").toList().indexOf(noeud) + 1);
        }
        return new Element(mot(noeud.nom()) + " « " + nom + " »", proprietes);
    }

    private static void cellules(Noeud regle, Map<String, String> proprietes) {
        List<Noeud> colonnes =
                new ArrayList<>(regle.parent().enfants("dmn:input").toList());
        colonnes.addAll(regle.parent().enfants("dmn:output").toList());
        List<Noeud> cases = new ArrayList<>(regle.enfants("dmn:inputEntry").toList());
        cases.addAll(regle.enfants("dmn:outputEntry").toList());
        for (int i = 0; i < cases.size(); i++) {
            String colonne = i < colonnes.size() ? colonnes.get(i).attribut("label", "" + (i + 1)) : "" + (i + 1);
            proprietes.put(
                    mot("cellule") + " « " + colonne + " »",
                    cases.get(i).enfant("dmn:text").map(Noeud::texte).orElse(""));
        }
        proprietes.put(
                mot("annotation"),
                regle.enfant("dmn:description").map(Noeud::texte).orElse(""));
    }

    /** What lies under an element without being an element of the list: condition, timer, documentation, properties. */
    private static void contenu(Noeud noeud, Map<String, String> proprietes) {
        StringBuilder contenu = new StringBuilder();
        noeud.enfants().stream()
                .filter(e -> !MOTS.containsKey(e.nom().replace(':', '.')) && !SANS_PLACE.contains(e.nom()))
                .filter(e -> !e.nom().endsWith("decisionTable"))
                .forEach(e -> decrire(e, contenu));
        if (!contenu.isEmpty()) {
            proprietes.put(mot("contenu"), contenu.toString().strip());
        }
    }

    private static void decrire(Noeud noeud, StringBuilder contenu) {
        noeud.attributs().forEach((cle, valeur) -> {
            if (!TUS.contains(cle)) {
                contenu.append(valeur).append(' ');
            }
        });
        if (noeud.enfants().isEmpty()) {
            contenu.append(noeud.texte()).append(' ');
        }
        noeud.enfants().forEach(e -> decrire(e, contenu));
    }

    private static String mot(String cle) {
        return MOTS.getProperty(cle.replace(':', '.'), cle);
    }

    private static Properties mots() {
        Properties lus = new Properties();
        try (InputStream flux = Comparaison.class.getResourceAsStream("/atelier/mots.properties")) {
            lus.load(new InputStreamReader(flux, StandardCharsets.UTF_8));
            return lus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
