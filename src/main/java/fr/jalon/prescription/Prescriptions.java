package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.Ouverture;
import fr.jalon.usager.Consentements;
import fr.jalon.usager.NouveauConsentement;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Referrals to partners: what is asked, to whom, with which agreement. Nothing leaves without the person's agreement. */
@Service
@Transactional
public class Prescriptions {

    /** Code of the dispositif, and first letters of its dossiers. */
    public static final String DISPOSITIF = "PAR";

    private static final int MESSAGE_MAX = 1000;

    private final PrescriptionsRepository prescriptions;
    private final PropositionsRepository propositions;
    private final Suivi suivi;
    private final Destinataires destinataires;
    private final Partages partages;
    private final Besoins besoins;
    private final Consentements consentements;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final Annuaire annuaire;
    private final Horloge horloge;

    Prescriptions(
            PrescriptionsRepository prescriptions,
            PropositionsRepository propositions,
            Suivi suivi,
            Destinataires destinataires,
            Partages partages,
            Besoins besoins,
            Consentements consentements,
            Dossiers dossiers,
            Personnes personnes,
            Annuaire annuaire,
            Horloge horloge) {
        this.prescriptions = prescriptions;
        this.propositions = propositions;
        this.suivi = suivi;
        this.destinataires = destinataires;
        this.partages = partages;
        this.besoins = besoins;
        this.consentements = consentements;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.annuaire = annuaire;
        this.horloge = horloge;
    }

    /**
     * Opens a referral and starts its path.
     *
     * @throws SaisieInvalide on each faulty field
     */
    public DossierVue prescrire(NouvellePrescription n, Agent auteur) {
        auteur.exiger(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE);
        PersonneVue personne = personnes.parId(n.personneId());
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (!auteur.portee().couvre(personne.antenne())) {
            erreurs.add(new ErreurChamp(
                    "destinataire", "Cette personne relève d'une autre antenne : c'est à elle de l'orienter."));
        }
        List<String> codes = new ArrayList<>(new LinkedHashSet<>(n.besoins()));
        if (codes.isEmpty() || besoins.lire(codes).size() != codes.size()) {
            erreurs.add(new ErreurChamp("besoins", "Cochez ce que la personne demande."));
        }
        String message = Textes.ouNull(n.message());
        if (message != null && (Textes.longueur(message) > MESSAGE_MAX || !Textes.lisible(message))) {
            erreurs.add(new ErreurChamp("message", "Écrivez au plus " + MESSAGE_MAX + " caractères."));
        }
        Accord accord = new Accord(n.destinataire(), n.accord(), n.jusquAu());
        Destinataire destinataire = verifier(accord, personne, null, erreurs);
        DossierVue dossier =
                dossiers.ouvrir(new Ouverture(DISPOSITIF, personne.id(), n.canal(), horloge.aujourdhui(), auteur));
        prescriptions.saveAndFlush(
                new Prescription(dossier.id(), n.origineId(), partages.ecrire(codes), message, auteur.identifiant()));
        proposer(dossier, personne, destinataire, accord, auteur);
        if (n.origineId() != null) {
            dossiers.tracer(
                    n.origineId(),
                    "PARTENAIRE",
                    "Orientation proposée à un partenaire : " + destinataire.nom() + " (" + dossier.numero() + ").",
                    auteur);
        }
        dossiers.demarrer(dossier.id(), auteur);
        return dossiers.parId(dossier.id());
    }

    /**
     * Asks another partner in the same referral; the former one must be over.
     *
     * @throws SaisieInvalide on each faulty field
     */
    public void proposerAutre(UUID dossierId, Accord accord, Agent auteur) {
        if (suivi.derniere(dossierId).etat().ouverte()) {
            throw new Conflit("Un partenaire est encore sollicité : attendez sa réponse.");
        }
        DossierVue dossier = dossiers.parId(dossierId);
        PersonneVue personne = personnes.parId(dossier.personneId());
        Destinataire destinataire = verifier(accord, personne, dossierId, new ArrayList<>());
        proposer(dossier, personne, destinataire, accord, auteur);
    }

    private Destinataire verifier(Accord accord, PersonneVue personne, UUID dossierId, List<ErreurChamp> erreurs) {
        Destinataire destinataire = null;
        try {
            destinataire = destinataires.exiger(accord.destinataire(), personne, dossierId);
        } catch (SaisieInvalide e) {
            erreurs.addAll(e.erreurs());
        }
        if (!accord.donne()) {
            erreurs.add(new ErreurChamp(
                    "consentement",
                    "Sans l'accord de la personne, rien n'est transmis. Cochez quand elle a compris et accepté."));
        }
        LocalDate fin = accord.jusquAu();
        if (fin == null || fin.isBefore(horloge.aujourdhui())) {
            erreurs.add(new ErreurChamp("jusquAu", "Indiquez jusqu'à quel jour, à venir, l'accord est donné."));
        }
        consentements.tropLoin(fin).ifPresent(erreurs::add);
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        return destinataire;
    }

