package fr.jalon.financement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Montant;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.MoteurDecisionFichiers;
import fr.jalon.decision.TableVerifiee;
import fr.jalon.decision.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan sums to its cost, to the cent, or says by how much it does not. */
class PlansTest {

    private final Plans plans = new Plans(new Tables(new MoteurDecisionFichiers()));

    private static SourceDemandee montant(String financeur, String euros, EtatSource etat) {
        return new SourceDemandee(financeur, new BigDecimal(euros), null, null, etat);
    }

    private static SourceDemandee part(String financeur, String pourcentage) {
        return new SourceDemandee(financeur, null, new BigDecimal(pourcentage), null, EtatSource.DEMANDE);
    }

    private List<String> montants(long cout, SourceDemandee... sources) {
        return plans.resoudre(cout, Arrays.asList(sources)).parts().stream()
                .map(p -> p.financeur() + " " + p.montant())
                .toList();
    }

    private List<ErreurChamp> refus(long cout, SourceDemandee... sources) {
        return catchThrowableOfType(SaisieInvalide.class, () -> plans.resoudre(cout, Arrays.asList(sources)))
                .erreurs();
    }

    @Test
    void sans_plan_tout_est_demande_au_ccas() {
        assertThat(plans.resoudre(15_000, null).demandeAuCcas()).isEqualTo(Montant.de("150.00"));
        assertThat(montants(15_000)).containsExactly("CCAS 150.00");
    }

    @Test
    void le_ccas_prend_ce_que_les_autres_laissent() {
        assertThat(montants(180_000, montant("FRANCE_TRAVAIL", "1200", EtatSource.ACCORDE)))
                .containsExactly("FRANCE_TRAVAIL 1200.00", "CCAS 600.00");
        assertThat(montants(100, montant("REGION", "1", EtatSource.ACCORDE)))
                .containsExactly("REGION 1.00", "CCAS 0.00");
    }

    @Test
    void un_refus_ne_paie_rien() {
        PlanDeFinancement plan = plans.resoudre(
                180_000, List.of(montant("FRANCE_TRAVAIL", "1200", EtatSource.REFUSE), SourceDemandee.duReste("CCAS")));
        assertThat(plan.demandeAuCcas()).isEqualTo(Montant.de("1800.00"));
        assertThat(plan.autresFinanceurs()).isEqualTo(Montant.ZERO);
        assertThat(plan.enAttente()).isEmpty();
    }

    @Test
    void une_reponse_qui_manque_se_voit() {
        PlanDeFinancement plan = plans.resoudre(
                100_000,
                List.of(
                        montant("REGION", "200", EtatSource.SANS_REPONSE),
                        montant("OPCO", "100", EtatSource.ACCORDE),
                        montant("USAGER", "50", null)));
        assertThat(plan.enAttente()).extracting(PartDuPlan::financeur).containsExactly("REGION");
        assertThat(plan.partUsager()).isEqualTo(Montant.de("50.00"));
    }

    @Test
    void les_pourcentages_se_resolvent_au_plus_fort_reste() {
        assertThat(montants(100, part("REGION", "33.33"), part("OPCO", "33.33"), part("CCAS", "33.34")))
                .containsExactly("REGION 0.33", "OPCO 0.33", "CCAS 0.34");
        assertThat(montants(1, part("DEPARTEMENT", "89"), part("CCAS", "11")))
                .containsExactly("DEPARTEMENT 0.01", "CCAS 0.00");
    }

    @Test
    void toute_repartition_en_pourcentages_fait_le_cout() {
        Random hasard = new Random(11);
        for (int essai = 0; essai < 20_000; essai++) {
            long cout = 1 + hasard.nextLong(5_000_000);
            List<SourceDemandee> sources = new ArrayList<>();
            int reste = 10_000;
            while (reste > 0 && sources.size() < 8) {
                int points = 1 + hasard.nextInt(reste);
                sources.add(new SourceDemandee("REGION", null, BigDecimal.valueOf(points, 2), null, null));
                reste -= points;
            }
            if (reste > 0) {
                sources.add(new SourceDemandee("CCAS", null, BigDecimal.valueOf(reste, 2), null, null));
            }
            assertThat(plans.resoudre(cout, sources).parts().stream()
                            .map(PartDuPlan::montant)
                            .reduce(Montant.ZERO, Montant::plus))
                    .isEqualTo(new Montant(Centimes.enEuros(cout)));
        }
    }

    @ParameterizedTest
    @CsvSource({"99.99,il manque 0,01", "100.01,dépasse le coût de 0,01"})
    void un_centime_d_ecart_est_dit(String ccas, String debut, String fin) {
        assertThat(refus(10_000, montant("CCAS", ccas, null))).singleElement().satisfies(e -> {
            assertThat(e.champ()).isEqualTo("plan");
            assertThat(e.message()).contains(debut + "," + fin);
        });
    }

    @Test
    void ce_qui_ne_se_comprend_pas_est_refuse_sur_son_champ() {
        assertThat(refus(100, SourceDemandee.duReste("CCAS"), SourceDemandee.duReste("USAGER")))
                .extracting(ErreurChamp::champ)
                .containsExactly("plan[1].solde");
        assertThat(refus(100, montant("CCAS", "0.50", null), montant("CCAS", "0.50", null)))
                .extracting(ErreurChamp::champ)
                .containsExactly("plan[1].financeur");
        assertThat(refus(100, montant("BANQUE", "0.50", null), new SourceDemandee("CCAS", null, null, null, null)))
                .extracting(ErreurChamp::champ)
                .containsExactly("plan[0].financeur", "plan[1].montant");
        assertThat(refus(100, part("REGION", "0"), part("OPCO", "100.01"), part("CCAS", "0.005")))
                .extracting(ErreurChamp::champ)
                .containsExactly("plan[0].pourcentage", "plan[1].pourcentage", "plan[2].pourcentage");
        assertThat(refus(
                        100,
                        montant("REGION", "-1", null),
                        montant("OPCO", "0.005", null),
                        montant("CPF", "1e308", null)))
                .extracting(ErreurChamp::champ)
                .containsExactly("plan[0].montant", "plan[1].montant", "plan[2].montant");
        assertThat(refus(100, (SourceDemandee) null))
                .extracting(ErreurChamp::champ)
                .contains("plan[0]");
    }

    @Test
    void chaque_financeur_a_son_nom_et_le_ccas_vient_en_dernier() {
        TableVerifiee table = new TableVerifiee("financeurs");
        assertThat(table.regles()).hasSize(12);
        for (String code : List.of(
                "CPF",
                "FRANCE_TRAVAIL",
                "REGION",
                "EMPLOYEUR",
                "OPCO",
                "AGEFIPH",
                "PLIE",
                "DEPARTEMENT",
                "MISSION_LOCALE",
                "AUTRE")) {
            assertThat(rang(table, code)).as(code).isEqualTo("1");
        }
        assertThat(rang(table, "USAGER")).isEqualTo("2");
        assertThat(rang(table, "CCAS")).isEqualTo("3");
        assertThat(table.evaluer(TableVerifiee.faits("financeur", null))).isEmpty();
    }

    private static String rang(TableVerifiee table, String code) {
        assertThat(table.ligne(TableVerifiee.faits("financeur", code)).texte("libelle"))
                .isNotBlank();
        return table.ligne(TableVerifiee.faits("financeur", code)).texte("rang");
    }
}
