package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.atelier.EtatRejeu;
import fr.jalon.atelier.RejeuVue;
import fr.jalon.atelier.Rejeux;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.web.commun.Appelant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A draft table tried on what was already decided. */
@RestController
@RequestMapping("/api/v1/atelier/rejeux")
@Tag(name = "Atelier")
class RejeuxApi {

    private static final String HISTORIQUE = "HISTORIQUE";

    private final Rejeux rejeux;

    RejeuxApi(Rejeux rejeux) {
        this.rejeux = rejeux;
    }

    /** {@code version} is that of the draft; the days are those of the evaluations, each may be null. */
    record Demande(String decision, Integer version, LocalDate du, LocalDate au, String source) {}

    record ParRegle(String regle, String avant, String apres, int nombre) {}

    /** {@code changees}: dossiers; null and masked when small. */
    record ParGroupe(String groupe, String valeur, Integer changees, boolean masque) {}

    /** {@code effetMensuel}: the sum of the amounts after less the sum before, in euros; null when none comes out. */
    record Rejeu(
            UUID id,
            EtatRejeu etat,
            int total,
            int rejouees,
            int changees,
            int impossibles,
            List<ParRegle> parRegle,
            BigDecimal effetMensuel,
            List<ParGroupe> parGroupe) {}

    @PostMapping
    @Operation(summary = "Essaie la table d'un brouillon sur les décisions passées ; ne change rien dans les dossiers")
    ResponseEntity<Rejeu> demander(@RequestBody Demande demande, @Appelant Agent agent) {
        if (demande.decision() == null || demande.decision().isBlank()) {
            throw new SaisieInvalide("decision", "Écrivez l’identifiant de la table.");
        }
        if (demande.version() == null || demande.version() < 1) {
            throw new SaisieInvalide("version", "Écrivez le numéro de version du brouillon.");
        }
        if (demande.source() != null && !demande.source().equals(HISTORIQUE)) {
            throw new SaisieInvalide("source", "Seule la source HISTORIQUE existe : les décisions déjà prises.");
        }
        RejeuVue rejeu = rejeux.demander(demande.decision(), demande.version(), demande.du(), demande.au(), agent);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(vue(rejeu, agent));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Où en est l'essai, puis ce qu'il a trouvé")
    Rejeu lire(@PathVariable UUID id, @Appelant Agent agent) {
        return vue(rejeux.parId(id, agent), agent);
    }

    private Rejeu vue(RejeuVue r, Agent agent) {
        RejeuVue.Resultat trouve = rejeux.resultat(r, agent);
        List<ParGroupe> groupes = new ArrayList<>();
        trouve.parAntenne()
                .forEach(p -> groupes.add(new ParGroupe("ANTENNE", p.antenne(), p.dossiers(), p.dossiers() == null)));
        return new Rejeu(
                r.id(),
                r.etat(),
                r.avancee().total(),
                r.avancee().rejouees(),
                r.avancee().changees(),
                r.avancee().impossibles(),
                trouve.changements().stream()
                        .map(c -> new ParRegle(c.regle(), c.avant(), c.apres(), c.nombre()))
                        .toList(),
                effet(r, trouve),
                groupes);
    }

    private static BigDecimal effet(RejeuVue r, RejeuVue.Resultat trouve) {
        boolean connu = r.montants().avant() != null && r.montants().apres() != null && trouve.montantsMontres();
        return connu ? r.montants().apres().subtract(r.montants().avant()) : null;
    }
}
