package fr.jalon.pilotage;

import fr.jalon.temps.Porteur;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the time of a dispositif goes: the ways of the dossiers that ended in the whole months of a period, the steps walked more than
 * once, the hand-overs that wait. Counts are hidden as those of the indicators are (docs/decisions/0051, 0069).
 */
@Service
@Transactional(readOnly = true)
public class Chemins {

    private static final int CENT = 100;
    private static final int MOITIE = 50;
    private static final int NEUF_SUR_DIX = 90;
    private static final String REFAITE = "|R";
    private static final String UNE_FOIS = "|U";
    private static final String DANS = " where dispositif = ? and clos_jour between ? and ?";

    private final JdbcTemplate jdbc;
    private final ReglesDuSecret secret;

    Chemins(JdbcTemplate jdbc, ReglesDuSecret secret) {
        this.jdbc = jdbc;
        this.secret = secret;
    }

    /**
     * A way that dossiers took from end to end.
     *
     * @param etapes element ids in order, none when no step was walked
     * @param part of all that ended, in per cent; null when the whole is hidden
     * @param p50 working days that half of them did not pass
     */
    public record Variante(String code, List<String> etapes, Case dossiers, Integer part, double p50, double p90) {}

    /**
     * A step that some dossiers walked more than once.
     *
     * @param part of those that walked it at all, in per cent; null when the whole is hidden
     * @param enPlus working days that the further walks cost half of them at most
     */
    public record Boucle(String etape, Case dossiers, Integer part, double enPlus) {}

    /**
     * From somebody's step to somebody else's.
     *
     * @param nombre walks, hidden from who may not open the dossiers
     * @param p50 working days from the end of the first to the end of the second, half of them at most
     */
    public record Relais(
            String deEtape, Porteur de, String versEtape, Porteur vers, Case nombre, double p50, double p90) {}

    /** What a step takes of the whole working time, in per cent; null when it is hidden. */
    public record Part(String etape, Integer part, Double p50, Double p90) {}

    /** First and last day of what is counted: whole months. */
    public static LocalDate debut(Filtre filtre) {
        return YearMonth.from(filtre.du()).atDay(1);
    }

    public static LocalDate fin(Filtre filtre) {
        return YearMonth.from(filtre.au()).atEndOfMonth();
    }

    /** The most walked first; what is hidden is left out. The filter names a dispositif. */
    public List<Variante> variantes(Filtre filtre, Lecteur lecteur, int auPlus) {
        Treillis treillis = new Treillis();
        parMois(
                "select variante, 0, year(clos_jour), month(clos_jour), antenne, count(*) from pilotage_dossier" + DANS
                        + " and variante is not null group by variante, year(clos_jour), month(clos_jour), antenne",
                filtre,
                (nom, tours, mois, antenne, nombre) -> treillis.ajouter(
                        List.of(List.of(nom, Stock.TOUS), mois, List.of(antenne, Stock.TOUS)), nombre));
        Nombres nombres = Nombres.de(treillis, secret.minimum(lecteur));
        Case tous = somme(nombres, Stock.TOUS, filtre, lecteur);
        Map<String, NavigableMap<Integer, Long>> durees = new HashMap<>();
        List<Object> valeurs = valeurs(filtre);
        String ou = DANS + " and variante is not null" + lieu(filtre, lecteur, valeurs);
        compter("select variante nom, jours from pilotage_dossier" + ou, valeurs, durees);
        List<Variante> trouvees = new ArrayList<>();
        durees.forEach((code, comptes) -> {
            Case dossiers = somme(nombres, code, filtre, lecteur);
            if (!dossiers.masque()) {
                trouvees.add(new Variante(
                        code,
                        etapes(code),
                        dossiers,
                        part(dossiers, tous),
                        Durees.rang(comptes, MOITIE),
                        Durees.rang(comptes, NEUF_SUR_DIX)));
            }
        });
        return trouvees.stream()
                .sorted(Comparator.comparing((Variante v) -> v.dossiers().nombre())
                        .reversed()
                        .thenComparing(Variante::code))
                .limit(auPlus)
                .toList();
    }

