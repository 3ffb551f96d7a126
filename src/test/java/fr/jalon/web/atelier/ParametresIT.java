package fr.jalon.web.atelier;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.atelier.Atelier;
import fr.jalon.atelier.FichierModele;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dispositif.Dispositifs;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.Francais;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.ModelesDuDepot;
import fr.jalon.mobilite.DemandesMobilite;
import fr.jalon.moteur.Taches;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.web.Visite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A ceiling is changed from a page, published by another account; a new dossier follows it, a running one keeps what it had. */
@JalonIT
class ParametresIT extends EssaiDEcran {

    private static final String CHAMP = "[id='champ-v-Rule_TotalPersonne-0']";

    private DossierVue instruire() {
        Agent ali = monde.agent(Role.ALI, "KLEBER");
        DossierVue dossier = monde.bean(Dispositifs.class)
                .depot("AIDE_MOBILITE")
                .orElseThrow()
                .deposer(
                        monde.personne().id(),
                        Canal.GUICHET,
                        monde.json("{\"nature\": \"PERMIS_B_CONDUITE\", \"besoin\": \"Aller au travail de nuit.\"}"),
                        ali);
        monde.travailler();
        String tache =
                monde.bean(Corbeille.class).duDossier(dossier.id()).get(0).tacheId();
        Taches taches = monde.bean(Taches.class);
        taches.prendre(tache, ali);
        taches.achever(tache, instruction(), ali);
        monde.travailler();
        return dossier;
    }

    private static Map<String, Object> instruction() {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("nature", "PERMIS_B_CONDUITE");
        donnees.put("cout", "1100");
        donnees.put("organisme", "Auto-école inventée du Blosne");
        donnees.put("siret", "73282932000074");
        donnees.put(
                "dateDevis",
                EssaiConfiguration.DEPART.toLocalDate().minusDays(3).toString());
        donnees.put("devisProche", "NON");
        donnees.put("autoEcole", "AUTRE");
        donnees.put("rsa", "OUI");
        donnees.put("contratEngagement", "OUI");
        donnees.put("projet", "OUI");
        donnees.put("inscritAvantDecision", "NON");
        donnees.put("codeObtenu", "OUI");
        return donnees;
    }

    private String montant(DossierVue dossier) {
        return monde.bean(DemandesMobilite.class)
                .aide(dossier.id())
                .proposition()
                .montant()
                .toPlainString();
    }

    /** The same pages at 200 %: half the width. */
    private void voirDePlusPres(Agent pilote) {
        try (Visite v = new Visite(navigateur, port, Navigateur.LARGE / 2, pilote)) {
            v.aller("/atelier/parametres").tenir("parametres-dates-200");
            v.aller("/atelier/parametres/composition-instances?le=2026-07-01").tenir("parametre-saisie-200");
            v.aller("/modeles/parametres-mobilite/versions/1").tenir("parametre-essai-200");
        }
    }

