package fr.jalon.budget;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.Reprise;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The closing of a year: a preview that changes nothing, a choice for each commitment, then the closing itself, which goes on where it
 * stopped when it is run again.
 */
@Service
public class Cloture {

    private static final int LOT = 500;

    /** Commitments of an envelope that still hold something not ordered, and what is chosen for them. */
    private static final String RESTES = " from budget_engagement e join (select numero, sum(engage - mandate) reste,"
            + " sum(liquide - mandate) certifie from budget_engagement_part group by numero) p on p.numero = e.numero"
            + " left join budget_cloture_choix c on c.numero = e.numero where e.etat <> 'REPORTE' and p.reste > 0";

    private final JdbcTemplate jdbc;
    private final GrandLivre livre;
    private final Enveloppes enveloppes;
    private final Reservations reservations;
    private final Reports reports;
    private final FileDuBudget file;
    private final Reprise reprise;
    private final Horloge horloge;
    private final Choix usuel;
    private final MonthDay complementaire;

    Cloture(
            JdbcTemplate jdbc,
            GrandLivre livre,
            Enveloppes enveloppes,
            Reservations reservations,
            Reports reports,
            FileDuBudget file,
            Reprise reprise,
            Horloge horloge,
            @Value("${jalon.budget.cloture.choix}") Choix usuel,
            @Value("${jalon.budget.cloture.journee-complementaire}") String complementaire) {
        this.jdbc = jdbc;
        this.livre = livre;
        this.enveloppes = enveloppes;
        this.reservations = reservations;
        this.reports = reports;
        this.file = file;
        this.reprise = reprise;
        this.horloge = horloge;
        this.usuel = usuel;
        this.complementaire = MonthDay.parse("--" + complementaire);
    }

    /** What becomes of a commitment that is not all ordered. */
    public enum Choix {
        REPORTER("Reporter"),
        LIBERER("Libérer");

        private final String libelle;

        Choix(String libelle) {
            this.libelle = libelle;
        }

        /** French name, for screens. */
        public String libelle() {
            return libelle;
        }
    }

    /**
     * What the closing does to an envelope; amounts in cents.
     *
     * @param rattache certified and not ordered: carried over whatever is chosen
     * @param reserve open reservations, given back
     * @param perdu free credit that is left, what is given back included
     */
    public record Apercu(
            EnveloppeVue enveloppe,
            int engagements,
            long reporte,
            long rattache,
            long libere,
            long reserve,
            long perdu) {}

    /** A commitment with a rest; {@code certifie} of it is certified. */
    public record Restant(String numero, String enveloppe, String source, long reste, long certifie, Choix choix) {}

    /** Day from which a year can be closed: the morning after the journée complémentaire. */
    public LocalDate possibleLe(int exercice) {
        return complementaire.atYear(exercice + 1).plusDays(1);
    }

    /** What the closing would do now, an envelope a row. */
    @Transactional(readOnly = true)
    public List<Apercu> apercu(int exercice) {
        return enveloppes.lister(exercice).stream().map(this::apercu).toList();
    }

    private Apercu apercu(EnveloppeVue e) {
        String choix = "coalesce(c.choix, '" + usuel + "')";
        return jdbc.queryForObject(
                "select count(*), coalesce(sum(if(" + choix + " = 'REPORTER', p.reste, p.certifie)), 0),"
                        + " coalesce(sum(p.certifie), 0), coalesce(sum(if(" + choix
                        + " = 'REPORTER', 0, p.reste - p.certifie)), 0)" + RESTES + " and e.enveloppe_id = ?",
                (rs, n) -> {
                    long libere = rs.getLong(4);
                    long reserve = e.chiffres().reserve();
                    return new Apercu(
                            e,
                            rs.getInt(1),
                            rs.getLong(2),
                            rs.getLong(3),
                            libere,
                            reserve,
                            e.chiffres().libre() + libere + reserve);
                },
                e.id());
    }

