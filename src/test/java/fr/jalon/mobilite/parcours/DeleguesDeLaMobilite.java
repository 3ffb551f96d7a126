package fr.jalon.mobilite.parcours;

import fr.jalon.moteur.BeansDesModeles;
import java.util.Set;

/** Names of the beans that {@code aide-mobilite} may call. */
public final class DeleguesDeLaMobilite {

    private DeleguesDeLaMobilite() {}

    public static Set<String> noms() {
        return BeansDesModeles.noms(DeleguesMobilite.class);
    }
}
