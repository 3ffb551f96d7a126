package fr.jalon.sanction;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.DelaisLegaux;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.FaitsDuDossier;
import fr.jalon.dossier.Ouverture;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A breach and its adversarial time: the constat, what the person answers, the opinion of the équipe. The person is told and may
 * answer before anything is decided (CASF, art. L262-37; CRPA, art. L121-1 and L122-1).
 */
@Service
@Transactional
public class Manquements {

    /** What was contemplated, then decided, and the version of the facts that it rests on. */
    static final String SANCTION_ENVISAGEE = "SANCTION_ENVISAGEE";

    /** Kind of the line that a constat leaves in the history. */
    private static final String CONSTAT = "MANQUEMENT";

    /** Code of the dispositif, and first letters of its dossiers. */
    public static final String DISPOSITIF = "MAN";

    private final ManquementsRepository manquements;
    private final Gradation gradation;
    private final Dossiers dossiers;
    private final DelaisLegaux delais;
    private final FaitsDuDossier faits;
    private final ReceptionDesLettres lettres;
    private final Horloge horloge;

    Manquements(
            ManquementsRepository manquements,
            Gradation gradation,
            Dossiers dossiers,
            DelaisLegaux delais,
            FaitsDuDossier faits,
            ReceptionDesLettres lettres,
            Horloge horloge) {
        this.manquements = manquements;
        this.gradation = gradation;
        this.dossiers = dossiers;
        this.delais = delais;
        this.faits = faits;
        this.lettres = lettres;
        this.horloge = horloge;
    }

    /**
     * Opens a procedure from a dossier of orientation and starts its path.
     *
     * @throws Conflit when that dossier is ended
     * @throws fr.jalon.dossier.DossierDejaOuvert when a procedure is already open for this person
     */
    public DossierVue ouvrir(UUID origineId, String referent, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        DossierVue origine = dossiers.parId(origineId);
        if (origine.clos()) {
            throw new Conflit("Cet accompagnement est terminé : un manquement ne s'y constate plus.");
        }
        DossierVue dossier = dossiers.ouvrir(
                new Ouverture(DISPOSITIF, origine.personneId(), origine.canal(), horloge.aujourdhui(), auteur));
        manquements.save(new Manquement(dossier.id(), origine.personneId(), origineId, referent));
        dossiers.tracer(
                origineId, CONSTAT, "Procédure pour manquement ouverte : dossier " + dossier.numero() + ".", auteur);
        dossiers.demarrer(dossier.id(), auteur);
        return dossiers.parId(dossier.id());
    }

    /** The breach of a dossier already checked. */
    @Transactional(readOnly = true)
    public ManquementVue manquement(UUID dossierId) {
        return vue(exiger(dossierId));
    }

    /** The former procedures of a person that ended with a sanction, newest first. */
    @Transactional(readOnly = true)
    public List<ManquementVue> sanctions(UUID personneId) {
        return manquements.findByPersonneIdOrderByDecideeLeDesc(personneId).stream()
                .map(this::vue)
                .filter(ManquementVue::sanctionnee)
                .toList();
    }

    /**
     * First breach or not: whether the person knew of a sanction on the day of the facts, decided within the period. A decision has no
     * effect before its letter is received (CRPA, art. L221-8): what happened before repeats nothing, nor does anything repeat a sanction
     * that was never sent, was withdrawn, or came back. The days that the procedure takes change nothing. Nobody is held for a repetition
     * on a period that nobody confirmed.
     *
     * @param faitsDu day of the facts (CASF, art. R262-68)
     */
    @Transactional(readOnly = true)
    public Rang rang(UUID personneId, LocalDate faitsDu) {
        if (!gradation.repetitionSure()) {
            return Rang.PREMIER;
        }
        // The period is the one in force: facts may be older than the table
        LocalDate depuis = faitsDu.minusMonths(gradation.parametre(Gradation.REPETITION, horloge.aujourdhui()));
        boolean connue = manquements
                .findByPersonneIdAndDecisionAndDecideeLeGreaterThanEqual(
                        personneId,
                        DecisionSanction.SANCTIONNER,
                        depuis.atStartOfDay(Horloge.PARIS).toInstant())
                .stream()
                .map(this::vue)
                .flatMap(m -> lettres.decisionRecue(m.dossierId(), m.decideeLe()).stream())
                .anyMatch(recue -> !recue.isAfter(faitsDu));
        return connue ? Rang.REPETE : Rang.PREMIER;
    }

    /**
     * Notes the facts and what is contemplated, also when they are said again before another letter.
     *
     * @throws SaisieInvalide on each faulty field: not a breach, out of the bounds, a day to come
     */
    public void constater(UUID dossierId, Constat c, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        Manquement manquement = exiger(dossierId);
        gradation.motif(c.nature());
        if (c.dateFaits().isAfter(horloge.aujourdhui())) {
            throw new SaisieInvalide("dateFaits", "Les faits sont passés : choisissez aujourd'hui ou un jour d'avant.");
        }
        Rang rang = rang(vue(manquement).personneId(), c.dateFaits());
        gradation.exigerSure(
                gradation.verifier(c.nature(), rang, c.foyer(), c.dateFaits(), c.sanction(), c.taux(), c.mois()));
        boolean deNouveau = vue(manquement).constat() != null;
        faits.etabli(dossierId, SANCTION_ENVISAGEE);
        manquement.constater(c, rang, auteur.identifiant(), horloge.maintenant());
        dossiers.tracer(
                dossierId,
                CONSTAT,
                rang.libelle() + (deNouveau ? " constaté de nouveau ; " : " constaté ; ")
                        + enMots(c.sanction(), c.taux(), c.mois()) + " envisagée.",
                auteur);
    }

