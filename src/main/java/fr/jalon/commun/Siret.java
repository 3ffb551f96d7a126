package fr.jalon.commun;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The number of an establishment that is paid: fourteen figures whose key holds (Luhn; {@code paiement/siret-cles.csv} for the
 * legal units that follow another rule). Tells that the number is well written, not that the establishment exists.
 *
 * @param numero fourteen figures, without blanks
 */
public record Siret(String numero) {

    private static final int CHIFFRES = 14;
    private static final int CHIFFRES_DU_SIREN = 9;

    private static final Map<String, Integer> MULTIPLES = LignesCsv.de("paiement/siret-cles.csv").stream()
            .collect(Collectors.toUnmodifiableMap(l -> l.get("siren"), l -> Integer.valueOf(l.get("multiple"))));

    /** @throws IllegalArgumentException when it is not a SIRET; what a person types goes through {@link #exiger} */
    public Siret {
        if (!quatorzeChiffres(numero) || !cleJuste(numero)) {
            throw new IllegalArgumentException("not a SIRET");
        }
    }

    /**
     * The number that somebody typed, blanks let aside.
     *
     * @throws SaisieInvalide on the field, in French
     */
    public static Siret exiger(String champ, String brut) {
        String net = brut == null ? "" : brut.replaceAll("[\\s\\u00a0\\u202f]", "");
        if (!quatorzeChiffres(net)) {
            throw new SaisieInvalide(champ, "Écrivez les 14 chiffres du SIRET.");
        }
        if (!cleJuste(net)) {
            throw new SaisieInvalide(champ, "Ce SIRET n'existe pas : sa clé est fausse. Vérifiez chaque chiffre.");
        }
        return new Siret(net);
    }

    /** The number of the legal unit: its first nine figures. */
    public String siren() {
        return numero.substring(0, CHIFFRES_DU_SIREN);
    }

    @Override
    public String toString() {
        return numero;
    }

    private static boolean quatorzeChiffres(String texte) {
        return texte.length() == CHIFFRES && texte.chars().allMatch(c -> c >= '0' && c <= '9') && !texte.matches("0+");
    }

    private static boolean cleJuste(String chiffres) {
        Integer multiple = MULTIPLES.get(chiffres.substring(0, CHIFFRES_DU_SIREN));
        return luhn(chiffres) % 10 == 0
                || (multiple != null && chiffres.chars().map(c -> c - '0').sum() % multiple == 0);
    }

    private static int luhn(String chiffres) {
        int somme = 0;
        for (int i = 0; i < chiffres.length(); i++) {
            int chiffre = (chiffres.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            somme += chiffre > 9 ? chiffre - 9 : chiffre;
        }
        return somme;
    }
}
