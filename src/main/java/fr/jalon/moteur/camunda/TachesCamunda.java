package fr.jalon.moteur.camunda;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.decision.EvaluationsDesDossiers;
import fr.jalon.dispositif.Etape;
import fr.jalon.dispositif.VariablesCommunes;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Retenues;
import fr.jalon.moteur.Etapes;
import fr.jalon.moteur.FormulaireEtape;
import fr.jalon.moteur.TacheVue;
import fr.jalon.moteur.Taches;
import fr.jalon.moteur.ValidationFormulaire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tasks over the Camunda engine. */
@Service
class TachesCamunda implements Taches {

    private static final int MOTIF_MAX = 500;

    private final TaskService taches;
    private final FormService formulaires;
    private final Dossiers dossiers;
    private final Retenues retenues;
    private final Comptes comptes;
    private final Etapes etapes;
    private final ValidationFormulaire validation;
    private final PremierArrive premier;
    private final EvaluationsDesDossiers evaluations;
    private final Reprise reprise;
    private final ObjectMapper json;

    TachesCamunda(
            ProcessEngine moteur,
            Dossiers dossiers,
            Retenues retenues,
            Comptes comptes,
            Etapes etapes,
            ValidationFormulaire validation,
            PremierArrive premier,
            EvaluationsDesDossiers evaluations,
            Reprise reprise,
            ObjectMapper json) {
        this.taches = moteur.getTaskService();
        this.formulaires = moteur.getFormService();
        this.dossiers = dossiers;
        this.retenues = retenues;
        this.comptes = comptes;
        this.etapes = etapes;
        this.validation = validation;
        this.premier = premier;
        this.evaluations = evaluations;
        this.reprise = reprise;
        this.json = json;
    }

    @Override
    public TacheVue tache(String id, Agent agent) {
        return reprise.enTransaction(() -> vue(exiger(id, agent)));
    }

    @Override
    public void prendre(String id, Agent agent) {
        executer(id, () -> {
            Task tache = exiger(id, agent);
            exigerGroupe(tache, agent);
            if (agent.identifiant().equals(tache.getAssignee())) {
                return;
            }
            taches.claim(id, agent.identifiant());
        });
    }

    @Override
    public void deposer(String id, String motif, Agent agent) {
        executer(id, () -> {
            Task tache = exiger(id, agent);
            if (tache.getAssignee() == null) {
                throw new Conflit("Cette tâche est déjà dans la corbeille commune.");
            }
            exigerDetenteurOuResponsable(tache, agent);
            String raison = Textes.ouNull(motif);
            if (raison != null && raison.length() > MOTIF_MAX) {
                throw new SaisieInvalide("motif", "Écrivez au plus " + MOTIF_MAX + " caractères.");
            }
            taches.setAssignee(id, null);
            tracer(
                    tache,
                    "Tâche « " + tache.getName() + " » remise dans la corbeille"
                            + (raison == null ? "." : " : " + Textes.phrase(raison)),
                    agent);
        });
    }

    @Override
    public void reaffecter(String id, String destinataire, String motif, Agent agent) {
        executer(id, () -> {
            Task tache = exiger(id, agent);
            exigerDetenteurOuResponsable(tache, agent);
            String raison = Textes.ouNull(motif);
            if (raison == null || raison.length() > MOTIF_MAX) {
                throw new SaisieInvalide(
                        "motif",
                        "Écrivez pourquoi vous confiez ce travail à quelqu'un d'autre, en " + MOTIF_MAX
                                + " caractères au plus.");
            }
            Agent autre = comptes.actif(destinataire == null ? "" : destinataire)
                    .filter(a -> a.portee().couvre((String) taches.getVariable(id, VariablesCommunes.ANTENNE.nom())))
                    .orElseThrow(() -> new SaisieInvalide("agent", "Choisissez une personne de la même antenne."));
            if (!TacheVue.permise(groupe(id), autre)) {
                throw new SaisieInvalide("agent", autre.nomComplet() + " n'a pas le rôle que demande cette tâche.");
            }
            taches.setAssignee(id, autre.identifiant());
            tracer(
                    tache,
                    "Tâche « " + tache.getName() + " » confiée à " + autre.nomComplet() + " : " + Textes.phrase(raison),
                    agent);
        });
    }

    @Override
    public FormulaireEtape formulaire(String id, Agent agent) {
        FormulaireEtape[] formulaire = {null};
        executer(id, () -> {
            Task tache = exiger(id, agent);
            formulaire[0] = new FormulaireEtape(schema(id), etape(tache).donnees(dossier(tache), agent));
        });
        return formulaire[0];
    }