    /** The steps of a way, none when it is unknown. */
    public List<String> etapes(String variante) {
        return jdbc
                .queryForList("select etapes from pilotage_variante where variante = ?", String.class, variante)
                .stream()
                .flatMap(String::lines)
                .filter(e -> !e.isEmpty())
                .toList();
    }

    /** The most often walked again first; what is hidden is left out. */
    public List<Boucle> boucles(Filtre filtre, Lecteur lecteur) {
        Treillis treillis = new Treillis();
        parMois(
                "select etape, if(tours > 1, 2, 1) fois, year(clos_jour), month(clos_jour), antenne, count(*) from"
                        + " (select etape, max(tour) tours, clos_jour, antenne from pilotage_passage" + DANS
                        + " group by dossier_id, etape, clos_jour, antenne) t"
                        + " group by etape, fois, year(clos_jour), month(clos_jour), antenne",
                filtre,
                (etape, fois, mois, antenne, nombre) -> treillis.ajouter(
                        List.of(
                                List.of(etape + (fois > 1 ? REFAITE : UNE_FOIS), etape),
                                mois,
                                List.of(antenne, Stock.TOUS)),
                        nombre));
        Nombres nombres = Nombres.de(treillis, secret.minimum(lecteur));
        Map<String, NavigableMap<Integer, Long>> enPlus = new TreeMap<>();
        List<Object> valeurs = valeurs(filtre);
        String ou = DANS + " and tour > 1" + lieu(filtre, lecteur, valeurs);
        compter(
                "select etape nom, sum(jours) jours from pilotage_passage" + ou + " group by etape, dossier_id",
                valeurs,
                enPlus);
        List<Boucle> boucles = new ArrayList<>();
        enPlus.forEach((etape, comptes) -> {
            Case dossiers = somme(nombres, etape + REFAITE, filtre, lecteur);
            if (!dossiers.masque()) {
                Case passes = somme(nombres, etape, filtre, lecteur);
                boucles.add(new Boucle(etape, dossiers, part(dossiers, passes), Durees.rang(comptes, MOITIE)));
            }
        });
        boucles.sort(Comparator.comparing((Boucle b) -> b.dossiers().nombre()).reversed());
        return boucles;
    }

    /** The hand-overs that wait longest by their median; those of too few dossiers are no measure. */
    public List<Relais> relais(Filtre filtre, Lecteur lecteur, int auPlus) {
        List<Object> valeurs = valeurs(filtre);
        String ou = DANS + " and de_porteur <> porteur" + lieu(filtre, lecteur, valeurs);
        String cle = "concat_ws('\\n', de_etape, de_porteur, etape, porteur)";
        Map<String, Long> dossiers = new HashMap<>();
        jdbc.query(
                "select " + cle + " cle, count(distinct dossier_id) from pilotage_passage" + ou + " group by cle",
                rs -> {
                    dossiers.put(rs.getString(1), rs.getLong(2));
                },
                valeurs.toArray());
        Map<String, NavigableMap<Integer, Long>> attentes = new TreeMap<>();
        compter("select " + cle + " nom, attente jours from pilotage_passage" + ou, valeurs, attentes);
        long plancher = secret.plancher();
        return attentes.entrySet().stream()
                .filter(a -> dossiers.get(a.getKey()) >= plancher)
                .map(a -> relais(a.getKey().split("\n"), a.getValue(), lecteur))
                .sorted(Comparator.comparing(Relais::p50).reversed().thenComparing(Relais::versEtape))
                .limit(auPlus)
                .toList();
    }

    private static Relais relais(String[] cle, NavigableMap<Integer, Long> comptes, Lecteur lecteur) {
        long nombre = comptes.values().stream().mapToLong(Long::longValue).sum();
        return new Relais(
                cle[0],
                Porteur.valueOf(cle[1]),
                cle[2],
                Porteur.valueOf(cle[3]),
                lecteur.masque() ? Case.CACHEE : Case.de(nombre),
                Durees.rang(comptes, MOITIE),
                Durees.rang(comptes, NEUF_SUR_DIX));
    }

