package fr.jalon.journal;

import fr.jalon.commun.Horloge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the new entries of each antenne, one sealer at a time, so that writers never wait for one another. Two digests: one
 * that anybody can check, one under the key, that nobody can make again. An entry that was rewritten before is chained as it
 * is, and its own seal tells of it for ever.
 */
@Component
class Scellement {

    private static final Logger LOG = LoggerFactory.getLogger(Scellement.class);
    private static final int LOT = 500;
    /** Beyond that, somebody holds the lock of the schedule: done without it. Two sealers at once do no harm. */
    private static final Duration SANS_VERROU = Duration.ofSeconds(20);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final CleDuJournal cle;
    private final Horloge horloge;

    Scellement(JdbcTemplate jdbc, PlatformTransactionManager transactions, CleDuJournal cle, Horloge horloge) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.cle = cle;
        this.horloge = horloge;
    }

    private record Tete(long seq, String empreinte, String sceau) {}

    private record ASceller(
            UUID id, Instant quand, String qui, String nature, String objet, String texte, String sceauEcriture) {}

    @Scheduled(fixedDelayString = "${jalon.journal.periode:PT1S}")
    @SchedulerLock(name = "scellement-journal", lockAtMostFor = "PT1M")
    void sceller() {
        scellerTout();
    }

    @Scheduled(fixedDelayString = "${jalon.journal.periode-sans-verrou:PT15S}")
    void scellerSansVerrou() {
        Instant attend = plusAncienneASceller();
        Instant maintenant = horloge.maintenant();
        // A day to come was written by another hand: it keeps nothing waiting either
        if (attend != null
                && (attend.isBefore(maintenant.minus(SANS_VERROU)) || attend.isAfter(maintenant.plus(SANS_VERROU)))) {
            scellerTout();
        }
    }

    /** When the oldest entry that is not chained yet was written; null when all are. */
    Instant plusAncienneASceller() {
        return jdbc.query(
                "select min(quand) from journal_entree where seq is null",
                rs -> rs.next() && rs.getTimestamp(1) != null
                        ? rs.getTimestamp(1).toInstant()
                        : null);
    }

    private void scellerTout() {
        for (String chaine :
                jdbc.queryForList("select distinct chaine from journal_entree where seq is null", String.class)) {
            int scellees;
            do {
                scellees = scellerUnLot(chaine);
                // A full batch means that more may wait.
            } while (scellees == LOT);
        }
    }

    /** Entries chained; none when another sealer was at the same entries: the next turn takes what is left. */
    private int scellerUnLot(String chaine) {
        try {
            return essayer(chaine);
        } catch (ConcurrencyFailureException | DuplicateKeyException e) {
            LOG.debug("Un autre scelleur travaille sur la chaîne {}", chaine, e);
            return 0;
        }
    }

    private int essayer(String chaine) {
        Integer nombre = transaction.execute(statut -> {
            // The head before the entries: a sealer that ends in between moves the head, and this batch is refused
            Tete tete = tete(chaine);
            List<ASceller> entrees = jdbc.query(
                    "select id, quand, qui, nature, objet, texte, sceau_ecriture from journal_entree"
                            + " where seq is null and chaine = ? order by quand, id limit " + LOT,
                    (rs, rang) -> new ASceller(
                            rs.getObject(1, UUID.class),
                            rs.getTimestamp(2).toInstant(),
                            rs.getString(3),
                            rs.getString(4),
                            rs.getString(5),
                            rs.getString(6),
                            rs.getString(7)),
                    chaine);
            Tete nouvelle = tete;
            for (ASceller entree : entrees) {
                nouvelle = chainer(chaine, nouvelle, entree);
            }
            if (!entrees.isEmpty() && !avancer(chaine, tete, nouvelle)) {
                // Another sealer was faster: this batch is undone and tried again at the next turn.
                statut.setRollbackOnly();
                return 0;
            }
            return entrees.size();
        });
        return nombre == null ? 0 : nombre;
    }

    private Tete chainer(String chaine, Tete tete, ASceller e) {
        long seq = tete.seq() + 1;
        if (!cle.porte(
                EntreeLue.contenu(chaine, e.id(), e.quand(), e.qui(), e.nature(), e.objet(), e.texte()),
                e.sceauEcriture())) {
            LOG.error("Journal : l'entrée {} de la chaîne {} n'est pas telle que Jalon l'a écrite", seq, chaine);
        }
        String empreinte = Empreinte.de(
                tete.empreinte(), chaine, seq, e.id(), e.quand(), e.qui(), e.nature(), e.objet(), e.texte());
        String sceau = cle.sceau(EntreeLue.maillon(tete.sceau(), chaine, seq, empreinte, e.sceauEcriture()));
        int ecrites = jdbc.update(
                "update journal_entree set seq = ?, precedent = ?, empreinte = ?, sceau = ? where id = ? and seq is null",
                seq,
                tete.empreinte(),
                empreinte,
                sceau,
                e.id());
        if (ecrites != 1) {
            throw new ConcurrencyFailureException("l'entrée " + e.id() + " est déjà scellée");
        }
        return new Tete(seq, empreinte, sceau);
    }

    /** A head of a version without seals begins the chain of seals. */
    private Tete tete(String chaine) {
        return jdbc.query(
                "select seq, empreinte, sceau from journal_tete where chaine = ?",
                rs -> rs.next()
                        ? new Tete(
                                rs.getLong(1),
                                rs.getString(2),
                                rs.getString(3) == null ? Empreinte.DEPART : rs.getString(3))
                        : new Tete(0, Empreinte.DEPART, Empreinte.DEPART),
                chaine);
    }

    private boolean avancer(String chaine, Tete avant, Tete apres) {
        if (avant.seq() == 0) {
            try {
                return jdbc.update(
                                "insert into journal_tete (chaine, seq, empreinte, sceau) values (?, ?, ?, ?)",
                                chaine,
                                apres.seq(),
                                apres.empreinte(),
                                apres.sceau())
                        == 1;
            } catch (DuplicateKeyException e) {
                return false;
            }
        }
        return jdbc.update(
                        "update journal_tete set seq = ?, empreinte = ?, sceau = ? where chaine = ? and seq = ?"
                                + " and empreinte = ?",
                        apres.seq(),
                        apres.empreinte(),
                        apres.sceau(),
                        chaine,
                        avant.seq(),
                        avant.empreinte())
                == 1;
    }
}
