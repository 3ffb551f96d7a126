package fr.jalon.formation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.Delegue;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.Delais;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.formation.DemandesFormation;
import fr.jalon.formation.FormationVue;
import fr.jalon.formation.PropositionFormation;
import fr.jalon.formation.SuiviFormation;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of {@code financement-formation}. Each bean's name is the one that the model calls. */
@Configuration(proxyBeanMethods = false)
class DeleguesFormation {

    private final DemandesFormation demandes;
    private final SuiviFormation suivi;
    private final LettresFormation lettres;
    private final Dossiers dossiers;

    DeleguesFormation(DemandesFormation demandes, SuiviFormation suivi, LettresFormation lettres, Dossiers dossiers) {
        this.demandes = demandes;
        this.suivi = suivi;
        this.lettres = lettres;
        this.dossiers = dossiers;
    }

    /** No letter grants what no credit is committed for. */
    @Bean
    Delegue engagerFormation() {
        return contexte ->
                Variables.aucune().avec(ParcoursFormation.CREDIT_ENGAGE, demandes.engager(contexte.dossierId()));
    }

    /** To the person, and to the body: what is paid when, on which proof. */
    @Bean
    Delegue notifierAccordFormation() {
        return contexte -> {
            lettres.ecrire(contexte, LettresFormation.ACCORD, lettres.accord(contexte.dossierId()));
            lettres.ecrire(contexte, LettresFormation.ACCORD_ORGANISME, lettres.accordOrganisme(contexte.dossierId()));
            FormationVue vue = demandes.formation(contexte.dossierId());
            return Variables.aucune()
                    .avec(
                            ParcoursFormation.CAI_A_INFORMER,
                            PropositionFormation.URGENCE.equals(
                                    vue.proposition().decideur()))
                    .avec(ParcoursFormation.DATE_FIN, EtapesFormation.finDeLAttente(suivi, contexte.dossierId()));
        };
    }

    @Bean
    Delegue notifierAjournement() {
        return contexte -> {
            lettres.ecrire(contexte, LettresFormation.AJOURNEMENT, lettres.ajournement(contexte.dossierId()));
            return Variables.aucune();
        };
    }

    @Bean
    Delegue notifierRefusFormation() {
        return contexte -> {
            lettres.ecrire(contexte, LettresFormation.REFUS, lettres.refus(contexte.dossierId()));
            return clore(contexte, Issue.AIDE_REFUSEE);
        };
    }

    /** The last milestone is paid: what is left goes back, the booklet is the person's, her results are asked later by themselves. */
    @Bean
    Delegue solderFormation(Delais delais, Horloge horloge) {
        return contexte -> {
            suivi.finir(contexte.dossierId(), Agent.JALON);
            lettres.ecrire(contexte, LettresFormation.LIVRET, lettres.livret(contexte.dossierId()));
            LocalDate fin = demandes.formation(contexte.dossierId())
                    .demande()
                    .formation()
                    .fin();
            LocalDate depuis = fin.isBefore(horloge.aujourdhui()) ? fin : horloge.aujourdhui();
            return Variables.aucune()
                    .avec(ParcoursFormation.DATE_TROIS_MOIS, dans(delais, "RESULTAT_TROIS_MOIS", depuis))
                    .avec(ParcoursFormation.DATE_SIX_MOIS, dans(delais, "RESULTAT_SIX_MOIS", depuis));
        };
    }

    @Bean
    Delegue remettreLivret() {
        return contexte -> {
            lettres.ecrire(contexte, LettresFormation.LIVRET, lettres.livret(contexte.dossierId()));
            return clore(contexte, Issue.MENE_A_TERME);
        };
    }

    /** The training stopped: the person is told what goes back. */
    @Bean
    Delegue arreterFormation() {
        return this::rendre;
    }

    /** No proof came in time: same as a stop. */
    @Bean
    Delegue rendreCreditFormation() {
        return this::rendre;
    }

    @Bean
    Delegue cloreFormationDesistement() {
        return contexte -> terminer(contexte, Issue.DESISTEMENT);
    }

    @Bean
    Delegue cloreFormationDepart() {
        return contexte -> terminer(contexte, Issue.DEMENAGEMENT);
    }

    @Bean
    Delegue cloreFormationDoublon() {
        return contexte -> terminer(contexte, Issue.DOUBLON);
    }

    @Bean
    Delegue cloreFormationDeces() {
        return contexte -> terminer(contexte, Issue.DECES);
    }

    private static Date dans(Delais delais, String horloge, LocalDate depuis) {
        return Date.from(Horloge.instantAParis(
                delais.fin(DemandesFormation.DISPOSITIF, horloge, false, depuis).atTime(0, 30)));
    }

    private Variables rendre(ContexteEtape contexte) {
        if (suivi.finir(contexte.dossierId(), Agent.JALON) > 0) {
            lettres.ecrire(contexte, LettresFormation.ARRETEE, lettres.arretee(contexte.dossierId()));
        }
        return clore(contexte, Issue.AIDE_NON_UTILISEE);
    }

    /** What is committed and not certified goes back to the envelope; what is certified is still paid. */
    private Variables terminer(ContexteEtape contexte, Issue issue) {
        suivi.finir(contexte.dossierId(), Agent.JALON);
        return clore(contexte, issue);
    }

    private Variables clore(ContexteEtape contexte, Issue issue) {
        dossiers.clore(contexte.dossierId(), issue, Agent.JALON);
        return Variables.aucune();
    }
}
