package fr.jalon.budget;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes operations, in the transaction of the caller. The first write touches the whole's row of the envelope, so that two
 * operations on one envelope follow each other and see each other; the refusal is the condition of the second write.
 */
@Component
class GrandLivre {

    private final JdbcTemplate jdbc;
    private final Soldes soldes;
    private final Horloge horloge;

    GrandLivre(JdbcTemplate jdbc, Soldes soldes, Horloge horloge) {
        this.jdbc = jdbc;
        this.soldes = soldes;
        this.horloge = horloge;
    }

    /** Makes the operations on one envelope follow each other until the end of the transaction. */
    void prendre(String enveloppe) {
        int prises = jdbc.update(
                "update budget_solde set operations = operations + 1 where enveloppe_id = ? and financeur = '*'",
                enveloppe);
        if (prises == 0) {
            throw new Introuvable("Cette enveloppe n'existe pas.");
        }
    }

    /** @throws Conflit when the year of the envelope is closed */
    void exigerOuverte(String enveloppe) {
        if (!ouverte(enveloppe)) {
            throw new Conflit("L'exercice de cette enveloppe est clos.");
        }
    }

    /** Whether the year of the envelope is still open. */
    boolean ouverte(String enveloppe) {
        return jdbc.queryForObject(
                        "select count(*) from budget_enveloppe where id = ? and clos_le is not null",
                        Integer.class,
                        enveloppe)
                == 0;
    }

    /** Today, at most the last day of the envelope's year: what is done in the weeks after it still counts in it. */
    LocalDate valeur(String enveloppe) {
        int exercice =
                jdbc.queryForObject("select exercice from budget_enveloppe where id = ?", Integer.class, enveloppe);
        LocalDate fin = LocalDate.of(exercice, 12, 31);
        LocalDate jour = horloge.aujourdhui();
        return jour.isAfter(fin) ? fin : jour;
    }

    /**
     * Writes an operation once for its key.
     *
     * @param effet what it adds to the figures of the envelope, in cents
     * @param lignes the lines, from the present figures of each funder; they sum to zero and to {@code effet}
     * @return its number, that of the first time when the key is known; empty when the balances refuse it
     */
    Optional<Long> passer(
            String enveloppe, Ordre ordre, Chiffres effet, Function<Map<String, Chiffres>, List<Ligne>> lignes) {
        prendre(enveloppe);
        Optional<Long> connue = connue(enveloppe, ordre);
        if (connue.isPresent()) {
            return connue;
        }
        Map<String, Chiffres> avant = soldes.parFinanceur(enveloppe);
        if (!ajouter(enveloppe, "*", effet)) {
            return Optional.empty();
        }
        List<Ligne> ecrites = lignes.apply(avant);
        verifier(ecrites, effet);
        Timestamp quand = Timestamp.from(horloge.maintenant().truncatedTo(ChronoUnit.MICROS));
        long operation = ecrire(ordre, quand);
        ecrire(operation, enveloppe, ordre.valeur(), quand, ecrites);
        for (Map.Entry<String, Chiffres> solde :
                Mouvements.parFinanceur(ecrites).entrySet()) {
            if (!ajouter(enveloppe, solde.getKey(), solde.getValue())) {
                throw new IllegalStateException("The rows of the funders do not follow that of the whole");
            }
        }
        cumuler(enveloppe, ordre.valeur(), LocalDate.ofInstant(quand.toInstant(), ZoneOffset.UTC), effet);
        return Optional.of(operation);
    }

    /** Writes lines that the balances cannot refuse, because the caller has read what they move under the same hold. */
    void passer(String enveloppe, Ordre ordre, List<Ligne> lignes) {
        if (passer(enveloppe, ordre, Mouvements.total(lignes), avant -> lignes).isEmpty()) {
            throw new IllegalStateException("The balances refuse what was read of them");
        }
    }

