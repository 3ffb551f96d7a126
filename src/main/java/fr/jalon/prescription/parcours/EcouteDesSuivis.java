package fr.jalon.prescription.parcours;

import fr.jalon.dispositif.IssueSuivi;
import fr.jalon.dispositif.faits.SuiviAvance;
import fr.jalon.prescription.PartenaireARepondu;
import fr.jalon.prescription.PremierRendezVousNote;
import fr.jalon.prescription.SuivisDOrientation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a partner does in its space about a person that it accompanies by the law, told to whoever oriented her. */
@Component
class EcouteDesSuivis {

    private final SuivisDOrientation suivis;
    private final ApplicationEventPublisher evenements;

    EcouteDesSuivis(SuivisDOrientation suivis, ApplicationEventPublisher evenements) {
        this.suivis = suivis;
        this.evenements = evenements;
    }

    @EventListener
    void sur(PartenaireARepondu fait) {
        if (suivis.suivi(fait.dossierId()).isPresent()) {
            evenements.publishEvent(new SuiviAvance(
                    fait.dossierId(), fait.accepte() ? IssueSuivi.RENDEZ_VOUS : IssueSuivi.REFUS, fait.auteur()));
        }
    }

    @EventListener
    void sur(PremierRendezVousNote fait) {
        if (suivis.suivi(fait.dossierId()).isPresent()) {
            evenements.publishEvent(new SuiviAvance(
                    fait.dossierId(),
                    switch (fait.issue()) {
                        case TENU -> IssueSuivi.RENCONTREE;
                        case REPORTE -> IssueSuivi.RENDEZ_VOUS;
                        case MANQUE -> IssueSuivi.ABSENTE;
                    },
                    fait.auteur()));
        }
    }
}
