package fr.jalon.seance;

import java.util.List;

/**
 * The rules of one kind of instance on a day, from the decision tables.
 *
 * @param quorumPart the present must be more than this share of the seats, in percent
 */
public record RegleInstance(String code, String libelle, String prefixe, int quorumPart, List<Qualite> qualites) {

    public RegleInstance {
        qualites = List.copyOf(qualites);
    }

    /**
     * A capacity of the composition.
     *
     * @param minimum titular members to convene, at least
     * @param presents present to deliberate, at least
     */
    public record Qualite(String code, String libelle, int minimum, int presents) {}

    public String libelleQualite(String qualite) {
        return qualites.stream()
                .filter(q -> q.code().equals(qualite))
                .map(Qualite::libelle)
                .findFirst()
                .orElse(qualite);
    }
}
