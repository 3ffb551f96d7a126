package fr.jalon.demonstration;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.importation.EtatImport;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.importation.LigneVue;
import fr.jalon.importation.LignesDImport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * On the first start, files some claims and leads each to its step, through the same services as the agents and at the
 * pace of the engine's jobs, so that every queue has something to show. A second start finds the import and does nothing.
 * {@code jalon.demonstration.demandes-de-depart=false} leaves the queues empty, for a training that starts from nothing.
 */
@Component
@Profile("demonstration")
@ConditionalOnProperty(name = "jalon.demonstration.demandes-de-depart", matchIfMissing = true)
class ScenariosDemonstration {

    static final String FICHIER = "demandes-de-depart.csv";
    private static final Logger LOG = LoggerFactory.getLogger(ScenariosDemonstration.class);
    private static final String TYPE = "demandes-rsa";
    private static final String DEPOSANT = "accueil.kleber";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAS_MS = 100;

    private final Imports imports;
    private final LignesDImport lignesDImport;
    private final Comptes comptes;
    private final Dossiers dossiers;
    private final Corbeille corbeille;
    private final ActeurDemonstration acteur;
    private final EquipeDemonstration equipe;
    private final OrientationsDemonstration orientations;
    private final JuryDemonstration jury;
    private final MobiliteDemonstration mobilite;
    private final FormationsDemonstration formations;
    private final PlacesDemonstration places;
    private final AnneeDemonstration passe;
    private final ObjectMapper json;
    private final Horloge horloge;
    private final CompletableFuture<Void> fin = new CompletableFuture<>();

    ScenariosDemonstration(
            Imports imports,
            LignesDImport lignesDImport,
            Comptes comptes,
            Dossiers dossiers,
            Corbeille corbeille,
            ActeurDemonstration acteur,
            EquipeDemonstration equipe,
            OrientationsDemonstration orientations,
            JuryDemonstration jury,
            MobiliteDemonstration mobilite,
            FormationsDemonstration formations,
            PlacesDemonstration places,
            AnneeDemonstration passe,
            ObjectMapper json,
            Horloge horloge) {
        this.imports = imports;
        this.lignesDImport = lignesDImport;
        this.comptes = comptes;
        this.dossiers = dossiers;
        this.corbeille = corbeille;
        this.acteur = acteur;
        this.equipe = equipe;
        this.orientations = orientations;
        this.jury = jury;
        this.mobilite = mobilite;
        this.formations = formations;
        this.places = places;
        this.passe = passe;
        this.json = json;
        this.horloge = horloge;
    }

    /** A claim on its way: what is still to do. */
    private record Suivi(DossierVue dossier, Deque<ActeDeScenario> actes) {}

    @EventListener
    void sur(ApplicationReadyEvent evenement) {
        Thread fil = new Thread(this::jouerSansFaireTomber, "demonstration");
        fil.setDaemon(true);
        fil.start();
    }

    /** Ends with the scenarios, at once when they were played before. */
    CompletableFuture<Void> fin() {
        return fin;
    }

    private void jouerSansFaireTomber() {
        try {
            jouer();
            fin.complete(null);
        } catch (RuntimeException e) {
            LOG.warn("Les demandes de la démonstration n'ont pas toutes été préparées", e);
            fin.completeExceptionally(e);
        }
    }

