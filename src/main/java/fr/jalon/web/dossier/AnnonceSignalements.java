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

/** What a signal would do, said before anybody acts: the words of the dispositif and, for a breach, how far it went. */
@Component
class AnnonceSignalements {

    private final SuitesDuManquement manquements;
    private final MessageSource textes;

    AnnonceSignalements(SuitesDuManquement manquements, MessageSource textes) {
        this.manquements = manquements;
        this.textes = textes;
    }

    String de(DossierVue dossier, Signalement s) {
        return Manquements.DISPOSITIF.equals(dossier.dispositif())
                ? duManquement(manquements.de(dossier.id()), s)
                : mots(dossier.dispositif() + "." + s.name());
    }

    /** A procedure that the person was told of ends with a letter, and one that the CAF carries out with a message to it. */
    private String duManquement(Suites x, Signalement s) {
        boolean levee = s == Signalement.CONFORMITE && x.sanctionNotifiee();
        List<String> phrases = new ArrayList<>(List.of(mots(levee ? "MAN.LEVEE" : "MAN." + s.name())));
        if (x.decisionSansEffet()) {
            phrases.add(mots("MAN.annulee"));
        } else if (x.sanctionNotifiee() && !levee) {
            phrases.add(mots("MAN.reste"));
        }
        phrases.add(mots(x.informee() ? "MAN.lettre" : "MAN.sansLettre"));
        if (x.connueDeLaCaf()) {
            phrases.add(mots("MAN.caf"));
        }
        return String.join(" ", phrases);
    }

    private String mots(String cle) {
        return textes.getMessage("signalement." + cle, null, Locale.FRENCH);
    }
}
