package fr.jalon.courrier.langage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spells out a short name where the text of a letter first uses it: "RSA (revenu de solidarité active)". Titles stay short, and so do the
 * references to the law at the end.
 */
public final class Sigles {

    private final Map<String, String> aDevelopper;

    private Sigles(Map<String, String> developpements) {
        this.aDevelopper = new LinkedHashMap<>(developpements);
    }

    /** @param developpements words of each short name */
    public static List<Bloc> developper(List<Bloc> blocs, Map<String, String> developpements) {
        Sigles sigles = new Sigles(developpements);
        sigles.oublierLesEcrits(blocs);
        return blocs.stream().map(sigles::bloc).toList();
    }

    /** A text that already gives the words needs no help. */
    private void oublierLesEcrits(List<Bloc> blocs) {
        String texte = blocs.stream()
                .map(Sigles::texte)
                .reduce("", (a, b) -> a + " " + b)
                .toLowerCase(Locale.FRENCH);
        aDevelopper.values().removeIf(mots -> texte.contains(mots.toLowerCase(Locale.FRENCH)));
    }

    private Bloc bloc(Bloc bloc) {
        if (bloc instanceof Bloc.Paragraphe p) {
            return new Bloc.Paragraphe(morceaux(p.texte()));
        }
        if (bloc instanceof Bloc.Puce p) {
            return new Bloc.Puce(morceaux(p.texte()));
        }
        if (bloc instanceof Bloc.Encadre e) {
            return new Bloc.Encadre(
                    e.titre(),
                    e.lignes().stream()
                            .map(l -> new Bloc.Ligne(l.pictogramme(), morceaux(l.texte())))
                            .toList());
        }
        return bloc;
    }

    private List<Morceau> morceaux(List<Morceau> morceaux) {
        List<Morceau> developpes = new ArrayList<>();
        morceaux.forEach(m -> developpes.add(new Morceau(developper(m.texte()), m.gras())));
        return developpes;
    }

    private String developper(String texte) {
        String developpe = texte;
        for (String sigle : List.copyOf(aDevelopper.keySet())) {
            Matcher trouve = Pattern.compile("(?<![\\p{L}\\d-])" + Pattern.quote(sigle) + "(?![\\p{L}\\d-])")
                    .matcher(developpe);
            if (aDevelopper.containsKey(sigle) && trouve.find()) {
                String mots = aDevelopper.get(sigle);
                developpe =
                        developpe.substring(0, trouve.end()) + " (" + mots + ")" + developpe.substring(trouve.end());
                // The same words may have two short names: Caf and CAF.
                aDevelopper.values().removeIf(mots::equals);
            }
        }
        return developpe;
    }

    private static String texte(Bloc bloc) {
        StringBuilder texte = new StringBuilder();
        if (bloc instanceof Bloc.Paragraphe p) {
            p.texte().forEach(m -> texte.append(m.texte()));
        } else if (bloc instanceof Bloc.Puce p) {
            p.texte().forEach(m -> texte.append(m.texte()));
        } else if (bloc instanceof Bloc.Encadre e) {
            e.lignes().forEach(l -> l.texte().forEach(m -> texte.append(m.texte())));
        }
        return texte.toString();
    }
}
