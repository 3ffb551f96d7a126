package fr.jalon.parcours.sanction;

import fr.jalon.parcours.DefinitionParcours;
import fr.jalon.parcours.QuestionDeTache;
import fr.jalon.parcours.VariableParcours;
import fr.jalon.sanction.Manquements;
import java.util.Date;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names of the process {@code manquement-rsa}: key, human steps, variables. They stand nowhere else in the code. */
@Configuration(proxyBeanMethods = false)
public class ManquementRsa {

    public static final String CLE = "manquement-rsa";
    public static final String QUESTION = "SANCTION";

    public static final String CONSTATER_MANQUEMENT = "UserTask_ConstaterManquement";
    public static final String RECEVOIR_OBSERVATIONS = "UserTask_RecevoirObservations";
    public static final String RECUEILLIR_AVIS_SANCTION = "UserTask_RecueillirAvisSanction";
    public static final String DECIDER_SANCTION = "UserTask_DeciderSanction";
    public static final String SUIVRE_SANCTION = "UserTask_SuivreSanction";

    static final VariableParcours<Boolean> AVIS_REQUIS = VariableParcours.indicateur("avisRequis");
    static final VariableParcours<String> DECISION_SANCTION = VariableParcours.code("decisionSanction");
    static final VariableParcours<Date> DATE_FIN_OBSERVATIONS = VariableParcours.date("dateFinObservations");
    static final VariableParcours<Date> DATE_FIN_SANCTION = VariableParcours.date("dateFinSanction");

    @Bean
    DefinitionParcours definitionManquementRsa() {
        return new DefinitionParcours(Manquements.DISPOSITIF, CLE);
    }

    @Bean
    QuestionDeTache questionSanction() {
        return new QuestionDeTache(RECUEILLIR_AVIS_SANCTION, QuestionDeTache.EQUIPE, QUESTION);
    }
}
