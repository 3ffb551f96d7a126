package fr.jalon.pilotage;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import fr.jalon.dispositif.Anomalies;
import fr.jalon.dossier.TousLesDossiers;
import fr.jalon.pilotage.ARefaire.Marque;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Keeps the figures true: what changed within the minute, all open dossiers each night, everything when asked. */
@Service
public class MiseAJour {

    private static final Logger LOG = LoggerFactory.getLogger(MiseAJour.class);
    private static final int LOT = 200;
    private static final int LOTS_PAR_TOUR = 50;

    private final ARefaire aRefaire;
    private final Projection projection;
    private final Stocks stocks;
    private final Preuve preuve;
    private final TousLesDossiers dossiers;
    private final Definitions definitions;
    private final Anomalies anomalies;
    private final JdbcTemplate jdbc;
    private final Reprise reprise;
    private final Horloge horloge;

    MiseAJour(
            ARefaire aRefaire,
            Projection projection,
            Stocks stocks,
            Preuve preuve,
            TousLesDossiers dossiers,
            Definitions definitions,
            Anomalies anomalies,
            JdbcTemplate jdbc,
            Reprise reprise,
            Horloge horloge) {
        this.aRefaire = aRefaire;
        this.projection = projection;
        this.stocks = stocks;
        this.preuve = preuve;
        this.dossiers = dossiers;
        this.definitions = definitions;
        this.anomalies = anomalies;
        this.jdbc = jdbc;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    @Scheduled(
            initialDelayString = "${jalon.pilotage.premier-tour:PT15S}",
            fixedDelayString = "${jalon.pilotage.rythme:PT20S}")
    @SchedulerLock(name = "pilotage")
    void suivreAuFilDeLEau() {
        suivre();
    }

    /** Makes the figures of what changed again; answers how many dossiers. Two nodes that do it at once do it twice, to the same end. */
    public int suivre() {
        marquerSiLesDefinitionsChangent();
        int nombre = 0;
        for (int lot = 0; lot < LOTS_PAR_TOUR; lot++) {
            Instant avant = horloge.maintenant();
            int faits = reprise.enTransaction(this::unLot);
            nombre += faits;
            if (faits < LOT) {
                jdbc.update("update pilotage_etat set vrai_le = ? where id = 1", Timestamp.from(avant));
                return nombre;
            }
        }
        return nombre;
    }

    private int unLot() {
        List<Marque> marques = aRefaire.prochains(LOT);
        if (!marques.isEmpty()) {
            projection.refaire(marques.stream().map(Marque::dossierId).toList());
            aRefaire.faits(marques);
        }
        return marques.size();
    }

    /** Keeps the stock of the day as it stands. */
    @Scheduled(cron = "${jalon.pilotage.stock:0 50 23 * * *}", zone = "Europe/Paris")
    @SchedulerLock(name = "stock-du-jour")
    public void garderLeStock() {
        suivre();
        reprise.enTransaction(() -> stocks.garder(horloge.aujourdhui()));
    }

    @Scheduled(cron = "${jalon.pilotage.preuve:0 45 4 * * *}", zone = "Europe/Paris")
    @SchedulerLock(name = "preuve-du-temps")
    void prouverChaqueNuit() {
        prouver();
    }

    /** Proves that the segments of each dossier sum to its life; a dossier where they do not is told to the administrators. */
    public int prouver() {
        List<String> fautifs = preuve.fautifs();
        if (!fautifs.isEmpty()) {
            anomalies.signaler(
                    "temps",
                    "Le temps de " + fautifs.size() + " dossier(s) n'est pas la somme de ses étapes : "
                            + String.join(", ", fautifs.subList(0, Math.min(10, fautifs.size())))
                            + ". Les chiffres du pilotage n'y sont pas justes.");
        }
        jdbc.update("update pilotage_etat set verifie_le = ? where id = 1", Timestamp.from(horloge.maintenant()));
        return fautifs.size();
    }

    /** Makes every figure again from the facts of all dossiers, a lot at a time; may be stopped and asked again. */
    public int reconstruire() {
        int nombre = 0;
        UUID dernier = null;
        List<UUID> lot = dossiers.apres(null, LOT);
        while (!lot.isEmpty()) {
            List<UUID> celuiCi = lot;
            reprise.enTransaction(() -> projection.refaire(celuiCi));
            nombre += lot.size();
            dernier = lot.get(lot.size() - 1);
            lot = dossiers.apres(dernier, LOT);
        }
        reprise.enTransaction(() -> stocks.garder(horloge.aujourdhui()));
        suivre();
        LOG.info("pilotage : les chiffres de {} dossiers sont refaits", nombre);
        return nombre;
    }

    /** Another definition of an indicator makes its measures false: they are all made again, a lot at a time. */
    private void marquerSiLesDefinitionsChangent() {
        String connue = jdbc.queryForObject("select definitions from pilotage_etat where id = 1", String.class);
        if (definitions.empreinte().equals(connue)) {
            return;
        }
        List<UUID> lot = dossiers.apres(null, LOT);
        while (!lot.isEmpty()) {
            aRefaire.marquer(lot);
            lot = dossiers.apres(lot.get(lot.size() - 1), LOT);
        }
        jdbc.update(
                "delete from pilotage_mesure where indicateur not in ("
                        + Sql.places(definitions.toutes().size()) + ")",
                definitions.toutes().stream().map(Definition::code).toArray());
        jdbc.update("update pilotage_etat set definitions = ? where id = 1", definitions.empreinte());
    }
}
