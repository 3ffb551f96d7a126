package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.atelier.Atelier;
import fr.jalon.atelier.EtatModele;
import fr.jalon.atelier.FichierModele;
import fr.jalon.atelier.LotVue;
import fr.jalon.atelier.ModeleVue;
import fr.jalon.atelier.PublicationDesModeles;
import fr.jalon.atelier.Verification;
import fr.jalon.atelier.VerificationDesModeles;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.TypeDeFichierRefuse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.ModelesRecus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.web.multipart.MultipartFile;

/** The process owner's workshop. */
@RestController
@RequestMapping("/api/v1/atelier")
@Tag(name = "Atelier")
class AtelierApi {

    private static final String FICHIER = "fichier";

    private final Atelier atelier;
    private final VerificationDesModeles verification;
    private final PublicationDesModeles publication;
    private final Idempotence idempotence;

    AtelierApi(
            Atelier atelier,
            VerificationDesModeles verification,
            PublicationDesModeles publication,
            Idempotence idempotence) {
        this.atelier = atelier;
        this.verification = verification;
        this.publication = publication;
        this.idempotence = idempotence;
    }

    /** {@code motifRejeu}: why, although many past answers change. */
    record Approbation(String motif, String motifRejeu, LocalDate le) {}

    /** What a publication answers: its lot, its state, and each file that it put in service. */
    record Publie(UUID lot, EtatModele etat, String approbateur, LocalDate le, List<Version> modeles) {

        static Publie de(LotVue lot) {
            return new Publie(
                    lot.id(),
                    lot.etat(),
                    lot.publication().approbateur(),
                    lot.publication().effetLe(),
                    Version.de(lot));
        }
    }

    record Version(String cle, String type, int version) {

        static List<Version> de(LotVue lot) {
            return lot.fichiers().stream()
                    .map(f -> new Version(f.cle(), f.type(), f.version()))
                    .toList();
        }
    }

    /** A draft; {@code inchange} when nothing differs from what is in service, and then there is none. */
    record Brouillon(UUID lot, boolean inchange, List<Version> modeles) {}

    @PostMapping("/verifications")
    @Operation(summary = "Contrôle des modèles (parties « fichier ») et dit ce qu'il y trouve ; n'écrit rien")
    Verification verifier(
            HttpServletRequest requete, @RequestParam(name = FICHIER, required = false) List<MultipartFile> parties) {
        return verification.verifier(fichiers(requete, parties));
    }

    private static List<FichierModele> fichiers(HttpServletRequest requete, List<MultipartFile> parties) {
        String type = requete.getContentType();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data")) {
            throw new TypeDeFichierRefuse("Envoyez les modèles dans un formulaire multipart, sous le nom « fichier ».");
        }
        if (parties == null || parties.isEmpty()) {
            throw new SaisieInvalide(
                    FICHIER, "Joignez au moins un modèle (BPMN, DMN ou formulaire) sous le nom « fichier ».");
        }
        return ModelesRecus.de(parties);
    }

    @GetMapping("/modeles")
    @Operation(
            summary =
                    "Les modèles : brouillons, versions en service, anciennes versions ; la version 0 est celle de Jalon")
    Page<ModeleVue> lister(
            @RequestParam(required = false) EtatModele etat,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int taille,
            @Appelant Agent agent) {
        return atelier.lister(etat, page, taille, agent);
    }

    @PostMapping("/modeles")
    @Operation(summary = "Dépose des modèles ensemble : un brouillon de son compte, qu'un autre compte publiera")
    ResponseEntity<?> deposer(
            HttpServletRequest requete,
            @RequestParam(name = FICHIER, required = false) List<MultipartFile> parties,
            @RequestHeader(name = "Idempotency-Key", required = false) String cle,
            @Appelant Agent agent) {
        List<FichierModele> fichiers = fichiers(requete, parties);
        String corps = fichiers.stream()
                .map(f -> f.nom() + ":" + Idempotence.sha256(f.contenu()))
                .collect(Collectors.joining(";"));
        return idempotence.executer(
                cle,
                agent,
                "/atelier/modeles",
                corps,
                () -> atelier.deposer(fichiers.get(0).nom(), "API", fichiers, agent)
                        .lot()
                        .map(lot -> ResponseEntity.status(HttpStatus.CREATED)
                                .body(new Brouillon(lot.id(), false, Version.de(lot))))
                        .orElseGet(() -> ResponseEntity.ok(new Brouillon(null, true, List.of()))));
    }

    @PostMapping("/modeles/{cle}/versions/{version}/publication")
    @Operation(
            summary =
                    "Met en service tous les fichiers du dépôt de cette version, aussitôt ou à une date ; par un autre compte que son auteur")
    ResponseEntity<?> publier(
            @PathVariable String cle,
            @PathVariable String version,
            @RequestBody(required = false) Approbation approbation,
            @RequestHeader(name = "Idempotency-Key", required = false) String cleDEnvoi,
            @Appelant Agent agent) {
        int numero = numero(version);
        Approbation dite = approbation == null ? new Approbation(null, null, null) : approbation;
        return idempotence.executer(
                cleDEnvoi,
                agent,
                "/atelier/modeles/" + cle + "/versions/" + numero + "/publication",
                dite,
                () -> ResponseEntity.ok(Publie.de(publication.publier(
                        cle,
                        numero,
                        new PublicationDesModeles.Raisons(dite.motif(), dite.motifRejeu()),
                        dite.le(),
                        agent))));
    }

    /** The version 0 is in service since it is there: it is no draft. */
    private static int numero(String version) {
        if (!version.matches("\\d{1,9}")) {
            throw new Introuvable("Cette version de modèle n’existe pas.");
        }
        int numero = Integer.parseInt(version);
        if (numero == 0) {
            throw new Conflit("La version 0 est celle de Jalon : elle n’est pas un brouillon.");
        }
        return numero;
    }
}
