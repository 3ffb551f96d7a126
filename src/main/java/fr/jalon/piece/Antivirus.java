package fr.jalon.piece;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks a clamd daemon (protocol INSTREAM). Without an address, files are marked as not scanned; a daemon that does not answer means "wait", never "clean". */
@Component
class Antivirus {

    private static final Logger LOG = LoggerFactory.getLogger(Antivirus.class);
    private static final int MORCEAU = 64 * 1024;
    private static final int REPONSE_MAX = 1_000;

    private final String hote;
    private final int port;
    private final Duration delai;

    Antivirus(
            @Value("${jalon.antivirus.hote:}") String hote,
            @Value("${jalon.antivirus.port:3310}") int port,
            @Value("${jalon.antivirus.delai:PT10S}") Duration delai) {
        this.hote = hote;
        this.port = port;
        this.delai = delai;
    }

    Analyse analyser(byte[] octets) {
        if (hote.isBlank()) {
            return Analyse.NON_ANALYSE;
        }
        try (Socket prise = new Socket()) {
            // The whole talk has one limit: a daemon that reads nothing or answers letter by letter ends it too.
            Executor plusTard = CompletableFuture.delayedExecutor(delai.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture<Void> fin = CompletableFuture.runAsync(() -> fermer(prise), plusTard);
            try {
                prise.connect(new InetSocketAddress(hote, port), (int) delai.toMillis());
                return demander(prise, octets);
            } finally {
                fin.cancel(false);
            }
        } catch (IOException e) {
            LOG.warn("L'antivirus ne répond pas : le fichier attend", e);
            return Analyse.EN_ATTENTE;
        }
    }

    private static Analyse demander(Socket prise, byte[] octets) throws IOException {
        DataOutputStream sortie = new DataOutputStream(prise.getOutputStream());
        sortie.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int debut = 0; debut < octets.length; debut += MORCEAU) {
            int longueur = Math.min(MORCEAU, octets.length - debut);
            sortie.writeInt(longueur);
            sortie.write(octets, debut, longueur);
        }
        sortie.writeInt(0);
        sortie.flush();
        String reponse = new String(prise.getInputStream().readNBytes(REPONSE_MAX), StandardCharsets.US_ASCII).trim();
        if (reponse.endsWith(" FOUND")) {
            return Analyse.QUARANTAINE;
        }
        return "stream: OK".equals(reponse) ? Analyse.SAIN : Analyse.EN_ATTENTE;
    }

    private static void fermer(Socket prise) {
        try {
            prise.close();
        } catch (IOException e) {
            LOG.debug("Connexion à l'antivirus déjà fermée", e);
        }
    }
}
