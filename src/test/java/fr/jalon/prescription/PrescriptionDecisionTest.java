package fr.jalon.prescription;

import static fr.jalon.decision.TableVerifiee.combinaisons;
import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.TableVerifiee;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the referrals, row by row: least data, obstacles, complex situations, needs, figures, delays. */
class PrescriptionDecisionTest {

    private static final TableVerifiee DONNEES = new TableVerifiee("donnees-partagees");
    private static final TableVerifiee OBSTACLES = new TableVerifiee("obstacles-orientation");
    private static final TableVerifiee COMPLEXE = new TableVerifiee("situation-complexe");
    private static final TableVerifiee BESOINS = new TableVerifiee("besoins-orientation");
    private static final TableVerifiee PARAMETRES = new TableVerifiee("parametres-partenaire");
    private static final TableVerifiee DELAIS = new TableVerifiee("delais");
    private static final TableVerifiee DEPOT = new TableVerifiee("conditions-depot");

    private static final Set<String> TOUJOURS = Set.of("Nom", "Telephone", "Besoin", "Interlocuteur");

    /** Kinds of organisations of the directory, and one that it does not have. */
    private static List<String> natures() throws IOException {
        List<String> natures =
                new ArrayList<>(Files.readAllLines(Path.of("src/main/resources/annuaire/natures.csv")).stream()
                        .filter(l -> !l.startsWith("#") && !l.startsWith("code;"))
                        .map(l -> l.split(";")[0])
                        .toList());
        natures.add("INCONNUE");
        return natures;
    }

