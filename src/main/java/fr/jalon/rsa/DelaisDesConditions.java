package fr.jalon.rsa;

import fr.jalon.commun.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FaitQuiPasse;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The conditions that have a delay of their own (CASF, R262-46): once it is over, what was found before is out of date, until the claim
 * leaves. Ages are those of the day of the claim and do not move.
 */
@Component
class DelaisDesConditions implements FaitQuiPasse {

    private final DemandesRsaRepository demandes;
    private final EligibiliteDuFoyer eligibilite;
    private final LecteurDemande lecteur;
    private final Dossiers dossiers;
    private final Horloge horloge;

    DelaisDesConditions(
            DemandesRsaRepository demandes,
            EligibiliteDuFoyer eligibilite,
            LecteurDemande lecteur,
            Dossiers dossiers,
            Horloge horloge) {
        this.demandes = demandes;
        this.eligibilite = eligibilite;
        this.lecteur = lecteur;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    @Override
    public String dispositif() {
        return DemandesRsa.DISPOSITIF;
    }

    @Override
    public String cause() {
        return "Un délai de la loi est passé";
    }

    @Override
    public boolean passe(UUID dossierId, String resultat, LocalDate vraiLe) {
        if (!DemandesRsa.ELIGIBILITE.equals(resultat) && !PropositionsRsa.PROPOSITION.equals(resultat)) {
            return false;
        }
        return demandes.findById(dossierId)
                .filter(d -> !d.enRoute() && !d.decidee() && d.eligibilite() != null)
                .filter(d -> change(d, vraiLe))
                .isPresent();
    }

    private boolean change(DemandeRsa demande, LocalDate vraiLe) {
        int avant = moisDepuisDepot(demande.getId(), vraiLe);
        int maintenant = moisDepuisDepot(demande.getId());
        DemandeSimulation situation = lecteur.situation(demande.situation());
        return avant != maintenant
                && !eligibilite.conditions(situation, avant).equals(eligibilite.conditions(situation, maintenant));
    }

    /** Whole months since the claim, today. */
    int moisDepuisDepot(UUID dossierId) {
        return moisDepuisDepot(dossierId, horloge.aujourdhui());
    }

    /** The last day of a delay belongs to the person: it is over the day after. */
    int moisDepuisDepot(UUID dossierId, LocalDate jour) {
        LocalDate depot = dossiers.parId(dossierId).deposeLe();
        return (int) Math.max(0, ChronoUnit.MONTHS.between(depot, jour.minusDays(1)));
    }
}
