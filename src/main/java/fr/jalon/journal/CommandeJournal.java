package fr.jalon.journal;

import fr.jalon.journal.VerificationJournal.Chaine;
import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The command {@code verifier-journal}: reads every chain again beside a running Jalon, without its web server nor its engine. */
public final class CommandeJournal {

    public static final String NOM = "verifier-journal";

    /** Exit codes: every chain is whole; one is not; nothing could be read; whole, but entries wait for their seal for too long. */
    public static final int INTACT = 0;

    public static final int ALTERE = 1;
    public static final int ILLISIBLE = 2;
    public static final int EN_ATTENTE = 3;

    private CommandeJournal() {}

    /** Just what the verification needs; not scanned by the application. */
    @Import({VerificationJournal.class, CleDuJournal.class, DossierDesTetes.class})
    @ComponentScan("fr.jalon.commun")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Minimum {}

    /**
     * Verifies and says the result in French.
     *
     * @param options Spring options, for example {@code --spring.datasource.url=...}
     * @return the exit code
     */
    public static int executer(PrintStream sortie, PrintStream erreurs, String... options) {
        try (ConfigurableApplicationContext contexte = new SpringApplicationBuilder(Minimum.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=ERROR", "spring.main.lazy-initialization=true")
                .run(options)) {
            return dire(contexte.getBean(VerificationJournal.class).verifier(), sortie);
        } catch (RuntimeException e) {
            erreurs.println("Le journal n'a pas pu être lu : " + cause(e));
            return ILLISIBLE;
        }
    }

    private static int dire(List<Chaine> chaines, PrintStream sortie) {
        for (Chaine chaine : chaines) {
            sortie.println(chaine.chaine() + " : " + chaine.entrees() + " entrées, "
                    + (chaine.intacte() ? "intacte." : "ALTÉRÉE."));
            chaine.fautes().forEach(faute -> sortie.println("  - " + faute));
            chaine.attentes().forEach(attente -> sortie.println("  - " + attente));
        }
        if (!chaines.stream().allMatch(Chaine::intacte)) {
            sortie.println("Le journal a été altéré.");
            return ALTERE;
        }
        if (chaines.stream().anyMatch(c -> !c.attentes().isEmpty())) {
            sortie.println(
                    "Rien n'est altéré, mais des entrées attendent leur sceau. Si Jalon est arrêté, démarrez-le ;"
                            + " vérifiez de nouveau une minute après. S'il marche, son scellement est arrêté : cherchez pourquoi.");
            return EN_ATTENTE;
        }
        sortie.println("Le journal est intact.");
        return INTACT;
    }

    private static String cause(Throwable e) {
        Throwable racine = e;
        while (racine.getCause() != null) {
            racine = racine.getCause();
        }
        return racine.getMessage();
    }
}
