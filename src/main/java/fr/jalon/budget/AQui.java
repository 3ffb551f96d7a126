package fr.jalon.budget;

import fr.jalon.commun.Iban;
import fr.jalon.commun.Siret;

/**
 * Whom an aid says is paid, known when it is decided.
 *
 * @param nature a body or the person
 * @param siret of the body; null when it is the person, or not known yet
 * @param iban the account that must be paid; null when it is not known yet
 */
public record AQui(Nature nature, Siret siret, Iban iban) {

    /** Who receives the money. */
    public enum Nature {
        ORGANISME("Organisme"),
        PERSONNE("Personne");

        private final String libelle;

        Nature(String libelle) {
            this.libelle = libelle;
        }

        /** French name, for screens. */
        public String libelle() {
            return libelle;
        }
    }
}
