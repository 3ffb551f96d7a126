package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FicheOffre;
import fr.jalon.annuaire.FicheOrganisme;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.annuaire.Places;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Taches;
import fr.jalon.orientation.parcours.OrientationRsa;
import fr.jalon.usager.PersonneVue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The places that orientations take: "places left" stays true, nobody is lost, the longest wait is served first. */
@JalonIT
class PlacesDesReferentsIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    private static final AtomicInteger RANG = new AtomicInteger();

    @Autowired
    private Monde monde;

    @Autowired
    private Annuaire annuaire;

    @Autowired
    private GestionAnnuaire gestion;

    @Autowired
    private Orientations orientations;

    @Autowired
    private OrganismesReferents organismes;

    @Autowired
    private DemandesOrientation demandes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Taches taches;

    private Agent ali;
    private Agent gerant;

    @BeforeEach
    void preparer() {
        ali = monde.agent(Role.ALI, "KLEBER");
        gerant = monde.agent(Role.RESPONSABLE_DISPOSITIFS, "KLEBER");
        monde.responsable();
    }

    private OrganismeVue structure(String nature) {
        return gestion.creerOrganisme(
                null,
                new FicheOrganisme(
                        "Structure inventée " + RANG.incrementAndGet(),
                        nature,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                gerant);
    }

    private OffreVue offre(OrganismeVue structure, String objectif, Places places, Integer delai) {
        return gestion.creerOffre(
                null,
                new FicheOffre(
                        "Offre inventée " + RANG.incrementAndGet(),
                        null,
                        objectif,
                        null,
                        List.of(structure.code()),
                        List.of("ALLOCATAIRES_RSA"),
                        null,
                        List.of(),
                        List.of(),
                        delai,
                        null,
                        null,
                        null),
                places,
                gerant);
    }

    private OffreVue accompagnement(int places) {
        return offre(structure("ASSOCIATION"), "ACC-EMPLOI", new Places(places, 0, 0), 9);
    }

    private static String organisme(OffreVue offre) {
        return offre.organismes().get(0).code();
    }

    private Orientation orienter(PersonneVue personne, String organisme, LocalDate debut) {
        return orientations.enregistrer(
                new NouvelleOrientation(
                        personne.id(), null, Parcours.EMPLOI, organisme, null, debut, "Choix de la personne.", null),
                ali);
    }

    private Places places(OffreVue offre) {
        return annuaire.offre(offre.id()).places();
    }

    @Test
    void une_orientation_prend_une_place_et_la_rend_quand_une_autre_la_remplace_ou_qu_elle_finit() {
        OffreVue premiere = accompagnement(2);
        OffreVue seconde = accompagnement(2);
        PersonneVue personne = monde.personne();
        orienter(personne, organisme(premiere), DEPART.minusDays(20));
        assertThat(places(premiere)).isEqualTo(new Places(2, 1, 0));
        orienter(personne, organisme(seconde), DEPART.minusDays(10));
        assertThat(places(premiere)).isEqualTo(new Places(2, 0, 0));
        assertThat(places(seconde)).isEqualTo(new Places(2, 1, 0));
        orientations.terminer(personne.id(), DEPART, ali);
        assertThat(places(seconde)).isEqualTo(new Places(2, 0, 0));
    }

    @Test
    void qui_attend_depuis_le_plus_longtemps_recoit_la_place_rendue_et_son_dossier_le_dit() {
        OffreVue offre = accompagnement(1);
        PersonneVue assise = monde.personne();
        orienter(assise, organisme(offre), DEPART.minusDays(30));
        DossierVue attente =
                demandes.ouvrir(monde.personne().id(), null, Canal.GUICHET, DEPART, Map.of("enfants", 0), ali);
        Orientation ancienne = orientations.enregistrer(
                new NouvelleOrientation(
                        attente.personneId(),
                        attente.id(),
                        Parcours.EMPLOI,
                        organisme(offre),
                        null,
                        DEPART.minusDays(20),
                        null,
                        null),
                ali);
        Orientation recente = orienter(monde.personne(), organisme(offre), DEPART.minusDays(10));
        assertThat(List.of(ancienne.enAttente(), recente.enAttente())).containsExactly(true, true);
        assertThat(places(offre)).isEqualTo(new Places(1, 1, 2));

        orientations.terminer(assise.id(), DEPART, ali);

        assertThat(places(offre)).isEqualTo(new Places(1, 1, 1));
        assertThat(orientations.enCours(ancienne.personneId()).orElseThrow().enAttente())
                .isFalse();
        assertThat(orientations.enCours(recente.personneId()).orElseThrow().enAttente())
                .isTrue();
        assertThat(dossiers.histoire(attente.id()))
                .anySatisfy(e -> assertThat(e.texte()).contains("n'est plus en attente"));

        orientations.terminer(recente.personneId(), DEPART, ali);
        assertThat(places(offre)).isEqualTo(new Places(1, 1, 0));
    }

    @Test
    void deux_orientations_a_la_fois_ne_prennent_jamais_la_meme_derniere_place() throws Exception {
        OffreVue offre = accompagnement(1);
        CyclicBarrier depart = new CyclicBarrier(2);
        ExecutorService deux = Executors.newFixedThreadPool(2);
        try {
            List<Future<Orientation>> faites =
                    List.of(deux.submit(() -> ensemble(depart, offre)), deux.submit(() -> ensemble(depart, offre)));
            assertThat(List.of(
                            faites.get(0).get().enAttente(), faites.get(1).get().enAttente()))
                    .containsExactlyInAnyOrder(true, false);
        } finally {
            deux.shutdownNow();
        }
        assertThat(places(offre)).isEqualTo(new Places(1, 1, 1));
    }

    private Orientation ensemble(CyclicBarrier depart, OffreVue offre) throws Exception {
        PersonneVue personne = monde.personne();
        depart.await();
        return orienter(personne, organisme(offre), DEPART.minusDays(5));
    }

    @Test
    void une_structure_complete_se_choisit_avec_un_motif_ou_pas_du_tout() {
        OffreVue offre = accompagnement(0);
        DossierVue dossier =
                demandes.ouvrir(monde.personne().id(), null, Canal.GUICHET, DEPART, Map.of("enfants", 0), ali);
        monde.travailler();
        achever(
                dossier,
                OrientationRsa.RECUEILLIR_SITUATION,
                Map.of("situationEmploi", "SANS_EMPLOI_ANCIEN", "projet", "A_DEFINIR", "suiviePar", "ASSOCIATION"));
        DemandeOrientationVue d = demandes.demande(dossier.id());
        assertThat(d.proposition().organismes()).anyMatch(o -> o.type().equals("ASSOCIATION"));
        Map<String, Object> donnees = new HashMap<>(Map.of(
                "parcours",
                d.proposition().parcours().name(),
                "organisme",
                organisme(offre),
                "date",
                DEPART.plusDays(10).toString(),
                "heure",
                "9h30",
                "lieu",
                "Structure inventée"));
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, donnees))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).singleElement().satisfies(x -> {
                            assertThat(x.champ()).isEqualTo("organisme");
                            assertThat(x.message()).contains("plus de place").contains("écrivez pourquoi");
                        }));
        assertThat(orientations.histoire(dossier.personneId())).isEmpty();
        assertThat(places(offre)).isEqualTo(new Places(0, 0, 0));

        donnees.put("motif", "La personne y connaît déjà quelqu'un.");
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, donnees);

        assertThat(orientations.enCours(dossier.personneId()).orElseThrow().enAttente())
                .isTrue();
        assertThat(places(offre)).isEqualTo(new Places(0, 0, 1));
        assertThat(dossiers.histoire(dossier.id()))
                .anySatisfy(e -> assertThat(e.texte()).contains("attend une place"));
    }

    private void achever(DossierVue dossier, String etape, Map<String, Object> donnees) {
        String tache = corbeille.duDossier(dossier.id()).stream()
                .filter(t -> t.etape().equals(etape))
                .findFirst()
                .orElseThrow()
                .tacheId();
        taches.achever(tache, donnees, ali);
        monde.travailler();
    }

    @Test
    void le_choix_ne_compte_que_les_offres_d_accompagnement_et_ignore_qui_n_accompagne_personne() {
        OrganismeVue structure = structure("ASSOCIATION");
        offre(structure, "ACC-EMPLOI", new Places(10, 7, 0), 9);
        offre(structure, "L3-LANGUE", new Places(50, 0, 0), 2);
        OrganismeVue sansReferent = structure("ASSOCIATION");
        offre(sansReferent, "L3-LANGUE", new Places(50, 0, 0), 2);
        PropositionOrientation proposition = new PropositionOrientation(
                Parcours.SOCIAL,
                "",
                Map.of(),
                List.of(),
                List.of(),
                List.of(
                        new PropositionOrientation.OrganismePropose("a", "ASSOCIATION", 2, "Le lien existe.", ""),
                        new PropositionOrientation.OrganismePropose("b", "ASSOCIATION", 3, "Elle est proche.", "")),
                List.of(),
                List.of());

        List<OrganismeReferent> classes = organismes.classer(proposition, monde.personne());

        assertThat(classes)
                .filteredOn(o -> o.code().equals(structure.code()))
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.libres()).isEqualTo(3);
                    assertThat(o.delai()).isEqualTo(9);
                    assertThat(o.raison()).isEqualTo("Le lien existe. Elle est proche.");
                });
        assertThat(classes).extracting(OrganismeReferent::code).doesNotContain(sansReferent.code());
    }

    @Test
    void une_orientation_vers_qui_ne_compte_pas_ses_places_n_en_prend_aucune() {
        OffreVue offre = offre(structure("ASSOCIATION"), "ACC-SOCIAL", Places.NON_SUIVIES, null);
        assertThat(orienter(monde.personne(), organisme(offre), DEPART).place()).isNull();
        assertThat(places(offre)).isEqualTo(Places.NON_SUIVIES);
    }

    @Test
    void un_organisme_inconnu_est_dit_sur_son_champ() {
        assertThatThrownBy(() -> organismes.natureDe("INVENTE_DE_TOUTES_PIECES", monde.personne(), null))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs().get(0).champ()).isEqualTo("organisme"));
    }
}
