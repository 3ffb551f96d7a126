package fr.jalon.pilotage;

import fr.jalon.commun.Horloge;
import fr.jalon.decision.Decisions;
import fr.jalon.temps.Porteur;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What managers read, from the tables of this module alone; each answer is short, however many dossiers there were. */
@Service
@Transactional(readOnly = true)
public class Chiffres {

    private static final String TABLE_DES_DELAIS = "delais";

    private final JdbcTemplate jdbc;
    private final Ages ages;
    private final ReglesDuSecret secret;
    private final Decisions decisions;
    private final Definitions definitions;
    private final Horloge horloge;

    Chiffres(
            JdbcTemplate jdbc,
            Ages ages,
            ReglesDuSecret secret,
            Decisions decisions,
            Definitions definitions,
            Horloge horloge) {
        this.jdbc = jdbc;
        this.ages = ages;
        this.secret = secret;
        this.decisions = decisions;
        this.definitions = definitions;
        this.horloge = horloge;
    }

    /** A class of age of the open dossiers. */
    public record Age(String code, String libelle) {}

    /** Arrivals and departures of a week that begins a Monday. */
    public record Flux(LocalDate lundi, Case arrivees, Case departs) {}

    /** The stock of a day as it was kept: the last one of its week. */
    public record StockGarde(LocalDate jour, Case ouverts, Case enRetard) {}

    /** To which instant the figures are true, null before the first time. */
    public Instant vraiLe() {
        return jdbc.query("select vrai_le from pilotage_etat where id = 1", rs -> {
            Timestamp quand = rs.next() ? rs.getTimestamp(1) : null;
            return quand == null ? null : quand.toInstant();
        });
    }

    /** The dispositifs of the house and those that ever had a dossier, by code. */
    public List<String> dispositifsConnus() {
        TreeSet<String> connus = new TreeSet<>(definitions.dispositifs());
        connus.addAll(jdbc.queryForList("select distinct dispositif from pilotage_dossier", String.class));
        return List.copyOf(connus);
    }

    /** Words of the steps, by element id. */
    public Map<String, String> etapes() {
        Map<String, String> mots = new TreeMap<>();
        jdbc.query("select etape, libelle from pilotage_etape", rs -> {
            mots.put(rs.getString(1), rs.getString(2));
        });
        return mots;
    }

    public List<Age> ages() {
        return ages.toutes().stream().map(c -> new Age(c.code(), c.libelle())).toList();
    }

    /** The stock of now. All antennes are read even for one: what is hidden does not depend on the question. */
    public Stock stock(Lecteur lecteur) {
        LocalDate jour = horloge.aujourdhui();
        List<Stock.Tas> tas = jdbc.query(
                "select dispositif, etape, antenne, porteur, ouvert_jour, suspendu, " + Situation.RETARD_SQL
                        + " retard, "
                        + Situation.BIENTOT_SQL
                        + " bientot, count(*) nombre from pilotage_dossier where clos_jour is null"
                        + " group by dispositif, etape, antenne, porteur, ouvert_jour, suspendu, retard, bientot",
                (rs, n) -> new Stock.Tas(
                        rs.getString("dispositif"),
                        rs.getString("etape"),
                        rs.getString("antenne"),
                        rs.getBoolean("suspendu")
                                ? Situation.SUSPENDU
                                : rs.getBoolean("retard")
                                        ? Situation.RETARD
                                        : rs.getBoolean("bientot") ? Situation.BIENTOT : Situation.A_L_HEURE,
                        ages.classe(rs.getObject("ouvert_jour", LocalDate.class), jour),
                        Porteur.valueOf(rs.getString("porteur")),
                        rs.getLong("nombre")),
                jour,
                jour,
                jour);
        return Stock.de(tas, secret.minimum(lecteur));
    }

