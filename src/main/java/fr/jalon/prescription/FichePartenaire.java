package fr.jalon.prescription;

import java.util.List;

/**
 * What a partner sees of a referral: the agreed facts, nothing else.
 *
 * @param numero number of the dossier, for the telephone
 * @param donnees with their values; none once the sharing is over
 */
public record FichePartenaire(String numero, PropositionVue proposition, List<DonneePartagee> donnees) {

    public FichePartenaire {
        donnees = List.copyOf(donnees);
    }

    /** The name that the list shows, null when it may not be read any more. */
    public String nom() {
        return donnees.stream()
                .filter(d -> d.code().equals("NOM"))
                .map(DonneePartagee::valeur)
                .findFirst()
                .orElse(null);
    }
}
