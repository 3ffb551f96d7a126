package fr.jalon.piece;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks a clamd daemon (protocol INSTREAM). Without an address, files are marked as not scanned; a daemon that does not answer means "wait", never "clean". */
@Component
class Antivirus {

    private static final Logger LOG = LoggerFactory.getLogger(Antivirus.class);
    private static final int MORCEAU = 64 * 1024;
    private static final int DELAI_MS = 10_000;

    private final String hote;
    private final int port;

    Antivirus(@Value("${jalon.antivirus.hote:}") String hote, @Value("${jalon.antivirus.port:3310}") int port) {
        this.hote = hote;
        this.port = port;
    }

    Analyse analyser(byte[] octets) {
        if (hote.isBlank()) {
            return Analyse.NON_ANALYSE;
        }
        try (Socket prise = new Socket()) {
            prise.connect(new InetSocketAddress(hote, port), DELAI_MS);
            prise.setSoTimeout(DELAI_MS);
            DataOutputStream sortie = new DataOutputStream(prise.getOutputStream());
            sortie.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int debut = 0; debut < octets.length; debut += MORCEAU) {
                int longueur = Math.min(MORCEAU, octets.length - debut);
                sortie.writeInt(longueur);
                sortie.write(octets, debut, longueur);
            }
            sortie.writeInt(0);
            sortie.flush();
            String reponse = new String(prise.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
            if (reponse.endsWith("FOUND")) {
                return Analyse.QUARANTAINE;
            }
            return reponse.endsWith("OK") ? Analyse.SAIN : Analyse.EN_ATTENTE;
        } catch (IOException e) {
            LOG.warn("L'antivirus ne répond pas : le fichier attend", e);
            return Analyse.EN_ATTENTE;
        }
    }
}
