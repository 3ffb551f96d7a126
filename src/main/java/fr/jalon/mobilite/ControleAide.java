package fr.jalon.mobilite;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Montant;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.CatalogueDecisions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether an aid can be computed as it is written: known kinds, amounts to the cent, days that happened. */
@Component
class ControleAide {

    static final String BAREME = "aides-mobilite";
    private static final int AGE_MAX = 120;
    private static final int RANG_MAX = 20;
    private static final int AIDES_MAX = 200;

    private final CatalogueDecisions catalogue;
    private final ParametresMobilite parametres;

    ControleAide(CatalogueDecisions catalogue, ParametresMobilite parametres) {
        this.catalogue = catalogue;
        this.parametres = parametres;
    }

    /**
     * Cost of the aid, in cents.
     *
     * @throws SaisieInvalide with each field that is missing or wrong
     */
    long verifier(AideDemandee demande) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        parmi("nature", demande.nature(), catalogue.valeurs(BAREME, "nature"), erreurs);
        long cout = montant("cout", demande.cout(), erreurs);
        Montant maximum = parametres.coutMaximal();
        if (cout > 0 && new Montant(Centimes.enEuros(cout)).compareTo(maximum) > 0) {
            erreurs.add(new ErreurChamp(
                    "cout", "Ce coût dépasse " + maximum.enFrancais() + " : vérifiez le montant du devis."));
        }
        verifier(demande.faits() == null ? FaitsMobilite.INCONNUS : demande.faits(), erreurs);
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        return cout;
    }

    private void verifier(FaitsMobilite faits, List<ErreurChamp> erreurs) {
        entre("faits.age", faits.age(), 0, AGE_MAX, "Vérifiez l’âge, en années.", erreurs);
        entre("faits.rang", faits.rang(), 1, RANG_MAX, "Le rang vaut 1 pour une première demande.", erreurs);
        if (faits.vehicule() != null) {
            parmi("faits.vehicule", faits.vehicule(), catalogue.valeurs(BAREME, "vehicule"), erreurs);
        }
        List<AidePassee> aides = faits.aides();
        if (aides.size() > AIDES_MAX) {
            erreurs.add(new ErreurChamp("faits.aidesDouzeMois", "Donnez au plus " + AIDES_MAX + " aides."));
            return;
        }
        for (int i = 0; i < aides.size(); i++) {
            verifier("faits.aidesDouzeMois[" + i + "]", aides.get(i), erreurs);
        }
    }

    private void verifier(String champ, AidePassee aide, List<ErreurChamp> erreurs) {
        if (aide == null) {
            erreurs.add(new ErreurChamp(champ, "Décrivez cette aide : sorte, montant, date."));
            return;
        }
        parmi(champ + ".nature", aide.nature(), catalogue.valeurs(BAREME, "nature"), erreurs);
        montant(champ + ".montant", aide.montant(), erreurs);
        if (aide.le() == null || aide.le().isAfter(parametres.aujourdhui())) {
            erreurs.add(new ErreurChamp(champ + ".le", "Donnez la date de la décision, aujourd’hui ou avant."));
        }
    }

    private static void parmi(String champ, String valeur, List<String> connues, List<ErreurChamp> erreurs) {
        if (valeur == null || !connues.contains(valeur)) {
            erreurs.add(new ErreurChamp(champ, "Choisissez parmi : " + String.join(", ", connues) + "."));
        }
    }

    private static long montant(String champ, BigDecimal euros, List<ErreurChamp> erreurs) {
        try {
            return Centimes.lire(champ, euros);
        } catch (SaisieInvalide e) {
            erreurs.addAll(e.erreurs());
            return 0;
        }
    }

    private static void entre(
            String champ, Integer valeur, int min, int max, String message, List<ErreurChamp> erreurs) {
        if (valeur != null && (valeur < min || valeur > max)) {
            erreurs.add(new ErreurChamp(champ, message));
        }
    }
}
