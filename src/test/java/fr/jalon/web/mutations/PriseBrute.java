package fr.jalon.web.mutations;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP by hand over a plain socket: any byte may stand anywhere, which no client library lets through. */
final class PriseBrute implements AutoCloseable {

    private static final int PATIENCE_MS = 60_000;

    /**
     * What came back.
     *
     * @param statut 0 when the server closed without an answer
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Reponse(int statut, Map<String, String> entetes, byte[] octets) {

        String texte() {
            return new String(octets, StandardCharsets.UTF_8);
        }

        String entete(String nom) {
            return entetes.getOrDefault(nom.toLowerCase(Locale.ROOT), "");
        }
    }

    private final int port;
    private Socket prise;
    private InputStream entree;

    PriseBrute(int port) {
        this.port = port;
    }

    /** Sends these bytes; tries once more when the connection that was kept had been closed meanwhile. */
    Reponse envoyer(byte[] demande, boolean sansCorps) throws IOException {
        boolean gardee = prise != null;
        try {
            return unEssai(demande, sansCorps);
        } catch (IOException e) {
            fermer();
            if (!gardee) {
                return new Reponse(0, Map.of(), new byte[0]);
            }
        }
        try {
            return unEssai(demande, sansCorps);
        } catch (IOException e) {
            fermer();
            return new Reponse(0, Map.of(), new byte[0]);
        }
    }

    private Reponse unEssai(byte[] demande, boolean sansCorps) throws IOException {
        if (prise == null) {
            prise = new Socket(InetAddress.getLoopbackAddress(), port);
            prise.setSoTimeout(PATIENCE_MS);
            prise.setTcpNoDelay(true);
            entree = new BufferedInputStream(prise.getInputStream(), 64 * 1024);
        }
        try {
            prise.getOutputStream().write(demande);
            prise.getOutputStream().flush();
        } catch (IOException e) {
            // Refused before it was all read: the answer may be there all the same.
            if (entree.available() == 0) {
                throw e;
            }
        }
        Reponse reponse = comprise(sansCorps);
        if (reponse.statut() >= 400
                || "close".equalsIgnoreCase(reponse.entete("Connection"))
                || reponse.statut() == 0) {
            fermer();
        }
        return reponse;
    }

    /** What is left of an answer that nobody waited for is no answer: the connection is given up. */
    private Reponse comprise(boolean sansCorps) throws IOException {
        try {
            return lire(sansCorps);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException("réponse illisible", e);
        }
    }

    private Reponse lire(boolean sansCorps) throws IOException {
        String premiere = ligne();
        if (premiere == null || !premiere.startsWith("HTTP/1.1 ")) {
            throw new IOException("pas de réponse : " + premiere);
        }
        int statut = Integer.parseInt(premiere.substring(9, 12));
        Map<String, String> entetes = new TreeMap<>();
        for (String ligne = ligne(); ligne != null && !ligne.isEmpty(); ligne = ligne()) {
            int deux = ligne.indexOf(':');
            entetes.put(
                    ligne.substring(0, deux).toLowerCase(Locale.ROOT),
                    ligne.substring(deux + 1).strip());
        }
        if (statut == 100) {
            return lire(sansCorps);
        }
        return new Reponse(statut, entetes, sansCorps || statut == 204 || statut == 304 ? new byte[0] : corps(entetes));
    }

    private byte[] corps(Map<String, String> entetes) throws IOException {
        if ("chunked".equalsIgnoreCase(entetes.get("transfer-encoding"))) {
            ByteArrayOutputStream tout = new ByteArrayOutputStream();
            for (int taille = morceau(); taille > 0; taille = morceau()) {
                tout.write(entree.readNBytes(taille));
                ligne();
            }
            ligne();
            return tout.toByteArray();
        }
        String longueur = entetes.get("content-length");
        return longueur == null ? entree.readAllBytes() : entree.readNBytes(Integer.parseInt(longueur));
    }

    private int morceau() throws IOException {
        String ligne = ligne();
        if (ligne == null) {
            throw new IOException("réponse coupée");
        }
        return Integer.parseInt(ligne.split(";")[0].strip(), 16);
    }

    private String ligne() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int c = entree.read(); c >= 0; c = entree.read()) {
            if (c == '\n') {
                return octets.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            }
            octets.write(c);
        }
        return null;
    }

    private void fermer() {
        try {
            if (prise != null) {
                prise.close();
            }
        } catch (IOException e) {
            Thread.onSpinWait();
        } finally {
            prise = null;
        }
    }

    @Override
    public void close() {
        fermer();
    }
}
