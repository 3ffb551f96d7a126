package fr.jalon.journal;

import fr.jalon.journal.Scelles.Scelle;
import fr.jalon.journal.VerificationJournal.Chaine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One chain being read, in order; keeps only the digests that a seal will ask for. */
final class LectureChaine {

    /** Beyond that one knows enough. */
    private static final int FAUTES_MAX = 50;

    private final String chaine;
    private final Set<Long> scelles;
    private final List<String> fautes = new ArrayList<>();
    private final Map<Long, String> retenues = new HashMap<>();
    private long entrees;
    private long dernierSeq;
    private String derniereEmpreinte = Empreinte.DEPART;

    LectureChaine(String chaine, Set<Long> scelles) {
        this.chaine = chaine;
        this.scelles = scelles;
    }

    void lire(
            long seq,
            UUID id,
            Instant quand,
            String qui,
            String nature,
            String objet,
            String texte,
            String precedent,
            String empreinte) {
        if (seq != dernierSeq + 1) {
            noter("Il manque des entrées entre les numéros " + dernierSeq + " et " + seq + ".");
        } else if (!derniereEmpreinte.equals(precedent)) {
            noter("L'entrée " + seq + " ne suit pas la précédente.");
        }
        if (!Empreinte.de(precedent, chaine, seq, id, quand, qui, nature, objet, texte)
                .equals(empreinte)) {
            noter("L'entrée " + seq + " a été modifiée.");
        }
        if (scelles.contains(seq)) {
            retenues.put(seq, empreinte);
        }
        entrees++;
        dernierSeq = seq;
        derniereEmpreinte = empreinte;
    }

    void comparerLaTete(long seq, String empreinte) {
        if (seq != dernierSeq || !derniereEmpreinte.equals(empreinte)) {
            noter("La fin de la chaîne a été coupée ou changée : " + seq + " entrées attendues, " + dernierSeq
                    + " lues.");
        }
    }

    void comparerAuxScelles(List<Scelle> attendus) {
        for (Scelle scelle : attendus) {
            if (!scelle.empreinte().equals(retenues.get(scelle.seq()))) {
                noter("La chaîne ne contient plus l'entrée " + scelle.seq() + " scellée le " + scelle.jour()
                        + " : coupure ou ancienne sauvegarde.");
            }
        }
    }

    private void noter(String faute) {
        if (fautes.size() < FAUTES_MAX) {
            fautes.add(faute);
        }
    }

    Chaine resultat() {
        return new Chaine(chaine, entrees, List.copyOf(fautes));
    }
}
