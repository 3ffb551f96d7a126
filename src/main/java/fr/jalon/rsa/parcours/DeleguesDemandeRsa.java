package fr.jalon.rsa.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.dispositif.Delegue;
import fr.jalon.dispositif.FaitsDecision;
import fr.jalon.dispositif.SuiteDecision;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.rsa.DemandesRsa;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The automatic steps of {@code instruction-rsa} on the claim itself: eligibility, estimate, other rights, and the ends that need no
 * decision of the CAF. Each bean's name is the one that the model calls.
 */
@Configuration(proxyBeanMethods = false)
class DeleguesDemandeRsa {

    private final GestesRsa gestes;
    private final LettresRsa lettres;
    private final Dossiers dossiers;
    private final DemandesRsa demandes;
    private final Horloge horloge;

    DeleguesDemandeRsa(GestesRsa gestes, LettresRsa lettres, Dossiers dossiers, DemandesRsa demandes, Horloge horloge) {
        this.gestes = gestes;
        this.lettres = lettres;
        this.dossiers = dossiers;
        this.demandes = demandes;
        this.horloge = horloge;
    }

    @Bean
    Delegue transmettreOrganisme() {
        return contexte -> {
            gestes.deposer(contexte, "MSA", "DEMANDE_RSA");
            gestes.ecrire(
                    contexte,
                    CodesCourrier.TRANSMISSION_ORGANISME,
                    lettres.transmission("MSA", MotifsRsa.REGIME_AGRICOLE, horloge.aujourdhui()));
            return gestes.clore(contexte, Issue.TRANSMIS_ORGANISME);
        };
    }

    @Bean
    FaitsDecision faitsEligibilite() {
        return contexte -> demandes.lectureDuFoyer(contexte.dossierId()).faits();
    }

    /** The engine keeps the decision of the adult who opens the right; the feature checks the whole foyer by the same table and keeps it with the claim. */
    @Bean
    SuiteDecision suiteEligibilite() {
        return (contexte, evaluation) -> {
            demandes.verifierEligibilite(contexte.dossierId());
            return Variables.aucune();
        };
    }

    @Bean
    Delegue estimerMontant() {
        return contexte -> {
            demandes.estimer(contexte.dossierId());
            return Variables.aucune();
        };
    }

    /** The person chose the other right and takes the claim back: only the CAF refuses one (CASF, art. L262-13). */
    @Bean
    Delegue informerAutreDroit() {
        return contexte -> {
            gestes.ecrire(
                    contexte,
                    CodesCourrier.AUTRE_DROIT,
                    LettresRsa.autreDroit(
                            demandes.demande(contexte.dossierId()).motifProposition(),
                            contexte.variable(InstructionRsa.DATE_RETRAIT)
                                    .map(d -> LocalDate.ofInstant(d.toInstant(), Horloge.PARIS))
                                    .orElse(null)));
            return gestes.clore(contexte, Issue.AUTRE_DROIT);
        };
    }

    @Bean
    Delegue demanderC2s() {
        return contexte -> {
            gestes.deposer(contexte, "CPAM", "DEMANDE_C2S");
            dossiers.tracer(contexte.dossierId(), "C2S", "Complémentaire santé solidaire demandée.", Agent.JALON);
            return Variables.aucune();
        };
    }

    @Bean
    Delegue confirmerDesistement() {
        return contexte -> {
            gestes.ecrire(
                    contexte,
                    CodesCourrier.DESISTEMENT_CONFIRME,
                    valeurs -> valeurs.date("desistement.date", horloge.aujourdhui()));
            return gestes.clore(contexte, Issue.DESISTEMENT);
        };
    }

    /** We send nothing to a commune that we do not know: the letter says so, and what to do. */
    @Bean
    Delegue transmettreNouvelleCommune() {
        return contexte -> {
            gestes.ecrire(contexte, CodesCourrier.DEPART_AUTRE_COMMUNE, lettres.depart(contexte.dossierId()));
            return gestes.clore(contexte, Issue.DEMENAGEMENT);
        };
    }

    @Bean
    Delegue cloreDoublon() {
        return contexte -> gestes.clore(contexte, Issue.DOUBLON);
    }

    @Bean
    Delegue cloreApresDeces() {
        return contexte -> gestes.clore(contexte, Issue.DECES);
    }
}
