package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FiltreDossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.dossier.RechercheDossiers;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.parcours.Taches;
import fr.jalon.parcours.orientation.OrientationRsa;
import fr.jalon.usager.PersonneVue;
import fr.jalon.web.EtapesDEssai;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The path of an orientation on the real engine and a real MariaDB, and the periods that never overlap. */
@JalonIT
class OrientationIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private DemandesOrientation demandes;

    @Autowired
    private Orientations orientations;

    @Autowired
    private Contrats contrats;

    @Autowired
    private Diagnostics diagnostics;

    @Autowired
    private Annuaire annuaire;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Taches taches;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Courriers courriers;

    @Autowired
    private HorlogeReglable reglage;

    @Autowired
    private JdbcTemplate jdbc;

    private Agent ali;

    @BeforeEach
    void preparer() {
        reglage.regler(EssaiConfiguration.DEPART);
        ali = monde.agent(Role.ALI, "KLEBER");
        monde.responsable();
    }

    @AfterEach
    void remettre() {
        reglage.regler(EssaiConfiguration.DEPART);
    }

    private DossierVue ouvrir(PersonneVue personne) {
        DossierVue dossier = demandes.ouvrir(personne.id(), null, Canal.GUICHET, DEPART, Map.of("enfants", 0), ali);
        monde.travailler();
        return dossier;
    }

    private void achever(DossierVue dossier, String etape, Map<String, Object> donnees) {
        achever(dossier, etape, donnees, ali);
    }

    private void achever(DossierVue dossier, String etape, Map<String, Object> donnees, Agent agent) {
        String tache = corbeille.duDossier(dossier.id()).stream()
                .filter(t -> t.etape().equals(etape))
                .findFirst()
                .orElseThrow(() -> new AssertionError("pas de tâche " + etape))
                .tacheId();
        taches.achever(tache, donnees, agent);
        monde.travailler();
    }

    private void situer(DossierVue dossier) {
        achever(
                dossier,
                OrientationRsa.RECUEILLIR_SITUATION,
                Map.of("situationEmploi", "SANS_EMPLOI_ANCIEN", "freinSante", "MOYEN", "projet", "A_DEFINIR"));
    }

    private Map<String, Object> confirmation(String organisme) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("parcours", "SOCIO_PROFESSIONNEL");
        donnees.put("organisme", organisme);
        donnees.put("referent", ali.identifiant());
        donnees.put("date", DEPART.plusDays(10).toString());
        donnees.put("heure", "9h30");
        donnees.put("lieu", "Espace social Rennes Kléber");
        return donnees;
    }

    private void diagnostiquer(DossierVue dossier, int note) {
        for (int levier = 1; levier <= 6; levier++) {
            diagnostics.etablir(dossier.id(), levier, Map.of("paroles", "Ça avance."), List.of(note, 3), false, ali);
        }
    }

    private static Map<String, Object> contrat() {
        return Map.of(
                "objectifs",
                "Reprendre un travail de jour",
                "actions",
                "Faire un CV\nSuivre un cours",
                "heures",
                15,
                "debut",
                DEPART.toString(),
                "duree",
                "6");
    }

    private void signer(DossierVue dossier) {
        achever(
                dossier,
                OrientationRsa.RECUEILLIR_SIGNATURES,
                Map.of(
                        "resultat", "SIGNE",
                        "signePersonneLe", DEPART.toString(),
                        "signeReferentLe", DEPART.toString()));
    }

    /** Up to a written contract, with an organisation of ours. */
    private DossierVue contratEcrit() {
        DossierVue dossier = ouvrir(monde.personne());
        situer(dossier);
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, confirmation(organisme("CCAS")));
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "VENUE"));
        diagnostiquer(dossier, 2);
        achever(dossier, OrientationRsa.ETABLIR_DIAGNOSTIC, Map.of("synthese", "Tout va assez bien."));
        achever(dossier, OrientationRsa.ETABLIR_CONTRAT, contrat());
        return dossier;
    }

    private LocalDate echeance(DossierVue dossier, String etape) {
        return corbeille.duDossier(dossier.id()).stream()
                .filter(t -> t.etape().equals(etape))
                .findFirst()
                .orElseThrow()
                .limite();
    }

    private String organisme(String nature) {
        return annuaire.chercherOrganismes(FiltreOffres.TOUT, 0, 200).elements().stream()
                .filter(o -> o.nature().equals(nature))
                .map(OrganismeVue::code)
                .findFirst()
                .orElseThrow();
    }

    private List<String> lettres(DossierVue dossier) {
        return courriers.parDossier(dossier.id()).stream()
                .map(CourrierVue::modele)
                .toList();
    }

    @Test
    void va_de_la_situation_a_la_sortie_avec_un_contrat_et_ses_courriers() {
        DossierVue dossier = ouvrir(monde.personne());
        situer(dossier);
        PropositionOrientation p = demandes.demande(dossier.id()).proposition();
        assertThat(p.parcours()).isEqualTo(Parcours.SOCIO_PROFESSIONNEL);
        assertThat(p.indications())
                .extracting(PropositionOrientation.Indication::raison)
                .contains("Vous n'avez pas travaillé depuis deux ans ou plus.");
        assertThat(p.manquants()).contains("le logement");
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, confirmation(organisme("CCAS")));
        assertThat(orientations.enCours(dossier.personneId()).orElseThrow().referent())
                .isEqualTo(ali.identifiant());
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "VENUE"));
        assertThatThrownBy(() ->
                        achever(dossier, OrientationRsa.ETABLIR_DIAGNOSTIC, Map.of("synthese", "Un premier tour.")))
                .hasMessageContaining("Compétences, Activité, Lien social, Santé, Numérique, Mobilité");
        diagnostiquer(dossier, 1);
        achever(dossier, OrientationRsa.ETABLIR_DIAGNOSTIC, Map.of("synthese", "La santé d'abord."));
        achever(dossier, OrientationRsa.ETABLIR_CONTRAT, contrat());
        assertThat(lettres(dossier)).contains("contrat-engagement");
        assertThat(monde.bean(Pieces.class).liste(dossier.id()))
                .extracting(PieceVue::type)
                .containsExactly("CONTRAT_SIGNE");
        assertThat(echeance(dossier, OrientationRsa.RECUEILLIR_SIGNATURES)).isEqualTo(DEPART.plusMonths(1));
        signer(dossier);
        assertThat(echeance(dossier, OrientationRsa.FAIRE_LE_POINT))
                .isEqualTo(contrats.dernier(dossier.id()).orElseThrow().fin());
        assertThat(contrats.dernier(dossier.id()).orElseThrow().fin()).isEqualTo(LocalDate.of(2026, 11, 30));
        reglage.regler(DEPART.plusMonths(6).atTime(9, 0));
        achever(
                dossier,
                OrientationRsa.FAIRE_LE_POINT,
                Map.of("bilan", "Un emploi est trouvé.", "suite", "SORTIR", "sortie", "EMPLOI_DURABLE"));
        DossierVue clos = dossiers.parId(dossier.id());
        assertThat(clos.issue()).isEqualTo(Issue.ACCOMPAGNEMENT_TERMINE);
        assertThat(orientations.enCours(dossier.personneId())).isEmpty();
        assertThat(lettres(dossier))
                .containsExactlyInAnyOrder("notification-orientation", "contrat-engagement", "sortie-accompagnement");
    }

    @Test
    void le_diagnostic_se_compare_dans_le_temps_et_garde_ce_qui_a_ete_vu() {
        DossierVue dossier = ouvrir(monde.personne());
        diagnostiquer(dossier, 0);
        reglage.regler(DEPART.plusMonths(3).atTime(9, 0));
        diagnostics.etablir(dossier.id(), 4, Map.of(), List.of(3, 3), true, ali);
        diagnostics.etablir(dossier.id(), 5, Map.of("refus", true), List.of(), false, ali);
        Map<Integer, DiagnosticLevier> avant = diagnostics.auJour(dossier.personneId(), DEPART);
        Map<Integer, DiagnosticLevier> apres = diagnostics.auJour(dossier.personneId(), DEPART.plusMonths(3));
        assertThat(avant.get(4).niveau().code()).isEqualTo("FREIN");
        assertThat(apres.get(4).niveau().code()).isEqualTo("APPUI");
        assertThat(apres.get(4).prioritaire()).isTrue();
        assertThat(apres.get(5).niveau().code()).isEqualTo("NON_ABORDE");
        assertThat(apres.get(6)).isEqualTo(avant.get(6));
        assertThat(diagnostics.histoire(dossier.personneId())).hasSize(8);
        reglage.regler(DEPART.plusMonths(13).atTime(9, 0));
        assertThat(diagnostics.manquants(dossier.personneId()))
                .containsExactly("Compétences", "Activité", "Lien social", "Mobilité");
        Agent accueil = monde.agent(Role.ACCUEIL, "KLEBER");
        assertThatThrownBy(() -> diagnostics.etablir(dossier.id(), 1, Map.of(), List.of(), false, accueil))
                .isInstanceOf(Interdit.class);
    }

    @Test
    void une_signature_a_venir_ou_d_avant_le_contrat_est_refusee_sur_son_champ() {
        DossierVue dossier = contratEcrit();
        Map<String, Object> fausses = Map.of(
                "resultat", "SIGNE",
                "signePersonneLe", DEPART.plusDays(1).toString(),
                "signeReferentLe", DEPART.minusDays(1).toString());
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.RECUEILLIR_SIGNATURES, fausses))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs())
                                .extracting(ErreurChamp::champ)
                                .containsExactly("signePersonneLe", "signeReferentLe"));
        assertThat(contrats.dernier(dossier.id()).orElseThrow().signe()).isFalse();
    }

    @Test
    void un_contrat_a_revoir_est_ecrit_de_nouveau_et_un_refus_va_devant_l_equipe() {
        DossierVue dossier = contratEcrit();
        achever(
                dossier,
                OrientationRsa.RECUEILLIR_SIGNATURES,
                Map.of("resultat", "A_REVOIR", "motif", "Moins d'heures le matin."));
        achever(dossier, OrientationRsa.ETABLIR_CONTRAT, contrat());
        achever(
                dossier,
                OrientationRsa.RECUEILLIR_SIGNATURES,
                Map.of("resultat", "REFUSE", "motif", "La personne ne veut pas s'engager."));
        assertThat(contrats.dernier(dossier.id()).orElseThrow().refuseLe()).isEqualTo(DEPART);
        assertThat(corbeille.duDossier(dossier.id()))
                .anyMatch(t -> t.etape().equals(OrientationRsa.RECUEILLIR_AVIS_EQUIPE));
    }

    @Test
    void un_ecart_demande_un_motif_qui_reste_visible_a_cote_de_la_proposition() {
        DossierVue dossier = ouvrir(monde.personne());
        situer(dossier);
        Map<String, Object> ecart = confirmation(organisme("MISSION_LOCALE"));
        ecart.put("parcours", "EMPLOI");
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, ecart))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs().get(0).champ()).isEqualTo("motif"));
        ecart.put("motif", "La personne a une promesse d'embauche.");
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, ecart);
        DemandeOrientationVue d = demandes.demande(dossier.id());
        assertThat(d.ecart()).isTrue();
        assertThat(d.proposition().parcours()).isEqualTo(Parcours.SOCIO_PROFESSIONNEL);
        assertThat(d.parcours()).isEqualTo(Parcours.EMPLOI);
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.CONFIEE_PARTENAIRE);
    }

    @Test
    void deux_absences_menent_a_l_equipe_pluridisciplinaire() {
        DossierVue dossier = ouvrir(monde.personne());
        situer(dossier);
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, confirmation(organisme("CCAS")));
        Map<String, Object> absente = Map.of(
                "resultat", "ABSENTE", "date", DEPART.plusDays(15).toString(), "heure", "14h00", "lieu", "À l'antenne");
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, absente);
        assertThat(lettres(dossier)).contains("seconde-convocation");
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "ABSENTE"));
        Agent dispositifs = monde.agent("dispositifs.equipe", Role.RESPONSABLE_DISPOSITIFS, null);
        achever(
                dossier,
                OrientationRsa.RECUEILLIR_AVIS_EQUIPE,
                Map.of(
                        "seance", DEPART.toString(),
                        "avis", "La personne a expliqué son absence.",
                        "suite", "NOUVEAU_RENDEZ_VOUS",
                        "date", DEPART.plusDays(20).toString(),
                        "heure", "10:15",
                        "lieu", "À l'antenne"),
                dispositifs);
        assertThat(demandes.demande(dossier.id()).absences()).isZero();
        assertThat(corbeille.duDossier(dossier.id()))
                .anyMatch(t -> t.etape().equals(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS));
    }

    @Test
    void une_etape_n_est_jamais_due_apres_les_six_semaines_ni_le_rendez_vous_apres_son_jour() {
        DossierVue tard = demandes.ouvrir(
                monde.personne().id(), null, Canal.GUICHET, DEPART.minusDays(38), Map.of("enfants", 0), ali);
        monde.travailler();
        assertThat(echeance(tard, OrientationRsa.RECUEILLIR_SITUATION)).isEqualTo(DEPART.plusDays(4));
        situer(tard);
        assertThat(echeance(tard, OrientationRsa.CONFIRMER_ORIENTATION)).isEqualTo(DEPART.plusDays(4));
        achever(tard, OrientationRsa.CONFIRMER_ORIENTATION, confirmation(organisme("CCAS")));
        assertThat(echeance(tard, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS)).isEqualTo(DEPART.plusDays(10));
        assertThat(dossiers.parId(tard.id()).horloge().limite()).isNull();
        DossierVue tot = ouvrir(monde.personne());
        assertThat(echeance(tot, OrientationRsa.RECUEILLIR_SITUATION)).isBefore(DEPART.plusDays(42));
    }

    @Test
    void un_rendez_vous_passe_ou_sans_heure_est_refuse_sur_son_champ() {
        DossierVue dossier = ouvrir(monde.personne());
        situer(dossier);
        Map<String, Object> passe = confirmation(organisme("CCAS"));
        passe.put("date", DEPART.minusDays(1).toString());
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, passe))
                .hasMessageContaining("rendez-vous à venir");
        Map<String, Object> sansReferent = confirmation(organisme("CCAS"));
        sansReferent.remove("referent");
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, sansReferent))
                .hasMessageContaining("référent");
        assertThat(orientations.enCours(dossier.personneId())).isEmpty();
    }

    @Test
    void le_droit_ouvert_du_rsa_demande_l_orientation_avec_ce_qui_est_deja_su() {
        EtapesDEssai etapes = new EtapesDEssai(monde);
        DossierVue rsa = etapes.aInstruire(monde.demande());
        etapes.achever(rsa, "UserTask_InstruireDemande", Map.of("proposition", "FAVORABLE", "c2s", false));
        etapes.achever(
                rsa,
                "UserTask_EnregistrerDecisionCaf",
                Map.of("decision", "ACCORD", "date", DEPART.toString(), "montant", 600));
        DossierVue ori = monde
                .bean(RechercheDossiers.class)
                .lister(new FiltreDossiers(DemandesOrientation.DISPOSITIF, null, null, null), 0, 200, ali)
                .elements()
                .stream()
                .filter(d -> d.personneId().equals(rsa.personneId()))
                .findFirst()
                .orElseThrow();
        assertThat(ori.numero()).startsWith("ORI-2026-");
        assertThat(ori.horloge().limite()).isEqualTo(DEPART.plusDays(42));
        assertThat(demandes.demande(ori.id()).situation())
                .containsEntry("parentIsole", false)
                .containsEntry("majoration", "NON");
        assertThat(demandes.demande(ori.id()).origineId()).isEqualTo(rsa.id());
    }

    @Test
    void un_desistement_termine_l_accompagnement() {
        DossierVue dossier = ouvrir(monde.personne());
        monde.bean(Signalements.class).signaler(dossier.id(), Signalement.DESISTEMENT, "Ne souhaite pas.", ali);
        monde.travailler();
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.DESISTEMENT);
    }

    private NouvelleOrientation nouvelle(PersonneVue personne, LocalDate debut) {
        return new NouvelleOrientation(
                personne.id(), null, Parcours.SOCIAL, organisme("CCAS"), ali.identifiant(), debut, null, "À suivre.");
    }

    @Test
    void une_orientation_ferme_la_precedente_jamais_dans_l_avenir_jamais_moins_de_sept_jours() {
        PersonneVue personne = monde.personne();
        orientations.enregistrer(nouvelle(personne, DEPART.minusDays(20)), ali);
        assertThatThrownBy(() -> orientations.enregistrer(nouvelle(personne, DEPART.plusDays(1)), ali))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("avenir");
        assertThatThrownBy(() -> orientations.enregistrer(nouvelle(personne, DEPART.minusDays(14)), ali))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("au moins 7 jours");
        assertThatThrownBy(() -> orientations.enregistrer(nouvelle(personne, DEPART.minusDays(30)), ali))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("chevauche");
        orientations.enregistrer(nouvelle(personne, DEPART.minusDays(13)), ali);
        List<Orientation> histoire = orientations.histoire(personne.id());
        assertThat(histoire).hasSize(2);
        assertThat(histoire.get(1).fin()).isEqualTo(DEPART.minusDays(13));
        assertThat(histoire.get(1).passation()).isEqualTo("À suivre.");
        assertThat(orientations.accompagne(ali, personne.id())).isTrue();
    }

    @Test
    void la_base_refuse_elle_meme_un_chevauchement_une_periode_courte_ou_a_venir() {
        PersonneVue personne = monde.personne();
        orientations.enregistrer(nouvelle(personne, DEPART.minusDays(20)), ali);
        String sql = "insert into orientation (id, personne_id, parcours, organisme, debut, fin, decidee_le, auteur)"
                + " values (uuid(), ?, 'SOCIAL', 'X', ?, ?, ?, 'essai')";
        assertThatThrownBy(() -> jdbc.update(sql, personne.id(), DEPART.minusDays(5), DEPART.plusDays(90), DEPART))
                .isInstanceOf(DataAccessException.class);
        PersonneVue autre = monde.personne();
        assertThatThrownBy(() -> jdbc.update(sql, autre.id(), DEPART.minusDays(5), DEPART.plusDays(1), DEPART))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.update(sql, autre.id(), DEPART.plusDays(5), DEPART.plusDays(50), DEPART))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void deux_personnes_a_la_fois_une_seule_l_emporte_et_l_autre_le_lit() throws Exception {
        ExecutorService deux = Executors.newFixedThreadPool(2);
        try {
            for (int essai = 0; essai < 10; essai++) {
                PersonneVue personne = monde.personne();
                CyclicBarrier depart = new CyclicBarrier(2);
                List<Future<String>> faits = List.of(
                        deux.submit(() -> tenter(personne, depart)), deux.submit(() -> tenter(personne, depart)));
                List<String> dits = List.of(faits.get(0).get(), faits.get(1).get());
                assertThat(dits).filteredOn("ecrite"::equals).hasSize(1);
                assertThat(dits).filteredOn(d -> !d.equals("ecrite")).allMatch(d -> d.contains("orientation"));
                assertThat(orientations.histoire(personne.id())).hasSize(1);
            }
        } finally {
            deux.shutdownNow();
        }
    }

    private String tenter(PersonneVue personne, CyclicBarrier depart) throws Exception {
        depart.await();
        try {
            orientations.enregistrer(
                    nouvelle(personne, monde.bean(Horloge.class).aujourdhui()), ali);
            return "ecrite";
        } catch (Conflit e) {
            return e.getMessage();
        }
    }
}
