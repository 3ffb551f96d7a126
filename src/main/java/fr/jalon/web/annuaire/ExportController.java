package fr.jalon.web.annuaire;

import fr.jalon.annuaire.TableauAnnuaire;
import fr.jalon.annuaire.TableauDuPacte;
import fr.jalon.commun.Classeur;
import fr.jalon.commun.Horloge;
import fr.jalon.web.commun.Tableur;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole directory, and the plan of the pact, as files that the import reads back. */
@Controller
class ExportController {

    private final TableauAnnuaire tableau;
    private final TableauDuPacte pacte;
    private final Horloge horloge;

    ExportController(TableauAnnuaire tableau, TableauDuPacte pacte, Horloge horloge) {
        this.tableau = tableau;
        this.pacte = pacte;
        this.horloge = horloge;
    }

    @GetMapping("/annuaire/export/csv")
    ResponseEntity<byte[]> csv() {
        return Tableur.csv(nom(), Classeur.csv(TableauAnnuaire.COLONNES, tableau.rangees()));
    }

    @GetMapping("/annuaire/export/xlsx")
    ResponseEntity<byte[]> xlsx() {
        return Tableur.xlsx(nom(), Classeur.xlsx("Annuaire", TableauAnnuaire.COLONNES, tableau.rangees()));
    }

    @GetMapping("/annuaire/pacte/export/csv")
    ResponseEntity<byte[]> pacteCsv() {
        return Tableur.csv(nomDuPacte(), Classeur.csv(TableauDuPacte.COLONNES, pacte.rangees()));
    }

    @GetMapping("/annuaire/pacte/export/xlsx")
    ResponseEntity<byte[]> pacteXlsx() {
        return Tableur.xlsx(nomDuPacte(), Classeur.xlsx("Plan du pacte", TableauDuPacte.COLONNES, pacte.rangees()));
    }

    private String nomDuPacte() {
        return "actions-du-pacte-" + horloge.aujourdhui();
    }

    private String nom() {
        return "annuaire-" + horloge.aujourdhui();
    }
}
