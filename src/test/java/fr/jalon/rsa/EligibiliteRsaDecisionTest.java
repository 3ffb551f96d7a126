package fr.jalon.rsa;

import static fr.jalon.decision.TableVerifiee.combinaisons;
import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.TableVerifiee;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EligibiliteRsaDecisionTest {

    private static final List<String> CONDITIONS =
            List.of("AGE", "SEJOUR", "ETUDIANT", "CONGE", "RESIDENCE", "SUBSIDIARITE", "ALIMENTS", "SERVICE_CIVIQUE");
    private static final List<Boolean> BOOLEENS = Arrays.asList(true, false, null);

    private final TableVerifiee table = new TableVerifiee("eligibilite-rsa");

    /** @param respectee null: the fact is to be asked */
    private static Arguments cas(String regle, Boolean respectee, Object... faits) {
        return Arguments.of(regle, respectee, faits(faits));
    }

    static Stream<Arguments> lignes() {
        return Stream.of(age(), sejour(), europeens(), etudes(), residence(), autresDroits())
                .flatMap(s -> s);
    }

    private static Stream<Arguments> etudes() {
        return Stream.of(
                cas("EtudiantNon", true, "etudiant", false),
                cas("EtudiantADemander", null, "etudiant", null),
                cas("EtudiantSansEffet", true, "etudiant", null, "majorationIsolement", true),
                cas("EtudiantFormation", true, "etudiant", true, "stagiaireFormation", true),
                cas("EtudiantMajoration", true, "etudiant", true, "majorationIsolement", true),
                cas("EtudiantFormationADemander", null, "etudiant", true),
                cas("EtudiantExclu", false, "etudiant", true, "stagiaireFormation", false),
                cas("CongeNon", true, "enConge", false),
                cas("CongeADemander", null, "enConge", null),
                cas("CongeSansEffet", true, "enConge", null, "majorationIsolement", true),
                cas("CongeMajoration", true, "enConge", true, "majorationIsolement", true),
                cas("CongeExclu", false, "enConge", true, "majorationIsolement", false));
    }

    private static Stream<Arguments> residence() {
        return Stream.of(
                cas("ResidenceStable", true, "residenceStable", true, "moisEtranger", 3),
                cas("ResidenceStable", true, "residenceStable", true, "moisEtranger", null),
                cas("ResidenceADemander", null, "residenceStable", null, "moisEtranger", 0),
                cas("ResidenceMoisADemander", null, "residenceStable", true, "moisEtranger", 4),
                cas("ResidenceMoisADemanderInconnue", null, "residenceStable", null, "moisEtranger", 4),
                cas(
                        "ResidenceMoisAbsentInconnue",
                        false,
                        "residenceStable",
                        null,
                        "moisEtranger",
                        4,
                        "presentCeMois",
                        false),
                cas(
                        "ResidenceMoisDePresenceInconnue",
                        true,
                        "residenceStable",
                        null,
                        "moisEtranger",
                        4,
                        "presentCeMois",
                        true),
                cas("ResidenceMoisAbsent", false, "residenceStable", true, "moisEtranger", 4, "presentCeMois", false),
                cas("ResidenceMoisDePresence", true, "residenceStable", true, "moisEtranger", 9, "presentCeMois", true),
                cas("ResidenceNonStable", false, "residenceStable", false, "moisEtranger", 0));
    }

    private static Stream<Arguments> autresDroits() {
        return Stream.of(
                cas("SubsidiariteFaite", true, "droitsPrioritairesDemandes", true),
                cas("SubsidiariteADemander", null, "droitsPrioritairesDemandes", null),
                cas("SubsidiariteAFaire", true, "droitsPrioritairesDemandes", false),
                cas("SubsidiariteAFaire", true, "droitsPrioritairesDemandes", false, "moisDepuisDepot", 1),
                cas("SubsidiariteNonFaite", false, "droitsPrioritairesDemandes", false, "moisDepuisDepot", 2),
                cas("AlimentsSansObjet", true, "parentIsole", false),
                cas("AlimentsFaite", true, "parentIsole", true, "pensionAlimentaireDemandee", true),
                cas("AlimentsADemander", null, "parentIsole", true),
                cas(
                        "AlimentsAFaire",
                        true,
                        "parentIsole",
                        true,
                        "pensionAlimentaireDemandee",
                        false,
                        "moisDepuisDepot",
                        3),
                cas(
                        "AlimentsNonFaite",
                        false,
                        "parentIsole",
                        true,
                        "pensionAlimentaireDemandee",
                        false,
                        "moisDepuisDepot",
                        4),
                cas("ServiceCiviqueNon", true, "serviceCivique", false),
                cas("ServiceCiviqueNon", true, "serviceCivique", null),
                cas("ServiceCiviqueSuspend", false, "serviceCivique", true));
    }

    private static Stream<Arguments> age() {
        return Stream.of(
                cas("AgeRequis", true, "ageDemandeur", 25, "enfantACharge", false),
                cas("AgeRequis", true, "ageDemandeur", 99, "enfantACharge", true),
                cas("AgeEnfant", true, "ageDemandeur", 24, "enfantACharge", true, "heuresTravaillees", 5000),
                cas("AgeEnfant", true, "ageDemandeur", 17, "enfantACharge", true),
                cas("AgeJeuneActif", true, "ageDemandeur", 18, "enfantACharge", false, "heuresTravaillees", 3214),
                cas("AgeJeuneActif", true, "ageDemandeur", 24, "heuresTravaillees", 3214.5),
                cas("AgeJeuneHeures", false, "ageDemandeur", 24, "enfantACharge", false, "heuresTravaillees", 3213.99),
                cas("AgeJeuneHeures", false, "ageDemandeur", 18, "enfantACharge", false, "heuresTravaillees", 0),
                cas("AgeJeuneHeuresADemander", null, "ageDemandeur", 18, "enfantACharge", false),
                cas("AgeJeuneEnfantADemander", null, "ageDemandeur", 24),
                cas("AgeJeuneEnfantADemander", null, "ageDemandeur", 24, "heuresTravaillees", 10),
                cas("AgeMineur", false, "ageDemandeur", 17, "enfantACharge", false, "heuresTravaillees", 3214),
                cas("AgeMineurEnfantADemander", null, "ageDemandeur", 17),
                cas("AgeACompleter", null, "ageDemandeur", null, "enfantACharge", true));
    }

    private static Arguments europeen(String regle, Boolean respectee, String droit, Object annees, Object... faits) {
        Object[] tous = new Object[6 + faits.length];
        System.arraycopy(
                new Object[] {"groupeNationalite", "EEE", "droitSejourEuropeen", droit, "anneesTitre", annees},
                0,
                tous,
                0,
                6);
        System.arraycopy(faits, 0, tous, 6, faits.length);
        return cas(regle, respectee, tous);
    }

    private static Stream<Arguments> europeens() {
        return Stream.of(
                europeen("SejourEuropeenDroit", true, "TRAVAILLE", 0.1),
                europeen("SejourEuropeenDroit", true, "FAMILLE", null),
                europeen("SejourEuropeenDroit", true, "PERMANENT", null),
                europeen("SejourEuropeenRessources", true, "RESSOURCES", 0.25),
                europeen("SejourEuropeenMajoration", true, "RESSOURCES", 0.24, "majorationIsolement", true),
                europeen("SejourEuropeenCourt", false, "RESSOURCES", 0.24),
                europeen("SejourEuropeenACompleter", null, "RESSOURCES", null),
                europeen("SejourEuropeenSansDroit", false, "AUCUN", 9),
                europeen("SejourEuropeenCinqAns", true, null, 5),
                europeen("SejourEuropeenADemander", null, null, 4.99),
                europeen("SejourEuropeenADemander", null, null, null),
                europeen("SejourEuropeenAccord", null, "ACCORD_RETRAIT", 3),
                cas(
                        "SejourAccordRetrait",
                        true,
                        "groupeNationalite",
                        "BRITANNIQUE",
                        "droitSejourEuropeen",
                        "ACCORD_RETRAIT"),
                cas("SejourFamilleEuropeen", true, "groupeNationalite", "AUTRE", "droitSejourEuropeen", "FAMILLE"),
                cas("SejourApatride", true, "groupeNationalite", null, "statutSejour", "APATRIDE"));
    }

    private static Stream<Arguments> sejour() {
        return Stream.of(
                cas("SejourFrancais", true, "groupeNationalite", "FR"),
                cas("SejourProtege", true, "groupeNationalite", "AUTRE", "statutSejour", "REFUGIE"),
                cas("SejourProtege", true, "groupeNationalite", "BRITANNIQUE", "statutSejour", "APATRIDE"),
                cas("SejourProtege", true, "groupeNationalite", "AUTRE", "statutSejour", "PROTECTION_SUBSIDIAIRE"),
                cas("SejourProtege", true, "groupeNationalite", "AUTRE", "statutSejour", "CARTE_RESIDENT"),
                cas(
                        "SejourSansTitre",
                        false,
                        "groupeNationalite",
                        "AUTRE",
                        "statutSejour",
                        "SANS_TITRE",
                        "anneesTitre",
                        9),
                cas("SejourCinqAns", true, "groupeNationalite", "AUTRE", "anneesTitre", 5),
                cas(
                        "SejourCinqAns",
                        true,
                        "groupeNationalite",
                        "AUTRE",
                        "statutSejour",
                        "TITRE_SEJOUR",
                        "anneesTitre",
                        5),
                cas(
                        "SejourMajoration",
                        true,
                        "groupeNationalite",
                        "AUTRE",
                        "anneesTitre",
                        4.9,
                        "majorationIsolement",
                        true),
                cas("SejourTitreRecent", false, "groupeNationalite", "BRITANNIQUE", "anneesTitre", 4.9),
                cas("SejourACompleter", null, "groupeNationalite", "AUTRE"),
                cas("NationaliteACompleter", null, "groupeNationalite", null));
    }

    @ParameterizedTest(name = "{0} : {2}")
    @MethodSource("lignes")
    void chaque_ligne_repond_a_ses_bornes(String regle, Boolean respectee, Map<String, Object> faits) {
        RegleDeclenchee declenchee = table.evaluer(faits).stream()
                .filter(r -> r.id().equals("Rule_" + regle))
                .findFirst()
                .orElseThrow(() -> new AssertionError(regle + " absente de " + table.declenchees(faits)));

        assertThat(declenchee.sorties().get("respectee")).isEqualTo(respectee);
        assertThat(declenchee.texte("article")).matches("(CASF|Code du service national), art.*");
        assertThat(declenchee.sorties().get("aConfirmer")).isInstanceOf(Boolean.class);
    }

    @Test
    void chaque_condition_a_toujours_une_seule_ligne() {
        Stream.of(
                        combinaisons(Map.of(
                                "ageDemandeur", Arrays.asList(0, 17, 18, 24, 25, 66, null),
                                "enfantACharge", BOOLEENS,
                                "heuresTravaillees", Arrays.asList(0, 3213, 3214, null))),
                        combinaisons(Map.of(
                                "groupeNationalite", Arrays.asList("FR", "EEE", "SUISSE", "BRITANNIQUE", "AUTRE", null),
                                "droitSejourEuropeen",
                                        Arrays.asList(
                                                "TRAVAILLE", "FAMILLE", "RESSOURCES", "ACCORD_RETRAIT", "AUCUN", null),
                                "statutSejour",
                                        Arrays.asList("APATRIDE", "CARTE_RESIDENT", "TITRE_SEJOUR", "SANS_TITRE", null),
                                "anneesTitre", Arrays.asList(0, 0.25, 4.99, 5, null),
                                "majorationIsolement", BOOLEENS)),
                        combinaisons(Map.of(
                                "etudiant", BOOLEENS, "stagiaireFormation", BOOLEENS, "majorationIsolement", BOOLEENS)),
                        combinaisons(Map.of("enConge", BOOLEENS, "majorationIsolement", BOOLEENS)),
                        combinaisons(Map.of(
                                "residenceStable", BOOLEENS,
                                "moisEtranger", Arrays.asList(0, 3, 4, null),
                                "presentCeMois", BOOLEENS)),
                        combinaisons(Map.of(
                                "parentIsole", BOOLEENS,
                                "pensionAlimentaireDemandee", BOOLEENS,
                                "droitsPrioritairesDemandes", BOOLEENS,
                                "moisDepuisDepot", Arrays.asList(0, 1, 2, 3, 4, null))),
                        combinaisons(Map.of("serviceCivique", BOOLEENS)),
                        combinaisons(Map.of("droitsPrioritairesDemandes", BOOLEENS)))
                .flatMap(List::stream)
                .forEach(faits -> assertThat(table.evaluer(new HashMap<>(faits)))
                        .as(faits.toString())
                        .extracting(r -> r.texte("condition"))
                        .containsExactlyElementsOf(CONDITIONS));
    }

    /** The first rule of the house: what nobody asked refuses nothing. */
    @Test
    void un_fait_non_demande_ne_refuse_jamais() {
        assertThat(table.evaluer(new HashMap<>()))
                .allSatisfy(r -> assertThat(r.sorties().get("respectee")).isNotEqualTo(false));
        for (String fait : List.of(
                "heuresTravaillees",
                "etudiant",
                "stagiaireFormation",
                "enConge",
                "residenceStable",
                "droitsPrioritairesDemandes",
                "pensionAlimentaireDemandee",
                "droitSejourEuropeen",
                "presentCeMois")) {
            Map<String, Object> faits = faits(
                    "ageDemandeur",
                    22,
                    "enfantACharge",
                    false,
                    "heuresTravaillees",
                    4000,
                    "groupeNationalite",
                    "EEE",
                    "droitSejourEuropeen",
                    "TRAVAILLE",
                    "etudiant",
                    true,
                    "stagiaireFormation",
                    true,
                    "enConge",
                    false,
                    "residenceStable",
                    true,
                    "moisEtranger",
                    5,
                    "presentCeMois",
                    true,
                    "parentIsole",
                    true,
                    "droitsPrioritairesDemandes",
                    true,
                    "pensionAlimentaireDemandee",
                    true,
                    "moisDepuisDepot",
                    6);
            faits.put(fait, null);
            assertThat(table.evaluer(faits))
                    .as(fait)
                    .allSatisfy(r -> assertThat(r.sorties().get("respectee")).isNotEqualTo(false));
        }
    }

    @Test
    void sans_aucun_fait_chaque_condition_repond_sans_erreur() {
        assertThat(table.declenchees(Map.of()))
                .containsExactly(
                        "AgeACompleter",
                        "NationaliteACompleter",
                        "EtudiantADemander",
                        "CongeADemander",
                        "ResidenceADemander",
                        "SubsidiariteADemander",
                        "AlimentsSansObjet",
                        "ServiceCiviqueNon");
    }

    @Test
    void seuls_le_sejour_et_le_conge_retirent_le_conjoint_du_foyer() {
        assertThat(lignes().map(a -> table.evaluer(fait(a)))
                        .flatMap(List::stream)
                        .filter(r -> Boolean.TRUE.equals(r.sorties().get("exclutDuFoyer")))
                        .map(r -> r.texte("motif"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "SEJOUR_EUROPEEN_COURT",
                        "SEJOUR_EUROPEEN_SANS_DROIT",
                        "SEJOUR_SANS_TITRE",
                        "SEJOUR_TITRE_RECENT",
                        "CONGE_EXCLU");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fait(Arguments cas) {
        return (Map<String, Object>) cas.get()[2];
    }

    @Test
    void chaque_ligne_est_verifiee() {
        table.chaqueLigneEstVerifiee(lignes().map(a -> (String) a.get()[0]).toList(), 61);
    }
}
