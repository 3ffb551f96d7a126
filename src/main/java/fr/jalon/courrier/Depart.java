package fr.jalon.courrier;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import java.time.LocalDate;

/** A letter leaves as it is only while what it says holds: an appointment that is past is given to nobody. */
final class Depart {

    private Depart() {}

    /** @throws Conflit when what the letter says is over on that day */
    static void exiger(CourrierVue courrier, LocalDate jour) {
        if (courrier.depasse(jour)) {
            throw new Conflit(pourquoi(courrier));
        }
    }

    /** Why it does not leave, and what to do. */
    static String pourquoi(CourrierVue courrier) {
        return "Le courrier " + courrier.numero() + " donne un rendez-vous du " + Horloge.enMots(courrier.partAvant())
                + ", qui est passé : il ne part plus. Donnez une autre date, un nouveau courrier le remplacera ; sinon,"
                + " annulez-le.";
    }
}
