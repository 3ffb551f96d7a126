package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Introuvable;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.ModeRemise;
import fr.jalon.courrier.Signatures;
import fr.jalon.courrier.SuiviCourriers;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.web.commun.Appelant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Courriers")
class CourriersApi {

    private final Courriers courriers;
    private final Signatures signatures;
    private final SuiviCourriers suivi;
    private final Dossiers dossiers;

    CourriersApi(Courriers courriers, Signatures signatures, SuiviCourriers suivi, Dossiers dossiers) {
        this.courriers = courriers;
        this.signatures = signatures;
        this.suivi = suivi;
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

    /** What is told of the life of a letter; each act reads the fields that it needs. */
    record FaitCourrier(LocalDate jour, ModeRemise mode, String preuve, String motif) {}

    @PostMapping("/courriers/{id}/signature")
    @Operation(summary = "Signer un courrier qui décide, par une délégation en cours")
    Map<String, Object> signer(@PathVariable UUID id, @Appelant Agent agent) {
        exiger(id, agent);
        return FicheDossier.courrier(signatures.signer(id, agent));
    }

    @PostMapping("/courriers/{id}/envoi")
    @Operation(
            summary =
                    "Noter l'envoi d'un courrier : jour et mode. Une décision non signée est refusée (CRPA, art. L212-1)")
    Map<String, Object> envoyer(@PathVariable UUID id, @RequestBody FaitCourrier fait, @Appelant Agent agent) {
        exiger(id, agent);
        return FicheDossier.courrier(suivi.envoyer(id, fait.jour(), fait.mode(), agent));
    }

    @PostMapping("/courriers/{id}/remise")
    @Operation(summary = "Noter une remise en main propre contre signature : jour et preuve")
    Map<String, Object> remettre(@PathVariable UUID id, @RequestBody FaitCourrier fait, @Appelant Agent agent) {
        exiger(id, agent);
        return FicheDossier.courrier(suivi.remettre(id, fait.jour(), fait.preuve(), agent));
    }

    @PostMapping("/courriers/{id}/reception")
    @Operation(summary = "Noter la réception d'un courrier envoyé : jour et preuve")
    Map<String, Object> recevoir(@PathVariable UUID id, @RequestBody FaitCourrier fait, @Appelant Agent agent) {
        exiger(id, agent);
        return FicheDossier.courrier(suivi.recevoir(id, fait.jour(), fait.preuve(), agent));
    }

    @PostMapping("/courriers/{id}/retour")
    @Operation(
            summary =
                    "Noter le retour d'un courrier envoyé : jour et motif (NPAI, ADRESSE_INCOMPLETE, NON_RECLAME, REFUSE)")
    Map<String, Object> retourner(@PathVariable UUID id, @RequestBody FaitCourrier fait, @Appelant Agent agent) {
        exiger(id, agent);
        return FicheDossier.courrier(suivi.retourner(id, fait.jour(), fait.motif(), agent));
    }

    @PostMapping("/courriers/{id}/annulation")
    @Operation(summary = "Annuler un courrier qui n'est pas encore signé ni imprimé : motif")
    Map<String, Object> annuler(@PathVariable UUID id, @RequestBody FaitCourrier fait, @Appelant Agent agent) {
        exiger(id, agent);
        return FicheDossier.courrier(courriers.annuler(id, fait.motif(), agent));
    }

    /** Another antenne's letter is not even known. */
    private void exiger(UUID id, Agent agent) {
        CourrierVue courrier = courriers.courrier(id).orElseThrow(CourriersApi::introuvable);
        try {
            dossiers.parId(courrier.dossierId(), agent);
        } catch (Introuvable e) {
            throw introuvable();
        }
    }
}
