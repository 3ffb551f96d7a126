package fr.jalon.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Authentification;
import fr.jalon.agent.Role;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.FichiersInventes;
import fr.jalon.essais.Francais;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every call of the public contract that exists, as a partner's program makes it. */
@JalonIT
class ApiIT {

    private static final String FICHE = """
            {"civilite": "MME", "nom": "%s", "prenoms": "Aïcha", "dateNaissance": "1990-04-02",
             "adresse": "3 allée Imaginaire\\n35000 Rennes", "quartier": "Q1", "langue": "ar"}
            """;

    @Autowired
    private Monde monde;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Pieces pieces;

    @Autowired
    private Authentification authentification;

    @Autowired
    private HorlogeReglable horloge;

    private ClientApi api;

    @BeforeEach
    void appelant() {
        horloge.regler(LocalDateTime.of(2026, 6, 1, 9, 0));
        api = ClientApi.anonyme(monde).comme(monde.instructeur());
    }

    @Test
    void calcule_une_echeance_en_jours_ouvres_francais() {
        assertThat(api.get("/api/v1/calendrier/echeance?debut=2026-05-01&joursOuvres=10")
                        .texte())
                .isEqualTo("{\"echeance\":\"2026-05-19\"}");
        assertThat(api.get("/api/v1/calendrier/echeance?debut=2026-05-02&joursOuvres=0")
                        .json()
                        .path("echeance")
                        .asString())
                .isEqualTo("2026-05-02");
    }

    @Test
    void compte_les_jours_ouvres_apres_le_premier_et_jusqu_au_dernier_compris() {
        assertThat(nombre("2026-05-01", "2026-05-19")).isEqualTo(10);
        assertThat(nombre("2026-06-01", "2026-06-01")).isZero();
        assertThat(nombre("2026-05-29", "2026-06-01")).isEqualTo(1);
        assertThat(nombre("2026-06-01", "2026-05-29")).isEqualTo(-1);
    }

    private int nombre(String du, String au) {
        return api.get("/api/v1/calendrier/jours-ouvres?du=" + du + "&au=" + au)
                .json()
                .path("nombre")
                .asInt();
    }

    @Test
    void simule_le_rsa_avec_l_exemple_du_contrat() {
        Reponse reponse = api.post("/api/v1/simulations/rsa", Exemples.SIMULATION);
        assertThat(reponse.statut()).isEqualTo(200);
        JsonNode resultat = reponse.json();
        assertThat(resultat.propertyNames())
                .containsExactly(
                        "droitOuvert",
                        "montant",
                        "montantForfaitaire",
                        "forfaitLogement",
                        "baseRessources",
                        "majorationIsolement",
                        "enfantsComptes",
                        "conditions",
                        "explications",
                        "aConfirmer");
        assertThat(resultat.path("droitOuvert").asBoolean()).isTrue();
        assertThat(resultat.path("enfantsComptes").asInt()).isEqualTo(1);
        assertThat(resultat.path("conditions")).isNotEmpty().allSatisfy(c -> {
            assertThat(c.path("code").asString()).isNotBlank();
            assertThat(c.path("article").asString()).isNotBlank();
            Francais.verifier(c.path("texte").asString());
        });
        assertThat(resultat.path("montant").decimalValue().scale()).isLessThanOrEqualTo(2);
    }

