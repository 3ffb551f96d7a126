package fr.jalon.reprise;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ModeRemise;
import fr.jalon.courrier.Signatures;
import fr.jalon.courrier.SuiviCourriers;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.FichiersInventes;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.ConditionsFormulaire;
import fr.jalon.moteur.Taches;
import fr.jalon.orientation.Diagnostics;
import fr.jalon.piece.Fichiers;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * Leads a dossier through its path as agents would: answers its steps at random, signs and posts its letters, receives its
 * pieces, and lets time pass until its next timer. It moves no other dossier, and knows no path by name.
 */
final class Marcheur {

    private static final int ESSAIS_PAR_ETAPE = 80;
    private static final int PAS_MAX = 400;
    private static final int LEVIERS = 6;

    private final Monde monde;
    private final HorlogeReglable horloge;
    private final Random hasard;
    private final ReponsesAuHasard reponses;
    /** Each file is read by a process of its own, which takes a second: one is enough for a dossier. */
    private int fichiers = 1;

    private final List<String> refus = new ArrayList<>();

    Marcheur(Monde monde, HorlogeReglable horloge, long graine) {
        this.monde = monde;
        this.horloge = horloge;
        this.hasard = new Random(graine);
        this.reponses = new ReponsesAuHasard(hasard, monde.bean(ConditionsFormulaire.class));
    }

    /** What the last refused answers were refused for, for the message of a test. */
    List<String> refus() {
        return List.copyOf(refus);
    }

    /**
     * Walks until a wanted element waits, or the dossier is closed.
     *
     * @param voulu says of an element id of the model whether to stop there
     * @return the wanted elements that wait; empty when the dossier is closed
     * @throws AssertionError when nothing more can be done and the dossier is still open
     */
    Set<String> marcher(DossierVue dossier, Predicate<String> voulu) {
        for (int pas = 0; pas < PAS_MAX; pas++) {
            travailler(dossier);
            Set<String> atteints = new TreeSet<>(attentes(dossier));
            atteints.removeIf(voulu.negate());
            if (!atteints.isEmpty() || clos(dossier)) {
                return atteints;
            }
            if (!agir(dossier) && !laisserPasserLeTemps(dossier)) {
                throw new AssertionError("plus rien ne fait avancer " + dossier.numero() + ", qui attend "
                        + attentes(dossier) + " ; derniers refus : " + refus);
            }
        }
        throw new AssertionError(dossier.numero() + " n'arrive à rien en " + PAS_MAX + " pas : " + attentes(dossier));
    }

    boolean clos(DossierVue dossier) {
        return monde.bean(Dossiers.class).parId(dossier.id(), Agent.JALON).closLe() != null;
    }

    /** The elements of the models where the dossier waits: steps, events, timers. */
    Set<String> attentes(DossierVue dossier) {
        Set<String> elements = new TreeSet<>();
        RuntimeService execution = monde.bean(ProcessEngine.class).getRuntimeService();
        for (ProcessInstance instance : instances(dossier)) {
            elements.addAll(execution.getActiveActivityIds(instance.getId()));
            execution
                    .createEventSubscriptionQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .forEach(a -> elements.add(a.getActivityId()));
        }
        travaux(dossier).forEach(t -> elements.add(element(t)));
        return elements;
    }