    /** How long each step lasted, of those that ended in the period; then each dispositif from end to end. */
    public List<Durees.Ligne> durees(Filtre filtre, Lecteur lecteur) {
        long minimum = secret.minimum(lecteur);
        List<Object> valeurs = new ArrayList<>(List.of(filtre.du(), filtre.au()));
        String ou = Sql.egal("dispositif", filtre.dispositif(), valeurs)
                + Sql.egal("antenne", lecteur.antenne(filtre.antenne()), valeurs);
        Map<List<String>, NavigableMap<Integer, Long>> parEtape = new TreeMap<>(Chiffres::comparer);
        jdbc.query(
                "select dispositif, etape, porteur, cast(round(jours * 10) as signed) dixiemes, count(*) nombre"
                        + " from pilotage_segment where fin_jour between ? and ?" + ou
                        + " group by dispositif, etape, porteur, dixiemes",
                rs -> {
                    parEtape.computeIfAbsent(
                                    List.of(rs.getString(1), rs.getString(2), rs.getString(3)), c -> new TreeMap<>())
                            .merge(rs.getInt(4), rs.getLong(5), Long::sum);
                },
                valeurs.toArray());
        Map<String, NavigableMap<Integer, Long>> entiers = new TreeMap<>();
        jdbc.query(
                "select dispositif, cast(round(jours * 10) as signed) dixiemes, count(*) from pilotage_dossier"
                        + " where clos_jour between ? and ?" + ou + " group by dispositif, dixiemes",
                rs -> {
                    entiers.computeIfAbsent(rs.getString(1), c -> new TreeMap<>())
                            .merge(rs.getInt(2), rs.getLong(3), Long::sum);
                },
                valeurs.toArray());
        List<Durees.Ligne> lignes = new ArrayList<>();
        parEtape.forEach((c, comptes) ->
                lignes.add(Durees.Ligne.de(c.get(0), c.get(1), Porteur.valueOf(c.get(2)), comptes, minimum)));
        entiers.forEach((d, comptes) -> lignes.add(Durees.Ligne.de(d, null, null, comptes, minimum)));
        return lignes;
    }

