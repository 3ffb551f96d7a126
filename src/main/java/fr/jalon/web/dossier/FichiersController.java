package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.piece.Fichiers;
import fr.jalon.web.commun.Appelant;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A received file: always an attachment of a fixed kind, because somebody else made it (surete, section 6). */
@Controller
class FichiersController {

    private final Fichiers fichiers;

    FichiersController(Fichiers fichiers) {
        this.fichiers = fichiers;
    }

    @GetMapping("/fichiers/{id}")
    ResponseEntity<byte[]> ouvrir(@PathVariable UUID id, @Appelant Agent agent) {
        Fichiers.Contenu contenu = fichiers.ouvrir(id, agent);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(contenu.fichier().typeMime()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(contenu.fichier().nom(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(contenu.octets());
    }
}
