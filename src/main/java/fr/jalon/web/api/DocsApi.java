package fr.jalon.web.api;

import fr.jalon.web.api.DescriptionApi.Groupe;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The description of the API as a page that one reads and prints. Swagger UI needs inline styles, which our policy refuses
 * (docs/decisions/0017), so the page is rendered here from the same OpenAPI document.
 */
@Controller
@Hidden
class DocsApi {

    private final OpenApiWebMvcResource openApi;
    private final DescriptionApi description;
    private final ObjectMapper json;

    DocsApi(OpenApiWebMvcResource openApi, DescriptionApi description, ObjectMapper json) {
        this.openApi = openApi;
        this.description = description;
        this.json = json;
    }

    @GetMapping("/api/docs")
    String lire(HttpServletRequest requete, Model modele) throws IOException {
        JsonNode document = json.readTree(openApi.openapiJson(requete, "/api/v1/openapi.json", Locale.FRENCH));
        List<Groupe> groupes = description.groupes(document);
        modele.addAttribute("groupes", groupes);
        return "api/docs";
    }
}
