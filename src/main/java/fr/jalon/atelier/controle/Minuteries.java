package fr.jalon.atelier.controle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.Duration;

/** Timers: what ISO 8601 says of them, and nothing that would wake up without end. */
final class Minuteries {

    private static final int LONGUEUR_MAX = 60;
    private static final Pattern CYCLE = Pattern.compile("R(\\d{0,6})/(P[^/]+)(?:/([^/]+))?");
    private static final BigInteger ANNEES_MAX = BigInteger.valueOf(20);

    @SuppressWarnings("JavaUtilDate") // asked for by the durations of XML, which count months from a day
    private static final Date REPERE = new Date(0);

    private final Politique politique;

    Minuteries(Politique politique) {
        this.politique = politique;
    }

    /** Null when the date is one. */
    String fauteDate(String texte) {
        if (texte.length() > LONGUEUR_MAX) {
            return "ce n’est pas une date.";
        }
        try {
            if (texte.length() == 10) {
                LocalDate.parse(texte);
            } else if (texte.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")) {
                OffsetDateTime.parse(texte);
            } else {
                LocalDateTime.parse(texte);
            }
            return null;
        } catch (DateTimeParseException e) {
            return "ce n’est pas une date.";
        }
    }

    String fauteDuree(String texte) {
        return fauteDuree(texte, politique.texte("minuterie.min"), "elle dure moins d’une minute.");
    }

    private static String fauteDuree(String texte, String minimum, String trop) {
        Duration duree = texte.length() > LONGUEUR_MAX ? null : duree(texte);
        if (duree == null || duree.getSign() < 0) {
            return "ce n’est pas une durée.";
        }
        if (millis(duree) < millis(duree(minimum))) {
            return trop;
        }
        return millis(duree) > ANNEES_MAX.longValue() * 366 * 86_400_000 ? "elle dure plus de vingt ans." : null;
    }

    String fauteCycle(String texte) {
        Matcher cycle = CYCLE.matcher(texte);
        if (texte.length() > LONGUEUR_MAX || !cycle.matches()) {
            return "écrivez une répétition comme R3/P7D.";
        }
        if (cycle.group(1).isEmpty()) {
            return fauteDuree(cycle.group(2), politique.texte("cycle.sans.fin.min"), "elle se répète trop souvent.");
        }
        if (Integer.parseInt(cycle.group(1)) > politique.nombre("cycle.fois.max")) {
            return "elle se répète plus de " + politique.texte("cycle.fois.max") + " fois.";
        }
        return fauteDuree(cycle.group(2));
    }

    private static long millis(Duration duree) {
        return duree.getTimeInMillis(REPERE);
    }

    private static Duration duree(String texte) {
        try {
            Duration duree = DatatypeFactory.newDefaultInstance().newDuration(texte);
            for (var champ : new javax.xml.datatype.DatatypeConstants.Field[] {
                javax.xml.datatype.DatatypeConstants.YEARS,
                javax.xml.datatype.DatatypeConstants.MONTHS,
                javax.xml.datatype.DatatypeConstants.DAYS,
                javax.xml.datatype.DatatypeConstants.HOURS,
                javax.xml.datatype.DatatypeConstants.MINUTES
            }) {
                if (duree.getField(champ) instanceof BigInteger nombre && nombre.bitLength() > 31) {
                    return null;
                }
            }
            return duree;
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return null;
        }
    }
}
