package fr.jalon.dispositif;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.Textes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries out what waits in the outbox: writes each file in the exchange folder of its recipient. The name comes from the
 * row's id, so a second try replaces the same file and the receiver sees one. What fails is tried again more and more seldom and never
 * given up; after five failures an administrator is told, who may have it tried at once.
 */
@Component
class RelaisDesEnvois {

    private static final Logger LOG = LoggerFactory.getLogger(RelaisDesEnvois.class);
    private static final int LOT = 100;
    private static final int AVANT_DE_LE_DIRE = 5;
    private static final int ERREUR_MAX = 500;

    private final JdbcTemplate jdbc;
    private final Anomalies anomalies;
    private final Horloge horloge;
    private final Path racine;
    private final List<Duration> delais;

    /** @param delais how long after the first failure, the second, and so on; the last one counts for all that follow */
    RelaisDesEnvois(
            JdbcTemplate jdbc,
            Anomalies anomalies,
            Horloge horloge,
            @Value("${jalon.echanges}") Path racine,
            @Value("${jalon.envois.delais}") List<Duration> delais) {
        this.jdbc = jdbc;
        this.anomalies = anomalies;
        this.horloge = horloge;
        this.racine = racine;
        this.delais = List.copyOf(delais);
    }

    private record Ligne(UUID id, String destinataire, String nomFichier, String contenu, int essais) {}

    @Scheduled(fixedDelayString = "${jalon.envois.periode:PT5S}")
    @SchedulerLock(name = "relais-des-envois", lockAtMostFor = "PT1M")
    void relayer() {
        List<Ligne> lignes = jdbc.query(
                "select id, destinataire, nom_fichier, contenu, essais from envoi"
                        + " where envoye_le is null and (prochain_essai is null or prochain_essai <= ?)"
                        // What waits for a death to be proved or taken back does not leave
                        + " and not exists (select 1 from dossier_retenu r where r.dossier_id = envoi.dossier_id)"
                        + " order by cree_le limit " + LOT,
                (rs, rang) -> new Ligne(
                        rs.getObject(1, UUID.class), rs.getString(2), rs.getString(3), rs.getString(4), rs.getInt(5)),
                Timestamp.from(horloge.maintenant()));
        lignes.forEach(this::envoyer);
    }

    private void envoyer(Ligne ligne) {
        try {
            Path dossier = Files.createDirectories(racine.resolve(ligne.destinataire()));
            Path cible = dossier.resolve(ligne.id() + "_" + ligne.nomFichier());
            Path provisoire = dossier.resolve("." + ligne.id());
            Files.writeString(provisoire, ligne.contenu(), StandardCharsets.UTF_8);
            Files.move(provisoire, cible, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            jdbc.update(
                    "update envoi set envoye_le = ?, essais = essais + 1, erreur = null, prochain_essai = null where id = ?",
                    Timestamp.from(horloge.maintenant()),
                    ligne.id());
        } catch (IOException | InvalidPathException | SecurityException e) {
            LOG.warn("Envoi {} impossible", ligne.id(), e);
            echouer(ligne, e);
        }
    }

    private void echouer(Ligne ligne, Exception raison) {
        int essais = ligne.essais() + 1;
        Duration delai = delais.get(Math.min(essais, delais.size()) - 1);
        jdbc.update(
                "update envoi set essais = ?, erreur = ?, prochain_essai = ? where id = ? and envoye_le is null",
                essais,
                Textes.couper(String.valueOf(raison.getMessage()), ERREUR_MAX),
                Timestamp.from(horloge.maintenant().plus(delai)),
                ligne.id());
        if (essais == AVANT_DE_LE_DIRE) {
            anomalies.signaler(
                    "envois",
                    "Le fichier " + ligne.nomFichier() + " n'a pas pu être remis à " + ligne.destinataire() + " après "
                            + essais + " essais. Il est essayé de nouveau, de plus en plus rarement ; vous pouvez"
                            + " l'essayer aussitôt ci-dessus, dans les fichiers à remettre.");
        }
    }
}
