package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.NouveauCompte;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.Monde;
import fr.jalon.essais.RendezVousDEssai;
import fr.jalon.moteur.Taches;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.Diagnostics;
import fr.jalon.orientation.parcours.OrientationRsa;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Brings persons before the équipe by the services, as agents do, and makes sessions. */
public final class ScenesDEquipe {

    public static final String EQUIPE = "EQUIPE_PLURIDISCIPLINAIRE";
    public static final String ALLOCATAIRE = "REPRESENTANT_ALLOCATAIRES";
    public static final String PROFESSIONNEL = "PROFESSIONNEL_INSERTION";

    private final Monde monde;
    private final Agent ali;

    public ScenesDEquipe(Monde monde) {
        this.monde = monde;
        this.ali = monde.agent(Role.ALI, "KLEBER");
        monde.responsable();
    }

    public Agent ali() {
        return ali;
    }

    private LocalDate jour() {
        return monde.bean(Horloge.class).aujourdhui();
    }

    /** A juror who declares that it represents the allocataires. */
    public Agent allocataire(String identifiant) {
        Agent jure = monde.agent(identifiant, Role.JURY, null);
        monde.bean(Comptes.class)
                .modifier(
                        new NouveauCompte(
                                jure.identifiant(),
                                jure.prenom(),
                                jure.nom(),
                                jure.qualite(),
                                null,
                                null,
                                ALLOCATAIRE,
                                jure.roles()),
                        true,
                        new Agent(null, "jalon", "Jalon", "", "Traitement automatique", null, Set.of(Role.ADMIN)));
        return jure;
    }

    public void achever(DossierVue dossier, String etape, Map<String, Object> donnees, Agent agent) {
        String tache = monde.bean(Corbeille.class).duDossier(dossier.id()).stream()
                .filter(t -> t.etape().equals(etape))
                .findFirst()
                .orElseThrow(() -> new AssertionError("pas de tâche " + etape))
                .tacheId();
        if (OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS.equals(etape)) {
            RendezVousDEssai.faireVenir(monde, dossier.id());
        }
        monde.bean(Taches.class).achever(tache, donnees, agent);
        monde.travailler();
    }

    public boolean attend(DossierVue dossier, String etape) {
        return monde.bean(Corbeille.class).duDossier(dossier.id()).stream()
                .anyMatch(t -> t.etape().equals(etape));
    }

