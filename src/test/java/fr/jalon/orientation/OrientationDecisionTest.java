package fr.jalon.orientation;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.TableVerifiee;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the orientation, row by row: what fires, at which bound, and what stays silent when a fact is not known. */
class OrientationDecisionTest {

    private static final TableVerifiee PARCOURS = new TableVerifiee("parcours-orientation");
    private static final TableVerifiee ARBITRAGE = new TableVerifiee("arbitrage-parcours");
    private static final TableVerifiee ORGANISMES = new TableVerifiee("organisme-referent");
    private static final TableVerifiee RECOMMANDATIONS = new TableVerifiee("recommandations");
    private static final TableVerifiee PARAMETRES = new TableVerifiee("parametres-orientation");

    private static final List<String> CHAMPS = List.of(
            "age",
            "situationEmploi",
            "inscrit",
            "inscription",
            "repriseProche",
            "suiviePar",
            "recommandation",
            "majoration",
            "handicap",
            "qualification",
            "projet",
            "hebergement",
            "droitEnAttente",
            "enfants",
            "parentIsole",
            "volontairePlie",
            "freinSante",
            "freinLogement",
            "freinMobilite",
            "freinGarde",
            "freinLangue",
            "freinNumerique",
            "freinAidant",
            "freinAutre",
            "freinsForts",
            "parcours");

    /** A person of 40 of whom nothing else is known, and what is given. */
    private static Map<String, Object> personne(Object... donnes) {
        Map<String, Object> tous = new HashMap<>();
        CHAMPS.forEach(champ -> tous.put(champ, null));
        tous.put("age", 40);
        tous.put("enfants", 0);
        tous.put("parentIsole", false);
        tous.put("volontairePlie", false);
        tous.put("freinsForts", 0);
        tous.putAll(faits(donnes));
        return tous;
    }

