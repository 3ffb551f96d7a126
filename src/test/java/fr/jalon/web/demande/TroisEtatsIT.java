package fr.jalon.web.demande;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.rsa.DemandeSimulation.Adulte;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.usager.PersonneVue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** A question is yes, no, or not asked, on the page and by the API: what nobody asked is never a no, nor a refusal. */
@JalonIT
class TroisEtatsIT {

    private static final Pattern CACHES = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final List<String> QUESTIONS = List.of(
            "residenceStable", "etudiant", "stagiaireFormation", "enConge", "enceinte", "droitsPrioritairesDemandes");

    @Autowired
    private Monde monde;

    @Autowired
    private DemandesRsa demandes;

    @Autowired
    private Dossiers dossiers;

    private Agent instructeur;
    private Navigation navigation;

    @BeforeEach
    void preparer() {
        monde.bean(HorlogeReglable.class).regler(EssaiConfiguration.DEPART);
        instructeur = monde.instructeur();
        navigation = new Navigation(monde);
        navigation.connecter(instructeur.identifiant(), Monde.MOT_DE_PASSE);
    }

    private static String etat(String page, String question) {
        for (String etat : List.of("oui", "non", "inconnu")) {
            Matcher radio = Pattern.compile(
                            "<input[^>]*id=\"champ-adultes\\[0\\]\\." + question + "-" + etat + "\"[^>]*>")
                    .matcher(page);
            assertThat(radio.find()).as(question + " " + etat).isTrue();
            if (radio.group().contains("checked")) {
                return etat;
            }
        }
        return "rien";
    }

    @Test
    void la_page_offre_oui_non_et_pas_demande_et_ne_repond_a_la_place_de_personne() {
        String page = navigation
                .get("/usagers/" + monde.personne().id() + "/demande-rsa")
                .texte();
        assertThat(page).contains("Pas demandé");
        QUESTIONS.forEach(q -> assertThat(etat(page, q)).as(q).isEqualTo("inconnu"));
    }

    @Test
    void chaque_reponse_de_la_page_se_garde_et_se_relit_telle_quelle() {
        PersonneVue personne = monde.personne();
        Map<String, String> saisie = formulaire("/usagers/" + personne.id() + "/demande-rsa");
        saisie.putAll(Map.of(
                "adultes[0].nationalite", "FR",
                "adultes[0].residenceStable", "oui",
                "adultes[0].etudiant", "non",
                "adultes[0].enConge", "",
                "logement.statut", "HEBERGE_PARTICIPATION",
                "canal", "GUICHET"));
        Reponse depot = navigation.post("/usagers/" + personne.id() + "/demande-rsa", saisie);
        assertThat(depot.statut()).as(depot.texte()).isEqualTo(302);
        DossierVue dossier = dossiers.dePersonne(personne.id(), instructeur).get(0);
        Adulte adulte = demandes.demande(dossier.id()).situation().adultes().get(0);
        assertThat(adulte.residenceStable()).isTrue();
        assertThat(adulte.etudiant()).isFalse();
        assertThat(adulte.enConge()).isNull();
        assertThat(adulte.enceinte()).isNull();
        String relue =
                navigation.get("/dossiers/" + dossier.numero() + "/situation").texte();
        assertThat(etat(relue, "residenceStable")).isEqualTo("oui");
        assertThat(etat(relue, "etudiant")).isEqualTo("non");
        assertThat(etat(relue, "enConge")).isEqualTo("inconnu");
    }

