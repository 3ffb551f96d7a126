package fr.jalon.financement;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Montant;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Resolves the plan that somebody wrote: parts of the cost become amounts once, the rest is what the others leave. */
@Component
public class Plans {

    private static final String TABLE = "financeurs";
    private static final int FINANCEURS_MAX = 30;
    private static final BigDecimal CENT = BigDecimal.valueOf(100);

    private final Tables tables;

    public Plans(Tables tables) {
        this.tables = tables;
    }

    /**
     * The plan, to the cent.
     *
     * @param cout whole cost, in cents
     * @param sources none asks everything of the CCAS; when the CCAS is not among them and nobody takes the rest, the CCAS does
     * @throws SaisieInvalide on {@code plan[i]}, or on {@code plan} when the parts do not sum to the cost
     */
    public PlanDeFinancement resoudre(long cout, List<SourceDemandee> sources) {
        List<SourceDemandee> toutes = completees(sources);
        verifier(toutes);
        List<Long> montants = MontantsDuPlan.de(cout, toutes);
        exigerLeCout(cout, montants.stream().mapToLong(Long::longValue).sum());
        List<PartDuPlan> parts = new ArrayList<>();
        for (int i = 0; i < toutes.size(); i++) {
            parts.add(part(toutes.get(i), montants.get(i)));
        }
        return new PlanDeFinancement(new Montant(Centimes.enEuros(cout)), parts);
    }

    private static List<SourceDemandee> completees(List<SourceDemandee> sources) {
        List<SourceDemandee> toutes = sources == null ? new ArrayList<>() : new ArrayList<>(sources);
        boolean complet = toutes.stream()
                .anyMatch(s -> s != null && (s.prendLeReste() || PlanDeFinancement.CCAS.equals(s.financeur())));
        if (!complet) {
            toutes.add(SourceDemandee.duReste(PlanDeFinancement.CCAS));
        }
        return toutes;
    }

    private PartDuPlan part(SourceDemandee source, long montant) {
        Ligne ligne = financeur(source.financeur()).orElseThrow();
        return new PartDuPlan(
                source.financeur(),
                ligne.texte("libelle"),
                ligne.entier("rang"),
                new Montant(Centimes.enEuros(montant)),
                source.etat() == null ? EtatSource.A_DEMANDER : source.etat());
    }

    private Optional<Ligne> financeur(String code) {
        return tables.ligneSiConnue(TABLE, Collections.singletonMap("financeur", code));
    }

    private void verifier(List<SourceDemandee> sources) {
        if (sources.size() > FINANCEURS_MAX) {
            throw new SaisieInvalide("plan", "Un plan a au plus " + FINANCEURS_MAX + " financeurs.");
        }
        List<ErreurChamp> erreurs = new ArrayList<>();
        Set<String> seuls = new HashSet<>();
        boolean reste = false;
        for (int i = 0; i < sources.size(); i++) {
            String champ = "plan[" + i + "]";
            SourceDemandee source = sources.get(i);
            if (source == null) {
                erreurs.add(new ErreurChamp(champ, "Décrivez ce financeur."));
                continue;
            }
            verifier(champ, source, erreurs);
            if (source.prendLeReste() && reste) {
                erreurs.add(new ErreurChamp(champ + ".solde", "Un seul financeur prend le reste."));
            }
            reste |= source.prendLeReste();
            if (Set.of(PlanDeFinancement.CCAS, PlanDeFinancement.USAGER).contains(String.valueOf(source.financeur()))
                    && !seuls.add(source.financeur())) {
                erreurs.add(new ErreurChamp(champ + ".financeur", "Ce financeur est déjà dans le plan."));
            }
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }

    private void verifier(String champ, SourceDemandee source, List<ErreurChamp> erreurs) {
        if (source.financeur() == null || financeur(source.financeur()).isEmpty()) {
            erreurs.add(new ErreurChamp(champ + ".financeur", "Choisissez un financeur de la liste."));
        }
        int dites = (source.montant() == null ? 0 : 1)
                + (source.pourcentage() == null ? 0 : 1)
                + (source.prendLeReste() ? 1 : 0);
        if (dites > 1 || (dites == 0 && !source.refuse())) {
            erreurs.add(new ErreurChamp(
                    champ + ".montant", "Donnez un montant, un pourcentage, ou le reste : un seul des trois."));
            return;
        }
        try {
            if (source.montant() != null) {
                Centimes.lire(champ + ".montant", source.montant());
            }
        } catch (SaisieInvalide e) {
            erreurs.addAll(e.erreurs());
        }
        BigDecimal pourcentage = source.pourcentage();
        if (pourcentage != null
                && (pourcentage.signum() <= 0
                        || pourcentage.compareTo(CENT) > 0
                        || pourcentage.stripTrailingZeros().scale() > 2)) {
            erreurs.add(new ErreurChamp(
                    champ + ".pourcentage",
                    "Le pourcentage est au-dessus de 0, jusqu’à 100, avec deux décimales au plus."));
        }
    }

    private static void exigerLeCout(long cout, long total) {
        if (total != cout) {
            String ecart = Centimes.enFrancais(Math.abs(cout - total));
            throw new SaisieInvalide(
                    "plan",
                    total < cout
                            ? "Le plan ne couvre pas le coût : il manque " + ecart + "."
                            : "Le plan dépasse le coût de " + ecart + ".");
        }
    }
}
