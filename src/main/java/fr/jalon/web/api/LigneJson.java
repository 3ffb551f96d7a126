package fr.jalon.web.api;

import fr.jalon.budget.LigneVue;
import fr.jalon.commun.Centimes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A line of the journal as JSON, the amount in euros. */
record LigneJson(
        long operation,
        String nature,
        LocalDate valeur,
        Instant enregistreeLe,
        String source,
        String auteur,
        Long contrepasse,
        String compte,
        BigDecimal montant) {

    static LigneJson de(LigneVue ligne) {
        LigneVue.OperationVue o = ligne.operation();
        return new LigneJson(
                o.id(),
                o.nature().name(),
                o.valeur(),
                o.enregistreeLe(),
                o.source(),
                o.auteur(),
                o.contrepasse(),
                ligne.compte(),
                Centimes.enEuros(ligne.centimes()));
    }
}
