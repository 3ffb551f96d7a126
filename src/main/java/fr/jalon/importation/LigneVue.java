package fr.jalon.importation;

import java.util.List;
import java.util.Map;

/**
 * A row as screens and the API see it.
 *
 * @param numero number in the file, as a spreadsheet shows it
 * @param statut null until the row is examined
 * @param intitule short words by which somebody recognises the row
 * @param precision what tells apart two rows of the same words, or null
 * @param valeurs text of each column, empty once erased
 * @param numeroDossier null when no dossier is concerned
 * @param antenne antenne of that dossier
 * @param dossierVisible whether the reader may open that dossier
 */
public record LigneVue(
        int numero,
        StatutLigne statut,
        boolean ecrite,
        String intitule,
        String precision,
        List<MessageLigne> messages,
        Map<String, String> valeurs,
        String numeroDossier,
        String antenne,
        boolean dossierVisible,
        String resultat,
        int version) {

    public LigneVue {
        messages = List.copyOf(messages);
        valeurs = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(valeurs));
    }
}
