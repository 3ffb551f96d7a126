package fr.jalon.importation;

import fr.jalon.agent.Portee;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of the files; each change of state is conditional on the state before. */
@Repository
class TableImports {

    private static final String COLONNES =
            "id, type, nom, empreinte, description, ignorees, avis, antenne, auteur, auteur_nom,"
                    + " ecrit_par, etat, lignes, incident, cree_le, fini_le";

    private final JdbcTemplate jdbc;

    TableImports(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void ecrire(ImportEnregistre f) {
        jdbc.update(
                "insert into import_fichier (" + COLONNES + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                f.id(),
                f.type(),
                f.nom(),
                f.empreinte(),
                f.description(),
                f.ignorees(),
                f.avis(),
                f.antenne(),
                f.auteur(),
                f.auteurNom(),
                f.ecritPar(),
                f.etat().name(),
                f.lignes(),
                f.incident(),
                Timestamp.from(f.creeLe()),
                null);
    }

    Optional<ImportEnregistre> lire(UUID id) {
        return jdbc.query("select " + COLONNES + " from import_fichier where id = ?", TableImports::lire, id).stream()
                .findFirst();
    }

    /** What the worker has to do, oldest first. */
    List<ImportEnregistre> enAttente() {
        return jdbc.query(
                "select " + COLONNES + " from import_fichier where etat in ('LU', 'EN_COURS') order by cree_le, id",
                TableImports::lire);
    }

    /**
     * Which imports somebody may see.
     *
     * @param types kinds that the account may use
     * @param communs those of them that belong to no antenne
     */
    record Perimetre(Portee portee, Set<String> types, Set<String> communs) {}

    List<ImportEnregistre> lister(Perimetre perimetre, int page, int taille) {
        List<Object> valeurs = new ArrayList<>();
        String ou = conditions(perimetre, valeurs);
        return jdbc.query(
                "select " + COLONNES + " from import_fichier" + ou + " order by cree_le desc, id limit " + taille
                        + " offset " + (long) page * taille,
                TableImports::lire,
                valeurs.toArray());
    }

    long compter(Perimetre perimetre) {
        List<Object> valeurs = new ArrayList<>();
        String ou = conditions(perimetre, valeurs);
        Long total = jdbc.queryForObject("select count(*) from import_fichier" + ou, Long.class, valeurs.toArray());
        return total == null ? 0 : total;
    }

    private static String conditions(Perimetre p, List<Object> valeurs) {
        String ou = " where type in (" + marques(p.types().size()) + ")";
        valeurs.addAll(p.types());
        if (p.portee().toutes()) {
            return ou;
        }
        List<String> visibles = new ArrayList<>();
        if (!p.communs().isEmpty()) {
            visibles.add("type in (" + marques(p.communs().size()) + ")");
            valeurs.addAll(p.communs());
        }
        if (!p.portee().codes().isEmpty()) {
            visibles.add("antenne in (" + marques(p.portee().codes().size()) + ")");
            valeurs.addAll(p.portee().codes());
        }
        return ou + " and (" + (visibles.isEmpty() ? "false" : String.join(" or ", visibles)) + ")";
    }

    private static String marques(int nombre) {
        return String.join(", ", Collections.nCopies(nombre, "?"));
    }

    /** Rows by status, and how many of them are written. */
    record Comptes(Map<StatutLigne, Long> parStatut, long ecrites, long aEcrire) {}

    Comptes comptes(UUID id) {
        Map<StatutLigne, Long> parStatut = new EnumMap<>(StatutLigne.class);
        long[] ecritesEtAEcrire = new long[2];
        jdbc.query(
                "select statut, ecrite_le is not null, count(*) from import_ligne where import_id = ?"
                        + " and statut is not null group by statut, ecrite_le is not null",
                rs -> {
                    StatutLigne statut = StatutLigne.valueOf(rs.getString(1));
                    parStatut.merge(statut, rs.getLong(3), Long::sum);
                    if (rs.getBoolean(2)) {
                        ecritesEtAEcrire[0] += rs.getLong(3);
                    } else if (statut.aEcrire()) {
                        ecritesEtAEcrire[1] += rs.getLong(3);
                    }
                },
                id);
        return new Comptes(parStatut, ecritesEtAEcrire[0], ecritesEtAEcrire[1]);
    }

    boolean passer(UUID id, EtatImport de, EtatImport vers) {
        return jdbc.update(
                        "update import_fichier set etat = ?, incident = null, version = version + 1"
                                + " where id = ? and etat = ?",
                        vers.name(),
                        id,
                        de.name())
                == 1;
    }

    boolean demanderEcriture(UUID id, String agent) {
        return jdbc.update(
                        "update import_fichier set etat = 'EN_COURS', ecrit_par = ?, incident = null,"
                                + " version = version + 1 where id = ? and etat in ('SIMULE', 'TERMINE')",
                        agent,
                        id)
                == 1;
    }

    boolean terminer(UUID id, Instant quand) {
        return jdbc.update(
                        "update import_fichier set etat = 'TERMINE', incident = null, fini_le = ?,"
                                + " version = version + 1 where id = ? and etat = 'EN_COURS'",
                        Timestamp.from(quand),
                        id)
                == 1;
    }

    void noterIncident(UUID id, String texte) {
        jdbc.update("update import_fichier set incident = ? where id = ?", texte, id);
    }

    /** Also while its rows are looked at: the worker then finds nothing more to do. */
    boolean supprimerSiRienEcrit(UUID id) {
        return jdbc.update(
                        "delete from import_fichier where id = ? and etat in ('LU', 'SIMULE') and ecrit_par is null",
                        id)
                == 1;
    }

    /** Forgets the previews never written, and the cells of the others, once they are old enough. */
    int purger(Instant avant) {
        int imports = jdbc.update(
                "delete from import_fichier where ecrit_par is null and etat = 'SIMULE' and cree_le < ?",
                Timestamp.from(avant));
        return imports
                + jdbc.update(
                        "update import_ligne set valeurs = null, messages = null where valeurs is not null and import_id in"
                                + " (select id from import_fichier where etat = 'TERMINE' and fini_le < ?)",
                        Timestamp.from(avant));
    }

    private static ImportEnregistre lire(ResultSet rs, int rang) throws SQLException {
        Timestamp finiLe = rs.getTimestamp(16);
        return new ImportEnregistre(
                rs.getObject(1, UUID.class),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                rs.getString(5),
                rs.getString(6),
                rs.getString(7),
                rs.getString(8),
                rs.getString(9),
                rs.getString(10),
                rs.getString(11),
                EtatImport.valueOf(rs.getString(12)),
                rs.getInt(13),
                rs.getString(14),
                rs.getTimestamp(15).toInstant(),
                finiLe == null ? null : finiLe.toInstant());
    }
}
