package fr.jalon.agent;

import fr.jalon.commun.Horloge;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What opens an account without its password: personal tokens, and devices that are not asked for the second factor. */
@Component
class AccesSansMotDePasse {

    private final JetonsRepository jetons;
    private final JdbcTemplate jdbc;
    private final Horloge horloge;

    AccesSansMotDePasse(JetonsRepository jetons, JdbcTemplate jdbc, Horloge horloge) {
        this.jetons = jetons;
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Somebody else may have had the account: nothing made before opens it any more. */
    void toutRetirer(UUID compte) {
        jetons.revoquerTous(compte, horloge.maintenant());
        oublierLesAppareils(compte);
    }

    void oublierLesAppareils(UUID compte) {
        jdbc.update("delete from appareil_connu where compte_id = ?", compte);
    }
}
