package fr.jalon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the architecture; each fails when it matches nothing. */
@AnalyzeClasses(packages = "fr.jalon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule seul_l_adaptateur_connait_le_moteur = noClasses()
            .that()
            .resideOutsideOfPackage("..moteur.camunda..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule le_moteur_est_bien_utilise_quelque_part = classes()
            .that()
            .haveSimpleName("MoteurConfiguration")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    private static final String[] DISPOSITIFS = {"rsa", "orientation", "prescription", "sanction"};

    @ArchTest
    static void un_dispositif_ne_connait_pas_les_autres(JavaClasses classes) {
        for (String un : DISPOSITIFS) {
            String[] autres = Arrays.stream(DISPOSITIFS)
                    .filter(d -> !d.equals(un))
                    .map(d -> "fr.jalon." + d + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("fr.jalon." + un + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(autres)
                    .because("il publie un fait de dispositif.faits, ou demande une interface de dispositif")
                    .check(classes);
        }
    }

    /** The engine calls the SPI; what a dispositif gives never calls the engine. */
    @ArchTest
    static final ArchRule ce_qu_un_dispositif_donne_ne_connait_pas_le_moteur = noClasses()
            .that()
            .resideInAPackage("fr.jalon.dispositif..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.jalon.moteur..");

    /** Letters draw PDFs; received files are parsed before they are accepted (docs/decisions/0011). */
    @ArchTest
    static final ArchRule pdfbox_reste_dans_les_courriers_et_le_controle_des_pieces = noClasses()
            .that()
            .resideOutsideOfPackages("..courrier..", "..piece..", "..web.exemples..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.pdfbox..");

    @ArchTest
    static final ArchRule un_controleur_ne_touche_pas_aux_depots = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Repository.class);

    @ArchTest
    static final ArchRule un_controleur_ne_rend_pas_d_entite = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..web..")
            .should()
            .haveRawReturnType(annotees(Entity.class));

    @ArchTest
    static final ArchRule les_entites_restent_dans_leur_module =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule l_heure_vient_de_l_horloge =
            noClasses().that().doNotHaveSimpleName("Horloge").should().callMethodWhere(maintenant());

    @ArchTest
    static final ArchRule pas_d_injection_par_champ = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule aucune_requete_du_moteur_ne_recoit_une_expression = noClasses()
            .that()
            .resideInAPackage("..moteur..")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("une méthode ...Expression d'une requête du moteur") {
                @Override
                public boolean test(JavaCall<?> appel) {
                    return appel.getTargetOwner().getPackageName().startsWith("org.camunda.bpm.engine")
                            && appel.getTargetOwner().getSimpleName().endsWith("Query")
                            && appel.getName().endsWith("Expression");
                }
            });

    private static DescribedPredicate<JavaClass> annotees(Class<? extends java.lang.annotation.Annotation> annotation) {
        return DescribedPredicate.describe(
                "annotées " + annotation.getSimpleName(), classe -> classe.isAnnotatedWith(annotation));
    }

    private static DescribedPredicate<JavaCall<?>> maintenant() {
        Set<String> types = Set.of(Instant.class.getName(), LocalDate.class.getName(), LocalDateTime.class.getName());
        return DescribedPredicate.describe(
                "now()",
                appel -> appel.getName().equals("now")
                        && types.contains(appel.getTargetOwner().getName()));
    }
}
