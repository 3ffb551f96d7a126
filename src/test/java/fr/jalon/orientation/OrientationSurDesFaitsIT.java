package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.dispositif.faits.OrientationDemandee;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.ResultatPerime;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.essais.RendezVousDEssai;
import fr.jalon.moteur.Taches;
import fr.jalon.orientation.parcours.OrientationRsa;
import fr.jalon.orientation.parcours.RepriseDesConfirmations;
import fr.jalon.prescription.EspacePartenaire;
import fr.jalon.prescription.EtatProposition;
import fr.jalon.prescription.Reponse;
import fr.jalon.prescription.SuivisDOrientation;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.usager.Foyers;
import fr.jalon.usager.LienFoyer;
import fr.jalon.usager.NouveauMembre;
import fr.jalon.usager.PersonneVue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An orientation rests on the claim and on the foyer: when they change, its step asks again and no letter leaves on the old facts. */
@JalonIT
class OrientationSurDesFaitsIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private DemandesOrientation demandes;

    @Autowired
    private DemandesRsa rsa;

    @Autowired
    private Foyers foyers;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Taches taches;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Courriers courriers;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationEventPublisher evenements;

    private Agent ali;

    @BeforeEach
    void preparer() {
        ali = monde.commencerParUnReferent();
    }

    @AfterEach
    void remettre() {
        monde.bean(HorlogeReglable.class).regler(EssaiConfiguration.DEPART);
    }

    @Test
    void une_demande_corrigee_refait_la_proposition_et_demande_de_relire_la_situation_avant_de_decider() {
        PersonneVue personne = monde.personne();
        DossierVue demande = rsa.deposer(personne.id(), Canal.GUICHET, monde.situation(), monde.instructeur());
        monde.travailler();
        DossierVue dossier = ouvrir(personne);
        situer(dossier);
        corriger(demande, "SANS_DOMICILE_STABLE");

        assertThat(demandes.aRelire(dossier.id()))
                .hasValue("La demande de RSA a changé depuis que la situation a été recueillie");
        assertThat(demandes.demande(dossier.id()).situation()).containsEntry("hebergement", "SANS");
        assertThatThrownBy(() -> confirmer(dossier))
                .isInstanceOf(ResultatPerime.class)
                .hasMessageContaining("Revoir la situation");
        assertThat(courriers.parDossier(dossier.id())).isEmpty();

        monde.bean(RepriseDesConfirmations.class).revoirLaSituation(dossier.id(), ali);
        monde.travailler();
        situer(dossier);
        assertThat(demandes.aRelire(dossier.id())).isEmpty();
        confirmer(dossier);
        assertThat(demandes.demande(dossier.id()).confirmeeLe()).isNotNull();
    }

    @Test
    void une_correction_qui_ne_change_rien_pour_l_orientation_ne_demande_rien() {
        PersonneVue personne = monde.personne();
        DossierVue demande = rsa.deposer(personne.id(), Canal.GUICHET, monde.situation(), monde.instructeur());
        monde.travailler();
        DossierVue dossier = ouvrir(personne);
        situer(dossier);
        ObjectNode autre = (ObjectNode) monde.situation().deepCopy();
        ((ObjectNode) autre.get("adultes").get(0)).put("heuresTravaillees3Ans", 120);
        rsa.corriger(demande.id(), autre, null, monde.instructeur());
        assertThat(demandes.aRelire(dossier.id())).isEmpty();
    }

    @Test
    void une_decision_dont_le_courrier_n_est_pas_signe_est_reprise_et_son_courrier_annule() {
        PersonneVue personne = monde.personne();
        DossierVue demande = rsa.deposer(personne.id(), Canal.GUICHET, monde.situation(), monde.instructeur());
        monde.travailler();
        DossierVue dossier = ouvrir(personne);
        situer(dossier);
        confirmer(dossier);
        assertThat(courriers.parDossier(dossier.id()))
                .extracting(CourrierVue::etat)
                .containsOnly(EtatCourrier.A_SIGNER);
        corriger(demande, "SANS_DOMICILE_STABLE");
        monde.travailler();

        assertThat(courriers.parDossier(dossier.id()))
                .extracting(CourrierVue::etat)
                .containsOnly(EtatCourrier.ANNULE);
        assertThat(demandes.demande(dossier.id()).confirmeeLe()).isNull();
        assertThat(corbeille.duDossier(dossier.id()))
                .extracting(LigneCorbeille::etape)
                .contains(OrientationRsa.CONFIRMER_ORIENTATION);
        assertThat(demandes.aRelire(dossier.id())).isPresent();
    }

    @Test
    void une_decision_signee_reste_et_se_dit_a_revoir() {
        PersonneVue personne = monde.personne();
        DossierVue demande = rsa.deposer(personne.id(), Canal.GUICHET, monde.situation(), monde.instructeur());
        monde.travailler();
        DossierVue dossier = ouvrir(personne);
        situer(dossier);
        confirmer(dossier);
        monde.poster(dossier.id(), "notification-orientation");
        corriger(demande, "SANS_DOMICILE_STABLE");
        monde.travailler();
        assertThat(demandes.demande(dossier.id()).confirmeeLe()).isNotNull();
        assertThat(demandes.revision(dossier.id())).isPresent();
        assertThat(page(dossier))
                .contains("Décision à revoir", "choisissez « Revoir l’orientation »")
                .doesNotContain("Reprenez la confirmation");

        RendezVousDEssai.faireVenir(monde, dossier.id());
        assertThatThrownBy(
                        () -> achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "VENUE")))
                .as("un accompagnement ne commence pas sur une décision dépassée")
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).singleElement().satisfies(x -> {
                            assertThat(x.champ()).isEqualTo("resultat");
                            assertThat(x.message())
                                    .startsWith("La situation a changé depuis la décision")
                                    .contains("« Revoir l'orientation »");
                        }));
        assertThat(demandes.demande(dossier.id()).rencontreeLe()).isNull();
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "REVOIR"));
        assertThat(page(dossier)).contains("la nouvelle décision remplacera celle-ci");
        situer(dossier);
        confirmer(dossier);
        assertThat(demandes.revision(dossier.id())).isEmpty();
        assertThat(courriers.parDossier(dossier.id()))
                .extracting(CourrierVue::etat)
                .containsExactly(EtatCourrier.A_SIGNER, EtatCourrier.ENVOYE);
        RendezVousDEssai.faireVenir(monde, dossier.id());
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "VENUE"));
        assertThat(demandes.demande(dossier.id()).rencontreeLe()).isEqualTo(DEPART);
    }

    @Test
    void une_rencontre_chez_un_partenaire_ne_se_note_pas_sur_une_decision_depassee_et_l_etape_dit_qui_agit() {
        PersonneVue personne = monde.naitre(monde.personne(), LocalDate.of(2004, 3, 14));
        DossierVue demande = rsa.deposer(personne.id(), Canal.GUICHET, monde.situation(), monde.instructeur());
        monde.travailler();
        DossierVue dossier = ouvrir(personne);
        situer(dossier);
        String structure = organisme("MISSION_LOCALE");
        achever(
                dossier,
                OrientationRsa.CONFIRMER_ORIENTATION,
                Map.of("parcours", "SOCIO_PROFESSIONNEL", "organisme", structure, "motif", "Choix de la personne."));
        monde.signer(dossier.id());
        SuivisDOrientation suivis = monde.bean(SuivisDOrientation.class);
        UUID suivi = suivis.suivi(dossier.id()).orElseThrow().id();
        Agent partenaire = monde.partenaire("partenaire.faits", structure);
        EspacePartenaire espace = monde.bean(EspacePartenaire.class);
        Instant quand = Horloge.instantAParis(DEPART.plusDays(8).atTime(10, 0));
        espace.repondre(suivi, new Reponse(true, quand, "1 rue de l'Exemple", null, null), partenaire);
        monde.travailler();
        corriger(demande, "SANS_DOMICILE_STABLE");
        monde.bean(HorlogeReglable.class).regler(DEPART.plusDays(8).atTime(11, 0));

        Navigation chezLui = new Navigation(monde);
        chezLui.connecter(partenaire.identifiant(), Monde.MOT_DE_PASSE);
        String adresse = "/partenaire/orientations/" + suivi;
        chezLui.get(adresse);
        assertThat(chezLui.post(adresse + "/rendez-vous", Map.of("resultat", "TENU"))
                        .texte()
                        .replaceAll("[\\p{Z}\\s]+", " "))
                .contains("La situation a changé depuis la décision", "l’antenne", "Prévenez-la au");
        assertThat(suivis.suivi(dossier.id()).orElseThrow().etat()).isEqualTo(EtatProposition.ACCEPTEE);
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.SUIVRE_PARTENAIRE, Map.of("resultat", "RENCONTREE")))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).singleElement().satisfies(x -> {
                            assertThat(x.champ()).isEqualTo("resultat");
                            assertThat(x.message())
                                    .startsWith("La situation a changé depuis la décision")
                                    .contains("C'est à l'antenne d'agir", "« Revoir l'orientation »");
                        }));
        assertThat(demandes.demande(dossier.id()).rencontreeLe()).isNull();
        assertThat(page(dossier)).contains("Décision à revoir", "choisissez « Revoir l’orientation »");

        achever(
                dossier,
                OrientationRsa.SUIVRE_PARTENAIRE,
                Map.of("resultat", "A_REVOIR", "motif", "Il a vu la personne le 28, elle dort dehors."));
        assertThat(suivis.suivi(dossier.id()).orElseThrow().etat()).isEqualTo(EtatProposition.ARRETEE);
        assertThat(courriers.parDossier(dossier.id()))
                .as("le partenaire l'apprend, et rien de l'ancien ne part")
                .anyMatch(c -> c.modele().equals("fin-partage-partenaire"))
                .filteredOn(c -> c.modele().equals("premier-rendez-vous-partenaire"))
                .extracting(CourrierVue::etat)
                .containsOnly(EtatCourrier.ANNULE);
        situer(dossier);
        confirmer(dossier);
        assertThat(demandes.revision(dossier.id())).isEmpty();
    }

    private String page(DossierVue dossier) {
        Navigation navigation = new Navigation(monde);
        navigation.connecter(ali.identifiant(), Monde.MOT_DE_PASSE);
        return navigation.get("/dossiers/" + dossier.numero()).texte().replaceAll("[\\p{Z}\\s]+", " ");
    }

    @Test
    void un_enfant_de_plus_dans_le_foyer_demande_de_relire_la_situation() {
        PersonneVue personne = monde.personne();
        DossierVue dossier = ouvrir(personne);
        situer(dossier);
        foyers.ajouter(
                personne.id(),
                new NouveauMembre(LienFoyer.ENFANT, personne.nom(), "Lou", DEPART.minusYears(2), null),
                ali);
        assertThat(demandes.aRelire(dossier.id()))
                .hasValue("Le foyer a changé depuis que la situation a été recueillie");
        assertThatThrownBy(() -> confirmer(dossier)).isInstanceOf(ResultatPerime.class);
    }

    /** The refusal of a second orientation, caught in the transaction of the claim, undid the whole step. */
    @Test
    void un_droit_qui_s_ouvre_pendant_une_orientation_la_laisse_continuer() {
        PersonneVue personne = monde.personne();
        DossierVue demande = rsa.deposer(personne.id(), Canal.GUICHET, monde.situation(), monde.instructeur());
        monde.travailler();
        DossierVue dossier = ouvrir(personne);
        transactions.executeWithoutResult(
                t -> evenements.publishEvent(new OrientationDemandee(demande.id(), personne.id(), "KLEBER")));
        assertThat(dossiers.histoire(demande.id()))
                .anyMatch(e -> e.texte().equals("Une orientation est déjà en cours : elle continue."));
        assertThat(dossiers.parId(dossier.id()).clos()).isFalse();
    }

    private void corriger(DossierVue demande, String logement) {
        JsonNode autre = (ObjectNode) monde.situation().deepCopy();
        ((ObjectNode) autre)
                .set("logement", monde.json("{\"statut\": \"" + logement + "\", \"aideLogementMensuelle\": 0}"));
        rsa.corriger(demande.id(), autre, null, monde.instructeur());
    }

    private DossierVue ouvrir(PersonneVue personne) {
        DossierVue dossier = demandes.ouvrir(personne.id(), null, Canal.GUICHET, DEPART, Map.of("enfants", 0), ali);
        monde.travailler();
        return dossier;
    }

    private void situer(DossierVue dossier) {
        Map<String, Object> reponses =
                new HashMap<>(demandes.demande(dossier.id()).situation());
        reponses.putAll(Map.of(
                "situationEmploi", "SANS_EMPLOI_ANCIEN", "freinSante", "MOYEN", "projet", "A_DEFINIR", "enfants", 0));
        reponses.putIfAbsent("hebergement", "STABLE");
        achever(dossier, OrientationRsa.RECUEILLIR_SITUATION, reponses);
    }

    private void confirmer(DossierVue dossier) {
        Map<String, Object> donnees = new HashMap<>(Map.of(
                "parcours",
                "SOCIO_PROFESSIONNEL",
                "organisme",
                ccas(),
                "referent",
                ali.identifiant(),
                "motif",
                "Choix de la personne."));
        donnees.putAll(
                RendezVousDEssai.apres(monde.bean(Horloge.class).aujourdhui().plusDays(10)));
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, donnees);
    }

    private String ccas() {
        return organisme("CCAS");
    }

    private String organisme(String nature) {
        return monde.bean(Annuaire.class).chercherOrganismes(FiltreOffres.TOUT, 0, 100).elements().stream()
                .filter(o -> nature.equals(o.nature()))
                .map(OrganismeVue::code)
                .findFirst()
                .orElseThrow();
    }

    private void achever(DossierVue dossier, String etape, Map<String, Object> donnees) {
        List<LigneCorbeille> ouvertes = corbeille.duDossier(dossier.id());
        String tache = ouvertes.stream()
                .filter(t -> t.etape().equals(etape))
                .findFirst()
                .orElseThrow(() -> new AssertionError("pas de tâche " + etape + " dans " + ouvertes))
                .tacheId();
        taches.achever(tache, donnees, ali);
        monde.travailler();
    }
}
