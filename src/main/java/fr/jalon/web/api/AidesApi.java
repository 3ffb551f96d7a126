package fr.jalon.web.api;

import fr.jalon.mobilite.AideDemandee;
import fr.jalon.mobilite.AideProposee;
import fr.jalon.mobilite.AidesMobilite;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the rules say of an aid, before anybody asks it. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Aides")
class AidesApi {

    private final AidesMobilite mobilite;

    AidesApi(AidesMobilite mobilite) {
        this.mobilite = mobilite;
    }

    @PostMapping("/simulations/aide-mobilite")
    @Operation(summary = "Estime une aide à la mobilité et l'explique ; ne garde rien")
    AideProposee simuler(@RequestBody AideDemandee demande) {
        return mobilite.proposer(demande);
    }
}
