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
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.courrier.SuiviCourriers;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.RendezVousDEssai;
import fr.jalon.moteur.EtapesEnCours;
import fr.jalon.moteur.Taches;
import fr.jalon.orientation.parcours.OrientationRsa;
import fr.jalon.orientation.parcours.RepriseDesConfirmations;
import fr.jalon.prescription.DonneePartagee;
import fr.jalon.prescription.EspacePartenaire;
import fr.jalon.prescription.EtatProposition;
import fr.jalon.prescription.FinDesPartages;
import fr.jalon.prescription.MotifRefus;
import fr.jalon.prescription.PropositionVue;
import fr.jalon.prescription.Rencontre;
import fr.jalon.prescription.Reponse;
import fr.jalon.prescription.SuivisDOrientation;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.Foyers;
import fr.jalon.usager.LienFoyer;
import fr.jalon.usager.NouveauMembre;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.EtapesDEssai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        if (OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS.equals(etape)) {
            RendezVousDEssai.faireVenir(monde, dossier.id());
        }
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
        donnees.putAll(RendezVousDEssai.apres(DEPART.plusDays(10)));
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
                        "resultat",
                        "SIGNE",
                        "signePersonneLe",
                        DEPART.toString(),
                        "signeReferentLe",
                        DEPART.toString(),
                        "sansCopie",
                        "Exemplaire papier gardé à l'antenne."));
    }

    /** Up to a written contract, with an organisation of ours. */
    private DossierVue contratEcrit() {
        DossierVue dossier = orientee();
        accompagnerJusquAuContrat(dossier);
        return dossier;
    }

    private void accompagnerJusquAuContrat(DossierVue dossier) {
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "VENUE"));
        diagnostiquer(dossier, 2);
        achever(dossier, OrientationRsa.ETABLIR_DIAGNOSTIC, Map.of("synthese", "Tout va assez bien."));
        achever(dossier, OrientationRsa.ETABLIR_CONTRAT, contrat());
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
        assertThat(etats(dossier, "contrat-engagement"))
                .as("qui signe le contrat l'a en main : rien ne reste à remettre")
                .containsExactly(EtatCourrier.RECU);
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
                .as("la décision, qui attendait encore sa signature, est écrite sans le rendez-vous qui a eu lieu")
                .containsExactlyInAnyOrder(
                        "notification-orientation",
                        "notification-orientation",
                        "contrat-engagement",
                        "sortie-accompagnement");
        assertThat(etats(dossier, "notification-orientation"))
                .containsExactly(EtatCourrier.A_SIGNER, EtatCourrier.ANNULE);
        assertThat(texte(dossier, "notification-orientation"))
                .contains("Vous écrirez ensuite ensemble un contrat")
                .doesNotContain("Votre premier rendez-vous", "Au rendez-vous, vous direz");
    }

    private List<EtatCourrier> etats(DossierVue dossier, String modele) {
        return courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.modele().equals(modele))
                .map(CourrierVue::etat)
                .toList();
    }

    @Test
    void une_decision_que_rien_ne_fait_pencher_dit_quand_meme_pourquoi() {
        DossierVue dossier = ouvrir(monde.personne());
        achever(dossier, OrientationRsa.RECUEILLIR_SITUATION, Map.of("situationEmploi", "NSP"));
        DemandeOrientationVue d = demandes.demande(dossier.id());
        assertThat(d.proposition().indications()).isEmpty();
        Map<String, Object> donnees = confirmation(organisme("CCAS"));
        donnees.put("parcours", d.proposition().parcours().name());
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, donnees);
        String lettre = courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.modele().equals("notification-orientation"))
                .map(c -> monde.bean(ImagesCourrier.class).texte(courriers.octets(c.id())))
                .findFirst()
                .orElseThrow()
                .replaceAll("[\\p{Z}\\s]+", " ");
        assertThat(lettre).contains("Pourquoi ce choix ? • Vos réponses ne font pencher vers aucun parcours");
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
                "resultat",
                "SIGNE",
                "signePersonneLe",
                DEPART.plusDays(1).toString(),
                "signeReferentLe",
                DEPART.minusDays(1).toString(),
                "sansCopie",
                "Papier.");
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
        Map<String, Object> sansHeures = new HashMap<>(contrat());
        sansHeures.put("heures", 0);
        sansHeures.put("exemption", "SANTE");
        achever(dossier, OrientationRsa.ETABLIR_CONTRAT, sansHeures);
        assertThat(courriers.parDossier(dossier.id()).stream()
                        .filter(c -> c.modele().equals("contrat-engagement") && c.etat() != EtatCourrier.ANNULE)
                        .map(c -> monde.bean(ImagesCourrier.class).texte(courriers.octets(c.id())))
                        .toList())
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("ne demande pas d")
                .doesNotContain("0 heure");
        achever(
                dossier,
                OrientationRsa.RECUEILLIR_SIGNATURES,
                Map.of("resultat", "REFUSE", "motif", "La personne ne veut pas s'engager."));
        assertThat(contrats.dernier(dossier.id()).orElseThrow().refuseLe()).isEqualTo(DEPART);
        assertThat(etats(dossier, "contrat-engagement"))
                .as("ce qui n'est pas signé n'est remis à personne")
                .containsExactly(EtatCourrier.ANNULE, EtatCourrier.ANNULE);
        assertThat(corbeille.duDossier(dossier.id()))
                .anyMatch(t -> t.etape().equals(OrientationRsa.RECUEILLIR_AVIS_EQUIPE));
    }

    @Test
    void un_ecart_demande_un_motif_qui_reste_visible_a_cote_de_la_proposition() {
        DossierVue dossier = ouvrir(monde.personne());
        situer(dossier);
        Map<String, Object> ecart = confirmation(organisme("CAP_EMPLOI"));
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
        assertThat(dossiers.parId(dossier.id()).issue()).isNull();
        assertThat(corbeille.duDossier(dossier.id())).anyMatch(t -> t.etape().equals(OrientationRsa.SUIVRE_PARTENAIRE));
    }

    @Test
    void deux_absences_menent_a_l_equipe_pluridisciplinaire() {
        DossierVue dossier = ouvrir(monde.personne());
        situer(dossier);
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, confirmation(organisme("CCAS")));
        Map<String, Object> absente = new HashMap<>(RendezVousDEssai.apres(DEPART.plusDays(15)));
        absente.put("resultat", "ABSENTE");
        monde.convoquer(dossier.id());
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, absente);
        assertThat(texte(dossier, "seconde-convocation"))
                .contains(
                        "Nous ne vous avons pas vu", "Quelque chose vous a empêché de venir", "Sans nouvelles de vous")
                .doesNotContain("remplace");
        monde.convoquer(dossier.id());
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "ABSENTE"));
        donnerUnAutreRendezVous(dossier);
        assertThat(demandes.demande(dossier.id()).absences()).isZero();
        assertThat(texte(dossier, "seconde-convocation")).contains("Nous ne vous avons pas vu");
        assertThat(corbeille.duDossier(dossier.id()))
                .anyMatch(t -> t.etape().equals(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS));
    }

    /** The équipe asks for another appointment. */
    private void donnerUnAutreRendezVous(DossierVue dossier) {
        Map<String, Object> avis = new HashMap<>(RendezVousDEssai.apres(DEPART.plusDays(20)));
        avis.put("suite", "NOUVEAU_RENDEZ_VOUS");
        rendreUnAvis(dossier, avis);
    }

    private void rendreUnAvis(DossierVue dossier, Map<String, Object> suite) {
        Map<String, Object> avis = new HashMap<>(suite);
        avis.putAll(Map.of("seance", DEPART.toString(), "avis", "La personne s'est expliquée."));
        achever(
                dossier,
                OrientationRsa.RECUEILLIR_AVIS_EQUIPE,
                avis,
                monde.agent("dispositifs.equipe", Role.RESPONSABLE_DISPOSITIFS, null));
    }

    private DossierVue contratRefuse() {
        DossierVue dossier = contratEcrit();
        achever(
                dossier,
                OrientationRsa.RECUEILLIR_SIGNATURES,
                Map.of("resultat", "REFUSE", "motif", "La personne ne veut pas s'engager."));
        return dossier;
    }

    /** She came, and refused a contract: nobody "has not seen" her. */
    @Test
    void qui_est_venu_et_refuse_un_contrat_ne_lit_pas_qu_on_ne_l_a_pas_vu() {
        DossierVue dossier = contratRefuse();
        donnerUnAutreRendezVous(dossier);
        assertThat(texte(dossier, "seconde-convocation"))
                .contains("Nous vous donnons un nouveau rendez-vous.", "L262-29 et L262-34")
                .doesNotContain("pas vu", "empêché de venir", "Sans nouvelles", "L262-37");
    }

    @Test
    void une_absence_avant_une_rencontre_ne_se_redit_pas_apres_un_contrat_refuse() {
        DossierVue dossier = orientee();
        monde.convoquer(dossier.id());
        Map<String, Object> absente = new HashMap<>(RendezVousDEssai.apres(DEPART.plusDays(15)));
        absente.put("resultat", "ABSENTE");
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, absente);
        monde.convoquer(dossier.id());
        accompagnerJusquAuContrat(dossier);
        achever(
                dossier,
                OrientationRsa.RECUEILLIR_SIGNATURES,
                Map.of("resultat", "REFUSE", "motif", "La personne ne veut pas s'engager."));
        donnerUnAutreRendezVous(dossier);
        assertThat(texte(dossier, "seconde-convocation")).doesNotContain("pas vu");
    }

    @Test
    void une_convocation_qui_attend_ne_part_plus_quand_la_personne_est_venue() {
        DossierVue dossier = orientee();
        monde.convoquer(dossier.id());
        Map<String, Object> absente = new HashMap<>(RendezVousDEssai.apres(DEPART.plusDays(15)));
        absente.put("resultat", "ABSENTE");
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, absente);
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "VENUE"));
        assertThat(courriers.parDossier(dossier.id()))
                .filteredOn(c -> c.modele().equals("seconde-convocation"))
                .singleElement()
                .satisfies(c -> assertThat(c.etat()).isEqualTo(EtatCourrier.ANNULE));
    }

    private DossierVue orientee() {
        DossierVue dossier = ouvrir(monde.personne());
        situer(dossier);
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, confirmation(organisme("CCAS")));
        return dossier;
    }

    /** As on the day itself, without making the time of the appointment come. */
    private void tenir(DossierVue dossier, Map<String, Object> donnees) {
        taches.achever(
                corbeille.duDossier(dossier.id()).stream()
                        .filter(t -> t.etape().equals(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS))
                        .findFirst()
                        .orElseThrow()
                        .tacheId(),
                donnees,
                ali);
        monde.travailler();
    }

    private Map<String, Object> reporter(int jours) {
        Map<String, Object> report = new HashMap<>(RendezVousDEssai.apres(DEPART.plusDays(jours)));
        report.putAll(Map.of("resultat", "REPORTER", "motif", "Elle travaille ce jour-là."));
        return report;
    }

    private String jour(Map<String, Object> rendezVous) {
        return Horloge.enMots(LocalDate.parse((String) rendezVous.get("date")));
    }

    @Test
    void un_rendez_vous_se_reporte_avant_son_jour_sans_absence_et_la_lettre_dit_qu_elle_remplace() {
        DossierVue dossier = orientee();
        monde.convoquer(dossier.id());
        Map<String, Object> report = reporter(16);
        tenir(dossier, report);
        DemandeOrientationVue d = demandes.demande(dossier.id());
        assertThat(d.absences()).isZero();
        assertThat(d.rendezVous().atZone(Horloge.PARIS).toLocalDate()).hasToString((String) report.get("date"));
        assertThat(texte(dossier, "seconde-convocation"))
                .contains(jour(report), "Ce rendez-vous remplace celui que vous aviez", "nous changerons la date")
                .doesNotContain("pas vu", "empêché de venir", "Sans nouvelles");
        assertThat(jdbc.queryForList(
                        "select date(debut) from rendez_vous_agent where dossier_id = ?", String.class, dossier.id()))
                .as("l'ancien moment est libre")
                .containsExactly((String) report.get("date"));
        assertThat(dossiers.histoire(dossier.id()))
                .anyMatch(e -> e.nature().equals("REPORT") && e.complet().contains("Elle travaille ce jour-là."));

        Map<String, Object> encore = reporter(17);
        tenir(dossier, encore);
        assertThat(etats(dossier, "seconde-convocation")).containsExactly(EtatCourrier.A_IMPRIMER, EtatCourrier.ANNULE);
        assertThat(texte(dossier, "seconde-convocation")).contains(jour(encore), "remplace celui que vous aviez");

        Map<String, Object> sansJour = Map.of("resultat", "REPORTER");
        assertThatThrownBy(() -> tenir(dossier, sansJour))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs().get(0).champ()).isEqualTo("date"));
        Map<String, Object> ferme = new HashMap<>(encore);
        ferme.put("date", "2026-07-14");
        assertThatThrownBy(() -> tenir(dossier, ferme)).hasMessageContaining("jour férié");
        monde.convoquer(dossier.id());
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "VENUE"));
    }

    /** The decision is the only letter that tells how to appeal: it is written again, never dropped for a convocation. */
    @Test
    void une_date_changee_avant_que_la_decision_parte_est_dans_une_decision_ecrite_de_nouveau() {
        for (boolean signee : List.of(false, true)) {
            DossierVue dossier = orientee();
            if (signee) {
                monde.signer(dossier.id());
            }
            Map<String, Object> report = reporter(18);
            tenir(dossier, report);
            assertThat(etats(dossier, "notification-orientation"))
                    .containsExactly(EtatCourrier.A_SIGNER, EtatCourrier.ANNULE);
            assertThat(texte(dossier, "notification-orientation")).contains(jour(report));
            assertThat(lettres(dossier)).doesNotContain("seconde-convocation");
            assertThat(corbeille.duDossier(dossier.id()))
                    .anyMatch(t -> t.etape().equals(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS));
        }
    }

    @Test
    void une_absence_que_personne_n_a_lue_est_encore_dite_par_la_lettre_qui_change_la_date() {
        DossierVue dossier = orientee();
        monde.convoquer(dossier.id());
        Map<String, Object> absente = new HashMap<>(RendezVousDEssai.apres(DEPART.plusDays(15)));
        absente.put("resultat", "ABSENTE");
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, absente);
        Map<String, Object> report = reporter(19);
        tenir(dossier, report);
        assertThat(demandes.demande(dossier.id()).absences()).isEqualTo(1);
        assertThat(etats(dossier, "seconde-convocation")).containsExactly(EtatCourrier.A_IMPRIMER, EtatCourrier.ANNULE);
        assertThat(texte(dossier, "seconde-convocation"))
                .contains("Nous ne vous avons pas vu", jour(report))
                .doesNotContain("remplace");
    }

    @Test
    void personne_n_est_absent_d_un_rendez_vous_que_sa_lettre_n_a_pas_donne() {
        DossierVue dossier = orientee();
        refuserLAbsence(dossier, "est à signer");
        monde.signer(dossier.id());
        refuserLAbsence(dossier, "est à imprimer");
        monde.convoquer(dossier.id());
        CourrierVue partie = courriers.parDossier(dossier.id()).get(0);
        SuiviCourriers suivi = monde.bean(SuiviCourriers.class);
        suivi.retourner(partie.id(), DEPART, "NPAI", monde.responsable());
        refuserLAbsence(dossier, "est revenu");
        assertThat(demandes.demande(dossier.id()).absences()).isZero();

        tenir(dossier, reporter(15));
        refuserLAbsence(dossier, "est à imprimer");
        monde.convoquer(dossier.id());
        Map<String, Object> absente = new HashMap<>(RendezVousDEssai.apres(DEPART.plusDays(16)));
        absente.put("resultat", "ABSENTE");
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, absente);
        refuserLAbsence(dossier, "est à imprimer");
        assertThat(demandes.demande(dossier.id()).absences()).isEqualTo(1);
        monde.convoquer(dossier.id());
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "ABSENTE"));
        assertThat(corbeille.duDossier(dossier.id()))
                .anyMatch(t -> t.etape().equals(OrientationRsa.RECUEILLIR_AVIS_EQUIPE));
    }

    private void refuserLAbsence(DossierVue dossier, String pourquoi) {
        Map<String, Object> absente = new HashMap<>(RendezVousDEssai.apres(DEPART.plusDays(15)));
        absente.put("resultat", "ABSENTE");
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, absente))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).singleElement().satisfies(x -> {
                            assertThat(x.champ()).isEqualTo("resultat");
                            assertThat(x.message()).contains(pourquoi, "n'a pas été convoquée");
                        }));
    }

    /** A decision beside another one: the former that nobody signed is signable no more. */
    @Test
    void une_nouvelle_decision_retire_la_precedente_que_personne_n_a_signee() {
        DossierVue dossier = contratRefuse();
        assertThat(etats(dossier, "notification-orientation"))
                .as("écrite de nouveau quand la personne est venue : son rendez-vous est passé")
                .containsExactly(EtatCourrier.A_SIGNER, EtatCourrier.ANNULE);
        rendreUnAvis(dossier, Map.of("suite", "REORIENTER"));
        situer(dossier);
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, confirmation(organisme("CCAS")));
        assertThat(etats(dossier, "notification-orientation"))
                .containsExactly(EtatCourrier.A_SIGNER, EtatCourrier.ANNULE, EtatCourrier.ANNULE);
        CourrierVue nouvelle = courriers.parDossier(dossier.id()).get(0);
        assertThat(courriers.parDossier(dossier.id()))
                .filteredOn(c -> c.etat() == EtatCourrier.ANNULE && c.modele().equals("notification-orientation"))
                .first()
                .satisfies(c ->
                        assertThat(c.motifAnnulation()).contains("nouvelle décision d'orientation", nouvelle.numero()));
    }

    @Test
    void l_orientation_se_revoit_au_premier_rendez_vous_et_rien_de_l_ancien_ne_part() {
        DossierVue dossier = orientee();
        EtapesEnCours etapes = monde.bean(EtapesEnCours.class);
        assertThat(etapes.connait(dossier.numero(), "Flow_Venue_Revoir")).isTrue();
        assertThat(etapes.connait(dossier.numero(), "Flow_Inconnu")).isFalse();
        tenir(dossier, Map.of("resultat", "REVOIR", "motif", "Elle demande un autre organisme."));
        assertThat(etats(dossier, "notification-orientation")).containsExactly(EtatCourrier.ANNULE);
        assertThat(jdbc.queryForObject(
                        "select count(*) from rendez_vous_agent where dossier_id = ?", Integer.class, dossier.id()))
                .isZero();
        assertThat(demandes.demande(dossier.id()).rendezVous()).isNull();
        situer(dossier);
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, confirmation(organisme("CCAS")));
        assertThat(etats(dossier, "notification-orientation"))
                .containsExactly(EtatCourrier.A_SIGNER, EtatCourrier.ANNULE);
        assertThat(orientations.histoire(dossier.personneId())).singleElement().matches(Orientation::enCours);
    }

    @Test
    void une_etape_n_est_jamais_due_apres_les_six_semaines_ni_le_rendez_vous_apres_son_jour() {
        DossierVue tard = demandes.ouvrir(
                monde.personne().id(), null, Canal.GUICHET, DEPART.minusDays(38), Map.of("enfants", 0), ali);
        monde.travailler();
        assertThat(echeance(tard, OrientationRsa.RECUEILLIR_SITUATION)).isEqualTo(DEPART.plusDays(4));
        situer(tard);
        assertThat(echeance(tard, OrientationRsa.CONFIRMER_ORIENTATION)).isEqualTo(DEPART.plusDays(4));
        Map<String, Object> donnees = confirmation(organisme("CCAS"));
        achever(tard, OrientationRsa.CONFIRMER_ORIENTATION, donnees);
        assertThat(echeance(tard, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS))
                .isEqualTo(LocalDate.parse((String) donnees.get("date")));
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
        Map<String, Object> loin = confirmation(organisme("CCAS"));
        loin.put("date", DEPART.plusYears(5).plusDays(1).toString());
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, loin))
                .hasMessageContaining("vérifiez l'année");
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
        DossierVue ori = dossiers.dePersonne(rsa.personneId(), ali).stream()
                .filter(d -> DemandesOrientation.DISPOSITIF.equals(d.dispositif()))
                .findFirst()
                .orElseThrow();
        assertThat(ori.numero()).startsWith("ORI-2026-");
        assertThat(ori.horloge().limite()).isEqualTo(DEPART.plusDays(42));
        assertThat(demandes.demande(ori.id()).situation())
                .containsEntry("parentIsole", "NON")
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

    private Agent partenaire(String nature) {
        return monde.partenaire("partenaire.suivi." + nature.toLowerCase(java.util.Locale.ROOT), organisme(nature));
    }

    /** Young enough for the Mission locale. */
    private PersonneVue jeune() {
        return monde.naitre(monde.personne(), LocalDate.of(2004, 3, 14));
    }

    private DossierVue confiee(String nature) {
        DossierVue dossier = ouvrir(jeune());
        situer(dossier);
        Map<String, Object> donnees = new HashMap<>(Map.of(
                "parcours",
                "SOCIO_PROFESSIONNEL",
                "organisme",
                organisme(nature),
                "referent",
                ali.identifiant(),
                "motif",
                "La personne connaît déjà cette structure."));
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, donnees);
        monde.signer(dossier.id());
        return dossier;
    }

    @Test
    void un_partenaire_ne_lit_rien_d_une_orientation_que_personne_n_a_signee() {
        DossierVue dossier = ouvrir(jeune());
        situer(dossier);
        Map<String, Object> donnees = confirmation(organisme("MISSION_LOCALE"));
        donnees.put("motif", "La personne connaît déjà cette structure.");
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, donnees);
        SuivisDOrientation suivis = monde.bean(SuivisDOrientation.class);
        assertThat(suivis.suivi(dossier.id())).isEmpty();
        assertThat(lettres(dossier)).doesNotContain("orientation-confiee");
        Map<String, Object> refus = Map.of("resultat", "REFUS", "motif", "Complet.");
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.SUIVRE_PARTENAIRE, refus))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("n'est pas signée");

        monde.bean(Foyers.class)
                .ajouter(
                        dossier.personneId(),
                        new NouveauMembre(LienFoyer.ENFANT, "Inventée", "Lou", DEPART.minusYears(3), DEPART),
                        ali);
        monde.travailler();
        assertThat(corbeille.duDossier(dossier.id()))
                .as("reprise, sans rien refuser de ce qui s'ajoute au foyer")
                .anyMatch(t -> t.etape().equals(OrientationRsa.CONFIRMER_ORIENTATION));
        assertThat(lettres(dossier)).doesNotContain("orientation-confiee", "fin-partage-partenaire");

        DossierVue signee = confiee("MISSION_LOCALE");
        assertThat(monde.bean(RepriseDesConfirmations.class).commentRevoir(signee.id()))
                .as("un acte qui existe chez un partenaire, une fois la décision signée")
                .hasValueSatisfying(acte -> assertThat(acte).contains("choisissez « Revoir l’orientation »"));
        assertThat(suivis.suivi(signee.id())).isPresent();
        assertThat(lettres(signee)).contains("orientation-confiee");
    }

    private String texte(DossierVue dossier, String modele) {
        return courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.modele().equals(modele))
                .findFirst()
                .map(c -> monde.bean(ImagesCourrier.class).texte(courriers.octets(c.id())))
                .orElseThrow(() -> new AssertionError("pas de courrier " + modele))
                .replaceAll("[\\p{Z}\\s]+", " ");
    }

    private PropositionVue suivi(DossierVue dossier) {
        return monde.bean(SuivisDOrientation.class).suivi(dossier.id()).orElseThrow();
    }

    @Test
    void une_orientation_chez_un_partenaire_lui_appartient_et_reste_a_l_antenne_jusqu_a_la_rencontre() {
        DossierVue dossier = confiee("MISSION_LOCALE");
        Agent partenaire = partenaire("MISSION_LOCALE");
        EspacePartenaire espace = monde.bean(EspacePartenaire.class);
        Orientation enCours = orientations.enCours(dossier.personneId()).orElseThrow();
        assertThat(enCours.referent()).as("l'agent du CCAS n'est pas référent").isNull();
        assertThat(demandes.demande(dossier.id()).rendezVous()).isNull();
        assertThat(texte(dossier, "notification-orientation"))
                .contains(
                        "Nous avons parlé de votre situation",
                        "service d’accompagnement",
                        "Il vous est donné par la Mission locale")
                .doesNotContain(ali.nom() + " est votre référent");
        UUID id = suivi(dossier).id();
        assertThat(suivi(dossier).deLaLoi()).isTrue();
        assertThat(espace.ouvrir(id, partenaire).donnees())
                .extracting(DonneePartagee::code)
                .contains("NOM", "TELEPHONE", "PARCOURS")
                .doesNotContain("BESOIN");
        Agent autre = partenaire("CAP_EMPLOI");
        assertThatThrownBy(() -> espace.ouvrir(id, autre)).isInstanceOf(Introuvable.class);
        monde.bean(FinDesPartages.class).arreterLesAccordsEchus();
        assertThat(suivi(dossier).etat()).isEqualTo(EtatProposition.PROPOSEE);

        Instant quand = Horloge.instantAParis(DEPART.plusDays(8).atTime(10, 0));
        espace.repondre(
                id, new Reponse(true, quand, "1 rue de l'Exemple", null, null), "Camille Référente", partenaire);
        monde.travailler();
        assertThat(texte(dossier, "premier-rendez-vous-partenaire")).contains("1 rue de l’Exemple");
        assertThat(monde.bean(ReferentUnique.class).de(dossier.personneId()).orElseThrow())
                .startsWith("Camille Référente, ");
        assertThat(dossiers.parId(dossier.id()).clos()).isFalse();
        assertThatThrownBy(() -> espace.noterRencontre(id, new Rencontre(Rencontre.Issue.TENU, null, null), partenaire))
                .isInstanceOf(SaisieInvalide.class);
        reglage.regler(DEPART.plusDays(8).atTime(11, 0));
        espace.noterRencontre(id, new Rencontre(Rencontre.Issue.TENU, null, null), partenaire);
        monde.travailler();
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.CONFIEE_PARTENAIRE);
        assertThat(demandes.demande(dossier.id()).rencontreeLe()).isEqualTo(DEPART.plusDays(8));
        assertThat(orientations.enCours(dossier.personneId())).isPresent();
        assertThat(espace.ouvrir(id, partenaire).donnees())
                .as("le référent lit encore")
                .isNotEmpty();
    }

    @Test
    void un_partenaire_qui_refuse_rend_l_orientation_a_l_antenne_qui_peut_en_changer_le_jour_meme() {
        DossierVue dossier = confiee("MISSION_LOCALE");
        Agent partenaire = partenaire("MISSION_LOCALE");
        monde.bean(EspacePartenaire.class)
                .repondre(
                        suivi(dossier).id(),
                        new Reponse(false, null, null, MotifRefus.AUTRE_SERVICE, null),
                        partenaire);
        monde.travailler();
        situer(dossier);
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, confirmation(organisme("CCAS")));
        assertThat(orientations.histoire(dossier.personneId()))
                .singleElement()
                .matches(o -> ali.identifiant().equals(o.referent()));
        assertThat(jdbc.queryForObject(
                        "select count(*) from orientation_annulee where dossier_id = ?", Integer.class, dossier.id()))
                .isOne();
    }

    @Test
    void un_agent_note_ce_que_le_partenaire_dit_par_telephone() {
        DossierVue dossier = confiee("CAP_EMPLOI");
        Map<String, Object> donne = new HashMap<>(RendezVousDEssai.apres(DEPART.plusDays(3)));
        donne.putAll(Map.of("resultat", "RENDEZ_VOUS", "referent", "Service accompagnement"));
        achever(dossier, OrientationRsa.SUIVRE_PARTENAIRE, donne);
        assertThat(lettres(dossier)).contains("premier-rendez-vous-partenaire", "orientation-confiee");
        demandes.nommerReferent(dossier.id(), "Service accompagnement", ali);
        assertThat(dossiers.histoire(dossier.id()))
                .as("le même nom ne se dit pas deux fois")
                .filteredOn(e -> e.nature().equals("REFERENT"))
                .hasSize(1);
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.SUIVRE_PARTENAIRE, Map.of("resultat", "RENCONTREE")))
                .hasMessageContaining("pas encore eu lieu");
        Map<String, Object> absente = Map.of("resultat", "ABSENTE", "motif", "Sans nouvelle.");
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.SUIVRE_PARTENAIRE, absente))
                .as("une absence ne se constate pas avant le rendez-vous")
                .hasMessageContaining("pas encore eu lieu");
        reglage.regler(LocalDate.parse((String) donne.get("date")).plusDays(1).atTime(9, 0));
        achever(dossier, OrientationRsa.SUIVRE_PARTENAIRE, absente);
        assertThat(corbeille.duDossier(dossier.id()))
                .anyMatch(t -> t.etape().equals(OrientationRsa.RECUEILLIR_SITUATION));
    }

    @Test
    void un_desistement_ou_un_deces_ferme_le_suivi_du_partenaire_qui_en_est_prevenu() {
        DossierVue dossier = confiee("MISSION_LOCALE");
        monde.bean(Signalements.class).signaler(dossier.id(), Signalement.DESISTEMENT, "Ne souhaite pas.", ali);
        monde.travailler();
        assertThat(suivi(dossier).etat()).isEqualTo(EtatProposition.ARRETEE);
        assertThat(lettres(dossier)).contains("fin-partage-partenaire");
        assertThat(orientations.enCours(dossier.personneId())).isEmpty();
    }

    @Test
    void une_confirmation_se_reprend_et_tout_revient_comme_avant() {
        DossierVue dossier = ouvrir(monde.personne());
        orientations.enregistrer(
                nouvelle(monde.bean(Personnes.class).parId(dossier.personneId()), DEPART.minusDays(20)), ali);
        situer(dossier);
        Map<String, Object> donnees = confirmation(organisme("CCAS"));
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, donnees);
        assertThat(orientations.histoire(dossier.personneId())).hasSize(2);
        RepriseDesConfirmations reprises = monde.bean(RepriseDesConfirmations.class);
        Agent accueil = monde.agent(Role.ACCUEIL, "KLEBER");
        assertThatThrownBy(() -> reprises.reprendre(dossier.id(), accueil)).isInstanceOf(Interdit.class);
        Agent ailleurs = monde.agent("ali.reprise.blosne", Role.ALI, "BLOSNE");
        assertThatThrownBy(() -> reprises.reprendre(dossier.id(), ailleurs)).isInstanceOf(Introuvable.class);

        reprises.reprendre(dossier.id(), ali);
        monde.travailler();
        assertThat(corbeille.duDossier(dossier.id()))
                .anyMatch(t -> t.etape().equals(OrientationRsa.CONFIRMER_ORIENTATION));
        assertThat(orientations.histoire(dossier.personneId())).singleElement().matches(Orientation::enCours);
        assertThat(demandes.demande(dossier.id()).confirmeeLe()).isNull();
        assertThat(dossiers.parId(dossier.id()).horloge().limite()).isEqualTo(DEPART.plusDays(42));
        assertThatThrownBy(() -> reprises.reprendre(dossier.id(), ali)).isInstanceOf(Conflit.class);
        // The moment is free again
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, donnees);
        achever(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS, Map.of("resultat", "VENUE"));
        assertThatThrownBy(() -> reprises.reprendre(dossier.id(), ali)).isInstanceOf(Conflit.class);
    }

    @Test
    void un_rendez_vous_n_est_jamais_ferme_hors_des_heures_ni_sur_un_autre() {
        DossierVue premier = ouvrir(monde.personne());
        situer(premier);
        Map<String, Object> libre = confirmation(organisme("CCAS"));
        refuse(premier, libre, "date", DEPART.plusDays(12).toString(), "date", "fermée");
        refuse(premier, libre, "date", "2026-07-14", "date", "jour férié");
        refuse(premier, libre, "heure", "8h30", "heure", "de 9h00 à 12h00 et de 13h30 à 17h00");
        refuse(premier, libre, "heure", "11h30", "heure", "45 minutes");
        refuse(premier, libre, "heure", "16h30", "heure", "heures de l'antenne");
        achever(premier, OrientationRsa.CONFIRMER_ORIENTATION, libre);
        DossierVue second = ouvrir(monde.personne());
        situer(second);
        Map<String, Object> pris = confirmation(organisme("CCAS"));
        pris.put("date", libre.get("date"));
        refuse(second, pris, "heure", (String) libre.get("heure"), "heure", "déjà un rendez-vous");
        assertThat(demandes.demande(second.id()).confirmeeLe()).isNull();
        java.time.LocalDateTime propose =
                monde.bean(Creneaux.class).suivant(second.id(), ali.identifiant(), "KLEBER", null);
        pris.put("date", propose.toLocalDate().toString());
        pris.put("heure", propose.toLocalTime().toString());
        achever(second, OrientationRsa.CONFIRMER_ORIENTATION, pris);
        assertThatThrownBy(() -> taches.achever(
                        corbeille.duDossier(second.id()).get(0).tacheId(), Map.of("resultat", "VENUE"), ali))
                .hasMessageContaining("pas encore eu lieu");
    }

    private void refuse(
            DossierVue dossier, Map<String, Object> donnees, String cle, String valeur, String champ, String mot) {
        Map<String, Object> fausses = new HashMap<>(donnees);
        fausses.put(cle, valeur);
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, fausses))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs())
                                .anyMatch(x ->
                                        x.champ().equals(champ) && x.message().contains(mot)));
    }

    @Test
    void apres_six_semaines_france_travail_oriente_et_aucune_lettre_ne_dit_que_nous_l_avons_fait() {
        DossierVue dossier = ouvrir(monde.personne());
        situer(dossier);
        demandes.constaterSixSemaines(dossier.id());
        assertThat(demandes.demande(dossier.id()).sixSemainesLe()).isEqualTo(DEPART);
        Map<String, Object> donnees = new HashMap<>(Map.of(
                "parcours", "EMPLOI",
                "organisme", organisme("FRANCE_TRAVAIL"),
                "decideur", "FRANCE_TRAVAIL",
                "motif", "Décision de France Travail."));
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, donnees))
                .isInstanceOf(SaisieInvalide.class);
        donnees.put("decideeLe", DEPART.minusDays(1).toString());
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, donnees);
        assertThat(lettres(dossier)).contains("information-orientation").doesNotContain("notification-orientation");
        assertThat(orientations.enCours(dossier.personneId()).orElseThrow().debut())
                .isEqualTo(DEPART.minusDays(1));
        assertThat(dossiers.histoire(dossier.id())).anyMatch(e -> e.nature().equals("SIX_SEMAINES"));
    }

    @Test
    void une_proposition_ne_survit_pas_a_ses_faits_et_une_decision_se_dit_a_revoir() {
        DossierVue dossier = ouvrir(monde.personne());
        situer(dossier);
        assertThat(demandes.demande(dossier.id()).proposition().indications())
                .noneMatch(i -> i.raison().contains("moins de 26 ans"));
        naitre(dossier, DEPART.minusYears(20));
        assertThat(demandes.demande(dossier.id()).proposition().indications())
                .anyMatch(i -> i.raison().contains("moins de 26 ans"));
        monde.bean(RepriseDesConfirmations.class).revoirLaSituation(dossier.id(), ali);
        situer(dossier);
        Map<String, Object> donnees = confirmation(organisme("CCAS"));
        donnees.put("motif", "Choix de la personne.");
        achever(dossier, OrientationRsa.CONFIRMER_ORIENTATION, donnees);
        assertThat(demandes.revision(dossier.id())).isEmpty();
        naitre(dossier, DEPART.minusYears(40));
        assertThat(demandes.revision(dossier.id())).isPresent();
    }

    private void naitre(DossierVue dossier, LocalDate jour) {
        Personnes personnes = monde.bean(Personnes.class);
        PersonneVue p = personnes.parId(dossier.personneId());
        personnes.modifier(
                p.id(),
                new FichePersonne(
                        p.civilite(),
                        p.nom(),
                        p.prenoms(),
                        jour,
                        p.adresse(),
                        p.quartier(),
                        p.telephone(),
                        p.courriel(),
                        p.langue(),
                        null),
                p.version(),
                ali);
    }

    @Test
    void une_orientation_ancienne_se_declare_passee_et_prend_sa_place_sans_chevaucher() {
        PersonneVue personne = monde.personne();
        orientations.enregistrer(nouvelle(personne, DEPART.minusDays(20)), ali);
        PersonneVue autre = monde.personne();
        assertThatThrownBy(() -> orientations.enregistrer(nouvelle(autre, DEPART.minusDays(200)), ali))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("déclarez l'orientation comme passée");
        orientations.enregistrer(passee(personne, DEPART.minusDays(200), null), ali);
        assertThat(orientations.histoire(personne.id())).hasSize(2).last().satisfies(o -> {
            assertThat(o.fin()).isEqualTo(DEPART.minusDays(20));
            assertThat(o.declareePassee()).isTrue();
        });
        orientations.enregistrer(passee(personne, DEPART.minusDays(400), DEPART.minusDays(300)), ali);
        assertThatThrownBy(() ->
                        orientations.enregistrer(passee(personne, DEPART.minusDays(350), DEPART.minusDays(250)), ali))
                .isInstanceOf(Conflit.class);
        assertThatThrownBy(() ->
                        orientations.enregistrer(passee(personne, DEPART.minusDays(500), DEPART.minusDays(497)), ali))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("au moins 7 jours");
        assertThat(orientations.histoire(personne.id())).hasSize(3);
    }

    private NouvelleOrientation passee(PersonneVue personne, LocalDate debut, LocalDate fin) {
        return new NouvelleOrientation(
                personne.id(), null, Parcours.SOCIAL, organisme("CCAS"), null, null, debut, fin, true, null, null);
    }

    @Test
    void un_organisme_qui_n_accompagne_personne_n_est_ni_offert_ni_accepte() {
        OrganismesReferents referents = monde.bean(OrganismesReferents.class);
        PersonneVue personne = jeune();
        assertThatThrownBy(() -> referents.natureDe("CAF", personne, null))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("n'accompagne personne");
        assertThat(referents.natureDe(organisme("MISSION_LOCALE"), personne, null))
                .isEqualTo("MISSION_LOCALE");
    }

    @Test
    void un_contrat_signe_a_sa_copie_ou_dit_pourquoi_elle_manque() {
        DossierVue dossier = contratEcrit();
        Map<String, Object> sansRien = Map.of(
                "resultat", "SIGNE",
                "signePersonneLe", DEPART.toString(),
                "signeReferentLe", DEPART.toString());
        assertThatThrownBy(() -> achever(dossier, OrientationRsa.RECUEILLIR_SIGNATURES, sansRien))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs())
                                .extracting(ErreurChamp::champ)
                                .containsExactly("sansCopie"));
        monde.bean(Pieces.class).noterRecue(dossier.id(), "CONTRAT_SIGNE", ali);
        achever(dossier, OrientationRsa.RECUEILLIR_SIGNATURES, sansRien);
        assertThat(contrats.dernier(dossier.id()).orElseThrow().signe()).isTrue();
    }

    @Test
    void ce_qu_une_case_vide_disait_devient_pas_demande() throws Exception {
        DossierVue dossier = ouvrir(monde.personne());
        jdbc.update(
                "update demande_orientation set situation = ? where dossier_id = ?",
                "{\"enfants\":0,\"parentIsole\":false,\"volontairePlie\":true}",
                dossier.id());
        String migration = new String(
                getClass()
                        .getResourceAsStream("/db/migration/V220__orientation_a_quelqu_un.sql")
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        for (String ordre : migration.split(";")) {
            if (ordre.contains("UPDATE demande_orientation SET situation")) {
                jdbc.execute(ordre.substring(ordre.indexOf("UPDATE")));
            }
        }
        assertThat(demandes.demande(dossier.id()).situation())
                .doesNotContainKey("parentIsole")
                .containsEntry("volontairePlie", "OUI");
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
