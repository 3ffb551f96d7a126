package fr.jalon.decision;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.decision.CatalogueDecisions.RangeeIncertaine;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of tables whose source is not sure, and who confirmed them. A refusal or a sanction never rests on one that nobody
 * confirmed, and its sentence is not printed. A row that changes must be confirmed again.
 */
@Service
@Transactional
public class Confirmations {

    private static final int SOURCE_MAX = 1000;

    private final CatalogueDecisions catalogue;
    private final JdbcTemplate jdbc;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Confirmations(
            CatalogueDecisions catalogue, JdbcTemplate jdbc, Horloge horloge, ApplicationEventPublisher evenements) {
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** Who confirmed a row, when, on what ground. */
    public record Confirmation(String par, Instant quand, String source) {}

    /** @param confirmation null while nobody confirmed the row as it stands */
    public record Rangee(RangeeIncertaine rangee, Confirmation confirmation) {}

    /** Every row that is not sure, confirmed or not. */
    @Transactional(readOnly = true)
    public List<Rangee> rangees() {
        Map<String, Confirmation> connues = new HashMap<>();
        jdbc.query("select cle, regle, empreinte, confirmee_nom, confirmee_le, source from regle_confirmee", rs -> {
            connues.put(
                    rs.getString(1) + "#" + rs.getString(2) + "#" + rs.getString(3),
                    new Confirmation(rs.getString(4), rs.getTimestamp(5).toInstant(), rs.getString(6)));
        });
        return catalogue.rangeesIncertaines().stream()
                .map(r -> new Rangee(r, connues.get(r.cle() + "#" + r.regle() + "#" + r.empreinte())))
                .toList();
    }

    /** Whether a refusal, a sanction or a printed sentence may rest on this rule: its source is sure, or somebody confirmed it. */
    @Transactional(readOnly = true)
    public boolean sure(String cle, RegleDeclenchee regle) {
        return sure(cle, regle.id());
    }

    /** Same, by the id of the row. */
    @Transactional(readOnly = true)
    public boolean sure(String cle, String regle) {
        Optional<RangeeIncertaine> incertaine = catalogue.rangeeIncertaine(cle, regle);
        return incertaine.isEmpty() || confirmee(incertaine.get());
    }

    /** Whether the source of the row is not sure and somebody confirmed it. */
    @Transactional(readOnly = true)
    public boolean confirmee(String cle, String regle) {
        return catalogue.rangeeIncertaine(cle, regle).filter(this::confirmee).isPresent();
    }

    private boolean confirmee(RangeeIncertaine rangee) {
        Integer trouvees = jdbc.queryForObject(
                "select count(*) from regle_confirmee where cle = ? and regle = ? and empreinte = ?",
                Integer.class,
                rangee.cle(),
                rangee.regle(),
                rangee.empreinte());
        return trouvees != null && trouvees > 0;
    }

    /**
     * Confirms a row as it stands.
     *
     * @param source article read, deliberation, order: what makes it sure
     * @throws SaisieInvalide on {@code source}
     * @throws Introuvable when the row is sure by itself or exists no more
     */
    public void confirmer(String cle, String regle, String source, Agent auteur) {
        auteur.exiger(Role.PILOTE, Role.RESPONSABLE_DISPOSITIFS);
        String ecrite = Textes.ouNull(source);
        if (ecrite == null || ecrite.length() > SOURCE_MAX) {
            throw new SaisieInvalide(
                    "source",
                    "Écrivez ce qui confirme cette règle : l’article lu, la délibération, l’arrêté (1 000 caractères au plus).");
        }
        RangeeIncertaine rangee = exiger(cle, regle);
        jdbc.update(
                "replace into regle_confirmee (cle, regle, empreinte, source, confirmee_par, confirmee_nom, confirmee_le)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                cle,
                regle,
                rangee.empreinte(),
                ecrite,
                auteur.identifiant(),
                auteur.nomComplet(),
                Timestamp.from(horloge.maintenant()));
        evenements.publishEvent(new RegleConfirmee(cle, regle, true, ecrite, auteur));
    }

    /** Takes a confirmation back: the row is to be confirmed again. */
    public void retirer(String cle, String regle, Agent auteur) {
        auteur.exiger(Role.PILOTE, Role.RESPONSABLE_DISPOSITIFS);
        exiger(cle, regle);
        if (jdbc.update("delete from regle_confirmee where cle = ? and regle = ?", cle, regle) > 0) {
            evenements.publishEvent(new RegleConfirmee(cle, regle, false, "Confirmation retirée", auteur));
        }
    }

    private RangeeIncertaine exiger(String cle, String regle) {
        return catalogue
                .rangeeIncertaine(cle, regle)
                .orElseThrow(() -> new Introuvable("Cette règle n’est pas, ou n’est plus, à confirmer."));
    }
}
