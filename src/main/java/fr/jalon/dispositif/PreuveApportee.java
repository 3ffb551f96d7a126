package fr.jalon.dispositif;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;

/**
 * What a body says that it did, with what proves it. Nobody certified it.
 *
 * @param etape code of the step
 * @param heures since the beginning, null where hours do not count
 * @param preuve reference of the certificate or of the invoice
 */
public record PreuveApportee(String etape, Integer heures, String preuve) {

    private static final int PREUVE_MAX = 200;

    /** @throws SaisieInvalide on {@code preuve} */
    public PreuveApportee {
        preuve = Textes.ouNull(preuve);
        if (preuve == null || preuve.length() > PREUVE_MAX) {
            throw new SaisieInvalide(
                    "preuve", "Donnez la référence de l’attestation, en " + PREUVE_MAX + " caractères au plus.");
        }
    }
}
