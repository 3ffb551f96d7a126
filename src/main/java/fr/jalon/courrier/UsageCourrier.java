package fr.jalon.courrier;

import java.util.Set;

/**
 * The use of a letter: a row of {@code courriers/usages.csv}.
 *
 * @param remise how it leaves when nobody says otherwise, null when it stays in the house
 * @param quand when it is written, for people
 * @param champs merge fields that the step can fill
 * @param fins codes of the ends of a dossier after which it does not leave any more, {@code *} for each of them
 * @param partAvant field of the day after which it does not leave as it is, null for none
 */
public record UsageCourrier(
        String code,
        ActeCourrier acte,
        ModeRemise remise,
        Destinataire destinataire,
        String quand,
        Set<String> champs,
        Set<String> fins,
        String partAvant) {

    private static final String TOUTES = "*";

    /** Whose address stands in the window. */
    public enum Destinataire {
        PERSONNE,
        PARTENAIRE,
        MEMBRE,
        /** Nobody: it is kept. */
        DOSSIER
    }

    public UsageCourrier {
        champs = Set.copyOf(champs);
        fins = Set.copyOf(fins);
    }

    /** Whether it does not leave any more once its dossier ended so, as long as nobody printed it. */
    public boolean retireSi(String fin) {
        return fins.contains(TOUTES) || fins.contains(fin);
    }

    /** Handed over at the counter: it never goes into a batch. */
    public boolean auGuichet() {
        return remise == ModeRemise.MAIN_PROPRE;
    }

    /** Goes into an envelope. */
    public boolean parLaPoste() {
        return remise != null && !auGuichet();
    }
}
