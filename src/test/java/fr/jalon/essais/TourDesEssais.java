package fr.jalon.essais;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The tests run in several JVMs side by side (see {@code essais.fourches} in pom.xml). Each class holds a shared lock, a class
 * marked {@link Seul} an exclusive one. Who waits for its turn holds the turnstile, so that a measured class is not passed for ever.
 */
public final class TourDesEssais implements BeforeAllCallback, AfterAllCallback {

    private static final Path DOSSIER = Path.of("target/tours");

    private static RandomAccessFile tenu;

    @Override
    public void beforeAll(ExtensionContext contexte) throws IOException {
        if (imbriquee(contexte)) {
            return;
        }
        Files.createDirectories(DOSSIER);
        boolean seul = contexte.getRequiredTestClass().isAnnotationPresent(Seul.class);
        try (RandomAccessFile tourniquet = ouvrir("tourniquet");
                FileLock tour = tourniquet.getChannel().lock()) {
            tenu = ouvrir("essais");
            FileChannel canal = tenu.getChannel();
            // Held until afterAll, which closes the file.
            FileLock verrou = canal.lock(0, Long.MAX_VALUE, !seul);
            if (!tour.isValid() || !verrou.isValid()) {
                throw new IOException("Le tour des essais n'a pas pu être pris dans " + DOSSIER);
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext contexte) throws IOException {
        if (!imbriquee(contexte) && tenu != null) {
            tenu.close();
            tenu = null;
        }
    }

    private static RandomAccessFile ouvrir(String nom) throws IOException {
        return new RandomAccessFile(DOSSIER.resolve(nom).toFile(), "rw");
    }

    private static boolean imbriquee(ExtensionContext contexte) {
        return contexte.getRequiredTestClass().getEnclosingClass() != null;
    }
}
