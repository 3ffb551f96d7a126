package fr.jalon.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.Francais;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every field of every call with what it must not hold: a refusal in French, never a failure, and nothing half written. */
@JalonIT
class MauvaisesEntreesIT {

    private static final String LONG_5000 = "x".repeat(5_000);

    @Autowired
    private Monde monde;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private JdbcTemplate jdbc;

    private ClientApi api;
    private DossierVue dossier;
    private String tache;

    private record Cas(String nom, String methode, String chemin, String corps, int statut, String champ) {}

    private void preparer() {
        if (api == null) {
            api = ClientApi.anonyme(monde).comme(monde.instructeur());
            dossier = monde.demande();
            monde.travailler();
            tache = corbeille.duDossier(dossier.id()).get(0).tacheId();
        }
    }

    @TestFactory
    Stream<DynamicTest> le_calendrier_refuse() {
        String echeance = "/api/v1/calendrier/echeance?";
        String jours = "/api/v1/calendrier/jours-ouvres?";
        return jouer(
                get("sans paramètre", echeance, "debut"),
                get("sans nombre", echeance + "debut=2026-05-01", "joursOuvres"),
                get("30 février", echeance + "debut=2026-02-30&joursOuvres=1", "debut"),
                get("date nulle", echeance + "debut=0000-00-00&joursOuvres=1", "debut"),
                get("an zéro", echeance + "debut=0000-01-01&joursOuvres=1", "debut"),
                get("date vide", echeance + "debut=&joursOuvres=1", "debut"),
                get("date française", echeance + "debut=01/05/2026&joursOuvres=1", "debut"),
                get("chiffres arabes", echeance + "debut=" + url("٢٠٢٦-٠٥-٠١") + "&joursOuvres=1", "debut"),
                get("date et heure", echeance + "debut=2026-05-01T00:00:00Z&joursOuvres=1", "debut"),
                get("an 12026", echeance + "debut=" + url("+12026-05-01") + "&joursOuvres=1", "debut"),
                get("nombre négatif", echeance + "debut=2026-05-01&joursOuvres=-1", "joursOuvres"),
                get("nombre énorme", echeance + "debut=2026-05-01&joursOuvres=2147483648", "joursOuvres"),
                get("au-delà de Long", echeance + "debut=2026-05-01&joursOuvres=9223372036854775808", "joursOuvres"),
                get("nombre à virgule", echeance + "debut=2026-05-01&joursOuvres=1.5", "joursOuvres"),
                get("NaN", echeance + "debut=2026-05-01&joursOuvres=NaN", "joursOuvres"),
                get("hexadécimal", echeance + "debut=2026-05-01&joursOuvres=0x10", "joursOuvres"),
                get("nombre en chiffres arabes", echeance + "debut=2026-05-01&joursOuvres=" + url("١٠"), "joursOuvres"),
                get("emoji", echeance + "debut=2026-05-01&joursOuvres=" + url("🙂"), "joursOuvres"),
                get("5 000 caractères", echeance + "debut=" + LONG_5000 + "&joursOuvres=1", "debut"),
                get("sans fin", jours + "du=2026-05-01", "au"),
                get("plus de cent ans", jours + "du=1900-01-01&au=2200-12-31", "au"),
                get("fin impossible", jours + "du=2026-05-01&au=2026-13-01", "au"));
    }

