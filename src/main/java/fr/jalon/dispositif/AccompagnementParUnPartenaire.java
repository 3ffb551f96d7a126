package fr.jalon.dispositif;

import fr.jalon.agent.Agent;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A partner that accompanies a person by the law (CASF, art. L262-29): whoever orients asks for it without knowing how partners are
 * written to, and hears what became of it ({@link fr.jalon.dispositif.faits.SuiviAvance}).
 */
public interface AccompagnementParUnPartenaire {

    /**
     * Opens the follow-up in the space of the partner and writes to it, once.
     *
     * @param cle the same each time this very announcement is tried again
     * @param organisme code of the organisation that accompanies
     * @param nature kind of the organisation
     * @param decideur log-in name of who decided
     * @param attendueLe last day for the first appointment
     */
    void annoncer(String cle, UUID dossierId, String organisme, String nature, String decideur, LocalDate attendueLe);

    /**
     * What one of our agents heard about the first appointment.
     *
     * @throws fr.jalon.commun.SaisieInvalide on each faulty field
     * @throws fr.jalon.commun.Conflit when the partner said it meanwhile
     */
    void noter(UUID dossierId, NoteSuivi note, Agent auteur);

    /**
     * Writes to the person the appointment that the partner gave.
     *
     * @param referent whom the partner named, null when it named nobody
     */
    void annoncerLePremierRendezVous(ContexteEtape contexte, String referent);

    /** The follow-ups of a person in other dossiers end: somebody else accompanies it now. */
    void finirLesAutres(UUID personneId, UUID dossierId);

    /**
     * Tells the partner that was informed that it is over; nothing when no partner was.
     *
     * @param cle the same each time this very end is told again
     */
    void direLaFin(String cle, UUID dossierId);
}
