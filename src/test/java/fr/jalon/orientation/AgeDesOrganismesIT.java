package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.courrier.Signatures;
import fr.jalon.decision.EvaluationsDesDossiers;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.RevueDesResultats;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.RendezVousDEssai;
import fr.jalon.moteur.Taches;
import fr.jalon.orientation.parcours.ApercusOrientation;
import fr.jalon.orientation.parcours.OrientationRsa;
import fr.jalon.orientation.parcours.RepriseDesConfirmations;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** An organisation that accompanies some ages alone is neither offered to the others nor accepted for them (C. trav., art. L5314-2). */
@JalonIT
class AgeDesOrganismesIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    private static final String JEUNES = "MISSION_LOCALE";

    @Autowired
    private Monde monde;

    @Autowired
    private OrganismesReferents organismes;

    @Autowired
    private DemandesOrientation demandes;

    @Autowired
    private Orientations orientations;

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private ObjectMapper json;

    private Agent ali;

    @BeforeEach
    void preparer() {
        ali = monde.commencerParUnReferent();
    }

    @AfterEach
    void remettre() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    private PersonneVue nee(LocalDate jour) {
        return monde.naitre(monde.personne(), jour);
    }

    /** The clock of the tests stands at 1 June 2026. */
    @ParameterizedTest(name = "naissance {0} : {1}")
    @CsvSource({
        "1986-03-14, false",
        "2000-06-01, false",
        "2000-06-02, true",
        "2004-03-14, true",
        "2010-06-01, true",
        "2010-06-02, false",
        // 25 or 26 years old, nobody knows: not a refusal
        "2000, true",
        "2000-06, true",
        "2000-05, false",
        "1999, false",
        // 15 or 16
        "2010, true",
        "2011, false"
    })
    void un_organisme_s_offre_aux_ages_de_la_table_et_a_ceux_que_l_on_ne_connait_pas(String naissance, boolean offert) {
        List<OrganismeReferent> offerts = organismes
                .offre()
                .classer(
                        proposition(),
                        Naissance.lireIso(naissance).orElseThrow().ageLe(DEPART),
                        null,
                        null);
        assertThat(offerts).extracting(OrganismeReferent::nature).contains("CCAS", "FRANCE_TRAVAIL");
        assertThat(offerts.stream().anyMatch(o -> JEUNES.equals(o.nature()))).isEqualTo(offert);
    }

    private static PropositionOrientation proposition() {
        return new PropositionOrientation(
                Parcours.EMPLOI, "", Map.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void un_choix_hors_des_ages_est_refuse_sur_son_champ_qui_dit_quoi_faire() {
        PersonneVue agee = nee(LocalDate.of(2000, 6, 1));
        assertThatThrownBy(() -> organismes.natureDe(JEUNES, agee, null))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).singleElement().satisfies(x -> {
                            assertThat(x.champ()).isEqualTo("organisme");
                            assertThat(x.message())
                                    .isEqualTo("Cet organisme accompagne les personnes de 16 à 25 ans, et cette"
                                            + " personne a 26 ans : choisissez-en un autre.");
                        }));
        assertThat(organismes.natureDe(JEUNES, agee, DEPART.minusDays(1)))
                .as("commencée la veille de ses 26 ans")
                .isEqualTo(JEUNES);
        assertThatThrownBy(() -> organismes.natureDe(JEUNES, agee, LocalDate.of(2015, 3, 1)))
                .hasMessageContaining("cette personne avait 14 ans le 1er mars 2015");
        assertThat(organismes.natureDe("FRANCE_TRAVAIL", agee, null)).isEqualTo("FRANCE_TRAVAIL");
    }

    private DossierVue aConfirmer(PersonneVue personne) {
        return aConfirmer(
                personne,
                Map.of("situationEmploi", "SANS_EMPLOI_ANCIEN", "freinSante", "MOYEN", "projet", "A_DEFINIR"));
    }

    private DossierVue aConfirmer(PersonneVue personne, Map<String, Object> situation) {
        DossierVue dossier = demandes.ouvrir(personne.id(), null, Canal.GUICHET, DEPART, Map.of("enfants", 0), ali);
        monde.travailler();
        monde.bean(Taches.class).achever(tache(dossier, OrientationRsa.RECUEILLIR_SITUATION), situation, ali);
        monde.travailler();
        return dossier;
    }

    private String tache(DossierVue dossier, String etape) {
        return monde.bean(Corbeille.class).duDossier(dossier.id()).stream()
                .filter(t -> t.etape().equals(etape))
                .findFirst()
                .orElseThrow(() -> new AssertionError("pas de tâche " + etape))
                .tacheId();
    }

    private List<String> offerts(DossierVue dossier) {
        Object liste = monde.bean(Taches.class)
                .formulaire(tache(dossier, OrientationRsa.CONFIRMER_ORIENTATION), ali)
                .donnees()
                .get("organismes");
        return ((List<?>) liste)
                .stream().map(o -> (String) ((Map<?, ?>) o).get("value")).toList();
    }

    private Map<String, Object> ecart() {
        return new HashMap<>(Map.of(
                "parcours", "SOCIO_PROFESSIONNEL",
                "organisme", JEUNES,
                "motif", "La personne connaît déjà cette structure."));
    }

    private Reponse enregistrer(DossierVue dossier, Map<String, Object> corps) {
        try {
            return ClientApi.anonyme(monde)
                    .comme(ali)
                    .post("/api/v1/dossiers/" + dossier.numero() + "/orientations", json.writeValueAsString(corps));
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ni_l_etape_ni_l_apercu_ni_l_api_n_acceptent_un_ecart_vers_un_organisme_d_un_autre_age() {
        DossierVue dossier = aConfirmer(monde.personne());
        assertThat(offerts(dossier)).isNotEmpty().doesNotContain(JEUNES);
        assertThatThrownBy(() -> monde.bean(Taches.class)
                        .achever(tache(dossier, OrientationRsa.CONFIRMER_ORIENTATION), ecart(), ali))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).anyMatch(x -> x.champ().equals("organisme")));
        assertThatThrownBy(() -> monde.bean(ApercusOrientation.class)
                        .rediger(dossier.id(), OrientationRsa.CONFIRMER_ORIENTATION, ecart()))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("de 16 à 25 ans");
        Map<String, Object> corps =
                new HashMap<>(Map.of("parcours", "EMPLOI", "organisme", JEUNES, "debut", DEPART.toString()));
        Reponse refus = enregistrer(dossier, corps);
        assertThat(refus.statut()).isEqualTo(422);
        assertThat(refus.texte()).contains("\"organisme\"", "a 40 ans", "choisissez-en un autre");
        assertThat(orientations.histoire(dossier.personneId())).isEmpty();

        corps.putAll(Map.of("debut", "2010-01-04", "fin", "2010-09-01", "passee", true));
        assertThat(enregistrer(dossier, corps).statut())
                .as("une orientation de ses 23 ans")
                .isEqualTo(201);
    }

    @Test
    void qui_a_26_ans_pendant_l_accompagnement_le_garde_et_ne_s_en_voit_plus_offrir() {
        DossierVue dossier = aConfirmer(nee(LocalDate.of(2000, 6, 20)));
        assertThat(offerts(dossier)).contains(JEUNES);
        orientations.enregistrer(
                new NouvelleOrientation(
                        dossier.personneId(), dossier.id(), Parcours.EMPLOI, JEUNES, null, DEPART, null, null),
                ali);
        horloge.regler(LocalDate.of(2026, 6, 20).atTime(9, 0));
        monde.travailler();
        assertThat(enCours(dossier.personneId())).isEqualTo(JEUNES);
        assertThat(monde.bean(Dossiers.class).parId(dossier.id()).clos()).isFalse();
        assertThat(organismes.nomAvecArticle(JEUNES)).startsWith("la Mission locale");
        assertThat(offerts(dossier)).doesNotContain(JEUNES);
    }

    /** The tables read an age that the birthday moves: nothing shown, listed nor written still rests on the day before. */
    @Test
    void une_proposition_d_avant_les_26_ans_est_refaite_le_jour_de_l_anniversaire_sans_attendre_la_nuit() {
        DossierVue dossier = aConfirmer(nee(LocalDate.of(2000, 6, 20)));
        assertThat(natures(dossier)).contains(JEUNES);
        aux26Ans();
        assertThat(natures(dossier)).isNotEmpty().doesNotContain(JEUNES);
        assertThat(demandes.demande(dossier.id()).proposition().indications())
                .noneMatch(i -> i.raison().contains("moins de 26 ans"));
        assertThat(offerts(dossier)).isNotEmpty().doesNotContain(JEUNES);
        assertThat(fiche(dossier)).doesNotContain("Mission locale", "moins de 26 ans");

        monde.bean(RevueDesResultats.class).revoir();
        assertThat(propositionsTracees(dossier)).isEqualTo(2);
        monde.bean(RevueDesResultats.class).revoir();
        assertThat(propositionsTracees(dossier)).as("une fois par anniversaire").isEqualTo(2);
        assertThat(natures(dossier)).doesNotContain(JEUNES);
    }

    @Test
    void un_anniversaire_qui_ne_change_rien_ne_refait_rien() {
        DossierVue dossier = aConfirmer(nee(LocalDate.of(1990, 6, 20)));
        aux26Ans();
        monde.bean(RevueDesResultats.class).revoir();
        assertThat(propositionsTracees(dossier)).isEqualTo(1);
    }

    @Test
    void confirmer_apres_l_anniversaire_decide_sur_la_proposition_du_jour() {
        DossierVue dossier = aConfirmer(nee(LocalDate.of(2000, 6, 20)));
        aux26Ans();
        confirmerAuCcas(dossier);
        assertThat(propositionsTracees(dossier)).isEqualTo(2);
        assertThat(demandes.demande(dossier.id()).confirmeeLe()).isNotNull();
        assertThat(demandes.revision(dossier.id())).isEmpty();
    }

    @Test
    void une_decision_d_avant_l_anniversaire_que_personne_n_a_signee_est_a_prendre_de_nouveau() {
        DossierVue dossier = aConfirmer(nee(LocalDate.of(2000, 6, 20)));
        confirmerAuCcas(dossier);
        assertThat(demandes.revision(dossier.id())).isEmpty();
        aux26Ans();
        assertThat(demandes.revision(dossier.id()).orElseThrow()).contains("changé d’âge depuis la décision");
        assertThat(monde.bean(RepriseDesConfirmations.class).commentRevoir(dossier.id()))
                .hasValueSatisfying(acte -> assertThat(acte).contains("Reprenez la confirmation"));
        monde.deleguer();
        UUID lettre = notification(dossier).id();
        assertThatThrownBy(() -> monde.bean(Signatures.class).signer(lettre, monde.responsable()))
                .as("personne ne la signe, même avant que la revue du jour l'ait reprise")
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("changé d’âge depuis la décision")
                .hasMessageContaining("reprenez la confirmation");

        monde.bean(RevueDesResultats.class).revoir();
        monde.travailler();
        assertThat(monde.bean(Dossiers.class).histoire(dossier.id()))
                .noneMatch(e -> e.complet().contains("La situation a changé"))
                .anyMatch(e -> e.complet().contains("a changé d’âge depuis la décision"));
        assertThat(demandes.demande(dossier.id()).confirmeeLe()).isNull();
        assertThat(tache(dossier, OrientationRsa.CONFIRMER_ORIENTATION)).isNotNull();
        assertThat(natures(dossier)).doesNotContain(JEUNES);
    }

    @Test
    void une_decision_signee_reste_et_se_dit_a_revoir() {
        DossierVue dossier = aConfirmer(nee(LocalDate.of(2000, 6, 20)));
        confirmerAuCcas(dossier);
        monde.poster(dossier.id(), "notification-orientation");
        aux26Ans();
        monde.bean(RevueDesResultats.class).revoir();
        monde.travailler();
        assertThat(demandes.demande(dossier.id()).confirmeeLe()).isNotNull();
        assertThat(demandes.revision(dossier.id())).isPresent();
        assertThat(monde.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select verifie_le from dossier_resultat where dossier_id = ? and resultat = 'ORIENTATION'",
                                LocalDate.class,
                                dossier.id()))
                .as("vue une fois par jour, non à chaque heure")
                .isEqualTo("2026-06-20");
    }

    /** Decided against the proposal: path and organisations stay what they were, and one reason that the letter prints becomes false. */
    @Test
    void une_raison_imprimee_que_l_anniversaire_rend_fausse_ne_se_signe_pas() {
        DossierVue dossier = ecartVersLEmploi();
        assertThat(demandes.demande(dossier.id()).proposition().parcours()).isEqualTo(Parcours.SOCIAL);
        CourrierVue lettre = notification(dossier);
        assertThat(monde.bean(ImagesCourrier.class)
                        .texte(monde.bean(Courriers.class).octets(lettre.id()))
                        .replaceAll("[\\p{Z}\\s]+", " "))
                .contains("moins de 26 ans");
        List<String> avant = natures(dossier);
        aux26Ans();
        assertThat(natures(dossier)).as("rien d'autre ne change").isEqualTo(avant);
        monde.deleguer();
        assertThatThrownBy(() -> monde.bean(Signatures.class).signer(lettre.id(), monde.responsable()))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("changé d’âge depuis la décision");
        monde.bean(RevueDesResultats.class).revoir();
        monde.travailler();
        assertThat(demandes.demande(dossier.id()).confirmeeLe()).isNull();
    }

    @Test
    void une_raison_vraie_quand_la_lettre_fut_signee_ne_fait_pas_revoir_la_decision() {
        DossierVue dossier = ecartVersLEmploi();
        monde.poster(dossier.id(), "notification-orientation");
        aux26Ans();
        monde.bean(RevueDesResultats.class).revoir();
        monde.travailler();
        assertThat(demandes.revision(dossier.id())).isEmpty();
    }

    private DossierVue ecartVersLEmploi() {
        DossierVue dossier = aConfirmer(
                nee(LocalDate.of(2000, 6, 20)),
                Map.of("situationEmploi", "SANS_EMPLOI_ANCIEN", "freinSante", "FORT", "hebergement", "SANS"));
        confirmerAuCcas(dossier, "EMPLOI");
        return dossier;
    }

    private CourrierVue notification(DossierVue dossier) {
        return monde.bean(Courriers.class).parDossier(dossier.id()).stream()
                .filter(c -> c.modele().equals("notification-orientation"))
                .findFirst()
                .orElseThrow();
    }

    /** At 60 a table gives one more reason for the same path: no decision is taken back for it. */
    @Test
    void une_raison_de_plus_pour_la_meme_orientation_ne_reprend_aucune_decision() {
        DossierVue dossier = aConfirmer(nee(LocalDate.of(1966, 6, 20)));
        confirmerAuCcas(dossier);
        int avant = evaluations(dossier);
        aux26Ans();
        monde.bean(RevueDesResultats.class).revoir();
        monde.travailler();
        assertThat(demandes.revision(dossier.id())).isEmpty();
        assertThat(demandes.demande(dossier.id()).confirmeeLe()).isNotNull();
        assertThat(evaluations(dossier)).as("comparer ne décide de rien").isEqualTo(avant);
    }

    private int evaluations(DossierVue dossier) {
        return monde.bean(EvaluationsDesDossiers.class).duDossier(dossier.id()).size();
    }

    private void aux26Ans() {
        horloge.regler(LocalDate.of(2026, 6, 20).atTime(9, 0));
        monde.travailler();
    }

    private List<String> natures(DossierVue dossier) {
        return demandes.demande(dossier.id()).proposition().organismes().stream()
                .map(PropositionOrientation.OrganismePropose::type)
                .toList();
    }

    private long propositionsTracees(DossierVue dossier) {
        return monde.bean(Dossiers.class).histoire(dossier.id()).stream()
                .filter(e -> e.texte().startsWith("Les règles proposent"))
                .count();
    }

    private String fiche(DossierVue dossier) {
        return ClientApi.anonyme(monde)
                .comme(ali)
                .get("/api/v1/dossiers/" + dossier.numero())
                .texte();
    }

    private void confirmerAuCcas(DossierVue dossier) {
        confirmerAuCcas(dossier, "SOCIO_PROFESSIONNEL");
    }

    private void confirmerAuCcas(DossierVue dossier, String parcours) {
        Map<String, Object> decision = new HashMap<>(Map.of(
                "parcours",
                parcours,
                "organisme",
                organismes.classer(proposition(), monde.bean(Personnes.class).parId(dossier.personneId())).stream()
                        .filter(o -> "CCAS".equals(o.nature()))
                        .findFirst()
                        .orElseThrow()
                        .code(),
                "referent",
                ali.identifiant(),
                "motif",
                "Choix de la personne."));
        decision.putAll(RendezVousDEssai.apres(LocalDate.of(2026, 6, 25)));
        monde.bean(Taches.class).achever(tache(dossier, OrientationRsa.CONFIRMER_ORIENTATION), decision, ali);
        monde.travailler();
    }

    private String enCours(UUID personne) {
        return orientations.enCours(personne).orElseThrow().organisme();
    }
}
