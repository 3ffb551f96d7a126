package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.moteur.Taches;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Persons as they really come, by the API and by the screens: names, births, addresses, duplicates, a move. */
@JalonIT
class PersonnesTellesQuellesIT {

    @Autowired
    private Monde monde;

    @Autowired
    private Personnes personnes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Taches taches;

    @Autowired
    private HorlogeReglable horloge;

    private Agent agent;
    private ClientApi api;

    @BeforeEach
    void preparer() {
        horloge.regler(EssaiConfiguration.DEPART);
        agent = monde.instructeur();
        api = ClientApi.anonyme(monde).comme(agent);
    }

    private Navigation comme(Agent qui) {
        Navigation navigation = new Navigation(monde);
        navigation.connecter(qui.identifiant(), Monde.MOT_DE_PASSE);
        return navigation;
    }

    private DossierVue demander(PersonneVue p) {
        return monde.bean(fr.jalon.rsa.DemandesRsa.class)
                .deposer(p.id(), fr.jalon.dossier.Canal.GUICHET, monde.situation(), agent);
    }

    private JsonNode creer(String corps) {
        Reponse reponse = api.post("/api/v1/usagers", corps);
        assertThat(reponse.statut()).as(reponse.texte()).isEqualTo(201);
        return reponse.json();
    }

    private PersonneVue creee(String corps) {
        return personnes.parId(UUID.fromString(creer(corps).path("id").asString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1980 | 1980", "1980-05 | 1980-05", "1980-05-12 | 1980-05-12"})
    void l_api_prend_une_naissance_connue_en_partie_et_ne_l_invente_pas(String dite, String gardee) {
        PersonneVue p = creee("""
                {"civilite": "M", "nom": "Enpartie", "prenoms": null, "dateNaissance": "%s", "adresse": null,
                 "domiciliation": "ANTENNE", "quartier": "Q1"}""".formatted(dite));
        assertThat(p.dateNaissance()).hasToString(gardee);
        assertThat(p.prenoms()).isEmpty();
        DossierVue dossier = demander(p);
        JsonNode fiche = api.get("/api/v1/dossiers/" + dossier.numero()).json();
        assertThat(fiche.path("usager").path("dateNaissance").asString()).isEqualTo(gardee);
        String page = comme(agent).get("/usagers/" + p.id()).texte();
        assertThat(page).contains("Domiciliation au CCAS").doesNotContain("1er janvier");
        assertThat(page.contains("inconnu")).isEqualTo(gardee.length() < 10);
        assertThat(comme(agent).get("/dossiers/" + dossier.numero()).texte()).doesNotContain("1er janvier 1980");
    }

    @Test
    void l_api_prend_les_deux_noms_et_rend_les_deux() {
        PersonneVue p = creee("""
                {"civilite": "MME", "nomNaissance": "Denaissance", "nomUsage": "Dusage", "prenoms": "Line",
                 "dateNaissance": "1986-03-14", "adresse": "1 rue X 35000 Rennes", "quartier": "Q1"}""");
        assertThat(p.nom()).isEqualTo("Dusage");
        assertThat(p.nomNaissance()).isEqualTo("Denaissance");
        assertThat(comme(agent).get("/usagers/" + p.id()).texte())
                .contains("Nom d’usage", "Dusage", "Nom de naissance", "Denaissance");
        DossierVue dossier = demander(p);
        assertThat(comme(agent).get("/dossiers/" + dossier.numero()).texte()).contains("Née Denaissance le 14");
    }

    @Test
    void l_api_montre_chaque_paire_probable_avec_sa_raison() {
        String premiere = corps("Benkaddour-Paires", "Fatima Zohra", "1979-05-12", "06 14 22 33 44");
        UUID id = UUID.fromString(creer(premiere).path("id").asString());
        for (String autre : List.of(
                corps("Fatima Zohra", "Benkaddour-Paires", "1979-05-12", null),
                corps("Benkaddour-Paires", "Fatima Zohra", "1978-05-12", null),
                corps("Benkaddour", "Fatima Zohra", "1979-05-12", null),
                corps("Meslin-Paires", "Ana", "1990-01-01", "+33 6 14 22 33 44"))) {
            JsonNode doublons = creer(autre).path("doublonsPossibles");
            assertThat(doublons).as(autre).anySatisfy(d -> {
                assertThat(d.path("id").asString()).isEqualTo(id.toString());
                assertThat(d.path("raison").asString()).isNotBlank();
                assertThat(d.path("degre").asString()).isEqualTo("PROBABLE");
            });
        }
    }

    private static String corps(String nom, String prenoms, String naissance, String telephone) {
        return """
                {"civilite": "MME", "nom": "%s", "prenoms": "%s", "dateNaissance": "%s", "quartier": "Q1",
                 "adresse": "1 rue X 35000 Rennes", "telephone": %s}""".formatted(nom, prenoms, naissance, telephone == null ? null : "\"" + telephone + "\"");
    }

    /** Twenty-five in the month of the claim, or not: nobody knows, so no rule says yes or no. */
    @Test
    void un_age_que_la_naissance_ne_dit_pas_est_a_confirmer_et_jamais_tranche() {
        PersonneVue limite = creee("""
                {"civilite": "M", "nom": "Alalimite", "prenoms": "Noé", "dateNaissance": "2001", "quartier": "Q1",
                 "adresse": "1 rue X 35000 Rennes"}""");
        DossierVue dossier = demander(limite);
        monde.travailler();
        fr.jalon.rsa.DemandesRsa demandes = monde.bean(fr.jalon.rsa.DemandesRsa.class);
        assertThat(demandes.verifierEligibilite(dossier.id()))
                .filteredOn(c -> c.code().equals("AGE"))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.respectee()).isNull();
                    assertThat(c.aConfirmer()).isTrue();
                });
        assertThat(demandes.estimer(dossier.id()).montant()).isNotNull();
        assertThat(comme(agent).get("/dossiers/" + dossier.numero()).texte()).contains("environ 25 ans (24 ou 25)");

        PersonneVue sure = creee("""
                {"civilite": "M", "nom": "Sansdoute", "prenoms": "Noé", "dateNaissance": "1980", "quartier": "Q1",
                 "adresse": "1 rue X 35000 Rennes"}""");
        assertThat(demandes.verifierEligibilite(demander(sure).id()))
                .filteredOn(c -> c.code().equals("AGE"))
                .singleElement()
                .satisfies(c -> assertThat(c.respectee()).isTrue());
    }

