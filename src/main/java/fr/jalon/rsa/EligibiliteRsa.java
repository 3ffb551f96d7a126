package fr.jalon.rsa;

import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Conditions that a person must meet to get the RSA (CASF, L262-2 to L262-10), from the table {@code eligibilite-rsa}. */
@Service
public class EligibiliteRsa {

    static final String TABLE = "eligibilite-rsa";
    private static final String EXPLICATIONS = "explications-rsa";
    private static final String EN_COUPLE = "EN_COUPLE_";

    private final Tables tables;

    EligibiliteRsa(Tables tables) {
        this.tables = tables;
    }

    /**
     * One line per condition, met or not, in the order of the table.
     *
     * @param enCouple whether what would change the result is said to a couple: nothing that a lone parent alone can have
     */
    List<ConditionVerifiee> verifier(FaitsAdulte faits, boolean enCouple) {
        return tables.lignes(TABLE, faits.entrees(groupe(faits.nationalite()))).stream()
                .map(ligne -> condition(ligne, enCouple))
                .toList();
    }

    /** Whether every condition is met; false when nothing could be verified, or a fact is to be asked. */
    public static boolean estEligible(List<ConditionVerifiee> conditions) {
        return !conditions.isEmpty() && conditions.stream().allMatch(ConditionVerifiee::remplie);
    }

    /** Whether no condition shuts the right: it is open once what is to be asked is confirmed. */
    static boolean peutEtreEligible(List<ConditionVerifiee> conditions) {
        return !conditions.isEmpty() && conditions.stream().noneMatch(ConditionVerifiee::ferme);
    }

    String groupe(String nationalite) {
        return tables.ligneSiConnue("groupe-nationalite", Collections.singletonMap("nationalite", nationalite))
                .map(l -> l.texte("groupe"))
                .orElse(null);
    }

    private ConditionVerifiee condition(Ligne ligne, boolean enCouple) {
        String motif = ligne.texte("motif");
        Ligne texte = tables.ligne("motifs", Map.of("motif", motif));
        return new ConditionVerifiee(
                ligne.texte("condition"),
                ligne.indicateur("respectee"),
                motif,
                ligne.id(),
                ligne.texte("article"),
                texte.texte("texte"),
                quiChangerait(motif, texte, enCouple),
                ligne.vrai("aConfirmer"),
                ligne.vrai("exclutDuFoyer"),
                ligne.vrai("fermeSansReponse"));
    }

    private String quiChangerait(String motif, Ligne texte, boolean enCouple) {
        return tables.ligneSiConnue(EXPLICATIONS, Map.of("etape", EN_COUPLE + motif))
                .filter(dite -> enCouple)
                .map(dite -> dite.texte("texte"))
                .orElseGet(() -> texte.texte("quiChangerait"));
    }
}
