package fr.jalon.mobilite;

import fr.jalon.commun.Montant;
import fr.jalon.decision.Ligne;
import fr.jalon.financement.PlanDeFinancement;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the CCAS can pay: what the plan asks of it, less the person's share, at most the part, the ceiling and what the person's total
 * leaves.
 */
final class CalculAide {

    private final PlanDeFinancement plan;
    private final Ligne bareme;
    private final RecitDuCalcul recit;
    private final Map<String, String> mots;

    CalculAide(PlanDeFinancement plan, Ligne bareme, RecitDuCalcul recit) {
        this.plan = plan;
        this.bareme = bareme;
        this.recit = recit;
        this.mots = mots(bareme);
    }

    /** Words of the rule of an aid, for its sentence: {@code plafond}, {@code taux}, {@code part}. */
    static Map<String, String> mots(Ligne bareme) {
        Map<String, String> mots = new HashMap<>();
        bareme.decimalSiConnu("plafond").ifPresent(p -> mots.put("plafond", new Montant(p).enFrancais()));
        bareme.decimalSiConnu("partPersonne").ifPresent(p -> mots.put("part", new Montant(p).enFrancais()));
        bareme.decimalSiConnu("taux")
                .ifPresent(t -> mots.put("taux", t.stripTrailingZeros().toPlainString()));
        return mots;
    }

    /**
     * Computes and tells each line that counts.
     *
     * @param resteDuTotal what the person may still receive over the period
     * @param motsDuTotal words of that line
     */
    Montant calculer(Montant resteDuTotal, Map<String, String> motsDuTotal) {
        recit.ligne("COUT", plan.cout(), mots);
        retirer("AUTRES_FINANCEURS", plan.autresFinanceurs());
        retirer("PART_DU_PLAN", plan.partUsager());
        Montant aide = apresLaPart(plan.demandeAuCcas());
        Optional<Montant> partPriseEnCharge = bareme.decimalSiConnu("taux").map(this::partDuCout);
        partPriseEnCharge.ifPresent(p -> recit.ligne("PRISE_EN_CHARGE", p, mots));
        Optional<Montant> plafond = bareme.decimalSiConnu("plafond").map(Montant::new);
        plafond.ifPresent(p -> recit.ligne("PLAFOND", p, bareme, mots));
        aide = auPlus(auPlus(aide, partPriseEnCharge), plafond);
        if (resteDuTotal.compareTo(aide) < 0) {
            recit.ligne("TOTAL_PERSONNE", resteDuTotal, motsDuTotal);
            aide = resteDuTotal;
        }
        recit.ligne("AIDE", aide, mots);
        return aide;
    }

    /** What the plan leaves to the person counts for the share that the rule leaves her. */
    private Montant apresLaPart(Montant aide) {
        Montant part = bareme.decimalSiConnu("partPersonne")
                .map(Montant::new)
                .orElse(Montant.ZERO)
                .moins(plan.partUsager());
        if (!part.estPositif() || !aide.estPositif()) {
            return aide;
        }
        Montant retiree = auPlus(part, Optional.of(aide));
        retirer("PART_PERSONNE", retiree);
        return aide.moins(retiree);
    }

    private void retirer(String etape, Montant montant) {
        if (montant.estPositif()) {
            recit.ligne(etape, Montant.ZERO.moins(montant), mots);
        }
    }

    private Montant partDuCout(BigDecimal taux) {
        return new Montant(plan.cout().euros().multiply(taux).movePointLeft(2));
    }

    private static Montant auPlus(Montant montant, Optional<Montant> limite) {
        return limite.filter(l -> l.compareTo(montant) < 0).orElse(montant);
    }
}
