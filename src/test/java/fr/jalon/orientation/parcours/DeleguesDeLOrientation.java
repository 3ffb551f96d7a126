package fr.jalon.orientation.parcours;

import fr.jalon.moteur.BeansDesModeles;
import java.util.Set;

/** Names of the beans that {@code orientation-rsa} may call. */
public final class DeleguesDeLOrientation {

    private DeleguesDeLOrientation() {}

    public static Set<String> noms() {
        return BeansDesModeles.noms(DeleguesOrientation.class);
    }
}
