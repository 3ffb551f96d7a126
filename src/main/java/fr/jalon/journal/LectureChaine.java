package fr.jalon.journal;

import fr.jalon.journal.Scelles.Scelle;
import fr.jalon.journal.VerificationJournal.Chaine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One chain being read, in order; keeps only the digests that a head kept outside will ask for. */
final class LectureChaine {

    /** Beyond that one knows enough. */
    private static final int FAUTES_MAX = 50;
    /** A transaction lasts, and the clocks of two nodes are not the same to the second. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    /** What a chain was when its head was put outside. */
    record TeteGardee(long numero, Instant quand, long seq, String empreinte, String sceau) {}

    private record Retenue(String empreinte, String sceau) {}

    private final String chaine;
    private final CleDuJournal cle;
    private final long ancrage;
    private final Set<Long> demandees;
    private final List<TeteGardee> gardees;
    private final Set<String> autres;
    private final List<String> fautes = new ArrayList<>();
    private final List<String> attentes = new ArrayList<>();
    private final Map<Long, Retenue> retenues = new HashMap<>();
    private long entrees;
    private long dernierSeq;
    private int prochaineTete;
    private int tetesLues;
    private Instant auMoins;
    private String derniereEmpreinte = Empreinte.DEPART;
    private String dernierSceau = Empreinte.DEPART;

    /**
     * @param ancrage last entry written before there were seals
     * @param demandees numbers whose digest a head kept outside will ask for
     * @param gardees heads kept outside, the oldest first
     * @param autres names of the other chains
     */
    LectureChaine(
            String chaine,
            CleDuJournal cle,
            long ancrage,
            Set<Long> demandees,
            List<TeteGardee> gardees,
            Set<String> autres) {
        this.chaine = chaine;
        this.cle = cle;
        this.ancrage = ancrage;
        this.demandees = demandees;
        this.gardees = gardees;
        this.autres = autres;
    }

    void lire(EntreeLue e) {
        boolean suit = e.seq() == dernierSeq + 1;
        if (!suit) {
            noter(Alteration.RETIREE, "il manque des entrées entre les numéros " + dernierSeq + " et " + e.seq() + ".");
        } else if (!derniereEmpreinte.equals(e.precedent())) {
            noter(Alteration.DEPLACEE, "l'entrée " + e.seq() + " ne suit pas la précédente.");
        }
        boolean digeste = e.empreinteAttendue().equals(e.empreinte());
        if (e.seq() > ancrage) {
            lireLesSceaux(e, suit, digeste);
        } else if (!digeste) {
            noter(Alteration.MODIFIEE, "l'entrée " + e.seq() + " a été modifiée.");
        }
        lireLHeure(e);
        if (demandees.contains(e.seq())) {
            retenues.put(e.seq(), new Retenue(e.empreinte(), e.sceau()));
        }
        entrees++;
        dernierSeq = e.seq();
        derniereEmpreinte = String.valueOf(e.empreinte());
        dernierSceau = e.sceau() == null ? Empreinte.DEPART : e.sceau();
    }

    private void lireLesSceaux(EntreeLue e, boolean suit, boolean digeste) {
        boolean ecrite = cle.porte(e.contenu(chaine), e.sceauEcriture());
        boolean chainee = !suit
                || cle.porte(
                        EntreeLue.maillon(dernierSceau, chaine, e.seq(), e.empreinte(), e.sceauEcriture()), e.sceau());
        if (e.sceauEcriture() == null) {
            noter(Alteration.AJOUTEE, "l'entrée " + e.seq() + " ne porte pas le sceau de Jalon.");
        } else if (!ecrite) {
            lireCeQuiEstFaux(e, chainee);
        } else if (!digeste) {
            noter(Alteration.MODIFIEE, "l'entrée " + e.seq() + " a été modifiée.");
        } else if (!chainee) {
            noter(Alteration.DEPLACEE, "l'entrée " + e.seq() + " n'est pas à la place où Jalon l'a scellée.");
        }
    }

