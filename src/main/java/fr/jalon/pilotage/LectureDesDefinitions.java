package fr.jalon.pilotage;

import fr.jalon.dossier.Issue;
import fr.jalon.pilotage.Definition.Objectif;
import fr.jalon.pilotage.Mesure.Unite;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the file of an indicator: one {@code key: value} a line, {@code #} begins a comment. What is wrong is told with the file and
 * the line, and nothing starts.
 */
final class LectureDesDefinitions {

    private static final Set<String> CLES = Set.of(
            "code",
            "libelle",
            "mesure",
            "depuis",
            "jusqua",
            "delai",
            "raison",
            "population",
            "exclusions",
            "article",
            "responsable",
            "objectif");

    private final String fichier;
    private final Set<String> faitsConnus;
    private final Set<String> dispositifs;
    private final Map<String, Ligne> valeurs = new LinkedHashMap<>();
    private final List<Ligne> objectifs = new ArrayList<>();
    private int derniere;

    private LectureDesDefinitions(String fichier, Set<String> faitsConnus, Set<String> dispositifs) {
        this.fichier = fichier;
        this.faitsConnus = faitsConnus;
        this.dispositifs = dispositifs;
    }

    private record Ligne(int numero, String texte) {}

    /**
     * A definition.
     *
     * @throws IllegalStateException with the file and the line when it is faulty
     */
    static Definition lire(String fichier, List<String> lignes, Set<String> faitsConnus, Set<String> dispositifs) {
        LectureDesDefinitions lecture = new LectureDesDefinitions(fichier, faitsConnus, dispositifs);
        lecture.ranger(lignes);
        return lecture.definition();
    }

    private void ranger(List<String> lignes) {
        for (String texte : lignes) {
            derniere++;
            if (texte.isBlank() || texte.startsWith("#")) {
                continue;
            }
            int deuxPoints = texte.indexOf(':');
            String cle = deuxPoints < 0
                    ? texte.strip()
                    : texte.substring(0, deuxPoints).strip();
            if (deuxPoints < 0 || !CLES.contains(cle)) {
                throw faute(derniere, "« " + cle + " » n'est pas une clé ; les clés sont " + new TreeSet<>(CLES));
            }
            Ligne ligne = new Ligne(derniere, texte.substring(deuxPoints + 1).strip());
            if (ligne.texte().isEmpty()) {
                throw faute(derniere, "« " + cle + " » n'a pas de valeur");
            }
            if ("objectif".equals(cle)) {
                objectifs.add(ligne);
            } else if (valeurs.put(cle, ligne) != null) {
                throw faute(derniere, "« " + cle + " » est écrit deux fois");
            }
        }
    }

    private Definition definition() {
        Ligne code = exigee("code");
        if (!code.texte().matches("[A-Z][A-Z0-9_]{1,59}")) {
            throw faute(code.numero(), "un code s'écrit en majuscules, chiffres et tirets bas");
        }
        Ligne population = exigee("population");
        if (!dispositifs.contains(population.texte())) {
            throw faute(
                    population.numero(), "population inconnue ; les dispositifs sont " + new TreeSet<>(dispositifs));
        }
        return new Definition(
                code.texte(),
                exigee("libelle").texte(),
                mesure(),
                population.texte(),
                exclusions(),
                exigee("article").texte(),
                exigee("responsable").texte(),
                objectifs.stream()
                        .map(this::objectif)
                        .sorted(Comparator.comparing(Objectif::depuis))
                        .toList());
    }

    private Mesure mesure() {
        Ligne mesure = exigee("mesure");
        return switch (mesure.texte()) {
            case "DELAI" -> delai();
            case "AVANT_LIMITE" -> new Mesure.AvantLimite(fait("jusqua"));
            case "ABSENTE" -> new Mesure.Absente(exigee("raison").texte());
            default -> throw faute(mesure.numero(), "mesure inconnue ; les mesures sont DELAI, AVANT_LIMITE, ABSENTE");
        };
    }

    private Mesure delai() {
        Ligne ligne = exigee("delai");
        String[] mots = ligne.texte().split(" +");
        try {
            int nombre = Integer.parseInt(mots[0]);
            if (mots.length == 2 && nombre >= 0 && nombre <= 1000) {
                return new Mesure.Delai(fait("depuis"), fait("jusqua"), nombre, Unite.valueOf(mots[1]));
            }
        } catch (IllegalArgumentException illisible) {
            throw fauteDeDelai(ligne, illisible);
        }
        throw fauteDeDelai(ligne, null);
    }

    private IllegalStateException fauteDeDelai(Ligne ligne, Exception cause) {
        return new IllegalStateException(
                ou(ligne.numero()) + "un délai est un nombre et une unité, " + Arrays.toString(Unite.values()), cause);
    }

    private String fait(String cle) {
        Ligne ligne = exigee(cle);
        if (!faitsConnus.contains(ligne.texte())) {
            throw faute(ligne.numero(), "fait inconnu ; les faits sont " + new TreeSet<>(faitsConnus));
        }
        return ligne.texte();
    }

    private Set<String> exclusions() {
        Ligne ligne = valeurs.get("exclusions");
        if (ligne == null) {
            return Set.of();
        }
        Set<String> exclusions = new TreeSet<>(Arrays.asList(ligne.texte().split(" *, *")));
        for (String issue : exclusions) {
            if (Arrays.stream(Issue.values()).noneMatch(i -> i.name().equals(issue))) {
                throw faute(ligne.numero(), "« " + issue + " » n'est pas la fin d'un dossier");
            }
        }
        return exclusions;
    }

    private Objectif objectif(Ligne ligne) {
        String[] mots = ligne.texte().split(" +");
        try {
            int pourcentage = mots.length == 2 ? Integer.parseInt(mots[1]) : -1;
            if (pourcentage >= 0 && pourcentage <= 100) {
                return new Objectif(LocalDate.parse(mots[0]), pourcentage);
            }
        } catch (DateTimeException | NumberFormatException illisible) {
            throw new IllegalStateException(ou(ligne.numero()) + FORME_OBJECTIF, illisible);
        }
        throw faute(ligne.numero(), FORME_OBJECTIF);
    }

    private static final String FORME_OBJECTIF = "un objectif est un jour et un pourcentage, par exemple 2026-01-01 80";

    private Ligne exigee(String cle) {
        Ligne ligne = valeurs.get(cle);
        if (ligne == null) {
            throw faute(derniere, "il manque « " + cle + " »");
        }
        return ligne;
    }

    private IllegalStateException faute(int ligne, String quoi) {
        return new IllegalStateException(ou(ligne) + quoi);
    }

    private String ou(int ligne) {
        return fichier + ", ligne " + ligne + " : ";
    }
}
