package fr.jalon.importation.lecture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text of a file. A byte order mark decides; else strict UTF-8; else, when most of it is UTF-8, UTF-8 whose wrong bytes are marked, so
 * that their rows alone are refused; else the eight-bit code under which the accents are French: Windows-1252, that of an old Mac or
 * that of DOS.
 */
final class Encodage {

    /** What stands for a byte that the file's own encoding does not know. */
    static final char PERDU = '\uFFFD';

    private static final String FRANCAISES = "éèêëàâçîïôûùœÉÈÊÀÂÇÎÔŒ";
    private static final String PERMISES =
            "äáãåñóòöõúüÿìíæøßšžÄÁÃÅËÏÍÌÑÓÒÖÕÚÙÛÜÆØŠŽŸýÝ«»’‘“”–—…°€§£²³ºªµ·•¿¡\u00a0\u202f";
    /** Letters of Windows-1252 that are others, and frequent ones, in the codes of Turkey and of Central Europe. */
    private static final Pattern D_UN_AUTRE_CODE = Pattern.compile("[\u00fe\u00f0\u00de\u00d0]");

    private static final Pattern PEUT_ETRE_TURC = Pattern.compile("[\u00fd\u00dd]");
    /** No French word has three such letters in a row: what has them is Greek, Russian or Arabic. */
    private static final Pattern D_UNE_AUTRE_ECRITURE = Pattern.compile("[\u00c0-\u00ff]{3}");

    private static final String AUTRE_CODE =
            "Les lettres « ş », « ğ », « ı », « ţ » et celles qui leur ressemblent n'ont pas"
                    + " pu être lues : leurs lignes sont à corriger ici, ou dans le tableur en enregistrant en UTF-8.";
    private static final String TURC =
            "Le « ý » de ce fichier peut être un « ı » turc : vérifiez les noms qui en ont, ou"
                    + " enregistrez le fichier en UTF-8.";
    private static final Pattern LATIN_9 =
            Pattern.compile("\\p{L}[\u00bc\u00bd]\\p{L}|(?<![\\p{L}\\d])[\u00bc\u00bd](?:u|il)");
    private static final String SUPPOSE =
            "Les accents de ce fichier sont ceux d'%s : Jalon les a lus ainsi. Vérifiez les noms, ou enregistrez le"
                    + " fichier en UTF-8.";

    /** @param avis French sentences about doubtful accents */
    record Texte(String contenu, String nom, List<String> avis) {

        Texte {
            avis = List.copyOf(avis);
        }
    }

    private Encodage() {}

    static Texte decoder(byte[] octets) {
        Texte texte = decoderSelonLesOctets(octets);
        if (texte.contenu().indexOf('\0') >= 0) {
            throw LecteurTableau.pasUnTableau();
        }
        return texte;
    }

    private static Texte decoderSelonLesOctets(byte[] octets) {
        if (octets.length >= 2 && (octets[0] & 0xFF) == 0xFF && (octets[1] & 0xFF) == 0xFE) {
            return utf16(octets, StandardCharsets.UTF_16LE);
        }
        if (octets.length >= 2 && (octets[0] & 0xFF) == 0xFE && (octets[1] & 0xFF) == 0xFF) {
            return utf16(octets, StandardCharsets.UTF_16BE);
        }
        boolean marque = octets.length >= 3
                && (octets[0] & 0xFF) == 0xEF
                && (octets[1] & 0xFF) == 0xBB
                && (octets[2] & 0xFF) == 0xBF;
        String utf8 = strict(octets, marque ? 3 : 0, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new Texte(utf8, "UTF-8", List.of());
        }
        String abime = new String(octets, marque ? 3 : 0, octets.length - (marque ? 3 : 0), StandardCharsets.UTF_8);
        return marque || surtoutUtf8(abime)
                ? new Texte(
                        abime,
                        "UTF-8",
                        List.of(
                                "Des caractères de ce fichier sont abîmés : leurs lignes sont à corriger ici, ou dans le"
                                        + " tableur en enregistrant en UTF-8."))
                : surHuitBits(octets);
    }

    /** Accents read as UTF-8 outnumber the bytes that are none: eight-bit codes hardly ever look like UTF-8. */
    private static boolean surtoutUtf8(String abime) {
        long perdus = abime.chars().filter(c -> c == PERDU).count();
        long accents = abime.codePoints().filter(c -> c > 0x7F && c != PERDU).count();
        return accents >= perdus;
    }

