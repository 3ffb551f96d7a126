package fr.jalon.formation;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the rules say of a request; nobody decided.
 *
 * @param droitOuvert false only when a known fact closes it
 * @param demandeAuCcas euros that the plan asks of the CCAS: no decision grants more
 * @param partUsager euros that the plan leaves to the person
 * @param decideur {@code RESPONSABLE}, {@code CAI} or {@code URGENCE}
 * @param motifs why it is not possible as asked; none when it is
 * @param aConfirmer what is not known, not answered, not given or not sure
 */
public record PropositionFormation(
        boolean droitOuvert,
        BigDecimal demandeAuCcas,
        BigDecimal partUsager,
        String decideur,
        String raisonDecideur,
        List<Etape> lignes,
        List<Motif> motifs,
        List<String> aConfirmer) {

    /** Code of who decides when the training begins before the next session. */
    public static final String URGENCE = "URGENCE";

    /** Code of who decides under the threshold. */
    public static final String RESPONSABLE = "RESPONSABLE";

    public PropositionFormation {
        lignes = List.copyOf(lignes);
        motifs = List.copyOf(motifs);
        aConfirmer = List.copyOf(aConfirmer);
    }

    /**
     * One line of the computation.
     *
     * @param montant euros; what is taken off is below zero
     * @param regle the rule, in plain French
     */
    public record Etape(String libelle, BigDecimal montant, String regle, String source) {}

    /** Why it is not possible: condition of {@code conditions-formation}, its sentence, what would change it. */
    public record Motif(String code, String texte, String quiChangerait) {}
}
