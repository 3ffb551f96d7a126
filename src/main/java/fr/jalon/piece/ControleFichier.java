package fr.jalon.piece;

import fr.jalon.commun.SaisieInvalide;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Full check of a received file: kind by its bytes, size, and a complete parse under a limit of time; the parse of a PDF
 * keeps its buffers on disk, that of an image skips pixels, so the memory stays bounded.
 */
@Component
class ControleFichier implements DisposableBean {

    static final long TAILLE_MAX = 10L * 1024 * 1024;
    private static final long PIXELS_MAX = 40_000_000L;
    private static final int PAGES_MAX = 200;
    private static final int PAS = 8;
    private static final long SECONDES_MAX = 20;

    private final ExecutorService executeur = Executors.newFixedThreadPool(2, tache -> {
        Thread fil = new Thread(tache, "controle-fichier");
        fil.setDaemon(true);
        return fil;
    });

    /**
     * Accepts or refuses the bytes.
     *
     * @throws TypeNonAccepte when the kind is not PDF, JPEG or PNG
     * @throws FichierTropGros over 10 MiB
     * @throws SaisieInvalide when the file is empty, damaged, locked by a password, or too large inside
     */
    TypeFichier controler(byte[] octets) {
        if (octets.length == 0) {
            throw refus("Ce fichier est vide. Choisissez-le à nouveau.");
        }
        if (octets.length > TAILLE_MAX) {
            throw new FichierTropGros();
        }
        TypeFichier type = TypeFichier.reconnaitre(octets).orElseThrow(TypeNonAccepte::new);
        Future<SaisieInvalide> analyse =
                executeur.submit(() -> type == TypeFichier.PDF ? lirePdf(octets) : lireImage(octets));
        try {
            SaisieInvalide refus = analyse.get(SECONDES_MAX, TimeUnit.SECONDS);
            if (refus != null) {
                throw refus;
            }
            return type;
        } catch (TimeoutException e) {
            analyse.cancel(true);
            throw refus("Ce fichier est trop compliqué à lire. Prenez la pièce en photo.");
        } catch (ExecutionException e) {
            throw refus("Ce fichier est abîmé ou incomplet. Envoyez-le à nouveau, ou prenez la pièce en photo.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SaisieInvalide lirePdf(byte[] octets) throws IOException {
        try (PDDocument document = Loader.loadPDF(octets, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() == 0) {
                return refus("Ce PDF n'a aucune page.");
            }
            if (document.getNumberOfPages() > PAGES_MAX) {
                return refus("Ce PDF a plus de " + PAGES_MAX + " pages. N'envoyez que la pièce demandée.");
            }
            document.getPages().forEach(page -> page.getMediaBox());
            return null;
        } catch (InvalidPasswordException e) {
            return refus("Ce PDF est protégé par un mot de passe. Enregistrez-le sans protection puis envoyez-le.");
        }
    }

    private static SaisieInvalide lireImage(byte[] octets) throws IOException {
        try (ImageInputStream flux = ImageIO.createImageInputStream(new ByteArrayInputStream(octets))) {
            Iterator<ImageReader> lecteurs = ImageIO.getImageReaders(flux);
            if (!lecteurs.hasNext()) {
                throw new IOException("image illisible");
            }
            ImageReader lecteur = lecteurs.next();
            try {
                lecteur.setInput(flux, true, true);
                if ((long) lecteur.getWidth(0) * lecteur.getHeight(0) > PIXELS_MAX) {
                    return refus("Cette photo est trop grande (plus de 40 millions de pixels). Réduisez-la.");
                }
                ImageReadParam reglage = lecteur.getDefaultReadParam();
                reglage.setSourceSubsampling(PAS, PAS, 0, 0);
                lecteur.read(0, reglage);
                return null;
            } finally {
                lecteur.dispose();
            }
        }
    }

    private static SaisieInvalide refus(String message) {
        return new SaisieInvalide("fichier", message);
    }

    @Override
    public void destroy() {
        executeur.shutdownNow();
    }
}
