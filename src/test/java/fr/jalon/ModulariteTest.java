package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModulariteTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(JalonApplication.class);

    @Test
    void les_modules_respectent_leurs_dependances_declarees() {
        MODULES.verify();
    }

    @Test
    void chaque_module_a_un_nom_francais_declare() {
        Set<String> noms =
                MODULES.stream().map(ApplicationModule::getDisplayName).collect(Collectors.toSet());
        assertThat(noms)
                .contains(
                        "Commun",
                        "Agent",
                        "Usager",
                        "Dossier",
                        "Décision",
                        "Dispositif",
                        "Moteur",
                        "Temps",
                        "Corbeille",
                        "Journal",
                        "RSA");
    }
}
