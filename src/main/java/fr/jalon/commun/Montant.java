package fr.jalon.commun;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** An amount in euros, always to the cent, rounded half up. May be negative. */
public record Montant(BigDecimal euros) implements Comparable<Montant> {

    public static final Montant ZERO = new Montant(BigDecimal.ZERO);

    public Montant {
        euros = euros.setScale(2, RoundingMode.HALF_UP);
    }

    public static Montant de(String euros) {
        return new Montant(new BigDecimal(euros));
    }

    public static Montant de(BigDecimal euros) {
        return new Montant(euros);
    }

    public Montant plus(Montant autre) {
        return new Montant(euros.add(autre.euros));
    }

    public Montant moins(Montant autre) {
        return new Montant(euros.subtract(autre.euros));
    }

    public boolean estPositif() {
        return euros.signum() > 0;
    }

    @Override
    public int compareTo(Montant autre) {
        return euros.compareTo(autre.euros);
    }

    /** French writing for screens and letters: "1 234,50 €", with no-break spaces. */
    public String enFrancais() {
        DecimalFormatSymbols symboles = new DecimalFormatSymbols(Locale.FRANCE);
        symboles.setGroupingSeparator('\u202f');
        return new DecimalFormat("#,##0.00", symboles).format(euros) + "\u00a0€";
    }

    @Override
    public String toString() {
        return euros.toPlainString();
    }
}
