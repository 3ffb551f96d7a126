package fr.jalon.atelier.controle;

import fr.jalon.atelier.FichierModele;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A walk of a process model on paper: it goes where the answers lead and stops where somebody is waited for. Runs nothing. */
public final class Marche {

    private static final Pattern CONDITION = Pattern.compile("\\$\\{\\s*(!?)\\s*(\\w+)\\s*(?:==\\s*'([^']*)'\\s*)?}");

    private Marche() {}

    /** Where the walk stopped. */
    public record Arrivee(boolean fini, List<String> etapes) {}

    /** Name of the process of a file. */
    public static Optional<String> nom(FichierModele fichier) {
        return arbre(fichier).flatMap(a -> a.enfant("bpmn:process")).map(p -> p.attribut("name"));
    }

    private static Optional<Noeud> arbre(FichierModele fichier) {
        try {
            return Optional.of(LecteurXml.lire(fichier.contenu(), Politique.LIVREE));
        } catch (XmlRefuse e) {
            return Optional.empty();
        }
    }

    /** @param reponses values by name of variable; a question that they do not answer stops the branch */
    public static Arrivee marcher(FichierModele fichier, Map<String, Object> reponses) {
        Noeud processus = arbre(fichier).flatMap(a -> a.enfant("bpmn:process")).orElse(null);
        if (processus == null) {
            return new Arrivee(false, List.of());
        }
        List<String> etapes = new ArrayList<>();
        Deque<Noeud> aPasser = new ArrayDeque<>();
        processus.enfants("bpmn:startEvent").forEach(aPasser::add);
        Set<String> vus = new HashSet<>();
        boolean fini = true;
        while (!aPasser.isEmpty()) {
            Noeud noeud = aPasser.pop();
            if (!vus.add(noeud.id())) {
                continue;
            }
            etapes.add(noeud.attribut("name", noeud.attribut("id", "")));
            if (noeud.est("bpmn:endEvent")) {
                continue;
            }
            List<Noeud> suites = ControleGraphe.attend(noeud) ? List.of() : suites(processus, noeud, reponses);
            fini &= !suites.isEmpty();
            suites.forEach(aPasser::add);
        }
        return new Arrivee(fini, etapes);
    }

    private static List<Noeud> suites(Noeud processus, Noeud noeud, Map<String, Object> reponses) {
        boolean question = noeud.est("bpmn:exclusiveGateway");
        List<Noeud> flux = processus
                .enfants("bpmn:sequenceFlow")
                .filter(f -> noeud.id().equals(f.attribut("sourceRef")))
                .filter(f -> !question || tient(f, reponses))
                .toList();
        return flux.stream()
                .limit(question ? 1 : flux.size())
                .flatMap(f -> processus.enfants().stream()
                        .filter(e -> ControleBpmn.NOEUDS.contains(e.nom()) && e.id() != null)
                        .filter(e -> e.id().equals(f.attribut("targetRef"))))
                .toList();
    }

    private static boolean tient(Noeud flux, Map<String, Object> reponses) {
        String texte = flux.enfant("bpmn:conditionExpression").map(Noeud::texte).orElse("");
        Matcher condition = CONDITION.matcher(texte);
        if (!condition.matches() || !reponses.containsKey(condition.group(2))) {
            return false;
        }
        Object valeur = reponses.get(condition.group(2));
        return condition.group(3) != null
                ? condition.group(3).equals(String.valueOf(valeur))
                : Boolean.TRUE.equals(valeur) == condition.group(1).isEmpty();
    }
}