    /** The same key for another operation is a fault of the caller. */
    private Optional<Long> connue(String enveloppe, Ordre ordre) {
        return jdbc
                .query(
                        "select o.id, o.nature, min(l.enveloppe_id) from budget_operation o join budget_ligne l"
                                + " on l.operation_id = o.id where o.cle = ? group by o.id, o.nature",
                        (rs, n) -> {
                            if (!rs.getString(2).equals(ordre.nature().name())
                                    || !rs.getString(3).equals(enveloppe)) {
                                throw new Conflit("Cette clé a déjà servi pour une autre opération.");
                            }
                            return rs.getLong(1);
                        },
                        ordre.cle())
                .stream()
                .findFirst();
    }

    private static void verifier(List<Ligne> lignes, Chiffres effet) {
        if (lignes.size() < 2 || lignes.stream().mapToLong(Ligne::centimes).sum() != 0) {
            throw new IllegalStateException("An operation has two lines or more that sum to zero");
        }
        if (!Mouvements.total(lignes).equals(effet)) {
            throw new IllegalStateException("The lines are not what the operation adds to the figures");
        }
    }

    /** False when a figure would fall below what the next one includes. */
    private boolean ajouter(String enveloppe, String financeur, Chiffres c) {
        return jdbc.update(
                        "update budget_solde set vote = vote + ?, reserve = reserve + ?, engage = engage + ?,"
                                + " liquide = liquide + ?, mandate = mandate + ?, paye = paye + ?, libre = libre + ?"
                                + " where enveloppe_id = ? and financeur = ? and libre + ? >= 0 and reserve + ? >= 0"
                                + " and engage + ? >= liquide + ? and liquide + ? >= mandate + ?"
                                + " and mandate + ? >= paye + ? and paye + ? >= 0",
                        c.vote(),
                        c.reserve(),
                        c.engage(),
                        c.liquide(),
                        c.mandate(),
                        c.paye(),
                        c.libre(),
                        enveloppe,
                        financeur,
                        c.libre(),
                        c.reserve(),
                        c.engage(),
                        c.liquide(),
                        c.liquide(),
                        c.mandate(),
                        c.mandate(),
                        c.paye(),
                        c.paye())
                == 1;
    }

    private long ecrire(Ordre ordre, Timestamp quand) {
        jdbc.update(
                "insert into budget_operation (nature, cle, source, auteur, valeur, enregistree_le, contrepasse)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                ordre.nature().name(),
                ordre.cle(),
                ordre.source(),
                ordre.auteur(),
                ordre.valeur(),
                quand,
                ordre.contrepasse());
        return jdbc.queryForObject("select last_insert_id()", Long.class);
    }

    private void ecrire(long operation, String enveloppe, LocalDate valeur, Timestamp quand, List<Ligne> lignes) {
        List<Object[]> rangees = new java.util.ArrayList<>();
        for (Ligne l : lignes) {
            rangees.add(new Object[] {
                operation,
                rangees.size() + 1,
                enveloppe,
                l.financeur(),
                l.compte().name(),
                l.centimes(),
                valeur,
                quand
            });
        }
        jdbc.batchUpdate(
                "insert into budget_ligne (operation_id, rang, enveloppe_id, financeur, compte, centimes, valeur,"
                        + " enregistree_le) values (?, ?, ?, ?, ?, ?, ?, ?)",
                rangees);
    }

    private void cumuler(String enveloppe, LocalDate valeur, LocalDate saisie, Chiffres c) {
        int connus = jdbc.update(
                "update budget_jour set vote = vote + ?, reserve = reserve + ?, engage = engage + ?, liquide = liquide + ?,"
                        + " mandate = mandate + ?, paye = paye + ?, libre = libre + ?"
                        + " where enveloppe_id = ? and valeur = ? and saisi_le = ?",
                c.vote(),
                c.reserve(),
                c.engage(),
                c.liquide(),
                c.mandate(),
                c.paye(),
                c.libre(),
                enveloppe,
                valeur,
                saisie);
        if (connus == 0) {
            jdbc.update(
                    "insert into budget_jour (enveloppe_id, valeur, saisi_le, vote, reserve, engage, liquide, mandate,"
                            + " paye, libre) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    enveloppe,
                    valeur,
                    saisie,
                    c.vote(),
                    c.reserve(),
                    c.engage(),
                    c.liquide(),
                    c.mandate(),
                    c.paye(),
                    c.libre());
        }
    }
}
