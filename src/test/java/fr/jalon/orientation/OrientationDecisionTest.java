package fr.jalon.orientation;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.MoteurDecisionFichiers;
import fr.jalon.decision.TableVerifiee;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    private static final TableVerifiee INDICATIONS = new TableVerifiee("indications-orientation");
    private static final TableVerifiee PREALABLES = new TableVerifiee("prealables-orientation");
    private static final MoteurDecisionFichiers MOTEUR = new MoteurDecisionFichiers();
    private static final TableVerifiee ORGANISMES = new TableVerifiee("organisme-referent");
    private static final TableVerifiee RECOMMANDATIONS = new TableVerifiee("recommandations");
    private static final TableVerifiee PARAMETRES = new TableVerifiee("parametres-orientation");

    private static final List<String> FREINS = List.of(
            "freinSante",
            "freinLogement",
            "freinMobilite",
            "freinGarde",
            "freinLangue",
            "freinNumerique",
            "freinAidant",
            "freinAutre");

    private static final List<String> CHAMPS = List.of(
            "situationEmploi",
            "repriseProche",
            "seProjette",
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
            "parcours");

    /** A person of 40 of whom nothing else is known, and what is given. */
    private static Map<String, Object> personne(Object... donnes) {
        Map<String, Object> tous = new HashMap<>();
        CHAMPS.forEach(champ -> tous.put(champ, null));
        FREINS.forEach(champ -> tous.put(champ, null));
        tous.put("age", 40);
        tous.putAll(faits(donnes));
        return tous;
    }

    /** The same, with every difficulty asked and answered "none" unless given. */
    private static Map<String, Object> sansDifficulte(Object... donnes) {
        Map<String, Object> tous = personne();
        FREINS.forEach(champ -> tous.put(champ, "AUCUN"));
        tous.putAll(faits(donnes));
        return tous;
    }

    static Stream<Arguments> indications() {
        return Stream.of(
                ligne("HebergementUrgence", "SOCIAL", 2, personne("hebergement", "URGENCE", "enfants", 0)),
                ligne("SansLogement", "SOCIAL", 3, personne("hebergement", "SANS")),
                ligne("FinDeBail", "SOCIAL", 3, personne("hebergement", "FIN_DE_BAIL")),
                ligne("ResidenceSociale", "SOCIAL", 1, personne("hebergement", "RESIDENCE_SOCIALE")),
                ligne("DroitEnAttente", "SOCIAL", 3, personne("droitEnAttente", true)),
                ligne("SanteForte", "SOCIAL", 3, personne("freinSante", "FORT")),
                ligne("SanteMoyenne", "SOCIO_PROFESSIONNEL", 1, personne("freinSante", "MOYEN")),
                ligne("LogementFort", "SOCIAL", 3, personne("freinLogement", "FORT")),
                ligne("LogementMoyen", "SOCIO_PROFESSIONNEL", 1, personne("freinLogement", "MOYEN")),
                ligne("GardeForte", "SOCIAL", 2, personne("freinGarde", "FORT")),
                ligne("GardeMoyenne", "SOCIO_PROFESSIONNEL", 1, personne("freinGarde", "MOYEN")),
                ligne("MobiliteForte", "SOCIO_PROFESSIONNEL", 1, personne("freinMobilite", "FORT")),
                ligne("NumeriqueFort", "SOCIO_PROFESSIONNEL", 1, personne("freinNumerique", "FORT")),
                ligne("AidantFort", "SOCIAL", 1, personne("freinAidant", "FORT")),
                ligne("AutreForte", "SOCIAL", 1, personne("freinAutre", "FORT")),
                ligne("LangueForte", "SOCIO_PROFESSIONNEL", 1, personne("freinLangue", "FORT")),
                ligne("Majoration", "SOCIAL", 1, personne("majoration", true)),
                ligne("ParentIsoleTrois", "SOCIAL", 2, personne("parentIsole", true, "enfants", 3)),
                ligne("SuivieAssociation", "SOCIAL", 1, personne("suiviePar", "ASSOCIATION")),
                ligne("FinEtudes", "EMPLOI", 3, personne("situationEmploi", "FIN_ETUDES")),
                ligne("FinChomage", "EMPLOI", 3, personne("situationEmploi", "FIN_CHOMAGE")),
                ligne("EnEmploi", "EMPLOI", 3, personne("situationEmploi", "EN_EMPLOI")),
                ligne("Independant", "EMPLOI", 2, personne("situationEmploi", "INDEPENDANT")),
                ligne("SansEmploiRecent", "EMPLOI", 2, personne("situationEmploi", "SANS_EMPLOI_RECENT")),
                ligne("SansEmploiAncien", "SOCIO_PROFESSIONNEL", 2, personne("situationEmploi", "SANS_EMPLOI_ANCIEN")),
                ligne("JamaisTravaille", "SOCIO_PROFESSIONNEL", 2, personne("situationEmploi", "JAMAIS")),
                ligne("RepriseProche", "EMPLOI", 3, personne("repriseProche", true)),
                ligne("Qualifiee", "EMPLOI", 1, personne("qualification", "CAP")),
                ligne("SansQualification", "SOCIO_PROFESSIONNEL", 1, personne("qualification", "SANS")),
                ligne("VeutTravailler", "EMPLOI", 1, personne("projet", "EMPLOI")),
                ligne("VeutSeFormer", "SOCIO_PROFESSIONNEL", 1, personne("projet", "FORMATION")),
                ligne("ProjetADefinir", "SOCIO_PROFESSIONNEL", 1, personne("projet", "A_DEFINIR")),
                ligne("PasMaintenant", "SOCIAL", 1, personne("projet", "PAS_MAINTENANT")),
                ligne("SeProjette", "EMPLOI", 1, personne("seProjette", true)),
                ligne("NeSeProjettePas", "SOCIO_PROFESSIONNEL", 1, personne("seProjette", false)),
                ligne("RecommandeEmploi", "EMPLOI", 2, personne("recommandation", "EMPLOI")),
                ligne(
                        "RecommandeSocioProfessionnel",
                        "SOCIO_PROFESSIONNEL",
                        2,
                        personne("recommandation", "SOCIO_PROFESSIONNEL")),
                ligne("RecommandeSocial", "SOCIAL", 2, personne("recommandation", "SOCIAL")),
                ligne("Jeune", "EMPLOI", 1, personne("age", 25)),
                ligne("Senior", "SOCIO_PROFESSIONNEL", 1, personne("age", 60)),
                ligne("AucuneDifficulte", "EMPLOI", 1, sansDifficulte()));
    }

    private static Arguments ligne(String regle, String parcours, int poids, Map<String, Object> faits) {
        return Arguments.of(regle, parcours, poids, faits);
    }

    /** Rows that fire beside others: what they add up. */
    private static final Map<String, Map<String, Object>> CUMULS = Map.of(
            "HebergementUrgenceEnfants", personne("hebergement", "URGENCE", "enfants", 1),
            "LangueSeule", sansDifficulte("freinLangue", "FORT"),
            "VeutTravaillerAvecFreins", personne("projet", "EMPLOI", "freinMobilite", "FORT"),
            "DeuxDifficultes", personne("freinMobilite", "FORT", "freinNumerique", "FORT"),
            "TroisDifficultes", personne("freinMobilite", "FORT", "freinNumerique", "FORT", "freinAidant", "FORT"),
            "TroisGenes", personne("freinMobilite", "MOYEN", "freinNumerique", "MOYEN", "freinAidant", "MOYEN"));

    @ParameterizedTest(name = "{0}")
    @MethodSource("indications")
    void chaque_fait_fait_pencher_par_sa_ligne_et_elle_seule(
            String regle, String parcours, int poids, Map<String, Object> faits) {
        assertThat(INDICATIONS.declenchees(faits)).containsExactly(regle);
        assertThat(INDICATIONS.evaluer(faits).get(0).texte("parcours")).isEqualTo(parcours);
        assertThat(((Number) INDICATIONS.evaluer(faits).get(0).sorties().get("poids")).intValue())
                .isEqualTo(poids);
    }

    @Test
    void plusieurs_difficultes_s_ajoutent_par_une_ligne_de_plus() {
        CUMULS.forEach((regle, faits) ->
                assertThat(INDICATIONS.declenchees(faits)).as(regle).contains(regle));
        assertThat(INDICATIONS.declenchees(personne("freinMobilite", "FORT"))).doesNotContain("DeuxDifficultes");
        assertThat(INDICATIONS.declenchees(CUMULS.get("TroisDifficultes"))).doesNotContain("DeuxDifficultes");
        assertThat(INDICATIONS.declenchees(personne("freinMobilite", "MOYEN", "freinNumerique", "MOYEN")))
                .isEmpty();
    }

    @Test
    void chaque_ligne_des_indications_est_essayee() {
        assertThat(Stream.concat(indications().map(a -> (String) a.get()[0]), CUMULS.keySet().stream())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(INDICATIONS.regles());
    }

    @Test
    void rien_de_connu_ne_fait_pencher() {
        assertThat(INDICATIONS.evaluer(personne())).isEmpty();
        assertThat(PREALABLES.evaluer(personne())).isEmpty();
        assertThat(ORGANISMES.evaluer(personne())).isEmpty();
        assertThat(RECOMMANDATIONS.evaluer(personne())).isEmpty();
        assertThat(PARCOURS.declenchees(personne())).containsExactly("RienNeParle");
    }

    @ParameterizedTest
    @CsvSource({"age,26", "age,59", "enfants,2"})
    void juste_hors_de_la_borne_la_ligne_se_tait(String champ, int valeur) {
        assertThat(INDICATIONS.evaluer(personne("parentIsole", true, champ, valeur)))
                .isEmpty();
    }

    @Test
    void une_reponse_qui_dit_non_ne_fait_pas_pencher() {
        assertThat(INDICATIONS.evaluer(personne(
                        "repriseProche",
                        false,
                        "suiviePar",
                        "PERSONNE",
                        "recommandation",
                        "AUCUNE",
                        "majoration",
                        false,
                        "parentIsole",
                        false,
                        "droitEnAttente",
                        false,
                        "freinMobilite",
                        "MOYEN",
                        "freinAutre",
                        "MOYEN")))
                .isEmpty();
    }

    @Test
    void l_inscription_a_france_travail_que_fait_la_loi_ne_dit_rien() {
        Map<String, Object> inscrite = personne("inscrit", true, "inscription", "RECENTE");
        assertThat(INDICATIONS.evaluer(inscrite)).isEmpty();
        assertThat(PARCOURS.evaluer(inscrite)).isEqualTo(PARCOURS.evaluer(personne()));
    }

    @Test
    void une_difficulte_dont_personne_n_a_parle_n_est_pas_une_absence_de_difficulte() {
        for (String frein : FREINS) {
            assertThat(INDICATIONS.evaluer(sansDifficulte(frein, null)))
                    .as(frein)
                    .isEmpty();
            assertThat(INDICATIONS.evaluer(sansDifficulte(frein, "MOYEN")))
                    .as(frein)
                    .noneMatch(r -> "EMPLOI".equals(r.texte("parcours")));
        }
        assertThat(INDICATIONS.declenchees(sansDifficulte("freinLangue", "FORT", "freinSante", null)))
                .containsExactly("LangueForte");
    }

    @ParameterizedTest(name = "{0} {1} : {2}")
    @CsvSource({
        "hebergement, SANS, PrealableSansToit",
        "hebergement, URGENCE, PrealableSansToit",
        "freinLogement, FORT, PrealableLogement",
        "freinSante, FORT, PrealableSante",
        "freinGarde, FORT, PrealableGarde"
    })
    void un_toit_des_soins_une_garde_passent_avant_l_emploi_sans_activite(String champ, String valeur, String regle) {
        Map<String, Object> proche = sansDifficulte(
                "situationEmploi",
                "SANS_EMPLOI_RECENT",
                "qualification",
                "SUP",
                "projet",
                "EMPLOI",
                "repriseProche",
                true,
                "seProjette",
                true,
                "recommandation",
                "EMPLOI");
        assertThat(PARCOURS.ligne(proche).texte("parcours")).isEqualTo("EMPLOI");
        proche.put(champ, valeur);
        assertThat(PREALABLES.declenchees(proche)).containsExactly(regle);
        assertThat(PARCOURS.declenchees(proche)).containsExactly("Prealable");
        assertThat(PARCOURS.ligne(proche).texte("parcours")).isEqualTo("SOCIAL");
        for (String activite : List.of("EN_EMPLOI", "INDEPENDANT")) {
            proche.put("situationEmploi", activite);
            assertThat(PREALABLES.evaluer(proche)).isEmpty();
        }
        proche.put("situationEmploi", null);
        assertThat(PREALABLES.evaluer(proche)).isEmpty();
    }

    @Test
    void chaque_prealable_vaut_pour_chaque_situation_sans_activite_et_un_seul_dit_le_toit() {
        for (String sans : List.of("FIN_ETUDES", "FIN_CHOMAGE", "SANS_EMPLOI_RECENT", "SANS_EMPLOI_ANCIEN", "JAMAIS")) {
            assertThat(PREALABLES.declenchees(
                            personne("situationEmploi", sans, "hebergement", "SANS", "freinLogement", "FORT")))
                    .containsExactly("PrealableSansToit");
        }
        PREALABLES.chaqueLigneEstVerifiee(
                List.of("PrealableSansToit", "PrealableLogement", "PrealableSante", "PrealableGarde"), 4);
    }

    /** Facts that give exactly these weights: rows of one path each, of weight 1, 2 and 3. */
    private static Map<String, Object> poids(int emploi, int mixte, int social) {
        Map<String, Object> faits = personne();
        switch (emploi) {
            case 1 -> faits.put("qualification", "SUP");
            case 2 -> faits.put("situationEmploi", "SANS_EMPLOI_RECENT");
            case 3 -> faits.put("situationEmploi", "EN_EMPLOI");
            case 4 -> faits.putAll(faits("situationEmploi", "EN_EMPLOI", "qualification", "SUP"));
            default -> {}
        }
        switch (mixte) {
            case 1 -> faits.put("freinMobilite", "FORT");
            case 2 -> faits.put("recommandation", "SOCIO_PROFESSIONNEL");
            case 3 -> faits.putAll(faits("recommandation", "SOCIO_PROFESSIONNEL", "freinMobilite", "FORT"));
            case 4 ->
                faits.putAll(
                        faits("recommandation", "SOCIO_PROFESSIONNEL", "freinMobilite", "FORT", "projet", "FORMATION"));
            default -> {}
        }
        switch (social) {
            case 1 -> faits.put("majoration", true);
            case 2 -> faits.put("hebergement", "URGENCE");
            case 3 -> faits.put("droitEnAttente", true);
            case 4 -> faits.putAll(faits("droitEnAttente", true, "majoration", true));
            default -> {}
        }
        if (emploi == 2 && social == 2) {
            faits.put("hebergement", null);
            faits.putAll(faits("parentIsole", true, "enfants", 3));
        }
        return faits;
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
    void la_conclusion_est_complete_et_le_social_passe_avant_a_egalite(
            int emploi, int mixte, int social, String attendu) {
        EvaluationDecision evaluation = MOTEUR.evaluer("parcours-orientation", poids(emploi, mixte, social));
        assertThat(evaluation.valeurs())
                .containsEntry("poidsEmploi", emploi)
                .containsEntry("poidsSocioProfessionnel", mixte)
                .containsEntry("poidsSocial", social);
        assertThat(evaluation.unique().orElseThrow().texte("parcours")).isEqualTo(attendu);
    }

    @Test
    void la_conclusion_repond_une_seule_fois_pour_tous_les_poids() {
        for (int emploi = 0; emploi < 5; emploi++) {
            for (int mixte = 0; mixte < 5; mixte++) {
                for (int social = 0; social < 5; social++) {
                    PARCOURS.ligne(poids(emploi, mixte, social));
                }
            }
        }
    }

    @Test
    void mille_situations_au_hasard_ont_toutes_une_conclusion_que_ses_poids_expliquent() {
        Random hasard = new Random(8);
        for (int i = 0; i < 1000; i++) {
            EvaluationDecision e = MOTEUR.evaluer("parcours-orientation", auHasard(hasard));
            int emploi = (int) e.valeurs().get("poidsEmploi");
            int mixte = (int) e.valeurs().get("poidsSocioProfessionnel");
            int social = (int) e.valeurs().get("poidsSocial");
            assertThat(e.requise("indications-orientation").stream()
                            .mapToInt(r -> ((Number) r.sorties().get("poids")).intValue())
                            .sum())
                    .isEqualTo(emploi + mixte + social);
            String attendu = !e.requise("prealables-orientation").isEmpty()
                    ? "SOCIAL"
                    : emploi + mixte + social == 0
                            ? "SOCIO_PROFESSIONNEL"
                            : social >= Math.max(mixte, emploi)
                                    ? "SOCIAL"
                                    : mixte >= emploi ? "SOCIO_PROFESSIONNEL" : "EMPLOI";
            assertThat(e.unique().orElseThrow().texte("parcours")).isEqualTo(attendu);
        }
    }

    private static Map<String, Object> auHasard(Random hasard) {
        Map<String, Object> faits = personne("age", 16 + hasard.nextInt(60));
        Map<String, List<?>> valeurs = new HashMap<>();
        FREINS.forEach(f -> valeurs.put(f, List.of("AUCUN", "MOYEN", "FORT")));
        valeurs.put("situationEmploi", List.of("EN_EMPLOI", "FIN_ETUDES", "SANS_EMPLOI_RECENT", "SANS_EMPLOI_ANCIEN"));
        valeurs.put("qualification", List.of("SANS", "CAP", "BAC", "SUP"));
        valeurs.put("projet", List.of("EMPLOI", "FORMATION", "A_DEFINIR", "PAS_MAINTENANT"));
        valeurs.put("hebergement", List.of("STABLE", "FIN_DE_BAIL", "URGENCE", "SANS"));
        valeurs.put("enfants", List.of(0, 1, 3));
        List.of("repriseProche", "seProjette", "droitEnAttente", "parentIsole", "majoration")
                .forEach(f -> valeurs.put(f, List.of(true, false)));
        valeurs.forEach((champ, choix) -> {
            if (hasard.nextInt(3) > 0) {
                faits.put(champ, choix.get(hasard.nextInt(choix.size())));
            }
        });
        return faits;
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
                        List.of("CdasSante", "CdasFamille", "CcasSocial"),
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
