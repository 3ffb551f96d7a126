package fr.jalon.web.annuaire;

import fr.jalon.annuaire.TableauAnnuaire;
import fr.jalon.commun.Classeur;
import fr.jalon.commun.Horloge;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole directory as a file, which the import reads back. */
@Controller
class ExportController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final TableauAnnuaire tableau;
    private final Horloge horloge;

    ExportController(TableauAnnuaire tableau, Horloge horloge) {
        this.tableau = tableau;
        this.horloge = horloge;
    }

    @GetMapping("/annuaire/export/csv")
    ResponseEntity<byte[]> csv() {
        return fichier("csv", CSV, Classeur.csv(TableauAnnuaire.COLONNES, tableau.rangees()));
    }

    @GetMapping("/annuaire/export/xlsx")
    ResponseEntity<byte[]> xlsx() {
        return fichier("xlsx", XLSX, Classeur.xlsx("Annuaire", TableauAnnuaire.COLONNES, tableau.rangees()));
    }

    private ResponseEntity<byte[]> fichier(String extension, MediaType type, byte[] octets) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("annuaire-" + horloge.aujourdhui() + "." + extension)
                                .build()
                                .toString())
                .body(octets);
    }
}
