package fr.jalon.journal;

import java.util.List;

/**
 * Port: where the heads are kept outside the database. What is put there is never replaced: a folder today, an object storage
 * with retention tomorrow.
 */
interface CoffreDesTetes {

    /** Numbers kept, in order. */
    List<Long> numeros();

    /** Whether a number is kept: the same answer as {@link #numeros}, without reading them all. */
    boolean contient(long numero);

    /** The text of a number. */
    String lire(long numero);

    /**
     * Puts a text under a number that has none.
     *
     * @return false when the number is already taken: nothing is written
     */
    boolean deposer(long numero, String texte);

    /** Where it is, for the messages. */
    String lieu();
}
