package fr.jalon.courrier;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/** Row ids: random UUIDs that grow with time, so that the indexes stay compact. */
final class Identifiants {

    private static final NoArgGenerator GENERATEUR = Generators.timeBasedEpochRandomGenerator();

    private Identifiants() {}

    static UUID nouveau() {
        return GENERATEUR.generate();
    }
}
