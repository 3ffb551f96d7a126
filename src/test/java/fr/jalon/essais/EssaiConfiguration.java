package fr.jalon.essais;

import fr.jalon.commun.Horloge;
import java.time.LocalDateTime;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration
public class EssaiConfiguration {

    /** A Monday morning without any holiday near. */
    public static final LocalDateTime DEPART = LocalDateTime.of(2026, 6, 1, 9, 0);

    @Bean
    HorlogeReglable horlogeReglable() {
        return new HorlogeReglable(DEPART);
    }

    @Bean
    @Primary
    Horloge horlogeDEssai(HorlogeReglable reglable) {
        return new Horloge(reglable);
    }

    @Bean
    Monde monde(org.springframework.context.ApplicationContext contexte) {
        return new Monde(contexte);
    }
}
