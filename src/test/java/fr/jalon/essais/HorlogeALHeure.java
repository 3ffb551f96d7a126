package fr.jalon.essais;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Sets the clock of a shared context back to its first instant before each class: what a class says of a day must not depend on the
 * classes that ran before it.
 */
final class HorlogeALHeure implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext contexte) {
        if (contexte.getRequiredTestClass().getEnclosingClass() == null) {
            SpringExtension.getApplicationContext(contexte)
                    .getBean(HorlogeReglable.class)
                    .regler(EssaiConfiguration.DEPART);
        }
    }
}