    @Test
    void simule_une_aide_a_la_mobilite() {
        Reponse reponse = api.post("/api/v1/simulations/aide-mobilite", """
                {"nature": "PERMIS_B_CONDUITE", "cout": 1800.00,
                 "plan": [{"financeur": "FRANCE_TRAVAIL", "montant": 1200, "etat": "REFUSE"},
                          {"financeur": "REGION", "pourcentage": 25, "etat": "ACCORDE"},
                          {"financeur": "CCAS", "solde": true}],
                 "faits": {"age": 24, "rsa": true, "contratEngagement": true, "projet": true, "codeObtenu": true,
                           "inscritAvantDecision": false, "autoEcoleSolidaire": true, "rang": 1,
                           "aidesDouzeMois": [{"nature": "REPARATION", "montant": 100.00, "le": "2026-01-10"}]}}
                """);
        assertThat(reponse.statut()).isEqualTo(200);
        JsonNode resultat = reponse.json();
        assertThat(resultat.path("droitOuvert").asBoolean()).isTrue();
        assertThat(resultat.path("montant").decimalValue()).isEqualByComparingTo("1200");
        assertThat(resultat.path("partUsager").decimalValue()).isEqualByComparingTo("150");
        assertThat(resultat.path("decideur").asString()).isEqualTo("CAI");
        assertThat(resultat.path("motifs")).isEmpty();
        assertThat(resultat.path("lignes")).isNotEmpty().allSatisfy(l -> {
            assertThat(l.path("libelle").asString()).isNotBlank();
            Francais.verifier(l.path("regle").asString());
            assertThat(l.path("source").asString()).isNotBlank();
        });
        assertThat(resultat.path("aConfirmer")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nature\": \"LOCATION\", \"cout\": 0.005} | cout",
                "{\"nature\": \"LOCATION\", \"cout\": 1e308} | cout",
                "{\"nature\": \"LOCATION\", \"cout\": -3} | cout",
                "{\"nature\": \"LOCATION\"} | cout",
                "{\"nature\": \"FUSEE\", \"cout\": 3} | nature",
                "{\"cout\": 3} | nature",
                "{\"nature\": \"LOCATION\", \"cout\": 3, \"couleur\": 1} | couleur",
                "{\"nature\": \"LOCATION\", \"cout\": 3, \"faits\": {\"age\": -1}} | faits.age",
                "{\"nature\": \"LOCATION\", \"cout\": 3, \"plan\": [{\"financeur\": \"CCAS\", \"montant\": 2.99}]} | plan",
                "{\"nature\": \"LOCATION\", \"cout\": 3, \"plan\": [null]} | plan[0]",
                "{\"nature\": \"LOCATION\", \"cout\": 3, \"plan\": [{\"financeur\": \"CCAS\", \"solde\": true}, {\"financeur\": \"USAGER\", \"solde\": true}]} | plan[1].solde"
            })
    void une_aide_mal_ecrite_est_refusee_sur_son_champ(String corps, String champ) {
        Reponse reponse = api.post("/api/v1/simulations/aide-mobilite", corps);
        Francais.verifierRefus(reponse, 422);
        assertThat(reponse.json().toString()).contains("\"" + champ + "\"");
    }

    @Test
    void la_simulation_ne_garde_rien() {
        long avant = lignes("demande_rsa") + lignes("dossier") + lignes("ACT_HI_DECINST");
        api.post("/api/v1/simulations/rsa", Exemples.SIMULATION);
        assertThat(lignes("demande_rsa") + lignes("dossier") + lignes("ACT_HI_DECINST"))
                .isEqualTo(avant);
    }

    @Test
    void evalue_une_decision_avec_des_dates_ecrites_en_texte() {
        Reponse reponse =
                api.post("/api/v1/decisions/montant-base-rsa/evaluations", "{\"entrees\":{\"mois\":\"2022-04-01\"}}");
        assertThat(reponse.statut()).as(reponse.texte()).isEqualTo(200);
        JsonNode json = reponse.json();
        assertThat(json.path("cle").asString()).isEqualTo("montant-base-rsa");
        assertThat(json.path("version").asInt()).isEqualTo(1);
        assertThat(json.path("resultats")).hasSize(1);
        assertThat(json.path("resultats").path(0).path("montant").asDouble()).isEqualTo(575.52);
        assertThat(json.path("explications").path(0).path("regle").asString()).isNotBlank();
        assertThat(api.post("/api/v1/decisions/quartier-antenne/evaluations", "{\"entrees\":{\"quartier\":\"Q1\"}}")
                        .json()
                        .path("resultats")
                        .path(0)
                        .path("antenne")
                        .asString())
                .isEqualTo("KLEBER");
    }

