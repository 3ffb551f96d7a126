package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Introuvable;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.web.commun.Appelant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Courriers")
class CourriersApi {

    private final Courriers courriers;
    private final Dossiers dossiers;

    CourriersApi(Courriers courriers, Dossiers dossiers) {
        this.courriers = courriers;
        this.dossiers = dossiers;
    }

    @GetMapping("/dossiers/{numero}/courriers")
    @Operation(summary = "Les courriers d'un dossier, le plus récent d'abord")
    List<Map<String, Object>> lister(@PathVariable String numero, @Appelant Agent agent) {
        DossierVue dossier = dossiers.consulter(numero, agent);
        return courriers.parDossier(dossier.id()).stream()
                .map(FicheDossier::courrier)
                .toList();
    }

    private static Introuvable introuvable() {
        return new Introuvable("Ce courrier n'existe pas.");
    }

    @GetMapping(
            path = "/courriers/{id}",
            produces = {MediaType.APPLICATION_PDF_VALUE, "application/problem+json"})
    @Operation(summary = "Le PDF d'un courrier")
    ResponseEntity<byte[]> lire(@PathVariable UUID id, @Appelant Agent agent) {
        CourrierVue courrier = courriers.courrier(id).orElseThrow(CourriersApi::introuvable);
        try {
            dossiers.consulter(courrier.dossierId(), "courrier " + courrier.numero(), agent);
        } catch (Introuvable e) {
            // The same words as for a letter that does not exist: another antenne's is not even known.
            throw introuvable();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(courrier.numero() + ".pdf")
                                .build()
                                .toString())
                .body(courriers.octets(id));
    }
}
