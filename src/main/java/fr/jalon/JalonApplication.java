package fr.jalon;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Entry point of Jalon, the case-management application. See docs/architecture.md for the modules. */
@SpringBootApplication
@EnableScheduling
@Modulithic(systemName = "Jalon")
public class JalonApplication {

    public static void main(String[] args) {
        SpringApplication.run(JalonApplication.class, args);
    }
}
