package fr.jalon.web.api;

import fr.jalon.budget.JournalDuBudget;
import fr.jalon.budget.LigneVue;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** The journal of the ledger: pages as JSON; whole, written line after line as it is read, so that its length costs no memory. */
@RestController
@RequestMapping("/api/v1/budget")
@Tag(name = "Budget")
class BudgetJournalApi {

    private final JournalDuBudget journal;
    private final Horloge horloge;
    private final ObjectMapper json;

    BudgetJournalApi(JournalDuBudget journal, Horloge horloge, ObjectMapper json) {
        this.journal = journal;
        this.horloge = horloge;
        this.json = json;
    }

    @GetMapping("/journal")
    @Operation(
            summary =
                    "Le journal : json, par pages ; csv ou beancount, en entier, qu'un autre programme peut équilibrer")
    void journal(
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(required = false) LocalDate du,
            @RequestParam(required = false) LocalDate au,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int taille,
            HttpServletResponse reponse)
            throws IOException {
        if (du != null && au != null && du.isAfter(au)) {
            throw new SaisieInvalide("au", "La fin vient avant le début.");
        }
        switch (format) {
            case "json" -> page(reponse, journal.page(du, au, page, taille));
            case "csv" -> ecrire(reponse, "text/csv", du, au, new JournalEnCsv());
            case "beancount" ->
                ecrire(
                        reponse,
                        MediaType.TEXT_PLAIN_VALUE,
                        du,
                        au,
                        new JournalEnBeancount(journal.debut().orElseGet(horloge::aujourdhui), journal.comptes()));
            default -> throw new SaisieInvalide("format", "Choisissez parmi : json, csv, beancount.");
        }
    }

    private void page(HttpServletResponse reponse, Page<LigneVue> page) throws IOException {
        reponse.setContentType(MediaType.APPLICATION_JSON_VALUE);
        reponse.setCharacterEncoding(StandardCharsets.UTF_8.name());
        reponse.getWriter().write(json.writeValueAsString(page.map(LigneJson::de)));
    }

    private void ecrire(HttpServletResponse reponse, String type, LocalDate du, LocalDate au, FormatDuJournal format)
            throws IOException {
        reponse.setContentType(type);
        reponse.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var sortie = reponse.getWriter();
        sortie.write(format.debut());
        journal.lire(du, au, ligne -> sortie.write(format.ligne(ligne)));
        sortie.write(format.fin());
        sortie.flush();
    }
}
