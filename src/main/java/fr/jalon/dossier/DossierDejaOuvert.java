package fr.jalon.dossier;

import fr.jalon.commun.Conflit;

/** The person already has an open dossier of the dispositif; the number is given when it can be told. */
public class DossierDejaOuvert extends Conflit {

    private static final long serialVersionUID = 1L;

    private final String numero;

    private DossierDejaOuvert(String message, String numero) {
        super(message);
        this.numero = numero;
    }

    static DossierDejaOuvert ici(String numero) {
        return new DossierDejaOuvert(
                "Cette personne a déjà une demande ouverte : " + numero
                        + ". Complétez-la au lieu d'en créer une autre.",
                numero);
    }

    static DossierDejaOuvert ailleurs(String numero) {
        return new DossierDejaOuvert(
                "Cette personne a déjà une demande ouverte dans une autre antenne. Contactez cette antenne au lieu d'en"
                        + " créer une autre.",
                numero);
    }

    public String numero() {
        return numero;
    }
}
