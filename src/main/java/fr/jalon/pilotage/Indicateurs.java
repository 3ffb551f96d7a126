package fr.jalon.pilotage;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The indicators of the house. A dossier counts in the month in which it had to be done, once that day is past, whether it was done or
 * not: one that is still pending then is late, and a young one that succeeded early flatters nothing.
 */
@Service
@Transactional(readOnly = true)
public class Indicateurs {

    private static final int CENT = 100;
    private static final String TENU = "TENU";
    private static final String HORS = "HORS";
    private static final String A_VENIR = "A_VENIR";

    private final Definitions definitions;
    private final JdbcTemplate jdbc;
    private final ReglesDuSecret secret;
    private final Horloge horloge;

    Indicateurs(Definitions definitions, JdbcTemplate jdbc, ReglesDuSecret secret, Horloge horloge) {
        this.definitions = definitions;
        this.jdbc = jdbc;
        this.secret = secret;
        this.horloge = horloge;
    }

    /**
     * What an indicator is.
     *
     * @param formule how it is worked out, in words around the codes of the facts
     * @param faits codes of the facts that it reads
     * @param objectif target in per cent now in force, null when there is none
     * @param raison why there is no number, null when there is one
     */
    public record Description(
            String code,
            String libelle,
            String formule,
            List<String> faits,
            String population,
            List<String> exclusions,
            String article,
            String responsable,
            Integer objectif,
            String raison) {}

    /**
     * An indicator over whole months.
     *
     * @param concernes dossiers that had to be done in the period and before today
     * @param tenus of them, done in time
     * @param horsDelai of them, done late or still pending
     * @param aVenir had to be done later than yesterday: they say nothing yet, even when done
     * @param pourcentage of those concerned, null when a number is hidden or nobody is concerned
     */
    public record Resultat(
            LocalDate du, LocalDate au, Case concernes, Case tenus, Case horsDelai, Case aVenir, Integer pourcentage) {}

    /**
     * A dossier before an indicator.
     *
     * @param place {@code TENU}, {@code HORS}, {@code A_VENIR} or {@code EXCLU}
     * @param exclu why it does not count, null when it does
     */
    public record Concerne(
            String numero, String antenne, LocalDate echeance, LocalDate faitLe, String place, String exclu) {}

    public List<Description> tous() {
        return definitions.toutes().stream().map(this::decrire).toList();
    }

    /** @throws fr.jalon.commun.Introuvable when there is no such indicator */
    public Description parCode(String code) {
        return decrire(definitions.parCode(code));
    }

    private Description decrire(Definition d) {
        return new Description(
                d.code(),
                d.libelle(),
                formule(d.mesure()),
                List.copyOf(d.mesure().faits()),
                d.population(),
                List.copyOf(d.exclusions()),
                d.article(),
                d.responsable(),
                d.objectif(horloge.aujourdhui()),
                d.mesure() instanceof Mesure.Absente absente ? absente.raison() : null);
    }

    private static String formule(Mesure mesure) {
        if (mesure instanceof Mesure.Delai d) {
            return "De « " + d.depuis() + " » à « " + d.jusqua() + " » en " + d.nombre() + " " + unite(d) + " au plus";
        }
        return mesure instanceof Mesure.AvantLimite l ? "« " + l.jusqua() + " » au plus tard à la date limite" : "";
    }

    private static String unite(Mesure.Delai d) {
        return switch (d.unite()) {
            case MOIS -> "mois";
            case JOURS -> d.nombre() > 1 ? "jours" : "jour";
            case JOURS_OUVRES -> d.nombre() > 1 ? "jours ouvrés" : "jour ouvré";
        };
    }

    /** The result over the months that hold the period, of one antenne or of all; null when the house cannot make it. */
    public Resultat resultat(String code, Filtre filtre, Lecteur lecteur) {
        if (definitions.parCode(code).mesure() instanceof Mesure.Absente) {
            return null;
        }
        return lire(nombres(code, filtre, lecteur), filtre, lecteur.antenne(filtre.antenne()));
    }

    /** The same for each antenne that the reader counts, by code. */
    public Map<String, Resultat> parAntenne(String code, Filtre filtre, Lecteur lecteur) {
        Map<String, Resultat> resultats = new LinkedHashMap<>();
        if (definitions.parCode(code).mesure() instanceof Mesure.Absente) {
            return resultats;
        }
        Nombres nombres = nombres(code, filtre, lecteur);
        nombres.places().stream()
                .map(p -> p.get(1))
                .filter(a -> !a.equals(Stock.TOUS))
                .filter(a -> lecteur.antenne() == null || lecteur.antenne().equals(a))
                .distinct()
                .sorted()
                .forEach(a -> resultats.put(a, lire(nombres, filtre, a)));
        return resultats;
    }