    @TestFactory
    Stream<DynamicTest> la_simulation_refuse() {
        String chemin = "/api/v1/simulations/rsa";
        List<Cas> cas = new ArrayList<>(List.of(
                post("corps absent", chemin, null, 400, null),
                post("texte", chemin, "bonjour", 400, null),
                post("tableau", chemin, "[]", 400, null),
                post("null", chemin, "null", 400, null),
                post("nombre", chemin, "12", 400, null),
                post("coupé", chemin, Exemples.SIMULATION.substring(0, 200), 400, null),
                post("NaN", chemin, Exemples.SIMULATION.replace("422.28", "NaN"), 400, null),
                post("clé en double", chemin, "{\"mois\":\"2022-04\",\"mois\":\"2023-04\"}", 400, null),
                post("deux documents", chemin, Exemples.SIMULATION + Exemples.SIMULATION, 400, null),
                post("trop profond", chemin, "[".repeat(5_000), 400, null),
                post(
                        "profond dans un champ inconnu",
                        chemin,
                        "{\"x\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}",
                        400,
                        null),
                post(
                        "nombre de 5 000 chiffres",
                        chemin,
                        Exemples.SIMULATION.replace("422.28", "9".repeat(5_000)),
                        400,
                        null),
                post("vide", chemin, "{}", 422, "mois")));
        cas.addAll(simulations(
                cas("mois nul", s -> s.putNull("mois"), "mois"),
                cas("mois nombre", s -> s.put("mois", 202204), "mois"),
                cas("mois 13", s -> s.put("mois", "2022-13"), "mois"),
                cas("mois emoji", s -> s.put("mois", "🙂"), "mois"),
                cas("mois 5 000 caractères", s -> s.put("mois", LONG_5000), "mois"),
                cas("mois arabe", s -> s.put("mois", "٢٠٢٢-٠٤"), "mois"),
                cas("base négative", s -> s.put("montantBase", -1), "montantBase"),
                cas("base texte", s -> s.put("montantBase", "575,52"), "montantBase"),
                cas(
                        "base 1e999999999",
                        s -> s.put("montantBase", new java.math.BigDecimal("1e999999999")),
                        "montantBase"),
                cas("base à trois décimales", s -> s.put("montantBase", 1.234), "montantBase"),
                cas("base booléenne", s -> s.put("montantBase", true), "montantBase"),
                cas("adultes objet", s -> s.putObject("adultes"), "adultes"),
                cas("adultes vide", s -> s.putArray("adultes"), "adultes"),
                cas("adulte nul", s -> s.putArray("adultes").addNull(), "adultes[0]"),
                cas("adulte texte", s -> s.putArray("adultes").add("moi"), "adultes[0]"),
                cas("âge négatif", s -> adulte(s).put("age", -1), "adultes[0].age"),
                cas("âge texte", s -> adulte(s).put("age", "quarante"), "adultes[0].age"),
                cas("âge à virgule", s -> adulte(s).put("age", 40.7), "adultes[0].age"),
                cas("âge énorme", s -> adulte(s).put("age", 9_999_999_999L), "adultes[0].age"),
                cas("âge absent", s -> adulte(s).remove("age"), "adultes[0].age"),
                cas("pays inconnu", s -> adulte(s).put("nationalite", "ZZ"), "adultes[0].nationalite"),
                cas("pays nombre", s -> adulte(s).put("nationalite", 33), "adultes[0].nationalite"),
                cas("pays à l'envers", s -> adulte(s).put("nationalite", "\u202eRF"), "adultes[0].nationalite"),
                cas("étudiant texte", s -> adulte(s).put("etudiant", "oui"), "adultes[0].etudiant"),
                cas(
                        "heures négatives",
                        s -> adulte(s).put("heuresTravaillees3Ans", -5),
                        "adultes[0].heuresTravaillees3Ans"),
                cas("type inconnu", s -> ressource(s).put("type", "LOTO"), "adultes[0].ressources[0].type"),
                cas("type 5 000 caractères", s -> ressource(s).put("type", LONG_5000), "adultes[0].ressources[0].type"),
                cas("montant absent", s -> ressource(s).remove("montant"), "adultes[0].ressources[0].montant"),
                cas("montant négatif", s -> ressource(s).put("montant", -0.01), "adultes[0].ressources[0].montant"),
                cas("ressources objet", s -> adulte(s).putObject("ressources"), "adultes[0].ressources"),
                cas(
                        "mois de ressource faux",
                        s -> ressource(s).put("mois", "2022-00"),
                        "adultes[0].ressources[0].mois"),
                cas("enfants texte", s -> s.put("enfants", "trois"), "enfants"),
                cas("enfant sans âge", s -> s.putArray("enfants").addObject(), "enfants[0].age"),
                cas(
                        "statut inconnu",
                        s -> ((ObjectNode) s.path("logement")).put("statut", "CHATEAU"),
                        "logement.statut"),
                cas("logement liste", s -> s.putArray("logement"), "logement"),
                cas("isolé nombre", s -> s.put("isole", 1), "isole"),
                cas("bmaf immense", s -> s.put("bmaf", 1e300), "bmaf")));
        return jouer(cas.toArray(Cas[]::new));
    }

