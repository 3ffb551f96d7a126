package fr.jalon.usager;

import fr.jalon.commun.Textes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/** Postal codes by country, from {@code usager/codes-postaux.csv}. A country that the table does not know is not checked. */
public final class CodesPostaux {

    /** Country of an address that names none. */
    public static final String FRANCE = "FR";

    private static final String KOSOVO = "XK";
    private static final Map<String, Forme> FORMES = formes();
    private static final Map<String, String> AUTRES_NOMS = autresNoms();
    private static final Pattern LOST_ZERO = Pattern.compile("[1-9]\\d{3}");
    private static final Pattern CORSE = Pattern.compile("2[ABab]\\d{3}");
    /** The code of the last line, or of a line that holds the whole address. */
    private static final Pattern CODE_ET_VILLE = Pattern.compile(
            "(?<!\\b(?:BP|CS|TSA))(?:^|[\\s,])(\\d{4}|\\d{5}|\\d{6,}|2[ABab]\\d{3}|(?=\\d*[Oo])[\\dOo]{5})\\s+\\p{L}[\\p{L}\\s'’-]*?(?:\\s+(?i:cedex)\\s+\\d{1,2})?$");
    /** Same, of another country: a code begins with digits, after its letters. */
    private static final Pattern CODE_ETRANGER =
            Pattern.compile("^([A-Za-z]{0,2}-?\\d[\\d-]{2,}(?: ?[A-Z]{2})?)\\s+\\p{L}.*$");

    private CodesPostaux() {}

    private record Forme(Pattern motif, String exemple) {}

    /** What is wrong with a postal code, in French, with a mend when there is one. */
    public static Optional<String> faute(String pays, String code) {
        String ou = pays == null ? FRANCE : pays;
        Forme forme = FORMES.get(ou);
        String net = code.strip();
        if (forme == null || forme.motif().matcher(net.toUpperCase(Locale.ROOT)).matches()) {
            return Optional.empty();
        }
        if (ou.equals(FRANCE) && LOST_ZERO.matcher(net).matches()) {
            return Optional.of(
                    "Ce code postal a quatre chiffres : écrivez 0" + net
                            + " si le zéro du début a disparu, ou vérifiez-le avec la commune. Hors de France, indiquez le pays.");
        }
        if (ou.equals(FRANCE) && CORSE.matcher(net).matches()) {
            return Optional.of(
                    "Ce code est celui de la commune dans les statistiques. En Corse, le code postal commence"
                            + " par 20, par exemple 20000.");
        }
        return Optional.of(
                "Vérifiez le code postal : il s'écrit comme " + forme.exemple() + " pour ce pays (" + nom(ou) + ").");
    }

    /** Same, for the code that stands before the town in an address; an address without any is not at fault. */
    static Optional<String> fauteDansLAdresse(String pays, String adresse) {
        String[] lignes = adresse.strip().split("\\s*\\n\\s*");
        boolean paysEcrit = lignes.length > 1 && pays(lignes[lignes.length - 1]).isPresent();
        if (paysEcrit) {
            // "FRANCE" under the town; another country there is the address's own
            String ecrit = pays(lignes[lignes.length - 1]).orElseThrow();
            return fauteDansLAdresse(pays == null ? ecrit : pays, sansLaDerniere(lignes));
        }
        String derniere = lignes[lignes.length - 1];
        if (pays != null && !pays.equals(FRANCE)) {
            // On one line a number may be that of the house
            return lignes.length > 1 ? fauteAilleurs(pays, derniere) : Optional.empty();
        }
        Matcher m = CODE_ET_VILLE.matcher(derniere);
        return m.find() ? faute(pays, m.group(1)) : Optional.empty();
    }

    private static String sansLaDerniere(String[] lignes) {
        return String.join("\n", List.of(lignes).subList(0, lignes.length - 1));
    }

    /** The code stands before or after the town, as the country has it: only what stands for one and is none is at fault. */
    private static Optional<String> fauteAilleurs(String pays, String ligne) {
        Forme forme = FORMES.get(pays);
        if (forme == null
                || Pattern.compile("(?<![\\p{L}\\d])" + forme.motif().pattern() + "(?![\\p{L}\\d])")
                        .matcher(ligne.toUpperCase(Locale.ROOT))
                        .find()) {
            return Optional.empty();
        }
        Matcher m = CODE_ETRANGER.matcher(ligne);
        return m.matches() ? faute(pays, m.group(1)) : Optional.empty();
    }

    /** The two letters of a country written by its code or its French name; empty when it is neither. */
    public static Optional<String> pays(String texte) {
        String cherche = Textes.recherche(texte);
        if (AUTRES_NOMS.containsKey(cherche)) {
            return Optional.of(AUTRES_NOMS.get(cherche));
        }
        return java.util.Arrays.stream(Locale.getISOCountries())
                .filter(code -> code.toLowerCase(Locale.ROOT).equals(cherche)
                        || Textes.recherche(nom(code)).equals(cherche))
                .findFirst();
    }

    /** French name of a country. */
    public static String nom(String pays) {
        if (pays.equals(KOSOVO)) {
            return "Kosovo";
        }
        return new Locale.Builder().setRegion(pays).build().getDisplayCountry(Locale.FRENCH);
    }

    private static Map<String, Forme> formes() {
        Map<String, Forme> formes = new LinkedHashMap<>();
        lire("usager/codes-postaux.csv")
                .forEach(l -> formes.put(l.get("pays"), new Forme(Pattern.compile(l.get("motif")), l.get("exemple"))));
        return formes;
    }

    private static Map<String, String> autresNoms() {
        return lire("usager/pays.csv").stream()
                .collect(Collectors.toUnmodifiableMap(l -> l.get("nom"), l -> l.get("code")));
    }

    private static List<CSVRecord> lire(String fichier) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setCommentMarker('#')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader lecteur =
                        new InputStreamReader(new ClassPathResource(fichier).getInputStream(), StandardCharsets.UTF_8);
                CSVParser lignes = CSVParser.parse(lecteur, format)) {
            return lignes.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
