package fr.jalon.sanction.parcours;

import fr.jalon.moteur.BeansDesModeles;
import java.util.Set;

/** Names of the beans that {@code manquement-rsa} may call. */
public final class DeleguesDuManquement {

    private DeleguesDuManquement() {}

    public static Set<String> noms() {
        return BeansDesModeles.noms(DeleguesManquement.class);
    }
}
