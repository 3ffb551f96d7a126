package fr.jalon.web.atelier;

import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the element templates as the file that Camunda Modeler reads in its folder {@code resources/element-templates}. */
@RestController
class GabaritsController {

    private static final String FICHIER = "jalon.json";

    private final GabaritsModeler gabarits;

    GabaritsController(GabaritsModeler gabarits) {
        this.gabarits = gabarits;
    }

    @GetMapping("/modeles/gabarits")
    ResponseEntity<List<GabaritsModeler.Gabarit>> telecharger() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(FICHIER)
                                .build()
                                .toString())
                .body(gabarits.tous());
    }
}
