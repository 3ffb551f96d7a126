package fr.jalon.corbeille;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Columns of a row and how they are read. */
final class LigneSql {

    /** A step without a date sorts last. */
    static final LocalDate SANS_DATE = LocalDate.of(9999, 12, 31);

    static final String COLONNES =
            "tache_id, dossier_id, numero, personne_id, usager, antenne, dispositif, etape, libelle,"
                    + " groupe, attente, assigne, assigne_nom, rang, cible, limite, piece_nouvelle, creee_le, terminee_le, version";

    private LigneSql() {}

    static LigneCorbeille lire(ResultSet rs, int rang) throws SQLException {
        return new LigneCorbeille(
                rs.getString("tache_id"),
                rs.getObject("dossier_id", UUID.class),
                rs.getString("numero"),
                rs.getObject("personne_id", UUID.class),
                rs.getString("usager"),
                rs.getString("antenne"),
                rs.getString("dispositif"),
                rs.getString("etape"),
                rs.getString("libelle"),
                rs.getString("groupe"),
                rs.getString("attente"),
                rs.getString("assigne"),
                rs.getString("assigne_nom"),
                rs.getInt("rang") == 0,
                date(rs.getObject("cible", LocalDate.class)),
                date(rs.getObject("limite", LocalDate.class)),
                rs.getBoolean("piece_nouvelle"),
                instant(rs.getTimestamp("creee_le")),
                instant(rs.getTimestamp("terminee_le")),
                rs.getInt("version"));
    }

    private static LocalDate date(LocalDate jour) {
        return SANS_DATE.equals(jour) ? null : jour;
    }

    private static Instant instant(Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
