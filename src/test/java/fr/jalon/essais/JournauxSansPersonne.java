package fr.jalon.essais;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Reads every line that the integration tests have the application log, as it is printed, and fails the class after which one of them
 * holds a name, an address, a telephone or the digest of a NIR of a person of its database: the logs of a whole run, not of one test.
 */
final class JournauxSansPersonne implements BeforeEachCallback, AfterAllCallback {

    private static final String RELEVE = "RELEVE";
    private static final Pattern ENTRE_LES_MOTS = Pattern.compile("[^\\p{L}\\p{N}@._-]+");
    /** Shorter names are words of the language and of Java. */
    private static final int LONGUEUR = 6;

    private static final Queue<String> LIGNES = new ConcurrentLinkedQueue<>();

    @Override
    public void beforeEach(ExtensionContext contexte) {
        Logger racine = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        // Logging begins anew with some contexts
        if (racine.getAppender(RELEVE) == null
                && racine.getAppender("CONSOLE") instanceof ConsoleAppender<ILoggingEvent> console) {
            AppenderBase<ILoggingEvent> releve = new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent evenement) {
                    LIGNES.add(new String(console.getEncoder().encode(evenement), StandardCharsets.UTF_8));
                }
            };
            releve.setName(RELEVE);
            releve.setContext(racine.getLoggerContext());
            releve.start();
            racine.addAppender(releve);
        }
    }

    @Override
    public void afterAll(ExtensionContext contexte) {
        JdbcTemplate jdbc = SpringExtension.getApplicationContext(contexte).getBean(JdbcTemplate.class);
        Set<String> siens = siens(jdbc);
        for (String lignes = LIGNES.poll(); lignes != null; lignes = LIGNES.poll()) {
            List<String> dits = ENTRE_LES_MOTS
                    .splitAsStream(lignes.toLowerCase(Locale.FRENCH))
                    .map(JournauxSansPersonne::sansBords)
                    .filter(siens::contains)
                    .toList();
            assertThat(dits).as("une personne dans le journal : %s", lignes).isEmpty();
        }
    }

    /** What only a person may be called by, in lower case; of a name of several words, each. */
    private static Set<String> siens(JdbcTemplate jdbc) {
        Set<String> siens = new HashSet<>(Set.of("imaginaire"));
        jdbc.query("select nom, courriel, telephone, nir_empreinte from personne", rs -> {
            for (int rang = 1; rang <= 4; rang++) {
                String valeur = rs.getString(rang);
                if (valeur != null) {
                    ENTRE_LES_MOTS
                            .splitAsStream(valeur.toLowerCase(Locale.FRENCH))
                            .filter(mot -> mot.length() >= LONGUEUR)
                            .forEach(siens::add);
                }
            }
        });
        return siens;
    }

    private static String sansBords(String mot) {
        return mot.replaceAll("^[._-]+|[._-]+$", "");
    }
}
