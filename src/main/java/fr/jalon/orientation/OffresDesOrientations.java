package fr.jalon.orientation;

import fr.jalon.annuaire.UsageDesOffres;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The offers whose places an orientation takes or waits for. */
@Component
class OffresDesOrientations implements UsageDesOffres {

    private final JdbcClient jdbc;

    OffresDesOrientations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> nommees(Collection<UUID> offres) {
        return new HashSet<>(jdbc.sql("select distinct offre_id from orientation where offre_id in (:offres)")
                .param("offres", offres)
                .query(UUID.class)
                .list());
    }
}