    @TestFactory
    Stream<DynamicTest> les_decisions_refusent() {
        String chemin = "/api/v1/decisions/quartier-antenne/evaluations";
        return jouer(
                post("table inconnue", "/api/v1/decisions/inconnue/evaluations", "{\"entrees\":{}}", 404, null),
                post(
                        "clé de 5 000 caractères",
                        "/api/v1/decisions/" + LONG_5000 + "/evaluations",
                        "{\"entrees\":{}}",
                        404,
                        null),
                post("clé emoji", "/api/v1/decisions/" + url("🙂") + "/evaluations", "{\"entrees\":{}}", 404, null),
                post("entrées absentes", chemin, "{}", 422, "entrees"),
                post("entrées liste", chemin, "{\"entrees\":[1]}", 422, "entrees"),
                post("entrées texte", chemin, "{\"entrees\":\"Q1\"}", 422, "entrees"),
                post("entrée objet", chemin, "{\"entrees\":{\"quartier\":{\"a\":1}}}", 422, "entrees.quartier"),
                post("entrée liste", chemin, "{\"entrees\":{\"quartier\":[\"Q1\"]}}", 422, "entrees.quartier"),
                post(
                        "nombre infini",
                        "/api/v1/decisions/eligibilite-rsa/evaluations",
                        "{\"entrees\":{\"age\":1e999}}",
                        422,
                        "entrees.age"),
                post(
                        "texte de 2 001 caractères",
                        chemin,
                        "{\"entrees\":{\"quartier\":\"" + "x".repeat(2_001) + "\"}}",
                        422,
                        "entrees.quartier"));
    }

    @TestFactory
    Stream<DynamicTest> la_creation_d_une_personne_refuse() {
        String chemin = "/api/v1/usagers";
        List<Cas> cas = new ArrayList<>(List.of(
                post("corps absent", chemin, null, 400, null),
                post("tableau", chemin, "[{}]", 400, null),
                post(
                        "nom avec un demi-emoji",
                        chemin,
                        personne().toString().replace("Refusée", "A\\ud83dB"),
                        422,
                        "nom"),
                post("vide", chemin, "{}", 422, "civilite")));
        cas.addAll(personnes(
                cas("civilité inconnue", p -> p.put("civilite", "DR"), "civilite"),
                cas("civilité objet", p -> p.putObject("civilite"), "civilite"),
                cas("nom nul", p -> p.putNull("nom"), "nom"),
                cas("nom vide", p -> p.put("nom", "   "), "nom"),
                cas("nom nombre", p -> p.put("nom", 12), "nom"),
                cas("nom booléen", p -> p.put("nom", true), "nom"),
                cas("nom liste", p -> p.putArray("nom").add("a"), "nom"),
                cas("nom 501 caractères", p -> p.put("nom", "é".repeat(501)), "nom"),
                cas("nom 5 000 caractères", p -> p.put("nom", LONG_5000), "nom"),
                cas("nom avec un caractère nul", p -> p.put("nom", "A\u0000B"), "nom"),
                cas("nom avec un saut de ligne", p -> p.put("nom", "A\nB"), "nom"),
                cas("nom retourné", p -> p.put("nom", "A\u202eB"), "nom"),
                cas("nom sans aucune lettre", p -> p.put("nom", "\u200f\u200e"), "nom"),
                cas("prénoms absents", p -> p.remove("prenoms"), "prenoms"),
                cas("naissance absente", p -> p.remove("dateNaissance"), "dateNaissance"),
                cas("naissance 30 février", p -> p.put("dateNaissance", "2026-02-30"), "dateNaissance"),
                cas("naissance 0000-00-00", p -> p.put("dateNaissance", "0000-00-00"), "dateNaissance"),
                cas("naissance vide", p -> p.put("dateNaissance", ""), "dateNaissance"),
                cas("naissance nombre", p -> p.put("dateNaissance", 20_000), "dateNaissance"),
                cas(
                        "naissance liste",
                        p -> p.putArray("dateNaissance").add(1990).add(4).add(2),
                        "dateNaissance"),
                cas("naissance avec heure", p -> p.put("dateNaissance", "1990-04-02T00:00:00Z"), "dateNaissance"),
                cas("naissance arabe", p -> p.put("dateNaissance", "١٩٩٠-٠٤-٠٢"), "dateNaissance"),
                cas("naissance future", p -> p.put("dateNaissance", "2026-06-02"), "dateNaissance"),
                cas("naissance en 1800", p -> p.put("dateNaissance", "1800-01-01"), "dateNaissance"),
                cas("adresse absente", p -> p.remove("adresse"), "adresse"),
                cas("adresse 501 caractères", p -> p.put("adresse", "a".repeat(501)), "adresse"),
                cas("quartier inconnu", p -> p.put("quartier", "Q13"), "quartier"),
                cas("quartier 5 000 caractères", p -> p.put("quartier", LONG_5000), "quartier"),
                cas("téléphone emoji", p -> p.put("telephone", "☎️☎️☎️☎️☎️☎️"), "telephone"),
                cas("téléphone arabe", p -> p.put("telephone", "٠٢٩٩٠٠٠٠٠٠"), "telephone"),
                cas("courriel sans arobase", p -> p.put("courriel", "zoe.exemple.fr"), "courriel"),
                cas("courriel 5 000 caractères", p -> p.put("courriel", LONG_5000 + "@exemple.fr"), "courriel"),
                cas("langue inconnue", p -> p.put("langue", "zz"), "langue"),
                cas("langue 5 000 caractères", p -> p.put("langue", LONG_5000), "langue"),
                cas("NIR à clé fausse", p -> p.put("nir", "290043512345699"), "nir"),
                cas("NIR 5 000 caractères", p -> p.put("nir", LONG_5000), "nir"),
                cas("NIR nombre", p -> p.put("nir", 290043512345678L), "nir")));
        cas.add(post("clé d'idempotence de 201 caractères", chemin, "CLE", 422, "Idempotency-Key"));
        return jouer(cas.toArray(Cas[]::new));
    }

