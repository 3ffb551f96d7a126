package fr.jalon.atelier.controle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the files of a deposit and the living ones hold together: processes, decisions, forms, steps with a delay, who calls whom. */
final class Indexe {

    static final String DELAIS = "delais.dmn";
    private static final Pattern MOT = Pattern.compile("\"([^\"]*)\"");

    /** @param appels processes that a process calls, by its id */
    record Fichier(Set<String> processus, Set<String> decisions, Set<String> delais, Map<String, Set<String>> appels) {

        static final Fichier VIDE = new Fichier(Set.of(), Set.of(), Set.of(), Map.of());
    }

    private final Map<String, Fichier> fichiers = new HashMap<>();
    private final Set<String> formulaires = new HashSet<>();

    void ajouter(String fichier, Noeud arbre) {
        fichiers.put(fichier, lire(fichier, arbre));
    }

    void ajouterLu(String fichier, Fichier lu) {
        fichiers.put(fichier, lu);
    }

    void ajouterFormulaire(String fichier) {
        formulaires.add(fichier.substring(0, fichier.length() - 5));
    }

    static Fichier lire(String fichier, Noeud arbre) {
        Set<String> delais = fichier.equals(DELAIS)
                ? arbre.tous("dmn:inputEntry")
                        .flatMap(e -> e.enfant("dmn:text").stream())
                        .flatMap(t -> MOT.matcher(t.texte()).results())
                        .map(m -> m.group(1))
                        .collect(Collectors.toSet())
                : Set.of();
        Map<String, Set<String>> appels = arbre.tous("bpmn:process")
                .filter(p -> p.id() != null)
                .collect(Collectors.toMap(
                        Noeud::id,
                        p -> p.tous("bpmn:callActivity")
                                .map(a -> a.attribut("calledElement", ""))
                                .collect(Collectors.toSet()),
                        (un, autre) -> un));
        return new Fichier(ids(arbre, "bpmn:process"), ids(arbre, "dmn:decision"), delais, appels);
    }

    private static Set<String> ids(Noeud arbre, String element) {
        return arbre.tous(element).map(Noeud::id).filter(id -> id != null).collect(Collectors.toSet());
    }

    boolean formulaire(String nom) {
        return formulaires.contains(nom);
    }

    boolean decision(String id) {
        return fichiers.values().stream().anyMatch(f -> f.decisions().contains(id));
    }

    boolean processus(String id) {
        return fichiers.values().stream().anyMatch(f -> f.processus().contains(id));
    }

    boolean delai(String etape) {
        return fichiers.getOrDefault(DELAIS, Fichier.VIDE).delais().contains(etape);
    }

    /** Files that hold a process or a decision of this id. */
    List<String> porteurs(String id) {
        return fichiers.entrySet().stream()
                .filter(f -> f.getValue().processus().contains(id)
                        || f.getValue().decisions().contains(id))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    boolean sAppelle(String processus) {
        Set<String> vus = new HashSet<>();
        Deque<String> aVoir = new ArrayDeque<>(appels(processus));
        while (!aVoir.isEmpty()) {
            String suivant = aVoir.pop();
            if (suivant.equals(processus)) {
                return true;
            }
            if (vus.add(suivant)) {
                aVoir.addAll(appels(suivant));
            }
        }
        return false;
    }

    private Set<String> appels(String processus) {
        return fichiers.values().stream()
                .flatMap(f -> f.appels().getOrDefault(processus, Set.of()).stream())
                .collect(Collectors.toSet());
    }
}