    private Nombres nombres(String code, Filtre filtre, Lecteur lecteur) {
        // Whole years, so that what is hidden is the same whatever run of months is asked
        LocalDate du = filtre.du().withDayOfYear(1);
        LocalDate au = filtre.au().withDayOfYear(1).plusYears(1).minusDays(1);
        LocalDate jour = horloge.aujourdhui();
        Treillis treillis = new Treillis();
        jdbc.query(
                "select year(echeance), month(echeance), antenne, " + PLACE + " place, count(*) from pilotage_mesure"
                        + " where indicateur = ? and echeance between ? and ? and exclu is null"
                        + " group by year(echeance), month(echeance), antenne, place",
                rs -> {
                    String place = rs.getString(4);
                    treillis.ajouter(
                            List.of(
                                    Periodes.chaine(LocalDate.of(rs.getInt(1), rs.getInt(2), 1)),
                                    List.of(rs.getString(3), Stock.TOUS),
                                    place.equals(A_VENIR) ? List.of(A_VENIR) : List.of(place, Stock.TOUS)),
                            rs.getLong(5));
                },
                jour,
                code,
                du,
                au);
        return Nombres.de(treillis, secret.minimum(lecteur));
    }

    /** One value: the day. Due today is not over yet. */
    private static final String PLACE =
            "case when echeance >= ? then 'A_VENIR' when fait_le <= echeance then 'TENU' else 'HORS' end";

    private static Resultat lire(Nombres nombres, Filtre filtre, String antenne) {
        YearMonth du = YearMonth.from(filtre.du());
        YearMonth au = YearMonth.from(filtre.au());
        List<String> parts = Periodes.decouper(du, au);
        String lieu = antenne == null ? Stock.TOUS : antenne;
        Case concernes = somme(nombres, parts, lieu, Stock.TOUS);
        Case tenus = somme(nombres, parts, lieu, TENU);
        boolean dit = !concernes.masque() && !tenus.masque() && concernes.nombre() > 0;
        return new Resultat(
                du.atDay(1),
                au.atEndOfMonth(),
                concernes,
                tenus,
                somme(nombres, parts, lieu, HORS),
                somme(nombres, parts, lieu, A_VENIR),
                dit ? (int) Math.floorDiv(CENT * tenus.nombre(), concernes.nombre()) : null);
    }

    /** What the shown parts make is known already; one hidden part hides the whole. */
    private static Case somme(Nombres nombres, List<String> parts, String lieu, String place) {
        long somme = 0;
        for (String part : parts) {
            Case c = nombres.lire(part, lieu, place);
            if (c.masque()) {
                return Case.CACHEE;
            }
            somme += c.nombre();
        }
        return Case.de(somme);
    }

    /**
     * Who is in and who is out: for whom the dossiers are open.
     *
     * @throws fr.jalon.commun.Interdit to who reads figures alone
     */
    public Page<Concerne> concernes(String code, Filtre filtre, int page, int taille, Agent agent) {
        Page.verifier(page, taille);
        String antenne = Lecteur.listes(agent).antenne(filtre.antenne());
        definitions.parCode(code);
        List<Object> valeurs = new ArrayList<>(List.of(
                code,
                YearMonth.from(filtre.du()).atDay(1),
                YearMonth.from(filtre.au()).atEndOfMonth()));
        String ou = " where indicateur = ? and echeance between ? and ?" + Sql.egal("antenne", antenne, valeurs);
        Long total = jdbc.queryForObject("select count(*) from pilotage_mesure" + ou, Long.class, valeurs.toArray());
        valeurs.add(0, horloge.aujourdhui());
        List<Concerne> lignes = jdbc.query(
                "select numero, antenne, echeance, fait_le, if(exclu is null, " + PLACE + ", 'EXCLU') place, exclu"
                        + " from pilotage_mesure" + ou + " order by field(place, 'HORS', 'A_VENIR', 'TENU', 'EXCLU'),"
                        + " echeance, numero limit " + taille + " offset " + (long) page * taille,
                (rs, n) -> new Concerne(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getObject(3, LocalDate.class),
                        rs.getObject(4, LocalDate.class),
                        rs.getString(5),
                        rs.getString(6)),
                valeurs.toArray());
        return new Page<>(lignes, page, taille, total == null ? 0 : total);
    }
}