    @TestFactory
    Stream<DynamicTest> le_depot_d_une_demande_refuse() {
        String chemin = "/api/v1/dossiers";
        preparer();
        List<Cas> cas = new ArrayList<>(
                List.of(post("corps absent", chemin, null, 400, null), post("vide", chemin, "{}", 422, "dispositif")));
        cas.addAll(depots(
                cas("dispositif inconnu", d -> d.put("dispositif", "LOTO"), "dispositif"),
                cas("dispositif 5 000 caractères", d -> d.put("dispositif", LONG_5000), "dispositif"),
                cas("personne absente", d -> d.remove("usagerId"), "usagerId"),
                cas("personne sans forme", d -> d.put("usagerId", "1' or '1'='1"), "usagerId"),
                cas("personne nombre", d -> d.put("usagerId", 7), "usagerId"),
                cas("canal inconnu", d -> d.put("canal", "PIGEON"), "canal"),
                cas("canal absent", d -> d.remove("canal"), "canal"),
                cas("données absentes", d -> d.remove("donnees"), "donnees"),
                cas("données nulles", d -> d.putNull("donnees"), "donnees"),
                cas("données liste", d -> d.putArray("donnees"), "donnees"),
                cas("données texte", d -> d.put("donnees", "x"), "donnees"),
                cas("date de dépôt impossible", d -> donnees(d).put("dateDepot", "2026-02-30"), "donnees.dateDepot"),
                cas("date de dépôt nombre", d -> donnees(d).put("dateDepot", 20260501), "donnees.dateDepot"),
                cas("date de dépôt objet", d -> donnees(d).putObject("dateDepot"), "donnees.dateDepot"),
                cas("date de dépôt future", d -> donnees(d).put("dateDepot", "2026-06-02"), "dateDepot"),
                cas("date de dépôt de 2020", d -> donnees(d).put("dateDepot", "2020-06-02"), "dateDepot"),
                cas("régime agricole texte", d -> donnees(d).put("regimeAgricole", "oui"), "donnees.regimeAgricole"),
                cas("C2S nombre", d -> donnees(d).put("c2sDemandee", 1), "donnees.c2sDemandee"),
                cas("adultes absents", d -> donnees(d).remove("adultes"), "donnees.adultes"),
                cas(
                        "nationalité fausse",
                        d -> adulte(donnees(d)).put("nationalite", "🙂"),
                        "donnees.adultes[0].nationalite"),
                cas("étudiant texte", d -> adulte(donnees(d)).put("etudiant", "non"), "donnees.adultes[0].etudiant")));
        cas.add(post(
                "personne inconnue",
                chemin,
                modifier(depot(), d -> d.put("usagerId", UUID.randomUUID().toString())),
                404,
                null));
        return jouer(cas.toArray(Cas[]::new));
    }

