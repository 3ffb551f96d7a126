package fr.jalon.essais;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Connects a test's application context to a fresh schema of the real MariaDB. */
public class BaseReelle implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext contexte) {
        String schema = BaseDEssai.nouveauSchema();
        contexte.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "base-reelle",
                        Map.of(
                                "spring.datasource.url", BaseDEssai.base().url(schema),
                                "spring.datasource.username", BaseDEssai.base().utilisateur(),
                                "spring.datasource.password", BaseDEssai.base().motDePasse())));
    }
}
