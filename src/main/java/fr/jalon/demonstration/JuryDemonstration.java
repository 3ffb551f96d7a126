package fr.jalon.demonstration;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.jury.AvisPrepare;
import fr.jalon.jury.AvisPrepares;
import fr.jalon.jury.Cloture;
import fr.jalon.jury.Interets;
import fr.jalon.jury.ProcesVerbaux;
import fr.jalon.jury.Scrutins;
import fr.jalon.jury.Sens;
import fr.jalon.mobilite.DemandesMobilite;
import fr.jalon.moteur.Taches;
import fr.jalon.seance.CasPret;
import fr.jalon.seance.CasPrets;
import fr.jalon.seance.MembresSeance;
import fr.jalon.seance.NouveauMembre;
import fr.jalon.seance.NouvelleSeance;
import fr.jalon.seance.Point;
import fr.jalon.seance.Preparation;
import fr.jalon.seance.Presence;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import fr.jalon.seance.Tenue;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.Personnes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The CAI of the demonstration: a session that is signed, one that is being held with a vote open, one to prepare, so that each juror finds
 * work at its first log-in. Everything goes through the same services as on the screens.
 */
@Component
@Profile("demonstration")
class JuryDemonstration {

    private static final String INSTANCE = "CAI";
    private static final String ANTENNE = "KLEBER";
    private static final String ALI = "ali.kleber";
    private static final int JOURS_OUVRES_AVANT = 8;
    private static final int AVANCE_S = 90;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAS_MS = 100;
    private static final Map<String, String> SIEGES = sieges();

    private final Comptes comptes;
    private final Antennes antennes;
    private final Personnes personnes;
    private final DemandesMobilite demandes;
    private final Corbeille corbeille;
    private final Taches taches;
    private final CasPrets cas;
    private final Seances seances;
    private final MembresSeance membres;
    private final Preparation preparation;
    private final Tenue tenue;
    private final Scrutins scrutins;
    private final AvisPrepares avis;
    private final Interets interets;
    private final ProcesVerbaux procesVerbaux;
    private final Horloge horloge;

    JuryDemonstration(
            Comptes comptes,
            Antennes antennes,
            Personnes personnes,
            DemandesMobilite demandes,
            Corbeille corbeille,
            Taches taches,
            CasPrets cas,
            Seances seances,
            MembresSeance membres,
            Preparation preparation,
            Tenue tenue,
            Scrutins scrutins,
            AvisPrepares avis,
            Interets interets,
            ProcesVerbaux procesVerbaux,
            Horloge horloge) {
        this.comptes = comptes;
        this.antennes = antennes;
        this.personnes = personnes;
        this.demandes = demandes;
        this.corbeille = corbeille;
        this.taches = taches;
        this.cas = cas;
        this.seances = seances;
        this.membres = membres;
        this.preparation = preparation;
        this.tenue = tenue;
        this.scrutins = scrutins;
        this.avis = avis;
        this.interets = interets;
        this.procesVerbaux = procesVerbaux;
        this.horloge = horloge;
    }

    private static Map<String, String> sieges() {
        Map<String, String> sieges = new java.util.LinkedHashMap<>();
        sieges.put("jure1", "DISPOSITIFS");
        sieges.put("jure2", "ANTENNE");
        sieges.put("jure3", "DEPARTEMENT");
        sieges.put("jure4", "REPRESENTANT_ALLOCATAIRES");
        sieges.put("jure5", "REPRESENTANT_ALLOCATAIRES");
        sieges.put("jure6", "PROFESSIONNEL_DIRECTION");
        sieges.put("jure7", "PROFESSIONNEL_DIRECTION");
        return sieges;
    }

    void jouer() {
        interets.declarer("EMPLOI", "Conduite imaginaire de l'Ouest", "44306184100047", agent("jure7"));
        List<Map<String, String>> lignes = TableauLivre.lire("jury.csv");
        List<DossierVue> dossiers = lignes.stream().map(this::demander).toList();
        for (int i = 0; i < lignes.size(); i++) {
            instruire(dossiers.get(i), lignes.get(i));
        }
        signer(tenirAujourdhui(dossiers(lignes, dossiers, "SIGNEE")));
        laisserOuverte(tenirAujourdhui(dossiers(lignes, dossiers, "OUVERTE")));
        aPreparer(dossiers(lignes, dossiers, "CONVOQUEE"));
    }

    private static List<DossierVue> dossiers(
            List<Map<String, String>> lignes, List<DossierVue> dossiers, String seance) {
        List<DossierVue> choisis = new ArrayList<>();
        for (int i = 0; i < lignes.size(); i++) {
            if (seance.equals(lignes.get(i).get("seance"))) {
                choisis.add(dossiers.get(i));
            }
        }
        return choisis;
    }

    private DossierVue demander(Map<String, String> ligne) {
        Agent ali = agent(ALI);
        UUID personne = personnes
                .creer(
                        new FichePersonne(
                                ligne.get("civilite"),
                                ligne.get("nom"),
                                ligne.get("prenoms"),
                                LocalDate.parse(ligne.get("naissance")),
                                ligne.get("adresse"),
                                ligne.get("quartier"),
                                ligne.get("telephone"),
                                null,
                                "fr",
                                null),
                        ali)
                .id();
        return demandes.demander(personne, Canal.RENDEZ_VOUS, "PERMIS_B_CONDUITE", ligne.get("besoin"), ali);
    }

