package fr.jalon.budget;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Certified services (liquidation): what was done, with its proof, by another account than the one that decided. */
@Component
class ServicesFaits {

    private static final String LECTURE = "select s.id, s.engagement, e.enveloppe_id, e.source, s.centimes, s.preuve,"
            + " s.reference, s.certifie_par, s.certifie_le, s.etat, s.ordres, e.a_qui, e.siret from budget_service s"
            + " join budget_engagement e on e.numero = s.engagement";

    private final JdbcTemplate jdbc;
    private final Engagements engagements;
    private final Enveloppes enveloppes;
    private final FileDuBudget file;
    private final Reprise reprise;
    private final Horloge horloge;

    ServicesFaits(
            JdbcTemplate jdbc,
            Engagements engagements,
            Enveloppes enveloppes,
            FileDuBudget file,
            Reprise reprise,
            Horloge horloge) {
        this.jdbc = jdbc;
        this.engagements = engagements;
        this.enveloppes = enveloppes;
        this.file = file;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    long certifier(String engagement, long centimes, Preuve preuve, String auteur) {
        return file.aSonTour(() -> reprise.enTransaction(() -> {
            Engagement e = engagements.prendreOuvert(engagements.aCeJour(engagement));
            if (e.decidePar().equals(auteur)) {
                throw new Interdit("Qui a décidé l'engagement ne certifie pas le service fait.");
            }
            List<Financeur> financeurs = enveloppes.financeurs(e.enveloppe());
            List<Chiffres> portes = engagements.parts(e.numero(), financeurs);
            List<Long> restes =
                    portes.stream().map(c -> c.engage() - c.liquide()).toList();
            if (centimes <= 0 || centimes > Repartition.somme(restes)) {
                throw new SaisieInvalide(
                        "montant",
                        "Certifiez un montant au-dessus de zéro, au plus le reste de l'engagement : "
                                + Centimes.enFrancais(Repartition.somme(restes)) + ".");
            }
            List<Long> parts = Repartition.ajouter(
                    centimes,
                    Enveloppes.points(financeurs),
                    portes.stream().map(Chiffres::liquide).toList(),
                    restes);
            long service = ecrire(e.numero(), centimes, preuve, auteur);
            engagements.mouvoir(
                    e,
                    Nature.LIQUIDATION,
                    cle(service),
                    engagements.valeur(e),
                    auteur,
                    Mouvements.deplacer(financeurs, parts, Compte.CONTREPARTIE, Compte.LIQUIDE));
            return service;
        }));
    }

    private long ecrire(String engagement, long centimes, Preuve preuve, String auteur) {
        jdbc.update(
                "insert into budget_service (engagement, centimes, preuve, reference, certifie_par, certifie_le, etat)"
                        + " values (?, ?, ?, ?, ?, ?, 'CERTIFIE')",
                engagement,
                centimes,
                preuve.sorte().name(),
                preuve.texte(),
                auteur,
                Timestamp.from(horloge.maintenant()));
        return jdbc.queryForObject("select last_insert_id()", Long.class);
    }

    /** Takes back a certification that no order stands on. */
    void retirer(long id, String auteur) {
        file.aSonTour(() -> reprise.enTransaction(() -> {
            Engagement e = engagements.prendreOuvert(lire(id).engagement());
            passer(id, ServiceFait.Etat.CERTIFIE, ServiceFait.Etat.RETIRE);
            engagements.mouvoir(
                    e,
                    Nature.RETRAIT,
                    "retrait:" + id,
                    engagements.valeur(e),
                    auteur,
                    Mouvements.deplacer(
                            enveloppes.financeurs(e.enveloppe()), parts(id, e), Compte.LIQUIDE, Compte.CONTREPARTIE));
            return id;
        }));
    }

    /** One step of the state, once. */
    void passer(long id, ServiceFait.Etat de, ServiceFait.Etat vers) {
        int passes = jdbc.update(
                "update budget_service set etat = ?, ordres = ordres + ? where id = ? and etat = ?",
                vers.name(),
                vers == ServiceFait.Etat.ORDONNE ? 1 : 0,
                id,
                de.name());
        if (passes == 0) {
            throw new Conflit(
                    lire(id).certification().etat() == ServiceFait.Etat.RETIRE
                            ? "Ce service fait est retiré."
                            : "Ce service fait a déjà son mandat.");
        }
    }

    /** What each funder bears of a service: its lines, or those that its carry-over wrote. */
    List<Long> parts(long id, Engagement e) {
        return enveloppes.financeurs(e.enveloppe()).stream()
                .map(f -> jdbc.queryForObject(
                        "select coalesce(sum(l.centimes), 0) from budget_operation o join budget_ligne l"
                                + " on l.operation_id = o.id where o.cle = ? and l.financeur = ? and l.compte = 'LIQUIDE'",
                        Long.class,
                        cle(id),
                        f.code()))
                .toList();
    }

    private static String cle(long id) {
        return "service:" + id;
    }

    ServiceFait lire(long id) {
        return jdbc.query(LECTURE + " where s.id = ?", (rs, n) -> service(rs), id).stream()
                .findFirst()
                .orElseThrow(() -> new Introuvable("Ce service fait n'existe pas."));
    }

    List<ServiceFait> aOrdonner(int exercice, int limite) {
        return jdbc.query(
                LECTURE
                        + " join budget_enveloppe v on v.id = e.enveloppe_id where s.etat = 'CERTIFIE' and v.exercice = ?"
                        + " order by s.id limit ?",
                (rs, n) -> service(rs),
                exercice,
                limite);
    }

    private static ServiceFait service(ResultSet rs) throws SQLException {
        return new ServiceFait(
                rs.getLong(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                rs.getLong(5),
                new Preuve(Preuve.Sorte.valueOf(rs.getString(6)), rs.getString(7)),
                new ServiceFait.Certification(
                        rs.getString(8),
                        rs.getTimestamp(9).toInstant(),
                        ServiceFait.Etat.valueOf(rs.getString(10)),
                        rs.getInt(11)),
                Optional.ofNullable(rs.getString(12)).map(AQui.Nature::valueOf).orElse(null),
                rs.getString(13));
    }
}
