package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.ModeleVue;
import fr.jalon.courrier.ModelesCourrier;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.essais.RendezVousDEssai;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.Orientation;
import fr.jalon.orientation.Orientations;
import fr.jalon.orientation.parcours.OrientationRsa;
import fr.jalon.seance.ScenesDEquipe;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** What the pages and the API refuse at a step, over HTTP: the fault at its field, nothing written, nothing lost. */
@JalonIT
class EtapesParHttpIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private DemandesOrientation demandes;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Courriers courriers;

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private ObjectMapper json;

    private ScenesDEquipe scenes;
    private Agent ali;

    @BeforeEach
    void preparer() {
        horloge.regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDEquipe(monde);
        ali = monde.agent(Role.ALI, "KLEBER");
        monde.responsable();
    }

    @AfterEach
    void remettre() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    private Navigation connexion(Agent agent) {
        Navigation navigation = new Navigation(monde);
        navigation.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        return navigation;
    }

    private String tache(DossierVue dossier, String etape) {
        return corbeille.duDossier(dossier.id()).stream()
                .filter(t -> t.etape().equals(etape))
                .findFirst()
                .orElseThrow(() -> new AssertionError("pas de tâche " + etape))
                .tacheId();
    }

    private String ecrire(Object valeur) {
        try {
            return json.writeValueAsString(valeur);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the screen does: the step is taken, then done. */
    private Reponse parLaPage(DossierVue dossier, String etape, Map<String, Object> donnees) {
        Navigation navigation = connexion(ali);
        String tache = tache(dossier, etape);
        navigation.post("/taches/" + tache + "/prise", Map.of());
        return navigation.post("/taches/" + tache + "/achevement", Map.of("donnees", ecrire(donnees)));
    }

    private Reponse parLApi(DossierVue dossier, String etape, Map<String, Object> donnees) {
        return ClientApi.anonyme(monde)
                .comme(ali)
                .post("/api/v1/taches/" + tache(dossier, etape) + "/achevement", ecrire(Map.of("donnees", donnees)));
    }

    private DossierVue aConfirmer() {
        DossierVue dossier =
                demandes.ouvrir(monde.personne().id(), null, Canal.GUICHET, DEPART, Map.of("enfants", 0), ali);
        monde.travailler();
        scenes.achever(
                dossier,
                OrientationRsa.RECUEILLIR_SITUATION,
                Map.of("situationEmploi", "SANS_EMPLOI_ANCIEN", "freinSante", "MOYEN", "projet", "A_DEFINIR"),
                ali);
        return dossier;
    }

    private Map<String, Object> confirmation() {
        Map<String, Object> donnees = new HashMap<>(Map.of(
                "parcours",
                "SOCIO_PROFESSIONNEL",
                "organisme",
                ccas(),
                "referent",
                ali.identifiant(),
                "motif",
                "Choix de la personne."));
        donnees.putAll(RendezVousDEssai.apres(DEPART.plusDays(10)));
        return donnees;
    }

    private String ccas() {
        return monde.bean(Annuaire.class).chercherOrganismes(FiltreOffres.TOUT, 0, 200).elements().stream()
                .filter(o -> "CCAS".equals(o.nature()))
                .map(OrganismeVue::code)
                .findFirst()
                .orElseThrow();
    }

    // --- appointments

    private record Faute(String quoi, String date, String heure, String champ, String mots) {}

    @Test
    void un_rendez_vous_hors_des_heures_un_jour_ferme_passe_ou_deja_pris_est_refuse_par_la_page_et_par_l_api() {
        DossierVue premier = aConfirmer();
        Map<String, Object> libre = confirmation();
        String jour = (String) libre.get("date");
        List<Faute> fautes = List.of(
                new Faute("hors des heures", jour, "8h30", "heure", "de 9h00 à 12h00"),
                new Faute("après la fermeture", jour, "19h00", "heure", "de 9h00 à 12h00"),
                new Faute("un dimanche", "2026-06-14", "9h00", "date", "14 juin"),
                new Faute("un jour férié", "2026-07-14", "9h00", "date", "férié"),
                new Faute("passé", "2026-05-20", "9h00", "date", ""));
        for (Faute f : fautes) {
            Map<String, Object> fausse = new HashMap<>(libre);
            fausse.put("date", f.date());
            fausse.put("heure", f.heure());
            Reponse api = parLApi(premier, OrientationRsa.CONFIRMER_ORIENTATION, fausse);
            assertThat(api.statut()).as(f.quoi()).isEqualTo(422);
            assertThat(api.texte()).as(f.quoi()).contains("\"" + f.champ() + "\"", f.mots());
            Reponse page = parLaPage(premier, OrientationRsa.CONFIRMER_ORIENTATION, fausse);
            assertThat(page.statut()).as(f.quoi()).isEqualTo(422);
            assertThat(page.texte())
                    .as(f.quoi() + " : rien de ce qui est tapé n'est perdu")
                    .contains("Choix de la personne.");
        }
        assertThat(parLApi(premier, OrientationRsa.CONFIRMER_ORIENTATION, libre).statut())
                .isEqualTo(200);
        monde.travailler();
        DossierVue second = aConfirmer();
        Map<String, Object> pris = confirmation();
        pris.put("date", jour);
        pris.put("heure", libre.get("heure"));
        Reponse chevauche = parLApi(second, OrientationRsa.CONFIRMER_ORIENTATION, pris);
        assertThat(chevauche.statut()).isEqualTo(422);
        assertThat(chevauche.texte()).contains("déjà un rendez-vous");
        assertThat(demandes.demande(second.id()).confirmeeLe()).isNull();
    }

    @Test
    void un_rendez_vous_n_est_ni_tenu_ni_manque_avant_son_jour() {
        DossierVue dossier = scenes.orientee();
        for (String resultat : List.of("VENUE", "ABSENTE")) {
            Map<String, Object> donnees = new HashMap<>(Map.of("resultat", resultat, "precision", "Essai."));
            donnees.putAll(RendezVousDEssai.apres(DEPART.plusDays(20)));
            Reponse r = parLApi(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, donnees);
            assertThat(r.statut()).as(resultat).isEqualTo(422);
            assertThat(r.texte()).as(resultat).contains("pas encore eu lieu");
            assertThat(parLaPage(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, donnees)
                            .statut())
                    .as(resultat)
                    .isEqualTo(422);
        }
        assertThat(demandes.demande(dossier.id()).rencontreeLe()).isNull();
        assertThat(demandes.demande(dossier.id()).absences()).isZero();
    }

    // --- a past orientation

    private Reponse orienter(DossierVue dossier, String corps) {
        return ClientApi.anonyme(monde)
                .comme(ali)
                .post("/api/v1/dossiers/" + dossier.numero() + "/orientations", corps);
    }

    private String passee(LocalDate debut, LocalDate fin, Boolean declaree) {
        Map<String, Object> corps = new HashMap<>();
        corps.put("parcours", "SOCIO_PROFESSIONNEL");
        corps.put("organisme", ccas());
        corps.put("debut", debut.toString());
        corps.put("fin", fin == null ? null : fin.toString());
        corps.put("passee", declaree);
        return ecrire(corps);
    }

    @Test
    void une_orientation_ancienne_est_refusee_sans_declaration_et_prend_sa_place_sans_chevaucher() {
        DossierVue dossier = aConfirmer();
        LocalDate ancien = DEPART.minusDays(300);
        Reponse sans = orienter(dossier, passee(ancien, null, null));
        assertThat(sans.statut()).isEqualTo(422);
        assertThat(sans.texte()).contains("\"debut\"", "déclarez l'orientation comme passée");
        Reponse finSeule = orienter(dossier, passee(DEPART.minusDays(3), DEPART, null));
        assertThat(finSeule.statut()).isEqualTo(422);
        assertThat(finSeule.texte()).contains("\"fin\"");
        assertThat(orienter(dossier, passee(DEPART.plusDays(2), null, true)).statut())
                .as("à venir")
                .isEqualTo(422);
        assertThat(orienter(dossier, passee(ancien, DEPART.plusDays(1), true)).statut())
                .as("une fin à venir")
                .isEqualTo(422);
        assertThat(orienter(dossier, passee(DEPART.minusDays(20), null, null)).statut())
                .isEqualTo(201);
        assertThat(orienter(dossier, passee(ancien, DEPART.minusDays(200), true))
                        .statut())
                .isEqualTo(201);
        Reponse chevauche = orienter(dossier, passee(DEPART.minusDays(250), DEPART.minusDays(100), true));
        assertThat(chevauche.statut()).isIn(409, 422);
        assertThat(orienter(dossier, passee(ancien, null, true)).statut())
                .as("le même jour")
                .isIn(409, 422);
        List<Orientation> histoire = monde.bean(Orientations.class).histoire(dossier.personneId());
        assertThat(histoire).extracting(Orientation::debut).containsExactly(DEPART.minusDays(20), ancien);
        assertThat(histoire.get(1).fin()).isEqualTo(DEPART.minusDays(200));
        assertThat(histoire.get(0).fin()).isNull();
    }

    // --- a contract

    @Test
    void un_contrat_signe_demande_sa_copie_ou_pourquoi_elle_manque() {
        DossierVue dossier = scenes.contratEcrit();
        Map<String, Object> donnees = new HashMap<>(Map.of(
                "resultat", "SIGNE",
                "signePersonneLe", DEPART.toString(),
                "signeReferentLe", DEPART.toString()));
        Reponse sans = parLApi(dossier, OrientationRsa.RECUEILLIR_SIGNATURES, donnees);
        assertThat(sans.statut()).isEqualTo(422);
        assertThat(sans.texte()).contains("\"sansCopie\"");
        donnees.put("sansCopie", "Le scanner est en panne, l'original est au dossier papier.");
        assertThat(parLApi(dossier, OrientationRsa.RECUEILLIR_SIGNATURES, donnees)
                        .statut())
                .isEqualTo(200);
    }

    // --- a letter previewed

    @Test
    void un_modele_qui_change_entre_l_apercu_et_l_ecriture_se_relit_avant_de_terminer_l_etape() {
        DossierVue dossier = aConfirmer();
        Map<String, Object> donnees = confirmation();
        String tache = tache(dossier, OrientationRsa.CONFIRMER_ORIENTATION);
        Navigation navigation = connexion(ali);
        navigation.post("/taches/" + tache + "/prise", Map.of());
        Map<String, String> champs = Map.of("donnees", ecrire(donnees));
        assertThat(navigation.post("/taches/" + tache + "/apercu", champs).entete("Location"))
                .contains("/apercus/");
        horloge.avancer(Duration.ofMinutes(5));
        ModeleVue avant = monde.bean(ModelesCourrier.class).courant("notification-orientation");
        try {
            monde.publierModele("notification-orientation", avant.corps() + "\n\nMerci de votre attention.");
            Reponse refus = navigation.post("/taches/" + tache + "/achevement", champs);
            assertThat(refus.statut()).isEqualTo(422);
            assertThat(refus.texte()).contains("Un modèle de courrier a changé depuis votre aperçu", avant.titre());
            assertThat(demandes.demande(dossier.id()).confirmeeLe()).isNull();
            assertThat(courriers.parDossier(dossier.id())).isEmpty();
            horloge.avancer(Duration.ofMinutes(1));
            navigation.post("/taches/" + tache + "/apercu", champs);
            assertThat(navigation
                            .post("/taches/" + tache + "/achevement", champs)
                            .statut())
                    .isEqualTo(302);
            assertThat(demandes.demande(dossier.id()).confirmeeLe()).isNotNull();
        } finally {
            horloge.avancer(Duration.ofMinutes(1));
            monde.publierModele("notification-orientation", avant.corps());
        }
    }

    // --- a step that fails

    @Test
    void une_etape_qui_echoue_se_voit_des_le_premier_echec_chez_l_administrateur_et_sur_le_dossier() {
        ModeleVue bon = monde.bean(ModelesCourrier.class).courant("accuse-reception");
        Agent admin = monde.agent("admin.essai", Role.ADMIN, null);
        DossierVue dossier;
        try {
            casser(bon);
            dossier = monde.demande();
            assertThatThrownBy(() -> monde.travailler()).hasMessageContaining("piecesRecues");
            String accueil = connexion(admin).get("/").texte();
            assertThat(accueil).contains("Accuser réception", dossier.numero(), "essai");
            String page = connexion(monde.instructeur())
                    .get("/dossiers/" + dossier.numero())
                    .texte();
            assertThat(page).contains("Accuser réception").containsIgnoringCase("essai");
            String incidents = connexion(admin).get("/administration/incidents").texte();
            assertThat(incidents).contains(dossier.numero(), "Relancer");
        } finally {
            horloge.avancer(Duration.ofMinutes(1));
            monde.publierModele("accuse-reception", bon.corps());
        }
        String id = monde.bean(fr.jalon.moteur.Incidents.class)
                .duDossier(dossier.id())
                .get(0)
                .id();
        assertThat(connexion(monde.instructeur())
                        .post("/administration/incidents/" + id + "/relance", Map.of())
                        .statut())
                .isEqualTo(403);
        assertThat(connexion(admin)
                        .post("/administration/incidents/" + id + "/relance", Map.of())
                        .statut())
                .isEqualTo(302);
        monde.travailler();
        assertThat(courriers.parDossier(dossier.id())).hasSize(1);
        assertThat(connexion(admin).get("/").texte()).doesNotContain(dossier.numero());
        assertThat(monde.bean(Dossiers.class).histoirePublique(dossier.id()).toString())
                .doesNotContain("relancée");
    }

    /** A list that the template wants in every letter and that this claim has not: the writing fails. */
    private void casser(ModeleVue bon) {
        monde.publierModele("accuse-reception", bon.corps() + "\n{{#liste piecesRecues}}\n- x\n{{/liste}}\n");
    }
}
