package fr.jalon.rsa.parcours;

import fr.jalon.courrier.Delegations;
import fr.jalon.decision.Confirmations;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an agent may choose when a delay is over. What the law does not surely allow is not offered. */
@Component
class SuitesPossibles {

    /** The row by which silence is a refusal: its application to the RSA is to be confirmed (CRPA, L231-4 3°). */
    static final String REGLE_SILENCE = "Rule_RsaSilenceCaf";

    static final String TABLE_DELAIS = "delais";

    /** What the letter "classement-sans-suite" does in law. */
    private static final String ACTE_CLASSEMENT = "DECISION";

    private final Confirmations confirmations;
    private final Delegations delegations;
    private final Pieces pieces;

    SuitesPossibles(Confirmations confirmations, Delegations delegations, Pieces pieces) {
        this.confirmations = confirmations;
        this.delegations = delegations;
        this.pieces = pieces;
    }

    /**
     * After the time given to bring pieces. Closing is a refusal: without a recorded delegation it is not ours to decide, and the claim
     * goes to the CAF as it is (CASF, L262-13). Nor is a claim closed for pieces that came meanwhile.
     */
    List<Map<String, String>> apresUnDelai(DossierVue dossier) {
        List<Map<String, String>> suites = new ArrayList<>();
        suites.add(suite("Instruire en l'état, avec les pièces reçues", "INSTRUIRE"));
        if (!dossier.prolonge()) {
            suites.add(suite("Prolonger le délai une fois", "PROLONGER"));
        }
        if (!pieces.manquantes(dossier.id()).isEmpty() && delegations.enVigueur(ACTE_CLASSEMENT, dossier.antenne())) {
            suites.add(suite("Classer sans suite", "CLORE"));
        }
        return suites;
    }

    /** After the silence of the CAF: an implicit refusal is told only once somebody named has confirmed that the law makes it one. */
    List<Map<String, String>> apresUnSilence() {
        List<Map<String, String>> suites = new ArrayList<>();
        suites.add(suite("Transmettre à nouveau la demande et attendre", "RELANCER"));
        if (confirmations.sure(TABLE_DELAIS, REGLE_SILENCE)) {
            suites.add(suite("Informer la personne du rejet implicite et de ses recours", "REJET_IMPLICITE"));
        }
        return suites;
    }

    private static Map<String, String> suite(String libelle, String valeur) {
        return Map.of("label", libelle, "value", valeur);
    }
}
