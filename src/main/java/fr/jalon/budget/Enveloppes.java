package fr.jalon.budget;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The envelopes: who funds them, what is voted, what their figures are and were. */
@Service
public class Enveloppes {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Za-z0-9-]{0,39}");
    private static final int TOUT = 10_000;

    private final JdbcTemplate jdbc;
    private final GrandLivre livre;
    private final Soldes soldes;
    private final FileDuBudget file;
    private final Reprise reprise;
    private final Horloge horloge;

    Enveloppes(
            JdbcTemplate jdbc, GrandLivre livre, Soldes soldes, FileDuBudget file, Reprise reprise, Horloge horloge) {
        this.jdbc = jdbc;
        this.livre = livre;
        this.soldes = soldes;
        this.file = file;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    /**
     * Opens an envelope without any credit; one that exists stays as it is.
     *
     * @param id letters without accents, digits and dashes, first a capital
     * @param financeurs whose shares sum to 100 %
     * @throws SaisieInvalide when an id, a code or the shares are wrong
     */
    public void ouvrir(String id, String libelle, int exercice, List<Financeur> financeurs) {
        verifier(id, financeurs);
        reprise.enTransaction(() -> {
            int ouvertes = jdbc.update(
                    "insert ignore into budget_enveloppe (id, libelle, exercice, cree_le) values (?, ?, ?, ?)",
                    id,
                    libelle,
                    exercice,
                    Timestamp.from(horloge.maintenant()));
            if (ouvertes == 1) {
                jdbc.update("insert into budget_solde (enveloppe_id, financeur) values (?, '*')", id);
                financeurs.forEach(f -> ajouter(id, f, financeurs.indexOf(f)));
            }
        });
    }

    private static void verifier(String id, List<Financeur> financeurs) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (!CODE.matcher(id).matches()) {
            erreurs.add(new ErreurChamp("id", "Des lettres sans accent, des chiffres et des tirets, 40 au plus."));
        }
        if (financeurs.stream().mapToInt(Financeur::points).sum() != TOUT
                || financeurs.stream().anyMatch(f -> f.points() <= 0)) {
            erreurs.add(new ErreurChamp("financeurs", "Les parts des financeurs doivent faire 100 %."));
        }
        if (financeurs.stream().anyMatch(f -> !CODE.matcher(f.code()).matches())) {
            erreurs.add(new ErreurChamp("financeurs", "Un code de financeur n'a que des lettres sans accent."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }

    private void ajouter(String id, Financeur f, int rang) {
        jdbc.update(
                "insert into budget_part (enveloppe_id, financeur, nom, points, rang) values (?, ?, ?, ?, ?)",
                id,
                f.code(),
                f.nom(),
                f.points(),
                rang);
        jdbc.update("insert into budget_solde (enveloppe_id, financeur) values (?, ?)", id, f.code());
    }

    /**
     * Adds voted credit, split by the shares on the cumulated vote.
     *
     * @param cle idempotency key
     * @param centimes above zero
     * @return number of the operation
     */
    public long doter(String id, String cle, long centimes, LocalDate valeur, String source, String auteur) {
        if (centimes <= 0) {
            throw new SaisieInvalide("montant", "Le montant doit être au-dessus de zéro.");
        }
        return file.aSonTour(() -> reprise.enTransaction(() -> {
            livre.exigerOuverte(id);
            List<Financeur> financeurs = financeurs(id);
            Ordre ordre = new Ordre(Nature.DOTATION, cle, source, auteur, valeur, null);
            return livre.passer(id, ordre, new Chiffres(centimes, 0, 0, 0, 0, 0, centimes), avant -> {
                        List<Long> votes = chacun(financeurs, avant, Chiffres::vote);
                        List<Long> sansLimite =
                                financeurs.stream().map(f -> centimes).toList();
                        return Mouvements.doter(
                                financeurs, Repartition.ajouter(centimes, points(financeurs), votes, sansLimite));
                    })
                    .orElseThrow();
        }));
    }

    /**
     * Reverses a vote of credit: the only way to correct one.
     *
     * @throws Conflit when it is reversed already, is a reversal itself, is corrected by its reservation, or its credit is used,
     *     be it that of one funder alone
     */
    public long contrepasser(long operation, String motif, String auteur) {
        return file.aSonTour(() -> reprise.enTransaction(() -> {
            Operation faite = operation(operation);
            if (faite.nature() == Nature.CONTREPASSATION) {
                throw new Conflit("Une contre-passation ne se contre-passe pas : passez l'opération de nouveau.");
            }
            if (faite.nature() != Nature.DOTATION) {
                throw new Conflit(
                        "Cette opération se corrige par l'acte inverse : une réservation s'annule, un engagement se solde,"
                                + " un crédit retiré ou viré se remet.");
            }
            livre.prendre(faite.enveloppe());
            livre.exigerOuverte(faite.enveloppe());
            if (jdbc.queryForObject(
                            "select count(*) from budget_operation where contrepasse = ?", Integer.class, operation)
                    > 0) {
                throw new Conflit("Cette opération est déjà contre-passée.");
            }
            List<Ligne> inverses =
                    lignes(operation).stream().map(Ligne::inverse).toList();
            exigerLibre(faite.enveloppe(), inverses);
            Ordre ordre = new Ordre(
                    Nature.CONTREPASSATION,
                    "contrepassation:" + operation,
                    motif,
                    auteur,
                    horloge.aujourdhui(),
                    operation);
            return livre.passer(faite.enveloppe(), ordre, Mouvements.total(inverses), avant -> inverses)
                    .orElseThrow(() -> employe("", soldes.presents(faite.enveloppe())));
        }));
    }

    /** What leaves is still free, in the whole and for each funder. */
    private void exigerLibre(String enveloppe, List<Ligne> inverses) {
        Chiffres tout = soldes.presents(enveloppe);
        if (tout.libre() + Mouvements.total(inverses).libre() < 0) {
            throw employe("", tout);
        }
        Map<String, Chiffres> presents = soldes.parFinanceur(enveloppe);
        Mouvements.parFinanceur(inverses).forEach((financeur, chiffres) -> {
            if (presents.get(financeur).libre() + chiffres.libre() < 0) {
                throw employe(" de " + nom(enveloppe, financeur), presents.get(financeur));
            }
        });
    }

    private String nom(String enveloppe, String financeur) {
        return financeurs(enveloppe).stream()
                .filter(f -> f.code().equals(financeur))
                .map(Financeur::nom)
                .findFirst()
                .orElse(financeur);
    }

    private static Conflit employe(String deQui, Chiffres presents) {
        return new Conflit(
                "Ce crédit" + deQui + " est déjà employé ; disponible : " + Centimes.enEuros(presents.libre()));
    }

    private record Operation(Nature nature, String enveloppe) {}

    private Operation operation(long id) {
        return jdbc
                .query(
                        "select o.nature, l.enveloppe_id from budget_operation o join budget_ligne l"
                                + " on l.operation_id = o.id where o.id = ? limit 1",
                        (rs, n) -> new Operation(Nature.valueOf(rs.getString(1)), rs.getString(2)),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Introuvable("Cette opération n'existe pas."));
    }

    private List<Ligne> lignes(long operation) {
        return jdbc.query(
                "select financeur, compte, centimes from budget_ligne where operation_id = ? order by rang",
                (rs, n) -> new Ligne(rs.getString(1), Compte.valueOf(rs.getString(2)), rs.getLong(3)),
                operation);
    }

    /** The envelopes of a year with their present figures. */
    @Transactional(readOnly = true)
    public List<EnveloppeVue> lister(int exercice) {
        return jdbc
                .queryForList("select id from budget_enveloppe where exercice = ? order by id", String.class, exercice)
                .stream()
                .map(this::parId)
                .toList();
    }

    /** An envelope with its present figures. */
    @Transactional(readOnly = true)
    public EnveloppeVue parId(String id) {
        return jdbc
                .query(
                        "select libelle, exercice from budget_enveloppe where id = ?",
                        (rs, n) -> new EnveloppeVue(
                                id, rs.getString(1), rs.getInt(2), financeurs(id), soldes.presents(id)),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Introuvable("Cette enveloppe n'existe pas."));
    }

    /**
     * An envelope as it was.
     *
     * @param au value date, included; null for all
     * @param connuLe only what was recorded then; null for all that is recorded now
     */
    @Transactional(readOnly = true)
    public EnveloppeVue au(String id, LocalDate au, Instant connuLe) {
        EnveloppeVue enveloppe = parId(id);
        LocalDate jour = au == null ? LocalDate.of(9999, 12, 31) : au;
        return enveloppe.avec(connuLe == null ? soldes.au(id, jour) : soldes.au(id, jour, connuLe));
    }

    /** Present figures of each funder. */
    Map<String, Chiffres> parFinanceur(String id) {
        return soldes.parFinanceur(id);
    }

    List<Financeur> financeurs(String id) {
        return jdbc.query(
                "select financeur, nom, points from budget_part where enveloppe_id = ? order by rang",
                (rs, n) -> new Financeur(rs.getString(1), rs.getString(2), rs.getInt(3)),
                id);
    }

    static List<Integer> points(List<Financeur> financeurs) {
        return financeurs.stream().map(Financeur::points).collect(Collectors.toList());
    }

    /** A figure of each funder, in their order. */
    static List<Long> chacun(
            List<Financeur> financeurs, Map<String, Chiffres> soldes, Function<Chiffres, Long> chiffre) {
        return financeurs.stream().map(f -> chiffre.apply(soldes.get(f.code()))).toList();
    }
}
