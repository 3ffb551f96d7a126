package fr.jalon.pilotage;

import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierVue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The days that every dossier has, whatever its dispositif. */
final class FaitsDuDossier {

    static final String DEPOT = "DEPOT";
    static final String LIMITE = "LIMITE";
    static final String CLOTURE = "CLOTURE";

    /** The facts of the dossier itself. */
    static final Set<String> CODES = Set.of(DEPOT, LIMITE, CLOTURE);

    private FaitsDuDossier() {}

    static Map<String, LocalDate> de(DossierVue dossier) {
        Map<String, LocalDate> faits = new HashMap<>();
        faits.put(DEPOT, dossier.deposeLe());
        if (dossier.horloge().limite() != null) {
            faits.put(LIMITE, dossier.horloge().limite());
        }
        if (dossier.closLe() != null) {
            faits.put(CLOTURE, LocalDate.ofInstant(dossier.closLe(), Horloge.PARIS));
        }
        return faits;
    }
}
