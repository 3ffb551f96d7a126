package fr.jalon.fusion;

import java.util.ArrayList;
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
 * @param ailleurs the cards hold more than what is shown: facts of an antenne that is not the reader's
 */
public record ApercuFusion(
        Fiche gardee,
        Fiche absorbee,
        List<Champ> champs,
        List<Rattachement> rattachements,
        List<String> empechements,
        List<String> antennes,
        boolean ailleurs) {

    /** A card, as much as a choice needs. */
    public record Fiche(UUID id, String nom, int version) {

        /** What tells it from the card of a homonym, as on the card itself. */
        public String reference() {
            String texte = id.toString();
            return texte.substring(texte.length() - 8);
        }
    }

    /**
     * A field and its two values in words, null when nothing is written there.
     *
     * @param pareil both cards say the same; two values may read the same and not be, as two numbers of which only the end is shown
     */
    public record Champ(String code, String libelle, String gardee, String absorbee, boolean pareil) {}

    /** "3 dossiers" of the card that goes, beside those of the card that stays: those that the reader may see. */
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

    /** The same, with one more thing to settle first. */
    ApercuFusion avec(String empechement) {
        List<String> tous = new ArrayList<>(empechements);
        tous.add(empechement);
        return new ApercuFusion(gardee, absorbee, champs, rattachements, tous, antennes, ailleurs);
    }
}