    @Test
    void cree_une_personne_et_signale_les_doublons_possibles() {
        Reponse premiere = api.post("/api/v1/usagers", FICHE.formatted("Benhadj-Inventée"));
        assertThat(premiere.statut()).as(premiere.texte()).isEqualTo(201);
        assertThat(premiere.json().path("antenne").asString()).isEqualTo("KLEBER");
        assertThat(premiere.json().path("doublonsPossibles")).isEmpty();
        Reponse seconde = api.post("/api/v1/usagers", FICHE.formatted("BEN HADJ INVENTEE"));
        assertThat(seconde.statut()).isEqualTo(201);
        JsonNode doublon = seconde.json().path("doublonsPossibles").path(0);
        assertThat(doublon.path("id").asString())
                .isEqualTo(premiere.json().path("id").asString());
        Francais.verifier(doublon.path("raison").asString() + " de la personne");
    }

    @Test
    void depose_une_demande_puis_la_relit_avec_ses_pieces_ses_taches_ses_courriers_et_son_histoire() {
        Reponse depot = deposer(monde.personne().id(), null);
        assertThat(depot.statut()).as(depot.texte()).isEqualTo(201);
        assertThat(depot.json().path("numero").asString()).matches("RSA-2026-\\d{6}");
        assertThat(depot.json().path("etat").asString()).isEqualTo("EN_INSTRUCTION");
        assertThat(depot.json().path("antenne").asString()).isEqualTo("KLEBER");
        monde.travailler();

        JsonNode fiche = dossier(depot.json().path("numero").asString());
        assertThat(fiche.path("etape").asString()).isEqualTo("Vérifier les pièces");
        assertThat(fiche.path("dates").path("limite").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(fiche.path("pieces")).isNotEmpty();
        assertThat(fiche.path("taches")).hasSize(1);
        assertThat(fiche.path("courriers")).hasSize(1);
        assertThat(fiche.path("histoire")).isNotEmpty();
        assertThat(fiche.path("usager").path("nom").asString()).startsWith("Inventée");
        assertThat(fiche.toString()).doesNotContain("nir");
    }

    @Test
    void depose_une_piece_et_la_montre_sur_la_liste() {
        DossierVue dossier = monde.demande();
        String type = pieces.liste(dossier.id()).get(0).type();
        Reponse reponse = api.deposer(chemin(dossier) + "/pieces", type, "carte.pdf", FichiersInventes.pdf(1));
        assertThat(reponse.statut()).as(reponse.texte()).isEqualTo(201);
        assertThat(reponse.json().path("etat").asString()).isEqualTo("RECUE");
        JsonNode fiche = dossier(dossier.numero());
        assertThat(fiche.path("fichiers").path(0).path("nom").asString()).isEqualTo("carte.pdf");
        assertThat(fiche.path("fichiers").path(0).path("typeMime").asString()).isEqualTo("application/pdf");
    }

    @Test
    void prend_rend_confie_et_acheve_une_tache() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        accepterLesPieces(dossier);
        String tache = "/api/v1/taches/" + tache(dossier);
        Agent collegue = monde.agent("instructeur2.kleber", Role.INSTRUCTEUR, "KLEBER");

        assertThat(api.post(tache + "/prise", null).json().path("assigne").asString())
                .isEqualTo(monde.instructeur().identifiant());
        assertThat(api.post(tache + "/depot", "{\"motif\":\"Je pars en formation\"}")
                        .statut())
                .isEqualTo(200);
        assertThat(api.post(tache + "/prise", "").statut()).isEqualTo(200);
        assertThat(api.post(
                                tache + "/reaffectation",
                                "{\"agent\":\"" + collegue.identifiant() + "\",\"motif\":\"Absence\"}")
                        .statut())
                .isEqualTo(200);
        Francais.verifierRefus(api.post(tache + "/achevement", "{\"donnees\":{\"resultat\":\"COMPLET\"}}"), 409);

        ClientApi autre = ClientApi.anonyme(monde).comme(collegue);
        JsonNode formulaire = autre.get(tache + "/formulaire").json();
        assertThat(formulaire.path("formulaire").path("id").asString()).isEqualTo("verifier-pieces");
        assertThat(formulaire.path("donnees").isObject()).isTrue();
        Reponse fait = autre.post(tache + "/achevement", "{\"donnees\":{\"resultat\":\"COMPLET\"}}");
        assertThat(fait.statut()).as(fait.texte()).isEqualTo(200);
        Reponse encore = autre.post(tache + "/achevement", "{\"donnees\":{\"resultat\":\"COMPLET\"}}");
        Francais.verifierRefus(encore, 409);
        assertThat(encore.json().path("detail").asString())
                .contains("déjà traitée par " + collegue.nomComplet())
                .containsPattern("à \\d{2}:\\d{2}");
    }

