package fr.jalon.web.dossier;

import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Signalement;
import fr.jalon.sanction.Manquements;
import fr.jalon.sanction.parcours.SuitesDuManquement;
import fr.jalon.sanction.parcours.SuitesDuManquement.Suites;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A procedure that the person was told of ends with a letter, and one that the CAF carries out with a message to it. */
@Component
class AnnonceDuManquement implements AnnonceSignalements.Propre {

    private final SuitesDuManquement manquements;
    private final MessageSource textes;

    AnnonceDuManquement(SuitesDuManquement manquements, MessageSource textes) {
        this.manquements = manquements;
        this.textes = textes;
    }

    @Override
    public String dispositif() {
        return Manquements.DISPOSITIF;
    }

    @Override
    public String de(DossierVue dossier, Signalement s) {
        Suites x = manquements.de(dossier.id());
        boolean levee = s == Signalement.CONFORMITE && x.sanctionNotifiee();
        List<String> phrases = new ArrayList<>(List.of(mots(levee ? "LEVEE" : s.name())));
        if (x.decisionSansEffet()) {
            phrases.add(mots("annulee"));
        } else if (x.sanctionNotifiee() && !levee) {
            phrases.add(mots("reste"));
        }
        phrases.add(mots(x.informee() ? "lettre" : "sansLettre"));
        if (x.connueDeLaCaf()) {
            phrases.add(mots("caf"));
        }
        return String.join(" ", phrases);
    }

    private String mots(String cle) {
        return textes.getMessage("signalement." + dispositif() + "." + cle, null, Locale.FRENCH);
    }
}
