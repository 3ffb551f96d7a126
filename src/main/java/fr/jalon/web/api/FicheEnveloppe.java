package fr.jalon.web.api;

import fr.jalon.budget.Chiffres;
import fr.jalon.budget.EnveloppeVue;
import fr.jalon.commun.Centimes;
import java.math.BigDecimal;
import java.util.List;

/** An envelope as the API writes it: figures in euros, shares in percent. */
record FicheEnveloppe(
        String id,
        String libelle,
        int exercice,
        List<Part> financeurs,
        BigDecimal vote,
        BigDecimal reserve,
        BigDecimal engage,
        BigDecimal liquide,
        BigDecimal mandate,
        BigDecimal paye,
        BigDecimal libre) {

    /** @param part percent of the envelope, at most two decimals */
    record Part(String nom, BigDecimal part) {}

    static FicheEnveloppe de(EnveloppeVue e) {
        Chiffres c = e.chiffres();
        return new FicheEnveloppe(
                e.id(),
                e.libelle(),
                e.exercice(),
                e.financeurs().stream()
                        .map(f -> new Part(f.nom(), BigDecimal.valueOf(f.points(), 2)))
                        .toList(),
                Centimes.enEuros(c.vote()),
                Centimes.enEuros(c.reserve()),
                Centimes.enEuros(c.engage()),
                Centimes.enEuros(c.liquide()),
                Centimes.enEuros(c.mandate()),
                Centimes.enEuros(c.paye()),
                Centimes.enEuros(c.libre()));
    }
}
