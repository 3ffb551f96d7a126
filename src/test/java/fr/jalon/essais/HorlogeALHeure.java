package fr.jalon.essais;

import fr.jalon.commun.Horloge;
import java.sql.Timestamp;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Sets the clock of a shared context back to its first instant before each class: what a class says of a day must not depend on the
 * classes that ran before it. A template that one of them published later is no later any more: nobody previews a letter before it.
 */
final class HorlogeALHeure implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext contexte) {
        if (contexte.getRequiredTestClass().getEnclosingClass() == null) {
            ApplicationContext application = SpringExtension.getApplicationContext(contexte);
            application.getBean(HorlogeReglable.class).regler(EssaiConfiguration.DEPART);
            Timestamp depart = Timestamp.from(Horloge.instantAParis(EssaiConfiguration.DEPART));
            application
                    .getBean(JdbcTemplate.class)
                    .update("update modele_courrier set publie_le = ? where publie_le > ?", depart, depart);
        }
    }
}