    static Stream<Arguments> donneesParNature() {
        return Stream.of(
                Arguments.of("NaissanceMissionLocale", "NAISSANCE", List.of("MISSION_LOCALE")),
                Arguments.of(
                        "NaissanceDossier",
                        "NAISSANCE",
                        List.of("FRANCE_TRAVAIL", "CAP_EMPLOI", "PLIE", "CAF", "CPAM", "MDPH")),
                Arguments.of("AdresseSecteur", "ADRESSE", List.of("CDAS", "DEPARTEMENT")),
                Arguments.of(
                        "QuartierProximite",
                        "QUARTIER",
                        List.of(
                                "CENTRE_SOCIAL",
                                "ESPACE_SOCIAL_COMMUN",
                                "RESSOURCE_NUMERIQUE",
                                "MOBILITE",
                                "CULTURE",
                                "ASSOCIATION")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("donneesParNature")
    void une_donnee_ne_va_qu_aux_sortes_de_partenaires_qui_en_ont_besoin(
            String regle, String donnee, List<String> attendues) throws IOException {
        for (String nature : natures()) {
            List<RegleDeclenchee> lignes = DONNEES.evaluer(faits("nature", nature, "francais", true, "base", "ACCORD"));
            boolean part = lignes.stream().anyMatch(r -> r.id().equals("Rule_" + regle));
            assertThat(part).as(nature).isEqualTo(attendues.contains(nature));
            lignes.stream()
                    .filter(r -> r.id().equals("Rule_" + regle))
                    .forEach(r -> assertThat(r.texte("donnee")).isEqualTo(donnee));
        }
    }

    @Test
    void chaque_partenaire_recoit_de_quoi_joindre_la_personne_et_jamais_deux_fois_la_meme_donnee() throws IOException {
        Set<String> vues = new TreeSet<>();
        for (String nature : natures()) {
            for (Boolean francais : new Boolean[] {true, false, null}) {
                Map<String, Object> faits = faits("nature", nature, "francais", francais, "base", "ACCORD");
                List<String> regles = DONNEES.declenchees(faits);
                vues.addAll(regles);
                assertThat(regles).as(faits.toString()).containsAll(TOUJOURS);
                assertThat(regles.contains("Langue")).isEqualTo(Boolean.FALSE.equals(francais));
                assertThat(DONNEES.evaluer(faits))
                        .extracting(r -> r.texte("donnee"))
                        .doesNotHaveDuplicates();
                assertThat(DONNEES.evaluer(faits)).allSatisfy(r -> {
                    assertThat(r.texte("libelle")).isNotBlank();
                    assertThat(r.texte("pourquoi")).endsWith(".");
                });
            }
        }
        for (String nature : natures()) {
            vues.addAll(DONNEES.declenchees(faits("nature", nature, "francais", true, "base", "LOI")));
        }
        DONNEES.chaqueLigneEstVerifiee(vues, 11);
    }

    @Test
    void un_organisme_referent_recoit_le_necessaire_sans_message_ni_besoin() throws IOException {
        for (String nature : natures()) {
            List<String> donnees = DONNEES.evaluer(faits("nature", nature, "francais", true, "base", "LOI")).stream()
                    .map(r -> r.texte("donnee"))
                    .toList();
            assertThat(donnees)
                    .as(nature)
                    .contains("NOM", "TELEPHONE", "ADRESSE", "PARCOURS", "INTERLOCUTEUR")
                    .doesNotContain("BESOIN", "QUARTIER")
                    .doesNotHaveDuplicates();
        }
    }

    private static Map<String, Object> simple(Object... donnes) {
        Map<String, Object> tous = new HashMap<>(faits(
                "nature",
                "ASSOCIATION",
                "age",
                30,
                "dejaSuivie",
                false,
                "dejaProposee",
                false,
                "dejaRefusee",
                false,
                "complet",
                false));
        tous.putAll(faits(donnes));
        return tous;
    }

    static Stream<Arguments> obstacles() {
        return Stream.of(
                Arguments.of("NotreOrganisme", simple("nature", "CCAS")),
                Arguments.of("DejaSuivie", simple("dejaSuivie", true)),
                Arguments.of("DejaProposee", simple("dejaProposee", true)),
                Arguments.of("DejaRefusee", simple("dejaRefusee", true)),
                Arguments.of("Complet", simple("complet", true)),
                Arguments.of("TropJeune", simple("nature", "MISSION_LOCALE", "age", 15)),
                Arguments.of("TropAge", simple("nature", "MISSION_LOCALE", "age", 26)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("obstacles")
    void chaque_obstacle_est_dit_par_sa_ligne_et_elle_seule(String regle, Map<String, Object> faits) {
        assertThat(OBSTACLES.declenchees(faits)).containsExactly(regle);
        assertThat(OBSTACLES.ligne(faits).texte("message")).endsWith(".");
    }

    @Test
    void chaque_ligne_des_obstacles_est_essayee_et_plusieurs_se_disent_ensemble() {
        OBSTACLES.chaqueLigneEstVerifiee(
                obstacles().map(a -> (String) a.get()[0]).toList(), 7);
        assertThat(OBSTACLES.declenchees(simple("complet", true, "dejaSuivie", true)))
                .containsExactlyInAnyOrder("DejaSuivie", "Complet");
    }

    @ParameterizedTest
    @CsvSource({"MISSION_LOCALE,16", "MISSION_LOCALE,25", "CAF,15", "CAF,90"})
    void rien_n_empeche_dans_les_bornes(String nature, int age) {
        assertThat(OBSTACLES.evaluer(simple("nature", nature, "age", age))).isEmpty();
    }

    @Test
    void un_fait_inconnu_n_est_pas_un_obstacle() {
        Map<String, Object> rien = new HashMap<>();
        simple().keySet().forEach(cle -> rien.put(cle, null));
        assertThat(OBSTACLES.evaluer(rien)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true,1,1,BesoinVital,true",
        "true,5,5,BesoinVital,true",
        "false,2,1,DeuxPartenaires,true",
        "false,2,3,DeuxPartenaires,true",
        "false,1,3,TroisBesoins,true",
        "false,1,2,Simple,false",
        "false,1,1,Simple,false"
    })
    void une_situation_est_complexe_ou_simple_par_une_seule_ligne(
            boolean vital, int tentatives, int besoins, String regle, boolean complexe) {
        Map<String, Object> faits = faits("besoinVital", vital, "tentatives", tentatives, "besoins", besoins);
        assertThat(COMPLEXE.declenchees(faits)).containsExactly(regle);
        assertThat(COMPLEXE.ligne(faits).sorties()).containsEntry("complexe", complexe);
        assertThat(COMPLEXE.ligne(faits).texte("raison")).endsWith(".");
    }

    @Test
    void la_table_des_situations_complexes_repond_toujours_et_une_seule_fois() {
        Set<String> vues = new TreeSet<>();
        combinaisons(Map.of(
                        "besoinVital", List.of(true, false),
                        "tentatives", List.of(1, 2, 3, 10),
                        "besoins", List.of(1, 2, 3, 4, 12)))
                .forEach(faits -> vues.addAll(List.of(COMPLEXE.ligne(faits).id().replaceFirst("^Rule_", ""))));
        COMPLEXE.chaqueLigneEstVerifiee(vues, 4);
        assertThat(COMPLEXE.evaluer(faits("besoinVital", null, "tentatives", null, "besoins", null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EMPLOI,Emploi,false",
        "FORMATION,Formation,false",
        "LANGUE,Langue,false",
        "NUMERIQUE,Numerique,false",
        "MOBILITE,Mobilite,false",
        "LIEN_SOCIAL,LienSocial,false",
        "SANTE,Sante,false",
        "DROITS,Droits,false",
        "ENFANTS,Enfants,false",
        "DROITS_COUPES,DroitsCoupes,true",
        "RESSOURCES,Ressources,true",
        "LOGEMENT,Logement,true"
    })
    void chaque_besoin_a_un_nom_des_partenaires_et_dit_s_il_est_vital(String code, String regle, boolean vital)
            throws IOException {
        assertThat(BESOINS.declenchees(faits("besoin", code))).containsExactly(regle);
        assertThat(BESOINS.ligne(faits("besoin", code)).sorties()).containsEntry("vital", vital);
        assertThat(natures())
                .contains(BESOINS.ligne(faits("besoin", code)).texte("natures").split(" "));
    }

    @Test
    void un_besoin_inconnu_n_a_pas_de_nom() {
        assertThat(BESOINS.regles()).hasSize(12);
        assertThat(BESOINS.evaluer(faits("besoin", "AUTRE"))).isEmpty();
        assertThat(BESOINS.evaluer(faits("besoin", null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LIEN_JOURS,LienJours,15",
        "CONSENTEMENT_MOIS,ConsentementMois,6",
        "AVIS_MINIMUM,AvisMinimum,5",
        "RENDEZ_VOUS_JOURS_MAX,RendezVousJoursMax,180"
    })
    void chaque_parametre_vaut_depuis_le_pacte(String parametre, String regle, int valeur) {
        LocalDate debut = LocalDate.of(2017, 6, 1);
        for (LocalDate jour : List.of(debut, LocalDate.of(2026, 5, 26), LocalDate.of(2040, 1, 1))) {
            Map<String, Object> faits = faits("parametre", parametre, "jour", jour);
            assertThat(PARAMETRES.declenchees(faits)).containsExactly(regle);
            assertThat(PARAMETRES.ligne(faits).sorties()).containsEntry("valeur", valeur);
        }
        assertThat(PARAMETRES.evaluer(faits("parametre", parametre, "jour", debut.minusDays(1))))
                .isEmpty();
        assertThat(PARAMETRES.evaluer(faits("parametre", "AUTRE", "jour", debut)))
                .isEmpty();
        assertThat(PARAMETRES.regles()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "UserTask_EnregistrerReponsePartenaire,5,10,OUVRES",
        "UserTask_NoterPremierRendezVous,15,30,OUVRES",
        "UserTask_NoterResultat,3,6,MOIS",
        "UserTask_RecueillirEvaluation,15,30,CALENDAIRES",
        "UserTask_ChoisirSuite,3,5,OUVRES",
        "UserTask_TraiterSituationComplexe,1,3,OUVRES",
        "RELANCE_PARTENAIRE,5,5,OUVRES",
        "REPONSE_PARTENAIRE,10,10,OUVRES",
        "AVIS_PERSONNE,30,30,CALENDAIRES"
    })
    void chaque_delai_est_le_meme_urgent_ou_non(String etape, int cible, int limite, String unite) {
        for (Boolean urgent : Arrays.asList(true, false, null)) {
            assertThat(DELAIS.ligne(faits("dispositif", "PAR", "etape", etape, "urgent", urgent))
                            .sorties())
                    .containsEntry("joursCible", cible)
                    .containsEntry("joursLimite", limite)
                    .containsEntry("unite", unite);
        }
    }

    @Test
    void chaque_ligne_des_delais_d_un_partenaire_est_verifiee() {
        assertThat(DELAIS.regles().stream().filter(r -> r.startsWith("Par"))).hasSize(9);
    }

    @Test
    void plusieurs_orientations_peuvent_etre_ouvertes_mais_une_seule_demande_de_rsa() {
        assertThat(DEPOT.ligne(faits("dispositif", "PAR")).sorties())
                .containsEntry("plusieursOuverts", true)
                .containsEntry("ageMinimal", 16);
        assertThat(DEPOT.ligne(faits("dispositif", "RSA")).sorties()).containsEntry("plusieursOuverts", false);
        assertThat(DEPOT.evaluer(faits("dispositif", "ORI"))).isEmpty();
    }
}
