package fr.jalon.corbeille;

import fr.jalon.dispositif.Anomalies;
import fr.jalon.dispositif.TacheEvenement;
import fr.jalon.moteur.TachesOuvertes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares the queue with the engine's open tasks each night, and rebuilds it when asked. */
@Service
public class EntretienCorbeille {

    private final TachesOuvertes taches;
    private final ProjectionCorbeille projection;
    private final ComptesCorbeille comptes;
    private final JdbcTemplate jdbc;
    private final Anomalies anomalies;

    EntretienCorbeille(
            TachesOuvertes taches,
            ProjectionCorbeille projection,
            ComptesCorbeille comptes,
            JdbcTemplate jdbc,
            Anomalies anomalies) {
        this.taches = taches;
        this.projection = projection;
        this.comptes = comptes;
        this.jdbc = jdbc;
        this.anomalies = anomalies;
    }

    /**
     * What differs.
     *
     * @param manquantes open tasks that the queue does not show
     * @param enTrop rows of the queue without an open task
     * @param differentes rows whose tab, holder or dates are not the task's
     * @param compteurs counters that differ from the rows
     */
    public record Ecarts(int manquantes, int enTrop, int differentes, int compteurs) {

        public int total() {
            return manquantes + enTrop + differentes + compteurs;
        }
    }

    /** Empties the open part of the queue and writes it again from the engine; what is finished stays. */
    @Transactional
    public int reconstruire() {
        jdbc.update("delete from corbeille_tache where onglet <> 'F'");
        int[] nombre = {0};
        taches.parcourir(tache -> {
            projection.inserer(tache);
            nombre[0]++;
        });
        comptes.recompter();
        return nombre[0];
    }

    /** Counts the tabs again from the rows. */
    @Transactional
    public void recompter() {
        comptes.recompter();
    }

    /** Counts the differences and tells an administrator when there are any. */
    @Scheduled(cron = "${jalon.corbeille.controle:0 30 4 * * *}", zone = "Europe/Paris")
    @SchedulerLock(name = "controle-corbeille")
    @Transactional
    public Ecarts controler() {
        Map<String, Vue> lignes = new HashMap<>();
        jdbc.query("select tache_id, onglet, assigne, cible, limite from corbeille_tache where onglet <> 'F'", rs -> {
            lignes.put(
                    rs.getString(1),
                    new Vue(
                            rs.getString(2),
                            rs.getString(3),
                            rs.getObject(4, LocalDate.class),
                            rs.getObject(5, LocalDate.class)));
        });
        int[] compte = new int[2];
        taches.parcourir(tache -> comparer(tache, lignes, compte));
        Ecarts ecarts = new Ecarts(compte[0], lignes.size(), compte[1], comptes.ecarts());
        if (ecarts.total() > 0) {
            anomalies.signaler(
                    "corbeille",
                    "La corbeille diffère des tâches en cours : " + ecarts.manquantes() + " manquante(s), "
                            + ecarts.enTrop() + " en trop, " + ecarts.differentes()
                            + " différente(s), " + ecarts.compteurs() + " compteur(s) faux. Reconstruisez-la.");
        }
        return ecarts;
    }

    private static void comparer(TacheEvenement tache, Map<String, Vue> lignes, int[] compte) {
        Vue vue = lignes.remove(tache.tacheId());
        if (vue == null) {
            compte[0]++;
        } else if (!vue.equals(Vue.de(tache))) {
            compte[1]++;
        }
    }

    /** What a row must have in common with its task. */
    private record Vue(String onglet, String assigne, LocalDate cible, LocalDate limite) {

        static Vue de(TacheEvenement tache) {
            return new Vue(
                    ProjectionCorbeille.onglet(tache),
                    tache.assigne(),
                    ProjectionCorbeille.ouSansDate(tache.cible()),
                    ProjectionCorbeille.ouSansDate(tache.limite()));
        }
    }
}
