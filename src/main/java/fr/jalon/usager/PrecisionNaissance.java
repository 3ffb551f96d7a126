package fr.jalon.usager;

import java.time.LocalDate;

/** What of a stored birth date is known. */
enum PrecisionNaissance {
    JOUR,
    MOIS,
    ANNEE;

    static PrecisionNaissance de(Naissance n) {
        if (n.complete()) {
            return JOUR;
        }
        return n.mois() == null ? ANNEE : MOIS;
    }

    /** @param auPlusTot first day that it may be, as the table keeps it */
    Naissance naissance(LocalDate auPlusTot) {
        return switch (this) {
            case JOUR -> Naissance.du(auPlusTot);
            case MOIS -> new Naissance(auPlusTot.getYear(), auPlusTot.getMonthValue(), null);
            case ANNEE -> new Naissance(auPlusTot.getYear(), null, null);
        };
    }
}
