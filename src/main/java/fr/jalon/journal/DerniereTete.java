package fr.jalon.journal;

import fr.jalon.journal.Tetes.Fausses;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The last heads that are kept outside and when they say they were kept, under their seal. The database has a day for them too, which
 * whoever writes in it may set to any year: no age is read there.
 */
@Component
class DerniereTete {

    private final CoffreDesTetes coffre;
    private final CleDuJournal cle;
    /** The last number seen: the folder grows by a file every five minutes, and is not listed at each look. */
    private long vue;

    DerniereTete(CoffreDesTetes coffre, CleDuJournal cle) {
        this.coffre = coffre;
        this.cle = cle;
    }

    /**
     * When the last heads were kept; null when none is.
     *
     * @throws Fausses when the last ones do not bear the seal of Jalon
     */
    synchronized Instant quand() throws Fausses {
        long numero = numero();
        if (numero == 0) {
            return null;
        }
        Tetes lues = Tetes.lire(coffre.lire(numero), cle);
        if (lues.numero() != numero) {
            throw new Fausses("porte le n° " + lues.numero() + " : il a été déplacé");
        }
        return lues.quand();
    }

    private long numero() {
        if (vue == 0 || !coffre.contient(vue)) {
            List<Long> numeros = coffre.numeros();
            vue = numeros.isEmpty() ? 0 : numeros.get(numeros.size() - 1);
        }
        while (vue > 0 && coffre.contient(vue + 1)) {
            vue++;
        }
        return vue;
    }
}
