package fr.jalon.commun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The master key: from {@code JALON_CLE_MAITRESSE}, or from a file that is made once when a path is given instead. */
@Configuration(proxyBeanMethods = false)
class ChiffrementConfiguration {

    @Bean
    Chiffrement chiffrement(
            @Value("${jalon.cle-maitresse:}") String cle, @Value("${jalon.fichier-cle-maitresse:}") String fichier)
            throws IOException {
        if (!cle.isBlank()) {
            return new Chiffrement(cle);
        }
        if (fichier.isBlank()) {
            throw new IllegalStateException(
                    "JALON_CLE_MAITRESSE manque : 32 octets en Base64, gardés hors de la base.");
        }
        Path chemin = Path.of(fichier);
        if (!Files.exists(chemin)) {
            byte[] octets = new byte[32];
            new SecureRandom().nextBytes(octets);
            Files.createDirectories(chemin.toAbsolutePath().getParent());
            Files.writeString(chemin, Base64.getEncoder().encodeToString(octets));
            Files.setPosixFilePermissions(chemin, PosixFilePermissions.fromString("rw-------"));
        }
        return new Chiffrement(Files.readString(chemin));
    }
}
