package fr.jalon.formation;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The milestones at which a training is paid, and those that were reached. A milestone is paid once. */
@Component
class JalonsFormation {

    private static final String TABLE = "jalons-formation";

    private final Tables tables;
    private final JdbcTemplate jdbc;
    private final Horloge horloge;

    JalonsFormation(Tables tables, JdbcTemplate jdbc, Horloge horloge) {
        this.tables = tables;
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** One that was reached: hours proven then, since the beginning, and what is due for it. */
    record Franchi(String code, int suivies, long centimes) {}

    /** The milestones of a decision, in their order; they sum to what it grants. */
    List<JalonFormation> tous(long accorde, LocalDate decision) {
        List<Ligne> lignes = tables.lignes(TABLE, Map.of("jour", decision));
        List<Long> montants = PlanDesVersements.couper(
                accorde, lignes.stream().map(l -> l.entier("part")).toList());
        List<JalonFormation> jalons = new ArrayList<>();
        for (int i = 0; i < lignes.size(); i++) {
            Ligne ligne = lignes.get(i);
            jalons.add(new JalonFormation(
                    ligne.texte("jalon"), ligne.texte("libelle"), montants.get(i), ligne.entier("heures")));
        }
        return jalons;
    }

    /** In the order in which they were reached. */
    List<Franchi> franchis(UUID dossierId) {
        return jdbc.query(
                "select jalon, heures, centimes from formation_jalon where dossier_id = ? order by notee_le, heures, jalon",
                (rs, rang) -> new Franchi(rs.getString(1), rs.getInt(2), rs.getLong(3)),
                dossierId);
    }

    /**
     * What was certified at each, in the order in which they were reached.
     *
     * @param noms name of each code
     */
    List<PaiementFormation> paiements(UUID dossierId, Map<String, String> noms) {
        return jdbc.query(
                "select jalon, centimes, preuve, notee_par, notee_le, paye_le from formation_jalon where dossier_id = ?"
                        + " order by notee_le, heures, jalon",
                (rs, rang) -> new PaiementFormation(
                        noms.get(rs.getString(1)),
                        rs.getLong(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getTimestamp(5).toInstant(),
                        rs.getObject(6, LocalDate.class)),
                dossierId);
    }

    /** Days from the proof to the payment, of what a body was paid since a day. */
    List<Integer> attentes(String siret, LocalDate depuis) {
        return jdbc.queryForList(
                "select datediff(j.paye_le, date(coalesce(j.preuve_le, j.notee_le))) from formation_jalon j"
                        + " join formation_financee f on f.dossier_id = j.dossier_id"
                        + " where j.paye_le >= ? and json_value(f.demande, '$.organisme.siret.numero') = ?",
                Integer.class,
                depuis,
                siret);
    }

    /**
     * Notes one.
     *
     * @param venue when its proof came by a link, or null
     * @param service certified service of the budget; null when nothing is due
     * @throws Conflit when it is noted already
     */
    void noter(UUID dossierId, Franchi franchi, String preuve, Instant venue, Long service, String auteur) {
        try {
            jdbc.update(
                    "insert into formation_jalon (dossier_id, jalon, centimes, heures, preuve, preuve_le, service,"
                            + " notee_par, notee_le) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    dossierId,
                    franchi.code(),
                    franchi.centimes(),
                    franchi.suivies(),
                    preuve,
                    venue == null ? null : Timestamp.from(venue),
                    service,
                    auteur,
                    Timestamp.from(horloge.maintenant()));
        } catch (DuplicateKeyException e) {
            throw new Conflit("Ce versement est déjà noté : rechargez le dossier.");
        }
    }
}
