package fr.jalon.seance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who sits at every session of an instance in an antenne: composed once, proposed for each new session. */
@Component
public class EquipePermanente {

    private final JdbcTemplate jdbc;

    EquipePermanente(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A standing member.
     *
     * @param identifiant log-in name, null for somebody without an account
     * @param suppleantDe standing titular, null for a titular
     */
    public record Siege(UUID id, String identifiant, String nom, String qualite, String adresse, UUID suppleantDe) {}

    /** Titulars first. */
    List<Siege> de(String instance, String antenne) {
        return jdbc.query(
                "select id, identifiant, nom, qualite, adresse, suppleant_de from seance_permanent where instance = ?"
                        + " and antenne = ? order by suppleant_de is not null, qualite desc, nom",
                (rs, rang) -> new Siege(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getObject(6, UUID.class)),
                instance,
                antenne);
    }

    void remplacer(SeanceVue seance) {
        jdbc.update(
                "delete from seance_permanent where instance = ? and antenne = ? and suppleant_de is not null",
                seance.instance(),
                seance.antenne());
        jdbc.update(
                "delete from seance_permanent where instance = ? and antenne = ?", seance.instance(), seance.antenne());
        Map<UUID, UUID> ids = new HashMap<>();
        Stream.concat(
                        seance.membres().stream().filter(Membre::titulaire),
                        seance.membres().stream().filter(m -> !m.titulaire()))
                .forEach(m -> {
                    ids.put(m.id(), UUID.randomUUID());
                    jdbc.update(
                            "insert into seance_permanent (id, instance, antenne, identifiant, nom, qualite, adresse,"
                                    + " suppleant_de) values (?, ?, ?, ?, ?, ?, ?, ?)",
                            ids.get(m.id()),
                            seance.instance(),
                            seance.antenne(),
                            m.identifiant(),
                            m.nom(),
                            m.qualite(),
                            m.adresse(),
                            m.titulaire() ? null : ids.get(m.suppleantDe()));
                });
    }
}
