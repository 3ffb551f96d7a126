package fr.jalon.web.modeler;

import fr.jalon.agent.Agent;
import fr.jalon.atelier.Atelier;
import fr.jalon.atelier.Depot;
import fr.jalon.atelier.EssaiDeParcours;
import fr.jalon.atelier.FichierModele;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.ModelesRecus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/**
 * The calls of Camunda Modeler, answered by us: the engine's own web interface is not on the class path. A deposit is a draft of its
 * account; a start is a walk on paper.
 */
@RestController
class ModelerController {

    /** Version of the protocol that is answered. */
    private static final String VERSION = "7.24.0";

    private final Atelier atelier;
    private final EssaiDeParcours essais;
    private final String adresse;

    ModelerController(Atelier atelier, EssaiDeParcours essais, @Value("${jalon.adresse-publique:}") String adresse) {
        this.atelier = atelier;
        this.essais = essais;
        this.adresse = adresse.replaceAll("/+$", "");
    }

    /** The check of the connection asks for no row. */
    @GetMapping("/engine-rest/deployment")
    List<Object> deploiements() {
        return List.of();
    }

    @GetMapping("/engine-rest/version")
    Map<String, String> version() {
        return Map.of("version", VERSION);
    }

    /** Pages that the Modeler offers to open, our own. */
    @GetMapping({
        "/.well-known/camunda-automation-platform/webapps",
        "/engine-rest/.well-known/camunda-automation-platform/webapps"
    })
    Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("cockpitUrl", adresse + "/modeles");
        pages.put("tasklistUrl", adresse + "/corbeille");
        pages.put("adminUrl", adresse + "/administration/comptes");
        return pages;
    }

    @PostMapping("/engine-rest/deployment/create")
    ResponseEntity<Map<String, Object>> deposer(
            @RequestParam MultiValueMap<String, MultipartFile> jointes,
            @RequestParam(name = "deployment-name", required = false) String nom,
            @RequestParam(name = "deployment-source", required = false) String source,
            @Appelant Agent agent) {
        List<MultipartFile> parties =
                jointes.values().stream().flatMap(List::stream).toList();
        if (parties.isEmpty()) {
            return ResponseEntity.badRequest()
                    .body(ReponsesDuModeler.erreur(
                            "InvalidRequestException", "Aucun modèle n’est joint à ce dépôt : ajoutez un fichier."));
        }
        List<FichierModele> fichiers = ModelesRecus.de(parties);
        String dit = source == null || source.isBlank() ? "Camunda Modeler" : source;
        Depot depot =
                atelier.deposer(nom == null || nom.isBlank() ? fichiers.get(0).base() : nom, dit, fichiers, agent);
        return ResponseEntity.ok(ReponsesDuModeler.depot(depot, dit));
    }

    @PostMapping("/engine-rest/process-definition/{id}/start")
    Map<String, Object> essayer(
            @PathVariable String id, @RequestBody(required = false) JsonNode corps, @Appelant Agent agent) {
        return ReponsesDuModeler.essai(essais.essayer(id, reponses(corps), agent), cleMetier(corps));
    }

    @PostMapping("/engine-rest/process-definition/key/{cle}/start")
    Map<String, Object> essayerParCle(
            @PathVariable String cle, @RequestBody(required = false) JsonNode corps, @Appelant Agent agent) {
        return ReponsesDuModeler.essai(essais.essayerParCle(cle, reponses(corps), agent), cleMetier(corps));
    }

    private static String cleMetier(JsonNode corps) {
        return corps == null || !corps.path("businessKey").isString()
                ? null
                : corps.path("businessKey").asString();
    }

    /** Simple values alone. */
    private static Map<String, Object> reponses(JsonNode corps) {
        Map<String, Object> reponses = new LinkedHashMap<>();
        if (corps != null) {
            corps.path("variables").properties().forEach(v -> {
                JsonNode valeur = v.getValue().path("value");
                if (valeur.isBoolean()) {
                    reponses.put(v.getKey(), valeur.asBoolean());
                } else if (valeur.isValueNode() && !valeur.isNull()) {
                    reponses.put(v.getKey(), valeur.asString());
                }
            });
        }
        return reponses;
    }
}
