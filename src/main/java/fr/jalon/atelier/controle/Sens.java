package fr.jalon.atelier.controle;

import fr.jalon.atelier.FichierModele;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a model says, apart from how it is written: layout, formatting, comments, exporter marks and values that are the default are
 * nothing; labels are something. The same model saved again by Camunda Modeler has the same sense.
 */
public final class Sens {

    private static final Set<String> SANS_SENS = Set.of(
            "exporter", "exporterVersion", "xsi:schemaLocation", "xsi:type", "biodi:width", "preferredOrientation");
    private static final Set<String> ELEMENTS_SANS_SENS = Set.of("bpmn:incoming", "bpmn:outgoing");
    private static final Set<String> DESSINS =
            Set.of("bpmndi", "dmndi", "dc", "di", "biodi", "bioc", "color", "modeler");
    private static final Map<String, String> DEFAUTS = Map.ofEntries(
            Map.entry("cancelActivity", "true"),
            Map.entry("isInterrupting", "true"),
            Map.entry("triggeredByEvent", "false"),
            Map.entry("isClosed", "false"),
            Map.entry("processType", "None"),
            Map.entry("gatewayDirection", "Unspecified"),
            Map.entry("eventGatewayType", "Exclusive"),
            Map.entry("instantiate", "false"),
            Map.entry("isSequential", "false"),
            Map.entry("hitPolicy", "UNIQUE"),
            Map.entry("expressionLanguage", "http://www.w3.org/1999/XPath"),
            Map.entry("typeLanguage", "http://www.w3.org/2001/XMLSchema"),
            Map.entry("camunda:asyncBefore", "false"),
            Map.entry("camunda:asyncAfter", "false"),
            Map.entry("camunda:exclusive", "true"));
    private static final Set<String> ENSEMBLES =
            Set.of("bpmn:definitions", "bpmn:process", "bpmn:subProcess", "bpmn:collaboration", "dmn:definitions");
    private static final Set<String> JSON_SANS_SENS =
            Set.of("exporter", "schemaVersion", "executionPlatform", "executionPlatformVersion", "layout");

    private Sens() {}

    /** A digest that two files share when they mean the same. */
    public static String de(FichierModele fichier) {
        StringBuilder texte = new StringBuilder();
        if (fichier.fin().equals(".form")) {
            JsonNode json = ControleFormulaire.lire(fichier.contenu());
            if (json == null) {
                return empreinte(fichier.contenu());
            }
            ecrire(json, texte);
        } else {
            try {
                texte.append(ecrire(LecteurXml.lire(fichier.contenu(), Politique.LIVREE)));
            } catch (XmlRefuse e) {
                return empreinte(fichier.contenu());
            }
        }
        return empreinte(texte.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String ecrire(Noeud noeud) {
        StringBuilder texte = new StringBuilder("<").append(noeud.nom());
        new TreeMap<>(noeud.attributs()).forEach((cle, valeur) -> {
            if (compte(cle, valeur)) {
                texte.append(' ').append(cle).append('=').append(citer(valeur));
            }
        });
        texte.append('>');
        List<String> libres = new ArrayList<>();
        List<String> ordonnes = new ArrayList<>();
        boolean ensemble = ENSEMBLES.contains(noeud.nom());
        for (Noeud enfant : noeud.enfants()) {
            if (ELEMENTS_SANS_SENS.contains(enfant.nom()) || dessin(enfant.nom())) {
                continue;
            }
            // The order of the arrows decides between two that hold; the order of steps in the file decides nothing.
            (ensemble && !enfant.est("bpmn:sequenceFlow") ? libres : ordonnes).add(ecrire(enfant));
        }
        libres.stream().sorted().forEach(texte::append);
        ordonnes.forEach(texte::append);
        if (libres.isEmpty() && ordonnes.isEmpty()) {
            texte.append(citer(noeud.texte().replace("\r\n", "\n")));
        }
        return texte.append("</>").toString();
    }

    private static boolean compte(String cle, String valeur) {
        return !SANS_SENS.contains(cle) && !dessin(cle) && !valeur.equals(DEFAUTS.get(cle));
    }

    private static boolean dessin(String nom) {
        int deux = nom.indexOf(':');
        return deux > 0 && DESSINS.contains(nom.substring(0, deux));
    }

    private static String citer(String texte) {
        return texte.length() + ":" + texte;
    }

    private static void ecrire(JsonNode noeud, StringBuilder texte) {
        if (noeud.isObject()) {
            texte.append('{');
            new java.util.TreeSet<>(noeud.propertyNames())
                    .stream().filter(n -> !JSON_SANS_SENS.contains(n)).forEach(n -> {
                        texte.append(citer(n)).append('=');
                        ecrire(noeud.path(n), texte);
                    });
            texte.append('}');
        } else if (noeud.isArray()) {
            texte.append('[');
            noeud.forEach(n -> ecrire(n, texte));
            texte.append(']');
        } else {
            texte.append(noeud.isString() ? citer(noeud.asString()) : noeud.toString())
                    .append(';');
        }
    }

    private static String empreinte(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
