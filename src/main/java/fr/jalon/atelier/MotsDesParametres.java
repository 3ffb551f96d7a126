package fr.jalon.atelier;

import fr.jalon.atelier.TableDatee.Colonne;
import fr.jalon.atelier.TableDatee.Rangee;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** What the columns of dated tables are, and the words of certainty: {@code atelier/parametres.properties}. */
@Component
public class MotsDesParametres {

    private static final String FICHIER = "/atelier/parametres.properties";

    private final Properties mots = new Properties();
    private final Map<String, String> certitudes = new LinkedHashMap<>();

    public MotsDesParametres() {
        try (InputStream flux = MotsDesParametres.class.getResourceAsStream(FICHIER)) {
            mots.load(new InputStreamReader(flux, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        liste("certitudes").forEach(c -> certitudes.put(c, mots.getProperty("certitude." + c)));
    }

    private List<String> liste(String cle) {
        return List.of(mots.getProperty(cle).split(","));
    }

    /** Words by code, the surest first. */
    public Map<String, String> certitudes() {
        return Collections.unmodifiableMap(certitudes);
    }

    public String colonneCertitude() {
        return mots.getProperty("colonne.certitude");
    }

    public String colonneSource() {
        return mots.getProperty("colonne.source");
    }

    /** Whether a column holds a value, and not what is said about the row. */
    public boolean valeur(Colonne colonne) {
        return !colonne.nom().equals(colonneCertitude()) && !colonne.nom().equals(colonneSource());
    }

    /** Whether the tables that read this fact count by whole months. */
    public boolean moisEntiers(String entree) {
        return liste("mois-entiers").contains(entree);
    }

    /** Years around today within which a day of effect is believed. */
    int anneesMax() {
        return Integer.parseInt(mots.getProperty("annees.max"));
    }

    /** What a row is about: the first part of the words beside it. */
    public String sens(String annotation) {
        int fin = annotation.indexOf(" ; ");
        return fin < 0 ? annotation : annotation.substring(0, fin);
    }

    /** How a row is called: by a column that names it, else by what the words beside it say first. */
    public String nom(TableDatee table, Rangee rangee) {
        return liste("colonnes.nom").stream()
                .map(table::sortie)
                .filter(i -> i >= 0)
                .map(i -> Cellule.de("string", rangee.valeurs().get(i)).saisie())
                .filter(n -> !n.isBlank())
                .findFirst()
                .orElse(table.series().size() == 1 ? table.nom() : sens(rangee.annotation()));
    }

    /** Certainty of a row, null when the table says none. */
    public String certitude(TableDatee table, Rangee rangee) {
        return texte(table, rangee, colonneCertitude());
    }

    /** Source of a row: that of its column, else the words beside it. */
    public String source(TableDatee table, Rangee rangee) {
        String source = texte(table, rangee, colonneSource());
        return source == null ? rangee.annotation() : source;
    }

    private static String texte(TableDatee table, Rangee rangee, String colonne) {
        int place = table.sortie(colonne);
        String texte = place < 0
                ? ""
                : Cellule.de("string", rangee.valeurs().get(place)).saisie();
        return texte.isBlank() ? null : texte;
    }
}
