package fr.jalon.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A breach as other modules read it.
 *
 * @param origineId orientation dossier that it comes from
 * @param referent log-in name of the person's référent, or null
 * @param constat null before
 * @param rang null before the constat
 * @param informeeLe day on which the letter before was written, null until then
 * @param reception what that letter became
 * @param observations null when the person said nothing
 * @param avis null without an opinion
 * @param choix null before the decision
 * @param fin day after the last day of the sanction
 * @param enRegleLe day on which the person complied, or null
 * @param motifInterne why an opinion or another letter was asked for, for agents alone; null without one
 * @param finSuite what was done at the end of a total suppression, or null
 */
public record ManquementVue(
        UUID dossierId,
        UUID personneId,
        UUID origineId,
        String referent,
        Constat constat,
        Rang rang,
        String constatePar,
        Instant constateLe,
        LocalDate informeeLe,
        Reception reception,
        Observations observations,
        AvisEquipe avis,
        ChoixSanction choix,
        LocalDate fin,
        String decideePar,
        Instant decideeLe,
        LocalDate enRegleLe,
        String enRegleMotif,
        String motifInterne,
        SuiteSuppression finSuite) {

    /** Last day of the person's delay, null while nothing runs. */
    public LocalDate finObservations() {
        return reception.finObservations();
    }

    /** A sanction is decided, whether it is over or not. */
    public boolean sanctionnee() {
        return choix != null && choix.decision() == DecisionSanction.SANCTIONNER;
    }
}
