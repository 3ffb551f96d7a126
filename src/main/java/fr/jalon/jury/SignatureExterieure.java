package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.Courriers;
import fr.jalon.piece.FichierControle;
import fr.jalon.piece.Fichiers;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.SeanceTracee;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * The minutes signed once more with a tool of the house, and brought back. A signature of a PDF is added after its bytes (ISO 32000-2,
 * 12.8): what comes back begins with what was sent, to the last byte, or it is another document. The certificate is for who reads it:
 * nothing here says whose it is.
 */
@Service
public class SignatureExterieure {

    /** What a signature covers: from the first byte to its own place, then to the end. */
    private static final Pattern COUVERT =
            Pattern.compile("/ByteRange\\s*\\[\\s*0\\s+\\d{1,9}\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*]");

    private final JdbcTemplate jdbc;
    private final Seances seances;
    private final Places places;
    private final Courriers courriers;
    private final Fichiers fichiers;
    private final Chiffrement chiffrement;
    private final Reprise reprise;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    SignatureExterieure(
            JdbcTemplate jdbc,
            Seances seances,
            Places places,
            Courriers courriers,
            Fichiers fichiers,
            Chiffrement chiffrement,
            Reprise reprise,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.jdbc = jdbc;
        this.seances = seances;
        this.places = places;
        this.courriers = courriers;
        this.fichiers = fichiers;
        this.chiffrement = chiffrement;
        this.reprise = reprise;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** A file that was brought back; its digest. */
    public record Gardee(String empreinte, String deposePar, Instant deposeLe) {}

    /** What was brought back; empty as long as nothing was. */
    public Optional<Gardee> gardee(UUID seanceId, Agent agent) {
        places.exiger(seances.lire(seanceId), agent);
        return jdbc
                .query(
                        "select empreinte, depose_par, depose_le from jury_pv_signe where seance_id = ?",
                        (rs, n) -> new Gardee(
                                rs.getString(1),
                                rs.getString(2),
                                rs.getTimestamp(3).toInstant()),
                        seanceId)
                .stream()
                .findFirst();
    }

    /**
     * Keeps the signed file beside the minutes.
     *
     * @throws SaisieInvalide on {@code fichier} when it is not the minutes as they were sent, or nothing signs them to the end
     * @throws Conflit before the minutes are signed here, or when a file is kept already
     * @throws fr.jalon.commun.Interdit for a member that does not preside
     */
    public void deposer(UUID seanceId, byte[] octets, Agent auteur) {
        SeanceVue seance = places.exiger(seances.lire(seanceId), auteur);
        places.exigerConduite(seance, null, auteur);
        if (seance.etat() != EtatSeance.SIGNEE) {
            throw new Conflit(
                    "Le procès-verbal se signe d'abord dans Jalon : c'est ce fichier qui est signé ailleurs.");
        }
        FichierControle controle = fichiers.controler(octets);
        if (!controle.lisible()) {
            throw new SaisieInvalide("fichier", "L'antivirus n'a pas répondu, ou a trouvé un danger : réessayez.");
        }
        byte[] envoye = courriers.octets(seance.procesVerbal());
        if (!controle.identique(octets) || !commencePar(octets, envoye)) {
            throw new SaisieInvalide(
                    "fichier",
                    "Ce fichier n'est pas le procès-verbal envoyé, signé : une signature s'ajoute à la fin et ne change"
                            + " rien avant. Téléchargez-le ici, signez-le sans l'imprimer ni l'enregistrer autrement.");
        }
        if (!signeJusquAuBout(octets, envoye.length)) {
            throw new SaisieInvalide("fichier", "Aucune signature ne couvre ce fichier jusqu'à sa fin.");
        }
        garder(seance, octets, Registre.sha256(envoye), auteur);
    }

    private static boolean commencePar(byte[] octets, byte[] envoye) {
        return octets.length >= envoye.length
                && Registre.sha256(Arrays.copyOf(octets, envoye.length)).equals(Registre.sha256(envoye));
    }

    /** Read as text, never opened: what was added is another program's. */
    static boolean signeJusquAuBout(byte[] octets, int depuis) {
        Matcher couvert =
                COUVERT.matcher(new String(octets, depuis, octets.length - depuis, StandardCharsets.ISO_8859_1));
        while (couvert.find()) {
            if (Long.parseLong(couvert.group(1)) + Long.parseLong(couvert.group(2)) == octets.length) {
                return true;
            }
        }
        return false;
    }

    private void garder(SeanceVue seance, byte[] octets, String envoyee, Agent auteur) {
        String empreinte = Registre.sha256(octets);
        byte[] chiffre = chiffrement.chiffrer(octets, contexte(seance.id()));
        reprise.enTransaction(() -> {
            try {
                jdbc.update(
                        "insert into jury_pv_signe (seance_id, chiffre, empreinte, empreinte_envoyee, depose_par, depose_le)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        seance.id(),
                        chiffre,
                        empreinte,
                        envoyee,
                        auteur.identifiant(),
                        Timestamp.from(horloge.maintenant()));
            } catch (DuplicateKeyException e) {
                throw new Conflit("Un procès-verbal signé ailleurs est déjà gardé pour cette séance.", e);
            }
            evenements.publishEvent(new SeanceTracee(
                    seance.numero(),
                    seance.antenne(),
                    "Procès-verbal signé ailleurs gardé : " + empreinte + ", sur l'envoi " + envoyee + ".",
                    auteur));
        });
    }

    /**
     * The file as it came.
     *
     * @throws Introuvable when nothing was brought back
     * @throws IllegalStateException when its digest is no longer the one that was kept
     */
    public byte[] lire(UUID seanceId, Agent agent) {
        Gardee gardee = gardee(seanceId, agent)
                .orElseThrow(() -> new Introuvable("Aucun procès-verbal signé ailleurs n'est gardé."));
        byte[] octets = jdbc.query(
                        "select chiffre from jury_pv_signe where seance_id = ?",
                        (rs, n) -> chiffrement.dechiffrer(rs.getBytes(1), contexte(seanceId)),
                        seanceId)
                .get(0);
        if (!Registre.sha256(octets).equals(gardee.empreinte())) {
            throw new IllegalStateException("the signed minutes kept for session " + seanceId + " were altered");
        }
        return octets;
    }

    private static String contexte(UUID seanceId) {
        return "jury:pv:" + seanceId;
    }
}
