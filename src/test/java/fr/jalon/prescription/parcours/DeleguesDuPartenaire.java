package fr.jalon.prescription.parcours;

import fr.jalon.moteur.BeansDesModeles;
import java.util.Set;

/** Names of the beans that {@code orientation-partenaire} may call. */
public final class DeleguesDuPartenaire {

    private DeleguesDuPartenaire() {}

    public static Set<String> noms() {
        return BeansDesModeles.noms(DeleguesPartenaire.class);
    }
}
