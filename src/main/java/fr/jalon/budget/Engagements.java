package fr.jalon.budget;

import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The commitments: who decided, who is to be paid, what each funder bears of them at each phase. */
@Component
class Engagements {

    private final JdbcTemplate jdbc;
    private final GrandLivre livre;
    private final Chiffrement chiffrement;
    private final Horloge horloge;

    Engagements(JdbcTemplate jdbc, GrandLivre livre, Chiffrement chiffrement, Horloge horloge) {
        this.jdbc = jdbc;
        this.livre = livre;
        this.chiffrement = chiffrement;
        this.horloge = horloge;
    }

    /** Writes a new one; {@code parts} are what each funder bears, in their order. */
    void creer(String numero, Reservation r, AQui aQui, String auteur, List<Financeur> financeurs, List<Long> parts) {
        jdbc.update(
                "insert into budget_engagement (numero, reservation_id, enveloppe_id, source, a_qui, siret, iban_empreinte,"
                        + " decide_par, etat, cree_le) values (?, ?, ?, ?, ?, ?, ?, ?, 'OUVERT', ?)",
                numero,
                r.id(),
                r.enveloppe(),
                r.source(),
                aQui == null ? null : aQui.nature().name(),
                aQui == null || aQui.siret() == null ? null : aQui.siret().numero(),
                aQui == null || aQui.iban() == null
                        ? null
                        : chiffrement.empreinte(aQui.iban().numero()),
                auteur,
                Timestamp.from(horloge.maintenant()));
        for (int i = 0; i < parts.size(); i++) {
            jdbc.update(
                    "insert into budget_engagement_part (numero, financeur, engage) values (?, ?, ?)",
                    numero,
                    financeurs.get(i).code(),
                    parts.get(i));
        }
    }

    /** @throws Introuvable when no commitment has this number */
    Engagement lire(String numero) {
        return jdbc
                .query(
                        "select numero, enveloppe_id, source, a_qui, siret, iban_empreinte, decide_par, etat"
                                + " from budget_engagement where numero = ?",
                        (rs, n) -> new Engagement(
                                rs.getString(1),
                                rs.getString(2),
                                rs.getString(3),
                                Optional.ofNullable(rs.getString(4))
                                        .map(AQui.Nature::valueOf)
                                        .orElse(null),
                                rs.getString(5),
                                rs.getString(6),
                                rs.getString(7),
                                Engagement.Etat.valueOf(rs.getString(8))),
                        numero)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Introuvable("Cet engagement n'existe pas."));
    }

    /** The number under which a commitment goes on: its own, or the one that its carry-overs gave it. */
    String aCeJour(String numero) {
        String courant = numero;
        while (lire(courant).etat() == Engagement.Etat.REPORTE) {
            courant = jdbc.queryForObject(
                    "select numero from budget_engagement where reporte_de = ?", String.class, courant);
        }
        return courant;
    }

    /** The commitment, nobody else writing on its envelope until the end of the transaction. */
    Engagement prendre(String numero) {
        livre.prendre(lire(numero).enveloppe());
        return lire(numero);
    }

    /** The same, when its year is open. */
    Engagement prendreDansLAnnee(String numero) {
        Engagement e = prendre(numero);
        livre.exigerOuverte(e.enveloppe());
        return e;
    }

    /** The same, when something more can be certified on it. */
    Engagement prendreOuvert(String numero) {
        Engagement e = prendreDansLAnnee(numero);
        if (e.etat() != Engagement.Etat.OUVERT) {
            throw new Conflit(e.etat().refus());
        }
        return e;
    }

    /** What each funder bears, in their order. */
    List<Chiffres> parts(String numero, List<Financeur> financeurs) {
        return financeurs.stream()
                .map(f -> jdbc
                        .query(
                                "select engage, liquide, mandate, paye from budget_engagement_part where numero = ?"
                                        + " and financeur = ?",
                                (rs, n) -> new Chiffres(
                                        0, 0, rs.getLong(1), rs.getLong(2), rs.getLong(3), rs.getLong(4), 0),
                                numero,
                                f.code())
                        .stream()
                        .findFirst()
                        .orElse(Chiffres.ZERO))
                .toList();
    }

    /** Value date of what is certified and ordered: today, at most the last day of the year of the envelope. */
    LocalDate valeur(Engagement e) {
        return livre.valeur(e.enveloppe());
    }

    /** Writes an operation and what it adds to the parts of the commitment; the caller made sure that both happen once. */
    void mouvoir(Engagement e, Nature nature, String cle, LocalDate valeur, String auteur, List<Ligne> lignes) {
        Ordre ordre = new Ordre(nature, cle, e.source() + ", " + e.numero(), auteur, valeur, null);
        livre.passer(e.enveloppe(), ordre, lignes);
        Mouvements.parFinanceur(lignes).forEach((financeur, c) -> {
            int faites = jdbc.update(
                    "update budget_engagement_part set engage = engage + ?, liquide = liquide + ?, mandate = mandate + ?,"
                            + " paye = paye + ? where numero = ? and financeur = ?",
                    c.engage(),
                    c.liquide(),
                    c.mandate(),
                    c.paye(),
                    e.numero(),
                    financeur);
            if (faites != 1) {
                throw new IllegalStateException("The commitment has no such funder");
            }
        });
    }

    /** Leaves the open state; whoever calls has taken the envelope. */
    void finir(Engagement e, Engagement.Etat vers) {
        jdbc.update("update budget_engagement set etat = ? where numero = ?", vers.name(), e.numero());
    }
}