    @Test
    void l_ecran_montre_les_ressemblances_et_garde_ce_qui_est_tape() {
        creer(corps("Ecransexq", "Fatima Zohra", "1979-05-12", "06 15 22 33 44"));
        Map<String, String> saisie = new HashMap<>(Map.of(
                "civilite",
                "MME",
                "nom",
                "Fatima Zohra",
                "prenoms",
                "Ecransexq",
                "dateNaissance",
                "12/05/1979",
                "adresse",
                "1 rue X 35000 Rennes",
                "quartier",
                "Q1",
                "langue",
                "fr"));
        String page = comme(agent).post("/usagers/nouvelle", saisie).texte();
        assertThat(page).contains("nom et prénoms inversés", "Créer malgré la ressemblance", "12/05/1979");
        saisie.put("confirmer", "oui");
        saisie.put("nir", "1 79 05 35 999 961");
        String refus = comme(agent).post("/usagers/nouvelle", saisie).texte();
        assertThat(refus).contains("il est celui d", "J’ai relu le numéro");
        saisie.put("nirConfirme", "oui");
        assertThat(comme(agent).post("/usagers/nouvelle", saisie).statut()).isEqualTo(302);
    }

    // --- a move

    @Test
    void un_demenagement_propose_le_transfert_et_le_responsable_le_fait() {
        PersonneVue p = monde.personne();
        DossierVue dossier = demander(p);
        monde.travailler();
        Agent ici = monde.responsable();
        Agent labas = monde.agent(Role.INSTRUCTEUR, "BLOSNE");
        String tache = corbeille.duDossier(dossier.id()).get(0).tacheId();
        taches.prendre(tache, agent);
        assertThat(comme(ici).get("/usagers/" + p.id()).texte()).doesNotContain("Transférer à l’autre antenne");
        demenager(p);

        assertThat(comme(agent).get("/usagers/" + p.id()).texte())
                .contains("relève maintenant de l’antenne", "responsable de l’antenne qui les suit")
                .doesNotContain("Transférer à l’autre antenne");
        assertThat(comme(ici).get("/usagers/" + p.id()).texte()).contains("Transférer à l’autre antenne");
        String chemin = "/usagers/" + p.id() + "/transferts";
        assertThat(comme(ici).post(chemin, Map.of("dossier", dossier.numero())).statut())
                .isEqualTo(302);

        assertThat(dossiers.parId(dossier.id()).antenne()).isEqualTo("BLOSNE");
        assertThat(corbeille.duDossier(dossier.id())).allSatisfy(l -> {
            assertThat(l.antenne()).isEqualTo("BLOSNE");
            assertThat(l.assigne()).isNull();
        });
        assertThat(comme(agent).get("/dossiers/" + dossier.numero()).statut()).isEqualTo(404);
        assertThat(comme(labas).get("/dossiers/" + dossier.numero()).texte()).contains("Dossier reçu d");
        taches.prendre(tache, labas);
        assertThat(corbeille.duDossier(dossier.id()).get(0).assigne()).isEqualTo(labas.identifiant());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ACCUEIL", "INSTRUCTEUR", "ALI", "RESPONSABLE_DISPOSITIFS", "PARTENAIRE", "JURY"})
    void personne_d_autre_ne_transfere(Role role) {
        PersonneVue p = monde.personne();
        DossierVue dossier = demander(p);
        demenager(p);
        Reponse reponse = comme(monde.agent(
                        "transfert."
                                + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '.'),
                        role,
                        antenne(role)))
                .post("/usagers/" + p.id() + "/transferts", Map.of("dossier", dossier.numero()));
        assertThat(reponse.statut()).isEqualTo(403);
        assertThat(dossiers.parId(dossier.id()).antenne()).isEqualTo("KLEBER");
    }

    @Test
    void le_responsable_d_une_autre_antenne_ne_transfere_pas() {
        PersonneVue p = monde.personne();
        DossierVue dossier = demander(p);
        demenager(p);
        comme(monde.agent(Role.RESPONSABLE_ANTENNE, "BLOSNE"))
                .post("/usagers/" + p.id() + "/transferts", Map.of("dossier", dossier.numero()));
        assertThat(dossiers.parId(dossier.id()).antenne()).isEqualTo("KLEBER");
    }

    private static String antenne(Role role) {
        return List.of(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI).contains(role) ? "KLEBER" : null;
    }

    private void demenager(PersonneVue p) {
        comme(monde.responsable())
                .post(
                        "/usagers/" + p.id() + "/modification",
                        Map.of(
                                "civilite",
                                p.civilite(),
                                "nom",
                                p.nom(),
                                "prenoms",
                                p.prenoms(),
                                "dateNaissance",
                                p.dateNaissance().saisie(),
                                "adresse",
                                "8 rue du Blosne\n35200 Rennes",
                                "quartier",
                                "Q11",
                                "langue",
                                "fr",
                                "version",
                                String.valueOf(p.version())));
        assertThat(personnes.parId(p.id()).antenne()).isEqualTo("BLOSNE");
    }
}