    private void instruire(DossierVue dossier, Map<String, String> ligne) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("nature", "PERMIS_B_CONDUITE");
        donnees.put("cout", ligne.get("cout"));
        donnees.put("organisme", ligne.get("organisme"));
        donnees.put("siret", ligne.get("siret"));
        donnees.put("dateDevis", horloge.aujourdhui().minusDays(10).toString());
        donnees.put("rsa", "OUI");
        donnees.put("contratEngagement", "OUI");
        donnees.put("projet", "OUI");
        donnees.put("inscritAvantDecision", "NON");
        donnees.put("codeObtenu", "OUI");
        donnees.put("autoEcole", "AUTRE");
        donnees.put("devisProche", "NON");
        String tache = attendre(() -> corbeille.duDossier(dossier.id()).stream()
                .map(t -> t.tacheId())
                .findFirst()
                .orElse(null));
        taches.prendre(tache, agent(ALI));
        taches.achever(tache, donnees, agent(ALI));
    }

    private SeanceVue creer(Instant debut, List<DossierVue> dossiers, String motifDelai) {
        Agent secretaire = agent("dispositifs");
        Antenne antenne = antennes.parCode(ANTENNE);
        SeanceVue seance = seances.creer(
                new NouvelleSeance(INSTANCE, ANTENNE, debut, antenne.nom() + ", " + antenne.adresse(), true),
                secretaire);
        SIEGES.forEach((jure, qualite) ->
                membres.ajouter(seance.id(), new NouveauMembre(jure, null, qualite, null, null), secretaire));
        preparation.inscrire(seance.id(), dossiers.stream().map(this::pret).toList(), secretaire);
        preparation.convoquer(seance.id(), motifDelai, secretaire);
        return seances.lire(seance.id());
    }

    private UUID pret(DossierVue dossier) {
        return attendre(() -> cas.enAttente(INSTANCE, null).stream()
                .filter(c -> c.dossierId().equals(dossier.id()))
                .map(CasPret::id)
                .findFirst()
                .orElse(null));
    }

    private SeanceVue tenirAujourdhui(List<DossierVue> dossiers) {
        SeanceVue seance = creer(
                horloge.maintenant().plusSeconds(AVANCE_S),
                dossiers,
                "Séance de la démonstration : elle se tient le jour du premier démarrage.");
        Map<UUID, Presence> presences = new HashMap<>();
        seance.membres().forEach(m -> presences.put(m.id(), Presence.PRESENT));
        tenue.ouvrir(seance.id(), presences, null, agent("dispositifs"));
        return seances.lire(seance.id());
    }

    private void signer(SeanceVue seance) {
        Agent presidente = agent("jure1");
        List<Point> points = seance.points();
        voter(seance, points.get(0), Sens.POUR, false, "jure1", "jure2", "jure3", "jure4", "jure5", "jure6", "jure7");
        clore(seance, points.get(0), new Cloture("ACCORD", null, null));
        voter(seance, points.get(1), Sens.POUR, false, "jure1", "jure2", "jure4", "jure5");
        clore(
                seance,
                points.get(1),
                new Cloture("ACCORD_PARTIEL", 90_000L, "Le réseau des auto-écoles solidaires demande moins cher."));
        voter(seance, points.get(2), Sens.CONTRE, true, "jure1", "jure2", "jure3", "jure4", "jure5", "jure6");
        clore(seance, points.get(2), new Cloture("REFUS", null, "Votre employeur paie déjà ces trajets."));
        tenue.clore(seance.id(), null, agent("dispositifs"));
        procesVerbaux.signer(seance.id(), presidente);
    }

    private void voter(SeanceVue seance, Point point, Sens sens, boolean secret, String... jures) {
        scrutins.ouvrir(seance.id(), point.id(), null, secret, agent("jure1"));
        for (String jure : jures) {
            scrutins.voter(seance.id(), point.id(), sens, agent(jure));
        }
    }

    private void clore(SeanceVue seance, Point point, Cloture cloture) {
        scrutins.clore(seance.id(), point.id(), cloture, agent("jure1"));
    }

    /** The first item is decided, the second is being voted. */
    private void laisserOuverte(SeanceVue seance) {
        List<Point> points = seance.points();
        voter(seance, points.get(0), Sens.POUR, false, "jure1", "jure2", "jure3", "jure4", "jure6");
        clore(seance, points.get(0), new Cloture("ACCORD", null, null));
        voter(seance, points.get(1), Sens.POUR, false, "jure1", "jure3");
    }

    private void aPreparer(List<DossierVue> dossiers) {
        SeanceVue seance = creer(
                Horloge.instantAParis(JoursOuvres.ajouter(horloge.aujourdhui(), JOURS_OUVRES_AVANT)
                        .atTime(9, 30)),
                dossiers,
                null);
        Point premier = seance.points().get(0);
        for (String jure : List.of("jure2", "jure3")) {
            avis.deposer(
                    seance.id(),
                    premier.id(),
                    new AvisPrepare(
                            avis.grille(seance, premier).stream()
                                    .map(c -> new AvisPrepare.Note(c.code(), 4))
                                    .toList(),
                            Sens.POUR,
                            "Le projet est clair."),
                    agent(jure));
        }
    }

    private static <T> T attendre(Supplier<T> quoi) {
        long limite = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            T trouve = quoi.get();
            if (trouve != null) {
                return trouve;
            }
            if (System.nanoTime() > limite) {
                throw new IllegalStateException("les demandes de la CAI ne sont pas prêtes");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAS_MS));
        }
    }

    private Agent agent(String identifiant) {
        return comptes.parIdentifiant(identifiant).orElseThrow();
    }
}
