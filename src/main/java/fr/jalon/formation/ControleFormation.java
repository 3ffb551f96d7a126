package fr.jalon.formation;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Montant;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.financement.EtatSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a request can be read by the rules: an amount to the cent, dates in order, hours that exist, refusals with their proof. */
@Component
class ControleFormation {

    private final ParametresFormation parametres;

    ControleFormation(ParametresFormation parametres) {
        this.parametres = parametres;
    }

    /**
     * Cost of the training, in cents.
     *
     * @throws SaisieInvalide with each field that is missing or wrong, in the names of the form
     */
    long verifier(DemandeFormation demande) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        long cout = cout(demande, erreurs);
        verifier(demande.formation(), erreurs);
        verifier(demande.organisme(), erreurs);
        for (int i = 0; i < demande.plan().size(); i++) {
            FinanceurSollicite f = demande.plan().get(i);
            if (f.source().etat() == EtatSource.REFUSE && Textes.ouNull(f.preuve()) == null) {
                erreurs.add(new ErreurChamp(
                        "preuve" + (i + 1), "Donnez la référence du refus : il montre que le CCAS vient en dernier."));
            }
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        return cout;
    }

    private long cout(DemandeFormation demande, List<ErreurChamp> erreurs) {
        try {
            long cout = Centimes.lire("cout", demande.cout());
            Montant maximum = parametres.coutMaximal();
            if (new Montant(Centimes.enEuros(cout)).compareTo(maximum) > 0) {
                erreurs.add(new ErreurChamp(
                        "cout", "Ce coût dépasse " + maximum.enFrancais() + " : vérifiez le montant du devis."));
            }
            return cout;
        } catch (SaisieInvalide e) {
            erreurs.addAll(e.erreurs());
            return 0;
        }
    }

    private void verifier(FormationVisee formation, List<ErreurChamp> erreurs) {
        if (formation.fin().isBefore(formation.debut())) {
            erreurs.add(new ErreurChamp("dateFin", "La formation finit avant de commencer : vérifiez les deux dates."));
        }
        int maximum = parametres.heuresMaximales();
        if (formation.heures() < 1 || formation.heures() > maximum) {
            erreurs.add(new ErreurChamp("heures", "Donnez un nombre d’heures entre 1 et " + maximum + "."));
        }
    }

    private static void verifier(OrganismeFormation organisme, List<ErreurChamp> erreurs) {
        if (Boolean.TRUE.equals(organisme.certifie()) && Textes.ouNull(organisme.qualiopi()) == null) {
            erreurs.add(new ErreurChamp("numeroQualiopi", "Écrivez le numéro du certificat Qualiopi."));
        }
    }
}
