package fr.jalon.budget;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Page;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The payment orders: made by an account that neither decided nor certified, accepted or rejected by the accountant, paid. */
@Service
public class Ordres {

    private static final int MOTIF_MAX = 500;

    private final OrdresEcrits ecrits;
    private final Engagements engagements;
    private final ServicesFaits services;
    private final ComptesPayes comptes;
    private final PiecesJustificatives pieces;
    private final Enveloppes enveloppes;
    private final GrandLivre livre;
    private final Reports reports;
    private final Numeros numeros;
    private final FileDuBudget file;
    private final Reprise reprise;
    private final ApplicationEventPublisher evenements;
    private final Horloge horloge;

    Ordres(
            OrdresEcrits ecrits,
            Engagements engagements,
            ServicesFaits services,
            ComptesPayes comptes,
            PiecesJustificatives pieces,
            Enveloppes enveloppes,
            GrandLivre livre,
            Reports reports,
            Numeros numeros,
            FileDuBudget file,
            Reprise reprise,
            ApplicationEventPublisher evenements,
            Horloge horloge) {
        this.ecrits = ecrits;
        this.engagements = engagements;
        this.services = services;
        this.comptes = comptes;
        this.pieces = pieces;
        this.enveloppes = enveloppes;
        this.livre = livre;
        this.reports = reports;
        this.numeros = numeros;
        this.file = file;
        this.reprise = reprise;
        this.evenements = evenements;
        this.horloge = horloge;
    }

    /** See {@link Depenses#ordonner}. */
    String ordonner(long service, Paye paye, Map<String, String> citees, String auteur) {
        return file.aSonTour(() -> reprise.enTransaction(() -> {
            Engagement e = engagements.prendreDansLAnnee(services.lire(service).engagement());
            ServiceFait fait = services.lire(service);
            if (auteur.equals(e.decidePar())
                    || auteur.equals(fait.certification().par())) {
                throw new Interdit("Qui ordonne n'a ni décidé l'engagement ni certifié le service fait.");
            }
            services.passer(service, ServiceFait.Etat.CERTIFIE, ServiceFait.Etat.ORDONNE);
            comptes.exiger(e, paye);
            String jointes = pieces.exiger(paye.nature(), citees);
            int exercice = enveloppes.parId(e.enveloppe()).exercice();
            String numero = numeros.suivant("M", exercice);
            ecrits.ajouter(
                    new OrdreVue(
                            numero,
                            new OrdreVue.Origine(service, e.numero(), e.enveloppe(), e.source()),
                            fait.centimes(),
                            paye,
                            Imputation.de(e.enveloppe()),
                            jointes,
                            new OrdreVue.Suivi(
                                    OrdreVue.Etat.ORDONNE, auteur, horloge.maintenant(), null, null, null, 0)),
                    exercice);
            mouvoir(e, service, Nature.MANDATEMENT, "mandat:" + numero, engagements.valeur(e), auteur);
            return numero;
        }));
    }

    private void mouvoir(Engagement e, long service, Nature nature, String cle, LocalDate valeur, String auteur) {
        List<Financeur> financeurs = enveloppes.financeurs(e.enveloppe());
        List<Long> parts = services.parts(service, e);
        List<Ligne> lignes = nature == Nature.REJET
                ? Mouvements.deplacer(financeurs, parts, Compte.MANDATE, Compte.CONTREPARTIE)
                : Mouvements.deplacer(
                        financeurs,
                        parts,
                        Compte.CONTREPARTIE,
                        nature == Nature.PAIEMENT ? Compte.PAYE : Compte.MANDATE);
        engagements.mouvoir(e, nature, cle, valeur, auteur, lignes);
    }

    /** The accountant takes a transmitted order. */
    public void accepter(String numero) {
        reprise.enTransaction(
                () -> ecrits.passer(ecrits.lire(numero), OrdreVue.Etat.TRANSMIS, OrdreVue.Etat.ACCEPTE, null, null));
    }

