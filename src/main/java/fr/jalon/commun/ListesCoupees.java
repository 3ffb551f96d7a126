package fr.jalon.commun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The lists that every dispositif adds to (stations, history words, routes, lines of the rail, merge fields, letters, words): a common
 * part, and a part in the folder of each dispositif, {@code dispositifs/<module>/}. A new dispositif writes its own files and changes
 * none (docs/decisions/0043).
 */
public final class ListesCoupees {

    private static final String DISPOSITIFS = "classpath*:dispositifs/*/";

    private ListesCoupees() {}

    /**
     * The parts of a list, in the order in which they are read: the common one, then those of the dispositifs by the name of their folder.
     *
     * @param commune place of the common part on the class path, for example {@code securite/routes.csv}; a list may have none
     */
    public static List<Resource> parties(String commune) {
        List<Resource> parties = new ArrayList<>();
        Resource partagee = new ClassPathResource(commune);
        if (partagee.exists()) {
            parties.add(partagee);
        }
        parties.addAll(desDispositifs(commune.substring(commune.lastIndexOf('/') + 1)));
        if (parties.isEmpty()) {
            throw new IllegalStateException("aucune liste ne se nomme " + commune);
        }
        return parties;
    }

    /**
     * What each dispositif brings under a name, by the name of its folder.
     *
     * @param motif file name, or a pattern of it, for example {@code courriers/*.md}
     */
    public static List<Resource> desDispositifs(String motif) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(DISPOSITIFS + motif))
                    .sorted(Comparator.comparing(ListesCoupees::adresse))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String adresse(Resource partie) {
        try {
            return partie.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
