package fr.jalon.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The heads as numbered files of a folder, made once, readable only: {@code tetes-000000000042.txt}. */
@Component
class DossierDesTetes implements CoffreDesTetes {

    private static final Pattern NOM = Pattern.compile("tetes-(\\d{12})\\.txt");

    private final Path dossier;

    DossierDesTetes(@Value("${jalon.tetes:}") String dossier, @Value("${jalon.scelles}") Path scelles) {
        this.dossier = dossier.isBlank() ? scelles.toAbsolutePath().resolveSibling("tetes") : Path.of(dossier);
    }

    private Path fichier(long numero) {
        return dossier.resolve("tetes-%012d.txt".formatted(numero));
    }

    @Override
    public List<Long> numeros() {
        if (!Files.isDirectory(dossier)) {
            return List.of();
        }
        try (Stream<Path> fichiers = Files.list(dossier)) {
            return fichiers.map(f -> NOM.matcher(f.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(m -> Long.parseLong(m.group(1)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Les têtes du journal ne se lisent pas : " + dossier, e);
        }
    }

    @Override
    public boolean contient(long numero) {
        return Files.exists(fichier(numero));
    }

    @Override
    public String lire(long numero) {
        try {
            return Files.readString(fichier(numero), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Les têtes du journal ne se lisent pas : " + fichier(numero), e);
        }
    }

    @Override
    public boolean deposer(long numero, String texte) {
        try {
            Files.createDirectories(dossier);
            // Whole before it has its name: a file half written would read as a forged one
            Path provisoire = Files.createTempFile(dossier, ".tetes", null);
            try {
                Files.writeString(provisoire, texte, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
                Files.setPosixFilePermissions(provisoire, PosixFilePermissions.fromString("r--r-----"));
                Files.createLink(fichier(numero), provisoire);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.deleteIfExists(provisoire);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Les têtes du journal n'ont pas pu être gardées : " + dossier, e);
        }
    }

    @Override
    public String lieu() {
        return dossier.toString();
    }
}
