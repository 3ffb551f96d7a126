package fr.jalon.rsa;

import fr.jalon.decision.Ligne;
import fr.jalon.rsa.DemandeSimulation.Ressource;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Counts one kind of resource of one person (CASF, L262-3, R262-6, R262-7, R262-13 and R132-1): the mean of the reference
 * months, an amount already monthly, or a yearly share of a capital. What stopped is left out or reduced.
 */
class CompteRessource {

    private static final BigDecimal MOIS_PAR_AN = BigDecimal.valueOf(12);

    private final Ligne regle;
    private final Bareme bareme;
    private final List<Ressource> lignes;

    /**
     * @param regle row of {@code ressources-rsa}
     * @param lignes declared resources of that kind, already checked
     */
    CompteRessource(Ligne regle, Bareme bareme, List<Ressource> lignes) {
        this.regle = regle;
        this.bareme = bareme;
        this.lignes = lignes;
    }

    RessourcesPersonne compter() {
        return switch (ModeRessource.de(regle)) {
            case TRIMESTRE -> trimestre();
            case MENSUEL -> mensuel();
            case CAPITAL -> capital();
            case EXCLUE ->
                new RessourcesPersonne(BigDecimal.ZERO, BigDecimal.ZERO, n -> raconter(n, "RESSOURCE_EXCLUE"));
        };
    }

    private RessourcesPersonne trimestre() {
        List<Ressource> retenues = lignes.stream()
                .filter(r -> bareme.estDeReference(YearMonth.parse(r.mois())))
                .toList();
        BigDecimal nombreMois = bareme.nombreMoisReference();
        BigDecimal declare = somme(retenues).divide(nombreMois, Bareme.PRECISION);
        BigDecimal interrompu = somme(
                        retenues.stream().filter(CompteRessource::interrompue).toList())
                .divide(nombreMois, Bareme.PRECISION);
        return resultat(declare, neutralise(interrompu));
    }

    /** Several months of an amount already monthly say the same thing several times: their mean counts. */
    private RessourcesPersonne mensuel() {
        long mois = lignes.stream().map(Ressource::mois).distinct().count();
        BigDecimal diviseur = BigDecimal.valueOf(Math.max(1, mois));
        BigDecimal declare = somme(lignes).divide(diviseur, Bareme.PRECISION);
        BigDecimal interrompu = somme(
                        lignes.stream().filter(CompteRessource::interrompue).toList())
                .divide(diviseur, Bareme.PRECISION);
        return resultat(declare, neutralise(interrompu));
    }

    private RessourcesPersonne capital() {
        BigDecimal taux = bareme.parametres().decimal(regle.texte("parametre"));
        BigDecimal capital = somme(lignes);
        BigDecimal compte = capital.multiply(taux).divide(MOIS_PAR_AN, Bareme.PRECISION);
        Map<String, String> mots = Map.of(
                "capital", Narration.euros(capital),
                "taux", Narration.pourcentage(taux),
                "montant", Narration.euros(compte));
        return avecRecit(compte, n -> raconter(n, "RESSOURCE_CAPITAL", mots));
    }

    /** Part of the interrupted amount that is not counted (CASF, R262-13). */
    private BigDecimal neutralise(BigDecimal interrompu) {
        return switch (regle.texte("neutralisation")) {
            case "TOTALE" -> interrompu;
            case "PLAFONNEE" -> interrompu.min(bareme.plafondNeutralisation());
            default -> BigDecimal.ZERO;
        };
    }

    private RessourcesPersonne resultat(BigDecimal declare, BigDecimal neutralise) {
        BigDecimal compte = declare.subtract(neutralise);
        Map<String, String> mots = Map.of("montant", Narration.euros(compte));
        return avecRecit(compte, n -> {
            horsPeriode(n);
            moisManquants(n);
            if (compte.signum() > 0 && sanctionnee()) {
                raconter(n, "RESSOURCE_SANCTIONNEE", mots);
            } else if (compte.signum() > 0 && neutralise.signum() == 0) {
                raconter(n, "RESSOURCE_COMPTEE", mots);
            } else if (compte.signum() > 0) {
                raconter(
                        n,
                        "RESSOURCE_REDUITE",
                        Map.of("montant", Narration.euros(compte), "reduction", Narration.euros(neutralise)));
            } else if (neutralise.signum() > 0) {
                raconter(n, "RESSOURCE_NEUTRALISEE", Map.of("montant", Narration.euros(neutralise)));
            }
        });
    }

    private RessourcesPersonne avecRecit(BigDecimal compte, Consumer<Narration> recit) {
        BigDecimal activite = regle.vrai("activite") ? compte : BigDecimal.ZERO;
        return new RessourcesPersonne(compte, activite, n -> {
            recit.accept(n);
            if (regle.incertaine() && compte.signum() > 0) {
                n.aConfirmer("CONFIRMER_RESSOURCE", mots(Map.of("article", regle.texte("article"))));
            }
        });
    }

    private void horsPeriode(Narration narration) {
        if (ModeRessource.de(regle) != ModeRessource.TRIMESTRE) {
            return;
        }
        lignes.stream()
                .map(r -> YearMonth.parse(r.mois()))
                .filter(mois -> !bareme.estDeReference(mois))
                .distinct()
                .sorted()
                .forEach(mois -> raconter(
                        narration,
                        "RESSOURCE_HORS_PERIODE",
                        Map.of(
                                "mois", Narration.mois(mois),
                                "debut", Narration.mois(bareme.premierMoisReference()),
                                "fin", Narration.mois(bareme.dernierMoisReference()))));
    }

    /** A month that nobody gave an amount for counts as nothing: an estimate says so (CASF, R262-7). */
    private void moisManquants(Narration narration) {
        if (ModeRessource.de(regle) != ModeRessource.TRIMESTRE) {
            return;
        }
        Set<YearMonth> donnes =
                lignes.stream().map(r -> YearMonth.parse(r.mois())).collect(Collectors.toSet());
        String manquants = bareme.moisDeReference().stream()
                .filter(mois -> !donnes.contains(mois))
                .map(Narration::mois)
                .collect(Collectors.joining(", "));
        if (!manquants.isEmpty()) {
            narration.aConfirmer("CONFIRMER_MOIS_MANQUANT", mots(Map.of("mois", manquants)));
        }
    }

    private void raconter(Narration narration, String etape) {
        raconter(narration, etape, Map.of());
    }

    private void raconter(Narration narration, String etape, Map<String, String> mots) {
        narration.etape(etape, regle.id(), regle.texte("article"), null, mots(mots));
    }

    private Map<String, String> mots(Map<String, String> mots) {
        Map<String, String> tous = new HashMap<>(mots);
        tous.put("type", regle.texte("libelle"));
        return tous;
    }

    /** What a sanction stopped stays counted (CASF, R262-13). */
    private static boolean interrompue(Ressource ressource) {
        return Boolean.TRUE.equals(ressource.interrompue()) && !Boolean.TRUE.equals(ressource.sanction());
    }

    private boolean sanctionnee() {
        return lignes.stream().anyMatch(r -> Boolean.TRUE.equals(r.interrompue()) && Boolean.TRUE.equals(r.sanction()));
    }

    private static BigDecimal somme(List<Ressource> ressources) {
        return ressources.stream().map(Ressource::montant).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
