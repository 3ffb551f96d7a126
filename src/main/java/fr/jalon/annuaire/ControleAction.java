package fr.jalon.annuaire;

import fr.jalon.annuaire.Nomenclature.Objectif;
import fr.jalon.commun.Textes;
import java.time.LocalDate;

/** Cleans the card of an action of the pact and refuses what cannot be, field by field. */
final class ControleAction {

    private static final LocalDate PREMIER_JOUR = LocalDate.of(1990, 1, 1);
    private static final LocalDate DERNIER_JOUR = LocalDate.of(2100, 1, 1);

    private ControleAction() {}

    static FicheAction verifier(FicheAction f, Nomenclature nomenclature) {
        ControleTextes c = new ControleTextes();
        String titre = c.obligatoire("titre", f.titre(), 500, "Donnez un titre à l'action.");
        String objectif = Textes.ouNull(f.objectif());
        if (nomenclature.objectif(objectif).map(Objectif::code).isEmpty()) {
            c.refuser("objectif", "Choisissez l'objectif du pacte que l'action sert : il donne son levier.");
        }
        if (f.echeance() != null
                && (f.echeance().isBefore(PREMIER_JOUR) || f.echeance().isAfter(DERNIER_JOUR))) {
            c.refuser("echeance", "Vérifiez l'année de cette date.");
        }
        FicheAction propre = new FicheAction(
                titre,
                objectif,
                c.facultatif("objectifOperationnel", f.objectifOperationnel(), 500),
                c.facultatif("pilote", f.pilote(), 200),
                c.facultatif("partenaires", f.partenaires(), 500),
                c.facultatif("origine", f.origine(), 200),
                c.facultatif("page", f.page(), 20),
                f.echeance(),
                f.etat(),
                c.lignes("preuve", f.preuve(), 1000),
                c.lignes("bilanMiParcours", f.bilanMiParcours(), 3000),
                c.lignes("bilanFinal", f.bilanFinal(), 3000));
        c.terminer();
        return propre;
    }
}
