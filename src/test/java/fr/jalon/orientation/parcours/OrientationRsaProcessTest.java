package fr.jalon.orientation.parcours;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import fr.jalon.moteur.BeansDesModeles;
import fr.jalon.moteur.ModeleEssaye;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real model with the features faked: each end, each detour, and the share of the flows that were taken. */
class OrientationRsaProcessTest {

    private static final List<String> FAITS = List.of(
            "age",
            "situationEmploi",
            "repriseProche",
            "seProjette",
            "qualification",
            "suiviePar",
            "recommandation",
            "majoration",
            "freinMobilite",
            "freinAutre",
            "projet",
            "hebergement",
            "droitEnAttente",
            "enfants",
            "parentIsole",
            "freinSante",
            "freinLogement",
            "freinGarde",
            "freinLangue",
            "freinNumerique",
            "freinAidant");
    private static ModeleEssaye modele;

    private ProcessInstance parcours;

    @BeforeAll
    static void demarrer() {
        ExecutionListener faits = execution -> FAITS.forEach(fait -> execution.setVariableLocal(fait, null));
        modele = new ModeleEssaye(
                "orientation-rsa",
                "parcours-orientation",
                BeansDesModeles.noms(DeleguesOrientation.class),
                Map.of("faitsOrientation", faits, "suiteOrientation", execution -> {}));
    }

    @AfterAll
    static void arreter() {
        modele.close();
        modele.verifierLesFlux();
    }

    @BeforeEach
    void ouvrir() {
        preparer(false);
        parcours = modele.lancer();
    }

    private static void preparer(boolean situationConnue) {
        modele.preparer(new HashMap<>(Map.of(
                "situationConnue",
                situationConnue,
                "dateSixSemaines",
                Date.from(Instant.EPOCH),
                "destination",
                "NOUS")));
    }

    private void achever(String etape, Map<String, Object> variables) {
        modele.achever(parcours, etape, variables);
    }

    private void orienter(boolean parNous) {
        vers(parNous ? "NOUS" : "PARTENAIRE");
        achever(OrientationRsa.RECUEILLIR_SITUATION, Map.of());
        achever(OrientationRsa.CONFIRMER_ORIENTATION, Map.of("accompagneParNous", parNous));
    }

    /** What the notification answers. */
    private void vers(String destination) {
        modele.repondre("destination", destination);
    }

    private void absente(boolean seconde) {
        achever(
                OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS,
                Map.of("premierRendezVous", "ABSENTE", "secondeAbsence", seconde));
    }

    private void ecrireUnContrat() {
        orienter(true);
        achever(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("premierRendezVous", "VENUE"));
        achever(OrientationRsa.ETABLIR_DIAGNOSTIC, Map.of());
        achever(OrientationRsa.ETABLIR_CONTRAT, Map.of());
    }

    private void signerUnContrat() {
        ecrireUnContrat();
        achever(OrientationRsa.RECUEILLIR_SIGNATURES, Map.of("signature", "SIGNE"));
    }

    @Test
    void va_de_la_demande_a_la_fin_de_l_accompagnement() {
        signerUnContrat();
        achever(OrientationRsa.FAIRE_LE_POINT, Map.of("suiteBilan", "SORTIR"));
        assertThat(parcours)
                .isEnded()
                .hasPassedInOrder(
                        "BusinessRuleTask_ProposerOrientation",
                        "ServiceTask_NotifierOrientation",
                        "ServiceTask_RemettreContrat",
                        "ServiceTask_ConfirmerSortie",
                        "EndEvent_AccompagnementTermine");
    }

    @Test
    void une_situation_deja_recueillie_va_droit_a_la_proposition() {
        preparer(true);
        parcours = modele.lancer();
        assertThat(parcours)
                .isWaitingAt(OrientationRsa.CONFIRMER_ORIENTATION)
                .hasNotPassed(OrientationRsa.RECUEILLIR_SITUATION);
    }

    @Test
    void confie_la_personne_a_un_partenaire() {
        orienter(false);
        assertThat(parcours)
                .isWaitingAt(OrientationRsa.SUIVRE_PARTENAIRE)
                .hasPassed("ServiceTask_OuvrirSuivi")
                .hasNotPassed("ServiceTask_ConfierPartenaire");
        achever(OrientationRsa.SUIVRE_PARTENAIRE, Map.of("suitePartenaire", "RENDEZ_VOUS"));
        assertThat(parcours)
                .isWaitingAt(OrientationRsa.SUIVRE_PARTENAIRE)
                .hasPassed("ServiceTask_AnnoncerRendezVousPartenaire");
        achever(OrientationRsa.SUIVRE_PARTENAIRE, Map.of("suitePartenaire", "RENCONTREE"));
        assertThat(parcours).isEnded().hasPassed("ServiceTask_ConfierPartenaire", "EndEvent_ConfieePartenaire");
    }

    @Test
    void un_partenaire_qui_ne_voit_pas_la_personne_rend_l_orientation_a_l_antenne() {
        orienter(false);
        achever(OrientationRsa.SUIVRE_PARTENAIRE, Map.of("suitePartenaire", "REPRENDRE"));
        assertThat(parcours).isWaitingAt(OrientationRsa.RECUEILLIR_SITUATION);
    }

    @Test
    void une_orientation_confiee_a_un_partenaire_se_revoit_avec_la_personne() {
        orienter(false);
        achever(OrientationRsa.SUIVRE_PARTENAIRE, Map.of("suitePartenaire", "A_REVOIR"));
        assertThat(parcours).isWaitingAt(OrientationRsa.RECUEILLIR_SITUATION);
    }

