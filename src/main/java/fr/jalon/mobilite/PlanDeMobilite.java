package fr.jalon.mobilite;

import java.util.List;

/**
 * The mobility plan of a person: what she can use and knows, then the steps to her result, with what they cost.
 *
 * @param moyens in the order of the table
 * @param etapes her aids, the oldest first, then her other steps
 */
public record PlanDeMobilite(List<Moyen> moyens, List<EtapeDuPlan> etapes) {

    /** A question of the diagnosis and its answer; null when nobody asked, which is never a no. */
    public record Moyen(String code, String question, Boolean reponse) {}

    public PlanDeMobilite {
        moyens = List.copyOf(moyens);
        etapes = List.copyOf(etapes);
    }

    /** Cents of all the steps whose cost is known and that are not given up. */
    public long cout() {
        return etapes.stream()
                .filter(e -> e.etat() != EtatEtape.ABANDONNEE && e.cout() != null)
                .mapToLong(EtapeDuPlan::cout)
                .sum();
    }

    /** Cents that the CCAS owes or paid for the proven milestones of her aids. */
    public long verse() {
        return etapes.stream().mapToLong(EtapeDuPlan::verse).sum();
    }

    /** How many steps stand in that state. */
    public long combien(EtatEtape etat) {
        return etapes.stream().filter(e -> e.etat() == etat).count();
    }
}
