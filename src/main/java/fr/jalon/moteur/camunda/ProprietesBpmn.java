package fr.jalon.moteur.camunda;

import java.util.Collection;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

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

    /** The same, on a model already read. */
    static String lire(BaseElement element, String nom) {
        ExtensionElements extensions = element.getExtensionElements();
        if (extensions == null) {
            return "";
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .map(CamundaProperties::getCamundaProperties)
                .flatMap(Collection::stream)
                .filter(p -> nom.equals(p.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse("");
    }
}
