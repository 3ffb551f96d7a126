package fr.jalon.commun;

import java.util.concurrent.Semaphore;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/**
 * How many {@link ProcessusBorne} run at once on this node, each its turn. A large file never stands before a small one: they have
 * queues of their own.
 */
@Component
public class FileDesLectures {

    /** Beneath this a file is read in a moment. */
    private static final int PETIT = 512 * 1024;

    private final Semaphore petits = new Semaphore(2, true);
    private final Semaphore gros = new Semaphore(1, true);

    /** Runs a reading when its turn has come. */
    public int attendreSonTour(int taille, IntSupplier lecture) {
        Semaphore places = taille <= PETIT ? petits : gros;
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            return lecture.getAsInt();
        } finally {
            places.release();
        }
    }
}
