package fr.jalon.importation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Row of {@code import_ligne}, its cells decrypted.
 *
 * @param identiqueA number of the earlier row that says the same word for word, or null
 */
record LigneEnregistree(
        UUID id,
        UUID importId,
        int numero,
        Map<String, String> valeurs,
        StatutLigne statut,
        boolean ecrite,
        List<MessageLigne> messages,
        String dossierNumero,
        String antenne,
        String resultat,
        int version,
        Integer identiqueA) {

    /** Corrected, it says what no other row says. */
    LigneEnregistree avecValeurs(Map<String, String> nouvelles) {
        return new LigneEnregistree(
                id,
                importId,
                numero,
                nouvelles,
                statut,
                ecrite,
                messages,
                dossierNumero,
                antenne,
                resultat,
                version,
                nouvelles.equals(valeurs) ? identiqueA : null);
    }
}
