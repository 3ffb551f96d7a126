package fr.jalon.agent;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class ChiffrementDesMotsDePasse {

    /** Argon2id with the settings that Spring Security recommends (16 MiB, 2 passes). */
    @Bean
    PasswordEncoder chiffreur() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }
}
