package fr.jalon.accueil;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Role;
import fr.jalon.commun.SaisieInvalide;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first answers of the front desk, counted. No name and no free text is read here; who belongs to an antenne counts its own,
 * who works for all of them counts them all. Small numbers are hidden by the screens from those who read figures alone.
 */
@Service
@Transactional(readOnly = true)
public class PremieresReponses {

    /** Filter value for the visits that nothing settled yet. */
    public static final String SANS_ISSUE = "SANS";

    private static final Role[] LECTEURS = {
        Role.ACCUEIL, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS, Role.MANAGER
    };
    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    /** What a row of the counts stands for. */
    public enum Regroupement {
        ANTENNE("Antenne", "v.antenne"),
        MOTIF("Raison", "m.code"),
        PUBLIC("Public", "v.public_vise"),
        MOIS("Mois", "date_format(v.jour, '%Y-%m')");

        private final String libelle;
        private final String colonne;

        Regroupement(String libelle, String colonne) {
            this.libelle = libelle;
            this.colonne = colonne;
        }

        public String libelle() {
            return libelle;
        }
    }

    private final JdbcTemplate jdbc;
    private final ReferenceAccueil reference;
    private final Antennes antennes;

    PremieresReponses(JdbcTemplate jdbc, ReferenceAccueil reference, Antennes antennes) {
        this.jdbc = jdbc;
        this.reference = reference;
        this.antennes = antennes;
    }

    /** The antenne that the account must stay in, null when it counts them all. */
    public static String antenneImposee(Agent lecteur) {
        lecteur.exiger(LECTEURS);
        boolean toutes = lecteur.aUnDe(Role.RESPONSABLE_DISPOSITIFS, Role.MANAGER);
        return toutes ? null : Objects.requireNonNullElse(lecteur.antenne(), "");
    }

    /** Roles that may count. */
    public static Set<Role> roles() {
        return Set.of(LECTEURS);
    }

    /** One row for each value met, in the order of the lists; a visit with two reasons is in two rows. */
    public List<LigneReponses> compter(Regroupement par, FiltreReponses filtre, Agent lecteur) {
        FiltreReponses permis = permis(filtre, lecteur);
        Map<String, LigneReponses> lignes = new LinkedHashMap<>();
        libelles(par).forEach((code, libelle) -> lignes.put(code, new LigneReponses(code, libelle, Map.of(), 0)));
        compter(
                par.colonne,
                par == Regroupement.MOTIF || permis.motif() != null,
                permis,
                (code, issue, nombre) -> lignes.merge(
                        code,
                        new LigneReponses(code, libelle(par, code), Map.of(), 0).avec(issue, nombre),
                        (avant, nouveau) -> avant.avec(issue, nombre)));
        return lignes.values().stream().filter(l -> l.total() > 0).toList();
    }

    /** All the visits that the filter lets through, each once. */
    public LigneReponses total(FiltreReponses filtre, Agent lecteur) {
        FiltreReponses permis = permis(filtre, lecteur);
        LigneReponses[] total = {new LigneReponses("", "Toutes les visites", Map.of(), 0)};
        compter("''", permis.motif() != null, permis, (code, issue, nombre) -> total[0] = total[0].avec(issue, nombre));
        return total[0];
    }

    private interface Compte {
        void ajouter(String code, String issue, long nombre);
    }

    private void compter(String colonne, boolean avecMotifs, FiltreReponses f, Compte compte) {
        List<Object> valeurs = new ArrayList<>(List.of(f.du(), f.au()));
        StringBuilder sql = new StringBuilder("select coalesce(" + colonne + ", ''), v.issue, count(*) from visite v");
        sql.append(avecMotifs ? " join visite_motif m on m.visite_id = v.id" : "");
        sql.append(" where v.annulee_le is null and v.jour between ? and ?");
        ajouter(sql, valeurs, " and v.antenne = ?", f.antenne());
        ajouter(sql, valeurs, " and m.code = ?", f.motif());
        ajouter(sql, valeurs, " and v.public_vise = ?", f.publicVise());
        if (SANS_ISSUE.equals(f.issue())) {
            sql.append(" and v.issue is null");
        } else {
            ajouter(sql, valeurs, " and v.issue = ?", f.issue());
        }
        sql.append(" group by 1, v.issue order by 1");
        jdbc.query(
                sql.toString(),
                rs -> {
                    compte.ajouter(rs.getString(1), rs.getString(2), rs.getLong(3));
                },
                valeurs.toArray());
    }

    private static void ajouter(StringBuilder sql, List<Object> valeurs, String condition, Object valeur) {
        if (valeur != null) {
            sql.append(condition);
            valeurs.add(valeur);
        }
    }

    private static FiltreReponses permis(FiltreReponses f, Agent lecteur) {
        if (f.au().isBefore(f.du())) {
            throw new SaisieInvalide("au", "Le dernier jour vient avant le premier : corrigez les dates.");
        }
        String imposee = antenneImposee(lecteur);
        return imposee == null ? f : new FiltreReponses(f.du(), f.au(), imposee, f.motif(), f.publicVise(), f.issue());
    }

    private Map<String, String> libelles(Regroupement par) {
        Map<String, String> libelles = new LinkedHashMap<>();
        switch (par) {
            case ANTENNE -> antennes.toutes().forEach(a -> libelles.put(a.code(), a.nom()));
            case MOTIF -> reference.motifs().forEach(m -> libelles.put(m.code(), m.libelle()));
            case PUBLIC -> reference.publics().forEach(p -> libelles.put(p.code(), p.libelle()));
            case MOIS -> {
                // The months met are the rows, in their own order.
            }
        }
        return libelles;
    }

    private static String libelle(Regroupement par, String code) {
        if (code.isEmpty()) {
            return "Non précisé";
        }
        // A code that its list holds no more shows as it is.
        return par == Regroupement.MOIS ? YearMonth.parse(code).format(MOIS) : code;
    }

    /** First day of the quarter of a day. */
    public static LocalDate debutDeTrimestre(LocalDate jour) {
        return jour.withDayOfMonth(1).withMonth((jour.getMonthValue() - 1) / 3 * 3 + 1);
    }
}
