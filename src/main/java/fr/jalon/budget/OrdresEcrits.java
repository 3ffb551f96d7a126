package fr.jalon.budget;

import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Iban;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Siret;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of the payment orders. The account that is paid is encrypted; each step of the state is one conditional write. */
@Component
class OrdresEcrits {

    private static final String LECTURE = "select o.numero, o.service_id, o.engagement, o.enveloppe_id, e.source,"
            + " o.centimes, o.a_qui, o.nom, o.siret, o.iban, o.chapitre, o.nature, o.fonction, o.pieces, o.etat,"
            + " o.ordonne_par, o.ordonne_le, o.bordereau, o.motif, o.paye_le, o.restitue from budget_ordre o"
            + " join budget_engagement e on e.numero = o.engagement";

    private final JdbcTemplate jdbc;
    private final Chiffrement chiffrement;

    OrdresEcrits(JdbcTemplate jdbc, Chiffrement chiffrement) {
        this.jdbc = jdbc;
        this.chiffrement = chiffrement;
    }

    void ajouter(OrdreVue o, int exercice) {
        jdbc.update(
                "insert into budget_ordre (numero, service_id, engagement, enveloppe_id, exercice, centimes, a_qui, nom,"
                        + " siret, iban, chapitre, nature, fonction, pieces, etat, ordonne_par, ordonne_le)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                o.numero(),
                o.origine().service(),
                o.origine().engagement(),
                o.origine().enveloppe(),
                exercice,
                o.centimes(),
                o.paye().nature().name(),
                o.paye().nom(),
                o.paye().siret() == null ? null : o.paye().siret().numero(),
                chiffrement.chiffrer(o.paye().iban().numero().getBytes(StandardCharsets.US_ASCII), o.numero()),
                o.imputation().chapitre(),
                o.imputation().nature(),
                o.imputation().fonction(),
                o.pieces(),
                o.suivi().etat().name(),
                o.suivi().par(),
                Timestamp.from(o.suivi().le()));
    }

    /** @throws Introuvable when no order has this number */
    OrdreVue lire(String numero) {
        return jdbc.query(LECTURE + " where o.numero = ?", (rs, n) -> ordre(rs), numero).stream()
                .findFirst()
                .orElseThrow(() -> new Introuvable("Ce mandat n'existe pas."));
    }

    List<OrdreVue> duBordereau(String bordereau) {
        return jdbc.query(LECTURE + " where o.bordereau = ? order by o.numero", (rs, n) -> ordre(rs), bordereau);
    }

    List<OrdreVue> lister(int exercice, OrdreVue.Etat etat, int decalage, int taille) {
        return jdbc.query(
                LECTURE
                        + " where o.exercice = ? and o.etat = ? order by o.ordonne_le desc, o.numero desc limit ? offset ?",
                (rs, n) -> ordre(rs),
                exercice,
                etat.name(),
                taille,
                decalage);
    }

    long combien(int exercice, OrdreVue.Etat etat) {
        return jdbc.queryForObject(
                "select count(*) from budget_ordre where exercice = ? and etat = ?", Long.class, exercice, etat.name());
    }

    /** One step of the state, once; a reason or a day where the step has one. */
    void passer(OrdreVue o, OrdreVue.Etat de, OrdreVue.Etat vers, String motif, LocalDate payeLe) {
        int passes = jdbc.update(
                "update budget_ordre set etat = ?, motif = ?, paye_le = ? where numero = ? and etat = ?",
                vers.name(),
                motif,
                payeLe,
                o.numero(),
                de.name());
        if (passes == 0) {
            throw new Conflit("Ce mandat est déjà : "
                    + lire(o.numero()).suivi().etat().libelle().toLowerCase(java.util.Locale.FRENCH) + ".");
        }
    }

    private OrdreVue ordre(ResultSet rs) throws SQLException {
        String numero = rs.getString(1);
        String iban = new String(chiffrement.dechiffrer(rs.getBytes(10), numero), StandardCharsets.US_ASCII);
        return new OrdreVue(
                numero,
                new OrdreVue.Origine(rs.getLong(2), rs.getString(3), rs.getString(4), rs.getString(5)),
                rs.getLong(6),
                new Paye(
                        AQui.Nature.valueOf(rs.getString(7)),
                        rs.getString(8),
                        Optional.ofNullable(rs.getString(9)).map(Siret::new).orElse(null),
                        new Iban(iban)),
                new Imputation(rs.getString(11), rs.getString(12), rs.getString(13), ""),
                rs.getString(14),
                new OrdreVue.Suivi(
                        OrdreVue.Etat.valueOf(rs.getString(15)),
                        rs.getString(16),
                        rs.getTimestamp(17).toInstant(),
                        rs.getString(18),
                        rs.getString(19),
                        rs.getObject(20, LocalDate.class),
                        rs.getLong(21)));
    }
}
