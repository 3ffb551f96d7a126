package fr.jalon.parcours.camunda;

import org.camunda.bpm.engine.impl.util.xml.Element;

/** Reads the {@code camunda:property} values that our models carry. */
final class ProprietesBpmn {

    private ProprietesBpmn() {}

    /** Value of a property of the element, or the empty text. */
    static String lire(Element element, String nom) {
        Element extensions = element.element("extensionElements");
        Element proprietes = extensions == null ? null : extensions.element("properties");
        if (proprietes == null) {
            return "";
        }
        return proprietes.elements("property").stream()
                .filter(p -> nom.equals(p.attribute("name")))
                .map(p -> p.attribute("value"))
                .findFirst()
                .orElse("");
    }
}
