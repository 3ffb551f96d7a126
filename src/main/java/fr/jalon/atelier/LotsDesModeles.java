package fr.jalon.atelier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lots, versions and the living ones, by JDBC: versions are only ever added. */
@Component
class LotsDesModeles {

    private static final String COLONNES = """
            select v.id, v.cle, v.type, v.version, v.fichier, v.base, l.id as lot, l.etat, l.auteur, l.approbateur, l.publie_le,
                   n.version_id as vivante
            from modele_version v
            join modele_lot l on l.id = v.lot_id
            left join modele_vivant n on n.version_id = v.id""";

    private final JdbcTemplate jdbc;

    LotsDesModeles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A version and its lot. */
    record Version(UUID id, UUID lot, ModeleVue vue, LotVue.Fichier fichier) {}

    List<Version> versions() {
        return jdbc.query(COLONNES + " order by v.cle, v.version desc", LotsDesModeles::version);
    }

    Optional<Version> version(String cle, int version) {
        return jdbc
                .query(COLONNES + " where v.cle = ? and v.version = ?", LotsDesModeles::version, cle, version)
                .stream()
                .findFirst();
    }

    private static Version version(ResultSet rs, int rang) throws SQLException {
        EtatModele etat = EtatModele.valueOf(rs.getString("etat"));
        if (etat == EtatModele.PUBLIE && rs.getString("vivante") == null) {
            etat = EtatModele.ANCIEN;
        }
        ModeleVue vue = new ModeleVue(
                rs.getString("cle"),
                rs.getString("type"),
                rs.getInt("version"),
                etat,
                rs.getString("auteur"),
                rs.getString("approbateur"),
                instant(rs, "publie_le"));
        return new Version(rs.getObject("id", UUID.class), rs.getObject("lot", UUID.class), vue, fichier(rs));
    }

    private static LotVue.Fichier fichier(ResultSet rs) throws SQLException {
        return new LotVue.Fichier(
                rs.getObject("id", UUID.class),
                rs.getString("cle"),
                rs.getString("type"),
                rs.getInt("version"),
                rs.getString("fichier"),
                rs.getInt("base"));
    }

    private static Instant instant(ResultSet rs, String colonne) throws SQLException {
        Timestamp quand = rs.getTimestamp(colonne);
        return quand == null ? null : quand.toInstant();
    }

    Optional<LotVue> lot(UUID id) {
        List<LotVue.Fichier> fichiers = jdbc.query(
                "select id, cle, type, version, fichier, base from modele_version where lot_id = ? order by type, cle",
                (rs, rang) -> fichier(rs),
                id);
        return jdbc
                .query(
                        "select * from modele_lot where id = ?",
                        (rs, rang) -> new LotVue(
                                id,
                                rs.getString("nom"),
                                EtatModele.valueOf(rs.getString("etat")),
                                rs.getString("auteur"),
                                instant(rs, "depose_le"),
                                new LotVue.Publication(
                                        rs.getString("approbateur"),
                                        rs.getString("motif"),
                                        rs.getString("motif_rejeu"),
                                        instant(rs, "publie_le"),
                                        rs.getObject("effet_le", LocalDate.class),
                                        rs.getString("empechement")),
                                fichiers),
                        id)
                .stream()
                .findFirst();
    }

    List<UUID> enAttente() {
        return jdbc.query(
                "select id from modele_lot where etat in ('BROUILLON', 'PROGRAMME') order by depose_le desc, id",
                (rs, rang) -> rs.getObject(1, UUID.class));
    }

    List<UUID> dus(LocalDate jour) {
        return jdbc.query(
                "select id from modele_lot where etat = 'PROGRAMME' and effet_le <= ? order by effet_le, depose_le, id",
                (rs, rang) -> rs.getObject(1, UUID.class),
                jour);
    }

    byte[] contenu(UUID version) {
        return jdbc.queryForObject("select contenu from modele_version where id = ?", byte[].class, version);
    }

    String sens(UUID version) {
        return jdbc.queryForObject("select sens from modele_version where id = ?", String.class, version);
    }

    /** Content of each living published file. */
    Map<String, byte[]> vivants() {
        return jdbc
                .query(
                        "select n.fichier, v.contenu from modele_vivant n join modele_version v on v.id = n.version_id",
                        (rs, rang) -> Map.entry(rs.getString(1), rs.getBytes(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Integer> versionVivante(String fichier) {
        return jdbc
                .query(
                        "select v.version from modele_vivant n join modele_version v on v.id = n.version_id where n.fichier = ?",
                        (rs, rang) -> rs.getInt(1),
                        fichier)
                .stream()
                .findFirst();
    }

    int prochaine(String cle) {
        return jdbc.queryForObject(
                "select coalesce(max(version), 0) + 1 from modele_version where cle = ?", Integer.class, cle);
    }

    void ajouterLot(UUID id, String nom, String source, String auteur, Instant quand) {
        jdbc.update(
                "insert into modele_lot (id, nom, source, etat, auteur, depose_le) values (?, ?, ?, 'BROUILLON', ?, ?)",
                id,
                nom,
                source,
                auteur,
                Timestamp.from(quand));
    }

    void ajouterVersion(UUID lot, LotVue.Fichier f, byte[] contenu, String sens) {
        jdbc.update(
                "insert into modele_version (id, lot_id, cle, type, version, fichier, contenu, sens, base)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                f.id(),
                lot,
                f.cle(),
                f.type(),
                f.version(),
                f.fichier(),
                contenu,
                sens,
                f.base());
    }

    /** Moves a lot from one state to another; false when another request did it first. */
    boolean passer(UUID lot, EtatModele de, EtatModele vers) {
        return jdbc.update(
                        "update modele_lot set etat = ?, ligne = ligne + 1 where id = ? and etat = ?",
                        vers.name(),
                        lot,
                        de.name())
                == 1;
    }

    void approuver(UUID lot, String approbateur, String motif, String motifRejeu, LocalDate effet) {
        jdbc.update(
                "update modele_lot set approbateur = ?, motif = ?, motif_rejeu = ?, effet_le = ? where id = ?",
                approbateur,
                motif,
                motifRejeu,
                effet,
                lot);
    }

    void publier(UUID lot, Instant quand) {
        jdbc.update("update modele_lot set publie_le = ?, empechement = null where id = ?", Timestamp.from(quand), lot);
    }

    void empecher(UUID lot, String raison) {
        jdbc.update("update modele_lot set empechement = ? where id = ?", raison, lot);
    }

    void vivre(LotVue.Fichier f, Instant quand) {
        jdbc.update(
                "insert into modele_vivant (fichier, version_id, publie_le) values (?, ?, ?)"
                        + " on duplicate key update version_id = values(version_id), publie_le = values(publie_le)",
                f.fichier(),
                f.id(),
                Timestamp.from(quand));
    }

    /** Earlier drafts of an author that a new one of the same files replaces. */
    List<LotVue> brouillons(String auteur, Set<String> fichiers) {
        return enAttente().stream()
                .flatMap(id -> lot(id).stream())
                .filter(l -> l.etat() == EtatModele.BROUILLON && l.auteur().equals(auteur))
                .filter(l -> l.fichiers().stream().allMatch(f -> fichiers.contains(f.fichier())))
                .toList();
    }
}