    private void lireCeQuiEstFaux(EntreeLue e, boolean chainee) {
        String venue = autres.stream()
                .filter(autre -> cle.porte(e.contenu(autre), e.sceauEcriture()))
                .findFirst()
                .orElse(null);
        if (venue != null) {
            noter(Alteration.ECHANGEE, "l'entrée " + e.seq() + " vient de la chaîne " + venue + ".");
        } else if (chainee) {
            noter(Alteration.REECRITE, "l'entrée " + e.seq() + " n'est plus celle que Jalon a écrite.");
        } else {
            noter(Alteration.MODIFIEE, "l'entrée " + e.seq() + " a été modifiée.");
        }
    }

    /** What is chained after a head was put outside was not written long before it. */
    private void lireLHeure(EntreeLue e) {
        while (prochaineTete < gardees.size() && gardees.get(prochaineTete).seq() < e.seq()) {
            auMoins = gardees.get(prochaineTete).quand();
            prochaineTete++;
        }
        if (auMoins != null && e.quand().isBefore(auMoins.minus(TOLERANCE))) {
            noter(
                    Alteration.HORLOGE,
                    "l'entrée " + e.seq() + " se dit du " + e.quand() + ", et suit une tête gardée le " + auMoins
                            + ".");
        }
    }

    void comparerLaTete(long seq, String empreinte, String sceau) {
        if (++tetesLues > 1) {
            noter(Alteration.DEUX_TETES, "la base donne " + tetesLues + " têtes à cette chaîne.");
        }
        if (seq > dernierSeq) {
            noter(
                    dernierSeq == 0 ? Alteration.DISPARUE : Alteration.COUPEE,
                    "la fin de la chaîne a été coupée : " + seq + " entrées attendues, " + dernierSeq + " lues.");
        } else if (seq != dernierSeq || !derniereEmpreinte.equals(empreinte)) {
            noter(Alteration.TETE, "la tête dit " + seq + " entrées, " + dernierSeq + " sont lues.");
        } else if (dernierSeq > ancrage && !dernierSceau.equals(sceau)) {
            noter(Alteration.TETE, "la tête ne porte pas le sceau de l'entrée " + seq + ".");
        }
    }

    /** After the rows: a chain without a head has lost it. */
    void finir() {
        if (entrees > 0 && tetesLues == 0) {
            noter(Alteration.TETE, "la tête de la chaîne manque.");
        }
    }

    void comparerAuxTetesGardees() {
        for (TeteGardee tete : gardees) {
            Retenue lue = retenues.get(tete.seq());
            if (tete.seq() > 0 && entrees == 0) {
                noter(
                        Alteration.DISPARUE,
                        "la chaîne avait " + tete.seq() + " entrées aux têtes n° " + tete.numero() + " du "
                                + tete.quand() + ".");
                return;
            }
            if (lue == null || !tete.empreinte().equals(lue.empreinte())) {
                noter(
                        Alteration.ANCIENNE,
                        "la chaîne ne contient plus l'entrée " + tete.seq() + " des têtes n° " + tete.numero() + " du "
                                + tete.quand() + ".");
            }
        }
    }

    /** The seals of the day, of the versions that kept one file. */
    void comparerAuxScelles(List<Scelle> attendus) {
        for (Scelle scelle : attendus) {
            Retenue lue = retenues.get(scelle.seq());
            if (lue == null || !scelle.empreinte().equals(lue.empreinte())) {
                noter(
                        Alteration.ANCIENNE,
                        "la chaîne ne contient plus l'entrée " + scelle.seq() + " scellée le " + scelle.jour() + ".");
            }
        }
    }

    void noter(Alteration genre, String detail) {
        if (fautes.size() < FAUTES_MAX) {
            fautes.add(genre.dire(detail));
        }
    }

    /** A late seal alters nothing: it is said apart. */
    void noterAttente(String detail) {
        if (attentes.size() < FAUTES_MAX) {
            attentes.add(Alteration.RETARD.dire(detail));
        }
    }

    Chaine resultat() {
        return new Chaine(chaine, entrees, List.copyOf(fautes), List.copyOf(attentes));
    }
}
