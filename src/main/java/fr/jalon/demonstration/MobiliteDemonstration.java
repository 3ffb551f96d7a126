package fr.jalon.demonstration;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.mobilite.AutoEcole;
import fr.jalon.mobilite.DemandesMobilite;
import fr.jalon.mobilite.ReseauAutoEcoles;
import fr.jalon.moteur.Taches;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.Personnes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Aids to mobility of invented persons, each led to its milestone by who acts there, at the pace of the engine's jobs. */
@Component
@Profile("demonstration")
class MobiliteDemonstration {

    private static final String FICHIER = "aides-mobilite.csv";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAS_MS = 100;
    private static final int DEVIS_DE_JOURS = 12;
    private static final String INSTRUIRE = "UserTask_InstruireAide";
    private static final String SUIVRE = "UserTask_SuivreAide";
    private static final Set<String> DECIDER = Set.of("UserTask_DeciderAide", "UserTask_EnregistrerDecisionCai");

    private final DemandesMobilite demandes;
    private final ReseauAutoEcoles reseau;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final Comptes comptes;
    private final Corbeille corbeille;
    private final Taches taches;
    private final Horloge horloge;

    MobiliteDemonstration(
            DemandesMobilite demandes,
            ReseauAutoEcoles reseau,
            Dossiers dossiers,
            Personnes personnes,
            Comptes comptes,
            Corbeille corbeille,
            Taches taches,
            Horloge horloge) {
        this.demandes = demandes;
        this.reseau = reseau;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.comptes = comptes;
        this.corbeille = corbeille;
        this.taches = taches;
        this.horloge = horloge;
    }

    /** An aid on its way to its milestone. */
    private record Suivi(DossierVue dossier, Map<String, String> ligne) {

        /** How far it goes: 0 asked, 1 instructed, 2 decided, then each step that is paid. */
        int but() {
            return Integer.parseInt(ligne.get("avance"));
        }
    }

    void jouer() {
        List<Suivi> suivis = new ArrayList<>();
        TableauLivre.lire(FICHIER).forEach(l -> suivis.add(new Suivi(demander(l), l)));
        long limite = System.nanoTime() + PATIENCE.toNanos();
        while (!suivis.isEmpty()) {
            suivis.removeIf(this::avance);
            if (System.nanoTime() > limite) {
                throw new IllegalStateException(suivis.size() + " aides n'ont pas atteint leur jalon");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAS_MS));
        }
    }

    private DossierVue demander(Map<String, String> l) {
        Agent ali = agent("ali.kleber");
        UUID personne = personnes
                .creer(
                        new FichePersonne(
                                l.get("civilite"),
                                l.get("nom"),
                                l.get("prenoms"),
                                horloge.aujourdhui()
                                        .minusYears(Long.parseLong(l.get("age")))
                                        .minusDays(70),
                                "6 allée du Songe\n35000 Rennes",
                                l.get("quartier"),
                                l.get("telephone"),
                                null,
                                "fr",
                                null),
                        ali)
                .id();
        return demandes.demander(personne, Canal.RENDEZ_VOUS, l.get("nature"), l.get("besoin"), ali);
    }

    /** Does the act of its task of the moment; true once it is where it should be. */
    private boolean avance(Suivi suivi) {
        List<LigneCorbeille> presentes = corbeille.duDossier(suivi.dossier().id());
        int fait = fait(suivi, presentes);
        if (fait < 0) {
            return false;
        }
        if (fait >= suivi.but() || presentes.isEmpty()) {
            return true;
        }
        String tache = presentes.get(0).tacheId();
        String etape = presentes.get(0).etape();
        if (INSTRUIRE.equals(etape)) {
            achever(tache, "ali.kleber", instruction(suivi.ligne()));
        } else if (SUIVRE.equals(etape)) {
            achever(tache, "ali.kleber", suivi(suivi));
        } else {
            achever(
                    tache,
                    "UserTask_DeciderAide".equals(etape) ? "responsable.kleber" : "dispositifs",
                    decision(suivi));
        }
        return false;
    }

    /** What is done of an aid; below zero while the engine works. */
    private int fait(Suivi suivi, List<LigneCorbeille> presentes) {
        if (presentes.isEmpty()) {
            return dossiers.parId(suivi.dossier().id()).clos() ? Integer.MAX_VALUE : -1;
        }
        String etape = presentes.get(0).etape();
        if (INSTRUIRE.equals(etape)) {
            return 0;
        }
        if (DECIDER.contains(etape)) {
            return 1;
        }
        return 2
                + (int) demandes.suivi(suivi.dossier().id()).stream()
                        .filter(e -> e.faite())
                        .count();
    }

    private Map<String, Object> instruction(Map<String, String> l) {
        Map<String, Object> donnees = new HashMap<>(Map.of(
                "nature", l.get("nature"),
                "cout", l.get("cout"),
                "dateDevis", horloge.aujourdhui().minusDays(DEVIS_DE_JOURS).toString(),
                "devisProche", "NON",
                "rsa", "OUI",
                "contratEngagement", "OUI",
                "projet", "OUI",
                "inscritAvantDecision", "NON"));
        if (l.get("nature").startsWith("PERMIS_B")) {
            donnees.put("codeObtenu", "PERMIS_B_CONDUITE".equals(l.get("nature")) ? "OUI" : "NON");
        }
        if ("REPARATION".equals(l.get("nature"))) {
            donnees.put("vehicule", "VOITURE");
        }
        if (l.get("ecole").isEmpty()) {
            donnees.put("organisme", l.get("organisme"));
            donnees.put("siret", l.get("siret"));
            donnees.put("coutSecondDevis", l.get("second"));
            donnees.put("raisonDuChoix", "Plus près de chez elle.");
        } else {
            donnees.put("autoEcole", ecole(l.get("ecole")).id().toString());
            donnees.put("heures", "34");
        }
        return donnees;
    }

    private AutoEcole ecole(String nom) {
        return reseau.membres().stream()
                .filter(e -> e.nom().equals(nom))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> decision(Suivi suivi) {
        Map<String, Object> donnees = new HashMap<>();
        boolean refus = !suivi.ligne().get("refus").isEmpty();
        donnees.put("decision", refus ? "REFUS" : "ACCORD");
        if (refus) {
            donnees.put("motif", suivi.ligne().get("refus"));
        } else {
            donnees.put(
                    "montant",
                    demandes.aide(suivi.dossier().id()).proposition().montant().toPlainString());
        }
        if ("CAI".equals(demandes.aide(suivi.dossier().id()).proposition().decideur())) {
            donnees.put("procesVerbal", "CAI-EXEMPLE-11");
            donnees.put("seance", horloge.aujourdhui().minusDays(1).toString());
        }
        return donnees;
    }

    private Map<String, Object> suivi(Suivi suivi) {
        String etape = demandes.aVenir(suivi.dossier().id()).get(0).code();
        return Map.of("suite", "ETAPE", "etapeAide", etape, "preuve", "Attestation inventée " + etape.charAt(0) + "-7");
    }

    private void achever(String tache, String qui, Map<String, Object> donnees) {
        Agent agent = agent(qui);
        taches.prendre(tache, agent);
        taches.achever(tache, donnees, agent);
    }

    private Agent agent(String identifiant) {
        return comptes.parIdentifiant(identifiant).orElseThrow();
    }
}