    @Test
    void une_confirmation_se_reprend_avec_le_ccas_comme_avec_un_partenaire() {
        orienter(true);
        modele.signaler(parcours, "ConfirmationReprise");
        assertThat(parcours).isWaitingAt(OrientationRsa.CONFIRMER_ORIENTATION);
        vers("PARTENAIRE");
        achever(OrientationRsa.CONFIRMER_ORIENTATION, Map.of("accompagneParNous", false));
        modele.signaler(parcours, "ConfirmationReprise");
        assertThat(parcours).isWaitingAt(OrientationRsa.CONFIRMER_ORIENTATION);
    }

    @Test
    void la_situation_se_revoit_avant_de_confirmer() {
        achever(OrientationRsa.RECUEILLIR_SITUATION, Map.of());
        modele.signaler(parcours, "SituationARevoir");
        assertThat(parcours).isWaitingAt(OrientationRsa.RECUEILLIR_SITUATION);
    }

    @Test
    void des_faits_qui_changent_avant_le_courrier_redemandent_la_confirmation() {
        achever(OrientationRsa.RECUEILLIR_SITUATION, Map.of());
        vers("A_REVOIR");
        achever(OrientationRsa.CONFIRMER_ORIENTATION, Map.of("accompagneParNous", true));
        assertThat(parcours).isWaitingAt(OrientationRsa.CONFIRMER_ORIENTATION);
    }

    @Test
    void six_semaines_sans_orientation_se_notent_sans_rien_arreter() {
        modele.declencher(parcours, "StartEvent_SixSemainesPassees");
        assertThat(parcours)
                .isWaitingAt(OrientationRsa.RECUEILLIR_SITUATION)
                .hasPassed("ServiceTask_ConstaterSixSemaines");
    }

    @Test
    void convoque_de_nouveau_apres_une_premiere_absence() {
        orienter(true);
        absente(false);
        assertThat(parcours)
                .isWaitingAt(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS)
                .hasPassed("ServiceTask_ConvoquerDeNouveau");
    }

    @Test
    void un_rendez_vous_reporte_convoque_ou_notifie_de_nouveau_sans_absence() {
        orienter(true);
        achever(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("premierRendezVous", "A_NOTIFIER"));
        assertThat(parcours)
                .isWaitingAt(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS)
                .hasNotPassed("ServiceTask_ConvoquerDeNouveau");
        achever(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("premierRendezVous", "REPORTE"));
        assertThat(parcours)
                .isWaitingAt(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS)
                .hasPassed("ServiceTask_ConvoquerDeNouveau")
                .hasNotPassed("Gateway_SecondeAbsence");
    }

    @Test
    void l_orientation_se_revoit_au_premier_rendez_vous() {
        orienter(true);
        achever(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("premierRendezVous", "REVOIR"));
        assertThat(parcours).isWaitingAt(OrientationRsa.RECUEILLIR_SITUATION);
    }

    @Test
    void une_seconde_absence_va_devant_l_equipe_qui_donne_un_rendez_vous() {
        orienter(true);
        absente(false);
        absente(true);
        achever(OrientationRsa.RECUEILLIR_AVIS_EQUIPE, Map.of("avisEquipe", "NOUVEAU_RENDEZ_VOUS"));
        assertThat(parcours).isWaitingAt(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS);
    }

    @Test
    void l_equipe_peut_demander_de_revoir_l_orientation() {
        orienter(true);
        absente(true);
        achever(OrientationRsa.RECUEILLIR_AVIS_EQUIPE, Map.of("avisEquipe", "REORIENTER"));
        assertThat(parcours).isWaitingAt(OrientationRsa.RECUEILLIR_SITUATION);
    }

    @Test
    void un_bilan_renouvelle_le_contrat_ou_change_l_orientation() {
        signerUnContrat();
        achever(OrientationRsa.FAIRE_LE_POINT, Map.of("suiteBilan", "CONTINUER"));
        achever(OrientationRsa.ETABLIR_CONTRAT, Map.of());
        achever(OrientationRsa.RECUEILLIR_SIGNATURES, Map.of("signature", "SIGNE"));
        achever(OrientationRsa.FAIRE_LE_POINT, Map.of("suiteBilan", "CHANGER"));
        assertThat(parcours).isWaitingAt(OrientationRsa.RECUEILLIR_SITUATION);
    }

    @Test
    void un_contrat_a_revoir_est_ecrit_de_nouveau() {
        ecrireUnContrat();
        achever(OrientationRsa.RECUEILLIR_SIGNATURES, Map.of("signature", "A_REVOIR"));
        assertThat(parcours).isWaitingAt(OrientationRsa.ETABLIR_CONTRAT);
    }

    @Test
    void un_contrat_que_la_personne_ne_signe_pas_va_devant_l_equipe() {
        ecrireUnContrat();
        achever(OrientationRsa.RECUEILLIR_SIGNATURES, Map.of("signature", "REFUSE"));
        assertThat(parcours).isWaitingAt(OrientationRsa.RECUEILLIR_AVIS_EQUIPE);
    }

    @Test
    void s_arrete_a_tout_moment_pour_un_desistement_un_depart_un_doublon_ou_un_deces() {
        Map<String, String> fins = Map.of(
                "DesistementDeclare", "EndEvent_DesistementEnregistre",
                "DemenagementDeclare", "EndEvent_DepartEnregistre",
                "DoublonConstate", "EndEvent_DoublonClos",
                "DecesDeclare", "EndEvent_DecesEnregistre");
        fins.forEach((message, fin) -> {
            parcours = modele.lancer();
            modele.signaler(parcours, message);
            assertThat(parcours).isEnded().hasPassed(fin);
        });
    }
}
