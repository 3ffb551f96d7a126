package fr.jalon.commun;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is broken around Jalon when a request fails through no fault of whoever sent it: the database does not answer, or a disk
 * is full. Read in the causes of an exception, because each library wraps it in its own way.
 */
public enum Panne {
    /** HTTP 503: the same request may succeed in a moment. */
    BASE_INJOIGNABLE(503),
    /** HTTP 507: somebody must make room first. */
    DISQUE_PLEIN(507);

    /** Server shutting down, connection killed, node of the cluster not ready, too many connections. */
    private static final Set<Integer> ARRET = Set.of(1053, 1927, 1047, 1040, 1152, 1153, 1158, 1159, 1160, 1161);

    /** Disk full, temporary file not written, table full, row not written. */
    private static final Set<Integer> PLEIN = Set.of(3, 1021, 1026, 1114, 4028);

    /** "Got error ... from storage engine", of which 28 is the system's ENOSPC. */
    private static final int ERREUR_DU_STOCKAGE = 1030;

    /** What the pool answers, without any code, to who still holds a connection that it threw away: the roll-back of a lost one. */
    private static final String FERMEE = "Connection is closed";

    private static final int PROFONDEUR_MAX = 30;

    private final int statut;

    Panne(int statut) {
        this.statut = statut;
    }

    public int statut() {
        return statut;
    }

    /** The fault that explains an exception; empty when it is none of these. */
    public static Optional<Panne> dans(Throwable e) {
        Throwable cause = e;
        for (int i = 0; cause != null && i < PROFONDEUR_MAX; i++) {
            Optional<Panne> panne = seule(cause);
            if (panne.isPresent()) {
                return panne;
            }
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<Panne> seule(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return deLaBase(sql);
        }
        return cause instanceof IOException && sansPlace(cause.getMessage())
                ? Optional.of(DISQUE_PLEIN)
                : Optional.empty();
    }

    private static Optional<Panne> deLaBase(SQLException sql) {
        int code = sql.getErrorCode();
        if (PLEIN.contains(code) || (code == ERREUR_DU_STOCKAGE && contient(sql.getMessage(), "error 28"))) {
            return Optional.of(DISQUE_PLEIN);
        }
        String etat = sql.getSQLState();
        boolean coupee = FERMEE.equals(sql.getMessage())
                || ARRET.contains(code)
                || (etat != null && etat.startsWith("08"))
                || sql instanceof java.sql.SQLTransientConnectionException
                || sql instanceof java.sql.SQLNonTransientConnectionException
                || sql instanceof java.sql.SQLRecoverableException;
        return coupee ? Optional.of(BASE_INJOIGNABLE) : Optional.empty();
    }

    private static boolean sansPlace(String message) {
        return contient(message, "no space left")
                || contient(message, "disk quota exceeded")
                || contient(message, "espace insuffisant");
    }

    private static boolean contient(String message, String mots) {
        return message != null && message.toLowerCase(Locale.ROOT).contains(mots);
    }
}
