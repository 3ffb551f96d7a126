package fr.jalon.orientation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * The diagnosis on the six levers of the pact, lever by lever and day after day: what was found stays, so that two days can be
 * compared (pacte rennais d'insertion 2017-2021, p. 9).
 */
@Service
@Transactional
public class Diagnostics {

    private static final String TABLE = "niveau-levier";
    private static final TypeReference<Map<String, Object>> REPONSES = new TypeReference<>() {};
    private static final TypeReference<NiveauLevier> NIVEAU = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final Dossiers dossiers;
    private final Decisions decisions;
    private final Nomenclature nomenclature;
    private final ParametresOrientation parametres;
    private final Horloge horloge;
    private final ObjectMapper json;

    Diagnostics(
            JdbcTemplate jdbc,
            Dossiers dossiers,
            Decisions decisions,
            Nomenclature nomenclature,
            ParametresOrientation parametres,
            Horloge horloge,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.nomenclature = nomenclature;
        this.parametres = parametres;
        this.horloge = horloge;
        this.json = json;
    }

    /**
     * Keeps what was found today on a lever; what was found before stays.
     *
     * @param notes the answers that count, 0 to 3 each; empty when the person does not wish to speak of it
     * @throws Introuvable when the lever does not exist
     */
    public DiagnosticLevier etablir(
            UUID dossierId,
            int levier,
            Map<String, Object> reponses,
            Collection<Integer> notes,
            boolean prioritaire,
            Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        Nomenclature.Levier lu = levier(levier);
        DossierVue dossier = dossiers.parId(dossierId);
        DiagnosticLevier d = new DiagnosticLevier(
                UUID.randomUUID(),
                dossier.personneId(),
                dossierId,
                levier,
                reponses,
                moyenne(notes),
                niveau(notes),
                prioritaire,
                horloge.aujourdhui(),
                auteur.identifiant());
        jdbc.update(
                "insert into diagnostic_levier (id, personne_id, dossier_id, levier, reponses, moyenne, niveau, prioritaire,"
                        + " etabli_le, auteur, cree_le) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                d.id(),
                d.personneId(),
                dossierId,
                levier,
                ecrire(reponses),
                d.moyenne(),
                ecrire(d.niveau()),
                prioritaire,
                d.etabliLe(),
                d.auteur(),
                Timestamp.from(horloge.maintenant()));
        dossiers.tracer(dossierId, "DIAGNOSTIC", "Diagnostic « " + lu.court() + " » établi.", auteur);
        return d;
    }

    /** Everything that was found for a person, newest first. */
    @Transactional(readOnly = true)
    public List<DiagnosticLevier> histoire(UUID personneId) {
        return jdbc.query(
                "select id, personne_id, dossier_id, levier, reponses, moyenne, niveau, prioritaire, etabli_le, auteur"
                        + " from diagnostic_levier where personne_id = ? order by etabli_le desc, cree_le desc, numero desc",
                this::lire,
                personneId);
    }

    /** The state of each lever known on a day, by number. */
    @Transactional(readOnly = true)
    public SortedMap<Integer, DiagnosticLevier> auJour(UUID personneId, LocalDate jour) {
        SortedMap<Integer, DiagnosticLevier> etat = new TreeMap<>();
        histoire(personneId).stream()
                .filter(d -> !d.etabliLe().isAfter(jour))
                .forEach(d -> etat.putIfAbsent(d.levier(), d));
        return etat;
    }

    /** Short names of the levers that were not looked at lately enough, in order. */
    @Transactional(readOnly = true)
    public List<String> manquants(UUID personneId) {
        LocalDate depuis = horloge.aujourdhui().minusDays(parametres.entier("DIAGNOSTIC_VALABLE_JOURS"));
        Map<Integer, DiagnosticLevier> etat = auJour(personneId, horloge.aujourdhui());
        return nomenclature.leviers().stream()
                .filter(l -> {
                    DiagnosticLevier d = etat.get(l.numero());
                    return d == null || d.etabliLe().isBefore(depuis);
                })
                .map(Nomenclature.Levier::court)
                .toList();
    }

    private NiveauLevier niveau(Collection<Integer> notes) {
        BigDecimal moyenne = moyenne(notes);
        Map<String, Object> entrees = new HashMap<>();
        entrees.put("moyenne", moyenne == null ? null : moyenne.doubleValue());
        entrees.put("plusBasse", notes.stream().min(Integer::compare).orElse(null));
        RegleDeclenchee r = decisions
                .evaluer(TABLE, entrees)
                .unique()
                .orElseThrow(() -> new IllegalStateException(TABLE + " n'a pas de ligne pour " + entrees));
        return new NiveauLevier(r.texte("niveau"), r.texte("libelle"), r.texte("etat"), r.texte("conseil"));
    }

    private static BigDecimal moyenne(Collection<Integer> notes) {
        return notes.isEmpty()
                ? null
                : BigDecimal.valueOf(notes.stream().mapToInt(Integer::intValue).sum())
                        .divide(BigDecimal.valueOf(notes.size()), 2, RoundingMode.HALF_UP);
    }

    private Nomenclature.Levier levier(int numero) {
        return nomenclature.leviers().stream()
                .filter(l -> l.numero() == numero)
                .findFirst()
                .orElseThrow(() -> new Introuvable("Ce levier n'existe pas."));
    }

    private DiagnosticLevier lire(ResultSet rs, int rang) throws SQLException {
        return new DiagnosticLevier(
                rs.getObject("id", UUID.class),
                rs.getObject("personne_id", UUID.class),
                rs.getObject("dossier_id", UUID.class),
                rs.getInt("levier"),
                lire(rs.getString("reponses"), REPONSES),
                rs.getBigDecimal("moyenne"),
                lire(rs.getString("niveau"), NIVEAU),
                rs.getBoolean("prioritaire"),
                rs.getObject("etabli_le", LocalDate.class),
                rs.getString("auteur"));
    }

    private <T> T lire(String texte, TypeReference<T> type) {
        try {
            return json.readValue(texte, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ecrire(Object valeur) {
        try {
            return json.writeValueAsString(valeur);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
