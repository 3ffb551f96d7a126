package fr.jalon.piece;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A clamd that answers what the test wants, to as many calls as come. */
final class FauxClamd implements AutoCloseable {

    private final ServerSocket prise = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<Socket> ouvertes = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong octets = new AtomicLong();
    private volatile String reponse;
    private final boolean lit;

    private FauxClamd(String reponse, boolean lit) throws IOException {
        this.reponse = reponse;
        this.lit = lit;
        Thread fil = new Thread(this::servir, "faux-clamd");
        fil.setDaemon(true);
        fil.start();
    }

    static FauxClamd qui(String reponse) throws IOException {
        return new FauxClamd(reponse, true);
    }

    static FauxClamd muet(boolean lit) throws IOException {
        return new FauxClamd(null, lit);
    }

    int port() {
        return prise.getLocalPort();
    }

    long octetsRecus() {
        return octets.get();
    }

    void repondra(String autre) {
        reponse = autre;
    }

    private void servir() {
        while (!prise.isClosed()) {
            try {
                Socket appel = prise.accept();
                ouvertes.add(appel);
                if (lit) {
                    repondre(appel);
                }
            } catch (IOException e) {
                // The caller hung up, or the test is over.
            }
        }
    }

    private void repondre(Socket appel) throws IOException {
        DataInputStream entree = new DataInputStream(appel.getInputStream());
        byte lu;
        do {
            lu = entree.readByte();
        } while (lu != 0);
        for (int longueur = entree.readInt(); longueur > 0; longueur = entree.readInt()) {
            entree.skipNBytes(longueur);
            octets.addAndGet(longueur);
        }
        if (reponse != null) {
            appel.getOutputStream().write((reponse + "\0").getBytes(StandardCharsets.US_ASCII));
            appel.close();
        }
    }

    @Override
    public void close() throws IOException {
        prise.close();
        for (Socket appel : List.copyOf(ouvertes)) {
            appel.close();
        }
    }
}
