package fr.jalon.atelier.controle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Paths of a process and of each of its sub-processes: all reach an end, and no loop turns without waiting. */
final class ControleGraphe {

    private static final Set<String> ATTENTES =
            Set.of("bpmn:userTask", "bpmn:receiveTask", "bpmn:intermediateCatchEvent", "bpmn:eventBasedGateway");

    private final Rapport rapport;

    ControleGraphe(Rapport rapport) {
        this.rapport = rapport;
    }

    /** One level: its elements by id, and from each where it leads. */
    private record Niveau(Map<String, Noeud> noeuds, Map<String, Set<String>> suites, Map<String, List<Noeud>> flux) {}

    void controler(Noeud processus) {
        processus
                .tous()
                .filter(n -> n.est("bpmn:process") || n.est("bpmn:subProcess"))
                .forEach(this::niveau);
    }

    private void niveau(Noeud porteur) {
        Niveau niveau = lire(porteur);
        List<String> departs = departs(niveau);
        if (departs.isEmpty()) {
            rapport.dire(Regle.SANS_DEPART, porteur, porteur.attribut("name", porteur.attribut("id", "")));
            return;
        }
        Set<String> atteints = atteints(niveau.suites(), departs);
        Set<String> fins = fins(niveau);
        for (Map.Entry<String, Noeud> noeud : niveau.noeuds().entrySet()) {
            boolean evenementiel = "true".equals(noeud.getValue().attribut("triggeredByEvent"));
            if (!atteints.contains(noeud.getKey())) {
                if (!evenementiel) {
                    rapport.dire(Regle.ISOLE, noeud.getValue());
                }
            } else if (!fins.contains(noeud.getKey())) {
                rapport.dire(Regle.SANS_FIN, noeud.getValue());
            }
        }
        questions(niveau);
        boucle(niveau);
    }

    private static Niveau lire(Noeud porteur) {
        Niveau niveau = new Niveau(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>());
        porteur.enfants().stream()
                .filter(e -> ControleBpmn.NOEUDS.contains(e.nom()) && e.id() != null)
                .forEach(e -> {
                    niveau.noeuds().put(e.id(), e);
                    niveau.suites().put(e.id(), new HashSet<>());
                });
        porteur.enfants("bpmn:sequenceFlow").forEach(f -> {
            String source = f.attribut("sourceRef", "");
            lier(niveau, source, f.attribut("targetRef", ""));
            niveau.flux().computeIfAbsent(source, s -> new ArrayList<>()).add(f);
        });
        niveau.noeuds().values().stream()
                .filter(n -> n.est("bpmn:boundaryEvent"))
                .forEach(b -> lier(niveau, b.attribut("attachedToRef", ""), b.id()));
        return niveau;
    }

    private static void lier(Niveau niveau, String source, String cible) {
        if (niveau.noeuds().containsKey(source) && niveau.noeuds().containsKey(cible)) {
            niveau.suites().get(source).add(cible);
        }
    }

    private static List<String> departs(Niveau niveau) {
        return niveau.noeuds().values().stream()
                .filter(n -> n.est("bpmn:startEvent"))
                .map(Noeud::id)
                .toList();
    }

    private static Set<String> atteints(Map<String, Set<String>> suites, Collection<String> departs) {
        Set<String> vus = new HashSet<>(departs);
        Deque<String> aVoir = new ArrayDeque<>(departs);
        while (!aVoir.isEmpty()) {
            for (String suite : suites.getOrDefault(aVoir.pop(), Set.of())) {
                if (vus.add(suite)) {
                    aVoir.add(suite);
                }
            }
        }
        return vus;
    }

    /** Elements from which an end is reached: the walk from the ends, backwards. */
    private static Set<String> fins(Niveau niveau) {
        Map<String, Set<String>> retours = new HashMap<>();
        niveau.suites()
                .forEach((source, cibles) -> cibles.forEach(
                        c -> retours.computeIfAbsent(c, x -> new HashSet<>()).add(source)));
        List<String> ends = niveau.noeuds().values().stream()
                .filter(n -> n.est("bpmn:endEvent"))
                .map(Noeud::id)
                .toList();
        Set<String> mene = atteints(retours, ends);
        // A boundary that leads to an end says nothing of the normal way out of what it is attached to.
        niveau.noeuds().forEach((id, n) -> {
            if (!n.est("bpmn:endEvent")
                    && niveau.flux().getOrDefault(id, List.of()).isEmpty()
                    && !"true".equals(n.attribut("triggeredByEvent"))) {
                mene.remove(id);
            }
        });
        return mene;
    }

    private void questions(Niveau niveau) {
        niveau.flux().forEach((source, flux) -> {
            Noeud question = niveau.noeuds().get(source);
            if (question == null
                    || flux.size() < 2
                    || !Set.of("bpmn:exclusiveGateway", "bpmn:inclusiveGateway").contains(question.nom())) {
                return;
            }
            String defaut = question.attribut("default");
            boolean nue = flux.stream()
                    .anyMatch(f -> f.enfant("bpmn:conditionExpression").isEmpty()
                            && (f.id() == null || !f.id().equals(defaut)));
            if (nue) {
                rapport.dire(Regle.QUESTION, question, question.attribut("name", source));
            }
        });
    }

    /** What remains of the elements that do not wait, once those that nothing precedes and those that nothing follows are taken away. */
    private void boucle(Niveau niveau) {
        Map<String, Set<String>> reste = new HashMap<>();
        niveau.suites().forEach((id, suites) -> {
            if (!attend(niveau.noeuds().get(id))) {
                Set<String> sansAttente = new HashSet<>(suites);
                sansAttente.removeIf(s -> attend(niveau.noeuds().get(s)));
                reste.put(id, sansAttente);
            }
        });
        boolean change = true;
        while (change) {
            Set<String> cibles = new HashSet<>();
            reste.values().forEach(cibles::addAll);
            change = reste.entrySet().removeIf(e -> e.getValue().isEmpty() || !cibles.contains(e.getKey()));
            reste.values().forEach(suites -> suites.retainAll(reste.keySet()));
        }
        niveau.noeuds().keySet().stream()
                .filter(reste::containsKey)
                .findFirst()
                .ifPresent(id ->
                        rapport.dire(Regle.BOUCLE_SANS_ATTENTE, niveau.noeuds().get(id)));
    }

    static boolean attend(Noeud noeud) {
        if (ATTENTES.contains(noeud.nom())) {
            return true;
        }
        if (noeud.est("bpmn:boundaryEvent")) {
            return noeud.enfants().stream()
                    .anyMatch(e -> e.est("bpmn:timerEventDefinition") || e.est("bpmn:messageEventDefinition"));
        }
        return noeud.est("bpmn:subProcess") && attendToujours(noeud);
    }

    /** Whether no way crosses the sub-process without waiting. */
    private static boolean attendToujours(Noeud sousProcessus) {
        Niveau niveau = lire(sousProcessus);
        Map<String, Set<String>> sansAttente = new HashMap<>();
        niveau.suites().forEach((id, suites) -> {
            Set<String> libres = new HashSet<>(suites);
            libres.removeIf(s -> attend(niveau.noeuds().get(s)));
            sansAttente.put(id, libres);
        });
        return atteints(sansAttente, departs(niveau)).stream()
                .noneMatch(id -> niveau.flux().getOrDefault(id, List.of()).isEmpty());
    }
}
