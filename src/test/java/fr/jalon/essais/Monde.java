package fr.jalon.essais;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.NouveauCompte;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.BrouillonsModeles;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.Delegations;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ModeRemise;
import fr.jalon.courrier.ModeleVue;
import fr.jalon.courrier.ModelesCourrier;
import fr.jalon.courrier.NouvelleDelegation;
import fr.jalon.courrier.Signatures;
import fr.jalon.courrier.SuiviCourriers;
import fr.jalon.courrier.UsagesCourrier;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What tests need of the world: agents, persons, claims, and the engine's work done by hand. */
public class Monde {

    private static final List<String> CONVOCATIONS =
            List.of("notification-orientation", "information-orientation", "seconde-convocation");

    public static final String MOT_DE_PASSE = "une-phrase-de-passe-2026";

    private final ApplicationContext contexte;
    private final Map<String, Agent> agents = new ConcurrentHashMap<>();
    private final AtomicInteger suivant = new AtomicInteger();

    Monde(ApplicationContext contexte) {
        this.contexte = contexte;
    }

    /** Forgets the accounts that the database holds no more. */
    void oublier() {
        agents.clear();
    }

    public Agent agent(Role role, String antenne) {
        return agent(
                role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '.') + "."
                        + antenne.toLowerCase(java.util.Locale.ROOT),
                role,
                antenne);
    }

    /** The account of a name, made when absent. */
    public Agent agent(String identifiant, Role role, String antenne) {
        return agents.computeIfAbsent(identifiant.replace('_', '.'), nom -> {
            if (antenne != null) {
                antenne(antenne);
            }
            Comptes comptes = bean(Comptes.class);
            return comptes.parIdentifiant(nom)
                    .orElseGet(() -> comptes.creer(
                            new NouveauCompte(
                                    nom,
                                    "Alix",
                                    "Essai" + suivant.incrementAndGet(),
                                    role.libelle(),
                                    antenne,
                                    role == Role.PARTENAIRE ? "MISSION_LOCALE" : null,
                                    Set.of(role)),
                            MOT_DE_PASSE,
                            new Agent(null, "jalon", "Jalon", "", "Traitement automatique", null, Set.of())));
        });
    }

    /** The account of a partner, made when absent. */
    public Agent partenaire(String identifiant, String organisme) {
        Comptes comptes = bean(Comptes.class);
        return comptes.parIdentifiant(identifiant)
                .orElseGet(() -> comptes.creer(
                        new NouveauCompte(
                                identifiant, "Alix", "Essai", "Conseil", null, organisme, Set.of(Role.PARTENAIRE)),
                        MOT_DE_PASSE,
                        Agent.JALON));
    }

    /** Puts a text in force in a template, written by one and approved by another. */
    public void publierModele(String code, String corps) {
        Agent ecrit = agent("pilote.ecrit", Role.PILOTE, null);
        BrouillonsModeles brouillons = bean(BrouillonsModeles.class);
        ModeleVue m = bean(ModelesCourrier.class).courant(code);
        brouillons.ecrire(code, null, m.titre(), m.objet(), corps, m.version(), null, ecrit);
        int ligne = brouillons.soumettre(code, ecrit).ligne();
        brouillons.approuver(code, ligne, agent("pilote.approuve", Role.PILOTE, null));
    }

    /** Lets the responsables d'antenne sign every act from the first day of the tests on, by a plainly invented order. */
    public void deleguer() {
        Delegations delegations = bean(Delegations.class);
        LocalDate jour = EssaiConfiguration.DEPART.toLocalDate();
        if (delegations.toutes().isEmpty()) {
            Agent admin = agent("admin.delegations", Role.ADMIN, null);
            bean(UsagesCourrier.class)
                    .actesASigner()
                    .forEach(acte -> delegations.ajouter(
                            new NouvelleDelegation(
                                    acte.code(),
                                    Role.RESPONSABLE_ANTENNE,
                                    null,
                                    null,
                                    jour,
                                    null,
                                    "INVENTÉ-2026-01",
                                    jour.minusMonths(1)),
                            admin));
        }
    }

    /** Does something while nobody may sign anything, whatever other classes left behind. */
    public void sansDelegation(Runnable quoi) {
        JdbcTemplate jdbc = bean(JdbcTemplate.class);
        LocalDate finies = LocalDate.of(2020, 1, 1);
        jdbc.update("update delegation_signature set au = ? where au is null", finies);
        try {
            quoi.run();
        } finally {
            jdbc.update("update delegation_signature set au = null where au = ?", finies);
        }
    }

    /** Signs what waits for a signature in a dossier, and lets its path go on. */
    public void signer(UUID dossierId) {
        deleguer();
        bean(Courriers.class).parDossier(dossierId).stream()
                .filter(c -> c.etat() == EtatCourrier.A_SIGNER)
                .forEach(c -> bean(Signatures.class).signer(c.id(), responsable()));
        travailler();
    }

    /** Signs when it must be, prints and sends the letters of a template that wait, today and by ordinary mail. */
    public void poster(UUID dossierId, String modele) {
        Courriers courriers = bean(Courriers.class);
        List<CourrierVue> attendues = courriers.parDossier(dossierId).stream()
                .filter(c -> c.modele().equals(modele) && c.envoyeLe() == null && c.etat() != EtatCourrier.ANNULE)
                .toList();
        if (attendues.isEmpty()) {
            throw new IllegalStateException("aucun courrier " + modele + " n'attend d'être envoyé");
        }
        for (CourrierVue lettre : attendues) {
            if (lettre.etat() == EtatCourrier.A_SIGNER) {
                deleguer();
                bean(Signatures.class).signer(lettre.id(), responsable());
            }
            bean(SuiviCourriers.class)
                    .envoyer(lettre.id(), bean(Horloge.class).aujourdhui(), ModeRemise.LETTRE_SIMPLE, responsable());
        }
    }

    /** Sends what waits of the letters that give an appointment with us: nobody is absent from one that she was never told. */
    public void convoquer(UUID dossierId) {
        bean(Courriers.class).parDossier(dossierId).stream()
                .filter(c -> CONVOCATIONS.contains(c.modele()) && c.envoyeLe() == null)
                .filter(c -> c.etat() != EtatCourrier.ANNULE)
                .map(CourrierVue::modele)
                .distinct()
                .forEach(modele -> poster(dossierId, modele));
    }

    private void antenne(String code) {
        bean(Antennes.class)
                .enregistrer(new Antenne(
                        code,
                        "Espace " + code,
                        "1 rue de l'Exemple",
                        "35000",
                        "Rennes",
                        "02 99 00 00 00",
                        "du lundi au vendredi, de 9 h à 17 h"));
    }

    public Agent instructeur() {
        antenne("BLOSNE");
        agent(Role.RESPONSABLE_ANTENNE, "KLEBER");
        return agent(Role.INSTRUCTEUR, "KLEBER");
    }

    /** The clock at its first instant, a responsable, and who accompanies the persons of the same antenne. */
    public Agent commencerParUnReferent() {
        bean(HorlogeReglable.class).regler(EssaiConfiguration.DEPART);
        Agent ali = agent(Role.ALI, "KLEBER");
        responsable();
        return ali;
    }

    public Agent responsable() {
        return agent(Role.RESPONSABLE_ANTENNE, "KLEBER");
    }

    public PersonneVue personne() {
        int n = suivant.incrementAndGet();
        return bean(Personnes.class)
                .creer(
                        new FichePersonne(
                                "MME",
                                "Inventée" + n,
                                "Zoé",
                                LocalDate.of(1986, 3, 14),
                                n + " allée Imaginaire\n35000 Rennes",
                                "Q1",
                                "02 99 00 00 01",
                                null,
                                "fr",
                                null),
                        instructeur());
    }

    /** Corrects the birth date of a person. */
    public PersonneVue naitre(PersonneVue p, LocalDate jour) {
        return bean(Personnes.class)
                .modifier(
                        p.id(),
                        new FichePersonne(
                                p.civilite(),
                                p.nom(),
                                p.prenoms(),
                                jour,
                                p.adresse(),
                                p.quartier(),
                                p.telephone(),
                                p.courriel(),
                                p.langue(),
                                null),
                        p.version(),
                        instructeur());
    }

    /** A simple situation, everything asked: alone, French, no resource, no housing benefit. */
    public JsonNode situation() {
        return json("""
                {"adultes": [{"age": 40, "nationalite": "FR", "etudiant": false, "enceinte": false,
                  "heuresTravaillees3Ans": 0, "residenceStable": true, "enConge": false, "stagiaireFormation": false,
                  "droitsPrioritairesDemandes": true, "ressources": []}],
                 "enfants": [], "isole": true, "isolementRecent": false,
                 "logement": {"statut": "HEBERGE_PARTICIPATION", "aideLogementMensuelle": 0, "participeAuxFrais": true},
                 "prestationsFamiliales": {"af": 0, "complementFamilial": 0, "pajeBase": 0, "asf": 0}, "bmaf": 474.37}
                """);
    }

    public JsonNode json(String texte) {
        try {
            return bean(ObjectMapper.class).readTree(texte);
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    public DossierVue demande() {
        return demande(situation());
    }

    public DossierVue demande(JsonNode situation) {
        return bean(DemandesRsa.class).deposer(personne().id(), Canal.GUICHET, situation, instructeur());
    }

    /** Runs every job that is due at the present of the test's clock, until none is left. */
    public void travailler() {
        ClockUtil.setCurrentTime(
                java.util.Date.from(bean(fr.jalon.commun.Horloge.class).maintenant()));
        ManagementService travaux = bean(ProcessEngine.class).getManagementService();
        for (int tour = 0; tour < 50; tour++) {
            List<Job> dus = travaux.createJobQuery().active().executable().list();
            if (dus.isEmpty()) {
                return;
            }
            // What one does may take another away: a path that ends has no timer left.
            dus.stream()
                    .map(Job::getId)
                    .filter(id -> travaux.createJobQuery().jobId(id).count() > 0)
                    .forEach(travaux::executeJob);
        }
        throw new IllegalStateException("les travaux ne finissent pas");
    }

    public <T> T bean(Class<T> type) {
        return contexte.getBean(type);
    }
}
