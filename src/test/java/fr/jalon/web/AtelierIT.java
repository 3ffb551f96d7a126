package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.atelier.Atelier;
import fr.jalon.atelier.EtatModele;
import fr.jalon.atelier.FichierModele;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.ModelesDuDepot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The process owner's screens: what waits, what a draft changes, its publication by another, a return to what was before. */
@JalonIT
class AtelierIT extends EssaiDEcran {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static FichierModele change(String nom, String avant, String apres) throws IOException {
        String texte = Files.readString(ModelesDuDepot.fichier(nom));
        assertThat(texte).contains(avant);
        return new FichierModele(nom, texte.replace(avant, apres).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void un_pilote_lit_ce_qui_change_et_publie_ce_qu_un_autre_a_ecrit() throws IOException {
        Agent pilote1 = monde.agent("pilote1", Role.PILOTE, null);
        Agent pilote2 = monde.agent("pilote2", Role.PILOTE, null);
        Atelier atelier = monde.bean(Atelier.class);
        atelier.deposer(
                "Une question plus simple",
                "Camunda Modeler",
                List.of(
                        change("conference-familiale.bpmn", "Préparer la rencontre", "Préparer la réunion"),
                        change("poser-question.form", "La question de la famille", "La question posée"),
                        change("conference-possible.dmn", "<text>\"POSSIBLE\"</text>", "<text>\"A_PROTEGER\"</text>")),
                pilote1);
        try (Visite v = visite(pilote1)) {
            v.aller("/modeles").tenir("modeles");
            v.page().getByText("Une question plus simple").click();
            v.page().getByText("Une autre personne doit le publier").waitFor();
            assertThat(v.page()
                            .locator("button", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Publier"))
                            .count())
                    .isZero();
        }
        try (Visite v = visite(pilote2)) {
            v.aller("/modeles/conference-familiale/versions/1").tenir("modele-brouillon");
            v.illustrer("modele-brouillon", "main");
            assertThat(v.page().locator("main").innerText())
                    .contains("Préparer la réunion", "La question posée", "A_PROTEGER");
            v.page().locator("#champ-le").fill("2001-01-01");
            v.page().locator("#champ-motif").fill("Décision du comité de suivi.");
            v.bouton("Publier");
            v.refusAttendu(422);
            assertThat(v.page().inputValue("#champ-motif")).isEqualTo("Décision du comité de suivi.");
            v.page().locator("#champ-le").fill("");
            v.bouton("Publier");
            v.page().getByText("Le modèle est en service").waitFor();
            v.tenir("modeles-publies");
            v.aller("/modeles/poser-question/versions/0").tenir("modele-livre");
            v.bouton("Revenir à cette version");
            v.page().getByText("Un brouillon reprend cette version").waitFor();
            v.aller("/modeles/poser-question/versions/2");
            v.bouton("Retirer");
            v.page().getByText("Le brouillon est retiré").waitFor();
        }
        assertThat(atelier.versions("poser-question", pilote1))
                .extracting(m -> m.etat())
                .containsExactly(EtatModele.RETIRE, EtatModele.PUBLIE, EtatModele.ANCIEN);
    }

    private static final Path GABARITS = Path.of("docs/modeler/jalon.json");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** What the shipped optional path says of its steps can all be chosen, and each value is one of the choices. */
    @Test
    void les_gabarits_du_modeler_suffisent_a_dessiner_le_parcours_livre() throws Exception {
        JsonNode gabarits = telecharger(monde.agent("pilote1", Role.PILOTE, null));
        BpmnModelInstance modele = Bpmn.readModelFromFile(
                ModelesDuDepot.fichier("conference-familiale.bpmn").toFile());
        List<FlowNode> etapes = modele.getModelElementsByType(FlowNode.class).stream()
                .filter(e -> e instanceof UserTask || e instanceof ServiceTask || e instanceof BusinessRuleTask)
                .toList();
        assertThat(etapes).hasSizeGreaterThan(10).allSatisfy(etape -> {
            Map<String, String> dits = dits(etape);
            assertThat(gabarits).as(etape.getId()).anySatisfy(gabarit -> {
                assertThat(gabarit.path("appliesTo").path(0).asString())
                        .isEqualToIgnoringCase("bpmn:" + etape.getElementType().getTypeName());
                Map<String, JsonNode> champs = new HashMap<>();
                gabarit.path("properties")
                        .forEach(c -> champs.put(c.path("binding").path("name").asString(), c));
                assertThat(champs.keySet()).containsExactlyInAnyOrderElementsOf(dits.keySet());
                dits.forEach((nom, valeur) -> assertThat(permis(champs.get(nom), valeur))
                        .as("%s = %s", nom, valeur)
                        .isTrue());
            });
        });
    }

    @Test
    void le_fichier_de_gabarits_du_depot_est_celui_des_modeles_livres() throws Exception {
        JsonNode gabarits = telecharger(monde.agent("pilote1", Role.PILOTE, null));
        Path ecrit = Path.of("target/modeler/jalon.json");
        Files.createDirectories(ecrit.getParent());
        Files.writeString(ecrit, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(gabarits) + "\n");
        assertThat(GABARITS).as("Copiez %s vers %s", ecrit, GABARITS).exists().hasSameTextualContentAs(ecrit);
    }

    private JsonNode telecharger(Agent pilote) {
        try (Visite v = visite(pilote)) {
            v.aller("/modeles").tenir("modeles-gabarits");
            APIResponse reponse = v.page().request().get(v.page().url() + "/gabarits");
            assertThat(reponse.status()).isEqualTo(200);
            assertThat(reponse.headers().get("content-disposition")).contains("jalon.json");
            return JSON.readTree(reponse.body());
        }
    }

    /** What an element says of itself for the engine and for Jalon, by name. */
    private static Map<String, String> dits(FlowNode etape) {
        Map<String, String> dits = new HashMap<>();
        for (String nom : List.of(
                "candidateGroups",
                "formRef",
                "formRefBinding",
                "decisionRef",
                "decisionRefBinding",
                "resultVariable",
                "mapDecisionResult",
                "delegateExpression",
                "asyncBefore")) {
            String valeur = etape.getAttributeValueNs(CAMUNDA, nom);
            if (valeur != null) {
                dits.put("camunda:" + nom, valeur);
            }
        }
        etape.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
                .filter(p -> p.getParentElement()
                        .getParentElement()
                        .getParentElement()
                        .equals(etape))
                .forEach(p -> dits.put(p.getCamundaName(), p.getCamundaValue()));
        return dits;
    }

    private static boolean permis(JsonNode champ, String valeur) {
        return switch (champ.path("type").asString()) {
            case "Dropdown" ->
                champ.path("choices")
                        .valueStream()
                        .anyMatch(c -> c.path("value").asString().equals(valeur));
            case "Hidden", "Boolean" -> champ.path("value").asString().equals(valeur);
            default -> !valeur.isBlank();
        };
    }
}