    /** The kind of housing answers whether a part is paid: nobody housed for free is asked about it. */
    @ParameterizedTest
    @CsvSource({"HEBERGE_GRATUIT, false, 573.49", "HEBERGE_PARTICIPATION, true, 651.69", "LOCATAIRE, , 651.69"})
    void le_logement_dit_lui_meme_si_une_part_est_payee(String statut, Boolean participe, BigDecimal montant) {
        PersonneVue personne = monde.personne();
        String page = "/usagers/" + personne.id() + "/demande-rsa";
        assertThat(navigation.get(page).texte()).doesNotContain("participeAuxFrais", "Participe aux frais");
        Map<String, String> saisie = formulaire(page);
        saisie.putAll(Map.of(
                "adultes[0].nationalite", "FR",
                "adultes[0].residenceStable", "oui",
                "adultes[0].etudiant", "non",
                "adultes[0].enConge", "non",
                "adultes[0].droitsPrioritairesDemandes", "oui",
                "logement.statut", statut,
                "canal", "GUICHET"));
        assertThat(navigation.post(page, saisie).statut()).isEqualTo(302);
        DossierVue dossier = dossiers.dePersonne(personne.id(), instructeur).get(0);
        assertThat(demandes.demande(dossier.id()).situation().logement().participeAuxFrais())
                .isEqualTo(participe);
        demandes.estimer(dossier.id());
        assertThat(demandes.demande(dossier.id()).estimation().montant()).isEqualByComparingTo(montant);
        assertThat(demandes.demande(dossier.id()).estimation().aConfirmer().toString())
                .doesNotContainIgnoringCase("participez aux frais");
    }

    /** By the API both may be said: who pays a part is then not shown as housed for free. */
    @Test
    void loge_gratuitement_mais_qui_paie_une_part_se_relit_comme_tel() {
        ObjectNode situation = (ObjectNode) monde.situation().deepCopy();
        ((ObjectNode) situation.get("logement"))
                .put("statut", "HEBERGE_GRATUIT")
                .put("participeAuxFrais", true);
        PersonneVue personne = monde.personne();
        assertThat(deposer(personne.id(), situation).statut()).isEqualTo(201);
        DossierVue dossier = dossiers.dePersonne(personne.id(), instructeur).get(0);
        String relue =
                navigation.get("/dossiers/" + dossier.numero() + "/situation").texte();
        assertThat(relue).containsPattern("<option value=\"HEBERGE_PARTICIPATION\"[^>]*selected");
    }

    @Test
    void par_l_api_une_question_absente_ou_nulle_n_est_pas_demandee_et_un_mot_est_refuse_sur_son_champ() {
        ObjectNode absente = (ObjectNode) monde.situation().deepCopy();
        ((ObjectNode) absente.get("adultes").get(0)).remove("residenceStable");
        ((ObjectNode) absente.get("adultes").get(0)).putNull("etudiant");
        PersonneVue personne = monde.personne();
        assertThat(deposer(personne.id(), absente).statut()).isEqualTo(201);
        DossierVue dossier = dossiers.dePersonne(personne.id(), instructeur).get(0);
        Adulte adulte = demandes.demande(dossier.id()).situation().adultes().get(0);
        assertThat(adulte.residenceStable()).isNull();
        assertThat(adulte.etudiant()).isNull();
        demandes.verifierEligibilite(dossier.id());
        assertThat(demandes.demande(dossier.id()).eligible())
                .as("inconnu n'est pas non")
                .isNull();
        assertThat(demandes.demande(dossier.id()).conditions())
                .filteredOn(c -> c.aDemander())
                .isNotEmpty();

        ObjectNode mot = (ObjectNode) monde.situation().deepCopy();
        ((ObjectNode) mot.get("adultes").get(0)).put("residenceStable", "peut-être");
        Reponse refus = deposer(monde.personne().id(), mot);
        assertThat(refus.statut()).isIn(400, 422);
        assertThat(refus.texte()).contains("residenceStable");
    }

    private Reponse deposer(UUID personne, ObjectNode situation) {
        ObjectNode corps = (ObjectNode) monde.json("{\"dispositif\":\"RSA\",\"canal\":\"GUICHET\"}");
        corps.put("usagerId", personne.toString());
        corps.set("donnees", situation);
        return ClientApi.anonyme(monde).comme(instructeur).post("/api/v1/dossiers", corps.toString());
    }

