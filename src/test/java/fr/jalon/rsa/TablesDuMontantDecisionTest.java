package fr.jalon.rsa;

import static fr.jalon.decision.TableVerifiee.combinaisons;
import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.TableVerifiee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dated figures, and the choices of the computation: housing, lone-parent increase, payment, kinds of resources. */
class TablesDuMontantDecisionTest {

    private static final List<Boolean> BOOLEENS = Arrays.asList(true, false, null);

    private final TableVerifiee base = new TableVerifiee("montant-base-rsa");
    private final TableVerifiee parametres = new TableVerifiee("parametres-rsa");
    private final TableVerifiee ressources = new TableVerifiee("ressources-rsa");
    private final TableVerifiee logement = new TableVerifiee("forfait-logement-rsa");
    private final TableVerifiee majoration = new TableVerifiee("majoration-rsa");
    private final TableVerifiee versement = new TableVerifiee("versement-rsa");
    private final TableVerifiee nationalite = new TableVerifiee("groupe-nationalite");

    @ParameterizedTest
    @CsvSource({
        "2009-06,535.17,U", "2016-08,535.17,U", "2016-09,535.17,A", "2017-03,535.17,A", "2017-04,536.78,A",
        "2017-08,536.78,A", "2017-09,545.48,A", "2018-03,545.48,A", "2018-04,550.93,A", "2019-03,550.93,A",
        "2019-04,559.74,A", "2020-03,559.74,A", "2020-04,564.78,A", "2021-03,564.78,A", "2021-04,565.34,A",
        "2022-03,565.34,A", "2022-04,575.52,A", "2022-06,575.52,A", "2022-07,598.54,A", "2023-03,598.54,A",
        "2023-04,607.75,A", "2024-03,607.75,A", "2024-04,635.71,A", "2025-03,635.71,A", "2025-04,646.52,A",
        "2026-03,646.52,A", "2026-04,651.69,A", "2027-03,651.69,A", "2027-04,651.69,U", "2050-01,651.69,U"
    })
    void le_montant_de_base_est_celui_de_la_periode(String mois, double montant, String certitude) {
        RegleDeclenchee ligne = base.ligne(faits("mois", LocalDate.parse(mois + "-01")));

        assertThat(ligne.sorties()).containsEntry("montant", montant).containsEntry("certitude", certitude);
        assertThat(ligne.texte("source")).isNotBlank();
    }

    @Test
    void chaque_mois_a_un_seul_montant_et_un_seul_jeu_de_parametres() {
        Set<String> montants = new TreeSet<>();
        Set<String> jeux = new TreeSet<>();
        for (LocalDate mois = LocalDate.of(2009, 6, 1); mois.getYear() < 2031; mois = mois.plusMonths(1)) {
            montants.add(base.ligne(faits("mois", mois)).id());
            jeux.add(parametres.ligne(faits("mois", mois)).id());
        }
        assertThat(montants).hasSize(15).hasSameSizeAs(base.regles());
        assertThat(jeux).hasSize(3).hasSameSizeAs(parametres.regles());
    }

