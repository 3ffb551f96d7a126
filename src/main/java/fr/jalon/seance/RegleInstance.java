package fr.jalon.seance;

import java.util.List;
import java.util.Optional;

/**
 * The rules of one kind of instance on a day, from the decision tables.
 *
 * @param quorumPart the present must be more than this share of the seats, in percent
 * @param convocationJours days between the convocation and the session; a shorter time needs a written reason
 * @param horizonMois months ahead of which no session is made: beyond, the year is mistyped
 * @param deLaVille one for the whole city: it takes the cases of every antenne, and the responsable des dispositifs organises it
 * @param pouvoirs proxies that a member may carry, 0 or 1
 * @param pouvoirsAuQuorum whether a seat that voted by proxy counts among the present of the quorum
 * @param liensAns years during which a tie that ended is still told
 * @param auScrutin each seat votes by ballot, and nothing leaves before the minutes are signed; else an opinion is dictated
 */
public record RegleInstance(
        String code,
        String libelle,
        String prefixe,
        int quorumPart,
        int convocationJours,
        int horizonMois,
        boolean deLaVille,
        boolean auScrutin,
        int pouvoirs,
        boolean pouvoirsAuQuorum,
        int liensAns,
        List<Qualite> qualites) {

    public RegleInstance {
        qualites = List.copyOf(qualites);
    }

    /**
     * A capacity of the composition.
     *
     * @param minimum titular members to convene, at least
     * @param presents present to deliberate, at least
     * @param compteReserve only an account of that capacity may hold the seat
     * @param malgreDeports the present are asked for even when all who hold the capacity left the item
     * @param rangPresidence the lowest above zero that is present presides; zero never does
     */
    public record Qualite(
            String code,
            String libelle,
            int minimum,
            int presents,
            boolean compteReserve,
            boolean malgreDeports,
            int rangPresidence) {}

    public Optional<Qualite> qualite(String qualite) {
        return qualites.stream().filter(q -> q.code().equals(qualite)).findFirst();
    }

    public String libelleQualite(String qualite) {
        return qualite(qualite).map(Qualite::libelle).orElse(qualite);
    }
}
