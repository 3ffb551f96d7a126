package fr.jalon.web.securite;

import fr.jalon.essais.Monde;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One request written byte by byte, each character a byte, and its answer as it came. */
final class Brut {

    private Brut() {}

    static String reponse(int port, String demande) throws IOException {
        try (Socket prise = new Socket(InetAddress.getLoopbackAddress(), port)) {
            prise.setSoTimeout(30_000);
            prise.getOutputStream().write(demande.getBytes(StandardCharsets.ISO_8859_1));
            prise.getOutputStream().flush();
            return new String(prise.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    static int statut(int port, String demande) throws IOException {
        return Integer.parseInt(reponse(port, demande).substring(9, 12));
    }

    static String corps(String reponse) {
        return reponse.substring(reponse.indexOf("\r\n\r\n"));
    }

    static String basic(String identifiant) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((identifiant + ":" + Monde.MOT_DE_PASSE).getBytes(StandardCharsets.UTF_8));
    }
}
