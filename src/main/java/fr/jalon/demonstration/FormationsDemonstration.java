package fr.jalon.demonstration;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.dispositif.Dispositifs;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.formation.DemandesFormation;
import fr.jalon.formation.EtatFormation;
import fr.jalon.moteur.Taches;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.Personnes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Trainings of invented persons, each led to its milestone by the référent, the instructor and who decides, at the pace of the engine's jobs. */
@Component
@Profile("demonstration")
class FormationsDemonstration {

    private static final String FICHIER = "formations.csv";
    private static final String REFERENT = "ali.kleber";
    private static final String RESPONSABLE = "responsable.kleber";
    private static final String DECIDER = "UserTask_DeciderFormation";
    private static final String SUIVRE = "UserTask_SuivreFormation";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAS_MS = 100;
    private static final Acte AVIS =
            new Acte("UserTask_DonnerAvisTechnique", "instructeur.kleber", Map.of("avis", "FAVORABLE"));

    private static final Set<EtatFormation> FINS =
            EnumSet.of(EtatFormation.REFUSEE, EtatFormation.FINIE, EtatFormation.ARRETEE);

    private final Dispositifs dispositifs;
    private final DemandesFormation demandes;
    private final Personnes personnes;
    private final Comptes comptes;
    private final Corbeille corbeille;
    private final Taches taches;
    private final Horloge horloge;
    private final ObjectMapper json;

    FormationsDemonstration(
            Dispositifs dispositifs,
            DemandesFormation demandes,
            Personnes personnes,
            Comptes comptes,
            Corbeille corbeille,
            Taches taches,
            Horloge horloge,
            ObjectMapper json) {
        this.dispositifs = dispositifs;
        this.demandes = demandes;
        this.personnes = personnes;
        this.comptes = comptes;
        this.corbeille = corbeille;
        this.taches = taches;
        this.horloge = horloge;
        this.json = json;
    }

    /** What somebody answers at a step. */
    private record Acte(String etape, String agent, Map<String, Object> donnees) {}

    private record Suivi(DossierVue dossier, Deque<Acte> actes) {}

