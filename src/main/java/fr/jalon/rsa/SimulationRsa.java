package fr.jalon.rsa;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import fr.jalon.rsa.ResultatSimulation.Condition;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Estimates the RSA of a foyer and explains each step (CASF, L262-1 to L262-10 and R262-1 to R262-13). Figures and legal
 * choices come from the decision tables in force in the month of the right. Stateless; stores nothing. It is an estimate:
 * the CAF decides.
 */
@Service
public class SimulationRsa {

    private final Tables tables;
    private final EligibiliteRsa eligibilite;
    private final ControleDemande controle;

    SimulationRsa(Tables tables, EligibiliteRsa eligibilite, ControleDemande controle) {
        this.tables = tables;
        this.eligibilite = eligibilite;
        this.controle = controle;
    }

    /**
     * Computes the right and the amount.
     *
     * @throws SaisieInvalide with the path of each field that is missing, out of bounds or unknown
     */
    public ResultatSimulation simuler(DemandeSimulation demande) {
        controle.verifier(demande);
        return calculer(demande);
    }

    /** Same, for a situation checked when it was declared; the age of its claimant may since be unknown. */
    ResultatSimulation calculer(DemandeSimulation demande) {
        Bareme bareme = Bareme.du(YearMonth.parse(demande.mois()), demande.montantBase(), tables);
        Foyer foyer = new Foyer(demande, bareme, tables);
        CalculMontant calcul = new CalculMontant(foyer, bareme, tables);
        Droit droit = droit(foyer, calcul, foyer.enfants().size());
        MontantFoyer montant = calcul.meilleur(droit.adultesComptes());
        if (montant.enfants() == 0 && !foyer.enfants().isEmpty()) {
            droit = droit(foyer, calcul, 0);
            montant = calcul.meilleur(droit.adultesComptes());
        }
        Ligne versement = versement(montant.montantAuCentime(), bareme);
        return resultat(new Simulation(foyer, bareme, droit, montant, versement));
    }

    private Droit droit(Foyer foyer, CalculMontant calcul, int enfants) {
        return Droit.verifier(foyer, enfants, calcul.majoration(enfants), null, eligibilite);
    }

    private Ligne versement(BigDecimal montant, Bareme bareme) {
        return tables.ligne(
                "versement-rsa",
                Map.of(
                        "montantCalcule",
                        montant,
                        "versementMinimum",
                        bareme.parametres().decimal("versementMinimum")));
    }

    private ResultatSimulation resultat(Simulation s) {
        Narration narration = new Narration(tables);
        new RecitSimulation(s, narration, tables).raconter();
        boolean ouvert = s.droit().ouvert() && s.versement().vrai("respectee");
        return new ResultatSimulation(
                ouvert,
                ouvert ? s.montant().montantAuCentime() : MontantFoyer.auCentime(BigDecimal.ZERO),
                MontantFoyer.auCentime(s.montant().forfaitaire()),
                MontantFoyer.auCentime(s.montant().forfaitLogement()),
                MontantFoyer.auCentime(s.montant().baseRessources()),
                s.montant().majorationRetenue(),
                s.montant().enfants(),
                finMajoration(s),
                conditions(s),
                narration.explications(),
                narration.aConfirmer());
    }

    private static String finMajoration(Simulation s) {
        YearMonth fin = s.montant().majorationRetenue() ? s.montant().finMajoration() : null;
        return fin == null ? null : fin.toString();
    }

    private List<Condition> conditions(Simulation s) {
        List<Condition> conditions = new ArrayList<>();
        s.droit()
                .conditions()
                .forEach(c -> conditions.add(new Condition(c.code(), c.respectee(), c.article(), c.texte())));
        Ligne versement = s.versement();
        Ligne motif = tables.ligne("motifs", "motif", versement.texte("motif"));
        conditions.add(new Condition(
                versement.texte("condition"),
                versement.vrai("respectee"),
                versement.texte("article"),
                motif.texte("texte")));
        return conditions;
    }
}
