package fr.jalon.dispositif;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.dossier.Dossiers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files that could not be handed over yet: what an administrator reads of them, and how one is tried at once. */
@Service
@Transactional
public class EnvoisEnEchec {

    private static final int MONTRES = 200;

    private final JdbcTemplate jdbc;
    private final Dossiers dossiers;

    EnvoisEnEchec(JdbcTemplate jdbc, Dossiers dossiers) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
    }

    /**
     * One of them.
     *
     * @param essais how often it failed
     * @param detail technical message of the last failure
     * @param prochainEssai null when it is tried at the next turn
     */
    public record EnvoiEnEchec(
            UUID id,
            String numeroDossier,
            String destinataire,
            String nomFichier,
            Instant creeLe,
            int essais,
            String detail,
            Instant prochainEssai) {}

    /** Those that failed once at least and are not handed over, the oldest first. */
    @Transactional(readOnly = true)
    public List<EnvoiEnEchec> lister() {
        return jdbc.query(
                "select e.id, coalesce(d.numero, ''), e.destinataire, e.nom_fichier, e.cree_le, e.essais, e.erreur,"
                        + " e.prochain_essai from envoi e left join dossier d on d.id = e.dossier_id"
                        + " where e.envoye_le is null and e.essais > 0 order by e.cree_le limit " + MONTRES,
                (rs, rang) -> new EnvoiEnEchec(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getTimestamp(5).toInstant(),
                        rs.getInt(6),
                        rs.getString(7),
                        rs.getTimestamp(8) == null ? null : rs.getTimestamp(8).toInstant()));
    }

    /**
     * Has it tried at the next turn, whatever its delay.
     *
     * @throws Conflit when it was handed over meanwhile
     */
    public void relancer(UUID id, Agent auteur) {
        auteur.exiger(Role.ADMIN);
        int lignes = jdbc.update(
                "update envoi set prochain_essai = null, version = version + 1 where id = ? and envoye_le is null", id);
        if (lignes == 0) {
            throw new Conflit("Ce fichier est déjà remis : il n'y a plus rien à essayer.");
        }
        jdbc.query(
                "select dossier_id, nom_fichier from envoi where id = ?",
                rs -> {
                    String fichier = rs.getString(2);
                    dossiers.siExiste(rs.getObject(1, UUID.class))
                            .ifPresent(d -> dossiers.tracer(
                                    d.id(),
                                    "INCIDENT",
                                    "Remise du fichier " + fichier + " essayée de nouveau.",
                                    auteur));
                },
                id);
    }
}