    /** @throws IllegalStateException when one has not reached its milestone in time */
    void jouer() {
        List<Suivi> suivis = new ArrayList<>();
        for (Map<String, String> ligne : TableauLivre.lire(FICHIER)) {
            suivis.add(new Suivi(demander(ligne), new ArrayDeque<>(actes(ligne))));
        }
        long limite = System.nanoTime() + PATIENCE.toNanos();
        while (!suivis.isEmpty()) {
            suivis.removeIf(this::avance);
            if (System.nanoTime() > limite) {
                throw new IllegalStateException(suivis.size() + " formations n'ont pas atteint leur étape");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAS_MS));
        }
    }

    private boolean avance(Suivi suivi) {
        if (!suivi.actes().isEmpty()) {
            Acte acte = suivi.actes().element();
            corbeille.duDossier(suivi.dossier().id()).stream()
                    .filter(t -> t.etape().equals(acte.etape()))
                    .findFirst()
                    .ifPresent(t -> faire(suivi, t));
        }
        return suivi.actes().isEmpty() && arrive(suivi.dossier().id());
    }

    /** Between two steps the engine works: nothing waits, and nothing is ended. */
    private boolean arrive(UUID dossierId) {
        return !corbeille.duDossier(dossierId).isEmpty()
                || FINS.contains(demandes.formation(dossierId).etat());
    }

    private void faire(Suivi suivi, LigneCorbeille tache) {
        Acte acte = suivi.actes().remove();
        Agent agent = agent(acte.agent());
        taches.prendre(tache.tacheId(), agent);
        taches.achever(tache.tacheId(), acte.donnees(), agent);
    }

    private DossierVue demander(Map<String, String> ligne) {
        return dispositifs
                .depot("FINANCEMENT_FORMATION")
                .orElseThrow()
                .deposer(personne(ligne), Canal.RENDEZ_VOUS, json.valueToTree(demande(ligne)), agent(REFERENT));
    }

    private UUID personne(Map<String, String> ligne) {
        return personnes
                .creer(
                        new FichePersonne(
                                ligne.get("civilite"),
                                ligne.get("nom"),
                                ligne.get("prenoms"),
                                horloge.aujourdhui()
                                        .minusYears(Long.parseLong(ligne.get("age")))
                                        .minusDays(50),
                                "6 allée du Songe\n35000 Rennes",
                                ligne.get("quartier"),
                                ligne.get("telephone"),
                                null,
                                "fr",
                                null),
                        agent(REFERENT))
                .id();
    }

    private Map<String, Object> demande(Map<String, String> ligne) {
        LocalDate debut = horloge.aujourdhui().plusDays(Long.parseLong(ligne.get("dans")));
        LocalDate fin = debut.plusDays(Long.parseLong(ligne.get("duree")));
        Map<String, Object> d = new LinkedHashMap<>();
        List.of("intitule", "organisme", "siret", "cout", "projet").forEach(cle -> d.put(cle, ligne.get(cle)));
        d.put("levier", "COMPETENCES");
        d.put("dateDebut", debut.toString());
        d.put("dateFin", fin.toString());
        d.put("heures", Integer.valueOf(ligne.get("heures")));
        d.put("lieu", "Rennes");
        d.put("adresse", "9 impasse du Modèle (adresse inventée)\n35000 Rennes");
        d.put("certifie", "OUI");
        d.put("numeroQualiopi", "INVENTÉ-" + ligne.get("heures"));
        d.put("qualiopiAu", fin.plusYears(1).toString());
        d.put("financeur1", ligne.get("financeur"));
        d.put("montant1", ligne.get("part"));
        d.put("etat1", ligne.get("etat"));
        d.put("preuve1", ligne.get("preuve"));
        d.put("droitCommun", "La part accordée ne couvre pas le coût, et aucun autre financeur ne complète.");
        d.put("rsa", "OUI");
        d.put("sertProjet", "OUI");
        List.of("etranger", "concours", "commencee").forEach(cle -> d.put(cle, "NON"));
        d.put("pieces", List.of("DEVIS", "PROGRAMME", "ATTESTATION_RSA"));
        return d;
    }

    private List<Acte> actes(Map<String, String> ligne) {
        int heures = Integer.parseInt(ligne.get("heures"));
        return switch (ligne.get("scenario")) {
            case "AVISEE" -> List.of(AVIS);
            case "AJOURNEE" ->
                List.of(AVIS, decider(Map.of("decision", "A_COMPLETER", "complement", "La Région a-t-elle répondu ?")));
            case "REFUSEE" ->
                List.of(AVIS, decider(Map.of("decision", "REFUS", "motif", "La Région rouvre ce titre en mars.")));
            case "URGENCE" -> List.of(AVIS, accorder("UserTask_DeciderFormationUrgente", "dispositifs", ligne));
            case "ACCORDEE" -> accordee(ligne);
            case "ENTREE" -> accordee(ligne, jalon("ENTREE", 0));
            case "MOITIE" -> accordee(ligne, jalon("ENTREE", 0), jalon("MOITIE_HEURES", heures / 2));
            case "ARRETEE" -> accordee(ligne, jalon("ENTREE", 0), arret(heures / 2));
            case "ABANDONNEE" -> accordee(ligne, arret(0));
            case "FINIE" -> accordee(ligne, jalon("ENTREE", 0), jalon("FIN", heures));
            default -> List.of();
        };
    }

    private static List<Acte> accordee(Map<String, String> ligne, Acte... suite) {
        return Stream.concat(Stream.of(AVIS, accorder(DECIDER, RESPONSABLE, ligne)), Stream.of(suite))
                .toList();
    }

    private static Acte decider(Map<String, Object> donnees) {
        return new Acte(DECIDER, RESPONSABLE, donnees);
    }

    /** What the plan leaves to the CCAS. */
    private static Acte accorder(String etape, String agent, Map<String, String> ligne) {
        BigDecimal montant = new BigDecimal(ligne.get("cout")).subtract(new BigDecimal(ligne.get("part")));
        return new Acte(etape, agent, Map.of("decision", "ACCORD", "montant", montant));
    }

    private static Acte jalon(String code, int heures) {
        return new Acte(
                SUIVRE,
                REFERENT,
                Map.of("suite", "JALON", "jalon", code, "heuresSuivies", heures, "preuve", "Attestation inventée"));
    }

    private static Acte arret(int heures) {
        return new Acte(
                SUIVRE,
                REFERENT,
                Map.of(
                        "suite",
                        "ARRET",
                        "raisonArret",
                        "EMPLOI",
                        "heuresArret",
                        heures,
                        "preuveArret",
                        "Attestation inventée"));
    }

    private Agent agent(String identifiant) {
        return comptes.parIdentifiant(identifiant).orElseThrow();
    }
}
