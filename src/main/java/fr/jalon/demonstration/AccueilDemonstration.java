package fr.jalon.demonstration;

import fr.jalon.accueil.NouvelleVisite;
import fr.jalon.accueil.Visites;
import fr.jalon.agent.Agent;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FicheOffre;
import fr.jalon.annuaire.FicheOrganisme;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.Places;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.numerique.DiagnosticsNumeriques;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Visits of the last weeks in each antenne, without any name, and invented digital places, so that the counts and the nearest place
 * have something to show. A second start finds each by its id and adds nothing.
 */
@Component
@Profile("demonstration")
@ConditionalOnProperty(name = "jalon.demonstration.demandes-de-depart", matchIfMissing = true)
class AccueilDemonstration {

    static final String VISITES = "visites-de-depart.csv";
    private static final String LIEUX = "lieux-numeriques.csv";
    private static final List<String> QUESTIONS = List.of("equipement", "connexion", "aisance", "souhait");
    private static final Logger LOG = LoggerFactory.getLogger(AccueilDemonstration.class);

    private final Visites visites;
    private final DiagnosticsNumeriques diagnostics;
    private final Annuaire annuaire;
    private final GestionAnnuaire gestion;
    private final Horloge horloge;
    private final CompletableFuture<Void> fin = new CompletableFuture<>();

    AccueilDemonstration(
            Visites visites,
            DiagnosticsNumeriques diagnostics,
            Annuaire annuaire,
            GestionAnnuaire gestion,
            Horloge horloge) {
        this.visites = visites;
        this.diagnostics = diagnostics;
        this.annuaire = annuaire;
        this.gestion = gestion;
        this.horloge = horloge;
    }

    @EventListener
    void sur(ApplicationReadyEvent evenement) {
        Thread fil = new Thread(this::preparerSansFaireTomber, "demonstration-accueil");
        fil.setDaemon(true);
        fil.start();
    }

    /** Ends with the visits, at once when they were there before. */
    CompletableFuture<Void> fin() {
        return fin;
    }

    private void preparerSansFaireTomber() {
        try {
            preparer();
            fin.complete(null);
        } catch (RuntimeException e) {
            LOG.warn("Les visites de la démonstration n'ont pas toutes été préparées", e);
            fin.completeExceptionally(e);
        }
    }

    void preparer() {
        TableauLivre.lire(LIEUX).forEach(this::lieu);
        List<Map<String, String>> lignes = TableauLivre.lire(VISITES);
        for (int rang = 0; rang < lignes.size(); rang++) {
            visite(rang, lignes.get(rang));
        }
    }

    private void visite(int rang, Map<String, String> ligne) {
        Instant quand = quand(ligne);
        if (quand.isAfter(horloge.maintenant())) {
            return;
        }
        UUID id = UUID.nameUUIDFromBytes((VISITES + rang).getBytes(StandardCharsets.UTF_8));
        boolean rendezVous = ligne.get("issue").equals("RENDEZ_VOUS");
        String demain = JoursOuvres.ajouter(horloge.aujourdhui(), 5).toString();
        NouvelleVisite n = new NouvelleVisite(
                id,
                null,
                null,
                Arrays.asList(ligne.get("motifs").split(" ")),
                ligne.get("public"),
                ligne.get("issue"),
                ligne.get("reponse"),
                ligne.get("organisme"),
                null,
                rendezVous ? demain : null,
                rendezVous ? "10:00" : null,
                rendezVous ? "À l'antenne" : null,
                null);
        Visites.Enregistrement fait = visites.reprendre(n, ligne.get("antenne"), quand, Agent.JALON);
        if (!fait.deja() && !ligne.get("numerique").isEmpty()) {
            diagnostics.pourVisite(id, reponses(ligne.get("numerique")), Agent.JALON);
        }
    }

    /** The day counts back from today, to a day when the antenne is open. */
    private Instant quand(Map<String, String> ligne) {
        LocalDate jour = horloge.aujourdhui().minusDays(Long.parseLong(ligne.get("jours")));
        while (!JoursOuvres.estOuvre(jour)) {
            jour = jour.minusDays(1);
        }
        return Horloge.instantAParis(jour.atTime(LocalTime.parse(ligne.get("heure"))));
    }

    private static Map<String, Object> reponses(String texte) {
        String[] codes = texte.split("/");
        Map<String, Object> reponses = new LinkedHashMap<>();
        for (int i = 0; i < QUESTIONS.size(); i++) {
            reponses.put(QUESTIONS.get(i), codes[i]);
        }
        reponses.put("demarche", codes[QUESTIONS.size()].equals("oui"));
        return reponses;
    }

    private void lieu(Map<String, String> ligne) {
        String code = ligne.get("code");
        if (connu(code)) {
            return;
        }
        Lieu lieu = new Lieu(
                ligne.get("lieu"),
                ligne.get("adresse"),
                null,
                "Rennes",
                ligne.get("quartier"),
                ligne.get("horaires"),
                ligne.get("telephone"));
        gestion.creerOrganisme(
                code,
                new FicheOrganisme(
                        ligne.get("organisme"),
                        "RESSOURCE_NUMERIQUE",
                        "Lieu inventé pour la démonstration.",
                        null,
                        List.of(),
                        List.of(),
                        List.of(lieu),
                        List.of()),
                Agent.JALON);
        for (String offre : ligne.get("offres").split("\\|")) {
            String[] parts = offre.split("=");
            gestion.creerOffre(null, offre(code, parts[0], parts[1]), Places.NON_SUIVIES, Agent.JALON);
        }
    }

    private static FicheOffre offre(String organisme, String objectif, String titre) {
        return new FicheOffre(
                titre,
                "Offre inventée pour la démonstration.",
                objectif,
                null,
                List.of(organisme),
                List.of("NUMERIQUE"),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null);
    }

    private boolean connu(String code) {
        try {
            annuaire.organisme(code);
            return true;
        } catch (Introuvable absent) {
            return false;
        }
    }
}