    @Test
    void sans_mois_aucune_ligne() {
        for (TableVerifiee table : List.of(base, parametres)) {
            assertThat(table.evaluer(faits("mois", null))).isEmpty();
            assertThat(table.evaluer(Map.of())).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"2015-12,3,1,0.62,B", "2016-01,3,1,0.0,A", "2025-02,3,1,0.0,A", "2025-03,4,2,0.0,B", "2026-05,4,2,0.0,B"
    })
    void les_mois_de_ressources_changent_en_mars_2025(
            String mois, int premier, int dernier, double conserve, String certitude) {
        assertThat(parametres
                        .ligne(faits("mois", LocalDate.parse(mois + "-01")))
                        .sorties())
                .containsEntry("premierMoisReference", premier)
                .containsEntry("dernierMoisReference", dernier)
                .containsEntry("partActiviteConservee", conserve)
                .containsEntry("certitude", certitude)
                .containsEntry("coefDeuxiemePersonne", 0.5)
                .containsEntry("coefTroisiemePersonne", 0.3)
                .containsEntry("coefEnfantSupplementaire", 0.4)
                .containsEntry("rangEnfantSupplementaire", 3)
                .containsEntry("tauxLogement1", 0.12)
                .containsEntry("tauxLogement2", 0.16)
                .containsEntry("tauxLogement3", 0.165)
                .containsEntry("majorationBase", 1.28412)
                .containsEntry("majorationParEnfant", 0.42804)
                .containsEntry("versementMinimum", 6.0)
                .containsEntry("ageLimiteEnfant", 25)
                .containsEntry("tauxEpargne", 0.03)
                .containsEntry("tauxBatiNonLoue", 0.5)
                .containsEntry("tauxTerrainNonLoue", 0.8)
                .containsEntry("tauxAsf", 0.225)
                .containsEntry("tauxAsfOrphelin", 0.3)
                .containsEntry("plafondNeutralisation", 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "SALAIRE_NET,TRIMESTRE,TOTALE,true",
        "ALLOCATION_CHOMAGE,TRIMESTRE,TOTALE,false",
        "ASS,TRIMESTRE,TOTALE,false",
        "AAH,TRIMESTRE,PLAFONNEE,false",
        "ASPA,TRIMESTRE,PLAFONNEE,false",
        "PENSION_ALIMENTAIRE,TRIMESTRE,PLAFONNEE,false",
        "PENSION_RETRAITE,TRIMESTRE,TOTALE,false",
        "RETRAITE_COMBATTANT,EXCLUE,AUCUNE,false",
        "REVENUS_CAPITAL,TRIMESTRE,PLAFONNEE,false",
        "REVENUS_LOCATIFS,TRIMESTRE,PLAFONNEE,false",
        "PLUS_VALUES,TRIMESTRE,PLAFONNEE,false",
        "REMUNERATION_APPRENTI,TRIMESTRE,TOTALE,true",
        "REMUNERATION_STAGE_FORMATION,TRIMESTRE,TOTALE,true",
        "ACTIVITE_PARTIELLE,TRIMESTRE,TOTALE,true",
        "IJ_MALADIE,TRIMESTRE,TOTALE,true",
        "IJ_MATERNITE,TRIMESTRE,TOTALE,true",
        "IJ_ACCIDENT_TRAVAIL,TRIMESTRE,TOTALE,true",
        "IJ_MALADIE_PROFESSIONNELLE,TRIMESTRE,TOTALE,true",
        "BOURSE_RECHERCHE,TRIMESTRE,TOTALE,true",
        "BOURSE_ENSEIGNEMENT_SUPERIEUR,EXCLUE,AUCUNE,false",
        "BENEFICE_TNS,MENSUEL,TOTALE,true",
        "AUTRE,TRIMESTRE,PLAFONNEE,false",
        "EPARGNE_SANS_REVENU_DECLARE,CAPITAL,AUCUNE,false",
        "VALEUR_LOCATIVE_BATI_NON_LOUE,CAPITAL,AUCUNE,false",
        "VALEUR_LOCATIVE_TERRAIN_NON_LOUE,CAPITAL,AUCUNE,false"
    })
    void chaque_type_de_ressource_dit_comment_il_compte(
            String type, String mode, String neutralisation, boolean activite) {
        RegleDeclenchee ligne = ressources.ligne(faits("type", type));

        assertThat(ligne.sorties())
                .containsEntry("mode", mode)
                .containsEntry("neutralisation", neutralisation)
                .containsEntry("activite", activite);
        assertThat(ModeRessource.valueOf(mode) == ModeRessource.CAPITAL).isEqualTo(ligne.texte("parametre") != null);
        assertThat(ligne.texte("libelle")).isNotBlank();
        assertThat(ligne.texte("article")).startsWith("CASF");
    }

