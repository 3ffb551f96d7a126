package fr.jalon.commun;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/**
 * The account that a transfer pays: its country, its length ({@code paiement/iban-pays.csv}) and its keys hold (ISO 13616, rest of
 * the division by 97; the RIB key too where there is one). Tells that it is well written, not whose it is.
 *
 * @param numero capitals and figures, without blanks
 */
public record Iban(String numero) {

    private static final BigInteger DIVISEUR = BigInteger.valueOf(97);
    private static final int PREFIXE = 4;
    private static final int CHIFFRES_DE_LA_CLE_RIB = 2;

    private static final Map<String, CSVRecord> PAYS = LignesCsv.de("paiement/iban-pays.csv").stream()
            .collect(Collectors.toUnmodifiableMap(l -> l.get("pays"), l -> l));

    /** @throws IllegalArgumentException when it is not an IBAN; what a person types goes through {@link #exiger} */
    public Iban {
        if (!faute(numero).isEmpty()) {
            throw new IllegalArgumentException("not an IBAN");
        }
    }

    /**
     * The account that somebody typed, blanks let aside, small letters read as capitals.
     *
     * @throws SaisieInvalide on the field, in French
     */
    public static Iban exiger(String champ, String brut) {
        String net =
                brut == null ? "" : brut.replaceAll("[\\s\\u00a0\\u202f]", "").toUpperCase(Locale.ROOT);
        String faute = faute(net);
        if (!faute.isEmpty()) {
            throw new SaisieInvalide(champ, faute);
        }
        return new Iban(net);
    }

    /** In groups of four, as it is printed. */
    public String enGroupes() {
        return numero.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Country and last four signs only: the account of somebody does not go into logs. */
    @Override
    public String toString() {
        return numero.substring(0, 2) + "…" + numero.substring(numero.length() - PREFIXE);
    }

    private static String faute(String texte) {
        if (!texte.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]+")) {
            return "Écrivez l'IBAN en entier : deux lettres, deux chiffres, puis le compte.";
        }
        CSVRecord pays = PAYS.get(texte.substring(0, 2));
        if (pays == null) {
            return "Ce pays n'est pas payé par virement SEPA.";
        }
        int longueur = Integer.parseInt(pays.get("longueur"));
        if (texte.length() != longueur) {
            return "Un IBAN de ce pays a " + longueur + " signes ; celui-ci en a " + texte.length() + ".";
        }
        return cleJuste(texte) && ("non".equals(pays.get("cle_rib")) || cleRibJuste(texte.substring(PREFIXE)))
                ? ""
                : "Cet IBAN n'existe pas : sa clé est fausse. Vérifiez chaque signe.";
    }

    private static boolean cleJuste(String texte) {
        int cle = Integer.parseInt(texte.substring(2, PREFIXE));
        String tourne = texte.substring(PREFIXE) + texte.substring(0, PREFIXE);
        String chiffres = tourne.chars()
                .mapToObj(c -> Integer.toString(Character.digit(c, Character.MAX_RADIX)))
                .collect(Collectors.joining());
        return cle >= 2 && cle <= 98 && new BigInteger(chiffres).mod(DIVISEUR).equals(BigInteger.ONE);
    }

    /** Bank, branch, account and key, the letters as the CFONB counts them, are a multiple of 97. */
    private static boolean cleRibJuste(String compte) {
        String chiffres = compte.chars().mapToObj(Iban::chiffreDuRib).collect(Collectors.joining());
        return compte.substring(compte.length() - CHIFFRES_DE_LA_CLE_RIB).matches("[0-9]{2}")
                && new BigInteger(chiffres).mod(DIVISEUR).signum() == 0;
    }

    /** A and J are 1, B, K and S are 2, up to I, R and Z that are 9. */
    private static String chiffreDuRib(int signe) {
        if (signe <= '9') {
            return Character.toString(signe);
        }
        int rang = signe - 'A';
        return Integer.toString(signe < 'S' ? rang % 9 + 1 : (rang - 'S' + 'A') + 2);
    }
}
