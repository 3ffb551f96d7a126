package fr.jalon.essais;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** A tap on the way to the database: open, cut (nobody answers) or frozen (somebody answers and says nothing). */
public final class Robinet implements AutoCloseable {

    private enum Etat {
        OUVERT,
        COUPE,
        GELE
    }

    private final IntSupplier cible;
    private final int port;
    private final Set<Socket> prises = ConcurrentHashMap.newKeySet();
    private final Object changement = new Object();
    private volatile ServerSocket ecoute;
    private volatile Etat etat = Etat.OUVERT;
    private volatile boolean ferme;

    /** @param cible port of the real server, asked at each connection */
    public Robinet(IntSupplier cible) {
        this.cible = cible;
        try {
            this.ecoute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.port = ecoute.getLocalPort();
        fil(this::accueillir);
    }

    public int port() {
        return port;
    }

    public void couper() {
        etat = Etat.COUPE;
        fermer(ecoute);
        prises.forEach(Robinet::fermer);
    }

    public void geler() {
        etat = Etat.GELE;
    }

    public void ouvrir() {
        Etat avant = etat;
        synchronized (changement) {
            etat = Etat.OUVERT;
            changement.notifyAll();
        }
        if (avant == Etat.COUPE) {
            try {
                ecoute = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            fil(this::accueillir);
        }
    }

    private void accueillir() {
        ServerSocket mienne = ecoute;
        while (!mienne.isClosed()) {
            try {
                Socket client = mienne.accept();
                prises.add(client);
                fil(() -> relier(client));
            } catch (IOException e) {
                fermer(mienne);
            }
        }
    }

    private void relier(Socket client) {
        try {
            attendreDOuvrir();
            Socket serveur = new Socket(InetAddress.getLoopbackAddress(), cible.getAsInt());
            prises.add(serveur);
            fil(() -> couler(client, serveur));
            couler(serveur, client);
        } catch (IOException e) {
            fermer(client);
        }
    }

    private void couler(Socket de, Socket vers) {
        byte[] tampon = new byte[64 * 1024];
        try {
            InputStream entree = de.getInputStream();
            OutputStream sortie = vers.getOutputStream();
            for (int lus = entree.read(tampon); lus >= 0; lus = entree.read(tampon)) {
                attendreDOuvrir();
                sortie.write(tampon, 0, lus);
                sortie.flush();
            }
        } catch (IOException e) {
            etat.name();
        } finally {
            fermer(de);
            fermer(vers);
        }
    }

    private void attendreDOuvrir() throws IOException {
        synchronized (changement) {
            while (etat == Etat.GELE && !ferme) {
                try {
                    changement.wait(500);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
        }
        if (etat == Etat.COUPE || ferme) {
            throw new IOException("coupé");
        }
    }

    private static void fil(Runnable travail) {
        Thread fil = new Thread(travail, "robinet");
        fil.setDaemon(true);
        fil.start();
    }

    private static void fermer(AutoCloseable prise) {
        try {
            prise.close();
        } catch (Exception e) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        ferme = true;
        couper();
    }
}