    /** What each step takes of the working time of the steps, the heaviest first. */
    public List<Part> parts(Filtre filtre, Lecteur lecteur) {
        List<Object> valeurs = valeurs(filtre);
        String ou = DANS + lieu(filtre, lecteur, valeurs);
        Map<String, Double> jours = new HashMap<>();
        Map<String, Long> dossiers = new HashMap<>();
        jdbc.query(
                "select etape, sum(jours), count(distinct dossier_id) from pilotage_passage" + ou + " group by etape",
                rs -> {
                    jours.put(rs.getString(1), rs.getDouble(2));
                    dossiers.put(rs.getString(1), rs.getLong(3));
                },
                valeurs.toArray());
        Map<String, NavigableMap<Integer, Long>> durees = new HashMap<>();
        compter("select etape nom, jours from pilotage_passage" + ou, valeurs, durees);
        double total = jours.values().stream().mapToDouble(Double::doubleValue).sum();
        long minimum = secret.minimum(lecteur);
        return jours.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> {
                    NavigableMap<Integer, Long> comptes = durees.get(e.getKey());
                    return dossiers.get(e.getKey()) < minimum
                            ? new Part(e.getKey(), null, null, null)
                            : new Part(
                                    e.getKey(),
                                    total == 0 ? 0 : (int) Math.round(CENT * e.getValue() / total),
                                    Durees.rang(comptes, MOITIE),
                                    Durees.rang(comptes, NEUF_SUR_DIX));
                })
                .toList();
    }

    /** A row of a count by month: what, how often it was walked, its month with its totals, antenne, number. */
    private interface ParMois {
        void prendre(String nom, int fois, List<String> mois, String antenne, long nombre);
    }

    /** Whole years, so that what is hidden is the same whatever run of months is asked. */
    private void parMois(String sql, Filtre filtre, ParMois suite) {
        jdbc.query(
                sql,
                rs -> {
                    suite.prendre(
                            rs.getString(1),
                            rs.getInt(2),
                            Periodes.chaine(LocalDate.of(rs.getInt(3), rs.getInt(4), 1)),
                            rs.getString(5),
                            rs.getLong(6));
                },
                filtre.dispositif(),
                filtre.du().withDayOfYear(1),
                filtre.au().withDayOfYear(1).plusYears(1).minusDays(1));
    }

    private static List<Object> valeurs(Filtre filtre) {
        return new ArrayList<>(List.of(filtre.dispositif(), debut(filtre), fin(filtre)));
    }

    private static String lieu(Filtre filtre, Lecteur lecteur, List<Object> valeurs) {
        return Sql.egal("antenne", lecteur.antenne(filtre.antenne()), valeurs);
    }

    /** Counts of tenths of working days by name, of rows with {@code nom} and {@code jours}. */
    private void compter(String sql, List<Object> valeurs, Map<String, NavigableMap<Integer, Long>> comptes) {
        jdbc.query(
                "select nom, cast(round(jours * 10) as signed) dixiemes, count(*) from (" + sql
                        + ") t group by nom, dixiemes",
                rs -> {
                    comptes.computeIfAbsent(rs.getString(1), n -> new TreeMap<>())
                            .merge(rs.getInt(2), rs.getLong(3), Long::sum);
                },
                valeurs.toArray());
    }

    private static Case somme(Nombres nombres, String nom, Filtre filtre, Lecteur lecteur) {
        String antenne = lecteur.antenne(filtre.antenne());
        long somme = 0;
        for (String part : Periodes.decouper(YearMonth.from(filtre.du()), YearMonth.from(filtre.au()))) {
            Case c = nombres.lire(nom, part, antenne == null ? Stock.TOUS : antenne);
            if (c.masque()) {
                return Case.CACHEE;
            }
            somme += c.nombre();
        }
        return Case.de(somme);
    }

    private static Integer part(Case dossiers, Case tous) {
        return tous.masque() || tous.nombre() == 0
                ? null
                : (int) Math.round((double) CENT * dossiers.nombre() / tous.nombre());
    }
}