    /**
     * The accountant sends an order back; its service waits for another order, in the next year when its own is closed.
     *
     * @throws SaisieInvalide on {@code motif} when it says nothing or more than 500 signs
     * @throws Conflit when the order is not at the accountant's
     */
    public void rejeter(String numero, String motif, String auteur) {
        String net = motif(motif);
        file.aSonTour(() -> reprise.enTransaction(() -> {
            OrdreVue o = ecrits.lire(numero);
            Engagement e = engagements.prendre(o.origine().engagement());
            OrdreVue.Etat etat = ecrits.lire(numero).suivi().etat();
            exiger(etat == OrdreVue.Etat.TRANSMIS || etat == OrdreVue.Etat.ACCEPTE, etat);
            ecrits.passer(o, etat, OrdreVue.Etat.REJETE, net, null);
            long service = o.origine().service();
            mouvoir(e, service, Nature.REJET, "rejet:" + numero, horloge.aujourdhui(), auteur);
            services.passer(service, ServiceFait.Etat.ORDONNE, ServiceFait.Etat.CERTIFIE);
            if (!livre.ouverte(e.enveloppe())) {
                List<Reports.Sortant> seul = List.of(new Reports.Sortant(e.numero(), false));
                reports.sortir(enveloppes.parId(e.enveloppe()), "rejet:" + numero, seul, auteur);
            }
            return numero;
        }));
    }

    /** @throws SaisieInvalide on {@code motif} */
    static String motif(String motif) {
        String net = motif == null ? "" : motif.strip();
        if (net.isEmpty() || net.length() > MOTIF_MAX) {
            throw new SaisieInvalide("motif", "Dites pourquoi, en " + MOTIF_MAX + " caractères au plus.");
        }
        return net;
    }

    /**
     * Records the payment of an accepted order and tells it by {@link OrdrePaye}.
     *
     * @param le day of the payment, not to come
     */
    public void payer(String numero, LocalDate le, String auteur) {
        if (le == null || le.isAfter(horloge.aujourdhui())) {
            throw new SaisieInvalide("payeLe", "Donnez le jour du paiement, aujourd'hui au plus tard.");
        }
        file.aSonTour(() -> reprise.enTransaction(() -> {
            OrdreVue o = ecrits.lire(numero);
            if (le.isBefore(LocalDate.ofInstant(o.suivi().le(), Horloge.PARIS))) {
                throw new SaisieInvalide("payeLe", "Ce jour vient avant le mandat.");
            }
            Engagement e = engagements.prendre(o.origine().engagement());
            OrdreVue.Etat etat = ecrits.lire(numero).suivi().etat();
            exiger(etat == OrdreVue.Etat.ACCEPTE, etat);
            ecrits.passer(o, OrdreVue.Etat.ACCEPTE, OrdreVue.Etat.PAYE, null, le);
            mouvoir(e, o.origine().service(), Nature.PAIEMENT, "paiement:" + numero, le, auteur);
            evenements.publishEvent(new OrdrePaye(
                    numero, o.origine().source(), e.numero(), o.origine().service(), o.centimes(), le));
            return numero;
        }));
    }

    private static void exiger(boolean condition, OrdreVue.Etat etat) {
        if (!condition) {
            throw new Conflit("Ce mandat ne peut pas l'être à présent. État : " + etat.libelle() + ".");
        }
    }

    /** @throws fr.jalon.commun.Introuvable when no order has this number */
    @Transactional(readOnly = true)
    public OrdreVue parNumero(String numero) {
        return ecrits.lire(numero);
    }

    /** The orders of a year in one state, the newest first. */
    @Transactional(readOnly = true)
    public Page<OrdreVue> lister(int exercice, OrdreVue.Etat etat, int page, int taille) {
        Page.verifier(page, taille);
        return new Page<>(
                ecrits.lister(exercice, etat, page * taille, taille), page, taille, ecrits.combien(exercice, etat));
    }
}
