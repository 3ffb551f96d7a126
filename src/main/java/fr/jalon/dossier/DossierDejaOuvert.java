package fr.jalon.dossier;

import fr.jalon.commun.Conflit;

/** The person already has an open dossier of the dispositif; the number is given when it can be told. */
public class DossierDejaOuvert extends Conflit {

    private static final long serialVersionUID = 1L;

    private final String numero;

    public DossierDejaOuvert(String numero) {
        super("Cette personne a déjà une demande ouverte : " + numero + ". Complétez-la au lieu d'en créer une autre.");
        this.numero = numero;
    }

    public String numero() {
        return numero;
    }
}
