package fr.jalon.web.securite;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * How much of the heap the files being received may hold together. A received file stays in memory until it is encrypted, so
 * without a bound a hundred of them at once would take the place of everybody else's pages. Small ones pass beside the queue of
 * the large ones.
 */
@Component
public class MemoireDesEnvois {

    /** Beneath this a form counts for nothing: it is no larger than a page. */
    private static final long PETIT = 64L * 1024;

    private static final long ATTENTE_S = 60;

    private final int permis;
    private final int demandeMax;
    private final Semaphore libre;

    MemoireDesEnvois(
            @Value("${jalon.envois-recus.memoire}") DataSize memoire,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize demandeMax) {
        this.permis = (int) memoire.toKilobytes();
        this.demandeMax = (int) Math.min(permis, demandeMax.toKilobytes());
        this.libre = new Semaphore(permis, true);
    }

    /** Waits its turn; false when it did not come. */
    boolean attendre(HttpServletRequest requete) throws InterruptedException {
        int taille = taille(requete);
        return taille == 0 || libre.tryAcquire(taille, ATTENTE_S, TimeUnit.SECONDS);
    }

    /** Takes the place only if it is free now. */
    public boolean essayer(HttpServletRequest requete) {
        int taille = taille(requete);
        return taille == 0 || libre.tryAcquire(taille);
    }

    public void rendre(HttpServletRequest requete) {
        int taille = taille(requete);
        if (taille > 0) {
            libre.release(taille);
        }
    }

    /** KiB that the body may take: what was announced, else the most that is read. */
    private int taille(HttpServletRequest requete) {
        long annoncee = requete.getContentLengthLong();
        if (annoncee >= 0 && annoncee <= PETIT) {
            return 0;
        }
        return annoncee < 0 ? demandeMax : (int) Math.min(demandeMax, annoncee / 1024 + 1);
    }
}