    private void jouer() {
        Agent deposant = comptes.parIdentifiant(DEPOSANT).orElseThrow();
        if (imports.lister(0, 200, deposant).elements().stream()
                .anyMatch(i -> i.nom().equals(FICHIER))) {
            return;
        }
        passe.jouer();
        places.suivre();
        List<Map<String, String>> lignes = lignes();
        ImportVue depose = imports.deposer(TYPE, FICHIER, TableauLivre.ecrire(lignes), true, deposant);
        ImportVue ecrit = imports.attendre(depose.id(), PATIENCE, deposant);
        if (ecrit.etat() != EtatImport.TERMINE || ecrit.ecrites() != lignes.size()) {
            throw new IllegalStateException("demandes de départ incomplètes : " + ecrit.parStatut());
        }
        List<Suivi> suivis = suivis(
                lignes, lignesDImport.lister(ecrit.id(), null, 0, 200, deposant).elements());
        avancer(suivis);
        preparerUneSeance();
        orientations.jouer();
        jury.jouer();
        long debut = System.nanoTime();
        mobilite.jouer();
        formations.jouer();
        LOG.info(
                "Démonstration : aides à la mobilité et formations prêtes en {} ms",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - debut));
        LOG.info("Démonstration : {} demandes prêtes dans les corbeilles", lignes.size());
    }

    /** Two persons for the équipe pluridisciplinaire of Kléber, and its session in preparation. */
    private void preparerUneSeance() {
        Map<String, List<ActeDeScenario>> scenarios = scenarios();
        DossierVue absences = equipe.orientation(0);
        DossierVue contrat = equipe.orientation(1);
        avancer(new ArrayList<>(List.of(
                new Suivi(absences, new ArrayDeque<>(scenarios.get("EQUIPE_ABSENCES"))),
                new Suivi(contrat, new ArrayDeque<>(scenarios.get("EQUIPE_CONTRAT"))))));
        DossierVue manquement = equipe.manquement(contrat);
        avancer(List.of(new Suivi(manquement, new ArrayDeque<>(scenarios.get("EQUIPE_MANQUEMENT")))));
        equipe.attendreLesDossiers(List.of(absences, manquement), PATIENCE);
        equipe.preparerLaSeance();
    }

    private List<Map<String, String>> lignes() {
        return TableauLivre.lire(FICHIER).stream()
                .<Map<String, String>>map(ligne -> {
                    Map<String, String> datee = new LinkedHashMap<>(ligne);
                    datee.put(
                            "date_depot",
                            horloge.aujourdhui()
                                    .minusDays(Long.parseLong(ligne.get("jours")))
                                    .format(DatesRecentes.JOUR));
                    return datee;
                })
                .toList();
    }

    private List<Suivi> suivis(List<Map<String, String>> lignes, List<LigneVue> ecrites) {
        Map<String, List<ActeDeScenario>> scenarios = scenarios();
        List<Suivi> suivis = new ArrayList<>();
        for (int i = 0; i < lignes.size(); i++) {
            DossierVue dossier = dossiers.parNumero(ecrites.get(i).numeroDossier(), Agent.JALON);
            suivis.add(new Suivi(
                    dossier, new ArrayDeque<>(scenarios.get(lignes.get(i).get("scenario")))));
        }
        return suivis;
    }

    private Map<String, List<ActeDeScenario>> scenarios() {
        return json.readValue(
                TableauLivre.octets("scenarios.json"),
                new TypeReference<LinkedHashMap<String, List<ActeDeScenario>>>() {});
    }

    /** Does each next act as soon as its step has come, until none is left. */
    private void avancer(List<Suivi> suivis) {
        List<Suivi> restent = new ArrayList<>(suivis);
        long limite = System.nanoTime() + PATIENCE.toNanos();
        while (!restent.isEmpty()) {
            restent.removeIf(suivi -> {
                prochain(suivi)
                        .ifPresent(tache ->
                                acteur.agir(suivi.dossier(), suivi.actes().remove(), tache));
                return suivi.actes().isEmpty();
            });
            if (System.nanoTime() > limite) {
                throw new IllegalStateException(restent.size() + " demandes n'ont pas atteint leur étape");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAS_MS));
        }
    }

    private Optional<LigneCorbeille> prochain(Suivi suivi) {
        return suivi.actes().isEmpty()
                ? Optional.empty()
                : corbeille.duDossier(suivi.dossier().id()).stream()
                        .filter(tache ->
                                tache.etape().equals(suivi.actes().element().etape()))
                        .findFirst();
    }
}
