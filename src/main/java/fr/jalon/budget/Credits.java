package fr.jalon.budget;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What changes the vote in the year: décision modificative, more or less, and transfer between two envelopes. */
@Service
public class Credits {

    private final Enveloppes enveloppes;
    private final GrandLivre livre;
    private final Numeros numeros;
    private final FileDuBudget file;
    private final Reprise reprise;

    Credits(Enveloppes enveloppes, GrandLivre livre, Numeros numeros, FileDuBudget file, Reprise reprise) {
        this.enveloppes = enveloppes;
        this.livre = livre;
        this.numeros = numeros;
        this.file = file;
        this.reprise = reprise;
    }

    /**
     * A décision modificative.
     *
     * @param centimes added when above zero, taken from what is free when below
     * @param acte the decision that says it, for example its number
     * @return number of the decision in Jalon
     * @throws SaisieInvalide on {@code acte}, or {@code montant} for zero
     * @throws Conflit when the year is closed or the free amount is short
     */
    public String modifier(String id, long centimes, String acte, String auteur) {
        String net = acte(acte);
        if (centimes == 0) {
            throw new SaisieInvalide("montant", "Donnez un montant.");
        }
        return file.aSonTour(() -> reprise.enTransaction(() -> {
            livre.prendre(id);
            livre.exigerOuverte(id);
            String numero = numeros.suivant("DM", enveloppes.parId(id).exercice());
            String source = net + ", " + numero;
            if (centimes > 0) {
                enveloppes.doter(id, "credits:" + numero, centimes, livre.valeur(id), source, auteur);
            } else {
                retirer(id, Nature.DIMINUTION, -centimes, "credits:" + numero, source, auteur);
            }
            return numero;
        }));
    }

    private List<Long> retirer(String id, Nature nature, long centimes, String cle, String source, String auteur) {
        Chiffres presents = enveloppes.parId(id).chiffres();
        if (presents.libre() < centimes) {
            throw new Conflit("Le crédit ne suffit pas ; disponible : " + Centimes.enFrancais(presents.libre()) + ".");
        }
        List<Financeur> financeurs = enveloppes.financeurs(id);
        List<Long> parts = Repartition.retirer(
                centimes,
                Enveloppes.points(financeurs),
                chacun(id, financeurs, Chiffres::vote),
                chacun(id, financeurs, Chiffres::libre));
        passer(id, nature, cle, source, auteur, Mouvements.inverses(Mouvements.doter(financeurs, parts)));
        return parts;
    }

    private void passer(String id, Nature nature, String cle, String source, String auteur, List<Ligne> lignes) {
        livre.passer(id, new Ordre(nature, cle, source, auteur, livre.valeur(id), null), lignes);
    }

    private List<Long> chacun(String id, List<Financeur> financeurs, Function<Chiffres, Long> chiffre) {
        return Enveloppes.chacun(financeurs, enveloppes.parFinanceur(id), chiffre);
    }

    /**
     * A transfer between two envelopes of one year; each funder's money stays this funder's.
     *
     * @param acte the decision that says it
     * @return number of the transfer
     * @throws SaisieInvalide on {@code vers} when it is the same, of another year or lacks a funder
     * @throws Conflit when a year is closed or the free amount is short
     */
    public String virer(String de, String vers, long centimes, String acte, String auteur) {
        String net = acte(acte);
        if (centimes <= 0) {
            throw new SaisieInvalide("montant", "Le montant doit être au-dessus de zéro.");
        }
        return file.aSonTour(() -> reprise.enTransaction(() -> {
            EnveloppeVue origine = enveloppes.parId(de);
            verifier(origine, enveloppes.parId(vers));
            // Always in the same order, so that two transfers never wait for each other
            Stream.of(de, vers).sorted().forEach(livre::prendre);
            livre.exigerOuverte(de);
            livre.exigerOuverte(vers);
            String numero = numeros.suivant("V", origine.exercice());
            String source = net + ", " + numero;
            List<Long> parts = retirer(de, Nature.VIREMENT, centimes, "virement-de:" + numero, source, auteur);
            passer(
                    vers,
                    Nature.VIREMENT,
                    "virement-vers:" + numero,
                    source,
                    auteur,
                    Mouvements.doter(origine.financeurs(), parts));
            return numero;
        }));
    }

    private static void verifier(EnveloppeVue de, EnveloppeVue vers) {
        List<String> recus = vers.financeurs().stream().map(Financeur::code).toList();
        String faute = de.id().equals(vers.id())
                ? "Choisissez une autre enveloppe."
                : de.exercice() != vers.exercice()
                        ? "Les deux enveloppes doivent être du même exercice."
                        : de.financeurs().stream().anyMatch(f -> !recus.contains(f.code()))
                                ? "Les deux enveloppes doivent avoir les mêmes financeurs."
                                : "";
        if (!faute.isEmpty()) {
            throw new SaisieInvalide(List.of(new ErreurChamp("vers", faute)));
        }
    }

    private static String acte(String acte) {
        String net = acte == null ? "" : acte.strip();
        if (net.isEmpty() || net.length() > 100) {
            throw new SaisieInvalide("acte", "Donnez la délibération ou la décision, en 100 caractères au plus.");
        }
        return net;
    }
}
