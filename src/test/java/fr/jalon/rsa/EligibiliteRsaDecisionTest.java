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
            List.of("AGE", "SEJOUR", "ETUDIANT", "CONGE", "RESIDENCE", "SUBSIDIARITE");
    private static final List<Boolean> BOOLEENS = Arrays.asList(true, false, null);

    private final TableVerifiee table = new TableVerifiee("eligibilite-rsa");

    private static Arguments cas(String regle, boolean respectee, Object... faits) {
        return Arguments.of(regle, respectee, faits(faits));
    }

    static Stream<Arguments> lignes() {
        return Stream.of(
                        age(),
                        sejour(),
                        Stream.of(
                                cas("EtudiantNon", true, "etudiant", false),
                                cas("EtudiantNon", true, "etudiant", null),
                                cas("EtudiantFormation", true, "etudiant", true, "stagiaireFormation", true),
                                cas("EtudiantMajoration", true, "etudiant", true, "majorationIsolement", true),
                                cas("EtudiantExclu", false, "etudiant", true, "majorationIsolement", false),
                                cas("EtudiantExclu", false, "etudiant", true),
                                cas("CongeNon", true, "enConge", false),
                                cas("CongeNon", true, "enConge", null),
                                cas("CongeMajoration", true, "enConge", true, "majorationIsolement", true),
                                cas("CongeExclu", false, "enConge", true, "majorationIsolement", false),
                                cas("ResidenceStable", true, "residenceStable", true, "moisEtranger", 3),
                                cas("ResidenceStable", true, "residenceStable", true, "moisEtranger", null),
                                cas("ResidenceSupposee", true, "residenceStable", null, "moisEtranger", 0),
                                cas("ResidenceAbsenceLongue", false, "residenceStable", true, "moisEtranger", 4),
                                cas(
                                        "ResidenceInconnueAbsenceLongue",
                                        false,
                                        "residenceStable",
                                        null,
                                        "moisEtranger",
                                        4),
                                cas("ResidenceNonStable", false, "residenceStable", false, "moisEtranger", 0),
                                cas("SubsidiariteFaite", true, "droitsPrioritairesDemandes", true),
                                cas("SubsidiariteSupposee", true, "droitsPrioritairesDemandes", null),
                                cas("SubsidiariteNonFaite", false, "droitsPrioritairesDemandes", false)))
                .flatMap(s -> s);
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
                cas("AgeJeuneHeures", false, "ageDemandeur", 18, "enfantACharge", false),
                cas("AgeMineur", false, "ageDemandeur", 17, "enfantACharge", false, "heuresTravaillees", 3214),
                cas("AgeACompleter", false, "ageDemandeur", null, "enfantACharge", true));
    }

    private static Stream<Arguments> sejour() {
        return Stream.of(
                cas("SejourFrancais", true, "groupeNationalite", "FR"),
                cas("SejourEuropeen", true, "groupeNationalite", "EEE", "anneesTitre", 0.25),
                cas("SejourEuropeen", true, "groupeNationalite", "SUISSE", "anneesTitre", 0.25),
                cas(
                        "SejourEuropeenMajoration",
                        true,
                        "groupeNationalite",
                        "EEE",
                        "anneesTitre",
                        0.24,
                        "majorationIsolement",
                        true),
                cas("SejourEuropeenCourt", false, "groupeNationalite", "EEE", "anneesTitre", 0.24),
                cas("SejourEuropeenACompleter", false, "groupeNationalite", "SUISSE"),
                cas("SejourProtege", true, "groupeNationalite", "AUTRE", "statutSejour", "REFUGIE"),
                cas("SejourProtege", true, "groupeNationalite", "AUTRE", "statutSejour", "APATRIDE"),
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
                cas("SejourTitreRecent", false, "groupeNationalite", "AUTRE", "anneesTitre", 4.9),
                cas("SejourACompleter", false, "groupeNationalite", "AUTRE"),
                cas("NationaliteACompleter", false, "groupeNationalite", null));
    }

    @ParameterizedTest(name = "{0} : {2}")
    @MethodSource("lignes")
    void chaque_ligne_repond_a_ses_bornes(String regle, boolean respectee, Map<String, Object> faits) {
        RegleDeclenchee declenchee = table.evaluer(faits).stream()
                .filter(r -> r.id().equals("Rule_" + regle))
                .findFirst()
                .orElseThrow(() -> new AssertionError(regle + " absente de " + table.declenchees(faits)));

        assertThat(declenchee.sorties().get("respectee")).isEqualTo(respectee);
        assertThat(declenchee.texte("article")).startsWith("CASF");
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
                                "groupeNationalite", Arrays.asList("FR", "EEE", "SUISSE", "AUTRE", null),
                                "statutSejour",
                                        Arrays.asList("REFUGIE", "CARTE_RESIDENT", "TITRE_SEJOUR", "SANS_TITRE", null),
                                "anneesTitre", Arrays.asList(0, 0.25, 4.99, 5, null),
                                "majorationIsolement", BOOLEENS)),
                        combinaisons(Map.of(
                                "etudiant", BOOLEENS, "stagiaireFormation", BOOLEENS, "majorationIsolement", BOOLEENS)),
                        combinaisons(Map.of("enConge", BOOLEENS, "majorationIsolement", BOOLEENS)),
                        combinaisons(Map.of("residenceStable", BOOLEENS, "moisEtranger", Arrays.asList(0, 3, 4, null))),
                        combinaisons(Map.of("droitsPrioritairesDemandes", BOOLEENS)))
                .flatMap(List::stream)
                .forEach(faits -> assertThat(table.evaluer(new HashMap<>(faits)))
                        .as(faits.toString())
                        .extracting(r -> r.texte("condition"))
                        .containsExactlyElementsOf(CONDITIONS));
    }

    @Test
    void sans_aucun_fait_chaque_condition_repond_sans_erreur() {
        assertThat(table.declenchees(Map.of()))
                .containsExactly(
                        "AgeACompleter",
                        "NationaliteACompleter",
                        "EtudiantNon",
                        "CongeNon",
                        "ResidenceSupposee",
                        "SubsidiariteSupposee");
    }

    @Test
    void seuls_le_sejour_et_le_conge_retirent_le_conjoint_du_foyer() {
        assertThat(lignes().map(a -> table.evaluer(fait(a)))
                        .flatMap(List::stream)
                        .filter(r -> Boolean.TRUE.equals(r.sorties().get("exclutDuFoyer")))
                        .map(r -> r.texte("motif"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "SEJOUR_EUROPEEN_COURT", "SEJOUR_SANS_TITRE", "SEJOUR_TITRE_RECENT", "CONGE_EXCLU");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fait(Arguments cas) {
        return (Map<String, Object>) cas.get()[2];
    }

    @Test
    void chaque_ligne_est_verifiee() {
        table.chaqueLigneEstVerifiee(lignes().map(a -> (String) a.get()[0]).toList(), 33);
    }
}
