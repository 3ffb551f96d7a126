package fr.jalon.web.commun;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bars that the server draws under the table of the same numbers (docs/ecrans.md): nothing to load, and they print. Lengths are
 * hundredths of the scale.
 *
 * @param series what each colour stands for, in the order of the columns of the table
 */
public record Barres(String titre, List<Serie> series, List<Rangee> rangees) {

    private static final int TOUTE_L_ECHELLE = 100;

    /** Stands for a number that the secret of statistics hides: drawn as hidden, never as nothing. */
    public static final Integer CACHE = Integer.MIN_VALUE;

    private static final String TEINTE_CACHE = "cachee";
    private static final double LARGEUR_CACHE = 4;

    /**
     * What a colour stands for.
     *
     * @param teinte end of a class {@code teinte-…} of {@code _barres.css}
     */
    public record Serie(String nom, String teinte) {}

    /** A row of the table: its name, and one number for each series, null where nothing is known, {@link #CACHE} where it is hidden. */
    public record Nombres(String libelle, List<? extends Number> valeurs) {}

    /** The bars of a row: one when the series add up, else one for each series. */
    public record Rangee(String libelle, List<Barre> barres) {}

    /** A bar and the number written at its end. */
    public record Barre(String valeur, List<Morceau> morceaux) {}

    /** A piece of a bar. */
    public record Morceau(String teinte, double debut, double largeur) {}

    /** Series that add up; the longest row takes the whole width. */
    public static Barres empilees(String titre, List<Serie> series, List<Nombres> lignes) {
        long plusLong =
                Math.max(1, lignes.stream().mapToLong(Barres::total).max().orElse(1));
        return new Barres(
                titre,
                legende(series, lignes),
                lignes.stream()
                        .map(l -> new Rangee(l.libelle(), List.of(new Barre(enMots(l), morceaux(l, series, plusLong)))))
                        .toList());
    }

    /** Parts in per cent, one bar for each series under the other: they are compared, not added. */
    public static Barres parts(String titre, List<Serie> series, List<Nombres> lignes) {
        return new Barres(
                titre,
                legende(series, lignes),
                lignes.stream()
                        .map(l -> new Rangee(l.libelle(), parts(l, series)))
                        .toList());
    }

    /** Numbers of one unit that are compared, not added: one bar for each series under the other; the longest takes the whole width. */
    public static Barres comparees(String titre, List<Serie> series, List<Nombres> lignes) {
        double plusLong = lignes.stream()
                .flatMap(l -> l.valeurs().stream())
                .filter(v -> v != null && !CACHE.equals(v))
                .mapToDouble(Number::doubleValue)
                .max()
                .orElse(0);
        return new Barres(
                titre,
                legende(series, lignes),
                lignes.stream()
                        .map(l -> new Rangee(l.libelle(), comparees(l, series, Math.max(plusLong, 1))))
                        .toList());
    }

    private static List<Barre> comparees(Nombres ligne, List<Serie> series, double echelle) {
        List<Barre> barres = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Number valeur = ligne.valeurs().get(i);
            if (valeur == null) {
                barres.add(new Barre("–", List.of()));
            } else if (CACHE.equals(valeur)) {
                barres.add(new Barre(SecretStatistique.MASQUE, List.of(new Morceau(TEINTE_CACHE, 0, LARGEUR_CACHE))));
            } else {
                double largeur = Math.round(TOUTE_L_ECHELLE * TOUTE_L_ECHELLE * valeur.doubleValue() / echelle)
                        / (double) TOUTE_L_ECHELLE;
                barres.add(new Barre(
                        enMots(valeur),
                        largeur == 0
                                ? List.of()
                                : List.of(new Morceau(series.get(i).teinte(), 0, largeur))));
            }
        }
        return barres;
    }

    /** At most one decimal. */
    private static String enMots(Number valeur) {
        boolean entier = valeur.doubleValue() == Math.rint(valeur.doubleValue());
        return String.format(Locale.FRENCH, entier ? "%,.0f" : "%,.1f", valeur.doubleValue());
    }

    /** Whether some number is hidden. */
    public boolean cache() {
        return series.stream().anyMatch(s -> s.teinte().equals(TEINTE_CACHE));
    }

    private static List<Serie> legende(List<Serie> series, List<Nombres> lignes) {
        List<Serie> legende = new ArrayList<>(series);
        if (lignes.stream().anyMatch(Barres::cachee)) {
            legende.add(new Serie("Nombre " + SecretStatistique.MASQUE, TEINTE_CACHE));
        }
        return legende;
    }

    private static boolean cachee(Nombres ligne) {
        return ligne.valeurs().stream().anyMatch(CACHE::equals);
    }

    /** A row whose every number is hidden has no total to say. */
    private static String enMots(Nombres ligne) {
        long total = total(ligne);
        if (!cachee(ligne)) {
            return Long.toString(total);
        }
        return total == 0 ? SecretStatistique.MASQUE : total + " + " + SecretStatistique.MASQUE;
    }

    /** Nothing to draw: the table alone is enough. */
    public boolean vide() {
        return rangees.stream()
                .flatMap(r -> r.barres().stream())
                .allMatch(b -> b.morceaux().isEmpty());
    }

    private static List<Barre> parts(Nombres ligne, List<Serie> series) {
        List<Barre> barres = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Number part = ligne.valeurs().get(i);
            if (part == null) {
                barres.add(new Barre("–", List.of()));
            } else if (CACHE.equals(part)) {
                barres.add(new Barre(SecretStatistique.MASQUE, List.of(new Morceau(TEINTE_CACHE, 0, LARGEUR_CACHE))));
            } else {
                barres.add(
                        new Barre(part + " %", List.of(new Morceau(series.get(i).teinte(), 0, part.doubleValue()))));
            }
        }
        return barres;
    }

    private static List<Morceau> morceaux(Nombres ligne, List<Serie> series, long echelle) {
        List<Morceau> morceaux = new ArrayList<>();
        long avant = 0;
        for (int i = 0; i < series.size(); i++) {
            long nombre = nombre(ligne.valeurs().get(i));
            if (nombre > 0) {
                morceaux.add(
                        new Morceau(series.get(i).teinte(), centiemes(avant, echelle), centiemes(nombre, echelle)));
            }
            avant += nombre;
        }
        if (cachee(ligne)) {
            morceaux.add(new Morceau(
                    TEINTE_CACHE, Math.min(centiemes(avant, echelle), TOUTE_L_ECHELLE - LARGEUR_CACHE), LARGEUR_CACHE));
        }
        return morceaux;
    }

    private static long total(Nombres ligne) {
        return ligne.valeurs().stream().mapToLong(Barres::nombre).sum();
    }

    private static long nombre(Number valeur) {
        return valeur == null || CACHE.equals(valeur) ? 0 : valeur.longValue();
    }

    private static double centiemes(long nombre, long echelle) {
        return Math.round((double) TOUTE_L_ECHELLE * TOUTE_L_ECHELLE * nombre / echelle) / (double) TOUTE_L_ECHELLE;
    }
}
