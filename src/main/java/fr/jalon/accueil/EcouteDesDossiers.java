package fr.jalon.accueil;

import fr.jalon.dossier.DossierOuvert;
import fr.jalon.dossier.Dossiers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A visit that said "dossier ouvert" knows its dossier as soon as it is filed, in the same transaction. */
@Component
class EcouteDesDossiers {

    private final Visites visites;
    private final Dossiers dossiers;

    EcouteDesDossiers(Visites visites, Dossiers dossiers) {
        this.visites = visites;
        this.dossiers = dossiers;
    }

    @EventListener
    void sur(DossierOuvert fait) {
        if (fait.auteur().antenne() != null) {
            visites.relier(fait.dossierId(), dossiers.parId(fait.dossierId()).personneId(), fait.auteur());
        }
    }
}
