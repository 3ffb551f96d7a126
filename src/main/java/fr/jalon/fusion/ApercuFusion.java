package fr.jalon.fusion;

import java.util.List;
import java.util.UUID;

/**
 * What a merge would do, before anything is written.
 *
 * @param gardee the card that stays
 * @param absorbee the card that goes; its address then leads to the other one
 * @param champs the values to choose between
 * @param rattachements what goes from one card to the other
 * @param empechements why it cannot be, and what to do first; none when it can
 * @param antennes codes of the antennes that must agree
 */
public record ApercuFusion(
        Fiche gardee,
        Fiche absorbee,
        List<Champ> champs,
        List<Rattachement> rattachements,
        List<String> empechements,
        List<String> antennes) {

    /** A card, as much as a choice needs. */
    public record Fiche(UUID id, String nom, int version) {}

    /** A field and its two values, null when nothing is written there. */
    public record Champ(String code, String libelle, String gardee, String absorbee) {

        public boolean pareil() {
            return gardee == null ? absorbee == null : gardee.equals(absorbee);
        }
    }

    /** "3 dossiers" of the card that goes, beside those of the card that stays. */
    public record Rattachement(String un, String plusieurs, int deLAbsorbee, int deLaGardee) {}

    public ApercuFusion {
        champs = List.copyOf(champs);
        rattachements = List.copyOf(rattachements);
        empechements = List.copyOf(empechements);
        antennes = List.copyOf(antennes);
    }

    public boolean possible() {
        return empechements.isEmpty();
    }
}
