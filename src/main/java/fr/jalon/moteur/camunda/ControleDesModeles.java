package fr.jalon.moteur.camunda;

import fr.jalon.agent.Role;
import fr.jalon.dispositif.ProprieteControlee;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads the shipped models before they are published: a gesture, role, form, table, delay, letter or end that nothing answers to stops the
 * start, with the file, the element and what to write instead. Found later, it would be an incident of a dossier, on the day when it comes
 * to that step.
 */
@Component
class ControleDesModeles {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String DELAIS = "delais.dmn";
    private static final Pattern GESTE = Pattern.compile("\\$\\{\\s*(\\w+)\\s*}");
    private static final Pattern MOT = Pattern.compile("\"([^\"]*)\"");

    private final ModelesLivres modeles;
    private final Supplier<Set<String>> gestes;
    private final List<ProprieteControlee> proprietes;

    @Autowired
    ControleDesModeles(ModelesLivres modeles, RegistreDesDelegues registre, List<ProprieteControlee> proprietes) {
        this(modeles, registre::noms, proprietes);
    }

    ControleDesModeles(ModelesLivres modeles, Supplier<Set<String>> gestes, List<ProprieteControlee> proprietes) {
        this.modeles = modeles;
        this.gestes = gestes;
        this.proprietes = proprietes;
    }

    /** @throws IllegalStateException with every fault, one a line */
    void exiger() {
        List<String> fautes = fautes();
        if (!fautes.isEmpty()) {
            throw new IllegalStateException("Les modèles ne sont pas publiés :\n- " + String.join("\n- ", fautes));
        }
    }

    /** Every fault, in the order of the files. */
    List<String> fautes() {
        return fautes(modeles);
    }

    /** The same for other models: the shipped ones under the published ones. */
    List<String> fautes(ModelesLivres vivants) {
        return new Lecture(vivants).fautes();
    }

    /** One reading of all files. */
    private final class Lecture {

        private final ModelesLivres lus;
        private final Set<String> tables = new TreeSet<>();
        private final Set<String> etapesAvecDelai = new TreeSet<>();
        private final Set<String> connus = gestes.get();
        private final List<String> fautes = new ArrayList<>();

        Lecture(ModelesLivres lus) {
            this.lus = lus;
        }

        List<String> fautes() {
            for (String fichier : lus.fichiers(".dmn")) {
                DmnModelInstance modele = Dmn.readModelFromStream(new ByteArrayInputStream(lus.contenu(fichier)));
                modele.getModelElementsByType(Decision.class).forEach(d -> tables.add(d.getId()));
                if (fichier.equals(DELAIS)) {
                    modele.getModelElementsByType(InputEntry.class)
                            .forEach(e -> etapesAvecDelai.addAll(mots(e.getTextContent())));
                }
            }
            lus.fichiers(".bpmn")
                    .forEach(fichier ->
                            lire(fichier, Bpmn.readModelFromStream(new ByteArrayInputStream(lus.contenu(fichier)))));
            return fautes;
        }

        private void lire(String fichier, BpmnModelInstance modele) {
            modele.getModelElementsByType(ServiceTask.class)
                    .forEach(t -> geste(fichier, t, t.getCamundaDelegateExpression()));
            modele.getModelElementsByType(CamundaExecutionListener.class)
                    .forEach(e -> geste(fichier, porteur(e), e.getCamundaDelegateExpression()));
            modele.getModelElementsByType(UserTask.class).forEach(t -> etape(fichier, t));
            modele.getModelElementsByType(BusinessRuleTask.class)
                    .forEach(t -> nommer(fichier, t, "la table", t.getCamundaDecisionRef(), tables));
            modele.getModelElementsByType(CamundaProperty.class)
                    .forEach(p -> proprietes.stream()
                            .filter(c -> c.nom().equals(p.getCamundaName()))
                            .map(c -> c.faute(
                                    Optional.ofNullable(p.getCamundaValue()).orElse("")))
                            .flatMap(Optional::stream)
                            .forEach(faute -> dire(fichier, porteur(p), faute)));
        }

        private void etape(String fichier, UserTask tache) {
            nommer(
                    fichier,
                    tache,
                    "le rôle",
                    tache.getCamundaCandidateGroups(),
                    Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toCollection(TreeSet::new)));
            String formulaire = tache.getAttributeValueNs(CAMUNDA, "formRef");
            if (formulaire == null || !lus.fichiers(".form").contains(formulaire + ".form")) {
                dire(
                        fichier,
                        tache,
                        "le formulaire « " + formulaire + " » n'existe pas. Ajoutez " + formulaire
                                + ".form dans forms/, ou corrigez son nom.");
            }
            if (!etapesAvecDelai.contains(tache.getId())) {
                dire(
                        fichier,
                        tache,
                        "l'étape n'a pas de délai. Ajoutez ses rangées dans la table « delais », ou gardez son identifiant d'avant.");
            }
        }

        private void geste(String fichier, BaseElement element, String expression) {
            Matcher nom = GESTE.matcher(expression == null ? "" : expression);
            if (!nom.matches()) {
                dire(
                        fichier,
                        element,
                        "aucun geste n'est nommé. Écrivez ${geste} dans « Delegate expression », par exemple ${cloreDossier}.");
            } else {
                nommer(fichier, element, "le geste", nom.group(1), connus);
            }
        }

        private void nommer(String fichier, BaseElement element, String quoi, String nom, Collection<String> permis) {
            if (nom == null || !permis.contains(nom)) {
                dire(
                        fichier,
                        element,
                        quoi + " « " + nom + " » n'existe pas. Écrivez l'un de ces noms : " + String.join(", ", permis)
                                + ".");
            }
        }

        private void dire(String fichier, BaseElement element, String faute) {
            String nom = element instanceof FlowElement etape && etape.getName() != null
                    ? " (« " + etape.getName() + " »)"
                    : "";
            fautes.add(fichier + ", élément " + element.getId() + nom + " : " + faute);
        }
    }

    private static BaseElement porteur(ModelElementInstance partie) {
        ModelElementInstance parent = partie.getParentElement();
        while (!(parent instanceof BaseElement element)) {
            parent = parent.getParentElement();
        }
        return element;
    }

    private static List<String> mots(String cellule) {
        return MOT.matcher(cellule == null ? "" : cellule)
                .results()
                .map(m -> m.group(1))
                .toList();
    }
}
