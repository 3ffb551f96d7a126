package fr.jalon.prescription;

import java.util.List;
import java.util.UUID;

/**
 * A referral: what the person asks for.
 *
 * @param origineId dossier that it comes from, null for none
 * @param message words for the partner, null for none
 * @param motifSuite why another partner was chosen, or none; null before
 * @param constat what the référent accès aux droits did, null when it was not asked
 */
public record PrescriptionVue(
        UUID dossierId,
        UUID origineId,
        List<Besoin> besoins,
        String message,
        String prescripteur,
        String constat,
        String motifSuite,
        boolean avisRendu) {

    public PrescriptionVue {
        besoins = List.copyOf(besoins);
    }
}
