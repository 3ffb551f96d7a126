package fr.jalon.formation.parcours;

import fr.jalon.moteur.BeansDesModeles;
import java.util.Set;

/** Names of the beans that {@code financement-formation} may call. */
public final class DeleguesDeLaFormation {

    private DeleguesDeLaFormation() {}

    public static Set<String> noms() {
        return BeansDesModeles.noms(DeleguesFormation.class);
    }
}
