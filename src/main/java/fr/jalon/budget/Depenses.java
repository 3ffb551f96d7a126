package fr.jalon.budget;

import fr.jalon.commun.Iban;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.Siret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * What an aid needs of the budget: its credit is reserved, committed when it is decided and before any letter says so, certified when the
 * service is rendered, then ordered by the finances. {@link OrdrePaye} tells the payment. Amounts in cents. Who decides, who
 * certifies and who orders are three accounts: another one's act is refused with {@link fr.jalon.commun.Interdit}. Each
 * method joins the transaction of its caller, or has its own.
 */
@Service
public class Depenses {

    private final Reservations reservations;
    private final Engagements engagements;
    private final Enveloppes enveloppes;
    private final ServicesFaits services;
    private final Ordres ordres;
    private final ComptesPayes comptes;
    private final FileDuBudget file;
    private final Reprise reprise;

    Depenses(
            Reservations reservations,
            Engagements engagements,
            Enveloppes enveloppes,
            ServicesFaits services,
            Ordres ordres,
            ComptesPayes comptes,
            FileDuBudget file,
            Reprise reprise) {
        this.reservations = reservations;
        this.engagements = engagements;
        this.enveloppes = enveloppes;
        this.services = services;
        this.ordres = ordres;
        this.comptes = comptes;
        this.file = file;
        this.reprise = reprise;
    }

    /**
     * Reserves credit; it goes back by itself when its time has passed.
     *
     * @param dossier number of the dossier, or null
     * @param expireLe null for the usual time
     * @throws fr.jalon.commun.Conflit when the free amount is short, or the year closed
     */
    public UUID reserver(String enveloppe, long centimes, String dossier, Instant expireLe, String auteur) {
        return reservations.reserver(enveloppe, centimes, dossier, expireLe, auteur);
    }

    /**
     * Commits a reservation, once; what is not committed is free again.
     *
     * @param centimes null for all
     * @param aQui whom the aid says is paid; an order for anybody else is refused. Null when it does not say.
     * @param decidePar who decides; this account may neither certify nor order
     * @return number of the commitment, never given twice
     * @throws fr.jalon.commun.Conflit when it is committed, cancelled or expired already
     */
    public String engager(UUID reservation, Long centimes, AQui aQui, String decidePar) {
        return file.aSonTour(() -> reprise.enTransaction(() -> {
            if (aQui != null && aQui.iban() != null) {
                comptes.noter(aQui.nature(), aQui.siret(), aQui.iban());
            }
            return reservations.engager(reservation, centimes, aQui, decidePar);
        }));
    }

    /** Gives a whole reservation back, once. */
    public void annuler(UUID reservation, String auteur) {
        reservations.annuler(reservation, auteur);
    }

    /**
     * Gives back what is not certified of a commitment, or of what it was carried over to, once; nothing more is certified on it, what is certified is still ordered.
     *
     * @return what is free again, in cents
     */
    public long solder(String engagement, String auteur) {
        return file.aSonTour(() -> reprise.enTransaction(() -> {
            Engagement e = engagements.prendreOuvert(engagements.aCeJour(engagement));
            List<Financeur> financeurs = enveloppes.financeurs(e.enveloppe());
            List<Long> restes = engagements.parts(e.numero(), financeurs).stream()
                    .map(c -> c.engage() - c.liquide())
                    .toList();
            if (Repartition.somme(restes) > 0) {
                engagements.mouvoir(
                        e,
                        Nature.SOLDE,
                        "solde:" + e.numero(),
                        engagements.valeur(e),
                        auteur,
                        Mouvements.deplacer(financeurs, restes, Compte.ENGAGE, Compte.LIBRE));
            }
            engagements.finir(e, Engagement.Etat.SOLDE);
            return Repartition.somme(restes);
        }));
    }

    /**
     * Certifies that the service was rendered.
     *
     * @param engagement its number, also when it was carried over to another year since
     * @param centimes what is due for it, at most what is committed and not certified yet
     * @param certifiePar another account than the one that decided
     * @return id of the certified service
     */
    public long certifier(String engagement, long centimes, Preuve preuve, String certifiePar) {
        return services.certifier(engagement, centimes, preuve, certifiePar);
    }

    /** Takes back a certification that no order stands on. */
    public void retirer(long service, String auteur) {
        services.retirer(service, auteur);
    }

    /**
     * Orders the payment of a certified service.
     *
     * @param pieces reference by code of {@link PiecesJustificatives}
     * @param ordonnePar an account that neither decided nor certified
     * @return number of the order, never given twice
     * @throws fr.jalon.commun.SaisieInvalide when it pays another one than the aid says, or lacks a piece
     */
    public String ordonner(long service, Paye paye, Map<String, String> pieces, String ordonnePar) {
        return ordres.ordonner(service, paye, pieces, ordonnePar);
    }

    /**
     * Tells whose an account is, so that it is never paid for another.
     *
     * @param siret of a body; null for a person
     * @throws fr.jalon.commun.SaisieInvalide on {@code iban} when it is known as another one's
     */
    public void connaitreCompte(AQui.Nature nature, Siret siret, Iban iban) {
        comptes.noter(nature, siret, iban);
    }

    /**
     * One certified service.
     *
     * @throws fr.jalon.commun.Introuvable when there is none
     */
    public ServiceFait service(long id) {
        return services.lire(id);
    }

    /** Certified services of a year that wait for their order, the oldest first. */
    public List<ServiceFait> aOrdonner(int exercice, int limite) {
        return services.aOrdonner(exercice, limite);
    }
}
