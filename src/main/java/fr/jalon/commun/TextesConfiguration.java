package fr.jalon.commun;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;

/** The words of the screens: {@code messages_fr.properties}, and those of each dispositif ({@link ListesCoupees}). */
@Configuration(proxyBeanMethods = false)
public class TextesConfiguration {

    private static final String FICHIER = "messages_fr";

    @Bean
    MessageSource messageSource() {
        List<String> noms = new ArrayList<>(List.of(FICHIER));
        for (Resource partie : ListesCoupees.desDispositifs(FICHIER + ".properties")) {
            noms.add("dispositifs/" + dossier(partie) + "/" + FICHIER);
        }
        ResourceBundleMessageSource textes = new ResourceBundleMessageSource();
        textes.setBasenames(noms.toArray(String[]::new));
        textes.setDefaultEncoding(StandardCharsets.UTF_8.name());
        textes.setDefaultLocale(Locale.ROOT);
        textes.setFallbackToSystemLocale(false);
        return textes;
    }

    private static String dossier(Resource partie) {
        String[] adresse = partie.getDescription().replace("]", "").split("/");
        return adresse[adresse.length - 2];
    }
}
