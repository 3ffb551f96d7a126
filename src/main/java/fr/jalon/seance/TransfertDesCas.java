package fr.jalon.seance;

import fr.jalon.agent.Agent;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions of a dossier that goes to another antenne wait for a session there: they leave the agenda of a session to come. One that
 * is being held goes on with the dossier and its opinion holds; what it postpones waits in the other antenne.
 */
@Service
@Transactional
public class TransfertDesCas {

    private final JdbcTemplate jdbc;
    private final TableSeances table;
    private final Instances instances;
    private final ApplicationEventPublisher evenements;

    TransfertDesCas(JdbcTemplate jdbc, TableSeances table, Instances instances, ApplicationEventPublisher evenements) {
        this.jdbc = jdbc;
        this.table = table;
        this.instances = instances;
        this.evenements = evenements;
    }

    private record Inscrit(UUID casId, UUID seanceId, String numero, String instance) {}

    /** Takes the open questions of a dossier along. */
    public void suivre(UUID dossierId, String antenne, Agent auteur) {
        List<Inscrit> inscrits = jdbc.query(
                "select id, seance_id, numero, instance from cas_pret where dossier_id = ? and ouvert = 1 and antenne <> ?"
                        + " and seance_id is not null",
                (rs, rang) -> new Inscrit(
                        rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getString(3), rs.getString(4)),
                dossierId,
                antenne);
        inscrits.stream().filter(i -> !instances.deLaVille(i.instance())).forEach(i -> quitter(i, auteur));
        jdbc.update("update cas_pret set antenne = ? where dossier_id = ? and ouvert = 1", antenne, dossierId);
    }

    private void quitter(Inscrit inscrit, Agent auteur) {
        Seance seance = table.pourEcrire(inscrit.seanceId());
        if (seance.etat() == EtatSeance.TENUE) {
            return;
        }
        if (seance.retirerCas(inscrit.casId(), "une autre antenne suit la personne")
                .isPresent()) {
            table.enregistrer(seance);
            SeanceVue vue = seance.vue();
            evenements.publishEvent(new SeanceTracee(
                    vue.numero(),
                    vue.antenne(),
                    "Dossier " + inscrit.numero() + " retiré de l'ordre du jour : une autre antenne suit la personne.",
                    auteur));
        }
        jdbc.update("update cas_pret set seance_id = null where id = ?", inscrit.casId());
    }
}
