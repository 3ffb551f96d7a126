package fr.jalon.formation;

import fr.jalon.commun.Montant;
import fr.jalon.decision.Confirmations;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what the rules found: the lines of the plan, and what is still to confirm. The words are those of {@code explications-formation}. */
final class RecitFormation {

    private static final String TABLE = "explications-formation";

    private final Tables tables;
    private final Confirmations confirmations;
    private final List<PropositionFormation.Etape> lignes = new ArrayList<>();
    private final Set<String> aConfirmer = new LinkedHashSet<>();

    RecitFormation(Tables tables, Confirmations confirmations) {
        this.tables = tables;
        this.confirmations = confirmations;
    }

    void ligne(String etape, Montant montant) {
        Ligne ligne = tables.ligne(TABLE, "etape", etape);
        lignes.add(new PropositionFormation.Etape(
                ligne.texte("libelle"),
                montant.euros(),
                ligne.texte("raison"),
                ligne.regle().annotation()));
    }

    /** A line that is told only when there is something in it, taken off. */
    void retirer(String etape, Montant montant) {
        if (montant.estPositif()) {
            ligne(etape, Montant.ZERO.moins(montant));
        }
    }

    void aConfirmer(String phrase) {
        aConfirmer.add(phrase);
    }

    void aConfirmer(String etape, Map<String, String> mots) {
        aConfirmer.add(tables.ligne(TABLE, "etape", etape).phrase("raison", mots));
    }

    /** A row whose source is not sure is told, until somebody confirms it. */
    void siIncertaine(String table, Ligne ligne, Map<String, String> mots) {
        if (ligne.incertaine() && !confirmations.sure(table, ligne.regle())) {
            aConfirmer("REGLE_LOCALE", Map.of("regle", ligne.phrase("raison", mots)));
        }
    }

    List<PropositionFormation.Etape> lignes() {
        return lignes;
    }

    List<String> aConfirmer() {
        return List.copyOf(aConfirmer);
    }
}
