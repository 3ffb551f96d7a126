package fr.jalon.web.securite;

import fr.jalon.budget.AQui;
import fr.jalon.budget.Bordereaux;
import fr.jalon.budget.Depenses;
import fr.jalon.budget.Ordres;
import fr.jalon.budget.Paye;
import fr.jalon.budget.Preuve;
import fr.jalon.budget.Titres;
import fr.jalon.commun.Iban;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.Monde;
import java.util.Map;

/** A service to order, an order at the accountant's, a slip and a title, all invented. */
final class ScenesDuBudget {

    private static final int ANNEE = EssaiConfiguration.DEPART.getYear();
    private static final Paye PAYE =
            new Paye(AQui.Nature.PERSONNE, "Personne inventée", null, new Iban("FR7699999000010000000333892"));

    private final Depenses depenses;
    private final Ordres ordres;
    private final Bordereaux bordereaux;
    private final Titres titres;

    ScenesDuBudget(Monde monde) {
        this.depenses = monde.bean(Depenses.class);
        this.ordres = monde.bean(Ordres.class);
        this.bordereaux = monde.bean(Bordereaux.class);
        this.titres = monde.bean(Titres.class);
    }

    void objets(String enveloppe, Map<String, String> tous) {
        String paye = mandat(enveloppe);
        String bordereau = bordereaux.transmettre(ANNEE, "essai.finances");
        ordres.accepter(paye);
        ordres.payer(paye, EssaiConfiguration.DEPART.toLocalDate(), "essai.finances");
        tous.put("/budget/titres/{numero}", titres.emettre(paye, 1, "Heures non faites", "essai.finances"));
        tous.put("/budget/bordereaux/{numero}", bordereau);
        tous.put("/budget/mandats/{numero}", mandat(enveloppe));
        tous.put("/budget/services/{id}", Long.toString(service(enveloppe)));
    }

    private String mandat(String enveloppe) {
        return depenses.ordonner(service(enveloppe), PAYE, Map.of("DECISION", "D-1", "RIB", "R-1"), "essai.finances");
    }

    private long service(String enveloppe) {
        String engagement = depenses.engager(
                depenses.reserver(enveloppe, 100, null, null, "essai.decide"), null, null, "essai.decide");
        return depenses.certifier(
                engagement, 100, new Preuve(Preuve.Sorte.TEXTE, "Facture vue au guichet"), "essai.certifie");
    }
}
