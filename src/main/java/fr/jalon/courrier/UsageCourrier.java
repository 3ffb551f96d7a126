package fr.jalon.courrier;

import java.util.Set;

/**
 * The use of a letter: a row of {@code courriers/usages.csv}.
 *
 * @param remise how it leaves when nobody says otherwise, null when it stays in the house
 * @param quand when it is written, for people
 * @param champs merge fields that the step can fill
 */
public record UsageCourrier(
        String code,
        ActeCourrier acte,
        ModeRemise remise,
        Destinataire destinataire,
        String quand,
        Set<String> champs) {

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
