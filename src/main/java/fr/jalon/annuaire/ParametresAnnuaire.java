package fr.jalon.annuaire;

import fr.jalon.commun.Horloge;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.MoteurDecision;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The dated parameters of the directory, table {@code parametres-annuaire}; the answer of a day and a version is kept. */
@Component
class ParametresAnnuaire {

    private static final String TABLE = "parametres-annuaire";

    private record Reponse(LocalDate jour, int version, LocalDate seuil) {}

    private final Decisions decisions;
    private final MoteurDecision moteur;
    private final Horloge horloge;
    private volatile Reponse derniere;

    ParametresAnnuaire(Decisions decisions, MoteurDecision moteur, Horloge horloge) {
        this.decisions = decisions;
        this.moteur = moteur;
        this.horloge = horloge;
    }

    /** What was confirmed before this day is to be confirmed again. */
    LocalDate seuilDeConfirmation() {
        LocalDate jour = horloge.aujourdhui();
        int version = moteur.version(TABLE).orElse(0);
        Reponse gardee = derniere;
        if (gardee == null || !gardee.jour().equals(jour) || gardee.version() != version) {
            gardee = new Reponse(jour, version, jour.minusMonths(mois(jour)));
            derniere = gardee;
        }
        return gardee.seuil();
    }

    private int mois(LocalDate jour) {
        return decisions
                .evaluer(TABLE, Map.of("jour", jour))
                .unique()
                .map(r -> ((Number) r.sorties().get("moisAvantConfirmation")).intValue())
                .orElseThrow(() -> new IllegalStateException("la table " + TABLE + " n'a pas de ligne pour " + jour));
    }
}
