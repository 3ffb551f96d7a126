package fr.jalon.annuaire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which quartiers touch each other, from {@code annuaire/voisinages.csv}. */
@Component
class Voisinages {

    static final int MEME = 0;
    static final int VOISIN = 1;
    static final int LOIN = 2;

    private final Map<String, List<String>> voisins = new HashMap<>();

    Voisinages() {
        TableDeReference.lire("voisinages.csv")
                .forEach(l -> voisins.put(l.get("quartier"), TableDeReference.codes(l.get("voisins"))));
    }

    /** 0 for the same quartier, 1 for a neighbouring one, 2 when farther or unknown. */
    int proximite(String a, String b) {
        if (a == null || b == null) {
            return LOIN;
        }
        if (a.equals(b)) {
            return MEME;
        }
        return voisins.getOrDefault(a, List.of()).contains(b) ? VOISIN : LOIN;
    }
}
