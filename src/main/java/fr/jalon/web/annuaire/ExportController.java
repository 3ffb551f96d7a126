package fr.jalon.web.annuaire;

import fr.jalon.annuaire.TableauAnnuaire;
import fr.jalon.commun.Classeur;
import fr.jalon.commun.Horloge;
import fr.jalon.web.commun.Tableur;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole directory as a file, which the import reads back. */
@Controller
class ExportController {

    private final TableauAnnuaire tableau;
    private final Horloge horloge;

    ExportController(TableauAnnuaire tableau, Horloge horloge) {
        this.tableau = tableau;
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

    private String nom() {
        return "annuaire-" + horloge.aujourdhui();
    }
}
