package fr.jalon.atelier;

import fr.jalon.commun.Horloge;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One value of a table, between the FEEL of its cell and the words of a person.
 *
 * @param sorte what it is
 * @param ecrite the cell as written
 */
public record Cellule(Sorte sorte, String ecrite) {

    /** What a cell may hold. */
    public enum Sorte {
        NOMBRE,
        ENTIER,
        OUI_NON,
        TEXTE,
        JOUR,
        /** A computation: written in the Modeler alone. */
        FORMULE
    }

    private static final Set<String> ENTIERS = Set.of("integer", "long");
    private static final Set<String> NOMBRES = Set.of("double", "number");
    private static final Pattern NOMBRE = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern TEXTE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern JOUR = Pattern.compile("date\\(\\s*\"(\\d{4}-\\d{2}-\\d{2})\"\\s*\\)");
    private static final int DECIMALES_MAX = 6;
    private static final int CHIFFRES_MAX = 12;
    private static final int TEXTE_MAX = 2_000;

    /** @param type as the column declares it, may be empty */
    public static Cellule de(String type, String ecrite) {
        return new Cellule(sorte(type.toLowerCase(Locale.ROOT), ecrite), ecrite);
    }

    private static Sorte sorte(String type, String ecrite) {
        if (NOMBRE.matcher(ecrite).matches()) {
            return ENTIERS.contains(type) ? Sorte.ENTIER : Sorte.NOMBRE;
        }
        if (Set.of("true", "false").contains(ecrite)) {
            return Sorte.OUI_NON;
        }
        if (TEXTE.matcher(ecrite).matches()) {
            return Sorte.TEXTE;
        }
        if (JOUR.matcher(ecrite).matches()) {
            return Sorte.JOUR;
        }
        return ecrite.isEmpty() ? vide(type) : Sorte.FORMULE;
    }

    private static Sorte vide(String type) {
        if (ENTIERS.contains(type)) {
            return Sorte.ENTIER;
        }
        if (NOMBRES.contains(type)) {
            return Sorte.NOMBRE;
        }
        return switch (type) {
            case "boolean" -> Sorte.OUI_NON;
            case "date" -> Sorte.JOUR;
            default -> Sorte.TEXTE;
        };
    }

    /** What a field shows and sends back: "652,02", "oui", "2027-04-01", the text without its quotes. */
    public String saisie() {
        return switch (sorte) {
            case NOMBRE, ENTIER -> ecrite.replace('.', ',');
            case OUI_NON -> ecrite.isEmpty() ? "" : ecrite.equals("true") ? "oui" : "non";
            case TEXTE -> texte();
            case JOUR -> jour().map(LocalDate::toString).orElse("");
            case FORMULE -> ecrite;
        };
    }

    /** The same for who reads. */
    public String enMots() {
        return sorte == Sorte.JOUR ? jour().map(Horloge::enMots).orElse("") : saisie();
    }

    private Optional<LocalDate> jour() {
        Matcher jour = JOUR.matcher(ecrite);
        return jour.matches() ? Optional.of(LocalDate.parse(jour.group(1))) : Optional.empty();
    }

    private String texte() {
        Matcher texte = TEXTE.matcher(ecrite);
        return texte.matches() ? texte.group(1).replaceAll("\\\\([\"\\\\])", "$1") : ecrite;
    }

    /**
     * The cell that says what was typed; this one when it says the same.
     *
     * @throws IllegalArgumentException with what is wrong, in French
     */
    public Cellule dire(String tape) {
        String net = tape == null ? "" : tape.strip();
        if (net.equals(saisie().strip())) {
            return this;
        }
        if (net.isEmpty()) {
            throw new IllegalArgumentException("Écrivez la nouvelle valeur.");
        }
        return switch (sorte) {
            case NOMBRE, ENTIER -> nombre(net);
            case OUI_NON -> new Cellule(sorte, ouiNon(net));
            case JOUR -> new Cellule(sorte, "date(\"" + lireJour(net) + "\")");
            case TEXTE -> texte(net);
            case FORMULE ->
                throw new IllegalArgumentException("Cette case est un calcul : changez-la dans le Modeler.");
        };
    }

    private Cellule nombre(String net) {
        String canonique =
                net.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.').replaceFirst("(€|%)$", "");
        if (!NOMBRE.matcher(canonique).matches()) {
            throw new IllegalArgumentException("Écrivez un nombre, par exemple 652,02.");
        }
        BigDecimal valeur = new BigDecimal(canonique);
        if (sorte == Sorte.ENTIER && valeur.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("Écrivez un nombre entier.");
        }
        if (valeur.stripTrailingZeros().scale() > DECIMALES_MAX || valeur.precision() - valeur.scale() > CHIFFRES_MAX) {
            throw new IllegalArgumentException("Ce nombre est trop long.");
        }
        if (valeur.signum() < 0 && !ecrite.startsWith("-")) {
            throw new IllegalArgumentException("Écrivez un nombre positif.");
        }
        boolean egal = NOMBRE.matcher(ecrite).matches() && new BigDecimal(ecrite).compareTo(valeur) == 0;
        return egal ? this : new Cellule(sorte, valeur.toPlainString());
    }

    private static String ouiNon(String net) {
        return switch (net.toLowerCase(Locale.FRENCH)) {
            case "oui" -> "true";
            case "non" -> "false";
            default -> throw new IllegalArgumentException("Choisissez oui ou non.");
        };
    }

    private static LocalDate lireJour(String net) {
        try {
            return LocalDate.parse(net);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Choisissez un jour dans le calendrier.", e);
        }
    }

    private Cellule texte(String net) {
        fr.jalon.commun.TexteSaisi.PARAGRAPHE.faute(net, TEXTE_MAX).ifPresent(faute -> {
            throw new IllegalArgumentException(faute);
        });
        return new Cellule(sorte, "\"" + net.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }
}
