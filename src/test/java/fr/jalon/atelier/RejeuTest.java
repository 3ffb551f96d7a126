package fr.jalon.atelier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Portee;
import fr.jalon.atelier.RejeuVue.ParAntenne;
import fr.jalon.atelier.rejeu.FaitsPasses;
import fr.jalon.atelier.rejeu.Reponses;
import fr.jalon.atelier.rejeu.Reponses.Ecart;
import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.EvaluationGardee;
import fr.jalon.decision.EvaluationImpossible;
import fr.jalon.decision.EvaluationsDesDossiers.Passee;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The arithmetic of a draft run on the past: what changes, how often, in which dossiers, for how much, and what is hidden. */
class RejeuTest {

    private static final UUID UN = UUID.randomUUID();
    private static final UUID AUTRE = UUID.randomUUID();

    private static EvaluationDecision reponse(Object montant, String avis) {
        return new EvaluationDecision(
                "aide",
                1,
                List.of(new RegleDeclenchee(
                        "Rule_" + avis, "Ligne " + avis, Map.of("montant", montant, "avis", avis))));
    }

    private static Passee passee(long id, UUID dossier, Map<String, Object> faits) {
        return new Passee(
                id, dossier, new EvaluationGardee("aide", 1, Instant.EPOCH, faits, List.of(), Map.of(), Map.of()));
    }

    private static Reponses mots() {
        return new Reponses(Map.of("montant", "Montant (euros)", "avis", "Avis"), Set.of("montant"));
    }

    @Test
    void chaque_reponse_est_comptee_une_fois_et_les_montants_s_ajoutent() {
        List<Map<String, Object>> demandes = new ArrayList<>();
        BilanDeRejeu.Tables tables = new BilanDeRejeu.Tables(
                faits -> {
                    demandes.add(faits);
                    return reponse(100, "ACCORD");
                },
                faits -> {
                    if (faits.get("age") == null) {
                        throw new EvaluationImpossible("aide", new IllegalStateException("âge absent"));
                    }
                    return (int) faits.get("age") < 18 ? reponse(80.5, "PARTIE") : reponse(100.0, "ACCORD");
                },
                mots());
        BilanDeRejeu bilan = BilanDeRejeu.de(
                List.of(
                        passee(3, UN, Map.of("age", 17)),
                        passee(4, UN, Map.of("age", 17)),
                        passee(7, AUTRE, Map.of("age", 40)),
                        passee(9, AUTRE, Map.of("jour", "2026-05-31"))),
                tables);
        assertThat(bilan.rejouees()).isEqualTo(4);
        assertThat(bilan.changees()).isEqualTo(2);
        assertThat(bilan.impossibles()).isEqualTo(1);
        assertThat(bilan.dernier()).isEqualTo(9);
        assertThat(bilan.dossiers()).isEqualTo(Map.of(UN, 2));
        assertThat(bilan.ecarts().keySet()).singleElement().satisfies(e -> {
            assertThat(e.avant()).contains("Montant (euros) : 100", "Avis : ACCORD");
            assertThat(e.apres()).contains("Montant (euros) : 80,5", "Avis : PARTIE");
            assertThat(e.regle()).isEqualTo("Ligne PARTIE");
        });
        assertThat(bilan.sommeAvant()).isEqualByComparingTo("300");
        assertThat(bilan.sommeApres()).isEqualByComparingTo("261");
        assertThat(demandes).as("les mêmes faits ne sont posés qu’une fois").hasSize(3);
        assertThat(demandes.get(2)).containsEntry("jour", LocalDate.of(2026, 5, 31));
    }

    @Test
    void le_meme_resultat_par_une_autre_regle_ne_change_rien() {
        EvaluationDecision avant = reponse(12, "ACCORD");
        EvaluationDecision apres = new EvaluationDecision(
                "aide", 2, List.of(new RegleDeclenchee("Rule_Neuve", "", Map.of("montant", 12.0, "avis", "ACCORD"))));
        assertThat(mots().comparer(avant, apres)).isEmpty();
    }

    @Test
    void une_reponse_qui_disparait_se_dit() {
        EvaluationDecision rien = new EvaluationDecision("aide", 2, List.of());
        Ecart ecart = mots().comparer(reponse(12, "ACCORD"), rien).orElseThrow();
        assertThat(ecart.apres()).isEqualTo("aucune réponse");
        assertThat(ecart.regle()).isEqualTo("Ligne ACCORD");
        assertThat(mots().somme(rien)).isEmpty();
        assertThat(mots().somme(reponse(12, "ACCORD"))).contains(new BigDecimal("12"));
    }

    @Test
    void les_faits_retrouvent_leurs_jours_et_rien_d_autre() {
        Map<String, Object> types = FaitsPasses.types(
                Map.of("mois", "2026-06-01", "code", "2026-13-01", "liste", List.of("2026-06-01", 3), "nom", "AIDE"));
        assertThat(types)
                .containsEntry("mois", LocalDate.of(2026, 6, 1))
                .containsEntry("code", "2026-13-01")
                .containsEntry("liste", List.of(LocalDate.of(2026, 6, 1), 3))
                .containsEntry("nom", "AIDE");
    }

    @Test
    void un_petit_nombre_cache_ne_se_retrouve_pas_par_soustraction() {
        Map<String, Integer> nombres = new LinkedHashMap<>();
        nombres.put("BLOSNE", 3);
        nombres.put("KLEBER", 12);
        nombres.put("MAUREPAS", 7);
        assertThat(Rejeux.masquer(nombres, Portee.AUCUNE, 5))
                .containsExactly(
                        new ParAntenne("BLOSNE", null), new ParAntenne("KLEBER", 12), new ParAntenne("MAUREPAS", null));
        assertThat(Rejeux.masquer(nombres, Portee.TOUTES, 5))
                .extracting(ParAntenne::dossiers)
                .containsExactly(3, 12, 7);
        assertThat(Rejeux.masquer(nombres, Portee.de("BLOSNE"), 5))
                .extracting(ParAntenne::dossiers)
                .containsExactly(3, 12, 7);
    }
}
