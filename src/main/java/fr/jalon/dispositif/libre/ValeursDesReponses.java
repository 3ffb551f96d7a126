package fr.jalon.dispositif.libre;

import fr.jalon.courrier.ValeursCourrier;
import fr.jalon.dispositif.LettresDossier.Complement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which answers of the forms fill which fields of a letter, as the property {@code valeurs} says: {@code champ=reponse} for a
 * text or a day, {@code liste[champ]=reponse} for a text whose lines are the rows of a list.
 */
final class ValeursDesReponses {

    private static final Pattern LIEN = Pattern.compile("([\\w.]+)(?:\\[([\\w.]+)])?\\s*=\\s*(\\w+)");

    /** @param rangee field of each row, null for a plain value */
    private record Lien(String champ, String rangee, String reponse) {}

    private final List<Lien> liens;

    private ValeursDesReponses(List<Lien> liens) {
        this.liens = liens;
    }

    static ValeursDesReponses lire(String propriete) {
        return new ValeursDesReponses(Arrays.stream(propriete.split(","))
                .map(String::strip)
                .filter(texte -> !texte.isEmpty())
                .map(ValeursDesReponses::lien)
                .toList());
    }

    private static Lien lien(String texte) {
        Matcher lu = LIEN.matcher(texte);
        if (!lu.matches()) {
            throw new IllegalStateException("La propriété « valeurs » ne se lit pas ici : « " + texte + " ».");
        }
        return new Lien(lu.group(1), lu.group(2), lu.group(3));
    }

    /** The fields that are filled, those of the rows among them. */
    Stream<String> champs() {
        return liens.stream().flatMap(l -> Stream.of(l.champ(), l.rangee())).filter(Objects::nonNull);
    }

    /** The values of these answers; an answer that was not given is a missing value, which the letter refuses. */
    Complement depuis(Map<String, Object> reponses) {
        return valeurs -> liens.forEach(l -> poser(valeurs, l, reponses.get(l.reponse())));
    }

    private static void poser(ValeursCourrier valeurs, Lien lien, Object reponse) {
        if (reponse == null) {
            return;
        }
        String texte = reponse.toString();
        if (lien.rangee() != null) {
            valeurs.liste(
                    lien.champ(),
                    texte.lines()
                            .map(String::strip)
                            .filter(ligne -> !ligne.isEmpty())
                            .map(ligne -> Map.of(lien.rangee(), ligne))
                            .toList());
        } else if (texte.matches("\\d{4}-\\d{2}-\\d{2}")) {
            valeurs.date(lien.champ(), LocalDate.parse(texte));
        } else {
            valeurs.texte(lien.champ(), texte);
        }
    }
}
