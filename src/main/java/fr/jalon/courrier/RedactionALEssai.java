package fr.jalon.courrier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Letters written to be read and then forgotten: in a transaction that will be undone, each letter is written by the same call as always,
 * takes no number of the sequence, and its text is gathered here with the watermark of a preview.
 */
@Component
public class RedactionALEssai {

    private final LiasseCourriers liasse;

    RedactionALEssai(LiasseCourriers liasse) {
        this.liasse = liasse;
    }

    /** The letters of one trial. */
    static final class Recueil {

        private final List<byte[]> lettres = new ArrayList<>();

        void ajouter(byte[] pdf) {
            lettres.add(pdf);
        }
    }

    /**
     * Does something and answers the letters that it wrote, as one PDF.
     *
     * @param acte runs in the transaction of the caller, who undoes it whatever comes out
     * @return empty when nothing was written
     */
    public Optional<byte[]> lire(Runnable acte) {
        Recueil recueil = new Recueil();
        TransactionSynchronizationManager.bindResource(RedactionALEssai.class, recueil);
        try {
            acte.run();
        } finally {
            TransactionSynchronizationManager.unbindResource(RedactionALEssai.class);
        }
        List<byte[]> lettres = recueil.lettres;
        return switch (lettres.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(lettres.get(0));
            default -> Optional.of(liasse.assembler(lettres));
        };
    }

    static Optional<Recueil> enCours() {
        return Optional.ofNullable((Recueil) TransactionSynchronizationManager.getResource(RedactionALEssai.class));
    }

    /** Stands for the number of a letter that has none. */
    static String sansNumero() {
        return "essai-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
