package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.CriteresCorbeille;
import fr.jalon.corbeille.EtatEcheance;
import fr.jalon.corbeille.FiltreCorbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.corbeille.Onglet;
import fr.jalon.corbeille.Ordre;
import fr.jalon.moteur.FormulaireEtape;
import fr.jalon.moteur.Taches;
import fr.jalon.web.commun.Appelant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/taches")
@Tag(name = "Tâches")
class TachesApi {

    private final Corbeille corbeille;
    private final Taches taches;

    TachesApi(Corbeille corbeille, Taches taches) {
        this.corbeille = corbeille;
        this.taches = taches;
    }

    @GetMapping
    @Operation(summary = "La corbeille, par onglet")
    Page<Map<String, Object>> lister(
            @RequestParam(defaultValue = "A_PRENDRE") Onglet onglet,
            @RequestParam(required = false) String dispositif,
            @RequestParam(required = false) String antenne,
            @RequestParam(defaultValue = "false") boolean retard,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Ordre.Cle tri,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int taille,
            @Appelant Agent agent) {
        CriteresCorbeille criteres = new CriteresCorbeille(
                seul(dispositif), seul(antenne), null, null, retard ? Set.of(EtatEcheance.RETARD) : null, null, null);
        List<Ordre> ordres = tri == null ? List.of() : List.of(new Ordre(tri, false));
        FiltreCorbeille filtre = new FiltreCorbeille(onglet, criteres, q, ordres);
        return corbeille.lister(filtre, page, taille, agent).map(TachesApi::vue);
    }

    private static List<String> seul(String code) {
        return code == null ? List.of() : List.of(code);
    }

    record Acte(String agent, String motif) {}

    record Achevement(Map<String, Object> donnees) {}

    @PostMapping("/{id}/prise")
    @Operation(summary = "Prend la tâche")
    Map<String, Object> prendre(@PathVariable String id, @Appelant Agent agent) {
        taches.prendre(id, agent);
        return Map.of("id", id, "assigne", agent.identifiant());
    }

    @PostMapping("/{id}/depot")
    @Operation(summary = "Remet la tâche dans la corbeille")
    Map<String, Object> deposer(
            @PathVariable String id, @RequestBody(required = false) Acte acte, @Appelant Agent agent) {
        taches.deposer(id, acte == null ? null : acte.motif(), agent);
        return Map.of("id", id);
    }

    @PostMapping("/{id}/reaffectation")
    @Operation(summary = "Confie la tâche à quelqu'un d'autre, avec un motif")
    Map<String, Object> reaffecter(@PathVariable String id, @RequestBody Acte acte, @Appelant Agent agent) {
        taches.reaffecter(id, acte.agent(), acte.motif(), agent);
        return Map.of("id", id, "assigne", acte.agent());
    }

    @GetMapping("/{id}/formulaire")
    @Operation(summary = "Le formulaire de l'étape et ses données")
    Map<String, Object> formulaire(@PathVariable String id, @Appelant Agent agent) {
        FormulaireEtape formulaire = taches.formulaire(id, agent);
        return Map.of("formulaire", formulaire.schema(), "donnees", formulaire.donnees());
    }

    @PostMapping("/{id}/achevement")
    @Operation(summary = "Fait l'étape")
    Map<String, Object> achever(@PathVariable String id, @RequestBody Achevement achevement, @Appelant Agent agent) {
        if (achevement.donnees() == null) {
            throw new SaisieInvalide("donnees", "Donnez les réponses du formulaire.");
        }
        taches.achever(id, achevement.donnees(), agent);
        return Map.of("id", id, "etat", "TERMINEE");
    }

    static Map<String, Object> vue(LigneCorbeille ligne) {
        Map<String, Object> vue = new LinkedHashMap<>();
        vue.put("id", ligne.tacheId());
        vue.put("dossier", ligne.numero());
        vue.put("usager", ligne.usager());
        vue.put("etape", ligne.libelle());
        vue.put("etapeId", ligne.etape());
        vue.put("groupe", ligne.groupe());
        vue.put("attente", ligne.attente().isEmpty() ? null : ligne.attente());
        vue.put("antenne", ligne.antenne());
        vue.put("dispositif", ligne.dispositif());
        vue.put("assigne", ligne.assigne());
        vue.put("urgent", ligne.urgent());
        vue.put("echeanceCible", ligne.cible());
        vue.put("echeanceLimite", ligne.limite());
        vue.put("creeeLe", ligne.creeeLe());
        vue.put("termineeLe", ligne.termineeLe());
        vue.put("version", ligne.version());
        return vue;
    }
}
