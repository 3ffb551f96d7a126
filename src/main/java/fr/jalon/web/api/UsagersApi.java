package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Ecritures;
import fr.jalon.commun.Textes;
import fr.jalon.usager.Doublon;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.usager.Ressemblance;
import fr.jalon.web.commun.Appelant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/usagers")
@Tag(name = "Usagers")
class UsagersApi {

    private final Personnes personnes;
    private final Idempotence idempotence;

    UsagersApi(Personnes personnes, Idempotence idempotence) {
        this.personnes = personnes;
        this.idempotence = idempotence;
    }

    record DoublonPossible(
            UUID id,
            String nom,
            String nomNaissance,
            String prenoms,
            Naissance dateNaissance,
            String raison,
            Ressemblance degre) {}

    /** {@code avertissements}: what letters do not print as it is written. */
    record Cree(UUID id, String antenne, List<DoublonPossible> doublonsPossibles, List<String> avertissements) {}

    @PostMapping
    @Operation(summary = "Crée une personne et signale les doublons possibles")
    ResponseEntity<?> creer(
            @RequestBody FichePersonne fiche,
            @RequestHeader(name = "Idempotency-Key", required = false) String cle,
            @Appelant Agent agent) {
        return idempotence.executer(cle, agent, "/usagers", fiche, () -> {
            List<DoublonPossible> doublons = personnes.doublons(fiche, agent).stream()
                    .map(UsagersApi::possible)
                    .toList();
            PersonneVue personne = personnes.creer(fiche, agent);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(new Cree(
                            personne.id(),
                            personne.antenne(),
                            doublons,
                            Ecritures.avertissements(personne.nomComplet(), personne.adresse())));
        });
    }

    private static DoublonPossible possible(Doublon doublon) {
        PersonneVue p = doublon.personne();
        return new DoublonPossible(
                p.id(),
                p.nom(),
                p.nomNaissance(),
                Textes.ouNull(p.prenoms()),
                p.dateNaissance(),
                doublon.raison(),
                doublon.degre());
    }
}
