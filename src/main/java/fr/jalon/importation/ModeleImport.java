package fr.jalon.importation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** The empty file to fill in: the headers alone, in the form that a French spreadsheet opens at once. */
public final class ModeleImport {

    private static final String MARQUE_UTF8 = "\ufeff";

    private ModeleImport() {}

    /** The titles for what is received that day. */
    public static byte[] csv(TypeImport type, LocalDate jour) {
        return (MARQUE_UTF8
                        + type.colonnesDuModele(jour).stream()
                                .map(ColonneImport::nom)
                                .collect(Collectors.joining(";"))
                        + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