    private static int comparer(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            int ordre = a.get(i).compareTo(b.get(i));
            if (ordre != 0) {
                return ordre;
            }
        }
        return 0;
    }

    /**
     * The target of a step in words of the table of delays.
     *
     * @return working days, null when the table has none for it or counts otherwise
     */
    public Integer cible(String dispositif, String etape) {
        return decisions
                .evaluer(TABLE_DES_DELAIS, Map.of("dispositif", dispositif, "etape", etape, "urgent", false))
                .unique()
                .filter(r -> "OUVRES".equals(r.texte("unite")) && r.sorties().get("joursCible") instanceof Number)
                .map(r -> ((Number) r.sorties().get("joursCible")).intValue())
                .orElse(null);
    }

    /** With whom the dossiers that ended in the period spent their working time. */
    public List<Durees.Attente> attentes(Filtre filtre, Lecteur lecteur) {
        List<Object> valeurs = new ArrayList<>(List.of(filtre.du(), filtre.au()));
        String ou = Sql.egal("dispositif", filtre.dispositif(), valeurs)
                + Sql.egal("antenne", lecteur.antenne(filtre.antenne()), valeurs);
        Map<Porteur, Double> jours = new EnumMap<>(Porteur.class);
        jdbc.query(
                "select porteur, sum(jours) from pilotage_segment where fin_jour between ? and ?" + ou
                        + " group by porteur",
                rs -> {
                    jours.put(Porteur.valueOf(rs.getString(1)), rs.getDouble(2));
                },
                valeurs.toArray());
        Long dossiers = jdbc.queryForObject(
                "select count(*) from (select 1 from pilotage_segment where fin_jour between ? and ?" + ou
                        + " group by dossier_id limit " + Math.max(1, secret.minimum(lecteur)) + ") t",
                Long.class,
                valeurs.toArray());
        return Durees.attentes(jours, dossiers < secret.minimum(lecteur));
    }

    /** Arrivals and departures, week by week; the weeks are whole. */
    public List<Flux> flux(Filtre filtre, Lecteur lecteur) {
        List<LocalDate> lundis = Semaines.de(filtre.du(), filtre.au());
        LocalDate du = lundis.get(0);
        LocalDate au = lundis.get(lundis.size() - 1).plusDays(6);
        Treillis treillis = new Treillis();
        compterLesSemaines(treillis, "ouvert_jour", du, au);
        compterLesSemaines(treillis, "clos_jour", du, au);
        Nombres nombres = Nombres.de(treillis, secret.minimum(lecteur));
        String dispositif = filtre.dispositif() == null ? Stock.TOUS : filtre.dispositif();
        String antenne = lecteur.antenne(filtre.antenne());
        String lieu = antenne == null ? Stock.TOUS : antenne;
        return lundis.stream()
                .map(l -> new Flux(
                        l,
                        nombres.lire("ouvert_jour", l.toString(), dispositif, lieu),
                        nombres.lire("clos_jour", l.toString(), dispositif, lieu)))
                .toList();
    }

    private void compterLesSemaines(Treillis treillis, String colonne, LocalDate du, LocalDate au) {
        jdbc.query(
                "select " + colonne + ", dispositif, antenne, count(*) from pilotage_dossier where " + colonne
                        + " between ? and ? group by " + colonne + ", dispositif, antenne",
                rs -> {
                    treillis.ajouter(
                            List.of(
                                    List.of(colonne),
                                    List.of(Semaines.lundi(rs.getObject(1, LocalDate.class))
                                            .toString()),
                                    List.of(rs.getString(2), Stock.TOUS),
                                    List.of(rs.getString(3), Stock.TOUS)),
                            rs.getLong(4));
                },
                du,
                au);
    }

    /** The stock at the end of each week of the period, or on the last day that was kept of it. */
    public List<StockGarde> stocksGardes(Filtre filtre, Lecteur lecteur) {
        TreeSet<LocalDate> jours = new TreeSet<>();
        Treillis treillis = new Treillis();
        jdbc.query(
                "select jour, dispositif, antenne, sum(nombre) - sum(en_retard), sum(en_retard) from pilotage_stock"
                        + " where jour in (select max(jour) from pilotage_stock where jour between ? and ?"
                        + " group by yearweek(jour, 3)) group by jour, dispositif, antenne",
                rs -> {
                    LocalDate jour = rs.getObject(1, LocalDate.class);
                    jours.add(jour);
                    garder(treillis, jour, rs.getString(2), rs.getString(3), Situation.A_L_HEURE, rs.getLong(4));
                    garder(treillis, jour, rs.getString(2), rs.getString(3), Situation.RETARD, rs.getLong(5));
                },
                filtre.du(),
                filtre.au());
        Nombres nombres = Nombres.de(treillis, secret.minimum(lecteur));
        String dispositif = filtre.dispositif() == null ? Stock.TOUS : filtre.dispositif();
        String antenne = lecteur.antenne(filtre.antenne());
        String lieu = antenne == null ? Stock.TOUS : antenne;
        return jours.stream()
                .map(j -> new StockGarde(
                        j,
                        nombres.lire(j.toString(), dispositif, lieu, Stock.TOUS),
                        nombres.lire(j.toString(), dispositif, lieu, Situation.RETARD.name())))
                .toList();
    }

    private static void garder(
            Treillis treillis, LocalDate jour, String dispositif, String antenne, Situation situation, long nombre) {
        if (nombre > 0) {
            treillis.ajouter(
                    List.of(
                            List.of(jour.toString()),
                            List.of(dispositif, Stock.TOUS),
                            List.of(antenne, Stock.TOUS),
                            List.of(situation.name(), Stock.TOUS)),
                    nombre);
        }
    }
}
