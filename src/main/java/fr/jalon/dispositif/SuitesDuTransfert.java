package fr.jalon.dispositif;

import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.courrier.TransfertDesCourriers;
import fr.jalon.courrier.ValeursCourrier;
import fr.jalon.dossier.DossierTransfere;
import fr.jalon.dossier.Dossiers;
import fr.jalon.seance.TransfertDesCas;
import fr.jalon.usager.Personnes;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What bears the antenne of its dossier goes with it to another one, in the same transaction: letters to sign and to print, questions for
 * a session. The modules that keep them know dossiers by their id alone.
 */
@Component
class SuitesDuTransfert {

    private final TransfertDesCourriers courriers;
    private final TransfertDesCas cas;
    private final Antennes antennes;
    private final Dossiers dossiers;
    private final Personnes personnes;

    SuitesDuTransfert(
            TransfertDesCourriers courriers,
            TransfertDesCas cas,
            Antennes antennes,
            Dossiers dossiers,
            Personnes personnes) {
        this.courriers = courriers;
        this.cas = cas;
        this.antennes = antennes;
        this.dossiers = dossiers;
        this.personnes = personnes;
    }

    @EventListener
    void sur(DossierTransfere fait) {
        cas.suivre(fait.dossierId(), fait.apres(), fait.auteur());
        courriers.suivre(fait.dossierId(), fait.apres(), nouvelles(fait));
    }

    private ValeursCourrier nouvelles(DossierTransfere fait) {
        Antenne antenne = antennes.parCode(fait.apres());
        String adresse =
                personnes.parId(dossiers.parId(fait.dossierId()).personneId()).adresse();
        return new ValeursCourrier()
                .texte("organisme.ville", antenne.commune())
                .texte("antenne.nom", antenne.nom())
                .lignes("antenne.adresse", List.of(antenne.adresse(), antenne.codePostal() + " " + antenne.commune()))
                .texte("antenne.telephone", antenne.telephone())
                .texte("antenne.horaires", antenne.horaires())
                .lignes("usager.adresse", List.of(adresse.split("\\s*[\\n]+\\s*")));
    }
}
