package fr.jalon.rsa;

import java.util.List;
import java.util.Map;

/**
 * Whose conditions are kept for a foyer, and what the rules find for the other adult: one adult who meets them all is enough
 * (CASF, art. L262-2 and L262-4), so that what is unknown of one never reads as a no of the other.
 *
 * @param faits inputs of the table {@code eligibilite-rsa} for the adult whose conditions are kept
 * @param duConjoint that adult is the partner of who claims
 * @param autreAdulte conditions of the other adult, empty for somebody alone
 */
public record LectureDuFoyer(Map<String, Object> faits, boolean duConjoint, List<ConditionVerifiee> autreAdulte) {

    public boolean couple() {
        return !autreAdulte.isEmpty();
    }
}
