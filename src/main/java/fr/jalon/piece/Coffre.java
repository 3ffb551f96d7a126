package fr.jalon.piece;

import fr.jalon.commun.Chiffrement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The store of received files: encrypted with a key a file, under random names, in a folder that the nodes share. A file
 * whose transaction is undone is taken away again.
 */
@Component
class Coffre {

    private static final Logger LOG = LoggerFactory.getLogger(Coffre.class);

    private final Path racine;
    private final Chiffrement chiffrement;

    Coffre(@Value("${jalon.fichiers}") Path racine, Chiffrement chiffrement) {
        this.racine = racine.toAbsolutePath().normalize();
        this.chiffrement = chiffrement;
    }

    /** Where a file lies and its key, wrapped by the master key. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Depot(String emplacement, byte[] cleChiffree) {}

    /** Stores the bytes, bound to the dossier and the kind of piece. */
    Depot deposer(byte[] octets, String contexte) {
        byte[] cle = chiffrement.nouvelleCle();
        String nom = UUID.randomUUID().toString();
        String emplacement = nom.substring(0, 2) + "/" + nom;
        Path cible = chemin(emplacement);
        Path provisoire = cible.resolveSibling(nom + ".partiel");
        try {
            Files.createDirectories(cible.getParent());
            Files.write(provisoire, chiffrement.chiffrerAvec(cle, octets, contexte));
            Files.move(provisoire, cible, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // A full disk must not fill with halves of files.
            retirer(provisoire);
            throw new UncheckedIOException("Le fichier n'a pas pu être rangé", e);
        }
        retirerSiAnnule(cible);
        return new Depot(emplacement, chiffrement.chiffrer(cle, contexte));
    }

    byte[] lire(String emplacement, byte[] cleChiffree, String contexte) {
        try {
            byte[] cle = chiffrement.dechiffrer(cleChiffree, contexte);
            return chiffrement.dechiffrerAvec(cle, Files.readAllBytes(chemin(emplacement)), contexte);
        } catch (IOException e) {
            throw new UncheckedIOException("Le fichier n'a pas pu être lu", e);
        }
    }

    private Path chemin(String emplacement) {
        Path chemin = racine.resolve(emplacement).normalize();
        if (!chemin.startsWith(racine)) {
            throw new IllegalStateException("emplacement hors du coffre");
        }
        return chemin;
    }

    private static void retirerSiAnnule(Path fichier) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int statut) {
                if (statut == STATUS_ROLLED_BACK) {
                    retirer(fichier);
                }
            }
        });
    }

    private static void retirer(Path fichier) {
        try {
            Files.deleteIfExists(fichier);
        } catch (IOException e) {
            LOG.warn("Fichier orphelin laissé dans le coffre : {}", fichier.getFileName(), e);
        }
    }
}
