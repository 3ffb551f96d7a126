package fr.jalon.sanction.parcours;

import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.Dispositif;
import fr.jalon.dispositif.QuestionDeTache;
import fr.jalon.dispositif.VariableParcours;
import fr.jalon.sanction.Manquements;
import java.time.LocalDate;
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

    public static final String RETROUVER_PERSONNE = "UserTask_RetrouverPersonne";
    public static final String EXAMINER_FIN_SUPPRESSION = "UserTask_ExaminerFinSuppression";

    /** Timer that ends the person's time to answer. */
    public static final String DELAI_OBSERVATIONS = "BoundaryEvent_DelaiObservationsPasse";

    /** Its length, row of {@code delais}. */
    static final String HORLOGE_OBSERVATIONS = "OBSERVATIONS";

    /** Timer that ends a sanction. */
    static final String DUREE_ECOULEE = "BoundaryEvent_DureeEcoulee";

    static final String COURRIER_RETOURNE = "CourrierRetourne";

    static final VariableParcours<String> SUITE_RETOUR = VariableParcours.code("suiteRetour");
    static final VariableParcours<Boolean> DECISION_VALABLE = VariableParcours.indicateur("decisionValable");
    static final VariableParcours<Boolean> FIN_DROIT_POSSIBLE = VariableParcours.indicateur("finDroitPossible");
    static final VariableParcours<String> SUITE_SUPPRESSION = VariableParcours.code("suiteSuppression");
    static final VariableParcours<Boolean> AVIS_REQUIS = VariableParcours.indicateur("avisRequis");
    static final VariableParcours<String> DECISION_SANCTION = VariableParcours.code("decisionSanction");
    static final VariableParcours<Date> DATE_FIN_OBSERVATIONS = VariableParcours.date("dateFinObservations");
    static final VariableParcours<Date> DATE_FIN_SANCTION = VariableParcours.date("dateFinSanction");

    /** The last day belongs to the person: a delay ends when it is over. */
    static Date finDeJournee(LocalDate jour) {
        return Date.from(Horloge.instantAParis(jour.plusDays(1).atTime(0, 30)));
    }

    @Bean
    Dispositif dispositifManquementRsa() {
        return new Dispositif(Manquements.DISPOSITIF, CLE);
    }

    @Bean
    QuestionDeTache questionSanction() {
        return new QuestionDeTache(RECUEILLIR_AVIS_SANCTION, QuestionDeTache.EQUIPE, QUESTION);
    }
}
