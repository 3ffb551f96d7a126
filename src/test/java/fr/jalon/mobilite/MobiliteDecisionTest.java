package fr.jalon.mobilite;

import static fr.jalon.decision.TableVerifiee.combinaisons;
import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.CatalogueFichiers;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.MoteurDecisionFichiers;
import fr.jalon.decision.TableVerifiee;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the aids to mobility, row by row: bounds, missing inputs, overlap, completeness (regles, section 5). */
class MobiliteDecisionTest {

    private static final TableVerifiee BAREME = new TableVerifiee("aides-mobilite");
    private static final TableVerifiee CONDITIONS = new TableVerifiee("conditions-aide-mobilite");
    private static final TableVerifiee DECIDEUR = new TableVerifiee("decideur-aide-mobilite");
    private static final TableVerifiee PARAMETRES = new TableVerifiee("parametres-mobilite");
    private static final TableVerifiee EXPLICATIONS = new TableVerifiee("explications-mobilite");
    private static final CatalogueFichiers CATALOGUE = new CatalogueFichiers(new MoteurDecisionFichiers());
    private static final List<String> NATURES = CATALOGUE.valeurs("aides-mobilite", "nature");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CodeMoins26,PERMIS_B_CODE,25,AUTRE,VOITURE,300,-,-",
                "Code,PERMIS_B_CODE,26,SOLIDAIRE,VOITURE,300,-,-",
                "Code,PERMIS_B_CODE,-,AUTRE,VOITURE,300,-,-",
                "ConduiteMoins26,PERMIS_B_CONDUITE,17,AUTRE,VELO,1200,-,-",
                "Conduite,PERMIS_B_CONDUITE,26,AUTRE,VOITURE,1200,-,-",
                "ConduiteSolidaireMoins26,PERMIS_B_CONDUITE,25,SOLIDAIRE,VOITURE,1800,-,150",
                "ConduiteSolidaire,PERMIS_B_CONDUITE,-,SOLIDAIRE,VOITURE,1800,-,150",
                "EnsembleMoins26,PERMIS_B_ENSEMBLE,25,AUTRE,VOITURE,1500,-,-",
                "Ensemble,PERMIS_B_ENSEMBLE,40,AUTRE,VOITURE,1500,-,-",
                "EnsembleSolidaireMoins26,PERMIS_B_ENSEMBLE,18,SOLIDAIRE,VOITURE,2100,-,150",
                "EnsembleSolidaire,PERMIS_B_ENSEMBLE,26,SOLIDAIRE,VOITURE,2100,-,150",
                "PermisAm,PERMIS_AM,15,AUTRE,VOITURE,300,90,-",
                "RemiseANiveau,REMISE_A_NIVEAU,50,AUTRE,VOITURE,-,-,-",
                "Voiture,ACHAT_VOITURE,50,AUTRE,VELO,1200,-,-",
                "DeuxRoues,ACHAT_DEUX_ROUES,50,AUTRE,VOITURE,500,-,-",
                "Velo,ACHAT_VELO,-,AUTRE,VOITURE,100,-,-",
                "Location,LOCATION,50,AUTRE,VOITURE,360,90,-",
                "ReparationVoiture,REPARATION,50,AUTRE,VOITURE,500,-,-",
                "ReparationVeloElectrique,REPARATION,50,AUTRE,VELO_ELECTRIQUE,100,-,-",
                "ReparationVelo,REPARATION,50,AUTRE,VELO,25,-,-",
                "Assurance,ASSURANCE,50,AUTRE,VOITURE,-,-,-",
                "TitresTransport,TITRES_TRANSPORT,50,AUTRE,VOITURE,-,-,-",
                "Demenagement,DEMENAGEMENT,50,AUTRE,VOITURE,-,-,-"
            })
    void chaque_aide_a_son_plafond(
            String regle,
            String nature,
            Integer age,
            String ecole,
            String vehicule,
            String plafond,
            String taux,
            String part) {
        RegleDeclenchee ligne = BAREME.ligne(faits("nature", nature, "age", age, "ecole", ecole, "vehicule", vehicule));
        assertThat(ligne.id()).isEqualTo("Rule_" + regle);
        exiger(ligne, "plafond", plafond);
        exiger(ligne, "taux", taux);
        exiger(ligne, "partPersonne", part);
        // A figure that nobody gave is not invented, and what rests on no source is to be confirmed
        assertThat(ligne.texte("certitude")).isIn("C", "U");
        assertThat(plafond == null).isEqualTo(ligne.texte("raison").contains("ucun montant n'est fixé"));
    }

    @Test
    void chaque_cas_du_bareme_a_une_ligne_et_une_seule_et_chaque_ligne_sert() {
        TreeSet<String> vues = new TreeSet<>();
        Map<String, List<?>> valeurs = new HashMap<>();
        valeurs.put("nature", NATURES);
        valeurs.put("age", Arrays.asList(0, 25, 26, 99, null));
        valeurs.put("ecole", List.of("SOLIDAIRE", "AUTRE"));
        valeurs.put("vehicule", List.of("VOITURE", "VELO_ELECTRIQUE", "VELO"));
        combinaisons(valeurs).forEach(cas -> vues.add(BAREME.ligne(cas).id().substring("Rule_".length())));
        BAREME.chaqueLigneEstVerifiee(vues, 22);
        assertThat(NATURES).hasSize(13);
    }

    @Test
    void chaque_condition_ne_donne_qu_une_reponse_et_un_fait_inconnu_n_est_jamais_un_refus() {
        TreeSet<String> vues = new TreeSet<>();
        List<Boolean> trois = Arrays.asList(true, false, null);
        Map<String, List<?>> valeurs = new HashMap<>();
        valeurs.put("nature", List.of("PERMIS_B_CODE", "PERMIS_B_CONDUITE", "PERMIS_B_ENSEMBLE", "LOCATION"));
        for (String fait : List.of("rsa", "contratEngagement", "projet", "codeObtenu", "inscritAvantDecision")) {
            valeurs.put(fait, trois);
        }
        valeurs.put("repetition", List.of(true, false));
        valeurs.put("anneeEpuisee", List.of(false));
        valeurs.put("ensembleOuvert", List.of(false));
        List<Map<String, Object>> tous = new ArrayList<>(combinaisons(valeurs));
        tous.add(connus("ACHAT_VELO", Map.of("anneeEpuisee", true)));
        for (Map<String, Object> cas : tous) {
            List<RegleDeclenchee> lignes = CONDITIONS.evaluer(cas);
            assertThat(lignes)
                    .extracting(r -> r.texte("condition") + r.texte("reponse"))
                    .doesNotHaveDuplicates();
            lignes.forEach(r -> {
                vues.add(r.id().substring("Rule_".length()));
                assertThat(r.texte("quiChangerait") == null)
                        .as(r.id())
                        .isEqualTo("A_DEMANDER".equals(r.texte("reponse")));
            });
        }
        CONDITIONS.chaqueLigneEstVerifiee(vues, 14);
        for (String nature : NATURES) {
            Map<String, Object> inconnu = new HashMap<>(connus(nature, Map.of()));
            List.of("rsa", "contratEngagement", "projet", "codeObtenu", "inscritAvantDecision")
                    .forEach(f -> inconnu.put(f, null));
            assertThat(CONDITIONS.evaluer(inconnu))
                    .extracting(r -> r.texte("reponse"))
                    .containsOnly("A_DEMANDER");
            assertThat(CONDITIONS.evaluer(connus(nature, Map.of("codeObtenu", "PERMIS_B_CONDUITE".equals(nature)))))
                    .as(nature)
                    .isEmpty();
        }
    }

    private static void exiger(RegleDeclenchee ligne, String colonne, String valeur) {
        assertThat(new Ligne(ligne).decimalSiConnu(colonne).map(BigDecimal::stripTrailingZeros))
                .as(colonne)
                .isEqualTo(Optional.ofNullable(valeur).map(BigDecimal::new).map(BigDecimal::stripTrailingZeros));
    }

    private static Map<String, Object> connus(String nature, Map<String, Object> autres) {
        Map<String, Object> faits = new HashMap<>(Map.of(
                "nature", nature,
                "rsa", true,
                "contratEngagement", true,
                "projet", true,
                "codeObtenu", false,
                "inscritAvantDecision", false,
                "repetition", false,
                "anneeEpuisee", false,
                "ensembleOuvert", true));
        faits.putAll(autres);
        return faits;
    }

    @ParameterizedTest
    @CsvSource({
        "SansBareme,true,true,true,true,CAI",
        "SansBareme,true,false,false,false,CAI",
        "AuDessusDuSeuil,false,true,false,false,CAI",
        "AuDessusDuSeuil,false,true,true,false,CAI",
        "NouvelleDemande,false,false,true,false,CAI",
        "Urgence,false,true,false,true,URGENCE",
        "Urgence,false,true,true,true,URGENCE",
        "UrgenceNouvelleDemande,false,false,true,true,URGENCE",
        "Responsable,false,false,false,false,RESPONSABLE",
        "Responsable,false,false,false,true,RESPONSABLE"
    })
    void qui_decide(
            String regle, boolean sansBareme, boolean auDessus, boolean nouvelle, boolean avant, String decideur) {
        RegleDeclenchee ligne = DECIDEUR.ligne(faits(
                "sansBareme",
                sansBareme,
                "auDessusDuSeuil",
                auDessus,
                "nouvelleDemande",
                nouvelle,
                "avantSeance",
                avant));
        assertThat(ligne.id()).isEqualTo("Rule_" + regle);
        assertThat(ligne.texte("decideur")).isEqualTo(decideur);
        assertThat(DECIDEUR.regles()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "REPETITION_MOIS,RepetitionMois,12",
        "TOTAL_PERIODE_MOIS,PeriodeTotalMois,12",
        "TOTAL_PERSONNE,TotalPersonne,3000",
        "SEUIL_RESPONSABLE,SeuilResponsable,500",
        "COUT_MAXIMAL,CoutMaximal,50000",
        "CODE_ET_CONDUITE,CodeEtConduite,1",
        "JOURS_DU_LIEN,JoursDuLien,30",
        "DELAI_SEANCE_JOURS,DelaiSeance,30"
    })
    void chaque_parametre_est_date_et_a_confirmer(String parametre, String regle, String valeur) {
        RegleDeclenchee ligne = PARAMETRES.ligne(faits("parametre", parametre, "jour", LocalDate.of(2026, 1, 1)));
        assertThat(ligne.id()).isEqualTo("Rule_" + regle);
        exiger(ligne, "valeur", valeur);
        assertThat(ligne.texte("certitude")).isIn("C", "U");
        assertThat(PARAMETRES.evaluer(faits("parametre", parametre, "jour", LocalDate.of(2025, 12, 31))))
                .isEmpty();
        assertThat(PARAMETRES.regles()).hasSize(8);
    }

    @Test
    void chaque_etape_du_calcul_a_sa_phrase() {
        TreeSet<String> vues = new TreeSet<>();
        for (String etape : CATALOGUE.valeurs("explications-mobilite", "etape")) {
            RegleDeclenchee ligne = EXPLICATIONS.ligne(faits("etape", etape));
            vues.add(ligne.id().substring("Rule_".length()));
            assertThat(ligne.texte("libelle")).isNotBlank();
            assertThat(ligne.texte("raison")).isNotBlank();
        }
        EXPLICATIONS.chaqueLigneEstVerifiee(vues, 12);
    }

    @Test
    void chaque_aide_a_une_enveloppe_et_une_seule() {
        TableVerifiee enveloppes = new TableVerifiee("enveloppe-aide-mobilite");
        TreeSet<String> vues = new TreeSet<>();
        combinaisons(Map.of("nature", NATURES, "jour", List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2031, 12, 31))))
                .forEach(cas -> {
                    RegleDeclenchee ligne = enveloppes.ligne(cas);
                    vues.add(ligne.id().substring("Rule_".length()));
                    assertThat(new Ligne(ligne).phrase("enveloppe", Map.of("annee", "2026")))
                            .isEqualTo("AideMobilite-2026");
                });
        enveloppes.chaqueLigneEstVerifiee(vues, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "PERMIS_B_CONDUITE,2,90,true",
        "PERMIS_B_CODE,2,90,false",
        "LOCATION,2,90,false",
        "TITRES_TRANSPORT,1,365,false"
    })
    void chaque_aide_dit_ses_devis(String nature, int combien, int jours, boolean prix) {
        Ligne ligne = new Ligne(new TableVerifiee("devis-aide-mobilite").ligne(Map.of("nature", nature)));
        assertThat(ligne.entier("devisDemandes")).isEqualTo(combien);
        assertThat(ligne.entier("validiteJours")).isEqualTo(jours);
        assertThat(ligne.vrai("prixDuReseau")).isEqualTo(prix);
    }

    @Test
    void aucune_aide_ne_reste_sans_regle_de_devis() {
        TableVerifiee devis = new TableVerifiee("devis-aide-mobilite");
        TreeSet<String> vues = new TreeSet<>();
        NATURES.forEach(n -> vues.add(devis.ligne(Map.of("nature", n)).id().substring("Rule_".length())));
        devis.chaqueLigneEstVerifiee(vues, 4);
    }

    @ParameterizedTest
    @CsvSource({"moyens-mobilite,moyen,question,9", "etapes-plan-mobilite,sorte,libelle,10"})
    void chaque_question_et_chaque_etape_du_plan_a_ses_mots(String table, String entree, String sortie, int combien) {
        List<String> codes = CATALOGUE.valeurs(table, entree);
        assertThat(codes).hasSize(combien);
        assertThat(codes)
                .extracting(
                        c -> new TableVerifiee(table).ligne(Map.of(entree, c)).texte(sortie))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }
}
