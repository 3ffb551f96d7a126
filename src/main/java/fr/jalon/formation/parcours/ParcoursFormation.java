package fr.jalon.formation.parcours;

import fr.jalon.dispositif.Dispositif;
import fr.jalon.dispositif.QuestionDeTache;
import fr.jalon.dispositif.VariableParcours;
import fr.jalon.formation.DemandesFormation;
import java.util.Date;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names of the process {@code financement-formation}: key, human steps, variables. They stand nowhere else in the code. */
@Configuration(proxyBeanMethods = false)
public class ParcoursFormation {

    public static final String CLE = "financement-formation";

    /** Its name in the public API, and the code of what it asks the CAI. */
    public static final String QUESTION = "FINANCEMENT_FORMATION";

    static final String DONNER_AVIS = "UserTask_DonnerAvisTechnique";
    static final String DECIDER = "UserTask_DeciderFormation";
    static final String DECIDER_URGENCE = "UserTask_DeciderFormationUrgente";
    static final String ENREGISTRER_DECISION_CAI = "UserTask_EnregistrerDecisionCaiFormation";
    static final String TROUVER_CREDIT = "UserTask_TrouverCreditFormation";
    static final String COMPLETER = "UserTask_CompleterDemandeFormation";
    static final String INFORMER_CAI = "UserTask_InformerCai";
    static final String SUIVRE = "UserTask_SuivreFormation";
    static final String RESULTAT_TROIS_MOIS = "UserTask_DemanderResultatTroisMois";
    static final String RESULTAT_SIX_MOIS = "UserTask_DemanderResultatSixMois";

    static final VariableParcours<String> DECIDEUR = VariableParcours.code("decideur");
    static final VariableParcours<String> DECISION = VariableParcours.code("decisionFormation");
    static final VariableParcours<Boolean> CREDIT_ENGAGE = VariableParcours.indicateur("creditEngage");
    static final VariableParcours<Boolean> CAI_A_INFORMER = VariableParcours.indicateur("caiAInformer");
    static final VariableParcours<String> SUITE = VariableParcours.code("suiteFormation");
    static final VariableParcours<Boolean> SUIVIE = VariableParcours.indicateur("formationSuivie");
    static final VariableParcours<Date> DATE_FIN = VariableParcours.date("dateFinFormation");
    static final VariableParcours<Date> DATE_TROIS_MOIS = VariableParcours.date("dateTroisMois");
    static final VariableParcours<Date> DATE_SIX_MOIS = VariableParcours.date("dateSixMois");

    private static final String CAI = "CAI";

    @Bean
    Dispositif dispositifFinancementFormation() {
        return new Dispositif(DemandesFormation.DISPOSITIF, QUESTION, CLE);
    }

    @Bean
    QuestionDeTache questionFormation() {
        return new QuestionDeTache(ENREGISTRER_DECISION_CAI, CAI, QUESTION);
    }
}
