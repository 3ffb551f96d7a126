package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.jury.AvisPrepare;
import fr.jalon.jury.AvisPrepares;
import fr.jalon.jury.Bureau;
import fr.jalon.jury.Cloture;
import fr.jalon.jury.Depouillement;
import fr.jalon.jury.PreuveDeSeance;
import fr.jalon.jury.Recepisse;
import fr.jalon.jury.Scrutins;
import fr.jalon.jury.Sens;
import fr.jalon.seance.Deliberations;
import fr.jalon.seance.FicheCas;
import fr.jalon.seance.Fiches;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import fr.jalon.web.commun.Appelant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sessions of the instances: their agenda, the ballots and prepared opinions of those that vote, their proof. */
@RestController
@RequestMapping("/api/v1/seances")
@Tag(name = "Séances")
class SeancesApi {

    private final Seances seances;
    private final Fiches fiches;
    private final Bureau bureau;
    private final Scrutins scrutins;
    private final AvisPrepares avis;
    private final Deliberations deliberations;
    private final PreuveDeSeance preuve;
    private final FichesDesSeances mots;
    private final Reprise reprise;

    SeancesApi(
            Seances seances,
            Fiches fiches,
            Bureau bureau,
            Scrutins scrutins,
            AvisPrepares avis,
            Deliberations deliberations,
            PreuveDeSeance preuve,
            FichesDesSeances mots,
            Reprise reprise) {
        this.seances = seances;
        this.fiches = fiches;
        this.bureau = bureau;
        this.scrutins = scrutins;
        this.avis = avis;
        this.deliberations = deliberations;
        this.preuve = preuve;
        this.mots = mots;
        this.reprise = reprise;
    }

    record Deport(String motif) {}

    /** @param siege seat whose proxy the caller carries; absent, its own */
    record Bulletin(String sens, UUID siege) {}

    /**
     * How a vote opens.
     *
     * @param montant euros that it is about; absent, the principle of the aid
     * @param decision read when the vote ends, as {@code motifs}
     */
    record Ouverture(BigDecimal montant, Boolean secret, String decision, List<String> motifs) {}

    /**
     * What was decided.
     *
     * @param montant euros; absent, what was voted
     */
    record Decision(String decision, BigDecimal montant, List<String> motifs) {}

    record Empreinte(String empreinte) {}

    /** What a vote gave, and the item after it. */
    record Ferme(FichesDesSeances.FichePoint point, String resultat, int pour, int contre, int abstentions) {}

    @GetMapping
    @Operation(summary = "Les séances où l'on a une place")
    Page<FichesDesSeances.FicheSeance> lister(
            @RequestParam(required = false) String instance,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int taille,
            @Appelant Agent agent) {
        Page.verifier(page, taille);
        List<SeanceVue> toutes = lesMiennes(agent)
                .filter(s -> instance == null || s.instance().equals(instance))
                .toList();
        return new Page<>(
                toutes.stream()
                        .skip((long) page * taille)
                        .limit(taille)
                        .map(s -> mots.seance(seances.lire(s.id()), agent))
                        .toList(),
                page,
                taille,
                toutes.size());
    }

    private Stream<SeanceVue> lesMiennes(Agent agent) {
        return organise(agent) ? seances.lister(agent).stream() : fiches.seancesDe(agent).stream();
    }

