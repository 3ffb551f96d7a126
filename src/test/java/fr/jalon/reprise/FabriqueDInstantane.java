package fr.jalon.reprise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.moteur.ParcoursFacultatifs;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.prescription.NouvellePrescription;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.sanction.Manquements;
import fr.jalon.seance.ScenesDEquipe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * Makes, before a release, the picture of the running dossiers that the next one has to carry on: one dossier at each step, event
 * and timer of each model, one whose step failed. No part of a build: {@code mvn verify -Dit.test=FabriqueDInstantane
 * -Dtest=TextesTest} writes {@code target/reprise}, to be kept under {@code src/test/resources/reprise/<version>}.
 */
@JalonIT
@TestPropertySource(
        properties = {
            "jalon.fichiers=target/reprise-fichiers/fichiers",
            "jalon.echanges=target/reprise-fichiers/echanges",
            "jalon.scelles=target/reprise-fichiers/scelles/journal.txt"
        })
class FabriqueDInstantane {

    private static final Logger LOG = LoggerFactory.getLogger(FabriqueDInstantane.class);
    private static final int GRAINES = 600;

    @Autowired
    private Monde monde;

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private JdbcTemplate jdbc;

    private ScenesDEquipe scenes;

    @Test
    void ecrit_un_dossier_a_chaque_attente_de_chaque_modele() throws IOException {
        scenes = new ScenesDEquipe(monde);
        Set<String> restent = attentesDesModeles();
        Map<String, String> trouvees = new TreeMap<>();
        List<Supplier<DossierVue>> debuts =
                List.of(monde::demande, this::orientation, this::prescription, this::manquement, this::conference);
        for (int graine = 0; graine < GRAINES && !restent.isEmpty(); graine++) {
            DossierVue dossier = debuts.get(graine % debuts.size()).get();
            Marcheur marcheur = new Marcheur(monde, horloge, graine);
            try {
                Set<String> atteints = marcheur.marcher(dossier, restent::contains);
                LOG.info("Graine {} : {} attend {}, reste {}", graine, dossier.numero(), atteints, restent.size());
                if (!atteints.isEmpty()) {
                    trouvees.put(dossier.numero(), String.join(" ", atteints));
                    restent.removeAll(atteints);
                }
            } catch (AssertionError e) {
                LOG.warn("Graine {} : {}", graine, e.getMessage());
            }
        }
        LOG.info("Attentes jamais atteintes : {}", restent);
        arreterUneEtape(trouvees);
        Navigation connectee = new Navigation(monde);
        connectee.connecter(monde.responsable().identifiant(), Monde.MOT_DE_PASSE);
        new Instantane(Path.of("target/reprise"))
                .ecrire(
                        jdbc.queryForObject("select database()", String.class),
                        Path.of("target/reprise-fichiers"),
                        monde.bean(Horloge.class).heureDeParis(),
                        connectee.session().orElseThrow(),
                        trouvees);
        assertThat(restent).as("attentes qu'aucun dossier n'a atteintes").isEmpty();
    }

    /** Steps, events and timers where a path can wait, of all models; starts of event sub-processes count, they are listened to. */
    private Set<String> attentesDesModeles() {
        Set<String> elements = new TreeSet<>();
        RepositoryService depot = monde.bean(ProcessEngine.class).getRepositoryService();
        depot.createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(definition ->
                        depot.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class).stream()
                                .filter(FabriqueDInstantane::attend)
                                .map(FlowNode::getId)
                                .forEach(elements::add));
        return elements;
    }

    private static boolean attend(FlowNode noeud) {
        if (noeud instanceof StartEvent) {
            return noeud.getParentElement() instanceof SubProcess sous && sous.triggeredByEvent();
        }
        return noeud instanceof UserTask
                || noeud instanceof ReceiveTask
                || noeud instanceof IntermediateCatchEvent
                || (noeud instanceof BoundaryEvent evenement && !surErreur(evenement));
    }

    /** An error is thrown and caught in one transaction: nobody waits there. */
    private static boolean surErreur(BoundaryEvent evenement) {
        return evenement.getEventDefinitions().stream().anyMatch(ErrorEventDefinition.class::isInstance);
    }

    /** A step that failed too often, as somebody finds it on a Monday. */
    private void arreterUneEtape(Map<String, String> trouvees) {
        DossierVue dossier = orientation();
        ManagementService travaux = monde.bean(ProcessEngine.class).getManagementService();
        Job arrete = travaux.createJobQuery().messages().list().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("aucune étape à arrêter"));
        travaux.setJobRetries(arrete.getId(), 0);
        trouvees.put(dossier.numero(), "incident");
    }

    private LocalDate jour() {
        return monde.bean(Horloge.class).aujourdhui();
    }

    private Agent ali() {
        return scenes.ali();
    }

    private DossierVue orientation() {
        return monde.bean(DemandesOrientation.class)
                .ouvrir(monde.personne().id(), null, Canal.GUICHET, jour(), Map.of("enfants", 0), ali());
    }

    private DossierVue prescription() {
        return monde.bean(Prescriptions.class)
                .prescrire(
                        new NouvellePrescription(
                                monde.personne().id(),
                                null,
                                Canal.GUICHET,
                                List.of("LOGEMENT"),
                                "Préfère le matin.",
                                "APRAS",
                                true,
                                jour().plusMonths(6)),
                        ali());
    }

    private DossierVue manquement() {
        return monde.bean(Manquements.class).ouvrir(scenes.orientee().id(), ali().identifiant(), ali());
    }

    private DossierVue conference() {
        return monde.bean(ParcoursFacultatifs.class).demarrer(scenes.orientee().numero(), "CFA", ali());
    }
}
