package fr.jalon.dossier;

import java.util.UUID;

/** A dispositif whose results rest on the birth date of the person: one bean each. For the others a corrected date changes nothing. */
public interface NaissanceComptee {

    String dispositif();

    /**
     * The birth date of the person of an open dossier was corrected.
     *
     * @return whether it is still a fact of this dossier; when it is none any more, what is to be done was traced
     */
    boolean corrigee(UUID dossierId);
}
