package fr.jalon.prescription;

import fr.jalon.commun.Horloge;
import fr.jalon.decision.Decisions;
import fr.jalon.usager.DureeDesConsentements;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The dated figures of referrals, table {@code parametres-partenaire}. */
@Component
public class ParametresPartenaire implements DureeDesConsentements {

    private static final String TABLE = "parametres-partenaire";

    private final Decisions decisions;
    private final Horloge horloge;

    ParametresPartenaire(Decisions decisions, Horloge horloge) {
        this.decisions = decisions;
        this.horloge = horloge;
    }

    /** Last day proposed for a new agreement. */
    public LocalDate finDAccordProposee() {
        return horloge.aujourdhui().plusMonths(entier("CONSENTEMENT_MOIS"));
    }

    /** The same: an agreement is given again rather than for years. */
    @Override
    public LocalDate dernierJour() {
        return finDAccordProposee();
    }

    int joursDUnLien() {
        return entier("LIEN_JOURS");
    }

    /** Last day on which a first appointment may be: a later one is a year mistyped. */
    LocalDate dernierJourDeRendezVous() {
        return horloge.aujourdhui().plusDays(entier("RENDEZ_VOUS_JOURS_MAX"));
    }

    int avisMinimum() {
        return entier("AVIS_MINIMUM");
    }

    private int entier(String nom) {
        return decisions
                .evaluer(TABLE, Map.of("parametre", nom, "jour", horloge.aujourdhui()))
                .unique()
                .map(r -> ((Number) r.sorties().get("valeur")).intValue())
                .orElseThrow(() -> new IllegalStateException(TABLE + " n'a pas de ligne pour " + nom));
    }
}