    private static boolean organise(Agent agent) {
        return agent.aUnDe(Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Une séance : sièges, dossiers, quorum de chacun")
    FichesDesSeances.FicheSeance montrer(@PathVariable UUID id, @Appelant Agent agent) {
        return mots.seance(mienne(id, agent), agent);
    }

    private SeanceVue mienne(UUID id, Agent agent) {
        if (lesMiennes(agent).noneMatch(s -> s.id().equals(id))) {
            throw new Introuvable("Cette séance n'existe pas.");
        }
        return seances.lire(id);
    }

    private Point point(SeanceVue seance, int numero, Agent agent) {
        return bureau.points(seance, agent).stream()
                .filter(p -> p.rang() == numero)
                .findFirst()
                .orElseThrow(() -> new Introuvable("Ce dossier n'est pas à l'ordre du jour, ou vous en êtes sorti."));
    }

    @GetMapping("/{id}/points/{n}")
    @Operation(summary = "La fiche d'un dossier, telle que ce membre peut la lire")
    FichesDesSeances.Fiche fiche(@PathVariable UUID id, @PathVariable int n, @Appelant Agent agent) {
        SeanceVue seance = bureau.seance(id, agent);
        Point point = point(seance, n, agent);
        FicheCas fiche = bureau.fiche(seance, point, agent);
        return mots.fiche(seance, point, fiche, agent);
    }

    @PostMapping("/{id}/points/{n}/deports")
    @Operation(summary = "Se déporter d'un dossier")
    FichesDesSeances.FicheSeance deporter(
            @PathVariable UUID id, @PathVariable int n, @RequestBody Deport corps, @Appelant Agent agent) {
        SeanceVue seance = mienne(id, agent);
        Point point = point(seance, n, agent);
        Membre moi = seance.membre(agent.identifiant())
                .orElseThrow(() -> new Introuvable("Vous n'êtes pas membre de cette séance."));
        reprise.enTransaction(() -> deliberations.deporter(id, point.id(), moi.id(), corps.motif(), agent));
        return mots.seance(seances.lire(id), agent);
    }

    @PostMapping("/{id}/points/{n}/bulletins")
    @Operation(summary = "Voter ; le même sens redonne le même récépissé")
    Recepisse voter(@PathVariable UUID id, @PathVariable int n, @RequestBody Bulletin corps, @Appelant Agent agent) {
        Point point = point(bureau.seance(id, agent), n, agent);
        Sens sens = sens("sens", corps.sens());
        return reprise.enTransaction(() -> scrutins.voter(id, point.id(), corps.siege(), sens, agent));
    }

    private static Sens sens(String champ, String texte) {
        return Arrays.stream(Sens.values())
                .filter(s -> s.name().equals(texte))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide(champ, "Choisissez POUR, CONTRE ou ABSTENTION."));
    }

    @PostMapping("/{id}/points/{n}/avis")
    @Operation(summary = "Préparer son avis, sous scellé jusqu'au vote")
    Empreinte preparer(
            @PathVariable UUID id, @PathVariable int n, @RequestBody AvisPrepare corps, @Appelant Agent agent) {
        Point point = point(bureau.seance(id, agent), n, agent);
        return new Empreinte(reprise.enTransaction(() -> avis.deposer(id, point.id(), corps, agent)));
    }

    @GetMapping("/{id}/points/{n}/avis")
    @Operation(summary = "Les avis préparés, une fois le vote ouvert")
    List<FichesDesSeances.Avis> avis(@PathVariable UUID id, @PathVariable int n, @Appelant Agent agent) {
        SeanceVue seance = bureau.seance(id, agent);
        return avis.tous(seance, point(seance, n, agent), agent).stream()
                .map(a -> new FichesDesSeances.Avis(a.membre(), a.avis()))
                .toList();
    }

    @PostMapping("/{id}/points/{n}/ouverture")
    @Operation(summary = "Ouvrir le vote d'un dossier")
    FichesDesSeances.FichePoint ouvrir(
            @PathVariable UUID id,
            @PathVariable int n,
            @RequestBody(required = false) Ouverture corps,
            @Appelant Agent agent) {
        Point point = point(bureau.seance(id, agent), n, agent);
        Ouverture voulue = corps == null ? new Ouverture(null, null, null, null) : corps;
        Long montant = voulue.montant() == null ? null : Centimes.lire("montant", voulue.montant());
        reprise.enTransaction(
                () -> scrutins.ouvrir(id, point.id(), montant, Boolean.TRUE.equals(voulue.secret()), agent));
        return mots.point(seances.lire(id), n, agent);
    }

    @PostMapping("/{id}/points/{n}/cloture")
    @Operation(summary = "Fermer le vote d'un dossier et dire la décision")
    Ferme clore(
            @PathVariable UUID id,
            @PathVariable int n,
            @RequestBody(required = false) Decision corps,
            @Appelant Agent agent) {
        Point point = point(bureau.seance(id, agent), n, agent);
        Decision dite = corps == null ? new Decision(null, null, null) : corps;
        Cloture cloture = new Cloture(
                dite.decision(),
                dite.montant() == null ? null : Centimes.lire("montant", dite.montant()),
                dite.motifs() == null ? null : String.join("\n", dite.motifs()));
        Depouillement d = reprise.enTransaction(() -> scrutins.clore(id, point.id(), cloture, agent));
        return new Ferme(
                mots.point(seances.lire(id), n, agent), d.resultat().name(), d.pour(), d.contre(), d.abstentions());
    }

    @GetMapping(value = "/{id}/preuve", produces = "application/zip")
    @Operation(summary = "Ce qu'il faut pour vérifier seul une séance signée")
    ResponseEntity<byte[]> preuve(@PathVariable UUID id, @Appelant Agent agent) {
        SeanceVue seance = bureau.seance(id, agent);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"preuve-" + seance.numero() + ".zip\"")
                .body(preuve.de(id, agent));
    }
}
