package fr.jalon.prescription;

import fr.jalon.annuaire.AConfirmer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A partner that a person may be referred to: an organisation, with one of its offers or none (attentes, E12 and N7).
 *
 * @param code what a form sends: the organisation, then "/" and the offer
 * @param convient its kind answers what the person asks for
 * @param libres places left, null when they are not followed
 * @param proximite 0 same quartier, 1 neighbouring, 2 farther or unknown
 * @param langue speaks the person's language
 * @param delai usual days before a first meeting, null when unknown
 * @param aConfirmer nobody has read its card, or its offer, again for too long
 * @param obstacles why it cannot be, in French; none when it can
 */
public record Destinataire(
        String code,
        String organisme,
        String organismeNom,
        String nature,
        UUID offreId,
        String offreTitre,
        boolean convient,
        Integer libres,
        int proximite,
        boolean langue,
        Integer delai,
        boolean aConfirmer,
        List<String> obstacles) {

    public Destinataire {
        obstacles = List.copyOf(obstacles);
    }

    public boolean possible() {
        return obstacles.isEmpty();
    }

    public boolean complet() {
        return libres != null && libres == 0;
    }

    public String nom() {
        return offreTitre == null ? organismeNom : organismeNom + ", " + offreTitre;
    }

    /** "3 places libres, dans le quartier, rendez-vous sous 8 jours"; empty when nothing is known. */
    public String reperes() {
        List<String> mots = new ArrayList<>();
        if (convient) {
            mots.add("convient à la demande");
        }
        places(mots);
        if (proximite < 2) {
            mots.add(proximite == 0 ? "dans le quartier" : "dans un quartier voisin");
        }
        if (langue) {
            mots.add("parle sa langue");
        }
        delai(mots);
        if (aConfirmer) {
            mots.add("fiche " + AConfirmer.MENTION);
        }
        return String.join(", ", mots);
    }

    /** What the offer adds to what its organisation says. */
    public String reperesDeLOffre() {
        List<String> mots = new ArrayList<>();
        places(mots);
        delai(mots);
        if (aConfirmer) {
            mots.add("fiche " + AConfirmer.MENTION);
        }
        return String.join(", ", mots);
    }

    private void places(List<String> mots) {
        if (libres != null) {
            mots.add(libres == 0 ? "complet" : libres == 1 ? "1 place libre" : libres + " places libres");
        }
    }

    private void delai(List<String> mots) {
        if (delai != null) {
            mots.add("rendez-vous sous " + delai + (delai > 1 ? " jours" : " jour"));
        }
    }
}
