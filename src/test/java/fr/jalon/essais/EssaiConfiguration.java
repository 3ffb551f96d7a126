package fr.jalon.essais;

import fr.jalon.commun.Horloge;
import java.time.LocalDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration
public class EssaiConfiguration {

    /** A Monday morning without any holiday near. */
    public static final LocalDateTime DEPART = LocalDateTime.of(2026, 6, 1, 9, 0);

    /** @param depart the hour at which the clock starts, Paris time, where not {@link #DEPART}: what is scheduled runs before a test can set it */
    @Bean
    HorlogeReglable horlogeReglable(@Value("${jalon.essai.depart:}") String depart) {
        return new HorlogeReglable(depart.isEmpty() ? DEPART : LocalDateTime.parse(depart));
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
