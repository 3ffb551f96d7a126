package fr.jalon.pilotage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Months in their quarters in their years; any run of months is the shortest list of these. */
final class Periodes {

    private static final int MOIS_D_UN_TRIMESTRE = 3;
    private static final int MOIS_D_UN_AN = 12;

    private Periodes() {}

    /** The month of a day, its quarter, its year. */
    static List<String> chaine(LocalDate jour) {
        YearMonth mois = YearMonth.from(jour);
        return List.of(mois.toString(), trimestre(mois), Integer.toString(mois.getYear()));
    }

    private static String trimestre(YearMonth mois) {
        return mois.getYear() + "-T" + ((mois.getMonthValue() - 1) / MOIS_D_UN_TRIMESTRE + 1);
    }

    /** The years, quarters and months that make a run of months, both included. */
    static List<String> decouper(YearMonth du, YearMonth au) {
        List<String> parts = new ArrayList<>();
        YearMonth mois = du;
        while (!mois.isAfter(au)) {
            if (mois.getMonthValue() == 1 && !mois.plusMonths(MOIS_D_UN_AN - 1L).isAfter(au)) {
                parts.add(Integer.toString(mois.getYear()));
                mois = mois.plusMonths(MOIS_D_UN_AN);
            } else if (mois.getMonthValue() % MOIS_D_UN_TRIMESTRE == 1
                    && !mois.plusMonths(MOIS_D_UN_TRIMESTRE - 1L).isAfter(au)) {
                parts.add(trimestre(mois));
                mois = mois.plusMonths(MOIS_D_UN_TRIMESTRE);
            } else {
                parts.add(mois.toString());
                mois = mois.plusMonths(1);
            }
        }
        return parts;
    }
}
