package fr.jalon.mobilite.parcours;

import fr.jalon.dispositif.Dispositif;
import fr.jalon.dispositif.QuestionDeTache;
import fr.jalon.dispositif.VariableParcours;
import fr.jalon.mobilite.DemandesMobilite;
import java.util.Date;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names of the process {@code aide-mobilite}: key, human steps, variables. They stand nowhere else in the code. */
@Configuration(proxyBeanMethods = false)
public class ParcoursMobilite {

    public static final String CLE = "aide-mobilite";

    static final String INSTRUIRE = "UserTask_InstruireAide";
    static final String DECIDER = "UserTask_DeciderAide";
    static final String ENREGISTRER_DECISION_CAI = "UserTask_EnregistrerDecisionCai";
    static final String DECIDER_URGENCE = "UserTask_DeciderAideUrgente";
    static final String FAIRE_RATIFIER = "UserTask_FaireRatifierAide";
    static final String TROUVER_CREDIT = "UserTask_TrouverCredit";
    static final String SUIVRE = "UserTask_SuivreAide";

    /** How long an aid that is not used stays committed, row of {@code delais}. */
    static final String HORLOGE_UTILISATION = "UTILISATION_AIDE";

    static final VariableParcours<String> DECIDEUR = VariableParcours.code("decideur");
    static final VariableParcours<String> DECISION = VariableParcours.code("decisionAide");
    static final VariableParcours<Boolean> CREDIT_ENGAGE = VariableParcours.indicateur("creditEngage");
    static final VariableParcours<Boolean> A_RATIFIER = VariableParcours.indicateur("aideARatifier");
    static final VariableParcours<Boolean> FINIE = VariableParcours.indicateur("aideFinie");
    static final VariableParcours<Boolean> ARRETEE = VariableParcours.indicateur("aideArretee");
    static final VariableParcours<Date> DATE_FIN = VariableParcours.date("dateFinAide");

    /** What the CAI is asked, input of {@code avis-instances}. */
    static final String QUESTION = "AIDE_MOBILITE";

    @Bean
    QuestionDeTache questionAideMobilite() {
        return new QuestionDeTache(ENREGISTRER_DECISION_CAI, QuestionDeTache.CAI, QUESTION);
    }

    @Bean
    Dispositif dispositifAideMobilite() {
        return new Dispositif(DemandesMobilite.DISPOSITIF, "AIDE_MOBILITE", CLE);
    }
}
