package fr.jalon.mobilite;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.Dossiers;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Aids that were decided between two sessions of the CAI, by delegation: the next session says what it thinks of each. What is granted stays
 * granted; reserves are for the decisions to come.
 */
@Service
@Transactional
public class AidesUrgentes {

    private final AidesMobiliteRepository repository;
    private final DemandesMobilite demandes;
    private final Dossiers dossiers;
    private final Horloge horloge;

    AidesUrgentes(AidesMobiliteRepository repository, DemandesMobilite demandes, Dossiers dossiers, Horloge horloge) {
        this.repository = repository;
        this.demandes = demandes;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    /**
     * What a session said.
     *
     * @param reserves null when it ratified
     */
    public record Ratification(String procesVerbal, LocalDate seance, String reserves) {}

    /** Whether an aid is granted and was decided in urgency. */
    @Transactional(readOnly = true)
    public boolean aRatifier(UUID dossierId) {
        AideVue vue = demandes.aide(dossierId);
        return AideProposee.URGENCE.equals(vue.proposition().decideur())
                && vue.decision() != null
                && vue.decision().sens() == DecisionAide.Sens.ACCORD;
    }

    /** What the session said; empty before. */
    @Transactional(readOnly = true)
    public Optional<Ratification> ratification(UUID dossierId) {
        return Optional.ofNullable(exiger(dossierId).ratification());
    }

    /**
     * Notes what the session said of an urgent decision.
     *
     * @throws SaisieInvalide on {@code seance} when it was not held yet, or before the decision
     * @throws Conflit when the aid was not decided in urgency, or the session spoke already
     */
    public void ratifier(UUID dossierId, Ratification ratification, Agent auteur) {
        auteur.exiger(Role.RESPONSABLE_DISPOSITIFS);
        if (!aRatifier(dossierId)) {
            throw new Conflit("Cette aide n’a pas été décidée en urgence : il n’y a rien à ratifier.");
        }
        LocalDate decidee = LocalDate.ofInstant(demandes.aide(dossierId).suivi().decideeLe(), Horloge.PARIS);
        if (ratification.seance().isAfter(horloge.aujourdhui())
                || ratification.seance().isBefore(decidee)) {
            throw new SaisieInvalide(
                    "seance",
                    "Donnez le jour de la séance, entre la décision, le " + Horloge.enMots(decidee)
                            + ", et aujourd’hui.");
        }
        exiger(dossierId).ratifier(ratification);
        dossiers.tracer(
                dossierId,
                DemandesMobilite.NATURE,
                (ratification.reserves() == null
                                ? "La CAI ratifie la décision prise en urgence"
                                : "La CAI est informée de la décision prise en urgence, et fait des réserves")
                        + ", procès-verbal " + ratification.procesVerbal() + ".",
                ratification.reserves(),
                auteur);
    }

    private AideMobilite exiger(UUID dossierId) {
        return repository
                .findById(dossierId)
                .orElseThrow(() -> new Introuvable("Ce dossier n'est pas une aide à la mobilité."));
    }
}
