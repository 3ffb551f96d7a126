package fr.jalon.accueil;

import fr.jalon.decision.Decisions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The figures of the front desk, table {@code parametres-accueil}. */
@Component
public class ParametresAccueil {

    private static final String TABLE = "parametres-accueil";

    private final Decisions decisions;

    ParametresAccueil(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Minutes during which a visit is undone or corrected. */
    public int correctionMinutes() {
        return entier("CORRECTION_MINUTES");
    }

    /** Months after which a visit and a diagnosis say no more whose they were. */
    public int conservationMois() {
        return entier("CONSERVATION_MOIS");
    }

    /** Farthest appointment, in months. */
    public int rendezVousMois() {
        return entier("RENDEZ_VOUS_MOIS");
    }

    /** Days during which a visit without any outcome is shown again. */
    int attenteJours() {
        return entier("ATTENTE_JOURS");
    }

    /** Persons or organisations shown while somebody types. */
    public int suggestions() {
        return entier("SUGGESTIONS");
    }

    private int entier(String nom) {
        return decisions
                .evaluer(TABLE, Map.of("parametre", nom))
                .unique()
                .map(r -> ((Number) r.sorties().get("valeur")).intValue())
                .orElseThrow(() -> new IllegalStateException(TABLE + " n'a pas de ligne pour " + nom));
    }
}
