package fr.jalon.prescription.parcours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import fr.jalon.moteur.BeansDesModeles;
import fr.jalon.moteur.ModeleEssaye;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real model with the features faked: each end, each detour, and the share of the flows that were taken. */
class OrientationPartenaireProcessTest {

    private static final Map<String, Object> faits = new HashMap<>();
    private static ModeleEssaye modele;
    private static boolean complexe;

    private ProcessInstance parcours;

    @BeforeAll
    static void demarrer() {
        ExecutionListener avant = execution -> faits.forEach(execution::setVariableLocal);
        ExecutionListener apres = execution -> execution.setVariable("situationComplexe", complexe);
        modele = new ModeleEssaye(
                "orientation-partenaire",
                "situation-complexe",
                BeansDesModeles.noms(DeleguesPartenaire.class),
                Map.of("faitsComplexite", avant, "suiteComplexite", apres));
    }

    @AfterAll
    static void arreter() {
        modele.close();
        modele.verifierLesFlux();
    }

    @BeforeEach
    void ouvrir() {
        faits.putAll(Map.of("besoinVital", false, "tentatives", 1, "besoins", 1));
        complexe = false;
        Date demain = Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(1)));
        modele.preparer(new HashMap<>(
                Map.of("dateRelancePartenaire", demain, "dateSilencePartenaire", demain, "dateFinAvis", demain)));
        parcours = modele.lancer();
    }

    private void achever(String etape, Map<String, Object> variables) {
        modele.achever(parcours, etape, variables);
    }

    private void accepter() {
        achever(OrientationPartenaire.ENREGISTRER_REPONSE, Map.of("partenaireAccepte", true));
    }

    private void refuser() {
        achever(OrientationPartenaire.ENREGISTRER_REPONSE, Map.of("partenaireAccepte", false));
    }

    private void aboutir() {
        accepter();
        achever(OrientationPartenaire.NOTER_PREMIER_RENDEZ_VOUS, Map.of("rencontre", "TENU"));
        achever(OrientationPartenaire.NOTER_RESULTAT, Map.of());
    }

    @Test
    void va_de_la_proposition_a_l_avis_de_la_personne() {
        aboutir();
        achever(OrientationPartenaire.RECUEILLIR_EVALUATION, Map.of());
        assertThat(parcours)
                .isEnded()
                .hasPassedInOrder(
                        "ServiceTask_ProposerAuPartenaire",
                        "ServiceTask_InformerDuPartage",
                        "ServiceTask_AnnoncerRendezVous",
                        "ServiceTask_DemanderEvaluation",
                        "EndEvent_OrientationEvaluee");
    }

    @Test
    void se_termine_sans_avis_quand_la_personne_ne_repond_pas() {
        aboutir();
        modele.declencher(parcours, "BoundaryEvent_AvisNonRendu");
        assertThat(parcours).isEnded().hasPassed("EndEvent_TermineeSansAvis");
    }

    @Test
    void relance_le_partenaire_sans_cesser_d_attendre() {
        modele.declencher(parcours, "BoundaryEvent_RelancePartenaire");
        assertThat(parcours)
                .hasPassed("ServiceTask_RelancerPartenaire", "EndEvent_PartenaireRelance")
                .isWaitingAt(OrientationPartenaire.ENREGISTRER_REPONSE);
    }

    @Test
    void le_silence_d_une_situation_simple_revient_au_referent() {
        modele.declencher(parcours, "BoundaryEvent_SilencePartenaire");
        assertThat(parcours)
                .hasPassed("ServiceTask_ConstaterSilencePartenaire")
                .isWaitingAt(OrientationPartenaire.CHOISIR_SUITE);
        assertThat(modele.execution()
                        .createProcessInstanceQuery()
                        .processInstanceId(parcours.getId())
                        .count())
                .isOne();
    }

    @Test
    void une_situation_complexe_va_au_referent_acces_aux_droits() {
        complexe = true;
        refuser();
        assertThat(parcours).isWaitingAt(OrientationPartenaire.TRAITER_SITUATION_COMPLEXE);
        achever(OrientationPartenaire.TRAITER_SITUATION_COMPLEXE, Map.of("suitePartenaire", "ARRETER"));
        assertThat(parcours).isEnded().hasPassed("ServiceTask_CloreSansPartenaire", "EndEvent_SansPartenaire");
    }

    @Test
    void un_refus_peut_donner_un_autre_partenaire() {
        refuser();
        achever(OrientationPartenaire.CHOISIR_SUITE, Map.of("suitePartenaire", "AUTRE_PARTENAIRE"));
        assertThat(parcours).isWaitingAt(OrientationPartenaire.ENREGISTRER_REPONSE);
    }

    @Test
    void un_rendez_vous_reporte_est_annonce_de_nouveau_puis_manque() {
        accepter();
        achever(OrientationPartenaire.NOTER_PREMIER_RENDEZ_VOUS, Map.of("rencontre", "REPORTE"));
        assertThat(parcours).isWaitingAt(OrientationPartenaire.NOTER_PREMIER_RENDEZ_VOUS);
        achever(OrientationPartenaire.NOTER_PREMIER_RENDEZ_VOUS, Map.of("rencontre", "MANQUE"));
        assertThat(parcours).isWaitingAt(OrientationPartenaire.CHOISIR_SUITE);
    }

    @Test
    void s_arrete_a_tout_moment_et_surtout_quand_l_accord_est_retire() {
        Map<String, String> fins = Map.of(
                "ConsentementRetire", "EndEvent_RetraitEnregistre",
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
