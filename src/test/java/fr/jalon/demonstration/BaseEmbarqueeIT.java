package fr.jalon.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration's database keeps its data from one start to the next, wherever the project lies. */
class BaseEmbarqueeIT {

    @Test
    void un_second_demarrage_retrouve_les_donnees_meme_dans_le_dossier_temporaire(@TempDir Path dossier)
            throws SQLException {
        try (BaseEmbarquee premiere = BaseEmbarquee.demarrer(dossier);
                Connection connexion = connexion(premiere)) {
            connexion.createStatement().execute("create table temoin (mot varchar(20))");
            connexion.createStatement().execute("insert into temoin values ('gardé')");
        }
        try (BaseEmbarquee seconde = BaseEmbarquee.demarrer(dossier);
                Connection connexion = connexion(seconde);
                var lignes = connexion.createStatement().executeQuery("select mot from temoin")) {
            assertThat(lignes.next()).isTrue();
            assertThat(lignes.getString(1)).isEqualTo("gardé");
        }
    }

    private static Connection connexion(BaseEmbarquee base) throws SQLException {
        return DriverManager.getConnection(base.url(), base.utilisateur(), base.motDePasse());
    }
}
