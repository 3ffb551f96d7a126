package fr.jalon.importation.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.Dossiers;
import fr.jalon.importation.ColonneImport;
import fr.jalon.rsa.DecisionsDeLaCaf;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.MotifsCaf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuideImportTest {

    @Test
    void le_guide_nomme_chaque_colonne_et_dit_lesquelles_sont_obligatoires() throws IOException {
        String guide = Files.readString(Path.of("docs/guide/import.md"));
        List<ColonneImport> colonnes = Stream.concat(
                        ColonnesDemandeRsa.toutes().stream(),
                        new ImportDecisionsCaf(
                                        mock(Dossiers.class),
                                        mock(DemandesRsa.class),
                                        mock(DecisionsDeLaCaf.class),
                                        mock(MotifsCaf.class),
                                        mock(Corbeille.class))
                                .colonnes().stream())
                .filter(c -> !c.nom().matches("ressource[2-9]_.*"))
                .toList();

        assertThat(colonnes).hasSizeGreaterThan(50);
        assertThat(colonnes)
                .allSatisfy(c -> assertThat(guide).contains("`" + c.nom() + "`" + (c.obligatoire() ? "*" : "")));
    }
}
