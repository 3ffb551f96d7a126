package fr.jalon.parcours;

import fr.jalon.commun.Horloge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
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
 * row's id, so a second try replaces the same file and the receiver sees one. After five failures an administrator is told.
 */
@Component
class RelaisDesEnvois {

    private static final Logger LOG = LoggerFactory.getLogger(RelaisDesEnvois.class);
    private static final int LOT = 100;
    private static final int ESSAIS = 5;

    private final JdbcTemplate jdbc;
    private final Anomalies anomalies;
    private final Horloge horloge;
    private final Path racine;

    RelaisDesEnvois(JdbcTemplate jdbc, Anomalies anomalies, Horloge horloge, @Value("${jalon.echanges}") Path racine) {
        this.jdbc = jdbc;
        this.anomalies = anomalies;
        this.horloge = horloge;
        this.racine = racine;
    }

    private record Ligne(UUID id, String destinataire, String nomFichier, String contenu, int essais) {}

    @Scheduled(fixedDelayString = "${jalon.envois.periode:PT5S}")
    @SchedulerLock(name = "relais-des-envois", lockAtMostFor = "PT1M")
    void relayer() {
        List<Ligne> lignes = jdbc.query(
                "select id, destinataire, nom_fichier, contenu, essais from envoi"
                        + " where envoye_le is null and essais < " + ESSAIS
                        // What waits for a death to be proved or taken back does not leave
                        + " and not exists (select 1 from dossier_retenu r where r.dossier_id = envoi.dossier_id)"
                        + " order by cree_le limit " + LOT,
                (rs, rang) -> new Ligne(
                        rs.getObject(1, UUID.class), rs.getString(2), rs.getString(3), rs.getString(4), rs.getInt(5)));
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
                    "update envoi set envoye_le = ?, essais = essais + 1, erreur = null where id = ?",
                    Timestamp.from(horloge.maintenant()),
                    ligne.id());
        } catch (IOException e) {
            LOG.warn("Envoi {} impossible", ligne.id(), e);
            jdbc.update("update envoi set essais = essais + 1, erreur = ? where id = ?", abrege(e), ligne.id());
            if (ligne.essais() + 1 == ESSAIS) {
                anomalies.signaler(
                        "envois",
                        "Le fichier " + ligne.nomFichier() + " n'a pas pu être remis à " + ligne.destinataire()
                                + " après " + ESSAIS + " essais.");
            }
        }
    }

    private static String abrege(IOException e) {
        String texte = String.valueOf(e.getMessage());
        return texte.length() > 500 ? texte.substring(0, 500) : texte;
    }
}
