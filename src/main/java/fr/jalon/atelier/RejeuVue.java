package fr.jalon.atelier;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A draft table run on what was already decided.
 *
 * @param cle the table
 * @param version of the draft
 * @param avancee how far it is
 * @param demandePar log-in name
 */
public record RejeuVue(
        UUID id,
        UUID lot,
        String cle,
        int version,
        EtatRejeu etat,
        Avancee avancee,
        Montants montants,
        Bornes bornes,
        String demandePar,
        Instant demandeLe) {

    /**
     * How far it is.
     *
     * @param total evaluations to do
     * @param rejouees those done
     * @param changees those that the draft answers otherwise
     * @param impossibles those that one of both could not answer
     */
    public record Avancee(int total, int rejouees, int changees, int impossibles) {}

    /** Sums of the amounts that come out, in euros; both null when none does. */
    public record Montants(BigDecimal avant, BigDecimal apres) {}

    /** Days of the evaluations, each null when there is no limit. */
    public record Bornes(LocalDate du, LocalDate au) {}

    /** What becomes what, by which rule, how often. */
    public record Changement(String avant, String apres, String regle, int nombre) {}

    /** Dossiers of an antenne that would change; null when the reader may not know a number so small. */
    public record ParAntenne(String antenne, Integer dossiers) {}

    /** A dossier that would change. */
    public record Concerne(String numero, String antenne) {}

    /**
     * What it found, for one reader.
     *
     * @param dossiers how many would change, null when hidden
     * @param montantsMontres whether the sums may be shown
     * @param concernes those that the reader may open, as many as the list holds
     */
    public record Resultat(
            List<Changement> changements,
            Integer dossiers,
            List<ParAntenne> parAntenne,
            boolean montantsMontres,
            List<Concerne> concernes) {}

    public boolean fini() {
        return etat == EtatRejeu.FINI;
    }
}