    private void proposer(
            DossierVue dossier, PersonneVue personne, Destinataire destinataire, Accord accord, Agent auteur) {
        boolean place = tenirUnePlace(destinataire, auteur);
        List<DonneePartagee> donnees = partages.prevues(destinataire.nature(), personne);
        UUID consentement = consentements.donner(
                personne.id(),
                new NouveauConsentement(
                        Partages.enUneLigne(donnees),
                        destinataire.organismeNom(),
                        "Pour être reçu par ce partenaire, orientation " + dossier.numero() + ".",
                        accord.jusquAu()),
                auteur);
        int rang = 1 + propositions.findByDossierIdOrderByRang(dossier.id()).size();
        try {
            propositions.saveAndFlush(new Proposition(
                    dossier.id(),
                    personne.id(),
                    rang,
                    destinataire,
                    consentement,
                    partages.ecrire(donnees),
                    place,
                    horloge.maintenant()));
        } catch (DataIntegrityViolationException e) {
            throw new Conflit(
                    "Une orientation vers ce partenaire vient d'être proposée pour cette personne : suivez celle-là.",
                    e);
        }
        dossiers.noterAttente(dossier.id(), EtatDossier.ATTENTE_PARTENAIRE);
        dossiers.tracer(
                dossier.id(),
                "PARTENAIRE",
                "Avec l'accord de la personne, orientation proposée à un partenaire : " + destinataire.nom() + ".",
                auteur);
    }

    /** Somebody may have taken the last place since the page was drawn. */
    private boolean tenirUnePlace(Destinataire destinataire, Agent auteur) {
        if (destinataire.libres() == null) {
            return false;
        }
        try {
            annuaire.reserver(destinataire.offreId(), auteur);
            return true;
        } catch (Conflit e) {
            throw new SaisieInvalide("destinataire", e.getMessage());
        }
    }

    /** Sets the dates on which a partner is reminded, then no longer waited for. */
    public void attendre(UUID dossierId, LocalDate relance, LocalDate fin) {
        suivi.derniere(dossierId).attendre(relance, fin);
    }

    /** What the référent accès aux droits did before deciding. */
    public void constater(UUID dossierId, String constat, Agent auteur) {
        suivi.prescription(dossierId).constater(constat);
        dossiers.tracer(dossierId, "CONSTAT", "Situation regardée par le référent accès aux droits.", auteur);
    }

    /** Why another partner, or none: for the team, never in the history that the person reads. */
    public void noterLaSuite(UUID dossierId, String motif, Agent auteur) {
        suivi.prescription(dossierId).noterLaSuite(motif);
        dossiers.tracer(dossierId, "SUITE", "La suite est choisie.", auteur);
    }

    /** The referral is over for the partners: the person is asked what it thinks. */
    public void demanderAvis(UUID dossierId) {
        suivi.prescription(dossierId).demanderAvis();
        dossiers.noterAttente(dossierId, EtatDossier.ATTENTE_PERSONNE);
    }

    /** Facts of {@code situation-complexe}. */
    @Transactional(readOnly = true)
    public Map<String, Object> faitsComplexite(UUID dossierId) {
        List<Besoin> demandes =
                besoins.lire(partages.codes(suivi.prescription(dossierId).besoins()));
        Map<String, Object> faits = new HashMap<>();
        faits.put("besoinVital", demandes.stream().anyMatch(Besoin::vital));
        faits.put("besoins", demandes.size());
        faits.put(
                "tentatives", propositions.findByDossierIdOrderByRang(dossierId).size());
        return faits;
    }

    @Transactional(readOnly = true)
    public PrescriptionVue prescription(UUID dossierId) {
        Prescription p = suivi.prescription(dossierId);
        return new PrescriptionVue(
                dossierId,
                p.origineId(),
                besoins.lire(partages.codes(p.besoins())),
                p.message(),
                p.prescripteur(),
                p.constat(),
                p.motifSuite(),
                p.avisRendu());
    }

    /** The proposals of a referral, the first partner first. */
    @Transactional(readOnly = true)
    public List<PropositionVue> propositions(UUID dossierId) {
        return suivi.vues(propositions.findByDossierIdOrderByRang(dossierId));
    }

    /** The proposal under way, or the last one. */
    @Transactional(readOnly = true)
    public PropositionVue derniere(UUID dossierId) {
        return suivi.vue(suivi.derniere(dossierId));
    }

    /** Who was told what about a person, newest first, by the dossiers that the reader may open. */
    @Transactional(readOnly = true)
    public List<PropositionVue> dePersonne(UUID personneId, Agent lecteur) {
        Set<UUID> ouvrables = dossiers.dePersonne(personneId, lecteur).stream()
                .map(DossierVue::id)
                .collect(Collectors.toSet());
        return suivi.vues(propositions.findByPersonneIdOrderByProposeeLeDesc(personneId).stream()
                .filter(p -> ouvrables.contains(p.dossierId()))
                .toList());
    }

    /** The facts of the last proposal with their values, for the letter to the partner. */
    @Transactional(readOnly = true)
    public List<DonneePartagee> donnees(UUID dossierId) {
        Proposition p = suivi.derniere(dossierId);
        return partages.remplir(
                partages.donnees(p.donnees()), suivi.prescription(dossierId), personnes.parId(p.personneId()));
    }
}
