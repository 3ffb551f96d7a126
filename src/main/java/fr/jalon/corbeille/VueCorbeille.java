package fr.jalon.corbeille;

import java.util.UUID;

/**
 * A list kept under a name.
 *
 * @param antenne the antenne that shares it, null for its author alone
 * @param parametres query of its address ("onglet=A_MOI&echeance=RETARD"), without the page nor the words searched
 * @param modifiable whether the reader may rename, share or remove it
 */
public record VueCorbeille(
        UUID id, String auteur, String antenne, String nom, String parametres, boolean modifiable, int version) {

    public boolean partagee() {
        return antenne != null;
    }
}
