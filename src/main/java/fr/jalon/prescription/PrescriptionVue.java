package fr.jalon.prescription;

import java.util.List;
import java.util.UUID;

/**
 * A referral: what the person asks for.
 *
 * @param origineId dossier that it comes from, null for none
 * @param message words for the partner, null for none
 * @param constat what the référent accès aux droits did, null when it was not asked
 */
public record PrescriptionVue(
        UUID dossierId,
        UUID origineId,
        List<Besoin> besoins,
        String message,
        String prescripteur,
        String constat,
        boolean avisRendu) {

    public PrescriptionVue {
        besoins = List.copyOf(besoins);
    }
}
