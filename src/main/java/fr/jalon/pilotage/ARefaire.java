package fr.jalon.pilotage;

import fr.jalon.commun.FinDeTransaction;
import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.TacheEvenement;
import fr.jalon.dossier.DossierModifie;
import fr.jalon.dossier.DossierOuvert;
import fr.jalon.dossier.DossierTrace;
import fr.jalon.dossier.DossierTransfere;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The dossiers whose figures are to be made again, noted once in the transaction of what changed them, at its end. Measuring is done
 * after it, so that no act waits for a figure nor fails by it.
 */
@Component
class ARefaire {

    private final JdbcTemplate jdbc;
    private final Horloge horloge;
    private final FinDeTransaction aLaFin;

    ARefaire(JdbcTemplate jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.aLaFin = new FinDeTransaction(this::marquer);
    }

    /** A dossier to be made again, as it was marked. */
    record Marque(UUID dossierId, int marque) {}

    @EventListener
    void sur(TacheEvenement tache) {
        if (tache.nature() == TacheEvenement.Nature.CREEE) {
            jdbc.update(
                    "insert into pilotage_etape (etape, libelle) values (?, ?) on duplicate key update"
                            + " libelle = values(libelle)",
                    tache.etape(),
                    tache.libelle());
        }
        aLaFin.noter(tache.dossierId());
    }

    @EventListener
    void sur(DossierOuvert fait) {
        aLaFin.noter(fait.dossierId());
    }

    @EventListener
    void sur(DossierModifie fait) {
        aLaFin.noter(fait.dossierId());
    }

    @EventListener
    void sur(DossierTrace fait) {
        aLaFin.noter(fait.dossierId());
    }

    @EventListener
    void sur(DossierTransfere fait) {
        aLaFin.noter(fait.dossierId());
    }

    /** The oldest marks. */
    List<Marque> prochains(int auPlus) {
        return jdbc.query(
                "select dossier_id, marque from pilotage_a_refaire order by depuis, dossier_id limit ?",
                (rs, n) -> new Marque(rs.getObject(1, UUID.class), rs.getInt(2)),
                auPlus);
    }

    /** Takes the marks away, but not those that grew meanwhile. */
    void faits(List<Marque> marques) {
        jdbc.batchUpdate(
                "delete from pilotage_a_refaire where dossier_id = ? and marque = ?",
                marques.stream()
                        .map(m -> new Object[] {m.dossierId(), m.marque()})
                        .toList());
    }

    void marquer(Collection<UUID> dossiers) {
        Timestamp quand = Timestamp.from(horloge.maintenant());
        jdbc.batchUpdate(
                "insert into pilotage_a_refaire (dossier_id, marque, depuis) values (?, 1, ?)"
                        + " on duplicate key update marque = marque + 1",
                dossiers.stream().map(id -> new Object[] {id, quand}).toList());
    }
}
