package fr.jalon.financement;

import fr.jalon.commun.Montant;
import java.util.List;
import java.util.function.Predicate;

/**
 * A plan, resolved once: its parts sum to the cost, to the cent.
 *
 * @param parts in the order in which they were written, the CCAS among them
 */
public record PlanDeFinancement(Montant cout, List<PartDuPlan> parts) {

    /** Code of the CCAS: it comes last (subsidiarity). */
    public static final String CCAS = "CCAS";

    /** Code of the person's own share. */
    public static final String USAGER = "USAGER";

    public PlanDeFinancement {
        parts = List.copyOf(parts);
    }

    /** What is asked of the CCAS. */
    public Montant demandeAuCcas() {
        return somme(p -> CCAS.equals(p.financeur()));
    }

    /** What the plan leaves to the person. */
    public Montant partUsager() {
        return somme(p -> USAGER.equals(p.financeur()));
    }

    /** What the other funders take, answered or not. */
    public Montant autresFinanceurs() {
        return somme(PlanDeFinancement::autre);
    }

    /** Other funders that have not answered: what they take is not sure. */
    public List<PartDuPlan> enAttente() {
        return parts.stream().filter(p -> autre(p) && p.etat().enAttente()).toList();
    }

    private static boolean autre(PartDuPlan part) {
        return !CCAS.equals(part.financeur()) && !USAGER.equals(part.financeur());
    }

    private Montant somme(Predicate<PartDuPlan> lesquelles) {
        return parts.stream().filter(lesquelles).map(PartDuPlan::montant).reduce(Montant.ZERO, Montant::plus);
    }
}
