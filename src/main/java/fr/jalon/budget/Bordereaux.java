package fr.jalon.budget;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The slips that take orders to the accountant: numbered without a gap, what is on one never changes. */
@Service
public class Bordereaux {

    private static final int MONTRES = 100;

    private final JdbcTemplate jdbc;
    private final OrdresEcrits ordres;
    private final Numeros numeros;
    private final Reprise reprise;
    private final Horloge horloge;

    Bordereaux(JdbcTemplate jdbc, OrdresEcrits ordres, Numeros numeros, Reprise reprise, Horloge horloge) {
        this.jdbc = jdbc;
        this.ordres = ordres;
        this.numeros = numeros;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    /**
     * A slip.
     *
     * @param ordres how many it takes
     * @param centimes their sum
     */
    public record Bordereau(String numero, int exercice, int ordres, long centimes, String par, Instant le) {}

    /**
     * Puts every order of a year that waits on a new slip.
     *
     * @return its number
     * @throws Conflit when none waits
     */
    public String transmettre(int exercice, String auteur) {
        return reprise.enTransaction(() -> {
            String numero = numeros.suivant("B", exercice);
            jdbc.update(
                    "insert into budget_bordereau (numero, exercice, ordres, centimes, fait_par, fait_le)"
                            + " values (?, ?, 0, 0, ?, ?)",
                    numero,
                    exercice,
                    auteur,
                    Timestamp.from(horloge.maintenant()));
            int pris = jdbc.update(
                    "update budget_ordre set etat = 'TRANSMIS', bordereau = ? where exercice = ? and etat = 'ORDONNE'",
                    numero,
                    exercice);
            if (pris == 0) {
                throw new Conflit("Aucun mandat n'attend d'être transmis.");
            }
            jdbc.update(
                    "update budget_bordereau set ordres = ?, centimes = (select sum(o.centimes) from budget_ordre o"
                            + " where o.bordereau = ?) where numero = ?",
                    pris,
                    numero,
                    numero);
            return numero;
        });
    }

    /** The last slips of a year, the newest first. */
    @Transactional(readOnly = true)
    public List<Bordereau> lister(int exercice) {
        return lire("exercice = ? order by fait_le desc, numero desc limit " + MONTRES, exercice);
    }

    /** @throws Introuvable when no slip has this number */
    @Transactional(readOnly = true)
    public Bordereau parNumero(String numero) {
        return lire("numero = ?", numero).stream()
                .findFirst()
                .orElseThrow(() -> new Introuvable("Ce bordereau n'existe pas."));
    }

    /** Its orders, by number. */
    @Transactional(readOnly = true)
    public List<OrdreVue> ordres(String numero) {
        return ordres.duBordereau(parNumero(numero).numero());
    }

    private List<Bordereau> lire(String condition, Object valeur) {
        return jdbc.query(
                "select numero, exercice, ordres, centimes, fait_par, fait_le from budget_bordereau where " + condition,
                (rs, n) -> new Bordereau(
                        rs.getString(1),
                        rs.getInt(2),
                        rs.getInt(3),
                        rs.getLong(4),
                        rs.getString(5),
                        rs.getTimestamp(6).toInstant()),
                valeur);
    }
}