    @Test
    void le_second_qui_prend_lit_le_nom_du_premier_et_l_heure() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        String tache = "/api/v1/taches/" + tache(dossier);
        api.post(tache + "/prise", null);
        Reponse refus = ClientApi.anonyme(monde)
                .comme(monde.agent("instructeur2.kleber", Role.INSTRUCTEUR, "KLEBER"))
                .post(tache + "/prise", null);
        Francais.verifierRefus(refus, 409);
        assertThat(refus.json().path("detail").asString())
                .contains("déjà prise par " + monde.instructeur().nomComplet())
                .containsPattern("à \\d{2}:\\d{2}");
    }

    @Test
    void dit_le_champ_fautif_d_un_formulaire() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        Reponse refus = api.post("/api/v1/taches/" + tache(dossier) + "/achevement", "{\"donnees\":{}}");
        Francais.verifierRefus(refus, 422);
        assertThat(refus.json().path("erreurs").path(0).path("champ").asString())
                .isEqualTo("resultat");
    }

    @Test
    void liste_les_courriers_et_donne_le_pdf_en_piece_jointe() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        JsonNode liste = api.get(chemin(dossier) + "/courriers").json();
        assertThat(liste).hasSize(1);
        Reponse pdf = api.get("/api/v1/courriers/" + liste.path(0).path("id").asString());
        assertThat(pdf.statut()).isEqualTo(200);
        assertThat(pdf.entete("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.entete("Content-Disposition"))
                .startsWith("attachment")
                .contains(liste.path(0).path("numero").asString());
        assertThat(new String(pdf.octets(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void liste_les_dossiers_et_les_taches_par_pages() {
        monde.demande();
        monde.demande();
        monde.travailler();
        for (String liste : List.of("/api/v1/dossiers", "/api/v1/taches")) {
            JsonNode premiere = api.get(liste + "?page=0&taille=1").json();
            JsonNode seconde = api.get(liste + "?page=1&taille=1").json();
            assertThat(premiere.propertyNames()).containsExactly("elements", "page", "taille", "total");
            assertThat(premiere.path("total").asLong())
                    .isGreaterThan(1)
                    .isEqualTo(seconde.path("total").asLong());
            assertThat(premiere.path("elements")).hasSize(1);
            assertThat(premiere.path("elements").path(0))
                    .isNotEqualTo(seconde.path("elements").path(0));
        }
        JsonNode ligne = api.get("/api/v1/taches?onglet=A_PRENDRE&tri=ANCIENNETE")
                .json()
                .path("elements")
                .path(0);
        assertThat(ligne.propertyNames())
                .contains(
                        "id",
                        "dossier",
                        "usager",
                        "etape",
                        "groupe",
                        "assigne",
                        "echeanceCible",
                        "echeanceLimite",
                        "version");
    }

    @Test
    void retrouve_un_dossier_par_son_numero_ou_par_le_nom_sans_accents() {
        PersonneVue personne = monde.personne();
        String numero = deposer(personne.id(), null).json().path("numero").asString();
        String sansAccents = java.text.Normalizer.normalize(personne.nom(), java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(java.util.Locale.ROOT);
        monde.travailler();
        for (String q : List.of(numero, sansAccents)) {
            assertThat(api.get("/api/v1/dossiers?q=" + q).json().path("elements"))
                    .as(q)
                    .anySatisfy(d -> assertThat(d.path("numero").asString()).isEqualTo(numero));
            assertThat(api.get("/api/v1/taches?taille=200&q=" + q).json().path("elements"))
                    .as(q)
                    .anySatisfy(t -> assertThat(t.path("dossier").asString()).isEqualTo(numero));
        }
    }

    @Test
    void accepte_un_jeton_personnel_et_le_refuse_des_qu_il_est_revoque() {
        Agent agent = monde.instructeur();
        String jeton = authentification.creerJeton(agent, "Programme du partenaire");
        ClientApi programme = ClientApi.anonyme(monde).jeton(jeton);
        assertThat(programme.get("/api/v1/taches").statut()).isEqualTo(200);
        UUID id = jdbc.queryForObject(
                "select id from jeton where libelle = 'Programme du partenaire' and revoque_le is null", UUID.class);
        authentification.revoquer(agent, id);
        Francais.verifierRefus(programme.get("/api/v1/taches"), 401);
    }

    @Test
    void n_ouvre_aucune_session_et_ne_demande_aucun_jeton_csrf() {
        long avant = lignes("SPRING_SESSION");
        Reponse lecture = api.get("/api/v1/taches");
        Reponse ecriture = api.post("/api/v1/simulations/rsa", Exemples.SIMULATION);
        Reponse refus = ClientApi.anonyme(monde).get("/api/v1/taches");
        assertThat(ecriture.statut()).isEqualTo(200);
        for (Reponse reponse : List.of(lecture, ecriture, refus)) {
            assertThat(reponse.entetes().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(lignes("SPRING_SESSION")).isEqualTo(avant);
    }

    @Test
    void la_meme_cle_et_le_meme_corps_ne_creent_qu_une_fois() {
        String fiche = FICHE.formatted("Rejouée");
        ClientApi avecCle = api.avec("Idempotency-Key", "cle-" + UUID.randomUUID());
        Reponse premiere = avecCle.post("/api/v1/usagers", fiche);
        Reponse seconde = avecCle.post("/api/v1/usagers", fiche);
        assertThat(premiere.statut()).isEqualTo(201);
        assertThat(seconde.statut()).isEqualTo(201);
        assertThat(seconde.json()).isEqualTo(premiere.json());
        assertThat(personnes("Rejouée")).isEqualTo(1);
        Francais.verifierRefus(avecCle.post("/api/v1/usagers", FICHE.formatted("Autre-Corps")), 422);
        assertThat(personnes("Autre-Corps")).isZero();
        Reponse enMajuscules = api.avec("Idempotency-Key", "CLE-" + UUID.randomUUID())
                .post("/api/v1/usagers", FICHE.formatted("Rejouée-Majuscules"));
        assertThat(enMajuscules.statut()).isEqualTo(201);
    }

    @Test
    void deux_cles_qui_ne_different_que_par_la_casse_sont_deux_cles() {
        String cle = "casse-" + UUID.randomUUID();
        assertThat(api.avec("Idempotency-Key", cle)
                        .post("/api/v1/usagers", FICHE.formatted("Casse-A"))
                        .statut())
                .isEqualTo(201);
        assertThat(api.avec("Idempotency-Key", cle.toUpperCase(java.util.Locale.ROOT))
                        .post("/api/v1/usagers", FICHE.formatted("Casse-B"))
                        .statut())
                .isEqualTo(201);
    }

    @Test
    void la_meme_cle_rejoue_un_depot_de_dossier_et_de_fichier() {
        UUID personne = monde.personne().id();
        String cle = UUID.randomUUID().toString();
        Reponse premiere = deposer(personne, cle);
        Reponse seconde = deposer(personne, cle);
        assertThat(seconde.statut()).isEqualTo(201);
        assertThat(seconde.json()).isEqualTo(premiere.json());

        String chemin = "/api/v1/dossiers/" + premiere.json().path("numero").asString() + "/pieces";
        String type = dossier(premiere.json().path("numero").asString())
                .path("pieces")
                .path(0)
                .path("type")
                .asString();
        ClientApi avecCle = api.avec("Idempotency-Key", UUID.randomUUID().toString());
        byte[] octets = FichiersInventes.png(20, 20);
        Reponse fichier = avecCle.deposer(chemin, type, "a.png", octets);
        assertThat(avecCle.deposer(chemin, type, "a.png", octets).json()).isEqualTo(fichier.json());
        Francais.verifierRefus(avecCle.deposer(chemin, type, "a.png", FichiersInventes.png(21, 20)), 422);
        assertThat(dossier(premiere.json().path("numero").asString()).path("fichiers"))
                .hasSize(1);
    }

    @Test
    void deux_appels_en_meme_temps_avec_la_meme_cle_n_en_creent_qu_un() throws Exception {
        for (int tour = 0; tour < 5; tour++) {
            String nom = "Simultanée" + tour;
            ClientApi avecCle = api.avec("Idempotency-Key", UUID.randomUUID().toString());
            List<Reponse> reponses = enMemeTemps(4, () -> avecCle.post("/api/v1/usagers", FICHE.formatted(nom)));
            assertThat(reponses).allSatisfy(r -> assertThat(r.statut()).isEqualTo(201));
            assertThat(reponses.stream().map(Reponse::json).distinct()).hasSize(1);
            assertThat(personnes(nom)).isEqualTo(1);
        }
    }

    @Test
    void deux_depots_en_meme_temps_pour_la_meme_personne_n_ouvrent_qu_un_dossier() throws Exception {
        UUID personne = monde.personne().id();
        List<Reponse> reponses = enMemeTemps(3, () -> deposer(personne, null));
        assertThat(reponses.stream().filter(r -> r.statut() == 201)).hasSize(1);
        reponses.stream().filter(r -> r.statut() != 201).forEach(r -> Francais.verifierRefus(r, 409));
        assertThat(jdbc.queryForObject("select count(*) from dossier where personne_id = ?", Long.class, personne))
                .isEqualTo(1);
    }

    @Test
    void refuse_une_demande_au_nom_d_une_personne_decedee() {
        PersonneVue personne = monde.personne();
        monde.bean(Personnes.class).declarerDeces(personne.id(), LocalDate.of(2026, 5, 20), monde.instructeur());
        Reponse refus = deposer(personne.id(), null);
        Francais.verifierRefus(refus, 422);
        assertThat(refus.json().path("erreurs").path(0).path("champ").asString())
                .isEqualTo("usagerId");
        assertThat(refus.json().path("detail").asString()).contains("décédée");
    }

    @Test
    void refuse_une_demande_d_une_personne_de_moins_de_dix_huit_ans() {
        String id = api.post("/api/v1/usagers", FICHE.formatted("Mineure").replace("1990-04-02", "2008-06-02"))
                .json()
                .path("id")
                .asString();
        Reponse refus = deposer(UUID.fromString(id), null);
        Francais.verifierRefus(refus, 422);
        assertThat(refus.json().path("detail").asString()).contains("17 ans");
        String majeure = api.post("/api/v1/usagers", FICHE.formatted("Majeure").replace("1990-04-02", "2008-06-01"))
                .json()
                .path("id")
                .asString();
        assertThat(deposer(UUID.fromString(majeure), null).statut()).isEqualTo(201);
    }

    @Test
    void refuse_une_seconde_demande_ouverte_et_donne_le_numero_de_la_premiere() {
        PersonneVue personne = monde.personne();
        String numero = deposer(personne.id(), null).json().path("numero").asString();
        Reponse refus = deposer(personne.id(), null);
        Francais.verifierRefus(refus, 409);
        assertThat(refus.json().path("detail").asString()).contains(numero);
    }

    @Test
    void la_description_openapi_documente_chaque_route_et_se_lit_avec_un_compte() {
        Reponse reponse = api.get("/api/v1/openapi.json");
        assertThat(reponse.statut()).isEqualTo(200);
        JsonNode chemins = reponse.json().path("paths");
        for (String chemin : List.of(
                "/api/v1/calendrier/echeance",
                "/api/v1/calendrier/jours-ouvres",
                "/api/v1/simulations/rsa",
                "/api/v1/decisions/{cle}/evaluations",
                "/api/v1/usagers",
                "/api/v1/dossiers",
                "/api/v1/dossiers/{numero}",
                "/api/v1/dossiers/{numero}/pieces",
                "/api/v1/dossiers/{numero}/courriers",
                "/api/v1/courriers/{id}",
                "/api/v1/taches",
                "/api/v1/taches/{id}/prise",
                "/api/v1/taches/{id}/depot",
                "/api/v1/taches/{id}/reaffectation",
                "/api/v1/taches/{id}/formulaire",
                "/api/v1/taches/{id}/achevement")) {
            assertThat(chemins.has(chemin)).as(chemin).isTrue();
        }
        chemins.forEach(chemin ->
                chemin.forEach(operation -> assertThat(operation.path("summary").asString())
                        .as(operation.toString())
                        .isNotBlank()));
        Francais.verifierRefus(ClientApi.anonyme(monde).get("/api/v1/openapi.json"), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".yaml",
                ".yml",
                ".json",
                "/swagger-config",
                "/jalon",
                "/jalon.yaml",
            })
    void la_description_n_a_pas_d_autre_adresse_que_la_sienne(String suite) {
        String adresse = "/api/v1/openapi.json" + suite;
        Reponse refus = api.get(adresse);
        Francais.verifierRefus(refus, 404);
        assertThat(refus.entete("Content-Type")).startsWith("application/problem+json");
        assertThat(api.appeler("HEAD", adresse, null, null).statut()).isEqualTo(404);
        Francais.verifierRefus(ClientApi.anonyme(monde).get(adresse), 401);
    }

    @Test
    void la_documentation_se_lit_sans_script_et_sans_rien_qui_viole_notre_politique_de_securite() {
        Reponse page = api.get("/api/docs");
        assertThat(page.statut()).as(page.texte()).isEqualTo(200);
        assertThat(page.entete("Content-Type")).startsWith("text/html");
        assertThat(page.texte())
                .contains("/api/v1/dossiers/{numero}/pieces", "Estime le RSA", "Idempotency-Key", "<html lang=\"fr\"")
                .doesNotContainPattern("<script(?![^>]*src=\"/lib/)")
                .doesNotContainPattern("\\s(style|on[a-z]+)=")
                .doesNotContain("https://cdn", "http://cdn");
        assertThat(page.entete("Content-Security-Policy")).doesNotContain("unsafe");
        assertThat(ClientApi.anonyme(monde).get("/api/docs").statut()).isIn(302, 401);
    }

    private Reponse deposer(UUID personne, String cle) {
        ObjectNode corps = (ObjectNode) monde.json("{\"dispositif\":\"RSA\",\"canal\":\"GUICHET\"}");
        corps.put("usagerId", personne.toString());
        corps.set("donnees", monde.situation());
        ClientApi appelant = cle == null ? api : api.avec("Idempotency-Key", cle);
        return appelant.post("/api/v1/dossiers", corps.toString());
    }

    private JsonNode dossier(String numero) {
        Reponse reponse = api.get("/api/v1/dossiers/" + numero);
        assertThat(reponse.statut()).as(reponse.texte()).isEqualTo(200);
        return reponse.json();
    }

    private static String chemin(DossierVue dossier) {
        return "/api/v1/dossiers/" + dossier.numero();
    }

    private String tache(DossierVue dossier) {
        return corbeille.duDossier(dossier.id()).get(0).tacheId();
    }

    private void accepterLesPieces(DossierVue dossier) {
        for (PieceVue piece : pieces.liste(dossier.id())) {
            pieces.noterRecue(dossier.id(), piece.type(), monde.instructeur());
            pieces.juger(dossier.id(), piece.type(), EtatPiece.ACCEPTEE, null, monde.instructeur());
        }
    }

    private long lignes(String table) {
        Long nombre = jdbc.queryForObject("select count(*) from " + table, Long.class);
        return nombre == null ? 0 : nombre;
    }

    private long personnes(String nom) {
        Long nombre = jdbc.queryForObject("select count(*) from personne where nom = ?", Long.class, nom);
        return nombre == null ? 0 : nombre;
    }

    private static List<Reponse> enMemeTemps(int nombre, java.util.function.Supplier<Reponse> appel) throws Exception {
        ExecutorService fils = Executors.newFixedThreadPool(nombre);
        CountDownLatch depart = new CountDownLatch(1);
        try {
            List<Future<Reponse>> futurs = java.util.stream.IntStream.range(0, nombre)
                    .mapToObj(i -> fils.submit(() -> {
                        depart.await();
                        return appel.get();
                    }))
                    .toList();
            depart.countDown();
            List<Reponse> reponses = new java.util.ArrayList<>();
            for (Future<Reponse> futur : futurs) {
                reponses.add(futur.get());
            }
            return reponses;
        } finally {
            fils.shutdownNow();
        }
    }
}
