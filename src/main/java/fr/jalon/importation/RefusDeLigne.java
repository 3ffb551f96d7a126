package fr.jalon.importation;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** What a row that could not be looked at, or written, says of itself: the rest of its file goes on. Only the database stops it. */
final class RefusDeLigne {

    private static final Logger LOG = LoggerFactory.getLogger(RefusDeLigne.class);

    private RefusDeLigne() {}

    /**
     * The row in error, in the words of what refused it.
     *
     * @param siPanne French sentence for a failure of Jalon itself, which is logged and whose own words are never shown
     * @throws RuntimeException the failure itself when it is the database's: the row stays as it is and is tried again
     */
    static ExamenLigne dire(RuntimeException e, ImportEnregistre fichier, LigneEnregistree ligne, String siPanne) {
        if (e instanceof SaisieInvalide saisie) {
            return ExamenLigne.refus(saisie.erreurs());
        }
        if (e instanceof Conflit || e instanceof Introuvable || e instanceof Interdit) {
            return ExamenLigne.refus(List.of(new ErreurChamp("", e.getMessage())));
        }
        if (e instanceof TransientDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof TransactionException) {
            throw e;
        }
        LOG.error("La ligne {} de l'import {} s'est arrêtée sur une panne", ligne.numero(), fichier.id(), e);
        return ExamenLigne.refus(List.of(new ErreurChamp("", siPanne)));
    }
}
