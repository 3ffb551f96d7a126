package fr.jalon.prescription;

/**
 * One fact that goes to a partner.
 *
 * @param code for example {@code TELEPHONE}
 * @param pourquoi reason, as said to the person
 * @param valeur null where only the list is shown, or when the fact is not known
 */
public record DonneePartagee(String code, String libelle, String pourquoi, String valeur) {

    DonneePartagee avec(String autre) {
        return new DonneePartagee(code, libelle, pourquoi, autre);
    }
}
