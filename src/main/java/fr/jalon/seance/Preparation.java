package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done before a session: its agenda, the convocations. */
@Service
@Transactional
public class Preparation {

    private final Seances seances;
    private final CasPrets cas;
    private final Instances instances;
    private final DocumentsSeance documents;
    private final Horloge horloge;
    private final JdbcTemplate jdbc;
    private final TableSeances table;

    Preparation(
            Seances seances,
            CasPrets cas,
            Instances instances,
            DocumentsSeance documents,
            Horloge horloge,
            JdbcTemplate jdbc,
            TableSeances table) {
        this.seances = seances;
        this.cas = cas;
        this.instances = instances;
        this.documents = documents;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.table = table;
    }

    /**
     * Puts ready cases on the agenda, all or none.
     *
     * @throws Conflit when another session has just taken one
     */
    public void inscrire(UUID seanceId, List<UUID> casIds, Agent auteur) {
        SeanceVue seance = seances.modifiable(seanceId, auteur);
        if (casIds.isEmpty()) {
            throw new SaisieInvalide("cas", "Cochez au moins un dossier.");
        }
        int rang = seance.points().stream().mapToInt(Point::rang).max().orElse(0);
        for (UUID casId : casIds) {
            if (!cas.retenir(casId, seance)) {
                throw new Conflit("Un de ces dossiers vient d'être inscrit à une autre séance, ou n'attend plus d'avis."
                        + " Rechargez la page pour voir ceux qui restent.");
            }
            jdbc.update(
                    "insert into seance_point (id, seance_id, cas_id, rang) values (?, ?, ?, ?)",
                    UUID.randomUUID(),
                    seanceId,
                    casId,
                    ++rang);
        }
        seances.tracer(seance, "Dossiers inscrits à l'ordre du jour : " + casIds.size() + ".", auteur);
    }

    /** Takes an item off: its case waits for another session. */
    public void desinscrire(UUID seanceId, UUID pointId, Agent auteur) {
        SeanceVue seance = seances.modifiable(seanceId, auteur);
        Point point =
                seance.point(pointId).orElseThrow(() -> new Introuvable("Ce dossier n'est pas à l'ordre du jour."));
        jdbc.update("delete from seance_point where id = ?", pointId);
        cas.liberer(point.casId());
        seances.tracer(seance, "Dossier retiré de l'ordre du jour : " + point.numeroDossier() + ".", auteur);
    }

    /**
     * Writes a convocation to each member who has none yet.
     *
     * @throws SaisieInvalide on {@code debut}, {@code membres} or {@code points}: the session cannot be convened
     */
    public void convoquer(UUID seanceId, Agent auteur) {
        SeanceVue seance = seances.modifiable(seanceId, auteur);
        RegleInstance regle = instances.regle(seance.instance(), seance.jour());
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (!seance.debut().isAfter(horloge.maintenant())) {
            erreurs.add(new ErreurChamp("debut", "Cette séance est passée : annulez-la et préparez-en une autre."));
        }
        List<String> manques = Composition.manques(seance, regle);
        if (!manques.isEmpty()) {
            erreurs.add(new ErreurChamp("membres", "Composition incomplète. " + String.join(" ; ", manques) + "."));
        }
        if (seance.points().isEmpty()) {
            erreurs.add(new ErreurChamp("points", "Inscrivez au moins un dossier à l'ordre du jour."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        for (Membre membre : seance.membres()) {
            if (membre.convocation() == null) {
                UUID lettre = documents.convoquer(seance, membre, regle, auteur);
                jdbc.update("update seance_membre set convocation = ? where id = ?", lettre, membre.id());
            }
        }
        table.changerEtat(seanceId, EtatSeance.CONVOQUEE);
        seances.tracer(seance, "Convocations écrites : " + seance.membres().size() + " membres.", auteur);
    }
}