    @TestFactory
    Stream<DynamicTest> les_listes_refusent() {
        List<Cas> cas = new ArrayList<>();
        for (String liste : List.of("/api/v1/dossiers?", "/api/v1/taches?")) {
            cas.addAll(List.of(
                    get("page -1 " + liste, liste + "page=-1", "page"),
                    get("page immense " + liste, liste + "page=99999999999", "page"),
                    get("page texte " + liste, liste + "page=deux", "page"),
                    get("taille 0 " + liste, liste + "taille=0", "taille"),
                    get("taille 201 " + liste, liste + "taille=201", "taille"),
                    get("taille au-delà de Long " + liste, liste + "taille=9223372036854775808", "taille"),
                    get("recherche de 5 000 caractères " + liste, liste + "q=" + LONG_5000, "q")));
        }
        cas.add(get("état inconnu", "/api/v1/dossiers?etat=PERDU", "etat"));
        cas.add(get("onglet inconnu", "/api/v1/taches?onglet=TOUT", "onglet"));
        cas.add(get("tri injecté", "/api/v1/taches?tri=" + url("numero; drop table dossier"), "tri"));
        cas.add(get("retard peut-être", "/api/v1/taches?retard=peut-etre", "retard"));
        return jouer(cas.toArray(Cas[]::new));
    }

    @TestFactory
    Stream<DynamicTest> les_adresses_refusent() {
        preparer();
        List<Cas> cas = new ArrayList<>();
        for (String id : List.of(
                "RSA-2026-999999",
                "x",
                "%00",
                "%25",
                "..%2f..%2fetc",
                "%F0%9F%99%82",
                "%D9%A3",
                LONG_5000,
                "1'%20or%20'1'='1",
                "%20")) {
            int statut = id.equals("%00") || id.equals("%25") || id.contains("%2f") ? 400 : 404;
            String court = id.length() > 30 ? "5 000 caractères" : id;
            cas.add(new Cas("dossier " + court, "GET", "/api/v1/dossiers/" + id, null, statut, null));
            cas.add(new Cas("courrier " + court, "GET", "/api/v1/courriers/" + id, null, statut, null));
            cas.add(new Cas("tâche " + court, "GET", "/api/v1/taches/" + id + "/formulaire", null, statut, null));
            cas.add(post("prise " + court, "/api/v1/taches/" + id + "/prise", null, statut, null));
        }
        cas.add(new Cas("adresse inconnue", "GET", "/api/v1/rien", null, 404, null));
        cas.add(new Cas("version inconnue", "GET", "/api/v2/dossiers", null, 404, null));
        cas.add(new Cas("barre finale", "GET", "/api/v1/dossiers/", null, 404, null));
        cas.add(new Cas("point-virgule", "GET", "/api/v1/dossiers;a=b", null, 400, null));
        cas.add(new Cas("double barre", "GET", "/api//v1/dossiers", null, 400, null));
        cas.add(new Cas("méthode DELETE", "DELETE", "/api/v1/dossiers", null, 405, null));
        cas.add(new Cas("méthode PUT", "PUT", "/api/v1/dossiers/" + dossier.numero(), "{}", 405, null));
        cas.add(new Cas("méthode PATCH", "PATCH", "/api/v1/usagers", "{}", 405, null));
        cas.add(new Cas("GET d'une écriture", "GET", "/api/v1/usagers", null, 405, null));
        return jouer(cas.toArray(Cas[]::new));
    }

    @TestFactory
    Stream<DynamicTest> les_actes_sur_une_tache_refusent() {
        preparer();
        String chemin = "/api/v1/taches/" + tache;
        return jouer(
                post("achèvement sans corps", chemin + "/achevement", null, 400, null),
                post("achèvement sans données", chemin + "/achevement", "{}", 422, "donnees"),
                post("données liste", chemin + "/achevement", "{\"donnees\":[]}", 422, "donnees"),
                post("données vides", chemin + "/achevement", "{\"donnees\":{}}", 422, "resultat"),
                post(
                        "code inconnu",
                        chemin + "/achevement",
                        "{\"donnees\":{\"resultat\":\"PEUT_ETRE\"}}",
                        422,
                        "resultat"),
                post("code objet", chemin + "/achevement", "{\"donnees\":{\"resultat\":{\"a\":1}}}", 422, "resultat"),
                post(
                        "code 5 000 caractères",
                        chemin + "/achevement",
                        "{\"donnees\":{\"resultat\":\"" + LONG_5000 + "\"}}",
                        422,
                        "resultat"),
                post(
                        "message de 5 000 caractères",
                        chemin + "/achevement",
                        "{\"donnees\":{\"resultat\":\"INCOMPLET\",\"message\":\"" + LONG_5000 + "\"}}",
                        422,
                        "message"),
                post(
                        "message avec un caractère nul",
                        chemin + "/achevement",
                        "{\"donnees\":{\"resultat\":\"INCOMPLET\",\"message\":\"a\\u0000b\"}}",
                        422,
                        "message"),
                post("réaffectation sans corps", chemin + "/reaffectation", null, 400, null),
                post(
                        "réaffectation d'une tâche non détenue",
                        chemin + "/reaffectation",
                        "{\"agent\":\"x\",\"motif\":\"y\"}",
                        403,
                        null),
                post("dépôt d'une tâche libre", chemin + "/depot", "{}", 409, null),
                post("dépôt au motif nombre", chemin + "/depot", "{\"motif\":3}", 422, "motif"));
    }

