package fr.jalon.budget;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The two phases: an amount is reserved, then committed in all or in part, cancelled, or given back when its time has passed. */
@Service
public class Reservations {

    private static final String JALON = "jalon";

    private final ReservationsEcrites ecrites;
    private final GrandLivre livre;
    private final Soldes soldes;
    private final Enveloppes enveloppes;
    private final Engagements engagements;
    private final Numeros numeros;
    private final FileDuBudget file;
    private final Reprise reprise;
    private final Horloge horloge;
    private final Duration duree;

    Reservations(
            ReservationsEcrites ecrites,
            GrandLivre livre,
            Soldes soldes,
            Enveloppes enveloppes,
            Engagements engagements,
            Numeros numeros,
            FileDuBudget file,
            Reprise reprise,
            Horloge horloge,
            @Value("${jalon.budget.duree-reservation}") Duration duree) {
        this.ecrites = ecrites;
        this.livre = livre;
        this.soldes = soldes;
        this.enveloppes = enveloppes;
        this.engagements = engagements;
        this.numeros = numeros;
        this.file = file;
        this.reprise = reprise;
        this.horloge = horloge;
        this.duree = duree;
    }

    /**
     * Reserves an amount.
     *
     * @param centimes above zero
     * @param dossier number of a dossier, or null
     * @param expireLe when the amount goes back by itself; null for the usual time
     * @return id of the reservation
     * @throws Conflit when the free amount is short; its message says it
     */
    public UUID reserver(String enveloppe, long centimes, String dossier, Instant expireLe, String auteur) {
        if (centimes <= 0) {
            throw new SaisieInvalide("montant", "Le montant doit être au-dessus de zéro.");
        }
        Instant maintenant = horloge.maintenant();
        Instant fin = expireLe == null ? maintenant.plus(duree) : expireLe;
        if (!fin.isAfter(maintenant)) {
            throw new SaisieInvalide("expireLe", "Cette date est passée : donnez une date à venir.");
        }
        Reservation nouvelle =
                new Reservation(UUID.randomUUID(), enveloppe, centimes, dossier, Reservation.Etat.OUVERTE, fin);
        return file.aSonTour(() -> reprise.enTransaction(() -> {
            livre.prendre(enveloppe);
            livre.exigerOuverte(enveloppe);
            if (prendre(nouvelle, auteur).isEmpty()) {
                ecrites.echues(enveloppe, maintenant).forEach(this::rendreEchue);
                if (prendre(nouvelle, auteur).isEmpty()) {
                    throw manque(enveloppe);
                }
            }
            ecrites.ajouter(nouvelle, maintenant);
            return nouvelle.id();
        }));
    }

    private Conflit manque(String enveloppe) {
        return new Conflit("Le crédit ne suffit pas ; disponible : "
                + Centimes.enEuros(soldes.presents(enveloppe).libre()));
    }

    private Optional<Long> prendre(Reservation r, String auteur) {
        List<Financeur> financeurs = enveloppes.financeurs(r.enveloppe());
        long n = r.centimes();
        return livre.passer(
                r.enveloppe(), ordre(Nature.RESERVATION, r, auteur), new Chiffres(0, n, 0, 0, 0, 0, -n), s -> {
                    List<Long> parts = Repartition.ajouter(
                            n,
                            Enveloppes.points(financeurs),
                            Enveloppes.chacun(financeurs, s, Chiffres::pris),
                            Enveloppes.chacun(financeurs, s, Chiffres::libre));
                    return Mouvements.deplacer(financeurs, parts, Compte.LIBRE, Compte.RESERVE);
                });
    }

    private Ordre ordre(Nature nature, Reservation r, String auteur) {
        return new Ordre(nature, r.cle(nature), r.source(), auteur, livre.valeur(r.enveloppe()), null);
    }

    /** @throws fr.jalon.commun.Introuvable when no reservation has this id */
    public void exiger(UUID id) {
        ecrites.lire(id);
    }

    /**
     * Commits a reservation, once; what is not committed is free again.
     *
     * @param centimes what is committed; null for all
     * @return number of the commitment, never given twice
     * @throws Conflit when it is committed, cancelled or expired already
     */
    public String engager(UUID id, Long centimes, String auteur) {
        return engager(id, centimes, null, auteur);
    }

