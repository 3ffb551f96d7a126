package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.budget.EnveloppeVue;
import fr.jalon.budget.Enveloppes;
import fr.jalon.budget.FileDuBudget;
import fr.jalon.budget.Reservations;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.web.commun.Appelant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The envelopes: figures now and at any date, reservations, commitments. */
@RestController
@RequestMapping("/api/v1/budget")
@Tag(name = "Budget")
class BudgetApi {

    private static final int DOSSIER_MAX = 40;

    private final Enveloppes enveloppes;
    private final Reservations reservations;
    private final FileDuBudget file;
    private final Idempotence idempotence;
    private final Horloge horloge;

    BudgetApi(
            Enveloppes enveloppes,
            Reservations reservations,
            FileDuBudget file,
            Idempotence idempotence,
            Horloge horloge) {
        this.enveloppes = enveloppes;
        this.reservations = reservations;
        this.file = file;
        this.idempotence = idempotence;
        this.horloge = horloge;
    }

    /**
     * What to reserve.
     *
     * @param montant euros, at most two decimals
     * @param expireLe an instant, or a day, its end then; absent, the usual time
     */
    record Demande(BigDecimal montant, String dossier, String expireLe) {}

    /** @param montant euros; absent, all that is reserved */
    record Part(BigDecimal montant) {}

    record Reservee(UUID id) {}

    /** @param numeroEngagement null when nothing is committed */
    record Resolue(String numeroEngagement) {}

    @GetMapping("/enveloppes")
    @Operation(summary = "Les enveloppes d'un exercice et leurs chiffres")
    Page<FicheEnveloppe> lister(
            @RequestParam(required = false) Integer exercice,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int taille) {
        Page.verifier(page, taille);
        List<EnveloppeVue> toutes =
                enveloppes.lister(exercice == null ? horloge.aujourdhui().getYear() : exercice);
        return new Page<>(
                toutes.stream()
                        .skip((long) page * taille)
                        .limit(taille)
                        .map(FicheEnveloppe::de)
                        .toList(),
                page,
                taille,
                toutes.size());
    }

    @GetMapping("/enveloppes/{id}/soldes")
    @Operation(summary = "Les chiffres d'une enveloppe à une date, tels qu'ils étaient connus à un instant")
    FicheEnveloppe soldes(
            @PathVariable String id,
            @RequestParam(required = false) LocalDate au,
            @RequestParam(required = false) String connuLe) {
        enveloppes.parId(id);
        return FicheEnveloppe.de(enveloppes.au(id, au, InstantLu.de("connuLe", connuLe)));
    }

    @PostMapping("/enveloppes/{id}/reservations")
    @Operation(summary = "Réserve un montant ; 409 quand le disponible ne suffit pas")
    ResponseEntity<?> reserver(
            @PathVariable String id,
            @RequestBody Demande demande,
            @RequestHeader(name = "Idempotency-Key", required = false) String cle,
            @Appelant Agent agent) {
        enveloppes.parId(id);
        long centimes = Centimes.lire("montant", demande.montant());
        if (demande.dossier() != null
                && (demande.dossier().isBlank() || demande.dossier().length() > DOSSIER_MAX)) {
            throw new SaisieInvalide("dossier", "Donnez le numéro du dossier, ou rien.");
        }
        return executer(
                cle,
                agent,
                "/budget/enveloppes/" + id + "/reservations",
                demande,
                () -> ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Reservee(reservations.reserver(
                                id,
                                centimes,
                                demande.dossier(),
                                InstantLu.de("expireLe", demande.expireLe()),
                                agent.identifiant()))));
    }

    @PostMapping("/reservations/{id}/engagement")
    @Operation(summary = "Engage une réservation, toute ou en partie ; le reste redevient disponible")
    ResponseEntity<?> engager(
            @PathVariable UUID id,
            @RequestBody(required = false) Part part,
            @RequestHeader(name = "Idempotency-Key", required = false) String cle,
            @Appelant Agent agent) {
        reservations.exiger(id);
        Long centimes = part == null || part.montant() == null ? null : Centimes.lire("montant", part.montant());
        return executer(
                cle,
                agent,
                "/budget/reservations/" + id + "/engagement",
                part,
                () -> ResponseEntity.ok(new Resolue(reservations.engager(id, centimes, agent.identifiant()))));
    }

    @PostMapping("/reservations/{id}/annulation")
    @Operation(summary = "Annule une réservation : son montant redevient disponible")
    ResponseEntity<?> annuler(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) String cle,
            @Appelant Agent agent) {
        reservations.exiger(id);
        return executer(cle, agent, "/budget/reservations/" + id + "/annulation", "", () -> {
            reservations.annuler(id, agent.identifiant());
            return ResponseEntity.ok(new Resolue(null));
        });
    }

    /** In its turn before its transaction opens, so that whoever waits holds no connection. */
    private ResponseEntity<?> executer(
            String cle, Agent agent, String chemin, Object corps, Supplier<ResponseEntity<?>> acte) {
        return file.aSonTour(() -> idempotence.executer(cle, agent, chemin, corps, acte));
    }
}
