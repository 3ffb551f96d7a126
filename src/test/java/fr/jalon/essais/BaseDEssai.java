package fr.jalon.essais;

import fr.jalon.demonstration.BaseEmbarquee;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/** One real MariaDB for all the tests of a JVM, kept between runs in target/; each application context has its own schema. */
public final class BaseDEssai {

    private static final Path DOSSIER = Path.of("target/mariadb-essai-" + System.getProperty("jalon.fourche", "f1"));
    private static final BaseEmbarquee BASE = BaseEmbarquee.demarrerPourEssais(DOSSIER);
    private static final AtomicInteger SUIVANT = new AtomicInteger();

    static {
        // After the contexts, which still write while they close; a hook of the JVM would run beside Spring's own.
        SpringApplication.getShutdownHandlers().add(BASE::close);
    }

    private BaseDEssai() {}

    public static BaseEmbarquee base() {
        return BASE;
    }

    /** Where the server lies, its programs under {@code base/bin}. */
    public static Path dossier() {
        return DOSSIER;
    }

    /** A fresh empty schema. */
    public static String nouveauSchema() {
        return BASE.creerSchema("essai_" + SUIVANT.incrementAndGet());
    }
}
