package fr.jalon.commun;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of production: the machine's. */
@Configuration(proxyBeanMethods = false)
class HorlogeConfiguration {

    @Bean
    Horloge horloge() {
        return new Horloge(Clock.systemUTC());
    }
}