    @Test
    void un_plafond_change_sans_modeler_et_seul_un_nouveau_dossier_le_suit() {
        Agent pilote1 = monde.agent("pilote1", Role.PILOTE, null);
        Agent pilote2 = monde.agent("pilote2", Role.PILOTE, null);
        DossierVue courant = instruire();
        assertThat(montant(courant)).startsWith("1100");
        String jour = EssaiConfiguration.DEPART.toLocalDate().toString();
        try (Visite v = visite(pilote1)) {
            v.menu("Paramètres datés");
            v.tenir("parametres-dates").illustrer("parametres-dates");
            assertThat(v.texte()).contains("Montant de base (euros par mois)", "Le 1er avril 2027", "À confirmer");
            v.page()
                    .getByText("Fixer les paramètres des aides à la mobilité")
                    .first()
                    .click();
            v.chargee().tenir("parametre-histoire");
            v.page().locator("#champ-le").fill("2024-01-01");
            v.bouton("Écrire les valeurs").refusAttendu(422);
            assertThat(v.texte()).contains("la table commence le 1er janvier 2026");
            v.page().locator("#champ-le").fill(jour);
            v.bouton("Écrire les valeurs").tenir("parametre-saisie");
            v.illustrer("parametre-saisie", ".acte");
            v.page().locator(CHAMP).fill("huit cents");
            v.page().locator("#champ-source").fill("Délibération d’essai du 4 mai 2026");
            v.bouton("Préparer le brouillon").refusAttendu(422).tenir("parametre-refus");
            assertThat(v.texte()).contains("Écrivez un nombre", "Choisissez à quel point cette valeur est sûre");
            assertThat(v.page().inputValue(CHAMP)).isEqualTo("huit cents");
            assertThat(v.page().inputValue("#champ-source")).isEqualTo("Délibération d’essai du 4 mai 2026");
            v.page().locator(CHAMP).fill("800");
            v.page().locator("#champ-certitude").selectOption("A");
            v.bouton("Préparer le brouillon");
            v.page().getByText("Le brouillon est prêt").waitFor();
            v.tenir("parametre-brouillon");
            assertThat(v.texte()).contains("Ce qui change dans parametres-mobilite.dmn");
            v.page().getByText("Une autre personne doit le publier").waitFor();
            v.aller("/atelier/parametres/parametres-mobilite");
            v.page().getByText("Vous avez déjà un brouillon de cette table").waitFor();
        }
        try (Visite v = visite(pilote2)) {
            v.aller("/modeles/parametres-mobilite/versions/1");
            v.bouton("Essayer sur le passé");
            v.page().getByText("L’essai est lancé").waitFor();
            v.page().getByText("Celles qui changent").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            v.aller("/modeles/parametres-mobilite/versions/1").tenir("parametre-essai");
            v.illustrer("modele-essai", "#essais");
            assertThat(v.texte())
                    .contains("Valeur : 3000", "Valeur : 800", "moins de 5 dossiers", "caché")
                    .doesNotContain(courant.numero());
            v.page().locator("#champ-motif").fill("Délibération du conseil d’administration.");
            v.page().locator("#champ-motifRejeu").fill("");
            v.bouton("Publier").refusAttendu(422);
            assertThat(v.page().inputValue("#champ-motif")).isEqualTo("Délibération du conseil d’administration.");
            v.page().locator("#champ-motifRejeu").fill("Le total baisse pour tous, c’est le but.");
            v.bouton("Publier");
            v.page().getByText("Le modèle est en service").waitFor();
            v.aller("/atelier/parametres/parametres-mobilite").tenir("parametre-publie");
            Locator histoire = v.page()
                    .locator("section.carte:has-text(\"À partir du 1er juin 2026\")")
                    .first();
            assertThat(histoire.innerText().replace('\u00a0', ' '))
                    .contains("Valeur : 800", "Du 1er janvier 2026 au 31 mai 2026", "Délibération d’essai");
        }
        voirDePlusPres(pilote1);
        horloge.avancer(java.time.Duration.ofSeconds(30));
        assertThat(montant(instruire())).startsWith("800");
        assertThat(montant(courant)).startsWith("1100");
    }

    @Test
    void un_programme_essaie_un_brouillon_sur_le_passe() throws IOException {
        Agent auteur = monde.agent("pilote.rejeu", Role.PILOTE, null);
        ClientApi api = ClientApi.anonyme(monde).comme(auteur);
        instruire();
        String table = Files.readString(ModelesDuDepot.fichier("aides-mobilite.dmn"));
        int version = monde.bean(Atelier.class)
                .deposer(
                        "Un nom plus clair",
                        "essai",
                        List.of(new FichierModele(
                                "aides-mobilite.dmn",
                                table.replace("\"Permis B : conduite\"", "\"Permis B : la conduite\"")
                                        .getBytes(StandardCharsets.UTF_8))),
                        auteur)
                .lot()
                .orElseThrow()
                .fichiers()
                .get(0)
                .version();
        String demande = "{\"decision\":\"aides-mobilite\",\"version\":" + version + ",\"source\":\"%s\"}";
        Francais.verifierRefus(api.post("/api/v1/atelier/rejeux", demande.formatted("POPULATION")), 422);
        Francais.verifierRefus(api.post("/api/v1/atelier/rejeux", "{\"decision\":\"aides-mobilite\"}"), 422);
        Francais.verifierRefus(
                api.post("/api/v1/atelier/rejeux", "{\"decision\":\"aides-mobilite\",\"version\":999}"), 404);
        ClientApi.Reponse lance = api.post("/api/v1/atelier/rejeux", demande.formatted("HISTORIQUE"));
        assertThat(lance.statut()).isEqualTo(202);
        String adresse = "/api/v1/atelier/rejeux/" + lance.json().path("id").asString();
        JsonNode fini = api.get(adresse).json();
        for (int i = 0; i < 300 && !fini.path("etat").asString().equals("FINI"); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            fini = api.get(adresse).json();
        }
        assertThat(fini.path("etat").asString()).isEqualTo("FINI");
        int nombre = fini.path("rejouees").asInt();
        assertThat(nombre).isPositive().isEqualTo(fini.path("total").asInt());
        assertThat(fini.path("changees").asInt()).isPositive().isLessThanOrEqualTo(nombre);
        assertThat(fini.path("impossibles").asInt()).isZero();
        assertThat(fini.path("parRegle").path(0).path("apres").asString()).contains("Permis B : la conduite");
        assertThat(fini.path("effetMensuel").isNull()).isTrue();
        assertThat(fini.path("parGroupe").path(0).path("masque").asBoolean()).isTrue();
        Francais.verifierRefus(api.get("/api/v1/atelier/rejeux/" + UUID.randomUUID()), 404);
    }
}
