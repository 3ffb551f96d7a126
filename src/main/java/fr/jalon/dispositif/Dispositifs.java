package fr.jalon.dispositif;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The dispositifs that have Java of their own, and how a request opens a dossier of theirs. Two with one code stop the start. */
@Component
public class Dispositifs {

    private final Map<String, Dispositif> parCode;
    private final Map<String, DepotDuDispositif> depots;

    Dispositifs(List<Dispositif> tous, List<DepotDuDispositif> depots) {
        this.parCode = unParCode(tous, Dispositif::code, "dispositifs");
        unParCode(tous, Dispositif::codeApi, "noms de dispositif dans l'API");
        unParCode(tous, Dispositif::processus, "processus de dispositif");
        this.depots = unParCode(depots, DepotDuDispositif::dispositif, "dépôts");
        this.depots.keySet().stream()
                .filter(code -> !parCode.containsKey(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new IllegalStateException("un dépôt nomme un dispositif qui n'existe pas : " + code);
                });
    }

    public Optional<Dispositif> parCode(String code) {
        return Optional.ofNullable(parCode.get(code));
    }

    /** @param codeApi may be null */
    public Optional<DepotDuDispositif> depot(String codeApi) {
        return parCode.values().stream()
                .filter(d -> d.codeApi().equals(codeApi))
                .findFirst()
                .map(d -> depots.get(d.code()));
    }

    /** The deposit of a dispositif that asks it by a form, for the common screen; its code as in the numbers of its dossiers. */
    public Optional<DepotDuDispositif> depotParFormulaire(String code) {
        return Optional.ofNullable(depots.get(code)).filter(d -> d.formulaire().isPresent());
    }

    /** Codes of those that the common screen opens, in alphabetical order. */
    public List<String> deposablesParFormulaire() {
        return depots.values().stream()
                .filter(d -> d.formulaire().isPresent())
                .map(DepotDuDispositif::dispositif)
                .toList();
    }

    /** Names in the API of those that a request may open, in alphabetical order. */
    public List<String> deposables() {
        return parCode.values().stream()
                .filter(d -> depots.containsKey(d.code()))
                .map(Dispositif::codeApi)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** By their key, in the order of the keys; two things with one key are a fault of whoever brought the second. */
    static <T> Map<String, T> unParCode(List<T> choses, Function<T, String> cle, String quoi) {
        return choses.stream()
                .collect(Collectors.toMap(
                        cle,
                        Function.identity(),
                        (a, b) -> {
                            throw new IllegalStateException("deux " + quoi + " ont le code " + cle.apply(a));
                        },
                        TreeMap::new));
    }
}