    static Stream<Arguments> indications() {
        return Stream.of(
                Arguments.of("HebergementUrgence", "SOCIAL", personne("hebergement", "URGENCE", "enfants", 1)),
                Arguments.of("HebergementUrgenceSeul", "SOCIAL", personne("hebergement", "URGENCE")),
                Arguments.of("SansLogement", "SOCIAL", personne("hebergement", "SANS")),
                Arguments.of("FinDeBail", "SOCIAL", personne("hebergement", "FIN_DE_BAIL")),
                Arguments.of("ResidenceSociale", "SOCIAL", personne("hebergement", "RESIDENCE_SOCIALE")),
                Arguments.of("DroitEnAttente", "SOCIAL", personne("droitEnAttente", true)),
                Arguments.of("SanteForte", "SOCIAL", personne("freinSante", "FORT")),
                Arguments.of("SanteMoyenne", "SOCIO_PROFESSIONNEL", personne("freinSante", "MOYEN")),
                Arguments.of("LogementFort", "SOCIAL", personne("freinLogement", "FORT")),
                Arguments.of("LogementMoyen", "SOCIO_PROFESSIONNEL", personne("freinLogement", "MOYEN")),
                Arguments.of("AidantFort", "SOCIAL", personne("freinAidant", "FORT")),
                Arguments.of("MobiliteForte", "SOCIO_PROFESSIONNEL", personne("freinMobilite", "FORT")),
                Arguments.of("AutreForte", "SOCIAL", personne("freinAutre", "FORT")),
                Arguments.of("Majoration", "SOCIAL", personne("majoration", true)),
                Arguments.of("SuivieAssociation", "SOCIAL", personne("suiviePar", "ASSOCIATION")),
                Arguments.of("InscriptionRecente", "EMPLOI", personne("inscription", "RECENTE")),
                Arguments.of("InscriptionReprise", "SOCIO_PROFESSIONNEL", personne("inscription", "REPRISE")),
                Arguments.of("RepriseProche", "EMPLOI", personne("repriseProche", true)),
                Arguments.of("RecommandeEmploi", "EMPLOI", personne("recommandation", "EMPLOI")),
                Arguments.of(
                        "RecommandeSocioProfessionnel",
                        "SOCIO_PROFESSIONNEL",
                        personne("recommandation", "SOCIO_PROFESSIONNEL")),
                Arguments.of("RecommandeSocial", "SOCIAL", personne("recommandation", "SOCIAL")),
                Arguments.of("GardeForte", "SOCIO_PROFESSIONNEL", personne("freinGarde", "FORT")),
                Arguments.of("ParentIsoleTrois", "SOCIAL", personne("parentIsole", true, "enfants", 3)),
                Arguments.of("LangueSeule", "SOCIO_PROFESSIONNEL", personne("freinLangue", "FORT", "freinsForts", 1)),
                Arguments.of(
                        "LangueAvecAutres", "SOCIO_PROFESSIONNEL", personne("freinLangue", "FORT", "freinsForts", 2)),
                Arguments.of("FinEtudes", "EMPLOI", personne("situationEmploi", "FIN_ETUDES")),
                Arguments.of("FinChomage", "EMPLOI", personne("situationEmploi", "FIN_CHOMAGE")),
                Arguments.of("EnEmploi", "EMPLOI", personne("situationEmploi", "EN_EMPLOI")),
                Arguments.of("Independant", "EMPLOI", personne("situationEmploi", "INDEPENDANT")),
                Arguments.of("SansEmploiRecent", "EMPLOI", personne("situationEmploi", "SANS_EMPLOI_RECENT")),
                Arguments.of(
                        "SansEmploiAncien", "SOCIO_PROFESSIONNEL", personne("situationEmploi", "SANS_EMPLOI_ANCIEN")),
                Arguments.of("JamaisTravaille", "SOCIO_PROFESSIONNEL", personne("situationEmploi", "JAMAIS")),
                Arguments.of("InscritSansFrein", "EMPLOI", personne("inscrit", true)),
                Arguments.of("VeutTravailler", "EMPLOI", personne("projet", "EMPLOI")),
                Arguments.of(
                        "VeutTravaillerAvecFreins",
                        "SOCIO_PROFESSIONNEL",
                        personne("projet", "EMPLOI", "freinsForts", 1)),
                Arguments.of("VeutSeFormer", "SOCIO_PROFESSIONNEL", personne("projet", "FORMATION")),
                Arguments.of("ProjetADefinir", "SOCIO_PROFESSIONNEL", personne("projet", "A_DEFINIR")),
                Arguments.of("PasMaintenant", "SOCIAL", personne("projet", "PAS_MAINTENANT")),
                Arguments.of("Jeune", "EMPLOI", personne("age", 25)),
                Arguments.of("Senior", "SOCIO_PROFESSIONNEL", personne("age", 60)),
                Arguments.of("TroisFreins", "SOCIAL", personne("freinsForts", 3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("indications")
    void chaque_fait_fait_pencher_par_sa_ligne_et_elle_seule(String regle, String parcours, Map<String, Object> faits) {
        assertThat(PARCOURS.declenchees(faits)).containsExactly(regle);
        assertThat(PARCOURS.evaluer(faits).get(0).texte("parcours")).isEqualTo(parcours);
        assertThat(((Number) PARCOURS.evaluer(faits).get(0).sorties().get("poids")).intValue())
                .isBetween(1, 3);
    }

    @Test
    void chaque_ligne_des_indications_est_essayee() {
        assertThat(indications().map(a -> (String) a.get()[0]).toList())
                .containsExactlyInAnyOrderElementsOf(PARCOURS.regles());
    }

    @Test
    void rien_de_connu_ne_fait_pencher() {
        assertThat(PARCOURS.evaluer(personne())).isEmpty();
        assertThat(ORGANISMES.evaluer(personne())).isEmpty();
        assertThat(RECOMMANDATIONS.evaluer(personne())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"age,26", "age,59", "enfants,2", "freinsForts,2"})
    void juste_hors_de_la_borne_la_ligne_se_tait(String champ, int valeur) {
        assertThat(PARCOURS.evaluer(personne("parentIsole", true, champ, valeur)))
                .isEmpty();
    }

    @Test
    void une_reponse_qui_dit_non_ne_fait_pas_pencher() {
        assertThat(PARCOURS.evaluer(personne(
                        "inscription",
                        "ANCIENNE",
                        "repriseProche",
                        false,
                        "suiviePar",
                        "PERSONNE",
                        "recommandation",
                        "AUCUNE",
                        "majoration",
                        false,
                        "freinMobilite",
                        "MOYEN",
                        "freinAutre",
                        "MOYEN")))
                .isEmpty();
    }

    @ParameterizedTest(name = "emploi {0}, socio-professionnel {1}, social {2} : {3}")
    @CsvSource({
        "0, 0, 0, SOCIO_PROFESSIONNEL",
        "3, 0, 0, EMPLOI",
        "0, 3, 0, SOCIO_PROFESSIONNEL",
        "0, 0, 3, SOCIAL",
        "3, 3, 0, SOCIO_PROFESSIONNEL",
        "3, 2, 0, EMPLOI",
        "3, 0, 3, SOCIAL",
        "0, 3, 3, SOCIAL",
        "4, 3, 3, EMPLOI",
        "3, 4, 3, SOCIO_PROFESSIONNEL",
        "2, 2, 2, SOCIAL"
    })
    void l_arbitrage_est_complet_et_le_social_passe_avant_a_egalite(int emploi, int mixte, int social, String attendu) {
        assertThat(ARBITRAGE.evaluer(faits(
                        "sommePoids",
                        emploi + mixte + social,
                        "avanceSocial",
                        social - Math.max(mixte, emploi),
                        "avanceSocioProfessionnel",
                        mixte - emploi)))
                .singleElement()
                .satisfies(r -> assertThat(r.texte("parcours")).isEqualTo(attendu));
    }

    @Test
    void l_arbitrage_repond_une_seule_fois_pour_tous_les_poids() {
        for (int emploi = 0; emploi < 8; emploi++) {
            for (int mixte = 0; mixte < 8; mixte++) {
                for (int social = 0; social < 8; social++) {
                    assertThat(ARBITRAGE.evaluer(faits(
                                    "sommePoids",
                                    emploi + mixte + social,
                                    "avanceSocial",
                                    social - Math.max(mixte, emploi),
                                    "avanceSocioProfessionnel",
                                    mixte - emploi)))
                            .hasSize(1);
                }
            }
        }
    }

    static Stream<Arguments> organismes() {
        return Stream.of(
                Arguments.of(List.of("MissionLocale", "FranceTravail"), personne("parcours", "EMPLOI", "age", 25)),
                Arguments.of(List.of("FranceTravail"), personne("parcours", "EMPLOI", "age", 26)),
                Arguments.of(List.of("CapEmploi", "FranceTravail"), personne("parcours", "EMPLOI", "handicap", true)),
                Arguments.of(
                        List.of("Plie", "CcasSocioPro"),
                        personne(
                                "parcours",
                                "SOCIO_PROFESSIONNEL",
                                "situationEmploi",
                                "SANS_EMPLOI_ANCIEN",
                                "volontairePlie",
                                true)),
                Arguments.of(
                        List.of("CcasSocioPro"),
                        personne("parcours", "SOCIO_PROFESSIONNEL", "situationEmploi", "SANS_EMPLOI_ANCIEN")),
                Arguments.of(List.of("CdasSante", "CcasSocial"), personne("parcours", "SOCIAL", "freinSante", "FORT")),
                Arguments.of(
                        List.of("CdasSante", "CcasSocial"),
                        personne("parcours", "SOCIAL", "freinSante", "FORT", "enfants", 2)),
                Arguments.of(List.of("CdasFamille", "CcasSocial"), personne("parcours", "SOCIAL", "enfants", 1)),
                Arguments.of(List.of("CcasSocial"), personne("parcours", "SOCIAL", "age", 20, "handicap", true)),
                Arguments.of(
                        List.of("CcasSocioPro", "SuivieFranceTravail"),
                        personne("parcours", "SOCIO_PROFESSIONNEL", "suiviePar", "FRANCE_TRAVAIL")),
                Arguments.of(
                        List.of("CcasSocial", "SuivieMissionLocale"),
                        personne("parcours", "SOCIAL", "age", 25, "suiviePar", "MISSION_LOCALE")),
                Arguments.of(
                        List.of("CcasSocial"),
                        personne("parcours", "SOCIAL", "age", 26, "suiviePar", "MISSION_LOCALE")),
                Arguments.of(
                        List.of("FranceTravail", "SuivieCapEmploi"),
                        personne("parcours", "EMPLOI", "suiviePar", "CAP_EMPLOI")),
                Arguments.of(
                        List.of("FranceTravail", "SuiviePlie"), personne("parcours", "EMPLOI", "suiviePar", "PLIE")),
                Arguments.of(
                        List.of("CcasSocioPro", "SuivieCdas"),
                        personne("parcours", "SOCIO_PROFESSIONNEL", "suiviePar", "CDAS")),
                Arguments.of(List.of("CcasSocial", "SuivieCcas"), personne("parcours", "SOCIAL", "suiviePar", "CCAS")),
                Arguments.of(
                        List.of("CcasSocial", "SuivieAssociation"),
                        personne("parcours", "SOCIAL", "suiviePar", "ASSOCIATION")),
                Arguments.of(List.of("FranceTravail"), personne("parcours", "EMPLOI", "suiviePar", "CDAS")),
                Arguments.of(List.of("FranceTravail"), personne("parcours", "EMPLOI", "suiviePar", "PERSONNE")));
    }

    @ParameterizedTest
    @MethodSource("organismes")
    void les_organismes_suivent_le_parcours_et_le_public(List<String> regles, Map<String, Object> faits) {
        assertThat(ORGANISMES.declenchees(faits)).isEqualTo(regles);
    }

    @Test
    void chaque_ligne_des_organismes_est_essayee() {
        assertThat(organismes()
                        .flatMap(a -> ((List<?>) a.get()[0]).stream())
                        .map(String.class::cast)
                        .distinct()
                        .toList())
                .containsExactlyInAnyOrderElementsOf(ORGANISMES.regles());
    }

    @Test
    void un_parcours_a_toujours_un_organisme() {
        for (String parcours : Set.of("EMPLOI", "SOCIO_PROFESSIONNEL", "SOCIAL")) {
            assertThat(ORGANISMES.evaluer(personne("parcours", parcours))).isNotEmpty();
        }
    }

    static Stream<Arguments> recommandations() {
        return Stream.of(
                Arguments.of("Langue", 1, personne("freinLangue", "MOYEN")),
                Arguments.of("SansQualification", 1, personne("qualification", "SANS")),
                Arguments.of("Formation", 1, personne("projet", "FORMATION")),
                Arguments.of("Emploi", 2, personne("parcours", "EMPLOI")),
                Arguments.of("LienSocial", 3, personne("parcours", "SOCIAL")),
                Arguments.of("Sante", 4, personne("freinSante", "FORT")),
                Arguments.of("Numerique", 5, personne("freinNumerique", "MOYEN")),
                Arguments.of("Mobilite", 6, personne("freinMobilite", "FORT")),
                Arguments.of("Garde", 3, personne("freinGarde", "FORT")),
                Arguments.of("Chantier", 2, personne("parcours", "SOCIO_PROFESSIONNEL", "projet", "EMPLOI")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recommandations")
    void chaque_frein_ou_souhait_recommande_une_action_de_son_levier(
            String regle, int levier, Map<String, Object> faits) {
        assertThat(RECOMMANDATIONS.declenchees(faits)).containsExactly(regle);
        assertThat(((Number) RECOMMANDATIONS.evaluer(faits).get(0).sorties().get("levier")).intValue())
                .isEqualTo(levier);
    }

    @Test
    void chaque_ligne_des_recommandations_est_essayee() {
        assertThat(recommandations().map(a -> (String) a.get()[0]).toList())
                .containsExactlyInAnyOrderElementsOf(RECOMMANDATIONS.regles());
        assertThat(RECOMMANDATIONS.evaluer(personne("qualification", "SANS", "projet", "PAS_MAINTENANT")))
                .isEmpty();
    }

    @Test
    void les_parametres_ont_les_valeurs_de_la_loi() {
        assertThat(PARAMETRES.evaluer(faits("parametre", "DUREE_MINIMALE_JOURS")))
                .singleElement()
                .satisfies(r -> assertThat(((Number) r.sorties().get("valeur")).intValue())
                        .isEqualTo(7));
        assertThat(PARAMETRES.evaluer(faits("parametre", "HEURES_PREVUES")))
                .singleElement()
                .satisfies(r -> assertThat(((Number) r.sorties().get("valeur")).intValue())
                        .isEqualTo(15));
        assertThat(PARAMETRES.evaluer(faits("parametre", "INCONNU"))).isEmpty();
    }
}
