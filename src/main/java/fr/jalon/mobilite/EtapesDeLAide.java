package fr.jalon.mobilite;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import fr.jalon.dispositif.LiensDePreuve;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The steps at which an aid is paid: their part of what was granted, and those that are done. A step is paid once. */
@Component
class EtapesDeLAide {

    private static final String TABLE = "etapes-aide-mobilite";
    private static final long TOUT = 100;

    private final Tables tables;
    private final JdbcTemplate jdbc;
    private final LiensDePreuve liens;
    private final Horloge horloge;

    EtapesDeLAide(Tables tables, JdbcTemplate jdbc, LiensDePreuve liens, Horloge horloge) {
        this.tables = tables;
        this.jdbc = jdbc;
        this.liens = liens;
        this.horloge = horloge;
    }

    /** Parts of what was granted, in cents, in the order of the table: they sum to it, the last cents go to the last steps. */
    List<EtapePayee> toutes(String nature, long accorde) {
        List<EtapePayee> etapes = new ArrayList<>();
        long cumul = 0;
        long donne = 0;
        for (Ligne ligne : tables.lignes(TABLE, Map.of("nature", nature))) {
            cumul += ligne.entier("part");
            long jusquIci = Math.floorDiv(Math.multiplyExact(accorde, cumul), TOUT);
            etapes.add(new EtapePayee(ligne.texte("etape"), ligne.texte("libelle"), jusquIci - donne));
            donne = jusquIci;
        }
        return etapes;
    }

    /** Codes of the steps that are done. */
    List<String> faites(UUID dossierId) {
        return jdbc.queryForList(
                "select etape from aide_mobilite_etape where dossier_id = ? order by notee_le, etape",
                String.class,
                dossierId);
    }

    /** Every step of an aid, in the order of the table, with what proved those that are done. */
    List<EtapeSuivie> suivies(UUID dossierId, List<EtapePayee> toutes) {
        Map<String, EtapeSuivie.Preuve> preuves = new HashMap<>();
        jdbc.query(
                "select etape, preuve, notee_par, notee_le, paye_le from aide_mobilite_etape where dossier_id = ?",
                (ResultSet rs) -> {
                    preuves.put(
                            rs.getString(1),
                            new EtapeSuivie.Preuve(
                                    rs.getString(2),
                                    rs.getString(3),
                                    rs.getTimestamp(4).toInstant(),
                                    rs.getObject(5, LocalDate.class)));
                },
                dossierId);
        return toutes.stream()
                .map(e -> new EtapeSuivie(e, preuves.get(e.code())))
                .toList();
    }

    /** Days from the proof to the payment, of what a body was paid since a day. */
    List<Integer> attentes(String siret, LocalDate depuis) {
        return jdbc.queryForList(
                "select datediff(e.paye_le, date(coalesce(e.preuve_le, e.notee_le))) from aide_mobilite_etape e"
                        + " join aide_mobilite a on a.dossier_id = e.dossier_id where e.paye_le >= ? and a.siret = ?",
                Integer.class,
                depuis,
                siret);
    }

    /**
     * Notes a step, its proof being of the day on which it came by a link, when it did.
     *
     * @throws Conflit when it is done already
     */
    void noter(UUID dossierId, EtapePayee etape, String preuve, long service, String auteur) {
        try {
            jdbc.update(
                    "insert into aide_mobilite_etape (dossier_id, etape, centimes, preuve, preuve_le, service, notee_par,"
                            + " notee_le) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    dossierId,
                    etape.code(),
                    etape.centimes(),
                    preuve,
                    liens.retenir(dossierId, etape.code()).map(Timestamp::from).orElse(null),
                    service,
                    auteur,
                    Timestamp.from(horloge.maintenant()));
        } catch (DuplicateKeyException e) {
            throw new Conflit("L’étape « " + etape.libelle() + " » est déjà notée : rechargez le dossier.");
        }
    }
}