    /** The commitments with a rest, by number. */
    @Transactional(readOnly = true)
    public Page<Restant> restants(int exercice, int page, int taille) {
        Page.verifier(page, taille);
        String deLAnnee = RESTES + " and e.enveloppe_id in (select id from budget_enveloppe where exercice = ?)";
        List<Restant> lus = jdbc.query(
                "select e.numero, e.enveloppe_id, e.source, p.reste, p.certifie, c.choix" + deLAnnee
                        + " order by e.numero limit ? offset ?",
                (rs, n) -> new Restant(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getLong(4),
                        rs.getLong(5),
                        rs.getString(6) == null ? usuel : Choix.valueOf(rs.getString(6))),
                exercice,
                taille,
                (long) page * taille);
        return new Page<>(lus, page, taille, jdbc.queryForObject("select count(*)" + deLAnnee, Long.class, exercice));
    }

    /**
     * What becomes of one commitment at the closing.
     *
     * @throws Introuvable when no commitment has this number
     */
    public void choisir(String engagement, Choix choix, String auteur) {
        int choisis = jdbc.update(
                "insert into budget_cloture_choix (numero, choix, par, le) select numero, ?, ?, ? from budget_engagement"
                        + " where numero = ? on duplicate key update choix = values(choix), par = values(par), le = values(le)",
                choix.name(),
                auteur,
                Timestamp.from(horloge.maintenant()),
                engagement);
        if (choisis == 0) {
            throw new Introuvable("Cet engagement n'existe pas.");
        }
    }

    /**
     * Closes the year: nothing new is reserved, committed, certified or ordered in it; what was ordered is still paid. Run again, it goes
     * on where it stopped and changes nothing once done.
     *
     * @throws Conflit before the end of the journée complémentaire
     */
    public void cloturer(int exercice, String auteur) {
        if (horloge.aujourdhui().isBefore(possibleLe(exercice))) {
            throw new Conflit("L'exercice " + exercice + " se clôt à partir du " + Horloge.enMots(possibleLe(exercice))
                    + ", après la journée complémentaire.");
        }
        for (EnveloppeVue e : enveloppes.lister(exercice)) {
            fermer(e.id());
            reservations.rendreAvantCloture(e.id(), auteur);
            boolean encore;
            do {
                encore = sortirUnLot(e, auteur);
            } while (encore);
        }
    }

    private void fermer(String id) {
        file.aSonTour(() -> reprise.enTransaction(() -> {
            livre.prendre(id);
            return jdbc.update(
                    "update budget_enveloppe set clos_le = ? where id = ? and clos_le is null",
                    Timestamp.from(horloge.maintenant()),
                    id);
        }));
    }

    private boolean sortirUnLot(EnveloppeVue e, String auteur) {
        return file.aSonTour(() -> reprise.enTransaction(() -> {
            livre.prendre(e.id());
            List<Reports.Sortant> lot = jdbc.query(
                    "select e.numero, coalesce(c.choix, ?) from budget_engagement e left join budget_cloture_choix c"
                            + " on c.numero = e.numero where e.enveloppe_id = ? and e.etat in ('OUVERT', 'SOLDE') and exists"
                            + " (select 1 from budget_engagement_part p where p.numero = e.numero and p.engage > p.mandate)"
                            + " limit " + LOT,
                    (rs, n) -> new Reports.Sortant(rs.getString(1), Choix.valueOf(rs.getString(2)) == Choix.REPORTER),
                    usuel.name(),
                    e.id());
            if (!lot.isEmpty()) {
                reports.sortir(e, lot.get(0).numero(), lot, auteur);
            }
            return lot.size() == LOT;
        }));
    }

    /** The years that have envelopes, the newest first. */
    @Transactional(readOnly = true)
    public List<Integer> exercices() {
        return jdbc.queryForList(
                "select distinct exercice from budget_enveloppe order by exercice desc", Integer.class);
    }
}
