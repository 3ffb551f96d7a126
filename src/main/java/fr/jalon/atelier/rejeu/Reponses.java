package fr.jalon.atelier.rejeu;

import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two answers of a table to the same facts: what differs, in words, and what the amounts come to. */
public final class Reponses {

    private static final String RIEN = "aucune réponse";
    private static final int LONGUEUR_MAX = 900;

    private final Map<String, String> libelles;
    private final Set<String> montants;

    /**
     * @param libelles labels of the output columns, by name
     * @param montants names of the columns that hold an amount in euros
     */
    public Reponses(Map<String, String> libelles, Set<String> montants) {
        this.libelles = Map.copyOf(libelles);
        this.montants = Set.copyOf(montants);
    }

    /** What differs: the columns that changed, before and after, and the rules that fire after. */
    public record Ecart(String avant, String apres, String regle) {}

    /** Empty when both say the same, whichever rule says it. */
    public Optional<Ecart> comparer(EvaluationDecision avant, EvaluationDecision apres) {
        List<String> differentes = colonnes(avant, apres).stream()
                .filter(c -> !valeurs(avant, c).equals(valeurs(apres, c)))
                .toList();
        return differentes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ecart(
                        dire(avant, differentes),
                        dire(apres, differentes),
                        court(regles(apres.regles().isEmpty() ? avant : apres))));
    }

    private static Set<String> colonnes(EvaluationDecision un, EvaluationDecision autre) {
        Set<String> colonnes = Stream.of(un, autre)
                .flatMap(e -> e.regles().stream())
                .flatMap(r -> r.sorties().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        colonnes.addAll(un.valeurs().keySet());
        colonnes.addAll(autre.valeurs().keySet());
        return colonnes;
    }

    /** Values of a column over the rules that fired, as comparable texts; 12 and 12.0 are one number. */
    private static List<String> valeurs(EvaluationDecision reponse, String colonne) {
        List<String> valeurs = new ArrayList<>();
        for (RegleDeclenchee regle : reponse.regles()) {
            valeurs.add(texte(regle.sorties().get(colonne)));
        }
        if (reponse.valeurs().containsKey(colonne)) {
            valeurs.add(texte(reponse.valeurs().get(colonne)));
        }
        return valeurs;
    }

    private static String texte(Object valeur) {
        if (valeur == null) {
            return "";
        }
        if (valeur instanceof Number nombre) {
            BigDecimal net = new BigDecimal(nombre.toString()).stripTrailingZeros();
            return net.toPlainString().replace('.', ',');
        }
        return valeur instanceof Boolean vrai ? (vrai ? "oui" : "non") : valeur.toString();
    }

    private String dire(EvaluationDecision reponse, List<String> colonnes) {
        String dites = colonnes.stream()
                .filter(c -> !valeurs(reponse, c).isEmpty())
                .map(c -> libelles.getOrDefault(c, c) + " : " + String.join(", ", valeurs(reponse, c)))
                .collect(Collectors.joining(" ; "));
        return dites.isEmpty() ? RIEN : court(dites);
    }

    private static String regles(EvaluationDecision reponse) {
        return reponse.regles().stream()
                .map(r -> r.annotation().isBlank() ? r.id() : r.annotation())
                .distinct()
                .collect(Collectors.joining(" ; "));
    }

    private static String court(String texte) {
        return texte.codePointCount(0, texte.length()) <= LONGUEUR_MAX
                ? texte
                : texte.substring(0, texte.offsetByCodePoints(0, LONGUEUR_MAX)) + "…";
    }

    /** What the amounts of an answer come to; empty when none comes out. */
    public Optional<BigDecimal> somme(EvaluationDecision reponse) {
        return reponse.regles().stream()
                .flatMap(r -> montants.stream().map(m -> r.sorties().get(m)))
                .filter(Number.class::isInstance)
                .map(n -> new BigDecimal(n.toString()))
                .reduce(BigDecimal::add);
    }
}
