package fr.jalon.formation;

import fr.jalon.agent.Agent;
import fr.jalon.budget.OrdrePaye;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.Dossiers;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Notes the day on which each milestone was paid, in the transaction of its payment. */
@Component
class PaiementsDesFormations {

    private final JdbcTemplate jdbc;
    private final Dossiers dossiers;

    PaiementsDesFormations(JdbcTemplate jdbc, Dossiers dossiers) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
    }

    @EventListener
    void sur(OrdrePaye paye) {
        jdbc.queryForList("select dossier_id from formation_jalon where service = ?", UUID.class, paye.service())
                .forEach(dossier -> noter(dossier, paye));
    }

    private void noter(UUID dossier, OrdrePaye paye) {
        jdbc.update("update formation_jalon set paye_le = ? where service = ?", paye.payeLe(), paye.service());
        dossiers.tracer(
                dossier,
                DemandesFormation.NATURE,
                Centimes.enFrancais(paye.centimes()) + " payés à l'organisme le " + Horloge.enMots(paye.payeLe())
                        + ", mandat " + paye.ordreId() + ".",
                Agent.JALON);
    }
}
