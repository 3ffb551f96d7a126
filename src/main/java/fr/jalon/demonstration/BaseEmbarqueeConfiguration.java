package fr.jalon.demonstration;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connects the application to the embedded server. The pool depends on the server's bean, so Spring closes the pool
 * first and the server after it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("jalon.base-embarquee.dossier")
class BaseEmbarqueeConfiguration {

    @Bean(destroyMethod = "close")
    BaseEmbarquee baseEmbarquee(@Value("${jalon.base-embarquee.dossier}") Path dossier) {
        return BaseEmbarquee.demarrer(dossier);
    }

    @Bean
    JdbcConnectionDetails connexionEmbarquee(BaseEmbarquee base) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return base.utilisateur();
            }

            @Override
            public String getPassword() {
                return base.motDePasse();
            }

            @Override
            public String getJdbcUrl() {
                return base.url();
            }
        };
    }
}
