package fr.jalon.demonstration;

import fr.jalon.temps.Porteur;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened in an invented past, as {@code evenements-simules.csv} says. */
final class EvenementsSimules {

    private final List<Map<String, String>> lignes;
    private final LocalDate dernier;

    EvenementsSimules(List<Map<String, String>> lignes, LocalDate dernier) {
        this.lignes = lignes;
        this.dernier = dernier;
    }

    /** Shares of a nature ({@code PART}, {@code ANTENNE}), by code. */
    Map<String, Double> parts(String nature) {
        Map<String, Double> parts = new LinkedHashMap<>();
        de(nature).forEach(l -> parts.put(l.get("quoi"), facteur(l)));
        return parts;
    }

    /** By how much the arrivals of a day are more or fewer. */
    double arrivees(LocalDate jour) {
        return de("ARRIVEES")
                .filter(l -> couvre(l, jour))
                .mapToDouble(EvenementsSimules::facteur)
                .reduce(1, (a, b) -> a * b);
    }

    /** By how much what somebody of an antenne begins that day lasts longer. */
    double lenteur(Porteur porteur, String antenne, LocalDate jour) {
        return de("LENTEUR")
                .filter(l -> l.get("quoi").equals(porteur.name())
                        || (porteur == Porteur.SERVICE && l.get("quoi").equals(antenne)))
                .filter(l -> couvre(l, jour))
                .mapToDouble(EvenementsSimules::facteur)
                .reduce(1, (a, b) -> a * b);
    }

    /** The last day of the breakdown in which what somebody does would end that day. */
    Optional<LocalDate> finDePanne(Porteur porteur, LocalDate jour) {
        return de("PANNE")
                .filter(l -> l.get("quoi").equals(porteur.name()) && couvre(l, jour))
                .map(l -> borne(l.get("fin"), jour))
                .findFirst();
    }

    /** First and last day of the breakdown of somebody, none when there is none. */
    Optional<List<LocalDate>> panne(Porteur porteur) {
        return de("PANNE")
                .filter(l -> l.get("quoi").equals(porteur.name()))
                .map(l -> List.of(borne(l.get("debut"), dernier), borne(l.get("fin"), dernier)))
                .findFirst();
    }

    private Stream<Map<String, String>> de(String nature) {
        return lignes.stream().filter(l -> l.get("nature").equals(nature));
    }

    private boolean couvre(Map<String, String> ligne, LocalDate jour) {
        return !jour.isBefore(borne(ligne.get("debut"), jour)) && !jour.isAfter(borne(ligne.get("fin"), jour));
    }

    /** "07-10" is of the year of the day; "-75" and "0" count back from the last day. */
    private LocalDate borne(String texte, LocalDate jour) {
        return texte.length() == 5 && texte.charAt(2) == '-'
                ? MonthDay.parse("--" + texte).atYear(jour.getYear())
                : dernier.plusDays(Long.parseLong(texte));
    }

    private static double facteur(Map<String, String> ligne) {
        return Double.parseDouble(ligne.get("facteur"));
    }
}
