package fr.jalon.dispositif;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.UsageCourrier;
import fr.jalon.courrier.UsageCourrier.Destinataire;
import fr.jalon.courrier.UsagesCourrier;
import fr.jalon.dossier.DossierClos;
import fr.jalon.dossier.Issue;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What waits to be signed or printed when a dossier ends, and says what is not true any more, does not leave: column {@code retireSi} of
 * {@code courriers/usages.csv}. Nothing is sent to somebody who died.
 */
@Component
class LettresDesFins {

    private final Courriers courriers;
    private final UsagesCourrier usages;

    LettresDesFins(Courriers courriers, UsagesCourrier usages) {
        this.courriers = courriers;
        this.usages = usages;
    }

    @EventListener
    void sur(DossierClos fait) {
        String motif = fait.issue() == Issue.DECES
                ? "la personne est décédée"
                : "le dossier est terminé (" + fait.issue().libelle().toLowerCase(Locale.FRENCH) + ")";
        courriers.parDossier(fait.dossierId()).stream()
                .filter(c -> c.etat().enAttente() && perd(c, fait.issue()))
                .forEach(c -> courriers.retirer(c.id(), motif, Agent.JALON));
    }

    private boolean perd(CourrierVue courrier, Issue issue) {
        UsageCourrier usage = usages.de(courrier.modele());
        boolean morte = issue == Issue.DECES && usage.destinataire() == Destinataire.PERSONNE;
        return morte || usage.retireSi(issue.name());
    }
}
