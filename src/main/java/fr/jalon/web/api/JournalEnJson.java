package fr.jalon.web.api;

import fr.jalon.budget.LigneVue;
import fr.jalon.commun.Centimes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.databind.ObjectMapper;

/** Every line in one list of the usual shape. */
final class JournalEnJson implements FormatDuJournal {

    private final ObjectMapper json;
    private long lignes;

    JournalEnJson(ObjectMapper json) {
        this.json = json;
    }

    private record LigneJson(
            long operation,
            String nature,
            LocalDate valeur,
            Instant enregistreeLe,
            String source,
            String auteur,
            Long contrepasse,
            String compte,
            BigDecimal montant) {}

    @Override
    public String debut() {
        return "{\"elements\":[";
    }

    @Override
    public String ligne(LigneVue ligne) {
        LigneVue.OperationVue o = ligne.operation();
        String ecrite = json.writeValueAsString(new LigneJson(
                o.id(),
                o.nature().name(),
                o.valeur(),
                o.enregistreeLe(),
                o.source(),
                o.auteur(),
                o.contrepasse(),
                ligne.compte(),
                Centimes.enEuros(ligne.centimes())));
        return (lignes++ == 0 ? "" : ",") + ecrite;
    }

    @Override
    public String fin() {
        return "],\"page\":0,\"taille\":" + lignes + ",\"total\":" + lignes + "}";
    }
}
