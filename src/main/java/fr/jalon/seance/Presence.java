package fr.jalon.seance;

/** Attendance of a member. */
public enum Presence {
    NON_NOTEE("Non notée"),
    PRESENT("Présent"),
    EXCUSE("Excusé"),
    ABSENT("Absent");

    private final String libelle;

    Presence(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
