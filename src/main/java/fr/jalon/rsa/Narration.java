package fr.jalon.rsa;

import fr.jalon.commun.Montant;
import fr.jalon.decision.Explication;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells the computation step by step: the sentences are those of the table {@code explications-rsa}. */
class Narration {

    private static final String TABLE = "explications-rsa";
    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRANCE);

    private final Tables tables;
    private final List<Explication> explications = new ArrayList<>();
    private final Set<String> aConfirmer = new LinkedHashSet<>();

    Narration(Tables tables) {
        this.tables = tables;
    }

    /** Adds a step explained by the sentence alone. */
    void etape(String etape, Map<String, String> mots) {
        Ligne ligne = ligne(etape);
        ajouter(new Explication(ligne.id(), ligne.texte("article"), ligne.phrase("texte", mots), null));
    }

    /** Adds a step that a rule of another table decided; that rule is the one cited. */
    void etape(String etape, String regle, String article, String quiChangerait, Map<String, String> mots) {
        ajouter(new Explication(regle, article, ligne(etape).phrase("texte", mots), quiChangerait));
    }

    void ajouter(Explication explication) {
        explications.add(explication);
    }

    /** Adds a sentence to what is to be confirmed, once. */
    void aConfirmer(String etape, Map<String, String> mots) {
        aConfirmer.add(ligne(etape).phrase("texte", mots));
    }

    /** A sentence of the table, with its words replaced. */
    String phrase(String etape, Map<String, String> mots) {
        return ligne(etape).phrase("texte", mots);
    }

    /** A fact as it reads: yes or no, a number, a code, or the word for unknown. */
    String mot(Object valeur) {
        if (valeur == null) {
            return phrase("FAIT_INCONNU", Map.of());
        }
        if (valeur instanceof Boolean vrai) {
            return phrase(vrai ? "FAIT_OUI" : "FAIT_NON", Map.of());
        }
        return valeur instanceof BigDecimal nombre ? nombre(nombre) : valeur.toString();
    }

    List<Explication> explications() {
        return explications;
    }

    List<String> aConfirmer() {
        return List.copyOf(aConfirmer);
    }

    static String euros(BigDecimal montant) {
        return Montant.de(montant).enFrancais();
    }

    static String nombre(BigDecimal nombre) {
        return format("#,##0.#####").format(nombre);
    }

    static String pourcentage(BigDecimal part) {
        return format("#,##0.##\u00a0%").format(part);
    }

    static String mois(YearMonth mois) {
        return MOIS.format(mois);
    }

    private static DecimalFormat format(String motif) {
        DecimalFormatSymbols symboles = new DecimalFormatSymbols(Locale.FRANCE);
        symboles.setGroupingSeparator('\u202f');
        DecimalFormat format = new DecimalFormat(motif, symboles);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    private Ligne ligne(String etape) {
        return tables.ligne(TABLE, "etape", etape);
    }
}