    @Test
    void une_cle_d_idempotence_trop_longue_est_refusee_sur_son_champ() {
        preparer();
        Reponse refus = api.avec("Idempotency-Key", "k".repeat(201))
                .post("/api/v1/usagers", personne().toString());
        Francais.verifierRefus(refus, 422);
        assertThat(refus.json().path("erreurs").path(0).path("champ").asString())
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void un_corps_de_dix_megaoctets_est_refuse_meme_sans_longueur_annoncee() {
        preparer();
        byte[] corps = ("{\"mois\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);
        Francais.verifierRefus(api.appeler("POST", "/api/v1/simulations/rsa", "application/json", corps), 413);
        Francais.verifierRefus(api.envoyerParMorceaux("/api/v1/simulations/rsa", corps), 413);
    }

    @Test
    void un_autre_type_que_json_est_refuse() {
        preparer();
        byte[] corps = "<x/>".getBytes(StandardCharsets.UTF_8);
        for (String chemin : List.of("/api/v1/simulations/rsa", "/api/v1/usagers", "/api/v1/dossiers")) {
            Francais.verifierRefus(api.appeler("POST", chemin, "application/xml", corps), 415);
            Francais.verifierRefus(api.appeler("POST", chemin, "pas/un type", corps), 415);
        }
        Francais.verifierRefus(
                api.appeler("POST", "/api/v1/dossiers/" + dossier.numero() + "/pieces", "application/json", corps),
                415);
    }

    @Test
    void un_format_de_reponse_impossible_est_refuse() {
        preparer();
        Francais.verifierRefus(api.avec("Accept", "image/gif").get("/api/v1/dossiers/" + dossier.numero()), 406);
    }

    @Test
    void un_texte_en_octets_illisibles_est_refuse() {
        preparer();
        byte[] corps = "{\"mois\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
        Francais.verifierRefus(api.appeler("POST", "/api/v1/simulations/rsa", "application/json", corps), 400);
    }

    @Test
    void un_formulaire_mal_forme_est_refuse() {
        preparer();
        String chemin = "/api/v1/dossiers/" + dossier.numero() + "/pieces";
        String type = "PIECE_IDENTITE";
        Francais.verifierRefus(api.deposer(chemin, null, "a.pdf", new byte[] {1}), 422);
        Francais.verifierRefus(api.deposer(chemin, type, null, null), 422);
        Francais.verifierRefus(
                api.deposer(chemin, "INCONNUE", "a.png", fr.jalon.essais.FichiersInventes.png(5, 5)), 422);
        Francais.verifierRefus(
                api.deposer(chemin, LONG_5000, "a.png", fr.jalon.essais.FichiersInventes.png(5, 5)), 422);
        Francais.verifierRefus(api.deposer(chemin, type, "a.exe", "MZ".getBytes(StandardCharsets.UTF_8)), 415);
        Francais.verifierRefus(api.deposer(chemin, type, "a.pdf", new byte[0]), 422);
        Francais.verifierRefus(api.deposer(chemin, type, "a.pdf", new byte[10 * 1024 * 1024 + 1]), 413);
        Francais.verifierRefus(
                api.appeler("POST", chemin, "multipart/form-data", "rien".getBytes(StandardCharsets.UTF_8)), 400);
        Francais.verifierRefus(
                api.appeler(
                        "POST", chemin, "multipart/form-data; boundary=x", "--y\r\n".getBytes(StandardCharsets.UTF_8)),
                422);
    }

    @Test
    void les_jokers_sql_ne_trouvent_rien_de_plus() {
        preparer();
        for (String q : List.of("%", "_", "%%%", "\\", "' or 1=1 --", "\"", "🙂", "*", "+", "-")) {
            for (String liste : List.of("/api/v1/dossiers", "/api/v1/taches")) {
                Reponse reponse = api.get(liste + "?q=" + url(q));
                assertThat(reponse.statut()).as(q + " " + reponse.texte()).isEqualTo(200);
                assertThat(reponse.json().path("total").asLong())
                        .as(liste + " " + q)
                        .isZero();
            }
        }
        assertThat(api.get("/api/v1/dossiers?q=" + url("  "))
                        .json()
                        .path("total")
                        .asLong())
                .isPositive();
    }

    @TestFactory
    Stream<DynamicTest> un_champ_que_l_appel_ne_connait_pas_est_refuse_sur_son_nom() {
        preparer();
        String orientations = "/api/v1/dossiers/" + dossier.numero() + "/orientations";
        String tachesDe = "/api/v1/taches/" + tache;
        return jouer(
                post(
                        "personne",
                        "/api/v1/usagers",
                        modifier(personne(), p -> p.put("antenne", "BLOSNE")),
                        422,
                        "antenne"),
                post("id d'une personne", "/api/v1/usagers", modifier(personne(), p -> p.put("id", "x")), 422, "id"),
                post("dépôt", "/api/v1/dossiers", modifier(depot(), d -> d.put("urgent", true)), 422, "urgent"),
                post(
                        "données d'un dépôt",
                        "/api/v1/dossiers",
                        modifier(depot(), d -> donnees(d).put("montant", 1)),
                        422,
                        "donnees.montant"),
                post("simulation", "/api/v1/simulations/rsa", "{\"mois\":\"2026-05\",\"moi\":1}", 422, "moi"),
                post("adulte", "/api/v1/simulations/rsa", "{\"adultes\":[{\"ages\":1}]}", 422, "adultes[0].ages"),
                post("orientation", orientations, "{\"parcours\":\"SOCIAL\",\"fini\":true}", 422, "fini"),
                post("dépôt d'une tâche", tachesDe + "/depot", "{\"raison\":\"x\"}", 422, "raison"),
                post("achèvement", tachesDe + "/achevement", "{\"donnees\":{},\"force\":true}", 422, "force"),
                post(
                        "réponse d'un formulaire",
                        tachesDe + "/achevement",
                        "{\"donnees\":{\"resultat\":\"COMPLET\",\"valide\":true}}",
                        422,
                        "valide"),
                post(
                        "table de décision",
                        "/api/v1/decisions/quartier-antenne/evaluations",
                        "{\"entrees\":{\"quartier\":\"Q1\",\"quartiers\":\"Q2\"}}",
                        422,
                        "entrees.quartiers"));
    }

    @TestFactory
    Stream<DynamicTest> un_texte_illisible_est_refuse_sur_son_champ() {
        preparer();
        List<Cas> cas = new ArrayList<>();
        for (String mauvais : List.of("a\\u0000b", "a\\u0007b", "a\\u202eb", "a\\u2066b", "a\\ud83db")) {
            cas.add(post(
                    "courriel " + mauvais,
                    "/api/v1/usagers",
                    personne().toString().replace("\"courriel\":null", "\"courriel\":\"" + mauvais + "\""),
                    422,
                    "courriel"));
            cas.add(post(
                    "entrée " + mauvais,
                    "/api/v1/decisions/quartier-antenne/evaluations",
                    "{\"entrees\":{\"quartier\":\"" + mauvais + "\"}}",
                    422,
                    "entrees.quartier"));
            cas.add(post(
                    "réponse " + mauvais,
                    "/api/v1/taches/" + tache + "/achevement",
                    "{\"donnees\":{\"resultat\":\"INCOMPLET\",\"message\":\"" + mauvais + "\"}}",
                    422,
                    "message"));
            cas.add(post(
                    "motif " + mauvais,
                    "/api/v1/taches/" + tache + "/depot",
                    "{\"motif\":\"" + mauvais + "\"}",
                    422,
                    "motif"));
            cas.add(post(
                    "données " + mauvais,
                    "/api/v1/dossiers",
                    modifier(depot(), d -> donnees(d).put("bmaf", "MAUVAIS")).replace("MAUVAIS", mauvais),
                    422,
                    "donnees.bmaf"));
        }
        return jouer(cas.toArray(Cas[]::new));
    }

    @Test
    void rien_n_est_ecrit_a_moitie_quand_une_saisie_est_refusee() {
        preparer();
        List<String> tables = List.of(
                "personne",
                "dossier",
                "demande_rsa",
                "piece_attendue",
                "dossier_ouvert",
                "idempotence",
                "ACT_RU_EXECUTION");
        ObjectNode premier = depot();
        ObjectNode second = depot();
        List<Long> avant = compter(tables);
        api.post("/api/v1/usagers", modifier(personne(), p -> p.put("quartier", "Q13")));
        api.post("/api/v1/dossiers", modifier(premier, d -> donnees(d).put("dateDepot", "2020-01-01")));
        api.avec("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/dossiers", modifier(second, d -> donnees(d).remove("adultes")));
        assertThat(compter(tables)).isEqualTo(avant);
    }

    private List<Long> compter(List<String> tables) {
        return tables.stream()
                .map(t -> jdbc.queryForObject("select count(*) from " + t, Long.class))
                .toList();
    }

    private Stream<DynamicTest> jouer(Cas... cas) {
        preparer();
        return Stream.of(cas).map(c -> DynamicTest.dynamicTest(c.nom(), () -> verifier(c)));
    }

    private void verifier(Cas cas) {
        ClientApi appelant = "CLE".equals(cas.corps()) ? api.avec("Idempotency-Key", "k".repeat(201)) : api;
        String corps = "CLE".equals(cas.corps()) ? personne().toString() : cas.corps();
        Reponse reponse = appelant.appeler(
                cas.methode(),
                cas.chemin(),
                corps == null ? null : "application/json",
                corps == null ? null : corps.getBytes(StandardCharsets.UTF_8));
        Francais.verifierRefus(reponse, cas.statut());
        if (cas.champ() != null) {
            assertThat(reponse.json().path("erreurs"))
                    .as(reponse.texte())
                    .anySatisfy(e -> assertThat(e.path("champ").asString()).isEqualTo(cas.champ()));
        }
    }

    private static Cas get(String nom, String chemin, String champ) {
        return new Cas(nom, "GET", chemin, null, 422, champ);
    }

    private static Cas post(String nom, String chemin, String corps, int statut, String champ) {
        return new Cas(nom, "POST", chemin, corps, statut, champ);
    }

    private record Modification(String nom, Consumer<ObjectNode> acte, String champ) {}

    private static Modification cas(String nom, Consumer<ObjectNode> acte, String champ) {
        return new Modification(nom, acte, champ);
    }

    private Collection<Cas> simulations(Modification... modifications) {
        return Stream.of(modifications)
                .map(m -> post(
                        m.nom(),
                        "/api/v1/simulations/rsa",
                        modifier((ObjectNode) monde.json(Exemples.SIMULATION), m.acte()),
                        422,
                        m.champ()))
                .toList();
    }

    private Collection<Cas> personnes(Modification... modifications) {
        return Stream.of(modifications)
                .map(m -> post(m.nom(), "/api/v1/usagers", modifier(personne(), m.acte()), 422, m.champ()))
                .toList();
    }

    private Collection<Cas> depots(Modification... modifications) {
        return Stream.of(modifications)
                .map(m -> post(m.nom(), "/api/v1/dossiers", modifier(depot(), m.acte()), 422, m.champ()))
                .toList();
    }

    private static String modifier(ObjectNode noeud, Consumer<ObjectNode> acte) {
        acte.accept(noeud);
        return noeud.toString();
    }

    private ObjectNode personne() {
        return (ObjectNode) monde.json("""
                {"civilite": "MME", "nom": "Refusée", "prenoms": "Zoé", "dateNaissance": "1990-04-02",
                 "adresse": "3 allée Imaginaire", "quartier": "Q1", "telephone": null, "courriel": null}
                """);
    }

    private ObjectNode depot() {
        ObjectNode depot = (ObjectNode) monde.json("{\"dispositif\":\"RSA\",\"canal\":\"GUICHET\"}");
        depot.put("usagerId", monde.personne().id().toString());
        depot.set("donnees", monde.situation());
        return depot;
    }

    private static ObjectNode donnees(ObjectNode depot) {
        return (ObjectNode) depot.path("donnees");
    }

    private static ObjectNode adulte(ObjectNode situation) {
        return (ObjectNode) situation.path("adultes").path(0);
    }

    private static ObjectNode ressource(ObjectNode situation) {
        JsonNode ressource = adulte(situation).path("ressources").path(0);
        return (ObjectNode) ressource;
    }

    private static String url(String texte) {
        return URLEncoder.encode(texte, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
