package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dispositif.DepotDuDispositif;
import fr.jalon.dispositif.Dispositifs;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.FiltreDossiers;
import fr.jalon.dossier.Pieces;
import fr.jalon.dossier.RechercheDossiers;
import fr.jalon.piece.FichierControle;
import fr.jalon.piece.FichierVue;
import fr.jalon.piece.Fichiers;
import fr.jalon.usager.PersonnesReunies;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.OctetsRecus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/dossiers")
@Tag(name = "Dossiers")
class DossiersApi {

    private final Dossiers dossiers;
    private final RechercheDossiers recherche;
    private final Dispositifs dispositifs;
    private final Fichiers fichiers;
    private final Pieces pieces;
    private final FicheDossier fiche;
    private final Idempotence idempotence;
    private final PersonnesReunies reunies;

    DossiersApi(
            Dossiers dossiers,
            RechercheDossiers recherche,
            Dispositifs dispositifs,
            Fichiers fichiers,
            Pieces pieces,
            FicheDossier fiche,
            Idempotence idempotence,
            PersonnesReunies reunies) {
        this.dossiers = dossiers;
        this.recherche = recherche;
        this.dispositifs = dispositifs;
        this.fichiers = fichiers;
        this.pieces = pieces;
        this.fiche = fiche;
        this.idempotence = idempotence;
        this.reunies = reunies;
    }

    record Depot(String dispositif, UUID usagerId, String canal, JsonNode donnees) {}

    record Ouvert(String numero, String etat, String antenne) {}

    @PostMapping
    @Operation(summary = "Dépose une demande : ouvre le dossier et lance son parcours")
    ResponseEntity<?> deposer(
            @RequestBody Depot depot,
            @RequestHeader(name = "Idempotency-Key", required = false) String cle,
            @Appelant Agent agent) {
        DepotDuDispositif ouverture = dispositifs
                .depot(depot.dispositif())
                .orElseThrow(() -> new SaisieInvalide(
                        "dispositif",
                        "Ce dispositif n'existe pas, ou aucune demande ne l'ouvre. Dispositifs ouverts : "
                                + String.join(", ", dispositifs.deposables()) + "."));
        if (depot.usagerId() == null) {
            throw new SaisieInvalide("usagerId", "Indiquez la personne qui demande.");
        }
        if (depot.donnees() == null) {
            throw new SaisieInvalide("donnees", "Décrivez la situation de la personne.");
        }
        return idempotence.executer(cle, agent, "/dossiers", depot, () -> {
            DossierVue dossier = ouverture.deposer(
                    reunies.gardee(depot.usagerId()).orElse(depot.usagerId()),
                    Canal.lire(depot.canal()),
                    depot.donnees(),
                    agent);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(new Ouvert(dossier.numero(), dossier.etat().name(), dossier.antenne()));
        });
    }

    @GetMapping("/{numero}")
    @Operation(summary = "Un dossier : état, étape, dates, pièces, tâches, décisions expliquées, courriers, histoire")
    Map<String, Object> dossier(@PathVariable String numero, @Appelant Agent agent) {
        return fiche.complete(dossiers.consulter(numero, agent));
    }

    @GetMapping
    @Operation(summary = "Les dossiers que le compte peut voir")
    Page<Map<String, Object>> lister(
            @RequestParam(required = false) String dispositif,
            @RequestParam(required = false) String antenne,
            @RequestParam(required = false) EtatDossier etat,
            @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int taille,
            @Appelant Agent agent) {
        return recherche
                .lister(new FiltreDossiers(dispositif, antenne, etat, q), page, taille, agent)
                .map(fiche::resume);
    }

    @PostMapping(path = "/{numero}/pieces", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Reçoit un fichier pour une pièce de la liste du dossier")
    ResponseEntity<?> recevoir(
            @PathVariable String numero,
            @RequestParam String type,
            @RequestParam MultipartFile fichier,
            @RequestHeader(name = "Idempotency-Key", required = false) String cle,
            @Appelant Agent agent)
            throws IOException {
        DossierVue dossier = dossiers.parNumero(numero, agent);
        byte[] octets = OctetsRecus.de(fichier);
        String corps = type + ":" + fichier.getOriginalFilename() + ":" + Idempotence.sha256(octets);
        FichierControle controle = fichiers.controler(octets);
        return idempotence.executer(cle, agent, "/dossiers/" + dossier.numero() + "/pieces", corps, () -> {
            FichierVue recu =
                    fichiers.recevoir(dossier.id(), type, fichier.getOriginalFilename(), controle, "API", agent);
            Map<String, Object> reponse = new LinkedHashMap<>();
            reponse.put("id", recu.id());
            reponse.put("etat", etat(dossier.id(), type));
            return ResponseEntity.status(HttpStatus.CREATED).body(reponse);
        });
    }

    private String etat(UUID dossierId, String type) {
        return pieces.liste(dossierId).stream()
                .filter(p -> p.type().equals(type))
                .map(p -> p.etat().name())
                .findFirst()
                .orElse("");
    }
}
