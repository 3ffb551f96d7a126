package fr.jalon.orientation.parcours;

import fr.jalon.dispositif.Dispositif;
import fr.jalon.dispositif.QuestionDeTache;
import fr.jalon.dispositif.VariableParcours;
import fr.jalon.orientation.DemandesOrientation;
import java.util.Date;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names of the process {@code orientation-rsa}: key, human steps, variables. They stand nowhere else in the code. */
@Configuration(proxyBeanMethods = false)
public class OrientationRsa {

    public static final String CLE = "orientation-rsa";
    public static final String QUESTION_ABSENCES = "ABSENCES";

    public static final String RECUEILLIR_SITUATION = "UserTask_RecueillirSituation";
    public static final String CONFIRMER_ORIENTATION = "UserTask_ConfirmerOrientation";
    public static final String TENIR_PREMIER_RENDEZ_VOUS = "UserTask_TenirPremierRendezVous";
    public static final String RECUEILLIR_AVIS_EQUIPE = "UserTask_RecueillirAvisEquipe";
    public static final String SUIVRE_PARTENAIRE = "UserTask_SuivrePartenaire";
    public static final String ETABLIR_DIAGNOSTIC = "UserTask_EtablirDiagnostic";
    public static final String ETABLIR_CONTRAT = "UserTask_EtablirContrat";
    public static final String RECUEILLIR_SIGNATURES = "UserTask_RecueillirSignatures";
    public static final String FAIRE_LE_POINT = "UserTask_FaireLePoint";

    static final String CONFIRMATION_REPRISE = "ConfirmationReprise";
    static final String SITUATION_A_REVOIR = "SituationARevoir";

    static final VariableParcours<Boolean> SITUATION_CONNUE = VariableParcours.indicateur("situationConnue");
    static final VariableParcours<Boolean> ACCOMPAGNE_PAR_NOUS = VariableParcours.indicateur("accompagneParNous");
    /** Where the orientation goes once its letter is written: {@code NOUS}, {@code PARTENAIRE}, or {@code A_REVOIR} when the facts changed. */
    static final VariableParcours<String> DESTINATION = VariableParcours.code("destination");

    static final VariableParcours<String> SUITE_PARTENAIRE = VariableParcours.code("suitePartenaire");
    static final VariableParcours<Date> DATE_SIX_SEMAINES = VariableParcours.date("dateSixSemaines");
    /** What the first appointment gave: one of the codes below. */
    static final VariableParcours<String> PREMIER_RENDEZ_VOUS = VariableParcours.code("premierRendezVous");

    static final String VENUE = "VENUE";
    static final String ABSENTE = "ABSENTE";
    /** The letter that gave the appointment is in the person's hands: another one tells her the new date. */
    static final String REPORTE = "REPORTE";
    /** The decision that gives the appointment never left: it is written again with its new date. */
    static final String A_NOTIFIER = "A_NOTIFIER";

    static final String REVOIR = "REVOIR";

    /** Read by the paths opened before {@link #PREMIER_RENDEZ_VOUS}: a path keeps its model to its end. */
    static final VariableParcours<Boolean> EST_VENUE = VariableParcours.indicateur("venue");

    /** The answer that a path opened before does not know. */
    static final String FLUX_REVOIR = "Flow_Venue_Revoir";

    static final String FLUX_PARTENAIRE_REVOIR = "Flow_SuitePartenaire_ARevoir";

    /** Why the person is convoked again: {@link #POUR_ABSENCE}, {@link #POUR_REPORT} or {@link #POUR_UN_AUTRE}. */
    static final VariableParcours<String> CONVOCATION = VariableParcours.code("convocation");

    static final String POUR_ABSENCE = "ABSENCE";
    static final String POUR_REPORT = "REPORT";
    static final String POUR_UN_AUTRE = "AUTRE";

    static final VariableParcours<Boolean> SECONDE_ABSENCE = VariableParcours.indicateur("secondeAbsence");
    static final VariableParcours<String> AVIS_EQUIPE = VariableParcours.code("avisEquipe");
    static final VariableParcours<String> SIGNATURE = VariableParcours.code("signature");
    static final VariableParcours<String> SUITE_BILAN = VariableParcours.code("suiteBilan");

    @Bean
    QuestionDeTache questionAbsences() {
        return new QuestionDeTache(RECUEILLIR_AVIS_EQUIPE, QuestionDeTache.EQUIPE, QUESTION_ABSENCES);
    }

    @Bean
    Dispositif dispositifOrientationRsa() {
        return new Dispositif(DemandesOrientation.DISPOSITIF, CLE);
    }
}
