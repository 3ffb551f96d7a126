package fr.jalon.pilotage;

import java.time.LocalDate;

/** Where an open dossier stands before its two dates; a suspended one is late of nothing. */
public enum Situation {
    RETARD("en retard"),
    BIENTOT("bientôt en retard"),
    SUSPENDU("suspendus"),
    A_L_HEURE("à l’heure");

    /** The legal date is past; one value, the day. */
    static final String RETARD_SQL = "(not suspendu and limite is not null and limite < ?)";

    /** The target is reached or past, the legal date is not; two values, the day twice. */
    static final String BIENTOT_SQL =
            "(not suspendu and cible is not null and cible <= ? and (limite is null or limite >= ?))";

    private final String libelle;

    Situation(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    /** Of a dossier, a day. */
    static Situation de(boolean suspendu, LocalDate cible, LocalDate limite, LocalDate jour) {
        if (suspendu) {
            return SUSPENDU;
        }
        if (limite != null && limite.isBefore(jour)) {
            return RETARD;
        }
        return cible != null && !cible.isAfter(jour) ? BIENTOT : A_L_HEURE;
    }
}
