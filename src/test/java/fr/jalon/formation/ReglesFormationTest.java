package fr.jalon.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Siret;
import fr.jalon.decision.Confirmations;
import fr.jalon.decision.MoteurDecisionFichiers;
import fr.jalon.decision.Tables;
import fr.jalon.financement.EtatSource;
import fr.jalon.financement.Plans;
import fr.jalon.financement.SourceDemandee;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules say of a request, and what its milestones pay, with the tables of the repository. */
class ReglesFormationTest {

    private static final LocalDate AUJOURDHUI = LocalDate.of(2026, 11, 30);
    private static final FaitsFormation CONNUS = new FaitsFormation(true, null, true, false, false, false);
    private static final FaitsFormation INCONNUS = new FaitsFormation(null, null, null, null, null, null);

    private final Tables tables = new Tables(new MoteurDecisionFichiers());
    private final ParametresFormation parametres = new ParametresFormation(
            tables, new Horloge(Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC)));
    private final ReglesFormation regles = new ReglesFormation(
            new ControleFormation(parametres), new Plans(tables), tables, mock(Confirmations.class), parametres);

    private static FinanceurSollicite source(String financeur, String euros, EtatSource etat, String preuve) {
        return new FinanceurSollicite(new SourceDemandee(financeur, new BigDecimal(euros), null, null, etat), preuve);
    }

    private static DemandeFormation demande(
            String cout, LocalDate debut, FaitsFormation faits, FinanceurSollicite... autres) {
        List<FinanceurSollicite> plan = new ArrayList<>(Arrays.asList(autres));
        if (plan.stream().noneMatch(f -> "CCAS".equals(f.source().financeur()))) {
            plan.add(new FinanceurSollicite(SourceDemandee.duReste("CCAS"), null));
        }
        return new DemandeFormation(
                "COMPETENCES",
                "Devenir agent de propreté.",
                new FormationVisee("Agent de propreté", debut, debut.plusDays(60), 280, "Rennes"),
                new OrganismeFormation(
                        "Centre imaginaire",
                        "1 rue de l'Exemple, 35000 Rennes",
                        new Siret("73282932000074"),
                        true,
                        "Q-1",
                        debut.plusDays(60)),
                new BigDecimal(cout),
                "Le CPF est vide.",
                plan,
                faits,
                List.of("DEVIS"));
    }

    private List<ErreurChamp> fautes(DemandeFormation demande) {
        return catchThrowableOfType(SaisieInvalide.class, () -> regles.proposer(demande))
                .erreurs();
    }

    @ParameterizedTest
    @CsvSource({
        "1400,CPF,900,500.00,RESPONSABLE,29",
        "1400.01,CPF,900,500.01,CAI,30",
        "1400.01,CPF,900,500.01,URGENCE,29",
        "3000,REGION,2000,1000.00,CAI,60"
    })
    void le_ccas_prend_ce_que_les_autres_laissent_et_qui_decide_se_dit(
            String cout, String financeur, String part, String demande, String decideur, int jours) {
        PropositionFormation p = regles.proposer(demande(
                cout, AUJOURDHUI.plusDays(jours), CONNUS, source(financeur, part, EtatSource.ACCORDE, "lettre 12")));
        assertThat(p.droitOuvert()).isTrue();
        assertThat(p.demandeAuCcas()).isEqualTo(demande);
        assertThat(p.decideur()).isEqualTo(decideur);
        assertThat(p.lignes()).allSatisfy(l -> {
            assertThat(l.regle()).isNotBlank().doesNotContain("{");
            assertThat(l.source()).isNotBlank();
        });
        BigDecimal somme = p.lignes().stream()
                .limit(p.lignes().size() - 1)
                .map(PropositionFormation.Etape::montant)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(somme).isEqualTo(demande);
    }

    @Test
    void ce_qui_n_est_pas_connu_ne_ferme_rien_et_se_demande() {
        PropositionFormation p = regles.proposer(demande("900", AUJOURDHUI.plusDays(40), INCONNUS));
        assertThat(p.droitOuvert()).isTrue();
        assertThat(p.motifs()).isEmpty();
        assertThat(p.aConfirmer())
                .anyMatch(c -> c.contains("reçoit le RSA"))
                .anyMatch(c -> c.startsWith("Aucun autre financeur"))
                .anyMatch(c -> c.startsWith("Pièce attendue : Le programme"))
                .noneMatch(c -> c.contains("Pièce attendue : Le devis"));
    }

    @Test
    void un_debut_passe_est_une_formation_commencee() {
        assertThat(regles.proposer(demande("900", AUJOURDHUI.minusDays(1), CONNUS))
                        .motifs())
                .extracting(PropositionFormation.Motif::code)
                .containsExactly("DEBUT");
        assertThat(regles.proposer(demande("900", AUJOURDHUI, CONNUS)).droitOuvert())
                .isTrue();
    }

    @Test
    void un_certificat_qui_finit_avant_la_formation_se_dit_sans_fermer() {
        DemandeFormation d = demande("900", AUJOURDHUI.plusDays(40), CONNUS);
        DemandeFormation plusTard = d.avec(
                d.formation().aux(d.formation().debut(), d.formation().fin().plusDays(1)));
        assertThat(regles.proposer(d).aConfirmer()).noneMatch(c -> c.contains("n'est pas certifié"));
        PropositionFormation p = regles.proposer(plusTard);
        assertThat(p.droitOuvert()).isTrue();
        assertThat(p.aConfirmer()).anyMatch(c -> c.contains("n'est pas certifié Qualiopi"));
    }

    @Test
    void un_financeur_sans_reponse_est_compte_et_dit_un_refus_ne_paie_rien() {
        PropositionFormation p = regles.proposer(demande(
                "2000",
                AUJOURDHUI.plusDays(40),
                CONNUS,
                source("FRANCE_TRAVAIL", "800", EtatSource.DEMANDE, null),
                source("REGION", "300", EtatSource.REFUSE, "refus R-7"),
                source("USAGER", "100", null, null)));
        assertThat(p.demandeAuCcas()).isEqualTo("1100.00");
        assertThat(p.partUsager()).isEqualTo("100.00");
        assertThat(p.aConfirmer()).anyMatch(c -> c.startsWith("France Travail n'a pas encore accordé"));
    }

    @ParameterizedTest
    @CsvSource({"0.005,cout", "-5,cout", "0,cout", "1e308,cout", "50000.01,cout"})
    void un_cout_absurde_se_dit_sur_son_champ(String cout, String champ) {
        assertThat(fautes(demande(cout, AUJOURDHUI.plusDays(40), CONNUS)))
                .extracting(ErreurChamp::champ)
                .containsExactly(champ);
    }

    @Test
    void un_plan_faux_d_un_centime_un_refus_sans_preuve_un_plan_sans_ccas_se_disent() {
        LocalDate debut = AUJOURDHUI.plusDays(40);
        assertThat(fautes(demande(
                                "1000",
                                debut,
                                CONNUS,
                                source("CPF", "500", EtatSource.ACCORDE, "x"),
                                source("CCAS", "499.99", null, null)))
                        .get(0)
                        .message())
                .contains("0,01");
        assertThat(fautes(demande("1000", debut, CONNUS, source("CPF", "500", EtatSource.REFUSE, " "))))
                .extracting(ErreurChamp::champ)
                .containsExactly("preuve1");
        assertThat(fautes(demande("1000", debut, CONNUS, source("CPF", "1000", EtatSource.ACCORDE, "x"))))
                .extracting(ErreurChamp::champ)
                .containsExactly("demandeCcas");
    }

    @Test
    void une_decision_ne_depasse_ni_le_plan_ni_l_enveloppe() {
        PropositionFormation p = regles.proposer(demande("900", AUJOURDHUI.plusDays(40), CONNUS));
        FormationVue vue = new FormationVue(null, EtatFormation.AVISEE, null, p, "ali", null, null, null);
        assertThat(decision(90_001, vue, 1_000_000L)).isEqualTo("montant");
        assertThat(decision(90_000, vue, 89_999L)).isEqualTo("montant");
        assertThat(decision(90_000, vue, null)).isEqualTo("montant");
        assertThat(decision(80_000, vue, 90_000L)).isEqualTo("motif");
        ControleDecisionFormation.verifier(accord(90_000), vue, 90_000L);
    }

    private static DecisionFormation accord(long centimes) {
        return new DecisionFormation(DecisionFormation.Sens.ACCORD, centimes, null, null, null, null);
    }

    private static String decision(long centimes, FormationVue vue, Long libre) {
        return catchThrowableOfType(
                        SaisieInvalide.class, () -> ControleDecisionFormation.verifier(accord(centimes), vue, libre))
                .erreurs()
                .get(0)
                .champ();
    }

    @ParameterizedTest
    @CsvSource({"100,30,30,40", "1,0,0,1", "99999,30000,30000,39999", "2,1,0,1", "7,2,2,3"})
    void les_versements_tombent_juste_au_plus_fort_reste(long accorde, long premier, long deuxieme, long dernier) {
        assertThat(PlanDesVersements.couper(accorde, List.of(30, 30, 40))).containsExactly(premier, deuxieme, dernier);
    }

    @Test
    void quel_que_soit_le_montant_les_versements_font_ce_qui_est_accorde() {
        Random hasard = new Random(12);
        for (int i = 0; i < 10_000; i++) {
            long accorde = 1L + hasard.nextInt(5_000_000);
            List<Long> montants = PlanDesVersements.couper(accorde, List.of(30, 30, 40));
            assertThat(montants).allMatch(m -> m >= 0);
            assertThat(montants.stream().mapToLong(Long::longValue).sum()).isEqualTo(accorde);
            assertThat(PlanDesVersements.du(accorde, 100, 280, 280)).isEqualTo(accorde);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "30000,0,280,0,30000",
        "60000,50,280,140,60000",
        "60000,50,280,200,60000",
        "60000,50,280,70,30000",
        "100000,100,280,280,100000",
        "100000,100,280,210,75000",
        "100000,100,3,1,33333",
        "100000,100,280,0,0"
    })
    void moins_d_heures_suivies_reduisent_le_versement_d_autant(
            long prevu, int attendu, int heures, int suivies, long du) {
        assertThat(PlanDesVersements.du(prevu, attendu, heures, suivies)).isEqualTo(du);
    }
}