    /** The same, when the aid says who is paid; see {@link Depenses#engager}. */
    String engager(UUID id, Long centimes, AQui aQui, String auteur) {
        return file.aSonTour(() -> reprise.enTransaction(() -> {
            Reservation r = resoudre(id, Reservation.Etat.ENGAGEE);
            if (r.echue(horloge.maintenant())) {
                throw new Conflit(Reservation.Etat.EXPIREE.refus());
            }
            livre.exigerOuverte(r.enveloppe());
            long montant = centimes == null ? r.centimes() : centimes;
            if (montant <= 0 || montant > r.centimes()) {
                throw new SaisieInvalide(
                        "montant",
                        "Engagez un montant au-dessus de zéro, au plus ce qui est réservé : "
                                + Centimes.enFrancais(r.centimes()) + ".");
            }
            List<Financeur> financeurs = enveloppes.financeurs(r.enveloppe());
            List<Long> parts = engager(r, montant, financeurs, auteur);
            String numero = numeros.suivant("E", enveloppes.parId(r.enveloppe()).exercice());
            ecrites.noterEngagement(r, montant, numero);
            engagements.creer(numero, r, aQui, auteur, financeurs, parts);
            return numero;
        }));
    }

    private List<Long> engager(Reservation r, long montant, List<Financeur> financeurs, String auteur) {
        List<Long> reste = new ArrayList<>(ecrites.parts(r, financeurs));
        List<Long> engages = new ArrayList<>();
        fait(livre.passer(
                r.enveloppe(),
                ordre(Nature.ENGAGEMENT, r, auteur),
                new Chiffres(0, -montant, montant, 0, 0, 0, 0),
                s -> {
                    List<Long> parts = Repartition.ajouter(
                            montant,
                            Enveloppes.points(financeurs),
                            Enveloppes.chacun(financeurs, s, Chiffres::engage),
                            reste);
                    for (int i = 0; i < parts.size(); i++) {
                        reste.set(i, reste.get(i) - parts.get(i));
                    }
                    engages.addAll(parts);
                    return Mouvements.deplacer(financeurs, parts, Compte.RESERVE, Compte.ENGAGE);
                }));
        rendre(r, financeurs, reste, auteur);
        return engages;
    }

    /**
     * Gives the whole amount back, once.
     *
     * @throws Conflit when it is committed, cancelled or expired already
     */
    public void annuler(UUID id, String auteur) {
        file.aSonTour(() -> reprise.enTransaction(() -> {
            rendreTout(resoudre(id, Reservation.Etat.ANNULEE), auteur);
            return id;
        }));
    }

    private void rendreTout(Reservation r, String auteur) {
        List<Financeur> financeurs = enveloppes.financeurs(r.enveloppe());
        rendre(r, financeurs, ecrites.parts(r, financeurs), auteur);
    }

    private void rendre(Reservation r, List<Financeur> financeurs, List<Long> parts, String auteur) {
        long n = Repartition.somme(parts);
        if (n > 0) {
            fait(livre.passer(
                    r.enveloppe(),
                    ordre(Nature.LIBERATION, r, auteur),
                    new Chiffres(0, -n, 0, 0, 0, 0, n),
                    s -> Mouvements.deplacer(financeurs, parts, Compte.RESERVE, Compte.LIBRE)));
        }
    }

    /** What is reserved can always be committed or given back. */
    private static void fait(Optional<Long> operation) {
        if (operation.isEmpty()) {
            throw new IllegalStateException("The balances refuse what is reserved");
        }
    }

    /** The envelope first, then the reservation: always the same order, so that nobody waits in a circle. */
    private Reservation resoudre(UUID id, Reservation.Etat vers) {
        Reservation reservation = ecrites.lire(id);
        livre.prendre(reservation.enveloppe());
        ecrites.resoudre(reservation, vers);
        return reservation;
    }

    /** Gives back what has passed its time, each in its own transaction. */
    @Scheduled(cron = "30 * * * * *", zone = "Europe/Paris")
    @SchedulerLock(name = "budget-reservations-echues")
    public void rendreEchues() {
        ecrites.echues("", horloge.maintenant()).forEach(id -> reprise.enTransaction(() -> rendreEchue(id)));
    }

    /** At the closing of the year, what is still reserved goes back whatever its end. */
    void rendreAvantCloture(String enveloppe, String auteur) {
        for (UUID id : ecrites.ouvertes(enveloppe)) {
            file.aSonTour(() -> reprise.enTransaction(() -> {
                livre.prendre(enveloppe);
                if (ecrites.lire(id).etat() == Reservation.Etat.OUVERTE) {
                    rendreTout(resoudre(id, Reservation.Etat.ANNULEE), auteur);
                }
                return id;
            }));
        }
    }

    /** Somebody may have resolved it since it was listed. */
    private void rendreEchue(UUID id) {
        livre.prendre(ecrites.lire(id).enveloppe());
        if (ecrites.lire(id).etat() == Reservation.Etat.OUVERTE) {
            rendreTout(resoudre(id, Reservation.Etat.EXPIREE), JALON);
        }
    }
}
