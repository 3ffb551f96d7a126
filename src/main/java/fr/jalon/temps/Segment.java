package fr.jalon.temps;

import java.time.Instant;

/**
 * A part of the life of a dossier, as long as the same step blocks it. The first begins with the dossier, each begins where the one
 * before ends, the last ends with the dossier.
 *
 * @param etape element id of the step, null between two steps
 * @param suspendu whether the target of the dossier stood still
 * @param fin null while it lasts
 */
public record Segment(String etape, Porteur porteur, boolean suspendu, Instant debut, Instant fin) {

    boolean memeSituation(Segment autre) {
        return java.util.Objects.equals(etape, autre.etape) && porteur == autre.porteur && suspendu == autre.suspendu;
    }

    Segment finissant(Instant quand) {
        return new Segment(etape, porteur, suspendu, debut, quand);
    }
}
