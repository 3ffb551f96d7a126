package fr.jalon.journal;

import fr.jalon.journal.LectureChaine.TeteGardee;
import fr.jalon.journal.Tetes.Fausses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The heads kept outside, read in order: their seals, numbers, order of time, and what the database knows of them. */
final class LectureDesTetes {

    private final List<String> fautes = new ArrayList<>();
    private final Map<String, List<TeteGardee>> parChaine = new TreeMap<>();
    private final Map<String, Long> ancrages = new TreeMap<>();
    private final boolean presentes;

    /**
     * @param numeros those that were kept before {@code connues} was read
     * @param connues digest of each number, as the database keeps it
     */
    LectureDesTetes(CoffreDesTetes coffre, CleDuJournal cle, List<Long> numeros, Map<Long, String> connues) {
        presentes = !numeros.isEmpty();
        Map<String, TeteGardee> dejaVues = new HashMap<>();
        Tetes avant = null;
        String texteAvant = null;
        long dernier = 0;
        for (long numero : numeros) {
            if (numero != dernier + 1) {
                noter(
                        Alteration.SCELLE_RETIRE,
                        "il manque des têtes entre les n° " + dernier + " et " + numero + " (" + coffre.lieu() + ").");
            }
            String texte = coffre.lire(numero);
            Tetes lues = lire(numero, texte, cle);
            if (lues != null) {
                suivre(lues, avant, numero == dernier + 1 ? texteAvant : null);
                if (numero == 1) {
                    ancrages.putAll(lues.ancrages());
                }
                lues.chaines().forEach((nom, t) -> ranger(nom, lues, t, dejaVues));
                avant = lues;
            }
            connaitre(numero, texte, connues, numero == numeros.get(numeros.size() - 1));
            texteAvant = texte;
            dernier = numero;
        }
        long fin = dernier;
        connues.keySet().stream()
                .filter(n -> n > fin)
                // Kept since: the next verification reads it
                .filter(n -> !coffre.contient(n))
                .findFirst()
                .ifPresent(n -> noter(
                        Alteration.SCELLE_RETIRE,
                        "la base connaît les têtes n° " + n + ", qui ne sont plus dans " + coffre.lieu() + "."));
    }

    private Tetes lire(long numero, String texte, CleDuJournal cle) {
        try {
            Tetes lues = Tetes.lire(texte, cle);
            if (lues.numero() != numero) {
                throw new Fausses("porte le n° " + lues.numero() + " : il a été déplacé");
            }
            return lues;
        } catch (Fausses e) {
            noter(Alteration.SCELLE, "le fichier des têtes n° " + numero + " " + e.getMessage() + ".");
            return null;
        }
    }

    private void suivre(Tetes lues, Tetes avant, String texteAvant) {
        if (texteAvant != null && !lues.precedent().equals(Empreinte.de(texteAvant))) {
            noter(
                    Alteration.SCELLE,
                    "les têtes n° " + lues.numero() + " ne suivent pas celles d'avant, qui ont été changées.");
        }
        if (avant != null && lues.quand().isBefore(avant.quand())) {
            noter(
                    Alteration.HORLOGE,
                    "les têtes n° " + lues.numero() + " se disent du " + lues.quand() + ", celles d'avant du "
                            + avant.quand() + ".");
        }
        long somme = lues.chaines().values().stream().mapToLong(Tetes.Tete::seq).sum();
        if (somme != lues.entrees()) {
            noter(Alteration.SCELLE, "les têtes n° " + lues.numero() + " ne comptent pas leurs entrées.");
        }
        if (avant != null) {
            avant.chaines().keySet().stream()
                    .filter(nom -> !lues.chaines().containsKey(nom))
                    .forEach(nom -> noter(
                            Alteration.DISPARUE,
                            "la chaîne " + nom + " n'est plus aux têtes n° " + lues.numero() + " du " + lues.quand()
                                    + "."));
        }
    }

    /** Two heads of one chain with the same number of entries and another digest: two histories were written. */
    private void ranger(String nom, Tetes lues, Tetes.Tete t, Map<String, TeteGardee> dejaVues) {
        TeteGardee gardee = new TeteGardee(lues.numero(), lues.quand(), t.seq(), t.empreinte(), t.sceau());
        TeteGardee deja = dejaVues.put(nom, gardee);
        if (deja != null && t.seq() < deja.seq()) {
            noter(
                    Alteration.ANCIENNE,
                    "la chaîne " + nom + " passe de " + deja.seq() + " à " + t.seq() + " entrées aux têtes n° "
                            + lues.numero() + " du " + lues.quand() + ".");
        } else if (deja != null && t.seq() == deja.seq()) {
            if (!t.empreinte().equals(deja.empreinte())) {
                noter(
                        Alteration.DEUX_TETES,
                        "la chaîne " + nom + " a deux empreintes pour " + t.seq() + " entrées, aux têtes n° "
                                + deja.numero() + " et " + lues.numero() + ".");
            }
            return;
        }
        parChaine.computeIfAbsent(nom, c -> new ArrayList<>()).add(gardee);
    }

    private void connaitre(long numero, String texte, Map<Long, String> connues, boolean derniere) {
        String connue = connues.get(numero);
        // The last one may be kept and not yet written in the database
        if (connue == null && !derniere) {
            noter(
                    Alteration.ANCIENNE,
                    "la base ne connaît pas les têtes n° " + numero + " : elle est plus ancienne qu'elles.");
        } else if (connue != null && !connue.equals(Empreinte.de(texte))) {
            noter(Alteration.SCELLE, "les têtes n° " + numero + " ne sont pas celles que la base connaît.");
        }
    }

    private void noter(Alteration genre, String detail) {
        if (fautes.size() < 50) {
            fautes.add(genre.dire(detail));
        }
    }

    boolean presentes() {
        return presentes;
    }

    List<String> fautes() {
        return fautes;
    }

    Map<String, List<TeteGardee>> parChaine() {
        return parChaine;
    }

    long ancrage(String chaine) {
        return ancrages.getOrDefault(chaine, 0L);
    }
}
