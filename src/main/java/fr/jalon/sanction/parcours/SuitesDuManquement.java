package fr.jalon.sanction.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.sanction.DecisionsDeSanction;
import fr.jalon.sanction.ManquementVue;
import fr.jalon.sanction.Manquements;
import fr.jalon.sanction.ReceptionDesLettres;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What ends with a procedure, as it stands: the path acts by it, and the page says it before anybody acts. */
@Service
public class SuitesDuManquement {

    private final Manquements manquements;
    private final DecisionsDeSanction decisions;
    private final TransmissionSanction transmission;
    private final ReceptionDesLettres lettres;
    private final Courriers courriers;

    SuitesDuManquement(
            Manquements manquements,
            DecisionsDeSanction decisions,
            TransmissionSanction transmission,
            ReceptionDesLettres lettres,
            Courriers courriers) {
        this.manquements = manquements;
        this.decisions = decisions;
        this.transmission = transmission;
        this.lettres = lettres;
        this.courriers = courriers;
    }

    /**
     * How far the procedure went.
     *
     * @param informee the person was told of it, so is told of its end
     * @param sanctionNotifiee a sanction is decided, signed and sent
     * @param decisionSansEffet a sanction is decided and its letter did not leave: it has no effect, and is cancelled
     * @param connueDeLaCaf the CAF carries the sanction out
     */
    public record Suites(
            boolean informee, boolean sanctionNotifiee, boolean decisionSansEffet, boolean connueDeLaCaf) {}

    @Transactional(readOnly = true)
    public Suites de(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        boolean notifiee = decisions.notifiee(dossierId);
        return new Suites(
                notifiee || lettres.personneInformee(dossierId),
                notifiee,
                m.sanctionnee() && !notifiee,
                transmission.transmise(dossierId));
    }

    /** Whether the letter of the last decision came back, and nothing was decided since. */
    @Transactional(readOnly = true)
    public boolean decisionRevenue(UUID dossierId) {
        return manquements.manquement(dossierId).choix() == null && derniereLettreRevenue(dossierId);
    }

    /** Whether the newest letter of a decision came back. */
    @Transactional(readOnly = true)
    public boolean derniereLettreRevenue(UUID dossierId) {
        return derniere(dossierId, CodesCourrier.SANCTION_DECIDEE)
                .filter(c -> c.etat() == EtatCourrier.RETOURNE)
                .isPresent();
    }

    /**
     * What was contemplated was said again since the letter before: the next one cancels and replaces it. One that nobody printed is held
     * back instead, for the person never had it; one that came back is only written again.
     *
     * @return the letter to name, empty when there is none
     */
    @Transactional
    public Optional<UUID> remplacee(UUID dossierId) {
        Optional<CourrierVue> ancienne = derniere(dossierId, CodesCourrier.MANQUEMENT_OBSERVATIONS)
                .filter(c -> c.etat() != EtatCourrier.RETOURNE && c.etat() != EtatCourrier.ANNULE)
                .filter(c ->
                        !c.creeLe().isAfter(manquements.manquement(dossierId).constateLe()));
        ancienne.filter(c -> c.etat().enAttente())
                .ifPresent(c -> courriers.retirer(
                        c.id(), "la sanction envisagée est dite de nouveau dans une autre lettre", Agent.JALON));
        return ancienne.filter(c -> !c.etat().enAttente()).map(CourrierVue::id);
    }

    /** The newest letter of a template. */
    Optional<CourrierVue> derniere(UUID dossierId, String modele) {
        return courriers.parDossier(dossierId).stream()
                .filter(c -> modele.equals(c.modele()))
                .max(Comparator.comparing(CourrierVue::creeLe).thenComparing(CourrierVue::numero));
    }

    /**
     * Cancels a decision whose letter did not leave, with that letter: nobody was notified of it (CRPA, art. L212-1 and L221-8).
     *
     * @return whether there was one
     */
    @Transactional
    public boolean annulerSiPasPartie(UUID dossierId, String pourquoi) {
        if (!de(dossierId).decisionSansEffet()) {
            return false;
        }
        retirerLaDecision(dossierId, pourquoi);
        decisions.reprendre(dossierId, "La décision de sanction n'était pas partie : elle est annulée.");
        return true;
    }

    /**
     * Holds the letter of a decision back, also when it is signed or printed.
     *
     * @return whether there was one to hold back
     */
    @Transactional
    public boolean retirerLaDecision(UUID dossierId, String pourquoi) {
        List<CourrierVue> enAttente = courriers.parDossier(dossierId).stream()
                .filter(c -> CodesCourrier.SANCTION_DECIDEE.equals(c.modele())
                        && !c.etat().parti()
                        && c.etat() != EtatCourrier.ANNULE)
                .toList();
        enAttente.forEach(c -> courriers.retirer(c.id(), pourquoi, Agent.JALON));
        return !enAttente.isEmpty();
    }
}
