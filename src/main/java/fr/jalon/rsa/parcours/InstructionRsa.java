package fr.jalon.rsa.parcours;

import fr.jalon.dispositif.Dispositif;
import fr.jalon.dispositif.VariableParcours;
import java.util.Date;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names of the process {@code instruction-rsa}: key, human steps, variables. They stand nowhere else in the code. */
@Configuration(proxyBeanMethods = false)
public class InstructionRsa {

    public static final String CLE = "instruction-rsa";
    public static final String DISPOSITIF = "RSA";

    public static final String VERIFIER_PIECES = "UserTask_VerifierPieces";
    public static final String RECEVOIR_PIECES = "UserTask_RecevoirPieces";
    public static final String DECIDER_SUITE_DELAI = "UserTask_DeciderSuiteDelai";
    public static final String INSTRUIRE_DEMANDE = "UserTask_InstruireDemande";
    public static final String VALIDER_REJET = "UserTask_ValiderRejet";
    public static final String ENREGISTRER_DECISION_CAF = "UserTask_EnregistrerDecisionCaf";
    public static final String CONSTATER_SILENCE_CAF = "UserTask_ConstaterSilenceCaf";
    public static final String PROPOSER_SECOURS = "UserTask_ProposerSecours";

    static final String RAPPEL_PIECES = "BoundaryEvent_RappelPieces";
    static final String DELAI_PIECES_DEPASSE = "BoundaryEvent_DelaiPiecesDepasse";

    /** Messages that only the steps of the instruction wait for: a fact changed under them. */
    static final String SITUATION_CORRIGEE = "SituationCorrigee";

    static final String PIECES_A_DEMANDER = "PiecesADemander";

    /** The decision to stop the study was signed, or its letter was cancelled and the agent decides again. */
    static final String CLASSEMENT_SIGNE = "ClassementSigne";

    static final String CLASSEMENT_ANNULE = "ClassementAnnule";

    static final VariableParcours<Boolean> CAF_COMPETENTE = VariableParcours.indicateur("cafCompetente");
    static final VariableParcours<Boolean> DOSSIER_COMPLET = VariableParcours.indicateur("dossierComplet");
    static final VariableParcours<String> PROPOSITION = VariableParcours.code("proposition");
    static final VariableParcours<Boolean> C2S_DEMANDEE = VariableParcours.indicateur("c2sDemandee");
    static final VariableParcours<Boolean> REJET_VALIDE = VariableParcours.indicateur("rejetValide");
    static final VariableParcours<String> DECISION_CAF = VariableParcours.code("decisionCaf");
    static final VariableParcours<String> SUITE_DELAI = VariableParcours.code("suiteDelai");
    static final VariableParcours<String> SUITE_SILENCE = VariableParcours.code("suiteSilence");
    static final VariableParcours<Date> DATE_RETRAIT = VariableParcours.date("dateRetrait");
    static final VariableParcours<Date> DATE_RAPPEL_PIECES = VariableParcours.date("dateRappelPieces");
    static final VariableParcours<Date> DATE_FIN_PIECES = VariableParcours.date("dateFinPieces");
    static final VariableParcours<Date> DATE_RELANCE_CAF = VariableParcours.date("dateRelanceCaf");
    static final VariableParcours<Date> DATE_SILENCE_CAF = VariableParcours.date("dateSilenceCaf");

    @Bean
    Dispositif dispositifInstructionRsa() {
        return new Dispositif(DISPOSITIF, CLE);
    }
}
