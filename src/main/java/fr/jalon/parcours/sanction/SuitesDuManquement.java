package fr.jalon.parcours.sanction;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.sanction.DecisionsDeSanction;
import fr.jalon.sanction.ManquementVue;
import fr.jalon.sanction.Manquements;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What ends with a procedure, as it stands: the path acts by it, and the page says it before anybody acts. */
@Service
public class SuitesDuManquement {

    private final Manquements manquements;
    private final DecisionsDeSanction decisions;
    private final TransmissionSanction transmission;
    private final Courriers courriers;

    SuitesDuManquement(
            Manquements manquements,
            DecisionsDeSanction decisions,
            TransmissionSanction transmission,
            Courriers courriers) {
        this.manquements = manquements;
        this.decisions = decisions;
        this.transmission = transmission;
        this.courriers = courriers;
    }

    /**
     * How far the procedure went.
     *
     * @param informee the person was told of it, so is told of its end
     * @param sanctionSignee a sanction is decided and signed
     * @param decisionSansSignature a sanction is decided and not signed: it is none, and is cancelled
     * @param connueDeLaCaf the CAF carries the sanction out
     */
    public record Suites(
            boolean informee, boolean sanctionSignee, boolean decisionSansSignature, boolean connueDeLaCaf) {}

    @Transactional(readOnly = true)
    public Suites de(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        boolean signee = decisions.signee(dossierId);
        return new Suites(
                m.informeeLe() != null, signee, m.sanctionnee() && !signee, transmission.transmise(dossierId));
    }

    /** Whether the letter of the last decision came back, and nothing was decided since. */
    @Transactional(readOnly = true)
    public boolean decisionRevenue(UUID dossierId) {
        return manquements.manquement(dossierId).choix() == null
                && courriers.parDossier(dossierId).stream()
                        .filter(c -> CodesCourrier.SANCTION_DECIDEE.equals(c.modele()))
                        .max(Comparator.comparing(CourrierVue::creeLe).thenComparing(CourrierVue::numero))
                        .filter(c -> c.etat() == EtatCourrier.RETOURNE)
                        .isPresent();
    }

    /**
     * Cancels a decision that nobody signed, with its letter: an unsigned decision is none (CRPA, art. L212-1).
     *
     * @return whether there was one
     */
    @Transactional
    public boolean annulerSiPasSignee(UUID dossierId, String pourquoi) {
        if (!de(dossierId).decisionSansSignature()) {
            return false;
        }
        courriers.parDossier(dossierId).stream()
                .filter(c -> CodesCourrier.SANCTION_DECIDEE.equals(c.modele()) && c.etat() == EtatCourrier.A_SIGNER)
                .forEach(c -> courriers.annuler(c.id(), pourquoi, Agent.JALON));
        decisions.reprendre(dossierId, "La décision de sanction n'était pas signée : elle est annulée.");
        return true;
    }
}