    private static Texte surHuitBits(byte[] octets) {
        List<Texte> candidats = List.of(
                huitBits(octets, "windows-1252", "Windows-1252", null),
                latin9(octets),
                huitBits(octets, "x-MacRoman", "MacRoman supposé", "un Mac ancien (MacRoman)"),
                huitBits(octets, "IBM850", "DOS (850) supposé", "un ancien logiciel (DOS, page de code 850)"));
        Texte meilleur = candidats.get(0);
        for (Texte candidat : candidats) {
            if (vraisemblance(candidat.contenu()) > vraisemblance(meilleur.contenu())) {
                meilleur = candidat;
            }
        }
        if (vraisemblance(meilleur.contenu()) == Long.MIN_VALUE) {
            throw LecteurTableau.pasUnTableau();
        }
        boolean suites = D_UNE_AUTRE_ECRITURE
                .matcher(new String(octets, StandardCharsets.ISO_8859_1))
                .find();
        if (suites
                && (vraisemblance(meilleur.contenu()) <= 0
                        || D_UNE_AUTRE_ECRITURE.matcher(meilleur.contenu()).find())) {
            throw LecteurTableau.illisible(
                    "Les lettres de ce fichier ne sont pas françaises, et leur codage n'est pas dit. Enregistrez-le en UTF-8,"
                            + " puis recommencez.");
        }
        return douteMarque(meilleur);
    }

    /** Nobody can tell ş of Turkey from ţ of Romania once both are one byte: their rows are refused, never guessed. */
    private static Texte douteMarque(Texte lu) {
        List<String> avis = new ArrayList<>(lu.avis());
        String contenu = lu.contenu();
        if (D_UN_AUTRE_CODE.matcher(contenu).find()) {
            contenu = D_UN_AUTRE_CODE.matcher(contenu).replaceAll(String.valueOf(PERDU));
            avis.add(AUTRE_CODE);
        }
        if (PEUT_ETRE_TURC.matcher(contenu).find()) {
            avis.add(TURC);
        }
        return new Texte(contenu, lu.nom(), avis);
    }

    private static Texte huitBits(byte[] octets, String code, String nom, String deQui) {
        String contenu = Charset.isSupported(code) ? strict(octets, 0, Charset.forName(code)) : null;
        return new Texte(
                contenu == null ? "" : contenu, nom, deQui == null ? List.of() : List.of(SUPPOSE.formatted(deQui)));
    }

    /** The code of old Linux machines has "œ" where that of Windows has "½": it is thought of only when the other would cut a word. */
    private static Texte latin9(byte[] octets) {
        Texte windows = huitBits(octets, "windows-1252", "", null);
        return LATIN_9.matcher(windows.contenu()).find()
                ? huitBits(octets, "ISO-8859-15", "ISO-8859-15 supposé", "un ancien système (ISO-8859-15)")
                : new Texte("", "", List.of());
    }

    /** French letters speak for a code, signs that no French text holds speak against it. */
    private static long vraisemblance(String texte) {
        if (texte.isEmpty()) {
            return Long.MIN_VALUE;
        }
        long total = 0;
        for (int i = 0; i < texte.length(); i++) {
            char c = texte.charAt(i);
            if (c > 0x7F) {
                boolean capitaleDansUnMot =
                        i > 0 && Character.isUpperCase(c) && Character.isLowerCase(texte.charAt(i - 1));
                // "Noël" of DOS is "Noâl" of a Mac, which is no French
                total -= i > 0 && c == '\u00e2' && texte.charAt(i - 1) == 'o' ? 1 : 0;
                total += capitaleDansUnMot ? -2 : FRANCAISES.indexOf(c) >= 0 ? 2 : PERMISES.indexOf(c) >= 0 ? 0 : -2;
            }
        }
        return total;
    }

    private static Texte utf16(byte[] octets, Charset codage) {
        String texte = strict(octets, 2, codage);
        if (texte == null) {
            throw LecteurTableau.pasUnTableau();
        }
        return new Texte(texte, "UTF-16", List.of());
    }

    private static String strict(byte[] octets, int debut, Charset codage) {
        try {
            return codage.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets, debut, octets.length - debut))
                    .toString();
        } catch (CharacterCodingException e) {
            // Not this encoding: the caller tries the next one, or refuses.
            return null;
        }
    }
}
