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

    /** Code of the dispositif, and first letters of its dossiers. */
    public static final String DISPOSITIF = "MAN";

    private final ManquementsRepository manquements;
    private final Gradation gradation;
    private final Dossiers dossiers;
    private final DelaisLegaux delais;
    private final Horloge horloge;

    Manquements(
            ManquementsRepository manquements,
            Gradation gradation,
            Dossiers dossiers,
            DelaisLegaux delais,
            Horloge horloge) {
        this.manquements = manquements;
        this.gradation = gradation;
        this.dossiers = dossiers;
        this.delais = delais;
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
                origineId,
                "MANQUEMENT",
                "Procédure pour manquement ouverte : dossier " + dossier.numero() + ".",
                auteur);
        dossiers.demarrer(dossier.id(), auteur);
        return dossiers.parId(dossier.id());
    }

    /** The breach of a dossier already checked. */
    @Transactional(readOnly = true)
    public ManquementVue manquement(UUID dossierId) {
        return exiger(dossierId).vue();
    }

    /** The former procedures of a person that ended with a sanction, newest first. */
    @Transactional(readOnly = true)
    public List<ManquementVue> sanctions(UUID personneId) {
        return manquements.findByPersonneIdOrderByDecideeLeDesc(personneId).stream()
                .map(Manquement::vue)
                .filter(ManquementVue::sanctionnee)
                .toList();
    }

    /** First breach or not: whether a sanction was decided within the period. */
    @Transactional(readOnly = true)
    public Rang rang(UUID personneId) {
        LocalDate depuis =
                horloge.aujourdhui().minusMonths(gradation.parametre("REPETITION_MOIS", horloge.aujourdhui()));
        boolean deja = manquements.existsByPersonneIdAndDecisionAndDecideeLeAfter(
                personneId,
                DecisionSanction.SANCTIONNER,
                depuis.atStartOfDay(Horloge.PARIS).toInstant());
        return deja ? Rang.REPETE : Rang.PREMIER;
    }

    /**
     * Notes the facts and what is contemplated.
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
        Rang rang = rang(manquement.vue().personneId());
        gradation.verifier(rang, c.foyer(), c.dateFaits(), c.sanction(), c.taux(), c.mois());
        manquement.constater(c, rang, auteur.identifiant(), horloge.maintenant());
        dossiers.tracer(
                dossierId,
                "MANQUEMENT",
                rang.libelle() + " constaté ; " + enMots(c.sanction(), c.taux(), c.mois()) + " envisagée.",
                auteur);
    }

    /** The letter before leaves: the person's delay starts. Answers its last day. */
    public LocalDate informer(UUID dossierId) {
        LocalDate jour = horloge.aujourdhui();
        LocalDate fin = finObservations(jour);
        exiger(dossierId).informer(jour, fin);
        delais.suspendre(dossierId, "observations de la personne attendues", EtatDossier.ATTENTE_PERSONNE, Agent.JALON);
        return fin;
    }

    /** Last day to answer a letter written on a day: the delay, and the time that the letter takes. */
    @Transactional(readOnly = true)
    public LocalDate finObservations(LocalDate jour) {
        return jour.plusDays((long) gradation.parametre("OBSERVATIONS_JOURS", jour)
                + gradation.parametre("ACHEMINEMENT_JOURS", jour));
    }

    /** @throws SaisieInvalide on {@code date} */
    public void recevoir(UUID dossierId, Observations o, Agent auteur) {
        Manquement manquement = exiger(dossierId);
        exigerPassee("date", o.jour(), manquement.vue().informeeLe());
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
        Constat c = exiger(dossierId).vue().constat();
        return Map.of("sanction", c.sanction().name(), "avisDemande", c.avisDemande());
    }

    /** The person's time is over, with or without an answer. */
    public void finirObservations(UUID dossierId) {
        delais.reprendre(dossierId, Agent.JALON);
        if (exiger(dossierId).vue().observations() == null) {
            dossiers.tracer(dossierId, "OBSERVATIONS", "Le délai est passé sans observation.", Agent.JALON);
        }
    }

    /** @throws SaisieInvalide on {@code seance} */
    public void noterAvis(UUID dossierId, AvisEquipe avis, String libelle, Agent auteur) {
        Manquement manquement = exiger(dossierId);
        exigerPassee("seance", avis.seance(), manquement.vue().informeeLe());
        manquement.noterAvis(avis);
        dossiers.tracer(
                dossierId,
                "AVIS_EQUIPE",
                "Avis de l'équipe pluridisciplinaire du " + Horloge.enMots(avis.seance()) + " : " + libelle + ". "
                        + avis.motif(),
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

    Manquement exiger(UUID dossierId) {
        return manquements
                .findById(dossierId)
                .orElseThrow(() -> new Introuvable("Ce dossier n'a pas de procédure pour manquement."));
    }
}
