package fr.jalon.mobilite.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.Delegue;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.Delais;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.mobilite.AidesUrgentes;
import fr.jalon.mobilite.DemandesMobilite;
import fr.jalon.mobilite.PaiementsAUnOrganisme;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of {@code aide-mobilite}. Each bean's name is the one that the model calls. */
@Configuration(proxyBeanMethods = false)
class DeleguesMobilite {

    private final DemandesMobilite demandes;
    private final LettresMobilite lettres;
    private final Dossiers dossiers;

    DeleguesMobilite(DemandesMobilite demandes, LettresMobilite lettres, Dossiers dossiers) {
        this.demandes = demandes;
        this.lettres = lettres;
        this.dossiers = dossiers;
    }

    /** No letter grants what no credit is committed for. */
    @Bean
    Delegue engagerAide() {
        return contexte ->
                Variables.aucune().avec(ParcoursMobilite.CREDIT_ENGAGE, demandes.engager(contexte.dossierId()));
    }

    @Bean
    Delegue notifierAccordAide(Delais delais, AidesUrgentes urgentes, Horloge horloge) {
        return contexte -> {
            LocalDate dernierJour = delais.fin(
                    DemandesMobilite.DISPOSITIF, ParcoursMobilite.HORLOGE_UTILISATION, false, horloge.aujourdhui());
            lettres.ecrire(contexte, LettresMobilite.ACCORD, lettres.accord(contexte.dossierId(), dernierJour));
            Date fin = Date.from(Horloge.instantAParis(dernierJour.plusDays(1).atTime(0, 30)));
            return Variables.aucune()
                    .avec(ParcoursMobilite.DATE_FIN, fin)
                    .avec(ParcoursMobilite.A_RATIFIER, urgentes.aRatifier(contexte.dossierId()));
        };
    }

    @Bean
    Delegue notifierRefusAide() {
        return contexte -> {
            lettres.ecrire(contexte, LettresMobilite.REFUS, lettres.refus(contexte.dossierId()));
            return clore(contexte, Issue.AIDE_REFUSEE);
        };
    }

    @Bean
    Delegue solderAide() {
        return contexte -> clore(
                contexte,
                contexte.variable(ParcoursMobilite.ARRETEE).orElse(false) ? Issue.DESISTEMENT : Issue.MENE_A_TERME);
    }

    /** The aid was not used in time: the person is told, the credit is free again. */
    @Bean
    Delegue rendreCreditAide(PaiementsAUnOrganisme paiements) {
        return contexte -> {
            if (demandes.finir(contexte.dossierId(), null, Agent.JALON) > 0) {
                lettres.ecrire(contexte, LettresMobilite.NON_UTILISEE, lettres.nonUtilisee(contexte.dossierId()));
            }
            return clore(
                    contexte,
                    paiements.utilisee(contexte.dossierId()) ? Issue.AIDE_UTILISEE_EN_PARTIE : Issue.AIDE_NON_UTILISEE);
        };
    }

    @Bean
    Delegue cloreAideDesistement() {
        return contexte -> terminer(contexte, Issue.DESISTEMENT);
    }

    @Bean
    Delegue cloreAideDepart() {
        return contexte -> terminer(contexte, Issue.DEMENAGEMENT);
    }

    @Bean
    Delegue cloreAideDoublon() {
        return contexte -> terminer(contexte, Issue.DOUBLON);
    }

    @Bean
    Delegue cloreAideDeces() {
        return contexte -> terminer(contexte, Issue.DECES);
    }

    /** What is committed and not certified goes back to the envelope; what is certified is still paid. */
    private Variables terminer(ContexteEtape contexte, Issue issue) {
        demandes.finir(contexte.dossierId(), null, Agent.JALON);
        return clore(contexte, issue);
    }

    private Variables clore(ContexteEtape contexte, Issue issue) {
        dossiers.clore(contexte.dossierId(), issue, Agent.JALON);
        return Variables.aucune();
    }
}
