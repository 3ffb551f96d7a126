package fr.jalon.sanction;

import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FaitsDuDossier;
import fr.jalon.usager.PersonneModifiee;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The foyer is a fact of a breach: it bounds the sanction (CASF, art. R262-68-6). When it changes, what was contemplated is out of date. */
@Component
class FaitsDuManquement {

    private static final String FOYER = "foyer";

    private final Dossiers dossiers;
    private final FaitsDuDossier faits;

    FaitsDuManquement(Dossiers dossiers, FaitsDuDossier faits) {
        this.dossiers = dossiers;
        this.faits = faits;
    }

    @EventListener
    void sur(PersonneModifiee fait) {
        if (fait.champs().stream().noneMatch(c -> c.startsWith(FOYER))) {
            return;
        }
        dossiers.ouvertsDe(fait.personneId()).stream()
                .filter(id -> Manquements.DISPOSITIF.equals(dossiers.parId(id).dispositif()))
                .forEach(id -> faits.changer(id, null, "Foyer modifié sur la fiche de la personne.", fait.auteur()));
    }
}
