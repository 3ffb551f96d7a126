package fr.jalon.mobilite;

import fr.jalon.budget.Chiffres;

/**
 * What the envelope of an aid still holds, for who decides.
 *
 * @param enveloppe its id in the budget
 * @param libelle null when nobody opened it
 * @param chiffres cents; null when nobody opened it
 */
public record CreditDeLAide(String enveloppe, String libelle, Chiffres chiffres) {

    /** Whether somebody opened it for the year. */
    public boolean ouverte() {
        return chiffres != null;
    }

    /** Whether it holds that many cents. */
    public boolean suffit(long centimes) {
        return ouverte() && chiffres.libre() >= centimes;
    }

    /** Cents that would be left after that many; below zero when they are short. */
    public long apres(long centimes) {
        return ouverte() ? chiffres.libre() - centimes : -centimes;
    }
}