    @Test
    void un_type_de_ressource_inconnu_ne_donne_rien() {
        assertThat(ressources.evaluer(faits("type", "LOTERIE"))).isEmpty();
        assertThat(ressources.evaluer(Map.of())).isEmpty();
        assertThat(ressources.regles()).hasSize(29);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "PROPRIETAIRE_SANS_PRET,false,100,ENTIER,LogementProprietaire",
                "HEBERGE_GRATUIT,false,100,ENTIER,LogementGratuit",
                "HEBERGE_GRATUIT,null,null,ENTIER,LogementGratuitNonDemande",
                "HEBERGE_GRATUIT,true,0.01,PLAFONNE,LogementGratuitParticipeAide",
                "HEBERGE_GRATUIT,true,0,AUCUN,LogementGratuitParticipe",
                "LOCATAIRE,null,0.01,PLAFONNE,LogementAide",
                "PROPRIETAIRE_AVEC_PRET,null,80,PLAFONNE,LogementAide",
                "HEBERGE_PARTICIPATION,true,80,PLAFONNE,LogementAide",
                "SANS_DOMICILE_STABLE,false,80,PLAFONNE,LogementAide",
                "LOCATAIRE,null,0,AUCUN,LogementSansAide",
                "PROPRIETAIRE_AVEC_PRET,null,null,AUCUN,LogementSansAide",
                "HEBERGE_PARTICIPATION,true,0,AUCUN,LogementSansAide",
                "SANS_DOMICILE_STABLE,false,0,AUCUN,LogementSansAide",
                "NON_RENSEIGNE,null,250,AUCUN,LogementNonRenseigne",
                "null,null,null,AUCUN,LogementNonRenseigne"
            })
    void le_logement_choisit_le_forfait(String statut, Boolean participe, Double aide, String mode, String regle) {
        Map<String, Object> faits =
                faits("statutLogement", statut, "participeAuxFrais", participe, "aideLogement", aide);

        assertThat(logement.ligne(faits).texte("mode")).isEqualTo(mode);
        assertThat(logement.declenchees(faits)).containsExactly(regle);
    }

    @Test
    void chaque_situation_de_logement_a_une_seule_ligne() {
        List<Map<String, Object>> toutes = combinaisons(Map.of(
                "statutLogement",
                        Arrays.asList(
                                "LOCATAIRE",
                                "PROPRIETAIRE_SANS_PRET",
                                "PROPRIETAIRE_AVEC_PRET",
                                "HEBERGE_GRATUIT",
                                "HEBERGE_PARTICIPATION",
                                "SANS_DOMICILE_STABLE",
                                "NON_RENSEIGNE",
                                null),
                "participeAuxFrais", BOOLEENS,
                "aideLogement", Arrays.asList(0, 0.01, 500, null)));
        List<String> vues = new ArrayList<>();
        toutes.forEach(f -> vues.add(logement.ligne(f).id().replace("Rule_", "")));
        logement.chaqueLigneEstVerifiee(vues, 8);
        assertThat(logement.evaluer(faits("statutLogement", "CHATEAU"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "false,true,2,0,true,false,MajorationNonIsole",
                "null,true,2,0,true,false,MajorationNonIsole",
                "true,true,0,null,false,true,MajorationEnceinte",
                "true,false,0,null,true,false,MajorationSansEnfant",
                "true,null,null,null,null,false,MajorationGrossesseADemander",
                "true,false,1,2,false,true,MajorationJeuneEnfant",
                "true,false,1,3,true,true,MajorationIsolementDitRecent",
                "true,false,1,null,true,true,MajorationIsolementDitRecent",
                "true,false,1,3,false,false,MajorationIsolementDitAncien",
                "true,false,1,3,null,false,MajorationIsolementADemander"
            })
    void la_majoration_suit_la_situation(
            Boolean isole,
            Boolean enceinte,
            Integer enfants,
            Integer benjamin,
            Boolean recent,
            boolean droit,
            String regle) {
        Map<String, Object> faits = faits(
                "isole",
                isole,
                "enceinte",
                enceinte,
                "enfantsComptes",
                enfants,
                "ageBenjamin",
                benjamin,
                "isolementRecent",
                recent);

        assertThat(majoration.ligne(faits).sorties()).containsEntry("majoration", droit);
        assertThat(majoration.declenchees(faits)).containsExactly(regle);
    }

    @Test
    void chaque_situation_familiale_a_une_seule_ligne_de_majoration() {
        List<String> vues = new ArrayList<>();
        combinaisons(Map.of(
                        "isole",
                        BOOLEENS,
                        "enceinte",
                        BOOLEENS,
                        "enfantsComptes",
                        Arrays.asList(0, 1, 4, null),
                        "ageBenjamin",
                        Arrays.asList(0, 2, 3, 24, null),
                        "isolementRecent",
                        BOOLEENS,
                        "moisDepuisIsolement",
                        Arrays.asList(0, 17, 18, null)))
                .forEach(f -> vues.add(majoration.ligne(f).id().replace("Rule_", "")));
        majoration.chaqueLigneEstVerifiee(vues, 10);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01,RESSOURCES_TROP_ELEVEES,false", "0,RESSOURCES_TROP_ELEVEES,false",
        "0.01,MONTANT_SOUS_LE_MINIMUM,false", "5.99,MONTANT_SOUS_LE_MINIMUM,false",
        "6.00,RESSOURCES_FAIBLES,true", "651.69,RESSOURCES_FAIBLES,true"
    })
    void un_montant_sous_le_minimum_n_est_pas_verse(double montant, String motif, boolean respectee) {
        assertThat(versement
                        .ligne(faits("montantCalcule", montant, "versementMinimum", 6.0))
                        .sorties())
                .containsEntry("motif", motif)
                .containsEntry("respectee", respectee);
    }

    @Test
    void sans_montant_aucune_ligne_de_versement() {
        assertThat(versement.evaluer(Map.of())).isEmpty();
        assertThat(versement.regles()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "FR,FR",
        "DE,EEE",
        "NO,EEE",
        "IS,EEE",
        "LI,EEE",
        "CH,SUISSE",
        "GB,BRITANNIQUE",
        "XK,AUTRE",
        "NZ,AUTRE",
        "TN,AUTRE"
    })
    void la_nationalite_donne_son_groupe(String code, String groupe) {
        assertThat(nationalite.ligne(faits("nationalite", code)).texte("groupe"))
                .isEqualTo(groupe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
                "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"
            })
    void chaque_etat_europeen_est_reconnu(String code) {
        assertThat(nationalite.declenchees(faits("nationalite", code))).containsExactly("NationaliteEuropeenne");
    }

    @Test
    void une_nationalite_absente_ne_donne_rien() {
        assertThat(nationalite.evaluer(faits("nationalite", null))).isEmpty();
        assertThat(nationalite.evaluer(Map.of())).isEmpty();
        assertThat(nationalite.regles()).hasSize(5);
    }
}
