package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.courrier.ModeRemise;
import fr.jalon.courrier.SuiviCourriers;
import fr.jalon.decision.Confirmations;
import fr.jalon.dispositif.DelaisDepuisReception;
import fr.jalon.dispositif.Envois;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Taches;
import fr.jalon.rsa.ConditionVerifiee;
import fr.jalon.rsa.DecisionCaf;
import fr.jalon.rsa.DecisionsDeLaCaf;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.PropositionsRsa;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole path on the real engine and a real MariaDB: one test per end, and the detours that change the dates. */
@JalonIT
class InstructionRsaIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Taches taches;

    @Autowired
    private Pieces pieces;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Signalements signalements;

    @Autowired
    private DemandesRsa demandes;

    @Autowired
    private org.springframework.context.ApplicationEventPublisher evenements;

    @Autowired
    private PropositionsRsa propositions;

    @Autowired
    private DecisionsDeLaCaf decisionsDeLaCaf;

    @Autowired
    private Confirmations confirmations;

    @Autowired
    private Courriers courriers;

    @Autowired
    private Envois envois;

    @Autowired
    private HorlogeReglable horloge;

    @BeforeEach
    @AfterEach
    void remettreLHeure() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    @Test
    void ouvre_le_droit_quand_la_caf_accorde() {
        DossierVue dossier = transmise("FAVORABLE", true);
        assertThat(dossiers.parId(dossier.id()).etat()).isEqualTo(EtatDossier.ATTENTE_CAF);
        assertThat(envois.duDossier(dossier.id()))
                .extracting(Envois.Envoi::destinataire)
                .containsExactlyInAnyOrder("CPAM", "CAF");
        for (String effet : List.of("2026-05-31", "2026-07-02", "2031-06-01")) {
            assertThatThrownBy(() -> achever(dossier, "UserTask_EnregistrerDecisionCaf", accord(effet)))
                    .as("un droit ne s'ouvre ni avant le mois de la demande, ni des années après")
                    .isInstanceOfSatisfying(
                            SaisieInvalide.class,
                            e -> assertThat(e.erreurs().get(0).champ()).isEqualTo("dateEffet"));
        }
        achever(dossier, "UserTask_EnregistrerDecisionCaf", accord("2026-06-01"));
        monde.travailler();

        verifierFin(dossier, Issue.DROIT_OUVERT, "notification-accord", "accuse-reception");
        assertThat(texteHistoire(dossier)).contains("Orientation demandée");
    }

    private static Map<String, Object> accord(String effet) {
        return Map.of("decision", "ACCORD", "date", "2026-06-01", "montant", 651.69, "dateEffet", effet);
    }

    @Test
    void rejette_quand_la_caf_rejette_une_proposition_validee_par_le_responsable() {
        DossierVue dossier = instruite();
        achever(
                dossier,
                "UserTask_InstruireDemande",
                Map.of(
                        "proposition",
                        "DEFAVORABLE",
                        "motifs",
                        List.of("RESIDENCE"),
                        "motif",
                        "Six mois à l'étranger."));
        assertThatThrownBy(() -> achever(
                        dossier,
                        "UserTask_ValiderRejet",
                        Map.of("validation", "OUI", "motif", "Conforme."),
                        monde.instructeur()))
                .isInstanceOf(fr.jalon.commun.Interdit.class);
        achever(
                dossier,
                "UserTask_ValiderRejet",
                Map.of("validation", "OUI", "motif", "Conforme."),
                monde.responsable());
        monde.travailler();
        decisionsDeLaCaf.recevoir(
                dossier.id(), DecisionCaf.rejet(DEPART, "CAF35-77", List.of("RESIDENCE"), null), monde.instructeur());
        monde.travailler();

        verifierFin(dossier, Issue.DROIT_REJETE, "notification-rejet", "accuse-reception");
    }

    @Test
    void le_responsable_qui_a_propose_le_rejet_ne_le_valide_pas() {
        DossierVue dossier = instruite();
        achever(
                dossier,
                "UserTask_InstruireDemande",
                Map.of("proposition", "DEFAVORABLE", "motifs", List.of("RESIDENCE"), "motif", "Six mois à l'étranger."),
                monde.responsable());
        assertThatThrownBy(() -> achever(
                        dossier,
                        "UserTask_ValiderRejet",
                        Map.of("validation", "OUI", "motif", "Conforme."),
                        monde.responsable()))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("Vous avez proposé ce rejet");
        Agent autre = monde.agent("responsable2.kleber", Role.RESPONSABLE_ANTENNE, "KLEBER");
        achever(
                dossier,
                "UserTask_ValiderRejet",
                Map.of("validation", "NON", "motif", "À revoir avec la personne."),
                autre);
        assertThat(etapes(dossier)).containsExactly("UserTask_InstruireDemande");
    }

    @Test
    void s_ecarter_des_regles_demande_un_motif_et_les_deux_restent_visibles() {
        ObjectNode situation = (ObjectNode) monde.situation();
        ((ObjectNode) situation.path("adultes").path(0)).put("etudiant", true).put("stagiaireFormation", false);
        DossierVue dossier = instruite(situation);
        assertThat(demandes.demande(dossier.id()).eligible()).isFalse();
        assertThatThrownBy(() -> achever(dossier, "UserTask_InstruireDemande", Map.of("proposition", "FAVORABLE")))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs().get(0).champ()).isEqualTo("motif"));
        achever(
                dossier,
                "UserTask_InstruireDemande",
                Map.of("proposition", "FAVORABLE", "motif", "Formation continue, CE 464587."));
        var demande = demandes.demande(dossier.id());
        assertThat(demande.derogation()).isTrue();
        assertThat(demande.eligible()).isFalse();
        assertThat(demande.conditions())
                .anySatisfy(c -> assertThat(c.respectee()).isFalse());
    }

    @Test
    void corriger_pendant_l_instruction_refait_le_resultat_dans_la_meme_transaction() {
        ObjectNode etudiante = (ObjectNode) monde.situation();
        ((ObjectNode) etudiante.path("adultes").path(0)).put("etudiant", true).put("stagiaireFormation", false);
        DossierVue dossier = instruite(etudiante);
        assertThat(demandes.demande(dossier.id()).eligible()).isFalse();

        demandes.corriger(dossier.id(), monde.situation(), 1, monde.instructeur());

        assertThat(demandes.demande(dossier.id()).eligible()).isTrue();
        assertThat(demandes.demande(dossier.id()).conditions()).noneMatch(c -> c.manque());
        assertThat(etapes(dossier)).containsExactly("UserTask_InstruireDemande");
        assertThat(envois.duDossier(dossier.id())).isEmpty();
    }

    @Test
    void un_rejet_propose_avant_une_correction_est_a_refaire() {
        ObjectNode etudiante = (ObjectNode) monde.situation();
        ((ObjectNode) etudiante.path("adultes").path(0)).put("etudiant", true).put("stagiaireFormation", false);
        DossierVue dossier = instruite(etudiante);
        achever(
                dossier,
                "UserTask_InstruireDemande",
                Map.of("proposition", "DEFAVORABLE", "motifs", List.of("ETUDES")));
        assertThat(etapes(dossier)).containsExactly("UserTask_ValiderRejet");

        demandes.corriger(dossier.id(), monde.situation(), null, monde.instructeur());

        assertThat(etapes(dossier)).as("l'étape redemande").containsExactly("UserTask_InstruireDemande");
        assertThat(propositions.peremption(dossier.id())).contains("La situation a changé");
        achever(dossier, "UserTask_InstruireDemande", Map.of("proposition", "FAVORABLE"));
        assertThat(propositions.peremption(dossier.id())).isEmpty();
    }

    @Test
    void une_correction_qui_demande_une_piece_revient_a_la_verification() {
        DossierVue dossier = instruite();
        ObjectNode avecEnfant = (ObjectNode) monde.situation();
        avecEnfant.putArray("enfants").addObject().put("age", 4).putArray("ressources");

        demandes.corriger(dossier.id(), avecEnfant, null, monde.instructeur());

        assertThat(etapes(dossier)).containsExactly("UserTask_VerifierPieces");
        assertThat(pieces.manquantes(dossier.id())).extracting(PieceVue::type).contains("LIVRET_FAMILLE");
        assertThat(demandes.demande(dossier.id()).estimation().enfantsComptes()).isEqualTo(1);
    }

    @Test
    void le_second_qui_corrige_l_apprend_et_rien_n_est_perdu() {
        DossierVue dossier = instruite();
        demandes.corriger(dossier.id(), monde.situation(), 1, monde.instructeur());
        assertThatThrownBy(() -> demandes.corriger(dossier.id(), monde.situation(), 1, monde.responsable()))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining(monde.instructeur().nomComplet());
    }

    @Test
    void apres_la_caf_une_correction_est_refusee_avec_le_chemin() {
        DossierVue dossier = transmise("FAVORABLE", false);
        assertThatThrownBy(() -> demandes.corriger(dossier.id(), monde.situation(), null, monde.instructeur()))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("nouvelle demande");
        achever(
                dossier,
                "UserTask_EnregistrerDecisionCaf",
                Map.of("decision", "REJET", "date", "2026-06-01", "motifs", List.of("RESSOURCES")));
        monde.travailler();
        assertThatThrownBy(() -> demandes.corriger(dossier.id(), monde.situation(), null, monde.instructeur()))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("nouvelle demande à partir de celle-ci");
    }

    @Test
    void la_date_de_naissance_corrigee_refait_le_resultat() {
        DossierVue dossier = instruite();
        PersonneVue personne = monde.bean(Personnes.class).parId(dossier.personneId());
        assertThat(demandes.demande(dossier.id()).eligible()).isTrue();
        monde.naitre(personne, LocalDate.of(2004, 3, 1));
        assertThat(demandes.demande(dossier.id()).eligible())
                .as("22 ans, sans heure de travail")
                .isFalse();
        assertThat(demandes.demande(dossier.id()).conditions())
                .anyMatch(c -> c.motif().equals("AGE_JEUNE_HEURES"));
    }

    /** Names and birth dates are typed once: the claim puts them into the foyer, and a correction does not put them twice. */
    @Test
    void les_enfants_nommes_a_la_demande_entrent_une_seule_fois_dans_le_foyer() {
        ObjectNode situation = (ObjectNode) monde.situation();
        situation.set(
                "enfants",
                monde.json("[{\"prenoms\": \"Lou\", \"nom\": \"Inventée\", \"dateNaissance\": \"2019-03-02\"}]"));
        DossierVue dossier = monde.demande(situation);
        demandes.corriger(dossier.id(), situation, null, monde.instructeur());
        assertThat(monde.bean(fr.jalon.usager.Foyers.class).de(dossier.personneId()))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.prenoms()).isEqualTo("Lou");
                    assertThat(m.lien()).isEqualTo(fr.jalon.usager.LienFoyer.ENFANT);
                    assertThat(m.dateNaissance().toString()).contains("2019");
                });
    }

    @Test
    void une_decision_de_la_caf_pour_une_demande_retiree_est_refusee_et_rien_n_est_ecrit() {
        DossierVue dossier = transmise("FAVORABLE", false);
        signalements.signaler(dossier.id(), Signalement.DESISTEMENT, "Elle a trouvé un travail.", monde.instructeur());
        monde.travailler();
        assertThatThrownBy(() -> decisionsDeLaCaf.recevoir(
                        dossier.id(), DecisionCaf.accord(DEPART, null, new BigDecimal("600")), monde.instructeur()))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("terminée");
        assertThat(demandes.demande(dossier.id()).decisionCaf()).isNull();
    }

    @Test
    void les_faits_montres_sont_ceux_de_l_adulte_dont_les_conditions_sont_lues() {
        ObjectNode couple = (ObjectNode) monde.situation();
        couple.put("isole", false);
        ObjectNode etudiant = (ObjectNode) couple.path("adultes").path(0);
        ((tools.jackson.databind.node.ArrayNode) couple.path("adultes"))
                .add(etudiant.deepCopy().put("age", 26));
        etudiant.put("etudiant", true);
        DossierVue dossier = instruite(couple);
        assertThat(demandes.demande(dossier.id()).eligible()).isTrue();
        assertThat(demandes.lectureDuFoyer(dossier.id()).duConjoint()).isTrue();
        assertThat(demandes.lectureDuFoyer(dossier.id()).faits())
                .as("« vous n'êtes pas étudiant » ne se lit jamais à côté de « étudiant : oui »")
                .containsEntry("etudiant", false);
    }

    @Test
    void le_courrier_d_un_rejet_ne_dit_que_les_motifs_de_la_caf() {
        ObjectNode etudiante = (ObjectNode) monde.situation();
        ((ObjectNode) etudiante.path("adultes").path(0)).put("etudiant", true).put("stagiaireFormation", false);
        DossierVue dossier = instruite(etudiante);
        achever(
                dossier,
                "UserTask_InstruireDemande",
                Map.of("proposition", "FAVORABLE", "motif", "Formation continue, CE 464587."));
        monde.travailler();
        achever(
                dossier,
                "UserTask_EnregistrerDecisionCaf",
                Map.of(
                        "decision",
                        "REJET",
                        "date",
                        "2026-06-01",
                        "reference",
                        "CAF35-2026-9",
                        "motifs",
                        List.of("RESSOURCES", "AUTRE"),
                        "precision",
                        "Salaires du conjoint non déclarés."));
        monde.travailler();

        String lettre = texte(dossier, "notification-rejet");
        assertThat(lettre)
                .contains("référence CAF35-2026-9", "L262-2 et L262-3", "Salaires du conjoint non déclarés.")
                .contains("C’est sa décision, pas la nôtre")
                .doesNotContain("étudiant", "L262-13", "L262-4 3°");
        assertThat(lettre.split("dépassent le montant", -1))
                .as("aucun motif deux fois")
                .hasSize(2);
    }

    @Test
    void l_accuse_ne_dit_la_date_du_refus_implicite_que_si_quelqu_un_l_a_confirmee() {
        DossierVue avant = monde.demande();
        monde.travailler();
        assertThat(texte(avant, "accuse-reception")).doesNotContain("considérée comme refusée");
        confirmations.confirmer(
                "delais",
                "Rule_RsaDossier",
                "Avis du service juridique, essai",
                monde.agent("pilote.essai", Role.PILOTE, null));
        try {
            DossierVue apres = monde.demande();
            monde.travailler();
            assertThat(texte(apres, "accuse-reception")).contains("considérée comme refusée", "1er août 2026");
        } finally {
            confirmations.retirer("delais", "Rule_RsaDossier", monde.agent("pilote.essai", Role.PILOTE, null));
        }
    }

    @Test
    void une_adresse_que_personne_n_a_confirmee_n_est_pas_imprimee() {
        assertThat(texte(transmiseALaMsa(), "transmission-organisme"))
                .contains("la MSA Portes de Bretagne")
                .doesNotContain("Ker Lann");
        Agent pilote = monde.agent("pilote.essai", Role.PILOTE, null);
        confirmations.confirmer("coordonnees", "Rule_Msa", "Appel à la MSA, essai", pilote);
        try {
            assertThat(texte(transmiseALaMsa(), "transmission-organisme"))
                    .contains("la MSA Portes de Bretagne, La Porte de Ker Lann, 35170 Bruz");
        } finally {
            confirmations.retirer("coordonnees", "Rule_Msa", pilote);
        }
    }

    @Test
    void la_date_legale_part_de_la_premiere_administration_saisie() {
        ObjectNode situation = (ObjectNode) monde.situation();
        situation.put("dateSaisine", "2026-05-12");
        DossierVue dossier = monde.demande(situation);
        assertThat(dossiers.parId(dossier.id()).horloge().limite()).isEqualTo(LocalDate.of(2026, 7, 12));
    }

    @Test
    void une_lettre_revenue_arrete_le_delai() {
        DossierVue dossier = demandee();
        envoyer(dossier, "demande-pieces");
        assertThat(dossiers.parId(dossier.id()).horloge().legale()).isNotNull();
        CourrierVue lettre = courriers.parDossier(dossier.id()).get(0);
        monde.bean(org.springframework.transaction.support.TransactionTemplate.class)
                .executeWithoutResult(t -> evenements.publishEvent(new fr.jalon.courrier.CourrierRetourne(
                        lettre.id(), lettre.numero(), dossier.id(), lettre.modele(), DEPART, "NPAI")));
        horloge.regler(LocalDateTime.of(2026, 9, 1, 9, 0));
        monde.travailler();
        assertThat(etapes(dossier)).as("rien ne court contre elle").containsExactly("UserTask_RecevoirPieces");
        assertThat(dossiers.parId(dossier.id()).horloge().legale()).isNull();
    }

    @Test
    void personne_n_arrete_une_demande_que_la_personne_maintient() {
        DossierVue dossier = instruite();
        for (String jour : new String[] {
            null, DEPART.plusDays(1).toString(), DEPART.minusYears(1).toString()
        }) {
            Map<String, Object> donnees =
                    new HashMap<>(Map.of("proposition", "AUTRE_DROIT", "motif", "Vous pouvez demander l'Aspa."));
            donnees.put("retraitLe", jour);
            assertThatThrownBy(() -> achever(dossier, "UserTask_InstruireDemande", donnees))
                    .isInstanceOfSatisfying(
                            SaisieInvalide.class,
                            e -> assertThat(e.erreurs())
                                    .extracting(ErreurChamp::champ)
                                    .containsExactly("retraitLe"));
        }
        assertThat(dossiers.parId(dossier.id()).clos()).isFalse();
    }

    @Test
    void oriente_vers_un_autre_droit() {
        DossierVue dossier = instruite();
        achever(
                dossier,
                "UserTask_InstruireDemande",
                Map.of(
                        "proposition", "AUTRE_DROIT",
                        "motif", "Vous pouvez demander l'Aspa.",
                        "retraitLe", DEPART.toString()));
        monde.travailler();
        verifierFin(dossier, Issue.AUTRE_DROIT, "autre-droit", "accuse-reception");
        assertThat(texte(dossier, "autre-droit")).contains("vous nous avez dit que vous retirez votre demande de RSA");
    }

    @Test
    void transmet_a_la_msa_une_demande_du_regime_agricole() {
        DossierVue dossier = transmiseALaMsa();
        verifierFin(dossier, Issue.TRANSMIS_ORGANISME, "transmission-organisme", "accuse-reception");
        assertThat(envois.duDossier(dossier.id()))
                .extracting(Envois.Envoi::destinataire)
                .containsExactly("MSA");
    }

    @Test
    void demande_les_pieces_arrete_le_delai_rappelle_puis_classe_sans_suite() {
        DossierVue dossier = demandee();
        LocalDate limite = dossiers.parId(dossier.id()).horloge().limite();
        assertThat(dossiers.parId(dossier.id()).horloge().suspendue()).isTrue();
        assertThat(modeles(dossier)).containsExactly("demande-pieces", "accuse-reception");

        horloge.regler(LocalDateTime.of(2026, 6, 30, 9, 0));
        monde.travailler();
        assertThat(modeles(dossier))
                .as("rien ne court tant que la lettre n'est pas partie")
                .doesNotContain("rappel-pieces");
        horloge.regler(EssaiConfiguration.DEPART);
        envoyer(dossier, "demande-pieces");

        horloge.regler(LocalDateTime.of(2026, 6, 19, 9, 0));
        monde.travailler();
        assertThat(modeles(dossier)).contains("rappel-pieces");

        horloge.regler(LocalDateTime.of(2026, 6, 30, 9, 0));
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly("UserTask_DeciderSuiteDelai");
        assertThat(dossiers.parId(dossier.id()).horloge().limite()).isEqualTo(limite.plusDays(21));
        monde.sansDelegation(() -> assertThatThrownBy(() -> achever(
                        dossier, "UserTask_DeciderSuiteDelai", Map.of("suite", "CLORE", "motif", "Aucune nouvelle.")))
                .as("aucune délégation ne permet de refuser")
                .isInstanceOf(SaisieInvalide.class));
        monde.deleguer();
        achever(
                dossier,
                "UserTask_DeciderSuiteDelai",
                Map.of("suite", "CLORE", "motif", "Aucune nouvelle malgré deux appels."));
        monde.travailler();
        assertThat(dossiers.parId(dossier.id()).clos())
                .as("une décision que personne n'a signée ne clôt rien")
                .isFalse();
        courriers.annuler(classement(dossier), "Elle a appelé.", monde.responsable());
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly("UserTask_DeciderSuiteDelai");
        achever(dossier, "UserTask_DeciderSuiteDelai", Map.of("suite", "CLORE", "motif", "Sans nouvelle depuis."));
        monde.travailler();
        monde.signer(dossier.id());
        verifierFin(
                dossier,
                Issue.CLASSE_SANS_SUITE,
                "classement-sans-suite",
                "classement-sans-suite",
                "rappel-pieces",
                "demande-pieces",
                "accuse-reception");
        assertThat(limite).isEqualTo(LocalDate.of(2026, 8, 1));
    }

    private DossierVue apresLeDelaiDesPieces() {
        DossierVue dossier = demandee();
        envoyer(dossier, "demande-pieces");
        horloge.regler(LocalDateTime.of(2026, 6, 30, 9, 0));
        monde.travailler();
        monde.deleguer();
        return dossier;
    }

    @Test
    void un_classement_que_personne_n_a_signe_est_repris_des_qu_une_piece_arrive() {
        DossierVue dossier = apresLeDelaiDesPieces();
        Map<String, Object> clore = Map.of("suite", "CLORE", "motif", "Aucune nouvelle.");
        achever(dossier, "UserTask_DeciderSuiteDelai", clore);
        monde.travailler();
        UUID lettre = classement(dossier);
        pieces.noterRecue(dossier.id(), pieces.manquantes(dossier.id()).get(0).type(), monde.instructeur());
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly("UserTask_DeciderSuiteDelai");
        assertThat(courriers.courrier(lettre).orElseThrow().etat()).isEqualTo(EtatCourrier.ANNULE);
        assertThat(courriers.courrier(lettre).orElseThrow().motifAnnulation()).contains("une pièce est arrivée");

        for (PieceVue piece : pieces.manquantes(dossier.id())) {
            pieces.noterRecue(dossier.id(), piece.type(), monde.instructeur());
        }
        assertThatThrownBy(() -> achever(dossier, "UserTask_DeciderSuiteDelai", clore))
                .isInstanceOf(SaisieInvalide.class);
        assertThat(dossiers.parId(dossier.id()).clos()).isFalse();
    }

    /** The last piece comes once the agent chose and before the letter is written, which runs on its own. */
    @Test
    void un_classement_choisi_avant_la_derniere_piece_ne_se_signe_pas() {
        DossierVue dossier = apresLeDelaiDesPieces();
        monde.bean(Taches.class)
                .achever(
                        monde.bean(Corbeille.class)
                                .duDossier(dossier.id())
                                .get(0)
                                .tacheId(),
                        Map.of("suite", "CLORE", "motif", "Aucune nouvelle."),
                        monde.instructeur());
        for (PieceVue piece : pieces.manquantes(dossier.id())) {
            pieces.noterRecue(dossier.id(), piece.type(), monde.instructeur());
        }
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly("UserTask_DeciderSuiteDelai");
        assertThat(courriers.parDossier(dossier.id())).noneMatch(c -> c.etat() == EtatCourrier.A_SIGNER);
    }

    @Test
    void une_demande_que_la_caf_a_deja_ne_change_plus_et_part_de_nouveau_apres_un_silence() {
        DossierVue dossier = transmise("FAVORABLE", false);
        List<ConditionVerifiee> trouvees = demandes.demande(dossier.id()).conditions();
        monde.naitre(
                monde.bean(Personnes.class).parId(dossier.personneId()),
                EssaiConfiguration.DEPART.toLocalDate().minusYears(20));
        assertThat(demandes.demande(dossier.id()).conditions()).isEqualTo(trouvees);
        assertThat(dossiers.histoire(dossier.id())).anyMatch(e -> e.texte().contains("à signaler à l'organisme"));
        horloge.regler(LocalDateTime.of(2026, 8, 5, 9, 0));
        monde.travailler();
        achever(dossier, "UserTask_ConstaterSilenceCaf", Map.of("suite", "RELANCER", "motif", "La CAF n'a rien reçu."));
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly("UserTask_EnregistrerDecisionCaf");
    }

    /** A first request whose fate is known late moves nothing of the second, which is the one that runs. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ce_qui_arrive_a_une_ancienne_demande_de_pieces_ne_deplace_plus_le_delai(boolean revenue) {
        DossierVue dossier = apresLeDelaiDesPieces();
        UUID premiere = lettreDe(dossier, "demande-pieces");
        achever(
                dossier,
                "UserTask_DeciderSuiteDelai",
                Map.of("suite", "PROLONGER", "motif", "Elle attend un document de son employeur."));
        monde.travailler();
        UUID seconde = lettreDe(dossier, "demande-pieces");
        assertThat(seconde).isNotEqualTo(premiere);
        SuiviCourriers suivi = monde.bean(SuiviCourriers.class);
        if (!revenue) {
            suivi.recevoir(premiere, LocalDate.of(2026, 6, 3), "Avis de réception", monde.responsable());
        }
        monde.travailler();
        assertThat(etapes(dossier))
                .as("rien ne court avant l'envoi de la seconde")
                .containsExactly("UserTask_RecevoirPieces");

        suivi.envoyer(seconde, LocalDate.of(2026, 6, 30), ModeRemise.LETTRE_SIMPLE, monde.responsable());
        LocalDate fin = finDesPieces(dossier);
        if (revenue) {
            suivi.retourner(premiere, LocalDate.of(2026, 6, 30), "NPAI", monde.responsable());
        }
        assertThat(finDesPieces(dossier)).isEqualTo(fin);
        assertThat(dossiers.histoire(dossier.id())).noneMatch(e -> e.texte().contains("le délai ne court plus"));
        horloge.regler(fin.plusDays(1).atTime(9, 0));
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly("UserTask_DeciderSuiteDelai");
    }

    private LocalDate finDesPieces(DossierVue dossier) {
        return monde.bean(DelaisDepuisReception.class)
                .dernier(dossier.id(), "BoundaryEvent_DelaiPiecesDepasse")
                .orElseThrow()
                .echeance();
    }

    private UUID lettreDe(DossierVue dossier, String modele) {
        return courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.modele().equals(modele))
                .max(Comparator.comparing(CourrierVue::creeLe).thenComparing(CourrierVue::numero))
                .orElseThrow()
                .id();
    }

    @Test
    void les_pieces_arrivees_terminent_l_attente_et_decalent_les_dates_du_temps_reel() {
        DossierVue dossier = demandee();
        LocalDate limite = dossiers.parId(dossier.id()).horloge().limite();
        horloge.regler(LocalDateTime.of(2026, 6, 8, 10, 0));
        for (PieceVue piece : pieces.manquantes(dossier.id())) {
            pieces.noterRecue(dossier.id(), piece.type(), monde.instructeur());
        }
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly("UserTask_VerifierPieces");
        var h = dossiers.parId(dossier.id()).horloge();
        assertThat(h.suspendue()).isFalse();
        assertThat(h.limite()).isEqualTo(limite);
        assertThat(h.joursSuspendus()).isEqualTo(7);
        assertThat(corbeille.duDossier(dossier.id()).get(0).pieceNouvelle()).isFalse();
    }

    /** The request waits to be printed: what leaves names what is missing that day, and the delay runs from it. */
    @Test
    void une_demande_de_pieces_qui_attend_ne_demande_pas_ce_qui_vient_d_arriver() {
        DossierVue dossier = demandee();
        String apportee = pieces.manquantes(dossier.id()).get(0).libelle();
        pieces.noterRecue(dossier.id(), pieces.manquantes(dossier.id()).get(0).type(), monde.instructeur());
        monde.travailler();
        List<CourrierVue> demandees = courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.modele().equals("demande-pieces"))
                .toList();
        assertThat(demandees)
                .extracting(CourrierVue::etat)
                .containsExactlyInAnyOrder(EtatCourrier.A_IMPRIMER, EtatCourrier.ANNULE);
        CourrierVue nouvelle = demandees.stream()
                .filter(c -> c.etat() == EtatCourrier.A_IMPRIMER)
                .findFirst()
                .orElseThrow();
        assertThat(dossiers.histoire(dossier.id())).anyMatch(e -> e.texte().contains("une pièce est arrivée"));
        String texte = monde.bean(ImagesCourrier.class)
                .texte(courriers.octets(nouvelle.id()))
                .replaceAll("[\\p{Z}\\s]+", " ");
        String aApporter = texte.substring(
                texte.indexOf("Les documents qui manquent"), texte.indexOf("Les documents que nous avons"));
        assertThat(aApporter).doesNotContain(apportee.replace("'", "’"));

        envoyer(dossier, "demande-pieces");
        assertThat(monde.bean(DelaisDepuisReception.class)
                        .delai(nouvelle.id(), "BoundaryEvent_DelaiPiecesDepasse")
                        .orElseThrow()
                        .echeance())
                .as("le temps court de la lettre qui est partie")
                .isNotNull();
        horloge.regler(LocalDateTime.of(2026, 6, 30, 9, 0));
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly("UserTask_DeciderSuiteDelai");
    }

    @Test
    void une_demande_de_pieces_qui_attend_ne_part_plus_quand_tout_est_arrive() {
        DossierVue dossier = demandee();
        for (PieceVue piece : pieces.manquantes(dossier.id())) {
            pieces.noterRecue(dossier.id(), piece.type(), monde.instructeur());
        }
        monde.travailler();
        assertThat(courriers.parDossier(dossier.id()))
                .filteredOn(c -> c.modele().equals("demande-pieces"))
                .extracting(CourrierVue::etat)
                .containsOnly(EtatCourrier.ANNULE);
    }

    @Test
    void le_delai_ne_se_prolonge_qu_une_fois_puis_s_instruit_en_l_etat() {
        DossierVue dossier = demandee();
        envoyer(dossier, "demande-pieces");
        horloge.regler(LocalDateTime.of(2026, 6, 30, 9, 0));
        monde.travailler();
        achever(dossier, "UserTask_DeciderSuiteDelai", Map.of("suite", "PROLONGER", "motif", "Hospitalisation."));
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly("UserTask_RecevoirPieces");
        envoyer(dossier, "demande-pieces");
        horloge.regler(LocalDateTime.of(2026, 9, 1, 9, 0));
        monde.travailler();
        assertThatThrownBy(() -> achever(
                        dossier, "UserTask_DeciderSuiteDelai", Map.of("suite", "PROLONGER", "motif", "Encore.")))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("Choisissez une réponse de la liste");
        achever(
                dossier,
                "UserTask_DeciderSuiteDelai",
                Map.of("suite", "INSTRUIRE", "motif", "Les pièces reçues suffisent."));
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly("UserTask_InstruireDemande");
        assertThat(dossiers.parId(dossier.id()).horloge().suspendue()).isFalse();
    }

    @Test
    void relance_la_caf_puis_notifie_le_rejet_implicite() {
        DossierVue dossier = transmise("FAVORABLE", false);
        horloge.regler(LocalDateTime.of(2026, 7, 20, 9, 0));
        monde.travailler();
        assertThat(envois.duDossier(dossier.id()))
                .extracting(Envois.Envoi::objet)
                .contains("RELANCE_RSA");
        horloge.regler(LocalDateTime.of(2026, 8, 5, 9, 0));
        monde.travailler();
        assertThatThrownBy(() -> achever(
                        dossier,
                        "UserTask_ConstaterSilenceCaf",
                        Map.of("suite", "REJET_IMPLICITE", "motif", "La CAF n'a pas répondu.")))
                .as("la règle n'est pas confirmée pour le RSA")
                .isInstanceOf(SaisieInvalide.class);
        Agent pilote = monde.agent("pilote.essai", Role.PILOTE, null);
        confirmations.confirmer("delais", "Rule_RsaSilenceCaf", "Avis du service juridique, essai", pilote);
        achever(
                dossier,
                "UserTask_ConstaterSilenceCaf",
                Map.of("suite", "REJET_IMPLICITE", "motif", "La CAF confirme qu'elle n'a pas répondu."));
        monde.travailler();
        verifierFin(dossier, Issue.REJET_IMPLICITE, "silence-caf", "accuse-reception");
    }

    @Test
    void s_arrete_quand_la_personne_renonce() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        signalements.signaler(dossier.id(), Signalement.DESISTEMENT, "Elle a trouvé un travail.", monde.instructeur());
        monde.travailler();
        verifierFin(dossier, Issue.DESISTEMENT, "desistement-confirme", "accuse-reception");
        assertThatThrownBy(() ->
                        signalements.signaler(dossier.id(), Signalement.DESISTEMENT, "Encore.", monde.instructeur()))
                .isInstanceOf(Conflit.class);
    }

    @Test
    void s_arrete_quand_la_personne_part_vers_une_autre_commune() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        signalements.signaler(dossier.id(), Signalement.DEMENAGEMENT, "Départ à Brest.", monde.instructeur());
        monde.travailler();
        verifierFin(dossier, Issue.DEMENAGEMENT, "depart-autre-commune", "accuse-reception");
        assertThat(texte(dossier, "depart-autre-commune"))
                .contains("Vous devez la refaire")
                .doesNotContain("transmis", "pas à refaire");
        assertThat(courriers.parDossier(dossier.id()))
                .filteredOn(c -> c.modele().equals("accuse-reception"))
                .as("ce qui demandait des documents ne part plus")
                .allMatch(c -> c.etat() == EtatCourrier.ANNULE);
    }

    @Test
    void s_arrete_quand_la_demande_existe_deja() {
        DossierVue dossier = monde.demande();
        signalements.signaler(dossier.id(), Signalement.DOUBLON, "Ouverte aussi à la CAF.", monde.instructeur());
        monde.travailler();
        verifierFin(dossier, Issue.DOUBLON);
    }

    @Test
    void s_arrete_quand_la_personne_decede_et_rien_ne_se_rouvre_a_son_nom() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        monde.bean(Personnes.class).declarerDeces(dossier.personneId(), DEPART, monde.instructeur());
        monde.travailler();
        verifierFin(dossier, Issue.DECES, "accuse-reception");
        assertThatThrownBy(() -> demandes.deposer(
                        dossier.personneId(), fr.jalon.dossier.Canal.GUICHET, monde.situation(), monde.instructeur()))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("décédée");
    }

    @Test
    void une_urgence_passe_en_tete_avec_ses_propres_dates_et_propose_un_secours() {
        DossierVue ordinaire = monde.demande();
        DossierVue urgente = monde.demande();
        monde.travailler();
        LigneCorbeille avant = corbeille.duDossier(urgente.id()).get(0);
        signalements.signaler(urgente.id(), Signalement.URGENCE, "Plus rien pour manger.", monde.instructeur());

        List<LigneCorbeille> lignes = corbeille.duDossier(urgente.id());
        assertThat(lignes).hasSize(2).allSatisfy(l -> assertThat(l.urgent()).isTrue());
        assertThat(lignes.stream()
                        .filter(l -> l.tacheId().equals(avant.tacheId()))
                        .findFirst()
                        .orElseThrow()
                        .limite())
                .isBefore(avant.limite());
        assertThat(dossiers.parId(urgente.id()).horloge().cible())
                .isBefore(dossiers.parId(ordinaire.id()).horloge().cible());
        assertThat(dossiers.parId(urgente.id()).horloge().limite())
                .as("une urgence ne déplace pas la date du rejet implicite")
                .isEqualTo(dossiers.parId(ordinaire.id()).horloge().limite());
        achever(
                urgente,
                "UserTask_ProposerSecours",
                Map.of("aides", List.of("AIDE_ALIMENTAIRE", "RESTAURANT_SOCIAL"), "precision", "Colis remis."));
        assertThat(etapes(urgente)).containsExactly("UserTask_VerifierPieces");
    }

    @Test
    void une_seconde_demande_ouverte_est_refusee_avec_le_numero_de_la_premiere() {
        DossierVue dossier = monde.demande();
        assertThatThrownBy(() -> demandes.deposer(
                        dossier.personneId(), fr.jalon.dossier.Canal.PAPIER, monde.situation(), monde.instructeur()))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining(dossier.numero());
    }

    @Test
    void le_second_qui_fait_l_etape_lit_qui_etait_le_premier_et_quand() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        completer(dossier);
        String tache = corbeille.duDossier(dossier.id()).get(0).tacheId();
        Agent second = monde.agent("instructeur2.kleber", Role.INSTRUCTEUR, "KLEBER");
        taches.prendre(tache, monde.instructeur());
        assertThatThrownBy(() -> taches.prendre(tache, second))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("déjà prise par " + monde.instructeur().nomComplet())
                .hasMessageContaining("à ");
        taches.achever(tache, Map.of("resultat", "COMPLET"), monde.instructeur());
        assertThatThrownBy(() -> taches.achever(tache, Map.of("resultat", "COMPLET"), second))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("déjà traitée par " + monde.instructeur().nomComplet());
    }

    @Test
    void une_antenne_ne_voit_pas_les_taches_d_une_autre() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        String tache = corbeille.duDossier(dossier.id()).get(0).tacheId();
        Agent ailleurs = monde.agent("instructeur.blosne", Role.INSTRUCTEUR, "BLOSNE");
        assertThatThrownBy(() -> taches.prendre(tache, ailleurs)).isInstanceOf(fr.jalon.commun.Introuvable.class);
        assertThatThrownBy(() -> dossiers.consulter(dossier.numero(), ailleurs))
                .isInstanceOf(fr.jalon.commun.Introuvable.class);
    }

    private String texte(DossierVue dossier, String modele) {
        CourrierVue lettre = courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.modele().equals(modele))
                .findFirst()
                .orElseThrow();
        return monde.bean(ImagesCourrier.class)
                .texte(courriers.octets(lettre.id()))
                .replaceAll("[\\s\u00a0\u202f]+", " ");
    }

    private void envoyer(DossierVue dossier, String modele) {
        monde.poster(dossier.id(), modele);
    }

    private DossierVue demandee() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        achever(dossier, "UserTask_VerifierPieces", Map.of("resultat", "INCOMPLET"));
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly("UserTask_RecevoirPieces");
        return dossier;
    }

    private DossierVue instruite() {
        return instruite(monde.situation());
    }

    private DossierVue instruite(JsonNode situation) {
        DossierVue dossier = monde.demande(situation);
        monde.travailler();
        completer(dossier);
        achever(dossier, "UserTask_VerifierPieces", Map.of("resultat", "COMPLET"));
        monde.travailler();
        return dossier;
    }

    private DossierVue transmise(String proposition, boolean c2s) {
        DossierVue dossier = instruite();
        assertThat(demandes.demande(dossier.id()).estimation().montant())
                .isEqualByComparingTo(new BigDecimal("651.69"));
        achever(dossier, "UserTask_InstruireDemande", Map.of("proposition", proposition, "c2s", c2s));
        monde.travailler();
        return dossier;
    }

    private DossierVue transmiseALaMsa() {
        ObjectNode situation = (ObjectNode) monde.situation();
        situation.put("regimeAgricole", true);
        DossierVue dossier = monde.demande(situation);
        monde.travailler();
        return dossier;
    }

    private UUID classement(DossierVue dossier) {
        return courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.etat() == EtatCourrier.A_SIGNER)
                .map(CourrierVue::id)
                .findFirst()
                .orElseThrow();
    }

    private void verifierFin(DossierVue dossier, Issue issue, String... courriersDuPlusRecent) {
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(issue);
        assertThat(dossiers.parId(dossier.id()).clos()).isTrue();
        assertThat(modeles(dossier)).containsExactly(courriersDuPlusRecent);
        assertThat(courriers.parDossier(dossier.id()))
                .allSatisfy(c -> assertThat(courriers.octets(c.id()))
                        .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertThat(corbeille.duDossier(dossier.id())).isEmpty();
    }

    private void completer(DossierVue dossier) {
        Agent agent = monde.instructeur();
        for (PieceVue piece : pieces.liste(dossier.id())) {
            pieces.noterRecue(dossier.id(), piece.type(), agent);
            pieces.juger(dossier.id(), piece.type(), EtatPiece.ACCEPTEE, null, agent);
        }
    }

    private void achever(DossierVue dossier, String etape, Map<String, Object> donnees) {
        achever(dossier, etape, donnees, monde.instructeur());
    }

    private void achever(DossierVue dossier, String etape, Map<String, Object> donnees, Agent agent) {
        LigneCorbeille tache = corbeille.duDossier(dossier.id()).stream()
                .filter(t -> t.etape().equals(etape))
                .findFirst()
                .orElseThrow(() -> new AssertionError("pas de tâche " + etape + " mais " + etapes(dossier)));
        taches.achever(tache.tacheId(), donnees, agent);
    }

    private List<String> etapes(DossierVue dossier) {
        return corbeille.duDossier(dossier.id()).stream()
                .map(LigneCorbeille::etape)
                .toList();
    }

    private List<String> modeles(DossierVue dossier) {
        return courriers.parDossier(dossier.id()).stream()
                .map(CourrierVue::modele)
                .toList();
    }

    private String texteHistoire(DossierVue dossier) {
        return dossiers.histoire(dossier.id()).toString();
    }
}
