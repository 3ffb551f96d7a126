package fr.jalon.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** An entry as it lies in the database, each field as the digests take it. */
record EntreeLue(
        String chaine,
        long seq,
        UUID id,
        Instant quand,
        String qui,
        String nature,
        String objet,
        String texte,
        String precedent,
        String empreinte,
        String sceauEcriture,
        String sceau) {

    static final String COLONNES =
            "chaine, seq, id, quand, qui, nature, objet, texte, precedent, empreinte, sceau_ecriture, sceau";

    static EntreeLue de(ResultSet rs) throws SQLException {
        return new EntreeLue(
                rs.getString(1),
                rs.getLong(2),
                rs.getObject(3, UUID.class),
                rs.getTimestamp(4).toInstant(),
                rs.getString(5),
                rs.getString(6),
                rs.getString(7),
                rs.getString(8),
                rs.getString(9),
                rs.getString(10),
                rs.getString(11),
                rs.getString(12));
    }

    /** What is sealed when the entry is written: everything but its place, which is not known yet. */
    String contenu(String dansLaChaine) {
        return contenu(dansLaChaine, id, quand, qui, nature, objet, texte);
    }

    static String contenu(
            String chaine, UUID id, Instant quand, String qui, String nature, String objet, String texte) {
        StringBuilder canonique = new StringBuilder("entree");
        for (String champ :
                new String[] {chaine, id.toString(), Long.toString(quand.toEpochMilli()), qui, nature, objet, texte}) {
            canonique.append('|').append(champ.length()).append(':').append(champ);
        }
        return canonique.toString();
    }

    String empreinteAttendue() {
        return Empreinte.de(String.valueOf(precedent), chaine, seq, id, quand, qui, nature, objet, texte);
    }

    /** What chains the entry to the one before, under the key. */
    static String maillon(String sceauPrecedent, String chaine, long seq, String empreinte, String sceauEcriture) {
        return "maillon|" + sceauPrecedent + "|" + chaine.length() + ":" + chaine + "|" + seq + "|" + empreinte + "|"
                + sceauEcriture;
    }
}
