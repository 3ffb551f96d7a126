package fr.jalon.importation.annuaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.annuaire.TableauAnnuaire;
import fr.jalon.annuaire.TableauDuPacte;
import fr.jalon.importation.ColonneImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The export, the import and the guide name the same columns. */
class GuideAnnuaireTest {

    @Test
    void l_import_connait_chaque_colonne_de_l_export_et_aucune_autre() {
        assertThat(ColonnesAnnuaire.TOUTES)
                .extracting(ColonneImport::nom)
                .containsExactlyInAnyOrderElementsOf(TableauAnnuaire.COLONNES);
    }

    @Test
    void le_guide_dit_chaque_colonne() throws IOException {
        String guide = Files.readString(Path.of("docs/guide/annuaire.md"));
        assertThat(TableauAnnuaire.COLONNES)
                .allSatisfy(colonne -> assertThat(guide).contains("`" + colonne + "`"));
    }

    @Test
    void l_import_du_plan_connait_chaque_colonne_de_son_export_et_le_guide_les_dit() throws IOException {
        assertThat(ImportActionsDuPacte.COLONNES)
                .extracting(ColonneImport::nom)
                .containsExactlyInAnyOrderElementsOf(TableauDuPacte.COLONNES);
        String guide = Files.readString(Path.of("docs/guide/annuaire.md"));
        assertThat(TableauDuPacte.COLONNES)
                .allSatisfy(colonne -> assertThat(guide).contains("`" + colonne + "`"));
    }
}
