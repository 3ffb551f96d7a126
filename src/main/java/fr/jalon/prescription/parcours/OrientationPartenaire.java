package fr.jalon.prescription.parcours;

import fr.jalon.dispositif.Dispositif;
import fr.jalon.dispositif.VariableParcours;
import fr.jalon.prescription.Prescriptions;
import java.util.Date;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names of the process {@code orientation-partenaire}: key, human steps, message, variables. They stand nowhere else in the code. */
@Configuration(proxyBeanMethods = false)
public class OrientationPartenaire {

    public static final String CLE = "orientation-partenaire";

    public static final String ENREGISTRER_REPONSE = "UserTask_EnregistrerReponsePartenaire";
    public static final String NOTER_PREMIER_RENDEZ_VOUS = "UserTask_NoterPremierRendezVous";
    public static final String NOTER_RESULTAT = "UserTask_NoterResultat";
    public static final String RECUEILLIR_EVALUATION = "UserTask_RecueillirEvaluation";
    public static final String CHOISIR_SUITE = "UserTask_ChoisirSuite";
    public static final String TRAITER_SITUATION_COMPLEXE = "UserTask_TraiterSituationComplexe";

    static final String CONSENTEMENT_RETIRE = "ConsentementRetire";

    static final VariableParcours<Boolean> PARTENAIRE_ACCEPTE = VariableParcours.indicateur("partenaireAccepte");
    static final VariableParcours<Boolean> SITUATION_COMPLEXE = VariableParcours.indicateur("situationComplexe");
    static final VariableParcours<String> RENCONTRE = VariableParcours.code("rencontre");
    static final VariableParcours<String> SUITE_PARTENAIRE = VariableParcours.code("suitePartenaire");
    static final VariableParcours<Date> DATE_RELANCE = VariableParcours.date("dateRelancePartenaire");
    static final VariableParcours<Date> DATE_SILENCE = VariableParcours.date("dateSilencePartenaire");
    static final VariableParcours<Date> DATE_FIN_AVIS = VariableParcours.date("dateFinAvis");

    @Bean
    Dispositif dispositifOrientationPartenaire() {
        return new Dispositif(Prescriptions.DISPOSITIF, CLE);
    }
}