    /** An orientation decided by the CCAS, whose référent is the ALI. */
    public DossierVue orientee() {
        DossierVue dossier = monde.bean(DemandesOrientation.class)
                .ouvrir(monde.personne().id(), null, Canal.GUICHET, jour(), Map.of("enfants", 0), ali);
        monde.travailler();
        achever(
                dossier,
                OrientationRsa.RECUEILLIR_SITUATION,
                Map.of("situationEmploi", "SANS_EMPLOI_ANCIEN", "freinSante", "MOYEN", "projet", "A_DEFINIR"),
                ali);
        String ccas = monde.bean(Annuaire.class).chercherOrganismes(FiltreOffres.TOUT, 0, 200).elements().stream()
                .filter(o -> o.nature().equals("CCAS"))
                .map(OrganismeVue::code)
                .findFirst()
                .orElseThrow();
        Map<String, Object> donnees = new HashMap<>(rendezVous(10));
        donnees.put("parcours", "SOCIO_PROFESSIONNEL");
        donnees.put("organisme", ccas);
        donnees.put("referent", ali.identifiant());
        donnees.put("motif", "Choix de la personne.");
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, donnees, ali);
        return dossier;
    }

    /** The same person, absent twice: the équipe is asked. */
    public DossierVue deuxFoisAbsente() {
        DossierVue dossier = orientee();
        Map<String, Object> absente = new HashMap<>(rendezVous(15));
        absente.put("resultat", "ABSENTE");
        monde.convoquer(dossier.id());
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, absente, ali);
        monde.convoquer(dossier.id());
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "ABSENTE"), ali);
        return dossier;
    }

    /** The same person, met, who refuses the contract that was written: the équipe is asked. */
    public DossierVue contratRefuse(String motif) {
        DossierVue dossier = contratEcrit();
        achever(dossier, OrientationRsa.RECUEILLIR_SIGNATURES, Map.of("resultat", "REFUSE", "motif", motif), ali);
        return dossier;
    }

    /** A person met, whose contract waits for its signatures. */
    public DossierVue contratEcrit() {
        DossierVue dossier = orientee();
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "VENUE"), ali);
        for (int levier = 1; levier <= 6; levier++) {
            monde.bean(Diagnostics.class)
                    .etablir(dossier.id(), levier, Map.of("paroles", "Ça avance."), List.of(2, 3), false, ali);
        }
        achever(dossier, OrientationRsa.ETABLIR_DIAGNOSTIC, Map.of("synthese", "Tout va assez bien."), ali);
        achever(
                dossier,
                OrientationRsa.ETABLIR_CONTRAT,
                Map.of(
                        "objectifs", "Reprendre un travail de jour",
                        "actions", "Faire un CV",
                        "heures", 15,
                        "debut", jour().toString(),
                        "duree", "6"),
                ali);
        return dossier;
    }

    public Map<String, Object> rendezVous(int jours) {
        return RendezVousDEssai.apres(jour().plusDays(jours));
    }

    public CasPret pret(DossierVue dossier) {
        return monde.bean(CasPrets.class).enAttente(EQUIPE, "KLEBER").stream()
                .filter(c -> c.dossierId().equals(dossier.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("pas prêt : " + dossier.numero()));
    }

    public boolean estPret(DossierVue dossier) {
        return monde.bean(CasPrets.class).enAttente(EQUIPE, "KLEBER").stream()
                .anyMatch(c -> c.dossierId().equals(dossier.id()));
    }

    public SeanceVue seance(int dansJours, Agent organisateur) {
        return monde.bean(Seances.class)
                .creer(
                        new NouvelleSeance(
                                EQUIPE,
                                "KLEBER",
                                Horloge.instantAParis(jour().plusDays(dansJours).atTime(14, 0)),
                                "Salle de l'antenne",
                                false),
                        organisateur);
    }

    public Membre ajouter(SeanceVue seance, Agent membre, String qualite, Membre titulaire, Agent organisateur) {
        monde.bean(MembresSeance.class)
                .ajouter(
                        seance.id(),
                        new NouveauMembre(
                                membre.identifiant(), null, qualite, null, titulaire == null ? null : titulaire.id()),
                        organisateur);
        return lire(seance, organisateur).membre(membre.identifiant()).orElseThrow();
    }

    /** Two allocataires and two professionals, of whom the ALI. */
    public SeanceVue composee(int dansJours, Agent organisateur, DossierVue... dossiers) {
        SeanceVue seance = seance(dansJours, organisateur);
        ajouter(seance, allocataire("jure4"), ALLOCATAIRE, null, organisateur);
        ajouter(seance, allocataire("jure5"), ALLOCATAIRE, null, organisateur);
        ajouter(seance, monde.agent("jure6", Role.JURY, null), PROFESSIONNEL, null, organisateur);
        ajouter(seance, ali, PROFESSIONNEL, null, organisateur);
        List<UUID> cas =
                java.util.Arrays.stream(dossiers).map(d -> pret(d).id()).toList();
        if (!cas.isEmpty()) {
            monde.bean(Preparation.class).inscrire(seance.id(), cas, organisateur);
        }
        return lire(seance, organisateur);
    }

    public SeanceVue lire(SeanceVue seance, Agent organisateur) {
        return monde.bean(Seances.class).seance(seance.id(), organisateur);
    }

    /** Everybody is there, but those who are named. */
    public Map<UUID, Presence> presents(SeanceVue seance, String... absents) {
        Map<UUID, Presence> presences = new HashMap<>();
        seance.membres()
                .forEach(m -> presences.put(
                        m.id(), List.of(absents).contains(m.identifiant()) ? Presence.EXCUSE : Presence.PRESENT));
        return presences;
    }
}
