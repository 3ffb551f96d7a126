package fr.jalon.moteur.camunda;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.dispositif.VariablesCommunes;
import fr.jalon.dossier.Dossiers;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Says to the second of two people who was first, and when. */
@Component
class PremierArrive {

    private static final DateTimeFormatter HEURE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final TaskService taches;
    private final HistoryService histoire;
    private final Comptes comptes;
    private final Dossiers dossiers;
    private final Horloge horloge;

    PremierArrive(TaskService taches, HistoryService histoire, Comptes comptes, Dossiers dossiers, Horloge horloge) {
        this.taches = taches;
        this.histoire = histoire;
        this.comptes = comptes;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    /** The message for a task that somebody else just took or did. */
    String message(String id) {
        Task tache = taches.createTaskQuery().taskId(id).singleResult();
        if (tache != null && tache.getAssignee() != null) {
            return detenteur(tache);
        }
        HistoricTaskInstance passee =
                histoire.createHistoricTaskInstanceQuery().taskId(id).singleResult();
        return passee == null ? "Cette tâche n'existe plus." : traitee(passee);
    }

    String detenteur(Task tache) {
        Date quand = tache.getLastUpdated() == null ? tache.getCreateTime() : tache.getLastUpdated();
        return "Cette tâche est déjà prise par " + nom(tache.getAssignee()) + " " + moment(quand) + ".";
    }

    /**
     * The exception for a task that is not open: a conflict for who may see its dossier, else nothing exists.
     *
     * @throws fr.jalon.commun.Introuvable when the task never existed or is another antenne's
     */
    Conflit dejaTraitee(String id, Agent agent) {
        HistoricTaskInstance passee =
                histoire.createHistoricTaskInstanceQuery().taskId(id).singleResult();
        if (passee == null) {
            throw TachesCamunda.introuvable();
        }
        HistoricVariableInstance dossier = histoire.createHistoricVariableInstanceQuery()
                .processInstanceId(passee.getProcessInstanceId())
                .variableName(VariablesCommunes.DOSSIER_ID.nom())
                .singleResult();
        try {
            dossiers.parId(UUID.fromString((String) dossier.getValue()), agent);
        } catch (Introuvable e) {
            throw TachesCamunda.introuvable();
        }
        return new Conflit(traitee(passee));
    }

    private String traitee(HistoricTaskInstance passee) {
        Date quand = passee.getEndTime() == null ? passee.getStartTime() : passee.getEndTime();
        if (!"completed".equals(passee.getDeleteReason())) {
            return "Cette tâche n'a plus lieu d'être " + moment(quand).replaceFirst("^(à|le)", "depuis $1")
                    + " : le dossier a changé d'étape.";
        }
        return "Cette tâche est déjà traitée par " + nom(passee.getAssignee()) + " " + moment(quand) + ".";
    }

    private String nom(String identifiant) {
        return comptes.nom(identifiant);
    }

    private String moment(Date date) {
        LocalDateTime heure = LocalDateTime.ofInstant(date.toInstant(), Horloge.PARIS);
        String aHeure = "à " + heure.format(HEURE);
        return heure.toLocalDate().equals(horloge.aujourdhui()) ? aHeure : "le " + heure.format(JOUR) + " " + aHeure;
    }
}
