package fr.jalon.commun;

import java.math.BigDecimal;

/** Amounts between the euros that people write and the cents of the ledger; never rounded. */
public final class Centimes {

    private static final BigDecimal PLUS_GRAND = new BigDecimal("100000000000");

    private Centimes() {}

    /**
     * An amount as written, in cents.
     *
     * @throws SaisieInvalide when it is absent, zero, negative, absurd or has more than two decimals
     */
    public static long lire(String champ, BigDecimal euros) {
        if (euros == null) {
            throw new SaisieInvalide(champ, "Donnez le montant, en euros.");
        }
        if (euros.signum() <= 0) {
            throw new SaisieInvalide(champ, "Le montant doit être au-dessus de zéro.");
        }
        if (euros.compareTo(PLUS_GRAND) >= 0) {
            throw new SaisieInvalide(champ, "Ce montant est trop grand.");
        }
        // The scale first: to strip the zeros of 1e-999999 costs nothing, to write its digits would
        BigDecimal simple = euros.stripTrailingZeros();
        if (simple.scale() > 2) {
            throw new SaisieInvalide(champ, "Donnez au plus deux décimales : le montant n'est pas arrondi.");
        }
        return simple.movePointRight(2).longValueExact();
    }

    /**
     * An amount as somebody typed it: "1 234,50", with or without the sign of the euro.
     *
     * @throws SaisieInvalide as {@link #lire(String, BigDecimal)}, and when it is no number
     */
    public static long lire(String champ, String saisi) {
        String net = saisi == null
                ? ""
                : saisi.replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.');
        if (net.isEmpty()) {
            return lire(champ, (BigDecimal) null);
        }
        if (!net.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
            throw new SaisieInvalide(champ, "Écrivez un montant, par exemple 1 234,50.");
        }
        return lire(champ, new BigDecimal(net));
    }

    /** Euros, always two decimals. */
    public static BigDecimal enEuros(long centimes) {
        return BigDecimal.valueOf(centimes, 2);
    }

    /** As written in French. */
    public static String enFrancais(long centimes) {
        return Montant.de(enEuros(centimes)).enFrancais();
    }
}