    /** Whether this agent contemplated a sanction in this procedure: who accused does not judge, even what another said again. */
    boolean aEnvisage(UUID dossierId, Agent agent) {
        return agent.identifiant().equals(manquement(dossierId).constatePar())
                || dossiers.histoire(dossierId).stream()
                        .anyMatch(e -> CONSTAT.equals(e.nature())
                                && agent.identifiant().equals(e.auteur()));
    }

    /** The letter before is written; the person's time runs once she has received it. */
    public void informer(UUID dossierId) {
        exiger(dossierId).informer(horloge.aujourdhui());
        delais.suspendre(dossierId, "observations de la personne attendues", EtatDossier.ATTENTE_PERSONNE, Agent.JALON);
    }

    /** The letter before came back: nothing runs, and somebody must look for the person. */
    public void lettreRevenue(UUID dossierId) {
        delais.reprendre(dossierId, Agent.JALON);
        dossiers.tracer(
                dossierId,
                "OBSERVATIONS",
                "La lettre est revenue : la personne n'est pas informée, son temps pour répondre ne court pas.",
                Agent.JALON);
    }

    /** Whether the person is still expected to answer. */
    @Transactional(readOnly = true)
    public boolean observationsAttendues(UUID dossierId) {
        return dossiers.parId(dossierId).etat() == EtatDossier.ATTENTE_PERSONNE;
    }

    /** What is done of a letter that came back. */
    public void traiterRetour(UUID dossierId, boolean renvoyer, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        exiger(dossierId).noterRetour(renvoyer ? "RENVOYER" : "ARRETER");
        dossiers.tracer(
                dossierId,
                "OBSERVATIONS",
                renvoyer
                        ? "La lettre est écrite de nouveau."
                        : "La procédure s'arrête : la personne n'a pas pu être informée.",
                auteur);
    }

    /** @throws SaisieInvalide on {@code date} */
    public void recevoir(UUID dossierId, Observations o, Agent auteur) {
        Manquement manquement = exiger(dossierId);
        exigerPassee("date", o.jour(), vue(manquement).informeeLe());
        manquement.recevoir(o);
        dossiers.tracer(
                dossierId,
                "OBSERVATIONS",
                "La personne a répondu " + ("ORAL".equals(o.mode()) ? "de vive voix" : "par écrit")
                        + (o.fermes() ? " ; elle a tout dit." : "."),
                auteur);
    }

    /** Facts of the table {@code avis-equipe-sanction}, by input name. */
    @Transactional(readOnly = true)
    public Map<String, Object> faitsAvis(UUID dossierId) {
        Constat c = vue(exiger(dossierId)).constat();
        return Map.of("sanction", c.sanction().name(), "avisDemande", c.avisDemande());
    }

    /** The person's time is over, with or without an answer. */
    public void finirObservations(UUID dossierId) {
        delais.reprendre(dossierId, Agent.JALON);
        if (vue(exiger(dossierId)).observations() == null) {
            dossiers.tracer(dossierId, "OBSERVATIONS", "Le délai est passé sans observation.", Agent.JALON);
        }
    }

    /** @throws SaisieInvalide on {@code seance} */
    public void noterAvis(UUID dossierId, AvisEquipe avis, String libelle, Agent auteur) {
        Manquement manquement = exiger(dossierId);
        exigerPassee("seance", avis.seance(), vue(manquement).informeeLe());
        manquement.noterAvis(avis);
        dossiers.tracer(
                dossierId,
                "AVIS_EQUIPE",
                "Avis de l'équipe pluridisciplinaire du " + Horloge.enMots(avis.seance()) + " : " + libelle + ".",
                avis.motif(),
                auteur);
    }

    /** "Suspension de 30 % pendant 2 mois". */
    public static String enMots(Sanction sanction, int taux, int mois) {
        return sanction.libelle().toLowerCase(Locale.FRENCH) + " de " + taux + " % pendant " + mois + " mois";
    }

    /** Refuses a day to come, or one before another. */
    void exigerPassee(String champ, LocalDate jour, LocalDate auPlusTot) {
        if (jour.isAfter(horloge.aujourdhui())) {
            throw new SaisieInvalide(champ, "Indiquez un jour déjà passé, ou aujourd'hui.");
        }
        if (auPlusTot != null && jour.isBefore(auPlusTot)) {
            throw new SaisieInvalide(
                    champ, "Ce jour est avant le " + Horloge.enMots(auPlusTot) + " : vérifiez la date.");
        }
    }

    ManquementVue vue(Manquement manquement) {
        return manquement.vue(lettres.observations(manquement.getId()).orElse(null));
    }

    Manquement exiger(UUID dossierId) {
        return manquements
                .findById(dossierId)
                .orElseThrow(() -> new Introuvable("Ce dossier n'a pas de procédure pour manquement."));
    }
}
