package fr.jalon.web.budget;

import fr.jalon.commun.Horloge;

/** The year that a budget page shows. */
final class Annee {

    private Annee() {}

    /** As the address says it; the present one when it says nothing that is a year. */
    static int lire(String exercice, Horloge horloge) {
        return exercice != null && exercice.matches("20\\d\\d")
                ? Integer.parseInt(exercice)
                : horloge.aujourdhui().getYear();
    }
}
