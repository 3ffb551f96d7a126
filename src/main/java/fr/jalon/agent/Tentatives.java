package fr.jalon.agent;

import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Horloge;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Failed log-ins, counted in the database for all nodes: by account, by typed name of no account, by network address. Each
 * count is one write, so that tries made at once all count. A name that is of no account waits like an account: the delay does
 * not tell which names exist.
 */
@Component
class Tentatives {

    /** Many agents share the address of their antenne: it waits five times later than an account. */
    private static final int PARTAGE = 5;

    private static final Duration OUBLI = Duration.ofDays(1);
    private static final Duration CONNUE = Duration.ofDays(30);

    private final JdbcTemplate jdbc;
    private final Chiffrement chiffrement;
    private final Horloge horloge;

    Tentatives(JdbcTemplate jdbc, Chiffrement chiffrement, Horloge horloge) {
        this.jdbc = jdbc;
        this.chiffrement = chiffrement;
        this.horloge = horloge;
    }

    /** When the next try may be made; empty when now. */
    Optional<Instant> libreLe(Optional<UUID> compte, String identifiant, String adresse) {
        Instant duCompte = libreLe(
                connue(compte, adresse) ? cleDuPoste(compte.orElseThrow(), adresse) : cleDuNom(compte, identifiant));
        Instant deLAdresse = libreLe(cleDeLAdresse(adresse));
        if (duCompte == null || deLAdresse == null) {
            return Optional.ofNullable(duCompte == null ? deLAdresse : duCompte);
        }
        return Optional.of(duCompte.isAfter(deLAdresse) ? duCompte : deLAdresse);
    }

    /** When another secret than a password may be tried again from an address. */
    Optional<Instant> libreLe(String usage, String adresse) {
        return Optional.ofNullable(libreLe(usage + ":" + cleDeLAdresse(adresse)));
    }

    /** When a secret of an account may be tried again, wherever from: who is logged in has no known address of its own. */
    Optional<Instant> libreLe(String usage, UUID compte) {
        return Optional.ofNullable(libreLe(usage + ":" + compte));
    }

    void noterEchec(String usage, UUID compte) {
        noterEchec(usage + ":" + compte, 1);
    }

    void oublier(String usage, UUID compte) {
        jdbc.update("delete from tentative where cle = ?", usage + ":" + compte);
    }

    void noterEchec(String usage, String adresse) {
        noterEchec(usage + ":" + cleDeLAdresse(adresse), PARTAGE);
    }

    void noterEchec(Optional<UUID> compte, String identifiant, String adresse) {
        noterEchec(cleDuNom(compte, identifiant), 1);
        compte.ifPresent(id -> noterEchec(cleDuPoste(id, adresse), PARTAGE));
        noterEchec(cleDeLAdresse(adresse), PARTAGE);
    }

    /**
     * The address is known for this account from now on: somebody else's failures elsewhere do not keep its holder out, those from that
     * very address still do, later. Of what failed there, this account's own failures count no more; a success of one's own does not
     * pay for tries at a colleague.
     */
    void noterReussite(UUID compte, String adresse) {
        int siens = echecs(cleDuPoste(compte, adresse));
        oublier(compte);
        String cle = cleDeLAdresse(adresse);
        jdbc.update("update tentative set echecs = greatest(0, echecs - ?) where cle = ?", siens, cle);
        if (DelaiDeReprise.apres(echecs(cle) / PARTAGE).isZero()) {
            jdbc.update("update tentative set prochain_essai = null where cle = ?", cle);
        }
        jdbc.update(
                "insert into adresse_connue (compte_id, adresse, derniere) values (?, ?, ?)"
                        + " on duplicate key update derniere = values(derniere)",
                compte,
                cleDeLAdresse(adresse),
                Timestamp.from(horloge.maintenant()));
    }

    void oublier(UUID compte) {
        jdbc.update(
                "delete from tentative where cle = ? or cle like ?", cleDuCompte(compte), debutDesPostes(compte) + "%");
    }

    /** Failures since the last success, by account. */
    Map<UUID, Integer> echecsParCompte() {
        Map<UUID, Integer> echecs = new HashMap<>();
        jdbc.query(
                "select cle, echecs from tentative where cle like 'compte:%'",
                rs -> {
                    echecs.put(UUID.fromString(rs.getString(1).substring("compte:".length())), rs.getInt(2));
                });
        return echecs;
    }

    private boolean connue(Optional<UUID> compte, String adresse) {
        return compte.isPresent()
                && !jdbc.queryForList(
                                "select 1 from adresse_connue where compte_id = ? and adresse = ? and derniere > ?",
                                compte.get(),
                                cleDeLAdresse(adresse),
                                Timestamp.from(horloge.maintenant().minus(CONNUE)))
                        .isEmpty();
    }

    private Instant libreLe(String cle) {
        return jdbc.query(
                "select prochain_essai from tentative where cle = ? and prochain_essai > ?",
                rs -> rs.next() ? rs.getTimestamp(1).toInstant() : null,
                cle,
                Timestamp.from(horloge.maintenant()));
    }

    private void noterEchec(String cle, int partage) {
        Instant maintenant = horloge.maintenant();
        jdbc.update(
                "insert into tentative (cle, echecs, derniere) values (?, 1, ?) on duplicate key update"
                        + " echecs = if(derniere < ?, 1, echecs + 1), derniere = values(derniere)",
                cle,
                Timestamp.from(maintenant),
                Timestamp.from(maintenant.minus(OUBLI)));
        Duration attente = DelaiDeReprise.apres(Math.max(1, echecs(cle)) / partage);
        jdbc.update(
                "update tentative set prochain_essai = ? where cle = ?",
                attente.isZero() ? null : Timestamp.from(maintenant.plus(attente)),
                cle);
    }

    private int echecs(String cle) {
        return jdbc.query("select echecs from tentative where cle = ?", rs -> rs.next() ? rs.getInt(1) : 0, cle);
    }

    /** What is older than a day counts no more. */
    @Scheduled(cron = "0 50 4 * * *", zone = "Europe/Paris")
    @SchedulerLock(name = "purge-tentatives")
    void purger() {
        Instant maintenant = horloge.maintenant();
        jdbc.update("delete from tentative where derniere < ?", Timestamp.from(maintenant.minus(OUBLI)));
        jdbc.update("delete from adresse_connue where derniere < ?", Timestamp.from(maintenant.minus(CONNUE)));
    }

    private String cleDuNom(Optional<UUID> compte, String identifiant) {
        return compte.map(Tentatives::cleDuCompte)
                .orElseGet(() -> "nom:"
                        + chiffrement
                                .empreinte("nom:" + identifiant.toLowerCase(Locale.ROOT))
                                .substring(0, 40));
    }

    private static String cleDuCompte(UUID compte) {
        return "compte:" + compte;
    }

    /** An account at an address. */
    private String cleDuPoste(UUID compte, String adresse) {
        return debutDesPostes(compte)
                + chiffrement.empreinte("poste:" + cleDeLAdresse(adresse)).substring(0, 24);
    }

    private String debutDesPostes(UUID compte) {
        return "poste:" + chiffrement.empreinte("poste:" + compte).substring(0, 24) + ":";
    }

    private static String cleDeLAdresse(String adresse) {
        return "adresse:" + (adresse.length() > 50 ? adresse.substring(0, 50) : adresse);
    }
}
