package fr.jalon.mobilite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.CatalogueFichiers;
import fr.jalon.decision.Confirmations;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules propose, with the tables of the repository. */
class AidesMobiliteTest {

    private static final MoteurDecisionFichiers MOTEUR = new MoteurDecisionFichiers();
    private final Tables tables = new Tables(MOTEUR);
    private final Confirmations confirmations = mock(Confirmations.class);
    private final ParametresMobilite parametres = new ParametresMobilite(
            tables, new Horloge(Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC)));
    private final AidesMobilite aides = new AidesMobilite(
            new ControleAide(new CatalogueFichiers(MOTEUR), parametres),
            new Plans(tables),
            tables,
            confirmations,
            parametres);

    private static FaitsMobilite faits(Boolean code, Boolean solidaire, List<AidePassee> aides) {
        return new FaitsMobilite(30, true, true, true, code, false, solidaire, null, aides, 1, null);
    }

    private static AideDemandee demande(String nature, String cout, FaitsMobilite faits, SourceDemandee... plan) {
        return new AideDemandee(nature, new BigDecimal(cout), List.of(plan), faits);
    }

    private static SourceDemandee source(String financeur, String euros, EtatSource etat) {
        return new SourceDemandee(financeur, new BigDecimal(euros), null, null, etat);
    }

    private List<ErreurChamp> refus(AideDemandee demande) {
        return catchThrowableOfType(SaisieInvalide.class, () -> aides.proposer(demande))
                .erreurs();
    }

    @ParameterizedTest
    @CsvSource({
        "PERMIS_B_CODE,false,false,250,250.00,0.00,RESPONSABLE",
        "PERMIS_B_CODE,false,false,350,300.00,50.00,RESPONSABLE",
        "PERMIS_B_CONDUITE,true,false,1500,1200.00,300.00,CAI",
        "PERMIS_B_CONDUITE,true,true,1900,1750.00,150.00,CAI",
        "PERMIS_B_CONDUITE,true,true,2500,1800.00,700.00,CAI",
        "PERMIS_B_CONDUITE,true,true,100,0.00,100.00,RESPONSABLE",
        "PERMIS_B_ENSEMBLE,false,false,1500,1500.00,0.00,CAI",
        "PERMIS_B_ENSEMBLE,false,true,2500,2100.00,400.00,CAI",
        "PERMIS_AM,false,false,300,270.00,30.00,RESPONSABLE",
        "PERMIS_AM,false,false,400,300.00,100.00,RESPONSABLE",
        "ACHAT_VOITURE,false,false,3000,1200.00,1800.00,CAI",
        "ACHAT_DEUX_ROUES,false,false,500.01,500.00,0.01,RESPONSABLE",
        "ACHAT_VELO,false,false,99.99,99.99,0.00,RESPONSABLE",
        "LOCATION,false,false,100.05,90.05,10.00,RESPONSABLE",
        "LOCATION,false,false,600,360.00,240.00,RESPONSABLE",
        "REPARATION,false,false,700,500.00,200.00,RESPONSABLE",
        "ASSURANCE,false,false,120,120.00,0.00,CAI",
        "DEMENAGEMENT,false,false,800,800.00,0.00,CAI"
    })
    void le_montant_la_part_et_qui_decide(
            String nature, Boolean code, Boolean solidaire, String cout, String montant, String part, String decideur) {
        AideProposee proposee = aides.proposer(demande(nature, cout, faits(code, solidaire, List.of())));
        assertThat(proposee.motifs()).isEmpty();
        assertThat(proposee.droitOuvert()).isTrue();
        assertThat(proposee.montant()).isEqualTo(montant);
        assertThat(proposee.partUsager()).isEqualTo(part);
        assertThat(proposee.decideur()).isEqualTo(decideur);
        assertThat(proposee.lignes().get(proposee.lignes().size() - 1).montant())
                .isEqualTo(montant);
        assertThat(proposee.lignes()).allSatisfy(l -> {
            assertThat(l.regle()).isNotBlank().doesNotContain("{");
            assertThat(l.source()).isNotBlank();
        });
    }

    @Test
    void les_autres_financeurs_paient_d_abord() {
        AideProposee proposee = aides.proposer(demande(
                "PERMIS_B_CONDUITE",
                "1800",
                faits(true, false, List.of()),
                source("FRANCE_TRAVAIL", "1200", EtatSource.SANS_REPONSE),
                source("USAGER", "100", null),
                SourceDemandee.duReste("CCAS")));
        assertThat(proposee.montant()).isEqualTo("500.00");
        assertThat(proposee.partUsager()).isEqualTo("100.00");
        assertThat(proposee.decideur()).isEqualTo("RESPONSABLE");
        assertThat(proposee.aConfirmer())
                .anyMatch(c -> c.startsWith("France Travail n'a pas encore accordé sa part de 1"));
    }

    @Test
    void la_part_que_le_plan_laisse_compte_pour_celle_de_la_regle() {
        AideProposee proposee = aides.proposer(demande(
                "PERMIS_B_CONDUITE",
                "1000",
                faits(true, true, List.of()),
                source("USAGER", "100", null),
                SourceDemandee.duReste("CCAS")));
        assertThat(proposee.montant()).isEqualTo("850.00");
        assertThat(proposee.partUsager()).isEqualTo("150.00");
    }

    @Test
    void le_total_des_douze_mois_limite_l_aide() {
        List<AidePassee> avant = List.of(
                new AidePassee("ACHAT_VOITURE", new BigDecimal("1200"), LocalDate.of(2026, 2, 1)),
                new AidePassee("LOCATION", new BigDecimal("1500"), LocalDate.of(2025, 12, 1)),
                new AidePassee("REPARATION", new BigDecimal("2000"), LocalDate.of(2025, 11, 30)));
        AideProposee proposee = aides.proposer(demande("PERMIS_B_CONDUITE", "1200", faits(true, false, avant)));
        assertThat(proposee.montant()).isEqualTo("300.00");
        assertThat(proposee.partUsager()).isEqualTo("900.00");
        assertThat(proposee.lignes()).extracting(LigneDeCalcul::libelle).contains("Reste possible pour la personne");
    }

    @Test
    void un_fait_connu_ferme_l_aide_et_dit_ce_qui_changerait() {
        FaitsMobilite faits = new FaitsMobilite(
                30,
                false,
                false,
                false,
                false,
                true,
                null,
                null,
                List.of(new AidePassee("PERMIS_B_CONDUITE", new BigDecimal("3000"), LocalDate.of(2026, 1, 15))),
                1,
                null);
        AideProposee proposee = aides.proposer(demande("PERMIS_B_CONDUITE", "1000", faits));
        assertThat(proposee.droitOuvert()).isFalse();
        assertThat(proposee.montant()).isEqualTo("0.00");
        assertThat(proposee.partUsager()).isEqualTo("1000.00");
        assertThat(proposee.motifs())
                .extracting(MotifMobilite::code)
                .containsExactly("STATUT", "PROJET", "INSCRIPTION", "CODE", "REPETITION", "TOTAL_ANNUEL");
        assertThat(proposee.motifs()).allSatisfy(m -> {
            assertThat(m.texte()).isNotBlank().doesNotContain("{");
            assertThat(m.quiChangerait()).isNotBlank().doesNotContain("{");
        });
        // A refusal never rests on a local rule that nobody confirmed: each is told
        assertThat(proposee.aConfirmer())
                .filteredOn(c -> c.startsWith("À confirmer"))
                .hasSizeGreaterThan(5);
    }

    @Test
    void un_fait_que_personne_n_a_demande_n_est_jamais_un_refus() {
        AideProposee proposee = aides.proposer(demande("PERMIS_B_CONDUITE", "1000", null));
        assertThat(proposee.droitOuvert()).isTrue();
        assertThat(proposee.motifs()).isEmpty();
        assertThat(proposee.montant()).isEqualTo("1000.00");
        assertThat(proposee.aConfirmer())
                .anyMatch(c -> c.contains("reçoit le RSA"))
                .anyMatch(c -> c.contains("contrat d'engagement"))
                .anyMatch(c -> c.contains("projet"))
                .anyMatch(c -> c.contains("déjà inscrite"))
                .anyMatch(c -> c.contains("déjà le code"))
                .anyMatch(c -> c.contains("réseau solidaire"));
    }

    @Test
    void une_regle_confirmee_n_est_plus_a_confirmer() {
        when(confirmations.sure(anyString(), any(RegleDeclenchee.class))).thenReturn(true);
        assertThat(aides.proposer(demande("ACHAT_VELO", "80", faits(null, null, List.of())))
                        .aConfirmer())
                .isEmpty();
    }

    @Test
    void une_seconde_demande_va_a_la_cai() {
        FaitsMobilite faits = new FaitsMobilite(30, true, true, true, null, false, null, "VELO", List.of(), 2, null);
        AideProposee proposee = aides.proposer(demande("REPARATION", "40", faits));
        assertThat(proposee.montant()).isEqualTo("25.00");
        assertThat(proposee.decideur()).isEqualTo("CAI");
    }

    @Test
    void chaque_champ_faux_est_nomme() {
        assertThat(refus(new AideDemandee("FUSEE", null, null, null)))
                .extracting(ErreurChamp::champ)
                .containsExactly("nature", "cout");
        for (String cout : List.of("-1", "0", "0.005", "1e308", "50000.01")) {
            assertThat(refus(demande("ACHAT_VELO", cout, null)))
                    .as(cout)
                    .extracting(ErreurChamp::champ)
                    .containsExactly("cout");
        }
        FaitsMobilite faits = new FaitsMobilite(
                -1,
                true,
                true,
                true,
                null,
                false,
                null,
                "TANK",
                List.of(new AidePassee("X", new BigDecimal("-5"), LocalDate.of(2027, 1, 1))),
                0,
                null);
        assertThat(refus(demande("ACHAT_VELO", "10", faits)))
                .extracting(ErreurChamp::champ)
                .containsExactly(
                        "faits.age",
                        "faits.rang",
                        "faits.vehicule",
                        "faits.aidesDouzeMois[0].nature",
                        "faits.aidesDouzeMois[0].montant",
                        "faits.aidesDouzeMois[0].le");
    }
}
