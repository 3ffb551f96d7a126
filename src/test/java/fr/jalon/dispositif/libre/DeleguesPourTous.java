package fr.jalon.dispositif.libre;

import fr.jalon.moteur.BeansDesModeles;
import java.util.Set;

/** Names of the beans that a path without Java may call. */
public final class DeleguesPourTous {

    private DeleguesPourTous() {}

    public static Set<String> noms() {
        return BeansDesModeles.noms(DeleguesLibres.class);
    }
}
