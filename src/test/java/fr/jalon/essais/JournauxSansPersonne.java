package fr.jalon.essais;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import fr.jalon.commun.Textes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        List<String> fautives = new ArrayList<>();
        for (String lignes = LIGNES.poll(); lignes != null; lignes = LIGNES.poll()) {
            boolean fautive = ENTRE_LES_MOTS
                    .splitAsStream(lignes)
                    .map(JournauxSansPersonne::sansBords)
                    .anyMatch(siens::contains);
            if (fautive) {
                fautives.add(lignes);
            }
        }
        assertThat(fautives).as("une personne dans le journal").isEmpty();
    }

    /** What only a person may be called by, as it is written or in capitals; of a name of several words, each. */
    private static Set<String> siens(JdbcTemplate jdbc) {
        // The street of nearly everybody here
        Set<String> siens = new HashSet<>(Set.of("Imaginaire", "imaginaire"));
        jdbc.query("select nom, courriel, telephone, nir_empreinte from personne", rs -> {
            for (int rang = 1; rang <= 4; rang++) {
                String valeur = rs.getString(rang);
                if (valeur != null) {
                    ENTRE_LES_MOTS
                            .splitAsStream(valeur)
                            .filter(mot -> mot.length() >= LONGUEUR)
                            .flatMap(mot -> Stream.of(mot, mot.toUpperCase(Locale.FRENCH), cherche(mot)))
                            .forEach(siens::add);
                }
            }
        });
        return siens;
    }

    /** A name that no word can be, as the searches write it. */
    private static String cherche(String mot) {
        return mot.chars().anyMatch(Character::isDigit) ? Textes.recherche(mot) : mot;
    }

    private static String sansBords(String mot) {
        return mot.replaceAll("^[._-]+|[._-]+$", "");
    }
}
