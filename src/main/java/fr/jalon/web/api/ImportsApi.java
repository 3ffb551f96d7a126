package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.importation.LigneVue;
import fr.jalon.importation.LignesDImport;
import fr.jalon.importation.StatutLigne;
import fr.jalon.importation.TypeDeFichierRefuse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.OctetsRecus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/**
 * Imports. The work goes on after the answer: 201 when it was over in time, 202 while it goes on. The caller says how
 * long it wants to wait with {@code Prefer: wait=SECONDS} (RFC 7240).
 */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportsApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PATIENCE_MAX_S = 60;
    private static final Pattern ATTENTE = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,4})(?:$|[,;\\s])");

    private final Imports imports;
    private final LignesDImport lignes;
    private final Idempotence idempotence;

    ImportsApi(Imports imports, LignesDImport lignes, Idempotence idempotence) {
        this.imports = imports;
        this.lignes = lignes;
        this.idempotence = idempotence;
    }

    /** What is kept of a deposit, to answer the same to the same key. */
    record Depose(UUID id) {}

    record Correction(Integer version, Map<String, String> valeurs) {}

    @PostMapping("/{type}")
    @Operation(summary = "Importe un fichier CSV ou XLSX ; avec simulation=true, dit ce qu'il ferait et n'écrit rien")
    ResponseEntity<?> deposer(
            @PathVariable String type,
            @RequestParam(defaultValue = "false") boolean simulation,
            @RequestParam Map<String, MultipartFile> fichiers,
            @RequestHeader(name = "Idempotency-Key", required = false) String cle,
            @RequestHeader(name = "Prefer", required = false) String preference,
            HttpServletRequest requete,
            @Appelant Agent agent)
            throws IOException {
        imports.type(type, agent);
        MultipartFile fichier = fichier(fichiers, requete);
        byte[] octets = OctetsRecus.de(fichier);
        String corps = type + ":" + simulation + ":" + fichier.getOriginalFilename() + ":" + Idempotence.sha256(octets);
        // Read before the transaction: a large file takes its time, and would keep a connection from the others.
        Imports.FichierLu lu = imports.lire(type, fichier.getOriginalFilename(), octets, agent);
        ResponseEntity<?> depose = idempotence.executer(cle, agent, "/imports/" + type, corps, () -> {
            ImportVue vue = imports.deposer(lu, !simulation, agent);
            return ResponseEntity.status(HttpStatus.CREATED).body(new Depose(vue.id()));
        });
        UUID id = depose.getBody() instanceof Depose nouveau
                ? nouveau.id()
                : UUID.fromString(((JsonNode) depose.getBody()).path("id").asString(""));
        ImportVue vue = imports.attendre(id, patience(preference), agent);
        return ResponseEntity.status(vue.etat().enTravail() ? HttpStatus.ACCEPTED : HttpStatus.CREATED)
                .location(URI.create("/api/v1/imports/" + id))
                .body(fiche(vue, null, 0, Page.TAILLE_MAX, agent));
    }

    private static MultipartFile fichier(Map<String, MultipartFile> fichiers, HttpServletRequest requete) {
        String type = requete.getContentType();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data")) {
            throw new TypeDeFichierRefuse("Envoyez le fichier dans un formulaire multipart, sous le nom « fichier ».");
        }
        MultipartFile nomme = fichiers.get("fichier");
        if (nomme == null && fichiers.size() != 1) {
            throw new SaisieInvalide("fichier", "Joignez un fichier CSV ou XLSX sous le nom « fichier ».");
        }
        return nomme == null ? fichiers.values().iterator().next() : nomme;
    }

    private static Duration patience(String preference) {
        Matcher attente = ATTENTE.matcher(preference == null ? "" : preference);
        return attente.find()
                ? Duration.ofSeconds(Math.min(PATIENCE_MAX_S, Long.parseLong(attente.group(1))))
                : PATIENCE;
    }

    @GetMapping
    @Operation(summary = "Les imports de son antenne, le plus récent d'abord")
    Page<FicheImport> lister(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int taille,
            @Appelant Agent agent) {
        return imports.lister(page, taille, agent).map(FicheImport::sansLignes);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Un import : avancement, comptes, et une page de ses lignes avec leur statut et leurs messages")
    FicheImport lire(
            @PathVariable UUID id,
            @RequestParam(required = false) StatutLigne statut,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "200") int taille,
            @Appelant Agent agent) {
        return fiche(imports.parId(id, agent), statut, page, taille, agent);
    }

    private FicheImport fiche(ImportVue vue, StatutLigne statut, int page, int taille, Agent agent) {
        return FicheImport.avecLignes(vue, lignes.lister(vue.id(), statut, page, taille, agent));
    }

    @GetMapping("/{id}/lignes/{numero}")
    @Operation(summary = "Une ligne et ses cases")
    FicheImport.LigneComplete ligne(@PathVariable UUID id, @PathVariable int numero, @Appelant Agent agent) {
        return FicheImport.complete(lignes.parNumero(id, numero, agent));
    }

    @PutMapping("/{id}/lignes/{numero}")
    @Operation(
            summary = "Corrige des cases d'une ligne ; si l'import est déjà écrit, la ligne juste est écrite aussitôt")
    FicheImport.LigneComplete corriger(
            @PathVariable UUID id,
            @PathVariable int numero,
            @RequestBody Correction correction,
            @Appelant Agent agent) {
        if (correction.valeurs() == null || correction.version() == null) {
            throw new SaisieInvalide(
                    correction.valeurs() == null ? "valeurs" : "version",
                    "Donnez les cases corrigées et la version de la ligne que vous avez lue.");
        }
        LigneVue ligne = lignes.corriger(id, numero, correction.valeurs(), correction.version(), agent);
        return FicheImport.complete(ligne);
    }

    @PostMapping("/{id}/ecriture")
    @Operation(summary = "Écrit les lignes justes d'une simulation")
    ResponseEntity<FicheImport> ecrire(
            @PathVariable UUID id,
            @RequestHeader(name = "Prefer", required = false) String preference,
            @Appelant Agent agent) {
        imports.ecrire(id, agent);
        ImportVue vue = imports.attendre(id, patience(preference), agent);
        return ResponseEntity.status(vue.etat().enTravail() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(fiche(vue, null, 0, Page.TAILLE_MAX, agent));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Abandonne une simulation : ses lignes sont oubliées")
    ResponseEntity<Void> abandonner(@PathVariable UUID id, @Appelant Agent agent) {
        imports.abandonner(id, agent);
        return ResponseEntity.noContent().build();
    }
}
