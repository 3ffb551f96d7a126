package fr.jalon.rsa;

import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Figures in force in the month of the right, and the amounts that follow from them alone. Nothing is rounded here: the
 * rounding comes once, at the end.
 *
 * @param mois month of the right
 * @param base base amount for one person
 * @param baseFournie the caller gave the base amount
 * @param ligneBase row of {@code montant-base-rsa}
 * @param parametres row of {@code parametres-rsa}
 */
record Bareme(YearMonth mois, BigDecimal base, boolean baseFournie, Ligne ligneBase, Ligne parametres) {

    /** Enough digits that a cent is never at stake. */
    static final MathContext PRECISION = MathContext.DECIMAL64;

    static Bareme du(YearMonth mois, BigDecimal montantBase, Tables tables) {
        Ligne ligneBase = tables.ligne("montant-base-rsa", "mois", mois.atDay(1));
        Ligne parametres = tables.ligne("parametres-rsa", "mois", mois.atDay(1));
        boolean fournie = montantBase != null;
        return new Bareme(mois, fournie ? montantBase : ligneBase.decimal("montant"), fournie, ligneBase, parametres);
    }

    /**
     * Multiplier of the base for a foyer (CASF, R262-1): only children get the share of the higher ranks. A child who lives in turn
     * with both parents brings half of its share and takes the last ranks (Conseil d'État, 398911).
     *
     * @param alternees for each child counted, whether it lives in turn with both parents
     */
    BigDecimal coefficient(int adultes, List<Boolean> alternees) {
        long entiers = alternees.stream().filter(alternee -> !alternee).count();
        BigDecimal total = BigDecimal.ONE;
        for (int personne = 2; personne <= adultes + alternees.size(); personne++) {
            int rangEnfant = personne - adultes;
            BigDecimal part = parametres.decimal(part(personne, rangEnfant));
            total = total.add(rangEnfant > entiers ? part.multiply(partAlternee()) : part);
        }
        return total;
    }

    private String part(int personne, int rangEnfant) {
        if (rangEnfant >= parametres.entier("rangEnfantSupplementaire")) {
            return "coefEnfantSupplementaire";
        }
        return personne == 2 ? "coefDeuxiemePersonne" : "coefTroisiemePersonne";
    }

    private BigDecimal partAlternee() {
        return parametres.decimal("partResidenceAlternee");
    }

    BigDecimal forfaitaire(int adultes, List<Boolean> alternees) {
        return base.multiply(coefficient(adultes, alternees));
    }

    /** Increased amount of a lone parent or of a pregnant woman alone (CASF, L262-9 and R262-1). */
    BigDecimal majore(List<Boolean> alternees) {
        BigDecimal enfants = alternees.stream()
                .map(alternee -> alternee ? partAlternee() : BigDecimal.ONE)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return base.multiply(parametres
                .decimal("majorationBase")
                .add(parametres.decimal("majorationParEnfant").multiply(enfants)));
    }

    /** Whole forfait logement: a share of the amount for one, two, or three persons and more (CASF, R262-9). */
    BigDecimal forfaitLogement(int personnes) {
        int plafonnees = Math.min(personnes, 3);
        return forfaitaire(plafonnees, List.of()).multiply(parametres.decimal("tauxLogement" + plafonnees));
    }

    YearMonth premierMoisReference() {
        return mois.minusMonths(parametres.entier("premierMoisReference"));
    }

    YearMonth dernierMoisReference() {
        return mois.minusMonths(parametres.entier("dernierMoisReference"));
    }

    /** The months whose resources count, oldest first (CASF, R262-7). */
    List<YearMonth> moisDeReference() {
        return Stream.iterate(premierMoisReference(), m -> !m.isAfter(dernierMoisReference()), m -> m.plusMonths(1))
                .toList();
    }

    boolean estDeReference(YearMonth autre) {
        return !autre.isBefore(premierMoisReference()) && !autre.isAfter(dernierMoisReference());
    }

    BigDecimal nombreMoisReference() {
        return BigDecimal.valueOf(
                1L + parametres.entier("premierMoisReference") - parametres.entier("dernierMoisReference"));
    }

    /** Most that an interrupted resource may be reduced by, a month (CASF, R262-13). */
    BigDecimal plafondNeutralisation() {
        return base.multiply(parametres.decimal("plafondNeutralisation"));
    }

    /** Words of the sentences about the base amount. */
    Map<String, String> motsBase() {
        return Map.of(
                "mois", Narration.mois(mois),
                "base", Narration.euros(base),
                "source", ligneBase.texte("source"));
    }
}
