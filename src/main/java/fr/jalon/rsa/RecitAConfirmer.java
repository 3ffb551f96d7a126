package fr.jalon.rsa;

import static fr.jalon.rsa.Narration.euros;

import fr.jalon.decision.Tables;
import java.math.BigDecimal;
import java.util.Map;

/** Lists what a simulation supposed, and the figures whose source is not certain. */
class RecitAConfirmer {

    private final Foyer foyer;
    private final Bareme bareme;
    private final MontantFoyer montant;
    private final Narration narration;
    private final Tables tables;

    RecitAConfirmer(Simulation simulation, Narration narration, Tables tables) {
        this.foyer = simulation.foyer();
        this.bareme = simulation.bareme();
        this.montant = simulation.montant();
        this.narration = narration;
        this.tables = tables;
    }

    void raconter() {
        if (!bareme.baseFournie() && bareme.ligneBase().incertaine()) {
            narration.aConfirmer("CONFIRMER_BASE", bareme.motsBase());
        }
        if (bareme.parametres().incertaine()) {
            narration.aConfirmer(
                    "CONFIRMER_PARAMETRES", Map.of("source", bareme.parametres().texte("source")));
        }
        if (montant.logement().vrai("aConfirmer")) {
            narration.aConfirmer(
                    "CONFIRMER_CONDITION",
                    Map.of(
                            "texte",
                            tables.ligne("motifs", "motif", montant.logement().texte("motif"))
                                    .texte("quiChangerait")));
        }
        if (foyer.isolementContradictoire()) {
            narration.aConfirmer("CONFIRMER_ISOLEMENT", Map.of());
        }
        if (montant.majoration().vrai("aConfirmer")) {
            narration.aConfirmer(
                    "CONFIRMER_CONDITION",
                    Map.of(
                            "texte",
                            tables.ligne("motifs", "motif", montant.majoration().texte("motif"))
                                    .texte("texte")));
        } else if (montant.majorationRetenue()
                && montant.finMajoration() == null
                && !foyer.enfants().isEmpty()) {
            narration.aConfirmer("CONFIRMER_MAJORATION", Map.of());
        }
        if (foyer.assArreteePendantUneFormation()) {
            narration.aConfirmer("CONFIRMER_ASS_FORMATION", Map.of());
        }
        asf();
    }

    /** The ASF counts for a flat part of the BMAF a child (CASF, R262-10-1); a higher amount is most likely the one paid. */
    private void asf() {
        if (foyer.bmaf() == null || foyer.asf().signum() == 0) {
            return;
        }
        BigDecimal parEnfant = foyer.bmaf().multiply(bareme.parametres().decimal("tauxAsfOrphelin"));
        BigDecimal maximum = MontantFoyer.auCentime(
                parEnfant.multiply(BigDecimal.valueOf(foyer.enfants().size())));
        if (foyer.asf().compareTo(maximum) > 0) {
            narration.aConfirmer("CONFIRMER_ASF", Map.of("asf", euros(foyer.asf()), "forfait", euros(maximum)));
        }
    }
}
