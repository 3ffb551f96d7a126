package fr.jalon.journal;

import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Horloge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the new entries of each antenne, one sealer at a time, so that writers never wait for one another. Each day the
 * heads go, signed, to a file outside the database: a shortened chain or an old backup shows.
 */
@Component
class Scellement {

    private static final Logger LOG = LoggerFactory.getLogger(Scellement.class);
    private static final int LOT = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Chiffrement chiffrement;
    private final Horloge horloge;
    private final Path scelles;

    Scellement(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Chiffrement chiffrement,
            Horloge horloge,
            @Value("${jalon.scelles}") Path scelles) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.chiffrement = chiffrement;
        this.horloge = horloge;
        this.scelles = scelles;
    }

    private record Tete(long seq, String empreinte) {}

    private record ASceller(UUID id, Instant quand, String qui, String nature, String objet, String texte) {}

    @Scheduled(fixedDelayString = "${jalon.journal.periode:PT1S}")
    @SchedulerLock(name = "scellement-journal", lockAtMostFor = "PT1M")
    void sceller() {
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
                    "select id, quand, qui, nature, objet, texte from journal_entree where seq is null and chaine = ?"
                            + " order by quand, id limit " + LOT,
                    (rs, rang) -> new ASceller(
                            rs.getObject(1, UUID.class),
                            rs.getTimestamp(2).toInstant(),
                            rs.getString(3),
                            rs.getString(4),
                            rs.getString(5),
                            rs.getString(6)),
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
        String empreinte = Empreinte.de(
                tete.empreinte(), chaine, seq, e.id(), e.quand(), e.qui(), e.nature(), e.objet(), e.texte());
        int ecrites = jdbc.update(
                "update journal_entree set seq = ?, precedent = ?, empreinte = ? where id = ? and seq is null",
                seq,
                tete.empreinte(),
                empreinte,
                e.id());
        if (ecrites != 1) {
            throw new ConcurrencyFailureException("l'entrée " + e.id() + " est déjà scellée");
        }
        return new Tete(seq, empreinte);
    }

    private Tete tete(String chaine) {
        return jdbc.query(
                "select seq, empreinte from journal_tete where chaine = ?",
                rs -> rs.next() ? new Tete(rs.getLong(1), rs.getString(2)) : new Tete(0, Empreinte.DEPART),
                chaine);
    }

    private boolean avancer(String chaine, Tete avant, Tete apres) {
        if (avant.seq() == 0) {
            try {
                return jdbc.update(
                                "insert into journal_tete (chaine, seq, empreinte) values (?, ?, ?)",
                                chaine,
                                apres.seq(),
                                apres.empreinte())
                        == 1;
            } catch (DuplicateKeyException e) {
                return false;
            }
        }
        return jdbc.update(
                        "update journal_tete set seq = ?, empreinte = ? where chaine = ? and seq = ? and empreinte = ?",
                        apres.seq(),
                        apres.empreinte(),
                        chaine,
                        avant.seq(),
                        avant.empreinte())
                == 1;
    }

    /** Writes the heads of the day outside the database, each line signed with the master key. */
    @Scheduled(cron = "${jalon.journal.scelle:0 15 4 * * *}", zone = "Europe/Paris")
    @SchedulerLock(name = "scelle-du-jour")
    void scellerLeJour() {
        StringBuilder lignes = new StringBuilder();
        jdbc.query("select chaine, seq, empreinte from journal_tete order by chaine", rs -> {
            String contenu =
                    Scelles.contenu(horloge.aujourdhui().toString(), rs.getString(1), rs.getLong(2), rs.getString(3));
            lignes.append(contenu)
                    .append(' ')
                    .append(chiffrement.empreinte(contenu))
                    .append('\n');
        });
        try {
            Files.createDirectories(scelles.toAbsolutePath().getParent());
            Files.writeString(
                    scelles, lignes, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Les scellés du journal n'ont pas pu être écrits", e);
        }
    }
}
