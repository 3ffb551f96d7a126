package fr.jalon.pilotage;

import fr.jalon.temps.Porteur;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The way of a dossier: its walks through steps, in order. What passes between two steps belongs to the wait for the next. */
final class Chemin {

    private static final int LETTRES = 20;

    private final List<Passage> passages;

    private Chemin(List<Passage> passages) {
        this.passages = passages;
    }

    /**
     * A segment as it was measured.
     *
     * @param etape element id, empty between two steps
     * @param jours working days
     */
    record Morceau(String etape, Porteur porteur, double jours) {}

    /**
     * One walk through a step.
     *
     * @param tour which walk through this step it is, from 1
     * @param attente working days since the walk before ended, its own included
     */
    record Passage(String etape, Porteur porteur, int tour, double jours, double attente) {}

    /** Of segments in order: neighbours of one step are one walk, whoever held it first holds it. */
    static Chemin de(List<Morceau> morceaux) {
        List<Passage> passages = new ArrayList<>();
        Map<String, Integer> tours = new HashMap<>();
        double entre = 0;
        String avant = "";
        for (Morceau m : morceaux) {
            if (m.etape().isEmpty()) {
                entre += m.jours();
            } else if (m.etape().equals(avant)) {
                Passage p = passages.remove(passages.size() - 1);
                passages.add(
                        new Passage(p.etape(), p.porteur(), p.tour(), p.jours() + m.jours(), p.attente() + m.jours()));
            } else {
                int tour = tours.merge(m.etape(), 1, Integer::sum);
                passages.add(new Passage(m.etape(), m.porteur(), tour, m.jours(), entre + m.jours()));
                entre = 0;
            }
            avant = m.etape();
        }
        return new Chemin(List.copyOf(passages));
    }

    List<Passage> passages() {
        return passages;
    }

    /** Element ids in order, one a line. */
    String etapes() {
        return String.join("\n", passages.stream().map(Passage::etape).toList());
    }

    /** A short name of the way, the same for the same steps of the same dispositif. */
    String variante(String dispositif) {
        try {
            byte[] empreinte = MessageDigest.getInstance("SHA-256")
                    .digest((dispositif + "\n" + etapes()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(empreinte).substring(0, LETTRES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
