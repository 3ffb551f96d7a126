package fr.jalon.importation.rsa;

import fr.jalon.commun.Textes;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.SansAdresse;
import fr.jalon.usager.Telephones;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What two rows of one foyer share: the address with each contact. */
final class MarquesDuFoyer {

    private MarquesDuFoyer() {}

    /** None without an address: a contact alone is often that of a helper. */
    static List<String> de(FichePersonne fiche) {
        if (fiche.adresse() == null || SansAdresse.estVague(fiche.adresse())) {
            return List.of();
        }
        String adresse = "foyer\n" + Textes.recherche(fiche.adresse()) + "\n";
        List<String> marques = new ArrayList<>();
        Telephones.separer(fiche.telephone()).forEach(numero -> marques.add(adresse + Telephones.cle(numero)));
        if (fiche.courriel() != null) {
            marques.add(adresse + fiche.courriel().toLowerCase(Locale.ROOT));
        }
        return marques;
    }
}