    private String element(Job travail) {
        return monde.bean(ProcessEngine.class)
                .getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(travail.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private List<ProcessInstance> instances(DossierVue dossier) {
        return monde.bean(ProcessEngine.class)
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(dossier.numero())
                .list();
    }

    private List<Job> travaux(DossierVue dossier) {
        ManagementService gestion = monde.bean(ProcessEngine.class).getManagementService();
        return instances(dossier).stream()
                .flatMap(i -> gestion.createJobQuery().processInstanceId(i.getId()).list().stream())
                .toList();
    }

    /** Runs the jobs of this dossier that are due, and of no other. */
    private void travailler(DossierVue dossier) {
        Date maintenant = Date.from(monde.bean(Horloge.class).maintenant());
        ClockUtil.setCurrentTime(maintenant);
        ManagementService gestion = monde.bean(ProcessEngine.class).getManagementService();
        for (int tour = 0; tour < PAS_MAX; tour++) {
            Optional<Job> du = travaux(dossier).stream()
                    .filter(t -> !t.isSuspended()
                            && (t.getDuedate() == null || !t.getDuedate().after(maintenant)))
                    .findFirst();
            if (du.isEmpty()) {
                return;
            }
            gestion.executeJob(du.get().getId());
        }
        throw new AssertionError("les travaux de " + dossier.numero() + " ne finissent pas");
    }

    private boolean agir(DossierVue dossier) {
        List<LigneCorbeille> ouvertes = new ArrayList<>(monde.bean(Corbeille.class).duDossier(dossier.id()).stream()
                .filter(t -> t.termineeLe() == null)
                .toList());
        Collections.shuffle(ouvertes, hasard);
        boolean patiente = hasard.nextInt(6) == 0;
        if (!patiente && ouvertes.stream().anyMatch(t -> repondre(dossier, t))) {
            return true;
        }
        return poster(dossier) || recevoirLesPieces(dossier);
    }

    private boolean repondre(DossierVue dossier, LigneCorbeille tache) {
        Agent agent = agent(tache);
        Set<String> exiges = new HashSet<>();
        diagnostiquer(dossier, agent);
        for (int essai = 0; essai < ESSAIS_PAR_ETAPE; essai++) {
            Map<String, Object> donnees = reponses.remplir(
                    monde.bean(Taches.class).formulaire(tache.tacheId(), agent),
                    exiges,
                    monde.bean(Horloge.class).aujourdhui());
            try {
                monde.bean(Taches.class).achever(tache.tacheId(), donnees, agent);
                refus.clear();
                return true;
            } catch (SaisieInvalide e) {
                e.erreurs().stream().map(ErreurChamp::champ).forEach(exiges::add);
                noter(tache.etape() + " " + e.erreurs());
            } catch (Conflit e) {
                noter(tache.etape() + " " + e.getMessage());
                return false;
            }
        }
        return false;
    }

    private void noter(String quoi) {
        refus.add(quoi);
        if (refus.size() > 5) {
            refus.remove(0);
        }
    }

    private Agent agent(LigneCorbeille tache) {
        if (tache.assigne() != null) {
            return monde.bean(Comptes.class).parIdentifiant(tache.assigne()).orElseThrow();
        }
        Role role = Role.valueOf(tache.groupe());
        return monde.agent(role, role == Role.RESPONSABLE_DISPOSITIFS ? null : tache.antenne());
    }

    /** The interview with its six levers is no form of a step: it is done beside it. */
    private void diagnostiquer(DossierVue dossier, Agent agent) {
        if (!attentes(dossier).contains("UserTask_EtablirDiagnostic")) {
            return;
        }
        for (int levier = 1; levier <= LEVIERS; levier++) {
            try {
                monde.bean(Diagnostics.class)
                        .etablir(dossier.id(), levier, Map.of("paroles", "Ça avance."), List.of(2, 3), false, agent);
            } catch (Conflit e) {
                noter(e.getMessage());
            }
        }
    }

    private boolean poster(DossierVue dossier) {
        List<CourrierVue> aFaire = monde.bean(Courriers.class).parDossier(dossier.id()).stream()
                .filter(c -> c.etat() == EtatCourrier.A_SIGNER || c.etat() == EtatCourrier.A_IMPRIMER)
                .toList();
        monde.deleguer();
        for (CourrierVue lettre : aFaire) {
            Agent responsable = monde.agent(Role.RESPONSABLE_ANTENNE, dossier.antenne());
            if (lettre.etat() == EtatCourrier.A_SIGNER) {
                monde.bean(Signatures.class).signer(lettre.id(), responsable);
            }
            monde.bean(SuiviCourriers.class)
                    .envoyer(
                            lettre.id(), monde.bean(Horloge.class).aujourdhui(), ModeRemise.LETTRE_SIMPLE, responsable);
        }
        return !aFaire.isEmpty();
    }

    private boolean recevoirLesPieces(DossierVue dossier) {
        if (hasard.nextInt(3) > 0) {
            return false;
        }
        List<PieceVue> attendues = monde.bean(Pieces.class).liste(dossier.id()).stream()
                .filter(p -> p.etat().manquante())
                .toList();
        Agent agent = monde.agent(Role.INSTRUCTEUR, dossier.antenne());
        for (PieceVue piece : attendues) {
            if (fichiers > 0) {
                fichiers--;
                apporter(dossier, piece, agent);
            } else {
                monde.bean(Pieces.class).accepterSurPapier(dossier.id(), piece.type(), agent);
            }
        }
        return !attendues.isEmpty();
    }

    private void apporter(DossierVue dossier, PieceVue piece, Agent agent) {
        monde.bean(Fichiers.class)
                .recevoir(
                        dossier.id(),
                        piece.type(),
                        "piece.png",
                        FichiersInventes.png(hasard.nextInt(30, 60), hasard.nextInt(200)),
                        "GUICHET",
                        agent);
        monde.bean(Pieces.class).juger(dossier.id(), piece.type(), EtatPiece.ACCEPTEE, null, agent);
    }

    /** To the next timer of this dossier, or by some days when it has none: an appointment may have to come. */
    private boolean laisserPasserLeTemps(DossierVue dossier) {
        LocalDateTime maintenant = monde.bean(Horloge.class).heureDeParis();
        Optional<LocalDateTime> prochaine = travaux(dossier).stream()
                .map(Job::getDuedate)
                .filter(Objects::nonNull)
                .map(d -> d.toInstant().atZone(Horloge.PARIS).toLocalDateTime().plusMinutes(1))
                .filter(d -> d.isAfter(maintenant))
                .min(Comparator.naturalOrder());
        horloge.regler(prochaine.orElse(maintenant.plusDays(5)));
        return true;
    }
}
