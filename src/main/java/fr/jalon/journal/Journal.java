package fr.jalon.journal;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Page;
import fr.jalon.commun.Textes;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes and reads the audit. An entry is written in the transaction of what it tells, with a keyed digest of its own, and
 * chained within a second.
 */
@Service
@Transactional
public class Journal {

    /** Chain of what belongs to no antenne. */
    public static final String CHAINE_GENERALE = "GENERALE";

    private final JdbcTemplate jdbc;
    private final CleDuJournal cle;
    private final Horloge horloge;

    Journal(JdbcTemplate jdbc, CleDuJournal cle, Horloge horloge) {
        this.jdbc = jdbc;
        this.cle = cle;
        this.horloge = horloge;
    }

    /**
     * One entry.
     *
     * @param seq number in its chain, null until it is sealed
     */
    public record Entree(
            UUID id, String chaine, Long seq, Instant quand, String qui, String nature, String objet, String texte) {}

    /**
     * Adds an entry.
     *
     * @param antenne chain; null for the general one
     * @param objet number or id of what it is about
     */
    public void noter(String antenne, String qui, String nature, String objet, String texte) {
        UUID id = UUID.randomUUID();
        String chaine = antenne == null ? CHAINE_GENERALE : antenne;
        // As the database keeps it: the seal is checked on what is read back
        Instant quand = horloge.maintenant().truncatedTo(ChronoUnit.MILLIS);
        String auteur = couper(qui, 60);
        String quoi = couper(nature, 40);
        String sur = couper(objet, 80);
        String dit = couper(texte, 2000);
        jdbc.update(
                "insert into journal_entree (id, chaine, quand, qui, nature, objet, texte, sceau_ecriture)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                chaine,
                Timestamp.from(quand),
                auteur,
                quoi,
                sur,
                dit,
                cle.sceau(EntreeLue.contenu(chaine, id, quand, auteur, quoi, sur, dit)));
    }

    /** Search by the DPO: every filter may be null. */
    @Transactional(readOnly = true)
    public Page<Entree> rechercher(
            String qui, String objet, String nature, LocalDate du, LocalDate au, int page, int taille, Agent lecteur) {
        lecteur.exiger(Role.DPO);
        Page.verifier(page, taille);
        List<Object> valeurs = new ArrayList<>();
        StringBuilder ou = new StringBuilder(" where 1 = 1");
        ajouter(ou, valeurs, " and qui = ?", qui);
        ajouter(ou, valeurs, " and objet = ?", objet);
        ajouter(ou, valeurs, " and nature = ?", nature);
        ajouter(ou, valeurs, " and quand >= ?", du == null ? null : debut(du));
        ajouter(ou, valeurs, " and quand < ?", au == null ? null : debut(au.plusDays(1)));
        Long total = jdbc.queryForObject("select count(*) from journal_entree" + ou, Long.class, valeurs.toArray());
        List<Entree> entrees = jdbc.query(
                "select id, chaine, seq, quand, qui, nature, objet, texte from journal_entree" + ou
                        + " order by quand desc, id desc limit " + taille + " offset " + (long) page * taille,
                (rs, rang) -> new Entree(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getObject(3, Long.class),
                        rs.getTimestamp(4).toInstant(),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7),
                        rs.getString(8)),
                valeurs.toArray());
        return new Page<>(entrees, page, taille, total == null ? 0 : total);
    }

    /** Kinds of entries met so far, for the filter. */
    @Transactional(readOnly = true)
    public List<String> natures() {
        return jdbc.queryForList("select distinct nature from journal_entree order by nature", String.class);
    }

    private static void ajouter(StringBuilder ou, List<Object> valeurs, String condition, Object valeur) {
        if (valeur != null) {
            ou.append(condition);
            valeurs.add(valeur);
        }
    }

    private static Timestamp debut(LocalDate jour) {
        return Timestamp.from(jour.atStartOfDay(Horloge.PARIS).toInstant());
    }

    private static String couper(String texte, int max) {
        return Textes.couper(texte, max);
    }
}
