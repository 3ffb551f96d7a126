package fr.jalon.atelier;

import fr.jalon.atelier.rejeu.FaitsPasses;
import fr.jalon.atelier.rejeu.Reponses;
import fr.jalon.atelier.rejeu.Reponses.Ecart;
import fr.jalon.decision.EssaisDeTables;
import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.EvaluationImpossible;
import fr.jalon.decision.EvaluationsDesDossiers.Passee;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What some evaluations give, asked again of the table of before and of the draft. */
final class BilanDeRejeu {

    private final Map<Ecart, Integer> ecarts = new LinkedHashMap<>();
    private final Map<UUID, Integer> dossiers = new LinkedHashMap<>();
    private int rejouees;
    private int changees;
    private int impossibles;
    private long dernier;
    private BigDecimal sommeAvant;
    private BigDecimal sommeApres;

    /** Both tables, and what they said of facts already seen: the same facts come back often. */
    record Tables(
            EssaisDeTables.Table avant,
            EssaisDeTables.Table apres,
            Reponses mots,
            Map<Map<String, Object>, Paire> vues) {

        private static final int VUES_MAX = 5_000;

        Tables(EssaisDeTables.Table avant, EssaisDeTables.Table apres, Reponses mots) {
            this(avant, apres, mots, new HashMap<>());
        }

        Optional<Paire> repondre(Map<String, Object> faits) {
            if (vues.size() > VUES_MAX) {
                vues.clear();
            }
            Paire connue = vues.get(faits);
            if (connue == null) {
                connue = demander(FaitsPasses.types(faits));
                vues.put(faits, connue);
            }
            return Optional.of(connue).filter(p -> p.avant() != null);
        }

        private Paire demander(Map<String, Object> faits) {
            try {
                return new Paire(avant.evaluer(faits), apres.evaluer(faits));
            } catch (EvaluationImpossible e) {
                // Facts that one of both does not read any more: counted, told, not hidden.
                return new Paire(null, null);
            }
        }
    }

    /** Both answers to the same facts; null when one could not be given. */
    record Paire(EvaluationDecision avant, EvaluationDecision apres) {}

    static BilanDeRejeu de(List<Passee> passees, Tables tables) {
        BilanDeRejeu bilan = new BilanDeRejeu();
        for (Passee passee : passees) {
            bilan.rejouees++;
            bilan.dernier = passee.id();
            tables.repondre(passee.evaluation().faits())
                    .ifPresentOrElse(
                            p -> bilan.compter(passee.dossierId(), p, tables.mots()), () -> bilan.impossibles++);
        }
        return bilan;
    }

    private void compter(UUID dossier, Paire paire, Reponses mots) {
        mots.comparer(paire.avant(), paire.apres()).ifPresent(e -> {
            changees++;
            ecarts.merge(e, 1, Integer::sum);
            dossiers.merge(dossier, 1, Integer::sum);
        });
        sommeAvant = plus(sommeAvant, mots.somme(paire.avant()));
        sommeApres = plus(sommeApres, mots.somme(paire.apres()));
    }

    private static BigDecimal plus(BigDecimal somme, Optional<BigDecimal> autre) {
        return autre.map(a -> somme == null ? a : somme.add(a)).orElse(somme);
    }

    Map<Ecart, Integer> ecarts() {
        return ecarts;
    }

    Map<UUID, Integer> dossiers() {
        return dossiers;
    }

    int rejouees() {
        return rejouees;
    }

    int changees() {
        return changees;
    }

    int impossibles() {
        return impossibles;
    }

    /** Number of the last evaluation done. */
    long dernier() {
        return dernier;
    }

    BigDecimal sommeAvant() {
        return sommeAvant;
    }

    BigDecimal sommeApres() {
        return sommeApres;
    }
}
