package fr.jalon.dispositif;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/** What a dispositif that pays a body lets this body prove by a link, without an account. */
public interface PreuvesParLien {

    /** Code of the dispositif. */
    String dispositif();

    /** Days that a link lasts. */
    int joursDuLien();

    /** What the body may prove now; empty when nothing is waited for. */
    Optional<Attendue> attendue(UUID dossierId);

    /**
     * What the body reads: the least that it needs to know whom and what it is about.
     *
     * @param objet what is paid, in words
     * @param etapes steps that are still to come
     * @param heuresMax hours of the whole, null where hours do not count
     */
    record Attendue(
            String organisme, String personne, String objet, List<Etape> etapes, Integer heuresMax, Delai delai) {}

    /** @param libelle name of the step, with its amount */
    record Etape(String code, String libelle) {}

    /**
     * How long this body waited for its payments after its proofs.
     *
     * @param combien payments of the last twelve months, over all its dossiers
     * @param jours mean, null when there is none
     * @param promis days that the CCAS committed to, null when it did not
     */
    record Delai(int combien, Integer jours, Integer promis) {

        /** The mean of these waits, in whole days. */
        public static Delai de(List<Integer> attentes, Integer promis) {
            OptionalDouble moyenne =
                    attentes.stream().mapToInt(Integer::intValue).average();
            return new Delai(
                    attentes.size(),
                    moyenne.isPresent() ? Integer.valueOf((int) Math.round(moyenne.getAsDouble())) : null,
                    promis);
        }
    }
}
