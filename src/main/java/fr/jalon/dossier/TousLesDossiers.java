package fr.jalon.dossier;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Walks the dossiers for what is made from them: never for a reader, whose antennes it does not know. */
@Service
@Transactional(readOnly = true)
public class TousLesDossiers {

    private static final UUID AVANT_TOUS = new UUID(0, 0);

    private final JdbcTemplate jdbc;
    private final DossiersRepository dossiers;

    TousLesDossiers(JdbcTemplate jdbc, DossiersRepository dossiers) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
    }

    /**
     * The next dossiers, by id.
     *
     * @param dernier last id of the call before, null for the first
     */
    public List<UUID> apres(UUID dernier, int auPlus) {
        return jdbc.query(
                "select id from dossier where id > ? order by id limit ?",
                (rs, rang) -> rs.getObject(1, UUID.class),
                dernier == null ? AVANT_TOUS : dernier,
                auPlus);
    }

    /** Those that exist, in no order. */
    public List<DossierVue> parIds(Collection<UUID> ids) {
        return dossiers.findAllById(ids).stream().map(Dossier::vue).toList();
    }
}
