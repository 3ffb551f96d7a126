package fr.jalon.courrier;

import org.springframework.stereotype.Component;

/**
 * Numbers printed on the letters, C-2026-000123. Each node takes a block and gives it out, so that letters written at the
 * same time do not wait for each other. A number is never given twice; a restart or an undone transaction leaves holes.
 */
@Component
class NumerosCourrier {

    private static final int TAILLE_DU_BLOC = 50;

    private final SequenceCourrier sequence;
    private int annee;
    private long suivant;
    private long fin;

    NumerosCourrier(SequenceCourrier sequence) {
        this.sequence = sequence;
    }

    synchronized String prochain(int anneeVoulue) {
        if (anneeVoulue != annee || suivant >= fin) {
            long premier = sequence.prendre(anneeVoulue, TAILLE_DU_BLOC);
            annee = anneeVoulue;
            suivant = premier;
            fin = premier + TAILLE_DU_BLOC;
        }
        return String.format("C-%d-%06d", annee, suivant++);
    }
}
