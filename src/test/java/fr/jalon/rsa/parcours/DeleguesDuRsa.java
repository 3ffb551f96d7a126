package fr.jalon.rsa.parcours;

import fr.jalon.moteur.BeansDesModeles;
import java.util.Set;

/** Names of the beans that {@code instruction-rsa} may call. */
public final class DeleguesDuRsa {

    private DeleguesDuRsa() {}

    public static Set<String> noms() {
        return BeansDesModeles.noms(DeleguesDemandeRsa.class, DeleguesPiecesRsa.class, DeleguesCafRsa.class);
    }
}
