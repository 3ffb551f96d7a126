package fr.jalon.rsa;

import static fr.jalon.rsa.DemandeDeTest.demande;
import static fr.jalon.rsa.DemandeDeTest.ressource;
import static fr.jalon.rsa.DemandeDeTest.sanctionnee;
import static fr.jalon.rsa.DemandeDeTest.troisMois;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.Explication;
import fr.jalon.rsa.ResultatSimulation.Condition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationRsaTest {

    private final SimulationRsa simulation = SimulationsDeTest.simulation();

    private ResultatSimulation simuler(DemandeDeTest demande) {
        return simulation.simuler(demande.construire());
    }

    private static BigDecimal euros(String montant) {
        return new BigDecimal(montant);
    }

    private static Condition condition(ResultatSimulation resultat, String code) {
        return resultat.conditions().stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> textes(ResultatSimulation resultat) {
        return resultat.explications().stream().map(Explication::texte).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1,0,651.69",
        "1,1,977.54",
        "1,2,1173.04",
        "1,3,1433.72",
        "1,4,1694.39",
        "2,0,977.54",
        "2,1,1173.04",
        "2,2,1368.55",
        "2,3,1629.23",
        "2,4,1889.90"
    })
    void le_montant_forfaitaire_suit_la_composition_du_foyer(int adultes, int enfants, String attendu) {
        DemandeDeTest demande = demande();
        for (int i = 0; i < adultes; i++) {
            demande.adulte(40);
        }
        for (int i = 0; i < enfants; i++) {
            demande.enfant(10);
        }

        ResultatSimulation resultat = simuler(demande);

        assertThat(resultat.montantForfaitaire()).isEqualTo(euros(attendu));
        assertThat(resultat.montant()).isEqualTo(euros(attendu));
        assertThat(resultat.enfantsComptes()).isEqualTo(enfants);
    }

    @Test
    void avant_le_premier_montant_connu_le_plus_ancien_s_applique_et_se_confirme() {
        ResultatSimulation resultat = simuler(demande().mois("2012-05").adulte(40));

        assertThat(resultat.montant()).isEqualTo(euros("535.17"));
        assertThat(resultat.aConfirmer()).anyMatch(t -> t.contains("mai 2012"));
    }

    @Test
    void apres_la_derniere_revalorisation_connue_le_montant_est_a_confirmer() {
        assertThat(simuler(demande().mois("2027-03").adulte(40)).aConfirmer()).noneMatch(t -> t.contains("base"));
        assertThat(simuler(demande().mois("2027-04").adulte(40)).aConfirmer()).anyMatch(t -> t.contains("avril 2027"));
    }

    @Test
    void le_montant_de_base_saisi_remplace_celui_du_mois() {
        assertThat(simuler(demande().mois("2014-01").montantBase("499.31").adulte(40))
                        .montant())
                .isEqualTo(euros("499.31"));
    }

    @ParameterizedTest
    @CsvSource({"24,false", "25,true", "26,true", "65,true"})
    void l_age_minimal_est_de_vingt_cinq_ans(int age, boolean ouvert) {
        ResultatSimulation resultat = simuler(demande().adulte(age));

        assertThat(resultat.droitOuvert()).isEqualTo(ouvert);
        assertThat(condition(resultat, "AGE").respectee()).isEqualTo(ouvert);
        assertThat(resultat.montant()).isEqualTo(euros(ouvert ? "651.69" : "0.00"));
    }

    @ParameterizedTest
    @CsvSource({"17,3214,false", "18,3214,true", "24,3214,true", "24,3213.99,false", "24,0,false"})
    void un_jeune_actif_a_assez_travaille(int age, String heures, boolean ouvert) {
        assertThat(simuler(demande().adulte(a -> a.age(age).heures(heures))).droitOuvert())
                .isEqualTo(ouvert);
    }

    @Test
    void avant_vingt_cinq_ans_un_enfant_ou_une_grossesse_ouvre_le_droit() {
        assertThat(simuler(demande().adulte(20).adulte(20).enfant(1)).droitOuvert())
                .isTrue();
        assertThat(simuler(demande().adulte(a -> a.age(20).enceinte()).adulte(20))
                        .droitOuvert())
                .isTrue();
        assertThat(simuler(demande().adulte(20).enfant(25)).droitOuvert()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"24,1", "25,0", "0,1"})
    void un_enfant_compte_jusqu_a_vingt_quatre_ans(int age, int comptes) {
        ResultatSimulation resultat = simuler(demande().adulte(50).enfant(age));

        assertThat(resultat.enfantsComptes()).isEqualTo(comptes);
        assertThat(textes(resultat).stream().anyMatch(t -> t.contains("la limite est de 25 ans")))
                .isEqualTo(comptes == 0);
    }

    @ParameterizedTest
    @CsvSource({"2,false,true,1115.80", "3,false,false,977.54", "3,true,true,1115.80", "10,true,true,1115.80"})
    void la_majoration_dure_jusqu_aux_trois_ans_ou_apres_une_separation(
            int age, boolean recent, boolean majoration, String montant) {
        DemandeDeTest demande = demande().adulte(40).enfant(age);

        ResultatSimulation resultat = simuler(recent ? demande.isolementRecent() : demande);

        assertThat(resultat.majorationIsolement()).isEqualTo(majoration);
        assertThat(resultat.montant()).isEqualTo(euros(montant));
    }

    @Test
    void une_femme_enceinte_seule_a_la_majoration_meme_etudiante() {
        ResultatSimulation resultat =
                simuler(demande().adulte(a -> a.age(22).enceinte().etudiant()));

        assertThat(resultat.montant()).isEqualTo(euros("836.85"));
        assertThat(resultat.majorationIsolement()).isTrue();
    }

    @Test
    void un_couple_n_a_pas_la_majoration_meme_s_il_se_dit_isole() {
        ResultatSimulation resultat =
                simuler(demande().adulte(40).adulte(40).enfant(1).isole(true));

        assertThat(resultat.majorationIsolement()).isFalse();
        assertThat(resultat.aConfirmer()).anyMatch(t -> t.contains("deux adultes"));
        assertThat(simuler(demande().adulte(40).enfant(1).isole(false)).majorationIsolement())
                .isFalse();
    }

    /** Raising a child alone is nothing that a couple can be offered. */
    @Test
    void ce_qui_changerait_n_offre_a_un_couple_rien_que_seul_un_parent_isole_peut_avoir() {
        for (DemandeDeTest couple : List.of(
                demande().adulte(a -> a.etudiant()).adulte(a -> a.etudiant()).enfant(1),
                demande().adulte(a -> a.enConge()).adulte(a -> a.enConge()),
                demande()
                        .adulte(a -> a.etudiant())
                        .adulte(a -> a.age(22).enConge())
                        .isole(true),
                demande().adulte(a -> a.age(17)).adulte(a -> a.age(17)))) {
            ResultatSimulation resultat = simuler(couple);
            assertThat(resultat.explications())
                    .isNotEmpty()
                    .noneMatch(e ->
                            e.quiChangerait() != null && e.quiChangerait().matches("(?s).*\\b(seule?|isolée?)\\b.*"));
        }
        assertThat(changements(demande().adulte(a -> a.etudiant()).adulte(a -> a.etudiant())))
                .contains("Finir ou arrêter vos études. Une bourse ou une aide d'urgence du CROUS peut exister.");
        assertThat(changements(demande().adulte(a -> a.enConge()).adulte(a -> a.enConge())))
                .contains("La fin de ce congé.");
        assertThat(changements(demande().adulte(a -> a.etudiant())))
                .as("une personne seule")
                .anyMatch(t -> t.contains("élever seul un enfant"));
    }

    /** Every combination of what refuses: what would open the right is said of a refusal, and of a refusal alone; the rest is about its amount. */
    @Test
    void ce_qui_changerait_ne_contredit_jamais_le_verdict() {
        String majoration = "Attendre un enfant ou en avoir un à charge.";
        int ouverts = 0;
        int fermes = 0;
        for (int age : List.of(17, 22, 30)) {
            for (String pays : List.of("FR", "SY")) {
                for (int quoi = 0; quoi < 16; quoi++) {
                    int bits = quoi;
                    DemandeDeTest seule = demande().adulte(a -> {
                        DemandeDeTest.AdulteDeTest b = a.age(age).nationalite(pays, pays.equals("FR") ? null : "2");
                        b = (bits & 1) == 0 ? b : b.etudiant();
                        b = (bits & 2) == 0 ? b : b.enConge();
                        return b.residence((bits & 4) == 0, 0).droits((bits & 8) == 0);
                    });
                    boolean ouvert = simuler(seule).droitOuvert();
                    boolean refuse =
                            simuler(seule).conditions().stream().anyMatch(c -> Boolean.FALSE.equals(c.respectee()));
                    ouverts += ouvert ? 1 : 0;
                    fermes += refuse ? 1 : 0;
                    List<String> ditsDuRefus = changements(seule).stream()
                            .filter(t -> !t.equals(majoration))
                            .toList();
                    assertThat(ditsDuRefus.isEmpty())
                            .as(age + " ans, " + pays + ", " + Integer.toBinaryString(quoi) + ditsDuRefus)
                            .isEqualTo(!refuse);
                    assertThat(ouvert && refuse).isFalse();
                }
            }
        }
        assertThat(ouverts).isPositive();
        assertThat(fermes).isPositive();
    }

    private List<String> changements(DemandeDeTest demande) {
        return simuler(demande).explications().stream()
                .map(Explication::quiChangerait)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void un_etudiant_seul_n_a_pas_de_droit_mais_son_conjoint_suffit() {
        assertThat(simuler(demande().adulte(a -> a.etudiant())).droitOuvert()).isFalse();

        ResultatSimulation couple = simuler(demande().adulte(a -> a.etudiant()).adulte(40));

        assertThat(couple.montant()).isEqualTo(euros("977.54"));
        assertThat(textes(couple))
                .as("personne n'a demandé si le conjoint vit en France, ni ses autres droits")
                .anyMatch(t -> t.startsWith("La personne qui demande ne remplit pas toutes les conditions :"
                                + " «\u00a0Vous êtes étudiant")
                        && t.contains("des réponses restent à demander"))
                .anyMatch(t -> t.contains("c'est lui que « vous » désigne"))
                .noneMatch(t -> t.contains("L'autre adulte du foyer les remplit"));
        assertThat(textes(simuler(demande()
                        .adulte(a -> a.etudiant())
                        .adulte(a -> a.residence(true, 0).droits(true)))))
                .anyMatch(t -> t.contains("L'autre adulte du foyer les remplit"));
        assertThat(textes(simuler(
                        demande().adulte(a -> a.residence(true, 0).droits(true)).adulte(a -> a.etudiant()))))
                .anyMatch(t -> t.startsWith("Le conjoint de la personne qui demande ne remplit pas"))
                .noneMatch(t -> t.contains("« vous » désigne"));
        assertThat(simuler(demande()
                                .adulte(a -> a.etudiant())
                                .adulte(a -> a.etudiant())
                                .enfant(4))
                        .droitOuvert())
                .isFalse();
    }

    @Test
    void les_conditions_doivent_etre_reunies_par_la_meme_personne() {
        assertThat(simuler(demande().adulte(a -> a.etudiant()).adulte(24)).droitOuvert())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "FR,null,true",
                "DE,0.25,true",
                "DE,0.24,false",
                "CH,0.25,true",
                "CH,null,null",
                "NZ,5,true",
                "NZ,4.99,false",
                "NZ,null,null",
                "GB,3,false"
            })
    void le_sejour_suit_la_nationalite_et_sa_duree(String nationalite, String annees, Boolean respectee) {
        ResultatSimulation resultat =
                simuler(demande().adulte(a -> a.nationalite(nationalite, annees).droitSejour("RESSOURCES")));

        assertThat(condition(resultat, "SEJOUR").respectee()).isEqualTo(respectee);
        assertThat(resultat.droitOuvert()).isEqualTo(respectee == null || respectee);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "RO,0.16,TRAVAILLE,true",
                "RO,0.01,FAMILLE,true",
                "RO,2,null,null",
                "RO,2,AUCUN,false",
                "GB,3,ACCORD_RETRAIT,true",
                "XK,1,FAMILLE,true",
                "XK,1,null,false"
            })
    void un_europeen_est_interroge_sur_son_droit_au_sejour(
            String pays, String annees, String droit, Boolean respectee) {
        ResultatSimulation resultat =
                simuler(demande().adulte(a -> a.nationalite(pays, annees).droitSejour(droit)));

        assertThat(condition(resultat, "SEJOUR").respectee()).isEqualTo(respectee);
        if (respectee == null) {
            assertThat(resultat.aConfirmer()).anyMatch(t -> t.contains("droit au séjour"));
        }
    }

    @Test
    void un_apatride_n_a_pas_de_pays_et_un_territoire_n_a_pas_de_nationalite() {
        assertThat(condition(
                                simuler(demande()
                                        .adulte(a -> a.nationalite(null, null).statutSejour("APATRIDE"))),
                                "SEJOUR")
                        .respectee())
                .isTrue();
        assertThatThrownBy(() -> simuler(demande().adulte(a -> a.nationalite("PF", null))))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("FR");
        assertThatThrownBy(() -> simuler(demande().adulte(a -> a.nationalite("AQ", null))))
                .isInstanceOf(SaisieInvalide.class);
    }

    @Test
    void ce_que_personne_n_a_demande_ne_refuse_pas_et_se_dit() {
        ResultatSimulation resultat = simuler(demande().adulte(a -> a.age(22).rienDemande()));

        assertThat(resultat.droitOuvert()).isTrue();
        assertThat(condition(resultat, "AGE").respectee()).isNull();
        assertThat(condition(resultat, "AGE").texte()).doesNotContain("3 214", "3 214");
        assertThat(resultat.aConfirmer())
                .anyMatch(t -> t.contains("attendez un enfant"))
                .anyMatch(t -> t.contains("études"))
                .anyMatch(t -> t.contains("congé"));
    }

    @ParameterizedTest
    @CsvSource({"7,814.61", "2,976.32"})
    void un_enfant_en_residence_alternee_compte_pour_moitie(int age, String montant) {
        ResultatSimulation resultat = simuler(demande().adulte(40).alterne(age));

        assertThat(resultat.montantForfaitaire()).isEqualTo(euros(montant));
        assertThat(textes(resultat)).anyMatch(t -> t.contains("résidence alternée"));
        assertThat(simuler(demande().adulte(40).enfant(10).alterne(7)).montantForfaitaire())
                .as("l'enfant en garde entière prend le premier rang")
                .isEqualTo(euros("1075.29"));
    }

    @Test
    void la_majoration_part_de_son_evenement_et_dit_sa_fin() {
        ResultatSimulation recente =
                simuler(demande().adulte(40).ne("2016-04-02").isoleDepuis("2026-01-10"));
        assertThat(recente.majorationIsolement()).isTrue();
        assertThat(recente.majorationJusquA()).as("12 mois").isEqualTo("2027-04");
        ResultatSimulation tardive =
                simuler(demande().adulte(40).ne("2016-04-02").isoleDepuis("2025-01-10"));
        assertThat(tardive.majorationJusquA())
                .as("dans les 18 mois de l'événement")
                .isEqualTo("2026-06");
        assertThat(simuler(demande().adulte(40).ne("2016-04-02").isoleDepuis("2024-10-10"))
                        .majorationIsolement())
                .isFalse();
        ResultatSimulation bebe = simuler(demande().adulte(40).ne("2025-09-20"));
        assertThat(bebe.majorationJusquA()).as("jusqu'aux 3 ans").isEqualTo("2028-08");
        assertThat(simuler(demande().adulte(40).enfant(5)).aConfirmer()).anyMatch(t -> t.contains("depuis quand"));
    }

    @Test
    void un_chomage_arrete_par_une_sanction_reste_compte() {
        ResultatSimulation resultat = simuler(demande()
                .adulte(
                        40,
                        sanctionnee("ALLOCATION_CHOMAGE", "2026-01", "300"),
                        sanctionnee("ALLOCATION_CHOMAGE", "2026-02", "300"),
                        sanctionnee("ALLOCATION_CHOMAGE", "2026-03", "300")));

        assertThat(resultat.baseRessources()).isEqualTo(euros("300.00"));
        assertThat(textes(resultat)).anyMatch(t -> t.contains("sanction"));
    }

    @Test
    void les_ressources_que_la_loi_ecarte_ne_comptent_pas_et_une_pension_d_invalidite_compte() {
        assertThat(simuler(demande().adulte(40, troisMois("AEEH", "2026-03", "150", false)))
                        .baseRessources())
                .isEqualTo(euros("0.00"));
        assertThat(simuler(demande().adulte(40, troisMois("PRIME_ACTIVITE", "2026-03", "150", false)))
                        .baseRessources())
                .isEqualTo(euros("0.00"));
        assertThat(simuler(demande().adulte(40, troisMois("PENSION_INVALIDITE", "2026-03", "150", false)))
                        .baseRessources())
                .isEqualTo(euros("150.00"));
    }

    @Test
    void un_service_civique_suspend_le_droit_et_la_regle_se_confirme() {
        ResultatSimulation resultat =
                simuler(demande().adulte(40, troisMois("SERVICE_CIVIQUE", "2026-03", "500", false)));
        assertThat(resultat.droitOuvert()).isFalse();
        assertThat(resultat.aConfirmer()).anyMatch(t -> t.contains("service civique"));
        assertThat(simuler(demande().adulte(40, troisMois("SERVICE_CIVIQUE", "2026-03", "500", true)))
                        .droitOuvert())
                .isTrue();
    }

    @Test
    void une_ass_dite_arretee_pendant_une_formation_payee_est_une_contradiction_dite() {
        assertThat(simuler(demande()
                                .adulte(
                                        40,
                                        ressource("ASS", "2026-03", "500", true),
                                        ressource("REMUNERATION_STAGE_FORMATION", "2026-03", "600", false)))
                        .aConfirmer())
                .anyMatch(t -> t.contains("ASS") && t.contains("formation"));
    }

    @Test
    void des_droits_pas_encore_demandes_ne_ferment_pas_le_droit_avant_leur_delai() {
        ResultatSimulation resultat =
                simuler(demande().adulte(a -> a.droits(false).pension(false)).enfant(5));
        assertThat(resultat.droitOuvert()).isTrue();
        assertThat(condition(resultat, "SUBSIDIARITE").texte()).contains("2 mois");
        assertThat(condition(resultat, "ALIMENTS").texte()).contains("4 mois");
    }

    @Test
    void un_refugie_n_attend_pas_et_un_parent_isole_a_besoin_d_un_sejour_regulier() {
        assertThat(simuler(demande().adulte(a -> a.nationalite("SY", null).statutSejour("REFUGIE")))
                        .droitOuvert())
                .isTrue();
        assertThat(simuler(demande().adulte(a -> a.nationalite("NZ", "1")).enfant(1))
                        .droitOuvert())
                .isTrue();
        assertThat(simuler(demande()
                                .adulte(a -> a.nationalite("NZ", null).statutSejour("SANS_TITRE"))
                                .enfant(1))
                        .droitOuvert())
                .isFalse();
    }

    /** What nobody asked of one is never set aside for the no of the other. */
    @Test
    void un_couple_se_lit_par_l_adulte_que_rien_ne_refuse() {
        ResultatSimulation resultat = simuler(demande()
                .adulte(a -> a.rienDemande().etudiant())
                .adulte(a -> a.residence(false, null).droits(true)));

        assertThat(condition(resultat, "RESIDENCE").respectee())
                .as("personne ne l'a demandé au premier ; le second dit non")
                .isNull();
        assertThat(condition(resultat, "ETUDIANT").respectee())
                .as("une formation continue n'a pas été demandée")
                .isNull();
    }

    @Test
    void un_conjoint_sans_droit_au_sejour_n_est_pas_compte_ni_ses_ressources() {
        ResultatSimulation resultat = simuler(demande()
                .adulte(a -> a.nationalite("NZ", "1").ressources(troisMois("SALAIRE_NET", "2026-03", "900", false)))
                .adulte(40));

        assertThat(resultat.montant()).isEqualTo(euros("651.69"));
        assertThat(resultat.baseRessources()).isEqualTo(euros("0.00"));
        assertThat(resultat.aConfirmer()).anyMatch(t -> t.contains("n'est pas compté"));
        assertThat(resultat.explications())
                .anyMatch(e -> e.article().contains("L262-5")
                        && e.texte().startsWith("La personne qui demande ne compte pas"));
    }

    @Test
    void une_absence_longue_ou_un_conge_ferme_le_droit() {
        assertThat(condition(simuler(demande().adulte(a -> a.residence(true, 4))), "RESIDENCE")
                        .respectee())
                .as("les mois passés en France ne sont pas demandés")
                .isNull();
        assertThat(condition(simuler(demande().adulte(a -> a.residence(true, 4).presence("2026-04"))), "RESIDENCE")
                        .respectee())
                .isFalse();
        assertThat(condition(simuler(demande().adulte(a -> a.residence(true, 4).presence("2026-05"))), "RESIDENCE")
                        .respectee())
                .isTrue();
        assertThat(condition(simuler(demande().adulte(a -> a.residence(true, 3))), "RESIDENCE")
                        .respectee())
                .isTrue();
        assertThat(simuler(demande().adulte(a -> a.residence(false, null))).droitOuvert())
                .isFalse();
        assertThat(simuler(demande().adulte(a -> a.enConge())).droitOuvert()).isFalse();
    }

    @Test
    void ce_qui_est_suppose_est_dit() {
        ResultatSimulation resultat = simuler(demande().adulte(40).sansLogement());

        assertThat(resultat.droitOuvert()).isTrue();
        assertThat(resultat.aConfirmer())
                .anyMatch(t -> t.contains("vivez en France"))
                .anyMatch(t -> t.contains("autres aides"))
                .anyMatch(t -> t.contains("logement"));
        assertThat(simuler(demande().adulte(a -> a.residence(true, 0).droits(true)))
                        .aConfirmer())
                .isEmpty();
    }

    @Test
    void des_mois_pour_lesquels_personne_n_a_rien_declare_sont_dits_dans_le_calcul() {
        assertThat(textes(simuler(demande().mois("2026-11").adulte(40))))
                .anyMatch(t ->
                        t.startsWith("Aucune ressource n'est déclarée pour les mois de juillet 2026 à septembre 2026"));
        assertThat(textes(
                        simuler(demande().mois("2026-11").adulte(40, ressource("SALAIRE_NET", "2026-07", "0", false)))))
                .noneMatch(t -> t.startsWith("Aucune ressource n'est déclarée"));
    }

    @ParameterizedTest
    @CsvSource({
        "LOCATAIRE,50.00,false,50.00",
        "LOCATAIRE,300.00,false,78.20",
        "LOCATAIRE,0,false,0.00",
        "PROPRIETAIRE_SANS_PRET,0,false,78.20",
        "PROPRIETAIRE_AVEC_PRET,0,false,0.00",
        "PROPRIETAIRE_AVEC_PRET,20,false,20.00",
        "HEBERGE_GRATUIT,0,false,78.20",
        "HEBERGE_GRATUIT,0,true,0.00",
        "HEBERGE_PARTICIPATION,0,true,0.00",
        "SANS_DOMICILE_STABLE,0,false,0.00",
        "NON_RENSEIGNE,200,false,0.00"
    })
    void le_forfait_logement_suit_le_statut(String statut, String aide, boolean participe, String forfait) {
        ResultatSimulation resultat = simuler(demande().adulte(40).logement(statut, aide, participe));

        assertThat(resultat.forfaitLogement()).isEqualTo(euros(forfait));
        assertThat(resultat.montant()).isEqualTo(euros("651.69").subtract(euros(forfait)));
    }

    @ParameterizedTest
    @CsvSource({"0,78.20", "1,156.41", "2,193.55", "5,193.55"})
    void le_forfait_logement_s_arrete_a_trois_personnes(int enfants, String forfait) {
        DemandeDeTest demande = demande().adulte(40).logement("HEBERGE_GRATUIT", "0", false);
        for (int i = 0; i < enfants; i++) {
            demande.enfant(10);
        }

        assertThat(simuler(demande).forfaitLogement()).isEqualTo(euros(forfait));
    }

    @ParameterizedTest
    @CsvSource({"645.69,6.00,true", "645.70,0.00,false", "651.69,0.00,false", "700.00,0.00,false"})
    void moins_de_six_euros_ne_sont_pas_verses(String salaire, String montant, boolean ouvert) {
        ResultatSimulation resultat =
                simuler(demande().adulte(40, troisMois("SALAIRE_NET", "2026-03", salaire, false)));

        assertThat(resultat.montant()).isEqualTo(euros(montant));
        assertThat(resultat.droitOuvert()).isEqualTo(ouvert);
        assertThat(condition(resultat, "RESSOURCES").respectee()).isEqualTo(ouvert);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02,2024-10,0.00", "2025-02,2024-11,100.00", "2025-02,2025-01,100.00", "2025-02,2025-02,0.00",
        "2025-03,2024-10,0.00", "2025-03,2024-11,100.00", "2025-03,2025-01,100.00", "2025-03,2025-02,0.00"
    })
    void seuls_les_mois_de_reference_comptent(String mois, String moisRessource, String attendu) {
        ResultatSimulation resultat =
                simuler(demande().mois(mois).adulte(40, ressource("SALAIRE_NET", moisRessource, "300", false)));

        assertThat(resultat.baseRessources()).isEqualTo(euros(attendu));
        assertThat(textes(resultat).stream().anyMatch(t -> t.contains("n'est pas compté, car les mois regardés")))
                .isEqualTo(attendu.equals("0.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "SALAIRE_NET,900.00,0.00", "ALLOCATION_CHOMAGE,900.00,0.00", "ASS,900.00,0.00",
        "PENSION_ALIMENTAIRE,900.00,248.31", "PENSION_ALIMENTAIRE,300.00,0.00", "AUTRE,651.70,0.01"
    })
    void une_ressource_interrompue_est_neutralisee_ou_reduite(String type, String montant, String reste) {
        ResultatSimulation resultat = simuler(demande().adulte(40, troisMois(type, "2026-03", montant, true)));

        assertThat(resultat.baseRessources()).isEqualTo(euros(reste));
        assertThat(textes(resultat)).anyMatch(t -> t.contains("s'est arrêtée"));
        assertThat(simuler(demande().adulte(40, troisMois(type, "2026-03", montant, false)))
                        .baseRessources())
                .isEqualTo(euros(montant));
    }

    @ParameterizedTest
    @CsvSource({
        "EPARGNE_SANS_REVENU_DECLARE,30000,75.00", "VALEUR_LOCATIVE_BATI_NON_LOUE,2400,100.00",
        "VALEUR_LOCATIVE_TERRAIN_NON_LOUE,1200,80.00", "RETRAITE_COMBATTANT,500,0.00",
        "BOURSE_ENSEIGNEMENT_SUPERIEUR,500,0.00", "BENEFICE_TNS,250,250.00"
    })
    void un_capital_compte_par_un_taux_annuel_et_certaines_ressources_pas_du_tout(
            String type, String montant, String compte) {
        assertThat(simuler(demande().adulte(40, ressource(type, null, montant, false)))
                        .baseRessources())
                .isEqualTo(euros(compte));
    }

    @Test
    void un_benefice_deja_mensuel_repete_chaque_mois_ne_compte_qu_une_fois() {
        assertThat(simuler(demande().adulte(40, troisMois("BENEFICE_TNS", "2026-03", "200", false)))
                        .baseRessources())
                .isEqualTo(euros("200.00"));
        assertThat(simuler(demande()
                                .adulte(
                                        40,
                                        ressource("BENEFICE_TNS", null, "200", false),
                                        ressource("BENEFICE_TNS", null, "50", false)))
                        .baseRessources())
                .isEqualTo(euros("250.00"));
    }

    @Test
    void un_taux_de_capital_incertain_est_a_confirmer() {
        assertThat(simuler(demande().adulte(40, ressource("EPARGNE_SANS_REVENU_DECLARE", null, "1000", false)))
                        .aConfirmer())
                .anyMatch(t -> t.contains("R132-1"));
    }

    @ParameterizedTest
    @CsvSource({"195.50,2", "195.51,1"})
    void un_enfant_est_ecarte_quand_ses_ressources_depassent_ce_qu_il_apporte(String salaire, int comptes) {
        ResultatSimulation resultat = simuler(
                demande().adulte(40).enfant(10).enfant(18, troisMois("SALAIRE_NET", "2026-03", salaire, false)));

        assertThat(resultat.enfantsComptes()).isEqualTo(comptes);
        assertThat(textes(resultat).stream().anyMatch(t -> t.contains("dépassent ce qu'il ajouterait")))
                .isEqualTo(comptes == 1);
    }

    @Test
    void un_enfant_ecarte_ne_donne_plus_droit_avant_vingt_cinq_ans() {
        assertThat(simuler(demande().adulte(24).enfant(5, troisMois("REVENUS_CAPITAL", "2026-03", "900", false)))
                        .droitOuvert())
                .isFalse();
    }

    @Test
    void les_prestations_familiales_du_mois_sont_deduites() {
        ResultatSimulation resultat =
                simuler(demande().adulte(40).enfant(10).enfant(8).prestations("151.05", "1.10", "2.20", "200.10"));

        assertThat(resultat.baseRessources()).isEqualTo(euros("354.45"));
        assertThat(resultat.montant()).isEqualTo(euros("818.59"));
    }

    @Test
    void une_asf_trop_elevee_est_signalee() {
        DemandeDeTest demande = demande().adulte(40).enfant(10).bmaf("400");

        assertThat(simuler(demande.prestations("0", "0", "0", "120")).aConfirmer())
                .noneMatch(t -> t.contains("soutien"));
        assertThat(simuler(demande.prestations("0", "0", "0", "120.01")).aConfirmer())
                .anyMatch(t -> t.contains("soutien"));
    }

    @Test
    void chaque_etape_est_expliquee_avec_ses_chiffres_et_son_article() {
        ResultatSimulation resultat = simuler(demande()
                .adulte(40, troisMois("SALAIRE_NET", "2026-03", "100", false))
                .enfant(2)
                .logement("LOCATAIRE", "250", false));

        assertThat(resultat.explications()).allSatisfy(e -> {
            assertThat(e.texte()).isNotBlank().doesNotContain("{", "}");
            assertThat(e.article()).isNotBlank();
            assertThat(e.regle()).startsWith("Rule_");
        });
        assertThat(textes(resultat))
                .anyMatch(t -> t.contains("651,69\u00a0€"))
                .anyMatch(t -> t.contains("1\u202f115,80\u00a0€") && t.contains("majoration"))
                .anyMatch(t -> t.contains("156,41\u00a0€"))
                .anyMatch(t -> t.contains("janvier 2026 à mars 2026"))
                .anyMatch(t -> t.contains("859,39\u00a0€"));
    }

    @Test
    void un_refus_dit_l_article_le_fait_et_ce_qui_changerait_le_resultat() {
        ResultatSimulation resultat = simuler(demande().adulte(24));

        Explication refus = resultat.explications().stream()
                .filter(e -> e.regle().equals("Rule_AgeJeuneHeures"))
                .findFirst()
                .orElseThrow();
        assertThat(refus.article()).contains("L262-4");
        assertThat(refus.texte()).contains("24 ans");
        assertThat(refus.quiChangerait()).contains("Avoir 25 ans");
        assertThat(condition(resultat, "AGE").texte()).contains("moins de 25 ans");
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 40})
    void chaque_condition_est_donnee_une_fois(int age) {
        assertThat(simuler(demande().adulte(age).adulte(30)).conditions())
                .extracting(Condition::code)
                .containsExactly(
                        "AGE",
                        "SEJOUR",
                        "ETUDIANT",
                        "CONGE",
                        "RESIDENCE",
                        "SUBSIDIARITE",
                        "ALIMENTS",
                        "SERVICE_CIVIQUE",
                        "RESSOURCES");
    }

    @Test
    void une_simulation_deja_vue_n_evalue_plus_aucune_table() {
        DemandeDeTest demande = demande().adulte(40).enfant(3);
        ResultatSimulation premiere = simuler(demande);
        int avant = SimulationsDeTest.MOTEUR.evaluations();

        assertThat(simuler(demande)).isEqualTo(premiere);
        assertThat(SimulationsDeTest.MOTEUR.evaluations()).isEqualTo(avant);
    }

    @Test
    void une_autre_situation_du_meme_mois_n_evalue_que_ses_conditions() {
        simuler(demande().adulte(40, troisMois("SALAIRE_NET", "2026-03", "100", false)));
        int avant = SimulationsDeTest.MOTEUR.evaluations();

        simuler(demande().adulte(41, troisMois("SALAIRE_NET", "2026-03", "110", false)));

        assertThat(SimulationsDeTest.MOTEUR.evaluations() - avant).isLessThanOrEqualTo(4);
    }
}
