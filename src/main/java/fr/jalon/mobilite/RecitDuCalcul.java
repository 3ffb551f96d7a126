package fr.jalon.mobilite;

import fr.jalon.commun.Montant;
import fr.jalon.decision.Confirmations;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells a computation: its lines, and what is still to confirm. The words are those of {@code explications-mobilite}. */
final class RecitDuCalcul {

    private static final String TABLE = "explications-mobilite";

    private final Tables tables;
    private final Confirmations confirmations;
    private final List<LigneDeCalcul> lignes = new ArrayList<>();
    private final Set<String> aConfirmer = new LinkedHashSet<>();

    RecitDuCalcul(Tables tables, Confirmations confirmations) {
        this.tables = tables;
        this.confirmations = confirmations;
    }

    /** A line, explained by its own sentence. */
    void ligne(String etape, Montant montant, Map<String, String> mots) {
        Ligne ligne = tables.ligne(TABLE, "etape", etape);
        lignes.add(new LigneDeCalcul(
                ligne.phrase("libelle", mots),
                montant.euros(),
                ligne.phrase("raison", mots),
                ligne.regle().annotation()));
    }

    /** A line that the row of another table made: its sentence and its source are told. */
    void ligne(String etape, Montant montant, Ligne regle, Map<String, String> mots) {
        lignes.add(new LigneDeCalcul(
                tables.ligne(TABLE, "etape", etape).phrase("libelle", mots),
                montant.euros(),
                regle.phrase("raison", mots),
                regle.regle().annotation()));
    }

    void aConfirmer(String etape, Map<String, String> mots) {
        aConfirmer(tables.ligne(TABLE, "etape", etape).phrase("raison", mots));
    }

    void aConfirmer(String phrase) {
        aConfirmer.add(phrase);
    }

    /** A row whose source is not sure is told, until somebody confirms it. */
    void siIncertaine(String table, Ligne ligne, Map<String, String> mots) {
        if (ligne.incertaine() && !confirmations.sure(table, ligne.regle())) {
            aConfirmer("REGLE_LOCALE", Map.of("regle", ligne.phrase("raison", mots)));
        }
    }

    List<LigneDeCalcul> lignes() {
        return lignes;
    }

    List<String> aConfirmer() {
        return List.copyOf(aConfirmer);
    }
}
