package fr.jalon.atelier;

import fr.jalon.atelier.RejeuVue.Avancee;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@code atelier/rejeu.properties}. */
@Component
class ReglagesDuRejeu {

    private static final int CENT = 100;

    private final Properties reglages = new Properties();

    ReglagesDuRejeu() {
        try (InputStream flux = ReglagesDuRejeu.class.getResourceAsStream("/atelier/rejeu.properties")) {
            reglages.load(new InputStreamReader(flux, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int nombre(String cle) {
        return Integer.parseInt(reglages.getProperty(cle));
    }

    /** Whether so many answers change that a second reason is asked. */
    boolean beaucoup(Avancee a) {
        return a.changees() > nombre("seuil.nombre")
                || (a.rejouees() > 0 && (long) a.changees() * CENT > (long) a.rejouees() * nombre("seuil.part"));
    }

    /** Among these columns, by name with their label, those that hold an amount. */
    Set<String> montants(Map<String, String> libelles) {
        return libelles.entrySet().stream()
                .filter(l -> l.getValue().matches(reglages.getProperty("montants")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    int parLot() {
        return nombre("lot");
    }

    Duration dAffilee() {
        return Duration.ofSeconds(nombre("secondes"));
    }

    int dossiersMontres() {
        return nombre("dossiers");
    }
}
