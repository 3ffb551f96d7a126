package fr.jalon;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** A request must not wait for a frozen database; a migration may take as long as the tables are large. */
@Component
class DelaisDesMigrations extends BaseCallback {

    @Override
    public boolean supports(Event evenement, Context contexte) {
        return evenement == Event.BEFORE_MIGRATE || evenement == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event evenement, Context contexte) {
        try {
            contexte.getConnection().setNetworkTimeout(Runnable::run, 0);
        } catch (SQLException e) {
            throw new IllegalStateException("Le délai de la connexion des migrations n'a pas pu être levé", e);
        }
    }
}
