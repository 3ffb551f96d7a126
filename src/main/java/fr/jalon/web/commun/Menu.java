package fr.jalon.web.commun;

import fr.jalon.agent.Agent;
import fr.jalon.web.securite.Routes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rail: the lines of {@code menu.csv}, of the house and of each dispositif, that the account may open. */
@Component
public class Menu {

    /** A number beside a line: work that waits for this account. */
    public interface Compteur {

        /** Code written in the table. */
        String code();

        /** Null when nothing waits. */
        Integer pour(Agent agent);
    }

    /** One line of the table. */
    public record Entree(String adresse, String libelle, String icone, String compteur) {

        private boolean couvre(String chemin) {
            return adresse.equals("/")
                    ? chemin.equals("/")
                    : chemin.equals(adresse) || chemin.startsWith(adresse + "/");
        }
    }

    private final List<Entree> entrees;
    private final Routes routes;
    private final Map<String, Compteur> compteurs;

    Menu(Routes routes, List<Compteur> compteurs) {
        this.routes = routes;
        this.compteurs = compteurs.stream().collect(Collectors.toMap(Compteur::code, Function.identity()));
        this.entrees = TableauCsv.lire("menu.csv").stream()
                .sorted(Comparator.comparingInt(c -> Integer.parseInt(c.get(0))))
                .map(c -> new Entree(c.get(1), c.get(2), c.get(3), c.get(4)))
                .toList();
    }

    public List<Entree> entrees() {
        return entrees;
    }

    /** The account may do this here. */
    boolean permet(String methode, String chemin, Agent agent) {
        return routes.acces(methode, chemin)
                .filter(acces -> acces.permet(agent.roles()))
                .isPresent();
    }

    List<Vues.LienMenu> pour(Agent agent, String chemin) {
        String active = entrees.stream()
                .filter(e -> e.couvre(chemin))
                .max(Comparator.comparingInt(e -> e.adresse().length()))
                .map(Entree::adresse)
                .orElse("");
        return entrees.stream()
                .filter(e -> permet("GET", e.adresse(), agent))
                .map(e -> new Vues.LienMenu(
                        e.adresse(),
                        e.libelle(),
                        e.icone(),
                        e.adresse().equals(active),
                        compteurs.containsKey(e.compteur())
                                ? compteurs.get(e.compteur()).pour(agent)
                                : null))
                .toList();
    }
}
