package fr.jalon.atelier.controle;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The allow-list: elements, attributes, where an expression may stand, names that are text, ids that are ids. */
final class ControleDuSchema {

    private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]{0,199}");
    private static final Pattern BALISE = Pattern.compile("<\\s*[/!a-zA-Z]");
    private static final Set<String> SCRIPTS = Set.of("bpmn:scriptTask", "bpmn:script", "camunda:script");
    private static final Set<String> CODES = Set.of(
            "camunda:class",
            "class",
            "camunda:expression",
            "expression",
            "camunda:type",
            "camunda:topic",
            "camunda:elementVariable");
    private static final Set<String> FORMULAIRES = Set.of(
            "camunda:formKey",
            "camunda:formHandlerClass",
            "camunda:formData",
            "camunda:formProperty",
            "camunda:formField",
            "camunda:formRefVersion");
    private static final Set<String> ECOUTEURS = Set.of("camunda:taskListener", "camunda:eventListener");
    private static final Set<String> LANGAGES = Set.of("language", "scriptFormat", "camunda:resource");

    private final Politique politique;
    private final Rapport rapport;
    private final Set<String> ids = new HashSet<>();

    ControleDuSchema(Politique politique, Rapport rapport) {
        this.politique = politique;
        this.rapport = rapport;
    }

    void controler(Noeud racine) {
        racine.tous().forEach(this::element);
    }

    private void element(Noeud noeud) {
        String nom = noeud.nom();
        if (!politique.permet(nom)) {
            rapport.dire(refus(nom), noeud, nom);
            return;
        }
        noeud.attributs().forEach((cle, valeur) -> attribut(noeud, cle, valeur));
        String texte = noeud.texte();
        if (texte.length() > politique.nombre("texte.max")) {
            rapport.dire(Regle.NOM, noeud, texte, politique.texte("texte.max"));
        } else if (expression(texte) && !politique.permetExpression(nom, "texte") && !nom.startsWith("dmn:")) {
            rapport.dire(Regle.EXPRESSION_INTERDITE, noeud, texte);
        }
        identifiant(noeud);
    }

    private static Regle refus(String nom) {
        if (SCRIPTS.contains(nom)) {
            return Regle.SCRIPT;
        }
        if (nom.startsWith("camunda:connector")) {
            return Regle.CONNECTEUR;
        }
        if (ECOUTEURS.contains(nom)) {
            return Regle.ECOUTEUR;
        }
        return FORMULAIRES.contains(nom) ? Regle.FORMULAIRE_EXTERNE : Regle.ELEMENT_INTERDIT;
    }

    private void attribut(Noeud noeud, String cle, String valeur) {
        if (!politique.permet(noeud.nom(), cle)) {
            interdit(noeud, cle);
        } else if (cle.equals("name") || cle.equals("label") || cle.equals("outputLabel")) {
            nom(noeud, valeur);
        } else if (valeur.length() > politique.nombre("texte.max")) {
            rapport.dire(Regle.NOM, noeud, valeur, politique.texte("texte.max"));
        } else if (expression(valeur) && !politique.permetExpression(noeud.nom(), cle)) {
            rapport.dire(Regle.EXPRESSION_INTERDITE, noeud, valeur);
        }
    }

    private void interdit(Noeud noeud, String cle) {
        if (CODES.contains(cle)) {
            rapport.dire(noeud.nom().endsWith("Listener") ? Regle.ECOUTEUR : Regle.CLASSE, noeud, cle);
        } else if (FORMULAIRES.contains(cle)) {
            rapport.dire(Regle.FORMULAIRE_EXTERNE, noeud);
        } else if (LANGAGES.contains(cle)) {
            rapport.dire(Regle.SCRIPT, noeud);
        } else {
            rapport.dire(Regle.ATTRIBUT_INTERDIT, noeud, cle, noeud.nom());
        }
    }

    private void nom(Noeud noeud, String valeur) {
        boolean controle =
                valeur.chars().anyMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'));
        if (valeur.length() > politique.nombre("nom.max")
                || controle
                || expression(valeur)
                || BALISE.matcher(valeur).find()) {
            rapport.dire(Regle.NOM, noeud, valeur, politique.texte("nom.max"));
        }
    }

    private void identifiant(Noeud noeud) {
        String id = noeud.id();
        if (id != null && (!ID.matcher(id).matches() || !ids.add(id))) {
            rapport.dire(Regle.IDENTIFIANT, noeud, id);
        }
    }

    private static boolean expression(String texte) {
        return texte.contains("${") || texte.contains("#{");
    }

    /** Whether the file was drawn for the next generation of the engine, which another product runs. */
    static boolean deCamunda8(Noeud racine) {
        return "Camunda Cloud".equals(racine.attribut("modeler:executionPlatform"))
                || racine.tous()
                        .anyMatch(n -> n.nom().startsWith("zeebe:")
                                || n.attributs().keySet().stream().anyMatch(a -> a.startsWith("zeebe:")));
    }

    static boolean dansLaGarde(String duree, Politique politique) {
        Map<String, Integer> bornes =
                Map.of("min", politique.nombre("garde.jours.min"), "max", politique.nombre("garde.jours.max"));
        if (duree == null || !duree.matches("P?\\d{1,5}D?") || duree.startsWith("P") != duree.endsWith("D")) {
            return false;
        }
        int jours = Integer.parseInt(duree.replaceAll("\\D", ""));
        return jours >= bornes.get("min") && jours <= bornes.get("max");
    }
}
