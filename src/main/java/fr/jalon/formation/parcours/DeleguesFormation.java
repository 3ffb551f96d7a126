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
import fr.jalon.formation.FinsDeFormation;
import fr.jalon.formation.FormationVue;
import fr.jalon.formation.PropositionFormation;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of {@code financement-formation}. Each bean's name is the one that the model calls. */
@Configuration(proxyBeanMethods = false)
class DeleguesFormation {

    /** Property of a step that leads to the results; an older model has none, and ends there. */
    private static final String RESULTATS = "resultats";

    private final DemandesFormation demandes;
    private final FinsDeFormation fins;
    private final LettresFormation lettres;
    private final Dossiers dossiers;
    private final Delais delais;
    private final Horloge horloge;

    DeleguesFormation(
            DemandesFormation demandes,
            FinsDeFormation fins,
            LettresFormation lettres,
            Dossiers dossiers,
            Delais delais,
            Horloge horloge) {
        this.demandes = demandes;
        this.fins = fins;
        this.lettres = lettres;
        this.dossiers = dossiers;
        this.delais = delais;
        this.horloge = horloge;
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
                    .avec(ParcoursFormation.DATE_FIN, EtapesFormation.finDeLAttente(fins, contexte.dossierId()));
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
    Delegue solderFormation() {
        return contexte -> {
            fins.finir(contexte.dossierId(), Agent.JALON);
            lettres.ecrire(contexte, LettresFormation.LIVRET, lettres.livret(contexte.dossierId()));
            return resultats(contexte.dossierId());
        };
    }

    @Bean
    Delegue remettreLivret() {
        return contexte -> {
            lettres.ecrire(contexte, LettresFormation.LIVRET, lettres.livret(contexte.dossierId()));
            return clore(
                    contexte,
                    fins.jusquAuBout(contexte.dossierId()) ? Issue.MENE_A_TERME : Issue.AIDE_UTILISEE_EN_PARTIE);
        };
    }

    /** The training stopped: the person and the body are told what is paid and what goes back. */
    @Bean
    Delegue arreterFormation() {
        return contexte -> rendre(contexte, LettresFormation.ARRETEE);
    }

    /** No proof came in time: nobody says that the training stopped. */
    @Bean
    Delegue rendreCreditFormation() {
        return contexte -> rendre(contexte, LettresFormation.NON_JUSTIFIEE);
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

    /** The days on which the results are asked: from the end of the training, or from today when it ended before its day. */
    private Variables resultats(UUID dossierId) {
        LocalDate fin = demandes.formation(dossierId).demande().formation().fin();
        LocalDate aujourdhui = horloge.aujourdhui();
        LocalDate depuis = fin.isBefore(aujourdhui) ? fin : aujourdhui;
        return Variables.aucune()
                .avec(ParcoursFormation.SUIVIE, true)
                .avec(ParcoursFormation.DATE_TROIS_MOIS, dans("RESULTAT_TROIS_MOIS", depuis))
                .avec(ParcoursFormation.DATE_SIX_MOIS, dans("RESULTAT_SIX_MOIS", depuis));
    }

    private Date dans(String delai, LocalDate depuis) {
        return Date.from(Horloge.instantAParis(
                delais.fin(DemandesFormation.DISPOSITIF, delai, false, depuis).atTime(0, 30)));
    }

    /** A training of which a part was followed is asked its results as any other, unless its model is older than that. */
    private Variables rendre(ContexteEtape contexte, String modele) {
        UUID dossierId = contexte.dossierId();
        fins.finir(dossierId, Agent.JALON);
        lettres.ecrire(contexte, modele, lettres.fin(dossierId));
        lettres.ecrire(contexte, LettresFormation.FIN_ORGANISME, lettres.finOrganisme(dossierId));
        boolean utilisee = fins.utilisee(dossierId);
        if (utilisee && !contexte.propriete(RESULTATS).isEmpty()) {
            lettres.ecrire(contexte, LettresFormation.LIVRET, lettres.livret(dossierId));
            return resultats(dossierId);
        }
        clore(contexte, utilisee ? Issue.AIDE_UTILISEE_EN_PARTIE : Issue.AIDE_NON_UTILISEE);
        return Variables.aucune().avec(ParcoursFormation.SUIVIE, false);
    }

    /** What is committed and not certified goes back to the envelope; what is certified is still paid. */
    private Variables terminer(ContexteEtape contexte, Issue issue) {
        fins.finir(contexte.dossierId(), Agent.JALON);
        return clore(contexte, issue);
    }

    private Variables clore(ContexteEtape contexte, Issue issue) {
        dossiers.clore(contexte.dossierId(), issue, Agent.JALON);
        return Variables.aucune();
    }
}
