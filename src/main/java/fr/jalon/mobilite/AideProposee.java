package fr.jalon.mobilite;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules propose; nobody decided.
 *
 * @param droitOuvert false only when a known fact closes it
 * @param montant euros that the CCAS would pay; 0 when the aid is not possible
 * @param partUsager euros that stay with the person
 * @param decideur who decides: {@link #RESPONSABLE}, {@code CAI} or {@link #URGENCE}
 * @param lignes the computation, line by line
 * @param motifs why it is not possible; none when it is
 * @param aConfirmer what is not known, not answered, or not sure
 */
public record AideProposee(
        boolean droitOuvert,
        BigDecimal montant,
        BigDecimal partUsager,
        String decideur,
        String raisonDecideur,
        List<LigneDeCalcul> lignes,
        List<MotifMobilite> motifs,
        List<String> aConfirmer) {

    /** Who decides: the responsable of the antenne. */
    public static final String RESPONSABLE = "RESPONSABLE";

    /** Who decides: the responsable des dispositifs, between two sessions; the CAI ratifies it at the next one. */
    public static final String URGENCE = "URGENCE";

    public AideProposee {
        lignes = List.copyOf(lignes);
        motifs = List.copyOf(motifs);
        aConfirmer = List.copyOf(aConfirmer);
    }

    /** The same, with one more thing to confirm. */
    AideProposee avecAConfirmer(String phrase) {
        List<String> tout = new ArrayList<>(aConfirmer);
        tout.add(phrase);
        return new AideProposee(droitOuvert, montant, partUsager, decideur, raisonDecideur, lignes, motifs, tout);
    }
}
