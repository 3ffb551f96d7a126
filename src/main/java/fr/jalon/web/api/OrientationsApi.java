package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.NouvelleOrientation;
import fr.jalon.orientation.OrganismesReferents;
import fr.jalon.orientation.Orientation;
import fr.jalon.orientation.Orientations;
import fr.jalon.orientation.Parcours;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.SuiviDesPersonnes;
import fr.jalon.web.commun.Appelant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dossiers/{numero}/orientations")
@Tag(name = "Orientations")
class OrientationsApi {

    private final Dossiers dossiers;
    private final Orientations orientations;
    private final OrganismesReferents organismes;
    private final Comptes comptes;
    private final Idempotence idempotence;
    private final SuiviDesPersonnes suivi;

    OrientationsApi(
            Dossiers dossiers,
            Orientations orientations,
            OrganismesReferents organismes,
            Comptes comptes,
            Idempotence idempotence,
            SuiviDesPersonnes suivi) {
        this.dossiers = dossiers;
        this.orientations = orientations;
        this.organismes = organismes;
        this.comptes = comptes;
        this.idempotence = idempotence;
        this.suivi = suivi;
    }

    /** @param passee declared as a past one: it may be old, and {@code fin} may be given */
    record Demande(
            String parcours,
            String organisme,
            String referent,
            LocalDate debut,
            LocalDate fin,
            Boolean passee,
            String motif) {}

    record Reponse(
            UUID id, String parcours, String organisme, String referent, LocalDate debut, LocalDate fin, String motif) {

        static Reponse de(Orientation o) {
            return new Reponse(o.id(), o.parcours().name(), o.organisme(), o.referent(), o.debut(), o.fin(), o.motif());
        }
    }

    @GetMapping
    @Operation(summary = "Les orientations de la personne du dossier, la dernière d'abord")
    List<Reponse> lister(@PathVariable String numero, @Appelant Agent agent) {
        return orientations
                .histoire(suivi.exiger(dossiers.parNumero(numero, agent).personneId(), agent)
                        .id())
                .stream()
                .map(Reponse::de)
                .toList();
    }

    @PostMapping
    @Operation(
            summary = "Enregistre une orientation ; celle qui est en cours se termine le jour où celle-ci commence",
            description = "Une orientation ancienne se déclare passée (passee=true) : elle prend sa place parmi les"
                    + " autres, sans les chevaucher, jusqu'à fin ou jusqu'à la suivante.")
    ResponseEntity<?> enregistrer(
            @PathVariable String numero,
            @RequestBody Demande demande,
            @RequestHeader(name = "Idempotency-Key", required = false) String cle,
            @Appelant Agent agent) {
        DossierVue dossier = dossiers.parNumero(numero, agent);
        PersonneVue personne = suivi.exiger(dossier.personneId(), agent);
        Parcours parcours = verifier(demande, dossier, personne);
        return idempotence.executer(
                cle,
                agent,
                "/dossiers/" + dossier.numero() + "/orientations",
                demande,
                () -> ResponseEntity.status(HttpStatus.CREATED)
                        .body(Reponse.de(enregistrer(dossier, parcours, demande, agent))));
    }

    /** Inside the key: a call that is sent again after the dossier ended reads what it did. */
    private Orientation enregistrer(DossierVue dossier, Parcours parcours, Demande demande, Agent agent) {
        if (dossier.clos()) {
            throw new Conflit("Ce dossier est terminé : une orientation s'enregistre dans un dossier ouvert.");
        }
        return orientations.enregistrer(
                new NouvelleOrientation(
                        dossier.personneId(),
                        dossier.id(),
                        parcours,
                        demande.organisme(),
                        demande.referent(),
                        null,
                        demande.debut(),
                        demande.fin(),
                        Boolean.TRUE.equals(demande.passee()),
                        demande.motif(),
                        null),
                agent);
    }

    private Parcours verifier(Demande demande, DossierVue dossier, PersonneVue personne) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        Parcours parcours = Arrays.stream(Parcours.values())
                .filter(p -> p.name().equals(demande.parcours()))
                .findFirst()
                .orElse(null);
        if (parcours == null) {
            erreurs.add(new ErreurChamp(
                    "parcours",
                    "Choisissez un parcours : "
                            + Arrays.stream(Parcours.values())
                                    .map(Parcours::name)
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
        if (demande.organisme() == null || demande.organisme().isBlank()) {
            erreurs.add(new ErreurChamp("organisme", "Indiquez le code de l'organisme dans l'annuaire."));
        } else {
            organismes.natureDe(demande.organisme(), personne, demande.debut());
        }
        if (demande.referent() != null
                && comptes.parIdentifiant(demande.referent())
                        .filter(a -> a.aUnDe(Role.ALI, Role.INSTRUCTEUR, Role.RESPONSABLE_ANTENNE))
                        .filter(a -> a.portee().couvre(dossier.antenne()))
                        .isEmpty()) {
            erreurs.add(new ErreurChamp("referent", "Aucun compte de référent de l'antenne n'a cet identifiant."));
        }
        if (demande.motif() != null && demande.motif().length() > 2000) {
            erreurs.add(new ErreurChamp("motif", "Écrivez au plus 2000 caractères."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        return parcours;
    }
}
