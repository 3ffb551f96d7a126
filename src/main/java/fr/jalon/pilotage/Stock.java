package fr.jalon.pilotage;

import fr.jalon.temps.Porteur;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The open dossiers, by dispositif, step, antenne, situation, age and whose turn it is, at one instant. */
public final class Stock {

    /** A total over all values of a dimension. */
    public static final String TOUS = "*";

    private static final int ETAPE = 0;
    private static final int ANTENNE = 1;
    private static final int AGE = 3;
    private static final int PORTEUR = 4;

    private final Nombres nombres;

    private Stock(Nombres nombres) {
        this.nombres = nombres;
    }

    /** Dossiers that are alike. */
    record Tas(
            String dispositif,
            String etape,
            String antenne,
            Situation situation,
            String age,
            Porteur porteur,
            long nombre) {}

    static Stock de(List<Tas> tas, long minimum) {
        Treillis treillis = new Treillis();
        for (Tas t : tas) {
            List<String> etape = List.of(etape(t.dispositif(), t.etape()), t.dispositif(), TOUS);
            List<String> dispositif = List.of(t.dispositif(), TOUS);
            List<String> antenne = List.of(t.antenne(), TOUS);
            List<String> tous = List.of(TOUS);
            treillis.ajouter(List.of(etape, antenne, List.of(t.situation().name(), TOUS), tous, tous), t.nombre());
            treillis.detailler(List.of(dispositif, antenne, tous, List.of(t.age(), TOUS), tous), AGE, t.nombre());
            treillis.detailler(
                    List.of(dispositif, antenne, tous, tous, List.of(t.porteur().name(), TOUS)), PORTEUR, t.nombre());
        }
        return new Stock(Nombres.de(treillis, minimum));
    }

    private static String etape(String dispositif, String etape) {
        return dispositif + "|" + etape;
    }

    /** A step of a dispositif; an empty step is between two. */
    public record Etape(String dispositif, String etape) {}

    /** The steps where dossiers are, of a dispositif or of all. */
    public List<Etape> etapes(String dispositif) {
        List<Etape> etapes = new ArrayList<>();
        for (String valeur : valeurs(ETAPE)) {
            int barre = valeur.indexOf('|');
            if (barre > 0 && (dispositif == null || valeur.startsWith(dispositif + "|"))) {
                etapes.add(new Etape(valeur.substring(0, barre), valeur.substring(barre + 1)));
            }
        }
        return etapes;
    }

    public List<String> dispositifs() {
        return valeurs(ETAPE).stream()
                .filter(v -> !v.equals(TOUS) && v.indexOf('|') < 0)
                .toList();
    }

    public List<String> antennes() {
        return valeurs(ANTENNE).stream().filter(v -> !v.equals(TOUS)).toList();
    }

    private List<String> valeurs(int dimension) {
        TreeSet<String> valeurs = new TreeSet<>();
        nombres.places().forEach(p -> valeurs.add(p.get(dimension)));
        return List.copyOf(valeurs);
    }

    /** Dossiers of a dispositif and of an antenne, null for all, in a situation, null for any. */
    public Case nombre(String dispositif, String antenne, Situation situation) {
        return nombres.lire(place(tous(dispositif), antenne, situation == null ? TOUS : situation.name(), TOUS, TOUS));
    }

    /** The same at a step. */
    public Case aLEtape(Etape etape, String antenne, Situation situation) {
        return nombres.lire(place(
                etape(etape.dispositif(), etape.etape()),
                antenne,
                situation == null ? TOUS : situation.name(),
                TOUS,
                TOUS));
    }

    /** The same in a class of age. */
    public Case dAge(String dispositif, String antenne, String age) {
        return nombres.lire(place(tous(dispositif), antenne, TOUS, age, TOUS));
    }

    /** The same, by whose turn it is. */
    public Case tenusPar(String dispositif, String antenne, Porteur porteur) {
        return nombres.lire(place(tous(dispositif), antenne, TOUS, TOUS, porteur.name()));
    }

    private static List<String> place(String etape, String antenne, String situation, String age, String porteur) {
        return List.of(etape, tous(antenne), situation, age, porteur);
    }

    private static String tous(String code) {
        return code == null ? TOUS : code;
    }
}
