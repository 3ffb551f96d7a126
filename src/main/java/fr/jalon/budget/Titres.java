package fr.jalon.budget;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Titles of receipt: sums paid that were not due are asked back. The credit is free again when they come back, not before, and only while
 * the year is open.
 */
@Service
public class Titres {

    private final JdbcTemplate jdbc;
    private final OrdresEcrits ordres;
    private final Engagements engagements;
    private final Enveloppes enveloppes;
    private final GrandLivre livre;
    private final Numeros numeros;
    private final FileDuBudget file;
    private final Reprise reprise;
    private final Horloge horloge;

    Titres(
            JdbcTemplate jdbc,
            OrdresEcrits ordres,
            Engagements engagements,
            Enveloppes enveloppes,
            GrandLivre livre,
            Numeros numeros,
            FileDuBudget file,
            Reprise reprise,
            Horloge horloge) {
        this.jdbc = jdbc;
        this.ordres = ordres;
        this.engagements = engagements;
        this.enveloppes = enveloppes;
        this.livre = livre;
        this.numeros = numeros;
        this.file = file;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    /** Where a title stands. */
    public enum Etat {
        EMIS("Émis"),
        ENCAISSE("Encaissé"),
        ANNULE("Annulé");

        private final String libelle;

        Etat(String libelle) {
            this.libelle = libelle;
        }

        /** French name, for screens. */
        public String libelle() {
            return libelle;
        }
    }

    /** @param encaisseLe null before */
    public record Titre(
            String numero, String ordre, long centimes, String motif, Etat etat, String par, LocalDate encaisseLe) {}

    /**
     * Asks back all or part of a paid order.
     *
     * @return number of the title, never given twice
     * @throws SaisieInvalide on {@code montant} when more than was paid is asked back over all titles of the order
     * @throws Conflit when the order is not paid
     */
    public String emettre(String ordre, long centimes, String motif, String auteur) {
        String net = Ordres.motif(motif);
        return reprise.enTransaction(() -> {
            OrdreVue o = ordres.lire(ordre);
            if (o.suivi().etat() != OrdreVue.Etat.PAYE) {
                throw new Conflit("Ce mandat n'est pas payé : il n'y a rien à rendre.");
            }
            if (centimes <= 0 || !prendre(ordre, centimes)) {
                throw new SaisieInvalide(
                        "montant",
                        "Demandez un montant au-dessus de zéro, au plus ce qui est payé et pas encore redemandé : "
                                + Centimes.enFrancais(o.centimes() - o.suivi().restitue()) + ".");
            }
            String numero = numeros.suivant("T", horloge.aujourdhui().getYear());
            jdbc.update(
                    "insert into budget_titre (numero, ordre, centimes, motif, etat, emis_par, emis_le)"
                            + " values (?, ?, ?, ?, 'EMIS', ?, ?)",
                    numero,
                    ordre,
                    centimes,
                    net,
                    auteur,
                    Timestamp.from(horloge.maintenant()));
            return numero;
        });
    }

    /** False when more than was paid would be asked back. */
    private boolean prendre(String ordre, long centimes) {
        return jdbc.update(
                        "update budget_ordre set restitue = restitue + ? where numero = ? and restitue + ? <= centimes",
                        centimes,
                        ordre,
                        centimes)
                == 1;
    }

    /** Records that the sum came back, once; free again in its envelope while its year is open. */
    public void encaisser(String numero, LocalDate le, String auteur) {
        if (le == null || le.isAfter(horloge.aujourdhui())) {
            throw new SaisieInvalide("encaisseLe", "Donnez le jour de l'encaissement, aujourd'hui au plus tard.");
        }
        file.aSonTour(() -> reprise.enTransaction(() -> {
            Titre titre = lire(numero);
            OrdreVue o = ordres.lire(titre.ordre());
            Engagement e = engagements.prendre(o.origine().engagement());
            resoudre(titre, Etat.ENCAISSE, le);
            if (livre.ouverte(e.enveloppe())) {
                rendre(e, titre, le, auteur);
            }
            return numero;
        }));
    }

    /** What comes back leaves every phase of the commitment, shared as it was paid. */
    private void rendre(Engagement e, Titre titre, LocalDate le, String auteur) {
        List<Financeur> financeurs = enveloppes.financeurs(e.enveloppe());
        List<Chiffres> portes = engagements.parts(e.numero(), financeurs);
        List<Long> payes = portes.stream().map(Chiffres::paye).toList();
        List<Long> parts = Repartition.retirer(titre.centimes(), Enveloppes.points(financeurs), payes, payes);
        engagements.mouvoir(
                e, Nature.RECETTE, "titre:" + titre.numero(), le, auteur, Mouvements.rembourser(financeurs, parts));
    }

    /** Takes back a title whose sum did not come, once. */
    public void annuler(String numero) {
        reprise.enTransaction(() -> {
            Titre titre = lire(numero);
            resoudre(titre, Etat.ANNULE, null);
            jdbc.update(
                    "update budget_ordre set restitue = restitue - ? where numero = ?",
                    titre.centimes(),
                    titre.ordre());
        });
    }

    private void resoudre(Titre titre, Etat vers, LocalDate encaisseLe) {
        if (jdbc.update(
                        "update budget_titre set etat = ?, encaisse_le = ? where numero = ? and etat = 'EMIS'",
                        vers.name(),
                        encaisseLe,
                        titre.numero())
                == 0) {
            throw new Conflit("Ce titre est déjà encaissé ou annulé.");
        }
    }

    private Titre lire(String numero) {
        return lister("numero = ?", numero).stream()
                .findFirst()
                .orElseThrow(() -> new Introuvable("Ce titre n'existe pas."));
    }

    /** The titles of an order, the newest first. */
    @Transactional(readOnly = true)
    public List<Titre> duMandat(String ordre) {
        return lister("ordre = ? order by emis_le desc, numero desc", ordre);
    }

    /** @throws Introuvable when no title has this number */
    @Transactional(readOnly = true)
    public Titre parNumero(String numero) {
        return lire(numero);
    }

    private List<Titre> lister(String condition, Object valeur) {
        return jdbc.query(
                "select numero, ordre, centimes, motif, etat, emis_par, encaisse_le from budget_titre where "
                        + condition,
                (rs, n) -> new Titre(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getLong(3),
                        rs.getString(4),
                        Etat.valueOf(rs.getString(5)),
                        rs.getString(6),
                        rs.getObject(7, LocalDate.class)),
                valeur);
    }
}
