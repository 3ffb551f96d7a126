package fr.jalon.importation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Row of {@code import_ligne}, its cells decrypted. */
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
        int version) {

    LigneEnregistree avecValeurs(Map<String, String> nouvelles) {
        return new LigneEnregistree(
                id, importId, numero, nouvelles, statut, ecrite, messages, dossierNumero, antenne, resultat, version);
    }
}
