package fr.jalon.atelier;

import fr.jalon.moteur.ModelesPublies;
import java.util.Map;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** What process owners published, for the engine. */
@Component
@DependsOnDatabaseInitialization
class ModelesPubliesJdbc implements ModelesPublies {

    private final LotsDesModeles lots;

    ModelesPubliesJdbc(LotsDesModeles lots) {
        this.lots = lots;
    }

    @Override
    public Map<String, byte[]> fichiers() {
        return lots.vivants();
    }
}
