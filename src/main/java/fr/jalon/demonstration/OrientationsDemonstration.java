package fr.jalon.demonstration;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Textes;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.moteur.Taches;
import fr.jalon.prescription.EspacePartenaire;
import fr.jalon.prescription.MotifRefus;
import fr.jalon.prescription.NouvellePrescription;
import fr.jalon.prescription.ParametresPartenaire;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.prescription.Rencontre;
import fr.jalon.prescription.Reponse;
import fr.jalon.prescription.ResultatOrientation;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.Personnes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Referrals of invented persons, each led to its step by the prescriber and the partner, at the pace of the engine's jobs. */
@Component
@Profile("demonstration")
class OrientationsDemonstration {

    private static final String FICHIER = "orientations-partenaire.csv";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAS_MS = 100;

    private final Prescriptions prescriptions;
    private final EspacePartenaire espace;
    private final ParametresPartenaire parametres;
    private final Personnes personnes;
    private final Comptes comptes;
    private final Corbeille corbeille;
    private final Taches taches;
    private final Horloge horloge;

    OrientationsDemonstration(
            Prescriptions prescriptions,
            EspacePartenaire espace,
            ParametresPartenaire parametres,
            Personnes personnes,
            Comptes comptes,
            Corbeille corbeille,
            Taches taches,
            Horloge horloge) {
        this.prescriptions = prescriptions;
        this.espace = espace;
        this.parametres = parametres;
        this.personnes = personnes;
        this.comptes = comptes;
        this.corbeille = corbeille;
        this.taches = taches;
        this.horloge = horloge;
    }

    /** An act and the step at which it happens. */
    private record Acte(String etape, Consumer<LigneCorbeille> geste) {}

    private record Suivi(DossierVue dossier, Deque<Acte> actes) {}

    void jouer() {
        List<Suivi> suivis = new ArrayList<>();
        for (Map<String, String> ligne : TableauLivre.lire(FICHIER)) {
            DossierVue dossier = prescrire(ligne);
            suivis.add(new Suivi(dossier, new ArrayDeque<>(actes(ligne, dossier))));
        }
        long limite = System.nanoTime() + PATIENCE.toNanos();
        while (!suivis.isEmpty()) {
            suivis.removeIf(this::avance);
            if (System.nanoTime() > limite) {
                throw new IllegalStateException(suivis.size() + " orientations n'ont pas atteint leur étape");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAS_MS));
        }
    }

    private boolean avance(Suivi suivi) {
        if (!suivi.actes().isEmpty()) {
            corbeille.duDossier(suivi.dossier().id()).stream()
                    .filter(t -> t.etape().equals(suivi.actes().element().etape()))
                    .findFirst()
                    .ifPresent(t -> suivi.actes().remove().geste().accept(t));
        }
        return suivi.actes().isEmpty();
    }

    private DossierVue prescrire(Map<String, String> ligne) {
        Agent ali = agent("ali.kleber");
        UUID personne = personnes
                .creer(
                        new FichePersonne(
                                ligne.get("civilite"),
                                ligne.get("nom"),
                                ligne.get("prenoms"),
                                horloge.aujourdhui()
                                        .minusYears(Long.parseLong(ligne.get("age")))
                                        .minusDays(40),
                                "4 allée du Songe\n35000 Rennes",
                                ligne.get("quartier"),
                                ligne.get("telephone"),
                                null,
                                "fr",
                                null),
                        ali)
                .id();
        return prescriptions.prescrire(
                new NouvellePrescription(
                        personne,
                        null,
                        Canal.RENDEZ_VOUS,
                        List.of(ligne.get("besoins").split(" ")),
                        Textes.ouNull(ligne.get("message")),
                        ligne.get("destinataire"),
                        true,
                        parametres.finDAccordProposee()),
                ali);
    }

    private List<Acte> actes(Map<String, String> ligne, DossierVue dossier) {
        return switch (ligne.get("scenario")) {
            case "REFUSEE" ->
                List.of(repond(
                        dossier,
                        new Reponse(
                                false,
                                null,
                                null,
                                MotifRefus.AUTRE_SERVICE,
                                "À son âge, voir d'abord l'information jeunesse.")));
            case "RENDEZ_VOUS" -> List.of(accepte(dossier, Duration.ofDays(5)));
            case "EN_COURS" -> List.of(accepte(dossier, Duration.ofSeconds(1)), recoit(dossier));
            case "TERMINEE" ->
                List.of(accepte(dossier, Duration.ofSeconds(1)), recoit(dossier), termine(dossier), avis(ligne));
            default -> List.of();
        };
    }

    private Acte repond(DossierVue dossier, Reponse reponse) {
        return new Acte(
                "UserTask_EnregistrerReponsePartenaire",
                t -> espace.repondre(proposition(dossier), reponse, agent("partenaire.missionlocale")));
    }

    private Acte accepte(DossierVue dossier, Duration dans) {
        return new Acte("UserTask_EnregistrerReponsePartenaire", t -> {
            Instant quand = horloge.maintenant().plus(dans);
            espace.repondre(
                    proposition(dossier),
                    new Reponse(true, quand, "Mission locale, 1 rue de l'Exemple, Rennes", null, null),
                    agent("partenaire.missionlocale"));
        });
    }

    /** The first meeting is noted once its hour has come: a second after it was given. */
    private Acte recoit(DossierVue dossier) {
        return new Acte("UserTask_NoterPremierRendezVous", t -> {
            LockSupport.parkNanos(Duration.between(
                            horloge.maintenant(),
                            prescriptions.derniere(dossier.id()).rendezVous().plusMillis(PAS_MS))
                    .toNanos());
            espace.noterRencontre(
                    proposition(dossier),
                    new Rencontre(Rencontre.Issue.TENU, null, null),
                    agent("partenaire.missionlocale"));
        });
    }

    private Acte termine(DossierVue dossier) {
        return new Acte(
                "UserTask_NoterResultat",
                t -> espace.noterResultat(
                        proposition(dossier), ResultatOrientation.SUIVIE, null, agent("partenaire.missionlocale")));
    }

    private Acte avis(Map<String, String> ligne) {
        return new Acte(
                "UserTask_RecueillirEvaluation",
                t -> taches.achever(
                        t.tacheId(),
                        Map.of("souhait", "OUI", "accueil", ligne.get("accueil"), "utilite", ligne.get("utilite")),
                        agent("ali.kleber")));
    }

    private UUID proposition(DossierVue dossier) {
        return prescriptions.derniere(dossier.id()).id();
    }

    private Agent agent(String identifiant) {
        return comptes.parIdentifiant(identifiant).orElseThrow();
    }
}
