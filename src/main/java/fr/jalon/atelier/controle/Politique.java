package fr.jalon.atelier.controle;

import fr.jalon.atelier.Constat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The lists and bounds of the checker, read from {@code atelier/}: what is permitted is data, not code. */
final class Politique {

    static final Politique LIVREE = new Politique();

    private final Map<String, String> espaces = new HashMap<>();
    private final Map<String, Set<String>> elements = new HashMap<>();
    private final Properties bornes = proprietes("politique.properties");
    private final Map<Regle, String[]> regles = new LinkedHashMap<>();
    private final Map<String, Set<String>> listes = new HashMap<>();

    private Politique() {
        lignes("espaces.csv").forEach(l -> espaces.put(l[1], l[0]));
        lignes("elements.csv").forEach(l -> {
            Set<String> attributs = new LinkedHashSet<>(List.of("id", "name"));
            attributs.addAll(Arrays.asList(l[1].strip().split(" +")));
            elements.put(l[0], attributs);
        });
        Properties mots = proprietes("regles.properties");
        for (Regle regle : Regle.values()) {
            regles.put(regle, mots.getProperty(regle.name()).split("\\|", 3));
        }
        bornes.stringPropertyNames()
                .forEach(cle -> listes.put(
                        cle, new LinkedHashSet<>(List.of(bornes.getProperty(cle).split(",")))));
    }

    /** Prefix of a namespace, null when it is not in the list. */
    String prefixe(String adresse) {
        return espaces.get(adresse);
    }

    boolean permet(String element) {
        return elements.containsKey(element);
    }

    boolean permet(String element, String attribut) {
        Set<String> permis = elements.getOrDefault(element, Set.of());
        return permis.contains(attribut) || permis.contains(attribut + "$");
    }

    /** Whether an attribute, or the text under the name {@code texte}, may be an expression. */
    boolean permetExpression(String element, String attribut) {
        return elements.getOrDefault(element, Set.of()).contains(attribut + "$");
    }

    int nombre(String cle) {
        return Integer.parseInt(bornes.getProperty(cle));
    }

    String texte(String cle) {
        return bornes.getProperty(cle);
    }

    Set<String> liste(String cle) {
        return listes.get(cle);
    }

    Constat constat(Regle regle, String fichier, String element, Integer ligne, Object... precisions) {
        String[] mots = regles.get(regle);
        return new Constat(
                fichier,
                element,
                regle.name(),
                Constat.Gravite.valueOf(mots[0]),
                new MessageFormat(mots[1]).format(precisions),
                new MessageFormat(mots[2]).format(precisions),
                ligne);
    }

    private static List<String[]> lignes(String fichier) {
        try (InputStream flux = Politique.class.getResourceAsStream("/atelier/" + fichier)) {
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> l.split(";", 2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties proprietes(String fichier) {
        Properties lues = new Properties();
        try (InputStream flux = Politique.class.getResourceAsStream("/atelier/" + fichier)) {
            lues.load(new InputStreamReader(flux, StandardCharsets.UTF_8));
            return lues;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
