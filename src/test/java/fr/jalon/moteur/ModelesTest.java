package fr.jalon.moteur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Role;
import fr.jalon.decision.MoteurDecisionFichiers;
import fr.jalon.dispositif.libre.DeleguesPourTous;
import fr.jalon.essais.ModelesDuDepot;
import fr.jalon.formation.DemandesFormation;
import fr.jalon.formation.parcours.DeleguesDeLaFormation;
import fr.jalon.mobilite.DemandesMobilite;
import fr.jalon.mobilite.parcours.DeleguesDeLaMobilite;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.parcours.DeleguesDeLOrientation;
import fr.jalon.outils.DessinDesProcessus;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.prescription.parcours.DeleguesDuPartenaire;
import fr.jalon.rsa.parcours.DeleguesDuRsa;
import fr.jalon.sanction.parcours.DeleguesDuManquement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every process model keeps the names and the shape of the project (docs/architecture.md, "Modèles"). */
class ModelesTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final MoteurDecisionFichiers DECISIONS = new MoteurDecisionFichiers();
    private static final Map<Class<? extends FlowElement>, String> PREFIXES = Map.of(
            StartEvent.class, "StartEvent_",
            EndEvent.class, "EndEvent_",
            UserTask.class, "UserTask_",
            ServiceTask.class, "ServiceTask_",
            BusinessRuleTask.class, "BusinessRuleTask_",
            ExclusiveGateway.class, "Gateway_",
            BoundaryEvent.class, "BoundaryEvent_",
            SequenceFlow.class, "Flow_",
            SubProcess.class, "SubProcess_");

    private static final Map<String, String> DISPOSITIFS = Map.of(
            "instruction-rsa",
            "RSA",
            "orientation-rsa",
            DemandesOrientation.DISPOSITIF,
            "conference-familiale",
            "CFA",
            "manquement-rsa",
            "MAN",
            "orientation-partenaire",
            Prescriptions.DISPOSITIF,
            "aide-mobilite",
            DemandesMobilite.DISPOSITIF,
            "financement-formation",
            DemandesFormation.DISPOSITIF);
    private static final Map<String, Set<String>> BEANS = Map.of(
            "instruction-rsa",
            DeleguesDuRsa.noms(),
            "orientation-rsa",
            DeleguesDeLOrientation.noms(),
            "conference-familiale",
            DeleguesPourTous.noms(),
            "manquement-rsa",
            DeleguesDuManquement.noms(),
            "orientation-partenaire",
            DeleguesDuPartenaire.noms(),
            "aide-mobilite",
            DeleguesDeLaMobilite.noms(),
            "financement-formation",
            DeleguesDeLaFormation.noms());

    private static String cle(Path fichier) {
        return fichier.getFileName().toString().replace(".bpmn", "");
    }

    static Stream<Path> modeles() {
        return lister(ModelesDuDepot.PROCESSUS, ".bpmn");
    }

    static Stream<Path> formulaires() {
        return lister(ModelesDuDepot.FORMULAIRES, ".form");
    }

    private static Stream<Path> lister(Path dossier, String fin) {
        List<Path> trouves = ModelesDuDepot.sous(dossier);
        assertThat(trouves).isNotEmpty().allMatch(f -> f.toString().endsWith(fin));
        return trouves.stream();
    }

    @ParameterizedTest
    @MethodSource("modeles")
    void le_processus_porte_le_nom_de_son_fichier_et_une_duree_de_garde(Path fichier) {
        Process processus = processus(fichier);
        assertThat(processus.getId() + ".bpmn").isEqualTo(fichier.getFileName().toString());
        assertThat(processus.getId()).matches("[a-z]+(-[a-z]+)*");
        assertThat(processus.isExecutable()).isTrue();
        assertThat(processus.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        assertThat(processus.getName()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("modeles")
    void chaque_element_a_un_identifiant_selon_la_regle_et_un_libelle_francais(Path fichier) {
        PREFIXES.forEach((type, prefixe) -> elements(fichier, type).forEach(element -> {
            assertThat(element.getId()).startsWith(prefixe).matches("[A-Za-z]+_[A-Z][A-Za-z0-9_]+");
            if (!(element instanceof SequenceFlow)) {
                assertThat(element.getName()).as(element.getId()).isNotBlank();
                assertThat(element.getName().substring(0, 1)).isUpperCase();
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("modeles")
    void aucun_script_ni_connecteur_ni_classe_ni_envoi_direct(Path fichier) throws IOException {
        assertThat(elements(fichier, ScriptTask.class)).isEmpty();
        assertThat(elements(fichier, SendTask.class)).isEmpty();
        assertThat(Files.readString(fichier))
                .doesNotContain("camunda:class", "camunda:connector", "camunda:script", "camunda:type=", "<!DOCTYPE");
    }

    @ParameterizedTest
    @MethodSource("modeles")
    void chaque_etape_humaine_a_un_groupe_un_formulaire_du_meme_nom_et_un_delai(Path fichier) {
        elements(fichier, UserTask.class).forEach(tache -> {
            assertThat(Role.values()).extracting(Role::name).contains(tache.getCamundaCandidateGroups());
            String formulaire = tache.getAttributeValueNs(CAMUNDA, "formRef");
            assertThat(formulaire).isEqualTo(kebab(tache.getId().substring("UserTask_".length())));
            assertThat(ModelesDuDepot.fichier(formulaire + ".form")).exists();
            assertThat(tache.getAttributeValueNs(CAMUNDA, "formRefBinding")).isEqualTo("deployment");
            for (boolean urgent : new boolean[] {true, false}) {
                assertThat(DECISIONS
                                .evaluer(
                                        "delais",
                                        Map.of(
                                                "dispositif",
                                                DISPOSITIFS.get(cle(fichier)),
                                                "etape",
                                                tache.getId(),
                                                "urgent",
                                                urgent))
                                .unique())
                        .as("délai de " + tache.getId())
                        .isPresent();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("modeles")
    void chaque_regle_nomme_une_table_qui_existe_et_se_lie_par_lot(Path fichier) {
        elements(fichier, BusinessRuleTask.class).forEach(tache -> {
            String decision = tache.getAttributeValueNs(CAMUNDA, "decisionRef");
            assertThat(DECISIONS.cles()).contains(decision);
            assertThat(tache.getAttributeValueNs(CAMUNDA, "decisionRefBinding")).isEqualTo("deployment");
        });
    }

    @ParameterizedTest
    @MethodSource("modeles")
    void chaque_delegue_nomme_est_un_bean_et_chaque_bean_sert(Path fichier) throws IOException {
        Set<String> nommes = new TreeSet<>();
        var motif = java.util.regex.Pattern.compile("camunda:delegateExpression=\"\\$\\{([A-Za-z0-9]+)}\"|"
                        + "<camunda:executionListener delegateExpression=\"\\$\\{([A-Za-z0-9]+)}\"")
                .matcher(Files.readString(fichier));
        while (motif.find()) {
            nommes.add(motif.group(1) == null ? motif.group(2) : motif.group(1));
        }
        assertThat(nommes).isEqualTo(BEANS.get(cle(fichier)));
    }

    @ParameterizedTest
    @MethodSource("modeles")
    void chaque_chemin_mene_a_une_fin_et_chaque_boucle_passe_par_une_attente(Path fichier) {
        for (FlowNode noeud : elements(fichier, FlowNode.class)) {
            if (!(noeud instanceof SubProcess)) {
                assertThat(meneAUneFin(noeud, new HashSet<>()))
                        .as(noeud.getId())
                        .isTrue();
                assertThat(boucleSansAttente(noeud, noeud, new HashSet<>()))
                        .as(noeud.getId())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modeles")
    void les_branches_d_une_question_portent_leur_reponse_et_leur_condition(Path fichier) {
        elements(fichier, ExclusiveGateway.class).forEach(question -> {
            assertThat(question.getName()).endsWith("?");
            assertThat(question.getOutgoing()).hasSizeGreaterThan(1).allSatisfy(flux -> {
                assertThat(flux.getName()).as(flux.getId()).isNotBlank();
                assertThat(flux.getConditionExpression()).as(flux.getId()).isNotNull();
                assertThat(flux.getConditionExpression().getTextContent())
                        .matches("\\$\\{!?[a-zA-Z0-9]+( == '[A-Z_0-9]+')?}");
            });
        });
    }

    @ParameterizedTest
    @MethodSource("modeles")
    void le_dessin_est_complet_et_va_de_gauche_a_droite(Path fichier) {
        BpmnModelInstance modele = Bpmn.readModelFromFile(fichier.toFile());
        Set<String> dessines = modele.getModelElementsByType(BpmnShape.class).stream()
                .map(forme -> forme.getBpmnElement().getId())
                .collect(Collectors.toSet());
        for (FlowNode noeud : elements(fichier, FlowNode.class)) {
            assertThat(dessines).contains(noeud.getId());
        }
        SequenceFlow premier = elements(fichier, StartEvent.class).stream()
                .filter(d -> d.getParentElement() instanceof Process)
                .findFirst()
                .orElseThrow()
                .getOutgoing()
                .iterator()
                .next();
        assertThat(premier.getDiagramElement().getWaypoints().iterator().next().getY())
                .isEqualTo(new ArrayList<>(premier.getDiagramElement().getWaypoints())
                        .get(1)
                        .getY());
    }

    @ParameterizedTest
    @MethodSource("modeles")
    void l_image_de_la_documentation_est_a_jour(Path fichier) throws IOException {
        String nom = fichier.getFileName().toString().replace(".bpmn", "");
        assertThat(DessinDesProcessus.DOSSIER.resolve(nom + ".png")).isNotEmptyFile();
        assertThat(Files.readAllLines(DessinDesProcessus.EMPREINTES))
                .as("lancez bin/dessiner puis regardez l'image")
                .contains(DessinDesProcessus.empreinte(fichier) + "  " + nom);
    }

    @ParameterizedTest
    @MethodSource("formulaires")
    void le_formulaire_porte_le_nom_de_son_fichier_et_ne_contient_aucun_code(Path fichier) throws IOException {
        JsonNode formulaire = new ObjectMapper().readTree(Files.readString(fichier));
        assertThat(formulaire.path("id").asString() + ".form")
                .isEqualTo(fichier.getFileName().toString());
        assertThat(formulaire.path("executionPlatform").asString()).isEqualTo("Camunda Platform");
        Set<String> cles = new HashSet<>();
        for (JsonNode champ : formulaire.path("components")) {
            assertThat(champ.path("type").asString()).isNotIn("html", "iframe", "script");
            if (champ.has("key")) {
                assertThat(cles.add(champ.path("key").asString()))
                        .as("clé unique")
                        .isTrue();
                assertThat(champ.path("label").asString(champ.path("dateLabel").asString()))
                        .isNotBlank();
            }
        }
    }

    private static boolean meneAUneFin(FlowNode noeud, Set<String> vus) {
        if (noeud instanceof EndEvent) {
            return true;
        }
        if (!vus.add(noeud.getId())) {
            return false;
        }
        return noeud.getOutgoing().stream().anyMatch(flux -> meneAUneFin(flux.getTarget(), vus));
    }

    /** A step that waits (a person, a job) breaks the loop. */
    private static boolean boucleSansAttente(FlowNode depart, FlowNode noeud, Set<String> vus) {
        for (SequenceFlow flux : noeud.getOutgoing()) {
            FlowNode suivant = flux.getTarget();
            boolean attend = suivant instanceof UserTask || suivant.isCamundaAsyncBefore();
            if (attend) {
                continue;
            }
            if (suivant.equals(depart) || (vus.add(suivant.getId()) && boucleSansAttente(depart, suivant, vus))) {
                return true;
            }
        }
        return false;
    }

    private static Process processus(Path fichier) {
        Collection<Process> processus = Bpmn.readModelFromFile(fichier.toFile()).getModelElementsByType(Process.class);
        assertThat(processus).hasSize(1);
        return processus.iterator().next();
    }

    private static <T extends FlowElement> Collection<T> elements(Path fichier, Class<T> type) {
        return Bpmn.readModelFromFile(fichier.toFile()).getModelElementsByType(type);
    }

    private static String kebab(String nom) {
        return nom.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