    @Override
    public void achever(String id, Map<String, Object> donnees, Agent agent) {
        executer(id, () -> {
            Task tache = exiger(id, agent);
            exigerGroupe(tache, agent);
            if (tache.getAssignee() != null && !tache.getAssignee().equals(agent.identifiant())) {
                throw new Conflit(premier.detenteur(tache));
            }
            retenues.refuserSiRetenu(dossier(tache));
            Etape etape = etape(tache);
            Map<String, Object> propres = validation.valider(schema(id), donnees, etape.donnees(dossier(tache), agent));
            if (tache.getAssignee() == null) {
                taches.setAssignee(id, agent.identifiant());
            }
            UUID dossierId = dossier(tache);
            Map<String, Object> variables = evaluations.pour(
                    dossierId,
                    () -> etape.accomplir(dossier(tache), propres, agent).valeurs());
            tracer(tache, "Étape faite : " + tache.getName() + ".", agent);
            taches.complete(id, variables);
        });
    }

    /** Runs in a transaction of its own, so that what the commit finds is told like the rest: who was first, and when. */
    private void executer(String id, Runnable acte) {
        try {
            reprise.enTransaction(acte);
        } catch (TaskAlreadyClaimedException
                | NullValueException
                | OptimisticLockingException
                | OptimisticLockingFailureException e) {
            throw new Conflit(reprise.enTransaction(() -> premier.message(id)), e);
        } catch (Conflit | SaisieInvalide | Interdit | Introuvable refus) {
            throw refus;
        } catch (RuntimeException e) {
            // Between two reads of ours the other one ended the task: what was half gone fails in ways of its own.
            throw depasse(id) ? new Conflit(reprise.enTransaction(() -> premier.message(id)), e) : e;
        }
    }

    private boolean depasse(String id) {
        return reprise.enTransaction(() -> taches.createTaskQuery().taskId(id).count() == 0);
    }

    private Task exiger(String id, Agent agent) {
        Task tache = taches.createTaskQuery().taskId(id).initializeFormKeys().singleResult();
        if (tache == null) {
            throw premier.dejaTraitee(id, agent);
        }
        try {
            dossiers.parId(dossier(tache), agent);
        } catch (Introuvable e) {
            // The same words as for a task that does not exist: another antenne's is not even known.
            throw introuvable();
        }
        return tache;
    }

    private UUID dossier(Task tache) {
        return UUID.fromString((String) taches.getVariable(tache.getId(), VariablesCommunes.DOSSIER_ID.nom()));
    }

    private String groupe(String id) {
        return taches.getIdentityLinksForTask(id).stream()
                .filter(lien -> IdentityLinkType.CANDIDATE.equals(lien.getType()))
                .map(IdentityLink::getGroupId)
                .findFirst()
                .orElse("");
    }

    private void exigerGroupe(Task tache, Agent agent) {
        String groupe = groupe(tache.getId());
        if (!TacheVue.permise(groupe, agent)) {
            throw new Interdit(
                    "Cette tâche est réservée : " + Role.valueOf(groupe).libelle() + ".");
        }
    }

    private void exigerDetenteurOuResponsable(Task tache, Agent agent) {
        if (!agent.identifiant().equals(tache.getAssignee()) && !agent.a(Role.RESPONSABLE_ANTENNE)) {
            throw new Interdit(
                    "Seuls la personne qui détient la tâche et le responsable d'antenne peuvent la confier.");
        }
    }

    private Etape etape(Task tache) {
        return etapes.pour(tache.getTaskDefinitionKey(), tache.getId(), schema(tache.getId()));
    }

    private JsonNode schema(String id) {
        try (InputStream fichier = formulaires.getDeployedTaskForm(id)) {
            return json.readTree(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tracer(Task tache, String texte, Agent agent) {
        dossiers.tracer(dossier(tache), "TACHE", texte, agent);
    }

    private TacheVue vue(Task tache) {
        String processus = tache.getProcessDefinitionId();
        return new TacheVue(
                tache.getId(),
                dossier(tache),
                processus.substring(0, processus.indexOf(':')),
                tache.getTaskDefinitionKey(),
                tache.getName(),
                groupe(tache.getId()),
                tache.getAssignee());
    }

    static Introuvable introuvable() {
        return new Introuvable("Cette tâche n'existe pas.");
    }
}
