package fr.jalon.importation;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The titles that somebody matched by hand: known from then on to every file of that kind and antenne. */
@Repository
class CorrespondancesDeTitres {

    /** A longer title is matched each time. */
    static final int TITRE_MAX = 200;

    private final JdbcTemplate jdbc;
    private final Horloge horloge;

    CorrespondancesDeTitres(JdbcTemplate jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** The column of each title, by its form. */
    Map<String, String> de(TypeImport type, Agent agent) {
        Map<String, String> parForme = new HashMap<>();
        jdbc.query(
                "select forme, colonne from import_correspondance where type = ? and antenne = ?",
                rs -> {
                    parForme.put(rs.getString(1), rs.getString(2));
                },
                type.code(),
                antenne(type, agent));
        return parForme;
    }

    /** The same, to show. */
    List<TitreRapproche> lister(TypeImport type, Agent agent) {
        return jdbc.query(
                "select forme, titre, colonne, auteur_nom, note_le from import_correspondance where type = ? and antenne = ?"
                        + " order by titre, forme",
                (rs, rang) -> new TitreRapproche(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getTimestamp(5).toInstant()),
                type.code(),
                antenne(type, agent));
    }

    void noter(TypeImport type, Agent auteur, String forme, String titre, String colonne) {
        Instant maintenant = horloge.maintenant();
        jdbc.update(
                "insert into import_correspondance (type, antenne, forme, titre, colonne, auteur, auteur_nom, note_le)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update titre = values(titre),"
                        + " colonne = values(colonne), auteur = values(auteur), auteur_nom = values(auteur_nom),"
                        + " note_le = values(note_le), version = version + 1",
                type.code(),
                antenne(type, auteur),
                forme,
                titre,
                colonne,
                auteur.identifiant(),
                auteur.nomComplet(),
                Timestamp.from(maintenant));
    }

    boolean oublier(TypeImport type, Agent auteur, String forme) {
        return jdbc.update(
                        "delete from import_correspondance where type = ? and antenne = ? and forme = ?",
                        type.code(),
                        antenne(type, auteur),
                        forme)
                == 1;
    }

    private static String antenne(TypeImport type, Agent agent) {
        return type.pourTous() || agent.antenne() == null ? "" : agent.antenne();
    }
}