    /** A figure that cannot be read has the whole page judged again: what is there is not asked a second time. */
    @Test
    void un_chiffre_illisible_ne_fait_pas_redemander_ce_qui_est_ecrit() {
        PersonneVue personne = monde.personne();
        Map<String, String> saisie = formulaire("/usagers/" + personne.id() + "/demande-rsa");
        saisie.putAll(Map.of(
                "adultes",
                "2",
                "adultes[0].nationalite",
                "FR",
                "adultes[1].nationalite",
                "FR",
                "adultes[1].nom",
                "Inventée",
                "adultes[1].prenoms",
                "Inès",
                "adultes[1].dateNaissance",
                "1999-11-30",
                "logement.statut",
                "HEBERGE_PARTICIPATION",
                "logement.aideLogementMensuelle",
                "beaucoup",
                "canal",
                "GUICHET"));

        Reponse refus = navigation.post("/usagers/" + personne.id() + "/demande-rsa", saisie);

        assertThat(refus.statut()).isEqualTo(422);
        assertThat(refus.texte())
                .contains("Écrivez un nombre en chiffres")
                .doesNotContain("Indiquez la date de naissance");
    }

    /** The hidden fields of a page, as its browser would send them. */
    /** Two correct the same claim: the second reads it, loses nothing of what is typed, and may save it once told. */
    @Test
    void le_second_qui_corrige_par_la_page_l_apprend_garde_ce_qu_il_a_tape_et_enregistre_ensuite() {
        PersonneVue personne = monde.personne();
        ObjectNode situation = (ObjectNode) monde.situation().deepCopy();
        assertThat(deposer(personne.id(), situation).statut()).isEqualTo(201);
        DossierVue dossier = dossiers.dePersonne(personne.id(), instructeur).get(0);
        String page = "/dossiers/" + dossier.numero() + "/situation";
        Map<String, String> saisie = formulaire(page);
        saisie.putAll(Map.of(
                "adultes[0].nationalite",
                "FR",
                "adultes[0].residenceStable",
                "oui",
                "adultes[0].etudiant",
                "oui",
                "logement.statut",
                "LOCATAIRE"));
        Agent premier = monde.responsable();
        demandes.corriger(dossier.id(), situation, 1, premier);

        Reponse refus = navigation.post(page, saisie);
        assertThat(refus.statut()).isEqualTo(409);
        assertThat(refus.texte()).contains("changée par " + premier.nomComplet(), "Rien n&#39;est perdu");
        assertThat(etat(refus.texte(), "etudiant")).isEqualTo("oui");
        assertThat(demandes.demande(dossier.id()).situation().adultes().get(0).etudiant())
                .as("rien n'est écrit par-dessus")
                .isNotEqualTo(true);

        Matcher version =
                Pattern.compile("name=\"versionFaits\" value=\"([0-9]+)\"").matcher(refus.texte());
        assertThat(version.find()).isTrue();
        saisie.put("versionFaits", version.group(1));
        assertThat(navigation.post(page, saisie).statut()).isEqualTo(302);
        assertThat(demandes.demande(dossier.id()).situation().adultes().get(0).etudiant())
                .isTrue();
    }

    private Map<String, String> formulaire(String chemin) {
        Map<String, String> champs = new LinkedHashMap<>();
        String page = navigation.get(chemin).texte();
        Matcher cache = CACHES.matcher(page.substring(page.indexOf("<main")));
        while (cache.find()) {
            String nom = attribut(cache.group(), "name");
            if (nom != null && !nom.equals("_csrf")) {
                champs.put(nom, attribut(cache.group(), "value"));
            }
        }
        return champs;
    }

    private static String attribut(String balise, String nom) {
        Matcher lu = Pattern.compile(nom + "=\"([^\"]*)\"").matcher(balise);
        return lu.find() ? lu.group(1) : null;
    }
}
