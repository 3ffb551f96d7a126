package fr.jalon.orientation;

import fr.jalon.annuaire.AConfirmer;
import java.util.ArrayList;
import java.util.List;

/**
 * An organisation that could accompany a person, with what helps to choose (attentes, N7).
 *
 * @param nature code of its kind, as in {@code organisme-referent}
 * @param propose the tables name its kind
 * @param raison why, null when the tables do not name it
 * @param libres places left, null when they are not followed
 * @param proximite 0 in the person's quartier, 1 in the next one, 2 farther or unknown
 * @param langue it speaks the person's language, when that is not French
 * @param delai usual days before a first meeting, null when unknown
 * @param aConfirmer nobody has read its card again for too long
 */
public record OrganismeReferent(
        String code,
        String nom,
        String nature,
        boolean propose,
        String raison,
        Long libres,
        int proximite,
        boolean langue,
        Integer delai,
        boolean aConfirmer) {

    public boolean complet() {
        return libres != null && libres <= 0;
    }

    /** "Mission locale : proposé, 12 places, dans le quartier, rendez-vous sous 8 jours". */
    public String enUneLigne() {
        List<String> mots = new ArrayList<>();
        if (propose) {
            mots.add("proposé");
        }
        if (libres != null) {
            mots.add(libres <= 0 ? "complet" : libres == 1 ? "1 place" : libres + " places");
        }
        if (proximite < 2) {
            mots.add(proximite == 0 ? "dans le quartier" : "dans un quartier voisin");
        }
        if (langue) {
            mots.add("parle sa langue");
        }
        if (delai != null) {
            mots.add("rendez-vous sous " + delai + (delai > 1 ? " jours" : " jour"));
        }
        if (aConfirmer) {
            mots.add("fiche " + AConfirmer.MENTION);
        }
        return mots.isEmpty() ? nom : nom + " : " + String.join(", ", mots);
    }
}
