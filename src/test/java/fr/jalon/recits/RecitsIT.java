package fr.jalon.recits;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.essais.BaseReelle;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.Monde;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.web.Visite;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Eight lives, each one invented person from the first visit to the end across every dispositif. What breaks is between
 * dispositifs, where the test of one does not look: so each story is written as it is lived, and read (docs/recits).
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jalon.demonstration.demandes-de-depart=false",
            "jalon.fichiers=${jalon.essais}/recits/fichiers",
            "jalon.echanges=${jalon.essais}/recits/echanges",
            "jalon.scelles=${jalon.essais}/recits/scelles/journal.txt"
        })
@ActiveProfiles({"demonstration", "essai"})
@ContextConfiguration(initializers = BaseReelle.class)
@Import(EssaiConfiguration.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecitsIT {

    static final String MOT_DE_PASSE = "jalon-demo-2026";

    private static final LocalDate LUNDI = EssaiConfiguration.DEPART.toLocalDate();

    private static Navigateur navigateur;

    @LocalServerPort
    private int port;

    @Autowired
    private Monde monde;

    @Autowired
    private HorlogeReglable montre;

    private Equipe equipe;
    private Recit recit;
    private Gestes gestes;

    @BeforeAll
    static void lancer() {
        navigateur = new Navigateur();
    }

    @AfterAll
    static void fermer() {
        navigateur.close();
    }

    @AfterEach
    void remettreLHeure() {
        montre.regler(EssaiConfiguration.DEPART);
    }

    private void ouvrir(String fichier, String titre, String resume, LocalDate jour) {
        equipe = new Equipe(monde);
        recit = new Recit(monde, montre, fichier, titre, resume);
        gestes = new Gestes(monde, equipe, recit);
        recit.commencer(jour);
    }

    /** What each role of the antenne reads on the card of the person, another antenne included. */
    private void ceQueChacunVoit() {
        recit.intertitre("Ce que chacun voit à la fin");
        String fiche = "/usagers/" + recit.personne();
        recit.ceQueVoit(navigateur, port, Gestes.ACCUEIL, "L'accueil, sur la fiche de la personne", fiche, "main");
        recit.ceQueVoit(
                navigateur, port, Gestes.INSTRUCTEUR, "L'instructeur, sur la fiche de la personne", fiche, "main");
        recit.ceQueVoit(navigateur, port, Gestes.ALI, "La référente, sur la fiche de la personne", fiche, "main");
        recit.ceQueVoit(navigateur, port, "instructeur.blosne", "L'instructeur d'une autre antenne", fiche, "main");
    }

    private static Map<String, Object> fiche(
            String civilite, String nom, String prenoms, String naissance, String rue) {
        Map<String, Object> f = new LinkedHashMap<>();
        f.put("civilite", civilite);
        f.put("nom", nom);
        f.put("prenoms", prenoms);
        f.put("dateNaissance", naissance);
        f.put("adresse", rue + "\n35000 Rennes");
        f.put("quartier", "Q1");
        f.put("telephone", "06 39 98 00 " + (10 + Math.floorMod(nom.hashCode(), 90)));
        f.put("langue", "fr");
        return f;
    }

    private static Map<String, Object> adulte(String nationalite, Object... champs) {
        Map<String, Object> a = new LinkedHashMap<>();
        a.put("nationalite", nationalite);
        a.put("etudiant", false);
        a.put("enceinte", false);
        a.put("heuresTravaillees3Ans", 0);
        a.put("residenceStable", true);
        a.put("enConge", false);
        a.put("droitsPrioritairesDemandes", true);
        a.put("ressources", List.of());
        for (int i = 0; i < champs.length; i += 2) {
            a.put((String) champs[i], champs[i + 1]);
        }
        return a;
    }

    private static Map<String, Object> situation(Map<String, Object> adulte, Object... champs) {
        Map<String, Object> s = new LinkedHashMap<>();
        s.put("adultes", List.of(adulte));
        s.put("enfants", List.of());
        s.put("isole", true);
        s.put("logement", Map.of("statut", "LOCATAIRE", "aideLogementMensuelle", 271, "participeAuxFrais", true));
        s.put("prestationsFamiliales", Map.of("af", 0, "complementFamilial", 0, "pajeBase", 0, "asf", 0));
        for (int i = 0; i < champs.length; i += 2) {
            s.put((String) champs[i], champs[i + 1]);
        }
        return s;
    }

    @Test
    @Order(1)
    void une_mere_seule_avec_un_bebe_qui_vient_de_naitre() {
        ouvrir(
                "1-mere-seule-bebe.md",
                "Yasmina, seule avec un bébé qui vient de naître",
                "Yasmina a 32 ans. Lila est née le 12 mai 2026 ; le père est parti. Elle n'a plus de revenu depuis la fin"
                        + " de son congé.",
                LUNDI);
        gestes.premiereVisite(
                "Yasmina vient à l'accueil de Kléber avec son bébé : elle n'a plus de ressource. Maëlle Fictif-Guichet"
                        + " note sa visite.",
                fiche("MME", "Inventée-Fougère", "Yasmina", "1994-02-10", "12 allée Imaginaire"));
        String rsa = gestes.deposer(
                "Elle dépose sa demande de RSA avec l'accueil. La pension alimentaire n'a pas été demandée, elle n'en a"
                        + " pas parlé.",
                situation(
                        adulte("FR"),
                        "enfants",
                        List.of(Map.of(
                                "prenoms",
                                "Lila",
                                "nom",
                                "Inventée-Fougère",
                                "dateNaissance",
                                "2026-05-12",
                                "alternee",
                                false,
                                "ressources",
                                List.of())),
                        "isolement",
                        Map.of("evenement", "NAISSANCE", "depuis", "2026-05-12"),
                        "prestationsFamiliales",
                        Map.of("af", 0, "complementFamilial", 0, "pajeBase", 198.16, "asf", 0)));
        gestes.courrierDuJour();
        recit.jusquAu(LUNDI.plusDays(2));
        gestes.demanderLesPieces(rsa, "Une photo lisible du livret de famille convient.");
        gestes.courrierDuJour();
        recit.jusquAu(LUNDI.plusDays(11));
        gestes.completer(rsa);
        gestes.proposerAccord(rsa);
        recit.jusquAu(LUNDI.plusDays(22));
        gestes.accordDeLaCaf(rsa, 779.10);
        gestes.courrierDuJour();
        recit.jusquAu(LUNDI.plusDays(24));
        String ori = gestes.dernier("ORI");
        gestes.situer(
                ori,
                Map.of(
                        "situationEmploi", "SANS_EMPLOI_RECENT",
                        "enfants", 1,
                        "parentIsole", "OUI",
                        "freinGarde", "FORT",
                        "hebergement", "STABLE",
                        "projet", "PAS_MAINTENANT",
                        "attentes", "Elle veut d'abord s'occuper de Lila."));
        gestes.orienterChezNous(ori, "SOCIAL", "2026-07-06", "10h00", null);
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 7, 6));
        gestes.premierRendezVous(ori);
        gestes.diagnostiquer(ori, "Lila d'abord ; la garde bloque le reste.", 2, 1, 2, 2, 2, 1);
        gestes.contrat(
                ori,
                "Trouver une place de crèche, garder un temps pour soi",
                5,
                "PARENT_ISOLE",
                "Demander une place en crèche",
                "Venir à l'atelier parents du jeudi");
        gestes.signerLeContrat(ori);
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2027, 1, 6));
        gestes.faireLePoint(
                ori, "Lila a une place de crèche, Yasmina commence un emploi de jour.", "SORTIR", "EMPLOI_DURABLE");
        gestes.courrierDuJour();
        ceQueChacunVoit();
        recit.approuver();
    }

    @Test
    @Order(2)
    void un_europeen_paye_a_la_journee() {
        ouvrir(
                "2-europeen-paye-a-la-journee.md",
                "Ionuț, Roumain, payé à la journée",
                "Ionuț a 41 ans, vit à Rennes depuis trois ans et travaille dans le bâtiment, quelques jours par mois,"
                        + " déclarés. Il loge chez un cousin et participe aux frais.",
                LocalDate.of(2026, 6, 8));
        Map<String, Object> fiche = fiche("M", "Inventé-Orme", "Ionuț", "1985-01-20", "4 rue de la Chimère");
        fiche.put("langue", "ro");
        gestes.premiereVisite(
                "Ionuț vient à l'accueil de Kléber avec ses fiches de paie ; un collègue traduit.", fiche);
        String rsa = gestes.deposer(
                "Il dépose sa demande de RSA avec l'accueil.",
                situation(
                        adulte(
                                "RO",
                                "droitSejourEuropeen",
                                "TRAVAILLE",
                                "anneesTitre",
                                3,
                                "ressources",
                                List.of(
                                        ressource("SALAIRE_NET", "2026-03", 240),
                                        ressource("SALAIRE_NET", "2026-04", 410.50),
                                        ressource("SALAIRE_NET", "2026-05", 180))),
                        "logement",
                        Map.of(
                                "statut",
                                "HEBERGE_PARTICIPATION",
                                "aideLogementMensuelle",
                                0,
                                "participeAuxFrais",
                                true)));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 6, 10));
        gestes.completer(rsa);
        gestes.proposerAccord(rsa);
        recit.jusquAu(LocalDate.of(2026, 6, 24));
        gestes.accordDeLaCaf(rsa, 375.22);
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 6, 29));
        String ori = gestes.dernier("ORI");
        gestes.situer(
                ori,
                Map.of(
                        "situationEmploi", "EN_EMPLOI",
                        "enfants", 0,
                        "projet", "EMPLOI",
                        "qualification", "CAP",
                        "freinLangue", "MOYEN",
                        "hebergement", "STABLE",
                        "freinSante", "AUCUN"));
        gestes.orienterAilleurs(ori, "EMPLOI", "FRANCE_TRAVAIL", null, null);
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 7, 3));
        recit.acte(
                "France Travail téléphone la date du premier rendez-vous ; Fatou Songe-Bruyère la note.",
                () -> equipe.faire(
                        Gestes.ALI,
                        ori,
                        "SuivrePartenaire",
                        Map.of(
                                "resultat", "RENDEZ_VOUS",
                                "date", "2026-07-10",
                                "heure", "9h30",
                                "lieu", "France Travail, 1 rue de l'Exemple, Rennes",
                                "referent", "Conseiller Inventé-Saule")));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 7, 13));
        recit.acte(
                "France Travail dit que la rencontre a eu lieu ; Fatou Songe-Bruyère le note.",
                () -> equipe.faire(
                        Gestes.ALI,
                        ori,
                        "SuivrePartenaire",
                        Map.of("resultat", "RENCONTREE", "referent", "Conseiller Inventé-Saule")));
        gestes.courrierDuJour();
        ceQueChacunVoit();
        recit.approuver();
    }

    @Test
    @Order(3)
    void un_homme_sans_domicile_au_dos_abime() {
        ouvrir(
                "3-sans-domicile-dos-abime.md",
                "Bakary, sans domicile, le dos abîmé",
                "Bakary a 54 ans. Il dort dans un centre d'urgence depuis mars et ne peut plus porter. Il n'a aucune"
                        + " ressource.",
                LocalDate.of(2026, 6, 9));
        Map<String, Object> fiche = fiche("M", "Inventé-Tilleul", "Bakary", "1972-04-02", "");
        fiche.remove("adresse");
        fiche.put("domiciliation", "CCAS");
        gestes.premiereVisite("Bakary vient à l'accueil de Kléber : il n'a rien depuis deux mois.", fiche);
        String rsa = gestes.deposer(
                "Il dépose sa demande de RSA avec l'accueil.",
                situation(
                        adulte("FR"),
                        "logement",
                        Map.of(
                                "statut",
                                "SANS_DOMICILE_STABLE",
                                "aideLogementMensuelle",
                                0,
                                "participeAuxFrais",
                                false)));
        recit.acte(
                "L'accueil signale qu'il n'a aucune ressource.",
                () -> equipe.envoyer(
                        Gestes.ACCUEIL,
                        "/dossiers/" + rsa + "/signalements",
                        Map.of(
                                "signalement",
                                "URGENCE",
                                "signaler-motif",
                                "Rien depuis deux mois, dort en centre d'urgence.")));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 6, 10));
        gestes.completer(rsa);
        gestes.proposerAccord(rsa);
        recit.jusquAu(LocalDate.of(2026, 6, 18));
        gestes.accordDeLaCaf(rsa, 651.69);
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 6, 22));
        String ori = gestes.dernier("ORI");
        gestes.situer(
                ori,
                Map.of(
                        "situationEmploi", "SANS_EMPLOI_ANCIEN",
                        "enfants", 0,
                        "hebergement", "URGENCE",
                        "freinSante", "FORT",
                        "freinLogement", "FORT",
                        "projet", "A_DEFINIR"));
        gestes.orienterChezNous(ori, "SOCIAL", "2026-07-02", "14h00", null);
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 7, 2));
        gestes.premierRendezVous(ori);
        gestes.diagnostiquer(ori, "Un toit et son dos d'abord.", 2, 1, 1, 0, 1, 1);
        gestes.contrat(
                ori,
                "Trouver un logement, se soigner",
                0,
                "SANTE",
                "Déposer une demande de logement social",
                "Prendre rendez-vous au centre d'examens de santé");
        gestes.signerLeContrat(ori);
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2027, 1, 4));
        gestes.faireLePoint(
                ori,
                "Bakary est logé ; l'allocation aux adultes handicapés lui est accordée.",
                "SORTIR",
                "AUTRE_DROIT");
        gestes.courrierDuJour();
        ceQueChacunVoit();
        recit.approuver();
    }

    @Test
    @Order(4)
    void une_jeune_qui_a_travaille_3_214_heures() {
        ouvrir(
                "4-jeune-3214-heures.md",
                "Maëva, 22 ans, 3 214 heures de travail",
                "Maëva a travaillé trois ans en restauration, 3 214 heures exactement ; son employeur a fermé.",
                LocalDate.of(2026, 6, 11));
        gestes.premiereVisite(
                "Maëva vient à l'accueil de Kléber avec ses bulletins de salaire.",
                fiche("MME", "Inventée-Genêt", "Maëva", "2004-02-17", "9 cours de l'Hypothèse"));
        String rsa = gestes.deposer(
                "Elle dépose sa demande de RSA avec l'accueil.",
                situation(adulte("FR", "heuresTravaillees3Ans", 3214)));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 6, 15));
        gestes.completer(rsa);
        gestes.proposerAccord(rsa);
        recit.jusquAu(LocalDate.of(2026, 6, 30));
        gestes.accordDeLaCaf(rsa, 573.49);
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 7, 2));
        String ori = gestes.dernier("ORI");
        gestes.situer(
                ori,
                Map.of(
                        "situationEmploi", "SANS_EMPLOI_RECENT",
                        "enfants", 0,
                        "hebergement", "STABLE",
                        "projet", "EMPLOI",
                        "qualification", "SANS",
                        "seProjette", "OUI",
                        "freinMobilite", "MOYEN"));
        gestes.orienterAilleurs(
                ori,
                "SOCIO_PROFESSIONNEL",
                "MISSION_LOCALE",
                null,
                "Vous voulez être suivie avec des jeunes de votre âge.");
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 7, 6));
        String suivi = monde.bean(org.springframework.jdbc.core.JdbcTemplate.class)
                .queryForObject(
                        "select p.id from proposition_partenaire p join dossier d on d.id = p.dossier_id where d.numero = ?",
                        String.class,
                        ori);
        recit.acte(
                "Elif Factice-Kumquat, conseillère de la Mission locale, donne le premier rendez-vous dans son espace.",
                () -> equipe.envoyer(
                        "partenaire.missionlocale",
                        "/partenaire/orientations/" + suivi + "/reponse",
                        Map.of(
                                "reponse", "ACCEPTER",
                                "date", "2026-07-15",
                                "heure", "10h00",
                                "lieu", "Mission locale, 1 rue de l'Exemple, Rennes",
                                "referent", "Elif Factice-Kumquat")));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 7, 15));
        montre.regler(LocalDate.of(2026, 7, 15).atTime(11, 0));
        recit.acte(
                "Elif Factice-Kumquat note que Maëva est venue.",
                () -> equipe.envoyer(
                        "partenaire.missionlocale",
                        "/partenaire/orientations/" + suivi + "/rendez-vous",
                        Map.of("resultat", "TENU")));
        gestes.courrierDuJour();
        ceQueChacunVoit();
        recit.approuver();
    }

    @Test
    @Order(5)
    void un_couple_refuse_puis_accepte_quand_la_situation_change() {
        ouvrir(
                "5-couple-refuse-puis-accepte.md",
                "Noé et Inès : refusés, puis acceptés quand la situation change",
                "Noé, 27 ans, est étudiant ; Inès, 26 ans, a un contrat qui finit en juin. Elle gagne 1 420 euros.",
                LocalDate.of(2026, 6, 12));
        gestes.premiereVisite(
                "Noé vient à l'accueil de Kléber : le couple n'y arrive plus.",
                fiche("M", "Inventé-Sorbier", "Noé", "1999-03-08", "21 square du Mirage"));
        Map<String, Object> ines = adulte(
                "FR",
                "prenoms",
                "Inès",
                "nom",
                "Inventée-Prunier",
                "dateNaissance",
                "1999-11-30",
                "ressources",
                List.of(
                        ressource("SALAIRE_NET", "2026-03", 1420),
                        ressource("SALAIRE_NET", "2026-04", 1420),
                        ressource("SALAIRE_NET", "2026-05", 1420)));
        Map<String, Object> donnees =
                situation(adulte("FR", "etudiant", true, "stagiaireFormation", false), "isole", false);
        donnees.put("adultes", List.of(adulte("FR", "etudiant", true, "stagiaireFormation", false), ines));
        String rsa = gestes.deposer("Il dépose la demande du couple avec l'accueil.", donnees);
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 6, 16));
        gestes.completer(rsa);
        recit.acte(
                "Samuel Exemple-Lavande instruit la demande et propose le rejet : les ressources du couple dépassent le RSA.",
                () -> equipe.faire(
                        Gestes.INSTRUCTEUR,
                        rsa,
                        "InstruireDemande",
                        Map.of("proposition", "DEFAVORABLE", "motifs", List.of("RESSOURCES"), "c2s", true)));
        recit.acte(
                "Hélène Fable-Corail, responsable d'antenne, relit et valide la proposition de rejet.",
                () -> equipe.faire(
                        Gestes.RESPONSABLE,
                        rsa,
                        "ValiderRejet",
                        Map.of("validation", "OUI", "motif", "Relu, conforme.")));
        recit.jusquAu(LocalDate.of(2026, 6, 26));
        recit.acte(
                "La Caf rejette la demande ; Samuel Exemple-Lavande enregistre sa décision.",
                () -> equipe.faire(
                        Gestes.INSTRUCTEUR,
                        rsa,
                        "EnregistrerDecisionCaf",
                        Map.of(
                                "decision", "REJET",
                                "date", "2026-06-24",
                                "reference", "CAF-INVENTÉE-5",
                                "motifs", List.of("RESSOURCES"))));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 11, 2));
        recit.acte(
                "Le contrat d'Inès est fini depuis le 30 juin, sans droit au chômage. Samuel Exemple-Lavande dépose une nouvelle demande à"
                        + " partir de l'ancienne ; il retire le salaire, et ne récrit rien d'autre.",
                () -> nouvelleDemande(rsa));
        String seconde = gestes.dernier("RSA");
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 11, 6));
        gestes.completer(seconde);
        gestes.proposerAccord(seconde);
        recit.jusquAu(LocalDate.of(2026, 11, 20));
        gestes.accordDeLaCaf(seconde, 836.21);
        gestes.courrierDuJour();
        ceQueChacunVoit();
        recit.approuver();
    }

    /** By the screen, from the ended dossier: the spouse has no resource left over the three months that count. */
    private void nouvelleDemande(String ancienne) {
        try (Visite v = new Visite(navigateur, port, Navigateur.LARGE, Gestes.INSTRUCTEUR, MOT_DE_PASSE)) {
            v.aller("/dossiers/" + ancienne);
            v.presser("a:has-text('Déposer une nouvelle demande')");
            v.page()
                    .locator("#conjoint button[value^='retirer:adultes[1].lignes']")
                    .click();
            v.bouton("Déposer la demande");
            assertThat(v.page().url()).as(v.texte()).contains("/dossiers/RSA-");
        }
    }

    @Test
    @Order(6)
    void une_personne_qu_un_partenaire_refuse_puis_qu_un_autre_recoit() {
        ouvrir(
                "6-refusee-par-un-partenaire.md",
                "Awa, refusée par un partenaire, reçue par un autre",
                "Awa a 38 ans et se sent seule depuis son arrivée à Rennes. Elle ne demande pas le RSA.",
                LocalDate.of(2026, 6, 15));
        Map<String, Object> fiche = fiche("MME", "Inventée-Lilas", "Awa", "1988-08-08", "2 mail de l'Ébauche");
        gestes.premiereVisite("Awa vient à l'accueil de Kléber pour parler de ses journées.", fiche, "AUTRE");
        recit.acte(
                "Maëlle Fictif-Guichet, de l'accueil, lui propose d'être orientée vers l'APRAS ; Awa est d'accord jusqu'à la fin"
                        + " de l'année.",
                () -> equipe.envoyer(
                        Gestes.ACCUEIL,
                        "/usagers/" + recit.personne() + "/orientation-partenaire",
                        Map.of(
                                "destinataire", "APRAS",
                                "besoins", "LIEN_SOCIAL",
                                "message", "Elle préfère le matin.",
                                "consentement", "oui",
                                "jusquAu", "2026-12-15")));
        String par = gestes.dernier("PAR");
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 6, 18));
        recit.acte(
                "L'APRAS téléphone : le groupe est complet. Fatou Songe-Bruyère le note.",
                () -> equipe.faire(
                        Gestes.ALI,
                        par,
                        "EnregistrerReponsePartenaire",
                        Map.of(
                                "reponse",
                                "REFUSER",
                                "motif",
                                "SANS_PLACE",
                                "precision",
                                "Le groupe du matin est plein.")));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 6, 19));
        recit.acte(
                "Fatou Songe-Bruyère et Awa choisissent un autre partenaire, les centres sociaux ; Awa donne son accord pour eux.",
                () -> equipe.faire(
                        Gestes.ALI,
                        par,
                        "ChoisirSuite",
                        Map.of(
                                "suite", "AUTRE_PARTENAIRE",
                                "destinataire", "ARCS",
                                "consentement", true,
                                "jusquAu", "2026-12-15",
                                "motif", "Le centre social est plus près de chez elle.")));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 6, 24));
        recit.acte(
                "Le centre social accepte et donne un rendez-vous ; Fatou Songe-Bruyère le note.",
                () -> equipe.faire(
                        Gestes.ALI,
                        par,
                        "EnregistrerReponsePartenaire",
                        Map.of(
                                "reponse", "ACCEPTER",
                                "date", "2026-07-01",
                                "heure", "10h00",
                                "lieu", "Centre social du Mirage, 5 square du Mirage, Rennes")));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 7, 2));
        recit.acte(
                "Awa est allée au rendez-vous ; Fatou Songe-Bruyère le note.",
                () -> equipe.faire(Gestes.ALI, par, "NoterPremierRendezVous", Map.of("resultat", "TENU")));
        recit.jusquAu(LocalDate.of(2026, 9, 1));
        recit.acte(
                "Awa vient aux ateliers chaque semaine ; Fatou Songe-Bruyère note le résultat.",
                () -> equipe.faire(
                        Gestes.ALI,
                        par,
                        "NoterResultat",
                        Map.of("resultat", "SUIVIE", "precision", "Elle anime un atelier cuisine.")));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 9, 8));
        recit.acte(
                "Awa donne son avis.",
                () -> equipe.faire(
                        Gestes.ALI,
                        par,
                        "RecueillirEvaluation",
                        Map.of("souhait", "OUI", "accueil", "4", "utilite", "4")));
        gestes.courrierDuJour();
        ceQueChacunVoit();
        recit.approuver();
    }

    @Test
    @Order(7)
    void un_manquement_puis_une_mise_en_regle() {
        ouvrir(
                "7-manquement-puis-mise-en-regle.md",
                "Kévin ne vient pas signer, puis se met en règle",
                "Kévin a 33 ans et vit seul. Il touche le RSA ; il manque la signature de son contrat.",
                LocalDate.of(2026, 6, 16));
        gestes.premiereVisite(
                "Kévin vient à l'accueil de Kléber.",
                fiche("M", "Inventé-Cormier", "Kévin", "1993-05-05", "17 avenue de la Fable"));
        String rsa = gestes.deposer("Il dépose sa demande de RSA avec l'accueil.", situation(adulte("FR")));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 6, 17));
        gestes.completer(rsa);
        gestes.proposerAccord(rsa);
        recit.jusquAu(LocalDate.of(2026, 7, 1));
        gestes.accordDeLaCaf(rsa, 573.49);
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 7, 3));
        String ori = gestes.dernier("ORI");
        gestes.situer(
                ori,
                Map.of(
                        "situationEmploi", "SANS_EMPLOI_ANCIEN",
                        "enfants", 0,
                        "hebergement", "STABLE",
                        "projet", "A_DEFINIR",
                        "freinMobilite", "FORT"));
        gestes.orienterChezNous(ori, "SOCIO_PROFESSIONNEL", "2026-07-16", "11h15", null);
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 7, 16));
        gestes.premierRendezVous(ori);
        gestes.diagnostiquer(ori, "La mobilité bloque l'emploi.", 2, 1, 2, 2, 2, 0);
        gestes.contrat(
                ori, "Retrouver un travail", 15, null, "Refaire son CV", "S'inscrire à la plateforme de mobilité");
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 8, 3));
        recit.acte(
                "Kévin n'est pas venu signer le 30 juillet, ni répondu. Fatou Songe-Bruyère ouvre une procédure de manquement.",
                () -> equipe.envoyer(Gestes.ALI, "/dossiers/" + ori + "/manquements", Map.of()));
        String man = gestes.dernier("MAN");
        Map<String, Object> constat = new LinkedHashMap<>();
        constat.put("nature", "CONTRAT_NON_ETABLI");
        constat.put("dateFaits", "2026-07-30");
        constat.put("faits", "Vous n'êtes pas venu signer votre contrat le 30 juillet 2026.");
        constat.put("foyer", "SEUL");
        constat.put("sanction", "SUSPENSION");
        constat.put("taux", 30);
        constat.put("mois", 2);
        recit.acte(
                "Fatou Songe-Bruyère décrit les faits et la suspension envisagée.",
                () -> equipe.faire(Gestes.ALI, man, "ConstaterManquement", constat));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 9, 25));
        Map<String, Object> decision = new LinkedHashMap<>();
        decision.put("decision", "SANCTIONNER");
        decision.put("foyer", "SEUL");
        decision.put("sanction", "SUSPENSION");
        decision.put("taux", 30);
        decision.put("mois", 2);
        decision.put("debut", "2026-10-05");
        decision.put("motif", "Aucune explication n'a été reçue.");
        recit.acte(
                "Hélène Fable-Corail, responsable d'antenne, décide la suspension.",
                () -> equipe.faire(Gestes.RESPONSABLE, man, "DeciderSanction", decision));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 10, 8));
        gestes.signerLeContrat(ori);
        recit.acte(
                "Le contrat est signé : Fatou Songe-Bruyère note que Kévin s'est mis en règle.",
                () -> equipe.faire(
                        Gestes.ALI,
                        man,
                        "SuivreSanction",
                        Map.of("date", "2026-10-08", "motif", "Contrat signé ce matin.")));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2027, 1, 18));
        gestes.faireLePoint(ori, "Kévin travaille en intérim depuis décembre.", "SORTIR", "EMPLOI_COURT");
        gestes.courrierDuJour();
        ceQueChacunVoit();
        recit.approuver();
    }

    @Test
    @Order(8)
    void un_demenagement_puis_un_deces() {
        ouvrir(
                "8-demenagement-puis-deces.md",
                "Marguerite déménage au Blosne, puis décède",
                "Marguerite a 59 ans et vit seule. Elle change de quartier pendant son accompagnement.",
                LocalDate.of(2026, 6, 17));
        Map<String, Object> fiche =
                fiche("MME", "Inventée-Églantine", "Marguerite", "1966-09-12", "30 chemin des Songes");
        gestes.premiereVisite("Marguerite vient à l'accueil de Kléber.", fiche);
        String rsa = gestes.deposer("Elle dépose sa demande de RSA avec l'accueil.", situation(adulte("FR")));
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 6, 19));
        gestes.completer(rsa);
        gestes.proposerAccord(rsa);
        recit.jusquAu(LocalDate.of(2026, 7, 3));
        gestes.accordDeLaCaf(rsa, 573.49);
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 7, 7));
        String ori = gestes.dernier("ORI");
        gestes.situer(
                ori,
                Map.of(
                        "situationEmploi", "SANS_EMPLOI_ANCIEN",
                        "enfants", 0,
                        "hebergement", "STABLE",
                        "freinSante", "FORT",
                        "projet", "PAS_MAINTENANT"));
        gestes.orienterChezNous(ori, "SOCIAL", "2026-07-21", "10h00", null);
        gestes.courrierDuJour();
        recit.jusquAu(LocalDate.of(2026, 7, 21));
        gestes.premierRendezVous(ori);
        recit.jusquAu(LocalDate.of(2026, 8, 17));
        recit.acte(
                "Marguerite a déménagé au Blosne : Maëlle Fictif-Guichet corrige son adresse.",
                () -> demenager(fiche, "4 allée Imaginaire\n35200 Rennes", "Q11"));
        recit.jusquAu(LocalDate.of(2026, 9, 7));
        recit.acte(
                "La sœur de Marguerite dit à Ronan Modèle-Sauge, instructeur au Blosne, qu'elle est morte le 4 septembre."
                        + " Elle n'a pas encore l'acte.",
                () -> equipe.envoyer(
                        "instructeur.blosne",
                        "/usagers/" + recit.personne() + "/deces",
                        Map.of("deces-jour", "2026-09-04", "deces-dit", "Sa sœur, au guichet")));
        recit.jusquAu(LocalDate.of(2026, 9, 10));
        recit.acte(
                "La sœur apporte l'acte de décès à Kléber ; Hélène Fable-Corail le voit et déclare le décès.",
                () -> equipe.envoyer(
                        Gestes.RESPONSABLE,
                        "/usagers/" + recit.personne() + "/deces",
                        Map.of(
                                "deces-jour", "2026-09-04",
                                "deces-preuve", "ACTE",
                                "deces-reference", "Rennes, acte inventé n° 1")));
        recit.jusquAu(LocalDate.of(2026, 10, 15));
        gestes.courrierDuJour();
        ceQueChacunVoit();
        recit.approuver();
    }

    private void demenager(Map<String, Object> fiche, String adresse, String quartier) {
        Map<String, String> saisie = new LinkedHashMap<>();
        fiche.forEach((champ, valeur) -> saisie.put(champ, valeur.toString()));
        saisie.put("adresse", adresse);
        saisie.put("quartier", quartier);
        saisie.put(
                "version",
                Integer.toString(monde.bean(fr.jalon.usager.Personnes.class)
                        .parId(recit.personne())
                        .version()));
        equipe.envoyer(Gestes.ACCUEIL, "/usagers/" + recit.personne() + "/modification", saisie);
    }

    private static Map<String, Object> ressource(String type, String mois, double montant) {
        return Map.of("type", type, "mois", mois, "montant", montant);
    }
}
