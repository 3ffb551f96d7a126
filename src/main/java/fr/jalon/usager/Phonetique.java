package fr.jalon.usager;

import fr.jalon.commun.Textes;
import org.apache.commons.codec.language.DoubleMetaphone;

/** How a name sounds, so that "Lefèvre" and "Lefebvre" or "Mohamed" and "Mohammed" are compared. */
final class Phonetique {

    private static final int LONGUEUR = 12;

    private Phonetique() {}

    /** Key of the surname and of the first given name; names written in another script keep their search form. */
    static String cle(String nom, String prenoms) {
        String premier = Textes.recherche(prenoms).split(" ")[0];
        return son(Textes.recherche(nom).replace(" ", "")) + "/" + son(premier);
    }

    private static String son(String mot) {
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(LONGUEUR);
        // French mute b before v: Lefebvre sounds like Lefevre.
        String code = metaphone.doubleMetaphone(mot.replace("bv", "v").replace("ph", "f"));
        String cle = code == null || code.isEmpty() ? mot : code;
        return cle.length() > 50 ? cle.substring(0, 50) : cle;
    }
}
