package fr.jalon.courrier;

/** Gives blocks of letter numbers that no other node gets. */
interface SequenceCourrier {

    /**
     * Takes a block of consecutive numbers.
     *
     * @return the first number of the block, from 1 each year
     */
    long prendre(int annee, int combien);
}
