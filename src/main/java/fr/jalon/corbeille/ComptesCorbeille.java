package fr.jalon.corbeille;

import fr.jalon.commun.Reprise;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Exact counters of the tabs without counting the rows: a base by (antenne, group, tab) and the movements since. A movement is
 * an insert in the transaction of the event, so nobody waits; every few seconds the movements are added to the base.
 */
@Component
class ComptesCorbeille {

    private static final int LOT = 5_000;

    private final JdbcTemplate jdbc;
    private final Reprise reprise;

    ComptesCorbeille(JdbcTemplate jdbc, Reprise reprise) {
        this.jdbc = jdbc;
        this.reprise = reprise;
    }

    /** A row went from one tab to another; null when it appeared or went away. */
    void deplacer(String antenne, String groupe, String avant, String apres) {
        if (avant != null && avant.equals(apres)) {
            return;
        }
        mouvement(antenne, groupe, avant, -1);
        mouvement(antenne, groupe, apres, 1);
    }

    private void mouvement(String antenne, String groupe, String onglet, int nombre) {
        if (onglet != null) {
            jdbc.update(
                    "insert into corbeille_mouvement (antenne, groupe, onglet, nombre) values (?, ?, ?, ?)",
                    antenne,
                    groupe,
                    onglet,
                    nombre);
        }
    }

    /**
     * Rows of each tab without any filter, in two reads.
     *
     * @param vision antennes and groups of the colleagues
     * @param siens groups of the reader, among them
     */
    Map<Onglet, Long> sansFiltre(RequeteCorbeille.Vision vision, Set<String> siens) {
        Map<String, Long> siennes = new HashMap<>();
        long[] prises = {0};
        parGroupe(vision, (groupe, onglet, nombre) -> {
            if (siens.contains(groupe)) {
                siennes.merge(onglet, nombre, Long::sum);
            }
            prises[0] += onglet.equals(Onglet.A_MOI.code()) ? nombre : 0;
        });
        long[] aMoi = aMoi(vision);
        Map<Onglet, Long> comptes = new EnumMap<>(Onglet.class);
        for (Onglet onglet : Onglet.values()) {
            comptes.put(onglet, siennes.getOrDefault(onglet.code(), 0L));
        }
        comptes.put(Onglet.A_MOI, aMoi[0]);
        comptes.put(Onglet.CHEZ_COLLEGUES, prises[0] - aMoi[1]);
        return comptes;
    }

    private interface ParGroupe {
        void lire(String groupe, String onglet, long nombre);
    }

    private void parGroupe(RequeteCorbeille.Vision vision, ParGroupe lecture) {
        String ou = " where antenne in (" + RequeteCorbeille.points(vision.antennes()) + ") and groupe in ("
                + RequeteCorbeille.points(vision.groupes()) + ")";
        List<Object> valeurs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            valeurs.addAll(vision.antennes());
            valeurs.addAll(vision.groupes());
        }
        jdbc.query(
                "select groupe, onglet, sum(nombre) from (select groupe, onglet, nombre from corbeille_compte" + ou
                        + " union all select groupe, onglet, nombre from corbeille_mouvement" + ou
                        + ") comptes group by groupe, onglet",
                rs -> {
                    lecture.lire(rs.getString(1), rs.getString(2), rs.getLong(3));
                },
                valeurs.toArray());
    }

    /** Tasks that the reader holds: all of them, and those that the counters of the vision hold too. */
    private long[] aMoi(RequeteCorbeille.Vision vision) {
        List<Object> valeurs = new ArrayList<>(vision.antennes());
        valeurs.addAll(vision.groupes());
        valeurs.add(vision.agent());
        return jdbc.queryForObject(
                "select count(*), coalesce(sum(case when antenne in (" + RequeteCorbeille.points(vision.antennes())
                        + ") and groupe in (" + RequeteCorbeille.points(vision.groupes())
                        + ") then 1 else 0 end), 0) from corbeille_tache where onglet = 'M' and assigne = ?",
                (rs, rang) -> new long[] {rs.getLong(1), rs.getLong(2)},
                valeurs.toArray());
    }

    /** Adds the movements to the base; those of transactions still open are left for the next turn. */
    @Scheduled(fixedDelayString = "${jalon.corbeille.tassement:PT5S}")
    @SchedulerLock(name = "tassement-corbeille", lockAtMostFor = "PT1M")
    void tasser() {
        int tassees;
        do {
            tassees = reprise.enTransaction(this::tasserUnLot);
            // A full batch means that more may wait.
        } while (tassees == LOT);
    }

    private int tasserUnLot() {
        List<Long> ids = jdbc.queryForList("select id from corbeille_mouvement order by id limit " + LOT, Long.class);
        if (ids.isEmpty()) {
            return 0;
        }
        String liste = String.join(", ", ids.stream().map(String::valueOf).toList());
        jdbc.update("insert into corbeille_compte (antenne, groupe, onglet, nombre)"
                + " select antenne, groupe, onglet, somme from (select antenne, groupe, onglet, sum(nombre) as somme"
                + " from corbeille_mouvement where id in (" + liste + ") group by antenne, groupe, onglet) m"
                + " on duplicate key update nombre = corbeille_compte.nombre + m.somme");
        jdbc.update("delete from corbeille_mouvement where id in (" + liste + ")");
        return ids.size();
    }

    /** Counts everything again from the rows. */
    void recompter() {
        jdbc.update("delete from corbeille_mouvement");
        jdbc.update("delete from corbeille_compte");
        jdbc.update("insert into corbeille_compte (antenne, groupe, onglet, nombre)"
                + " select antenne, groupe, onglet, count(*) from corbeille_tache group by antenne, groupe, onglet");
    }

    /** How many (antenne, group, tab) differ from what the rows say. */
    int ecarts() {
        Integer ecarts = jdbc.queryForObject(
                "select count(*) from (select antenne, groupe, onglet, sum(n) as difference from ("
                        + "select antenne, groupe, onglet, nombre as n from corbeille_compte union all"
                        + " select antenne, groupe, onglet, nombre from corbeille_mouvement union all"
                        + " select antenne, groupe, onglet, -1 from corbeille_tache) tout"
                        + " group by antenne, groupe, onglet having difference <> 0) ecarts",
                Integer.class);
        return ecarts == null ? 0 : ecarts;
    }
}
