package fr.jalon.demonstration;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.sanction.Manquements;
import fr.jalon.seance.CasPret;
import fr.jalon.seance.CasPrets;
import fr.jalon.seance.Instances;
import fr.jalon.seance.MembresSeance;
import fr.jalon.seance.NouveauMembre;
import fr.jalon.seance.NouvelleSeance;
import fr.jalon.seance.Preparation;
import fr.jalon.seance.RegleInstance;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.Personnes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The équipe pluridisciplinaire of the demonstration: two invented persons whose cases are ready, one session in preparation. */
@Component
@Profile("demonstration")
class EquipeDemonstration {

    private static final String ANTENNE = "KLEBER";
    private static final int JOURS_OUVRES_AVANT = 7;
    private static final long PAS_MS = 100;
    private static final List<List<String>> MEMBRES = List.of(
            List.of("jure4", "REPRESENTANT_ALLOCATAIRES"),
            List.of("jure5", "REPRESENTANT_ALLOCATAIRES"),
            List.of("ali.kleber", "PROFESSIONNEL_INSERTION"),
            List.of("jure6", "PROFESSIONNEL_INSERTION"),
            List.of("jure3", "DEPARTEMENT"));

    private final Comptes comptes;
    private final Antennes antennes;
    private final Personnes personnes;
    private final DemandesOrientation orientations;
    private final Manquements manquements;
    private final Instances instances;
    private final CasPrets cas;
    private final Seances seances;
    private final Preparation preparation;
    private final MembresSeance membres;
    private final Horloge horloge;

    EquipeDemonstration(
            Comptes comptes,
            Antennes antennes,
            Personnes personnes,
            DemandesOrientation orientations,
            Manquements manquements,
            Instances instances,
            CasPrets cas,
            Seances seances,
            Preparation preparation,
            MembresSeance membres,
            Horloge horloge) {
        this.comptes = comptes;
        this.antennes = antennes;
        this.personnes = personnes;
        this.orientations = orientations;
        this.manquements = manquements;
        this.instances = instances;
        this.cas = cas;
        this.seances = seances;
        this.preparation = preparation;
        this.membres = membres;
        this.horloge = horloge;
    }

    DossierVue orientation(int rang) {
        Map<String, String> ligne = TableauLivre.lire("equipe.csv").get(rang);
        Agent ali = agent("ali.kleber");
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
        return orientations.ouvrir(personne, null, Canal.RENDEZ_VOUS, horloge.aujourdhui(), Map.of("enfants", 0), ali);
    }

    DossierVue manquement(DossierVue orientation) {
        return manquements.ouvrir(orientation.id(), "ali.kleber", agent("ali.kleber"));
    }

    /** @throws IllegalStateException when a case is not ready in time */
    void attendreLesDossiers(List<DossierVue> dossiers, Duration patience) {
        List<UUID> attendus = dossiers.stream().map(DossierVue::id).toList();
        long limite = System.nanoTime() + patience.toNanos();
        while (!prets().stream().map(CasPret::dossierId).toList().containsAll(attendus)) {
            if (System.nanoTime() > limite) {
                throw new IllegalStateException("les dossiers de la séance ne sont pas prêts");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAS_MS));
        }
    }

    void preparerLaSeance() {
        Agent responsable = agent("responsable.kleber");
        Antenne antenne = antennes.parCode(ANTENNE);
        SeanceVue seance = seances.creer(
                new NouvelleSeance(
                        instance(),
                        ANTENNE,
                        Horloge.instantAParis(JoursOuvres.ajouter(horloge.aujourdhui(), JOURS_OUVRES_AVANT)
                                .atTime(14, 0)),
                        antenne.nom() + ", " + antenne.adresse(),
                        false),
                responsable);
        MEMBRES.forEach(m ->
                membres.ajouter(seance.id(), new NouveauMembre(m.get(0), null, m.get(1), null, null), responsable));
        membres.garderLEquipe(seance.id(), responsable);
        preparation.inscrire(seance.id(), prets().stream().map(CasPret::id).toList(), responsable);
    }

    private List<CasPret> prets() {
        return cas.enAttente(instance(), ANTENNE);
    }

    private String instance() {
        return instances.toutes(horloge.aujourdhui()).stream()
                .filter(i -> !i.deLaVille())
                .map(RegleInstance::code)
                .findFirst()
                .orElseThrow();
    }

    private Agent agent(String identifiant) {
        return comptes.parIdentifiant(identifiant).orElseThrow();
    }
}
