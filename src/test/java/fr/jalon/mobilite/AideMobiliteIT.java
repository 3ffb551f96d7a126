package fr.jalon.mobilite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.budget.Chiffres;
import fr.jalon.budget.Enveloppes;
import fr.jalon.budget.Financeur;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.Courriers;
import fr.jalon.dispositif.DecisionsDesDossiers;
import fr.jalon.dispositif.Dispositifs;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Taches;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The path of an aid to mobility on the real engine and a real MariaDB: from the need to the last step, and its money. */
@JalonIT
class AideMobiliteIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    private static final String ENVELOPPE = "AideMobilite-" + DEPART.getYear();
    private static final String SIRET = "73282932000074";

    @Autowired
    private Monde monde;

    @Autowired
    private Dispositifs dispositifs;

    @Autowired
    private DemandesMobilite demandes;

    @Autowired
    private Enveloppes enveloppes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Courriers courriers;

    @Autowired
    private HorlogeReglable reglage;

    private Agent ali;
    private Agent responsable;
    private Agent directrice;

    @BeforeEach
    void preparer() {
        reglage.regler(EssaiConfiguration.DEPART);
        ali = monde.agent(Role.ALI, "KLEBER");
        responsable = monde.responsable();
        directrice = monde.agent("dispositifs.mobilite", Role.RESPONSABLE_DISPOSITIFS, null);
        if (enveloppes.lister(DEPART.getYear()).stream().noneMatch(e -> e.id().equals(ENVELOPPE))) {
            enveloppes.ouvrir(
                    ENVELOPPE,
                    "Aide à la mobilité",
                    DEPART.getYear(),
                    List.of(new Financeur("Departement", "Département", 8900), new Financeur("CCAS", "CCAS", 1100)));
            enveloppes.doter(ENVELOPPE, "essai", 500_000, LocalDate.of(DEPART.getYear(), 1, 1), "Budget", "essai");
        }
    }

    @AfterEach
    void remettre() {
        reglage.regler(EssaiConfiguration.DEPART);
    }

    private DossierVue demander(String nature) {
        return demander(monde.personne().id(), nature);
    }

    private DossierVue demander(UUID personne, String nature) {
        DossierVue dossier = dispositifs
                .depot("AIDE_MOBILITE")
                .orElseThrow()
                .deposer(
                        personne,
                        Canal.GUICHET,
                        monde.json("{\"nature\": \"" + nature + "\", \"besoin\": \"Aller au travail de nuit.\"}"),
                        ali);
        monde.travailler();
        return dossier;
    }

    private static Map<String, Object> instruction(String nature, String cout) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("nature", nature);
        donnees.put("cout", cout);
        donnees.put("organisme", "Auto-école inventée du Blosne");
        donnees.put("siret", SIRET);
        donnees.put("dateDevis", DEPART.minusDays(3).toString());
        donnees.put("devisProche", "NON");
        if (nature.startsWith("PERMIS_B")) {
            donnees.put("autoEcole", "AUTRE");
        }
        donnees.put("rsa", "OUI");
        donnees.put("contratEngagement", "OUI");
        donnees.put("projet", "OUI");
        donnees.put("inscritAvantDecision", "NON");
        return donnees;
    }

    private static Map<String, Object> permis(String cout) {
        Map<String, Object> donnees = instruction("PERMIS_B_CONDUITE", cout);
        donnees.put("codeObtenu", "OUI");
        return donnees;
    }

    private void achever(DossierVue dossier, Agent agent, Map<String, Object> donnees) {
        Taches taches = monde.bean(Taches.class);
        String tache =
                monde.bean(Corbeille.class).duDossier(dossier.id()).get(0).tacheId();
        taches.prendre(tache, agent);
        taches.achever(tache, donnees, agent);
        monde.travailler();
    }

    private List<String> lettres(DossierVue dossier) {
        return courriers.parDossier(dossier.id()).stream().map(c -> c.modele()).toList();
    }

    private Chiffres chiffres() {
        return enveloppes.parId(ENVELOPPE).chiffres();
    }

    @Test
    void de_la_demande_a_la_derniere_etape_chaque_euro_est_suivi() {
        Chiffres avant = chiffres();
        DossierVue dossier = demander("PERMIS_B_CODE");
        Map<String, Object> code = instruction("PERMIS_B_CODE", "250");
        code.put("codeObtenu", "NON");
        achever(dossier, ali, code);
        assertThat(demandes.aide(dossier.id()).proposition().montant()).isEqualByComparingTo("250");
        achever(dossier, responsable, Map.of("decision", "ACCORD", "montant", "250"));

        AideVue aide = demandes.aide(dossier.id());
        assertThat(aide.suivi().engagement()).isNotBlank();
        assertThat(chiffres().engage() - avant.engage()).isEqualTo(25_000);
        assertThat(lettres(dossier)).containsExactly("aide-mobilite-accord");

        achever(dossier, ali, Map.of("suite", "ETAPE", "etapeAide", "INSCRIPTION", "preuve", "Facture F-1"));
        assertThat(chiffres().liquide() - avant.liquide()).isEqualTo(12_500);
        assertThatThrownBy(() -> achever(
                        dossier, ali, Map.of("suite", "ETAPE", "etapeAide", "INSCRIPTION", "preuve", "Facture F-1")))
                .isInstanceOf(SaisieInvalide.class);
        achever(dossier, ali, Map.of("suite", "ETAPE", "etapeAide", "CODE", "preuve", "Attestation A-2"));
        assertThat(chiffres().liquide() - avant.liquide()).isEqualTo(25_000);
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.MENE_A_TERME);
        assertThat(monde.bean(DecisionsDesDossiers.class).decisions(dossiers.parId(dossier.id())))
                .extracting(d -> d.nature())
                .containsExactly("PROPOSITION", "DECISION");
    }

    @Test
    void qui_instruit_ne_decide_jamais() {
        DossierVue dossier = demander("ACHAT_VELO");
        achever(dossier, responsable, instruction("ACHAT_VELO", "90"));
        assertThatThrownBy(() -> achever(dossier, responsable, Map.of("decision", "ACCORD", "montant", "90")))
                .isInstanceOf(Interdit.class);
        assertThat(demandes.aide(dossier.id()).decision()).isNull();
        assertThat(lettres(dossier)).isEmpty();
    }

    @Test
    void un_refus_dit_ses_raisons_et_comment_le_contester() {
        DossierVue dossier = demander("ACHAT_VELO");
        achever(dossier, ali, instruction("ACHAT_VELO", "90"));
        assertThatThrownBy(() -> achever(dossier, responsable, Map.of("decision", "REFUS")))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).extracting(x -> x.champ()).containsExactly("motif"));
        achever(dossier, responsable, Map.of("decision", "REFUS", "motif", "Votre employeur prête un vélo."));
        assertThat(lettres(dossier)).containsExactly("aide-mobilite-refus");
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.AIDE_REFUSEE);
    }

    @Test
    void au_dessus_du_seuil_la_cai_decide_avec_son_proces_verbal() {
        DossierVue dossier = demander("PERMIS_B_CONDUITE");
        achever(dossier, ali, permis("1100"));
        achever(
                dossier,
                directrice,
                Map.of(
                        "decision",
                        "ACCORD",
                        "montant",
                        "1000",
                        "motif",
                        "Une part reste à la personne.",
                        "procesVerbal",
                        "CAI-2026-04",
                        "seance",
                        DEPART.toString()));
        assertThat(demandes.aide(dossier.id()).decision().procesVerbal()).isEqualTo("CAI-2026-04");
        assertThat(demandes.aVenir(dossier.id()).stream()
                        .mapToLong(EtapePayee::centimes)
                        .sum())
                .isEqualTo(100_000);
    }

    @Test
    void avant_la_seance_l_urgence_decide_puis_la_seance_ratifie_ou_fait_des_reserves() {
        AidesUrgentes urgentes = monde.bean(AidesUrgentes.class);
        DossierVue dossier = demander("PERMIS_B_CONDUITE");
        Map<String, Object> donnees = permis("1100");
        donnees.put("besoinLe", DEPART.plusDays(30).toString());
        achever(dossier, ali, donnees);
        assertThat(demandes.aide(dossier.id()).proposition().decideur()).isEqualTo("CAI");
        achever(
                dossier,
                directrice,
                Map.of(
                        "decision",
                        "A_COMPLETER",
                        "complement",
                        "Le jour d'embauche.",
                        "procesVerbal",
                        "CAI-2026-04",
                        "seance",
                        DEPART.toString()));
        donnees.put("besoinLe", DEPART.plusDays(12).toString());
        achever(dossier, ali, donnees);
        assertThat(demandes.aide(dossier.id()).proposition().decideur()).isEqualTo("URGENCE");
        assertThatThrownBy(() -> demandes.decider(
                        dossier.id(),
                        new DecisionAide(DecisionAide.Sens.ACCORD, 110_000L, null, null, null, null),
                        responsable))
                .isInstanceOf(Interdit.class);
        achever(dossier, directrice, Map.of("decision", "ACCORD", "montant", "1100"));
        assertThat(lettres(dossier)).containsExactly("aide-mobilite-accord");
        AidesUrgentes.Ratification dite = new AidesUrgentes.Ratification("CAI-2026-05", DEPART, null);
        assertThatThrownBy(() -> urgentes.ratifier(dossier.id(), dite, responsable))
                .isInstanceOf(Interdit.class);
        refuseeSur(
                "seance",
                () -> urgentes.ratifier(
                        dossier.id(),
                        new AidesUrgentes.Ratification("CAI-2026-05", DEPART.plusDays(1), null),
                        directrice));
        acheverLa(
                dossier,
                "UserTask_FaireRatifierAide",
                directrice,
                Map.of(
                        "ratification",
                        "RESERVES",
                        "reserves",
                        "Deux devis, la prochaine fois.",
                        "procesVerbal",
                        "CAI-2026-05",
                        "seance",
                        DEPART.toString()));
        assertThat(urgentes.ratification(dossier.id()))
                .contains(new AidesUrgentes.Ratification("CAI-2026-05", DEPART, "Deux devis, la prochaine fois."));
        assertThatThrownBy(() -> urgentes.ratifier(dossier.id(), dite, directrice))
                .isInstanceOf(fr.jalon.commun.Conflit.class);
        assertThat(monde.bean(Corbeille.class).duDossier(dossier.id()))
                .extracting(l -> l.etape())
                .containsExactly("UserTask_SuivreAide");
    }

    @Test
    void l_ecole_apporte_sa_preuve_par_un_lien_et_lit_en_combien_de_jours_elle_est_payee() {
        fr.jalon.dispositif.LiensDePreuve liens = monde.bean(fr.jalon.dispositif.LiensDePreuve.class);
        DossierVue dossier = demander("ACHAT_VELO");
        achever(dossier, ali, instruction("ACHAT_VELO", "90"));
        achever(dossier, responsable, Map.of("decision", "ACCORD", "montant", "90"));
        String jeton = liens.creer(dossier.id(), ali).jeton();
        fr.jalon.dispositif.PreuvesParLien.Attendue lue = liens.ouvrir(jeton, "192.0.2.7");
        assertThat(lue.heuresMax()).isNull();
        assertThat(lue.delai().promis()).isNull();
        String etape = lue.etapes().get(0).code();
        liens.apporter(jeton, new fr.jalon.dispositif.PreuveApportee(etape, null, "Facture F-12"), "192.0.2.7");
        String tache =
                monde.bean(Corbeille.class).duDossier(dossier.id()).get(0).tacheId();
        assertThat(monde.bean(Taches.class).formulaire(tache, ali).donnees())
                .containsEntry("etapeAide", etape)
                .containsEntry("preuve", "Facture F-12");
        achever(dossier, ali, Map.of("suite", "ETAPE", "etapeAide", etape, "preuve", "Facture F-12"));
        assertThat(liens.enAttente(dossier.id())).isEmpty();
        assertThat(demandes.suivi(dossier.id()).get(0).faite()).isTrue();
        assertThat(monde.bean(PaiementsAUnOrganisme.class).utilisee(dossier.id()))
                .isTrue();
    }

    private void acheverLa(DossierVue dossier, String etape, Agent agent, Map<String, Object> donnees) {
        Taches taches = monde.bean(Taches.class);
        String tache = monde.bean(Corbeille.class).duDossier(dossier.id()).stream()
                .filter(l -> l.etape().equals(etape))
                .findFirst()
                .orElseThrow()
                .tacheId();
        taches.prendre(tache, agent);
        taches.achever(tache, donnees, agent);
        monde.travailler();
    }

    @Test
    void sans_credit_rien_n_est_engage_et_aucune_lettre_ne_part() {
        long libre = chiffres().libre();
        UUID reserve =
                monde.bean(fr.jalon.budget.Depenses.class).reserver(ENVELOPPE, libre, null, null, "essai.reserve");
        DossierVue dossier = demander("ACHAT_VELO");
        achever(dossier, ali, instruction("ACHAT_VELO", "90"));
        achever(dossier, responsable, Map.of("decision", "ACCORD", "montant", "90"));
        assertThat(lettres(dossier)).isEmpty();
        assertThat(demandes.aide(dossier.id()).suivi().engagement()).isNull();
        monde.bean(fr.jalon.budget.Depenses.class).annuler(reserve, "essai.reserve");
        achever(dossier, directrice, Map.of("pret", true));
        assertThat(lettres(dossier)).containsExactly("aide-mobilite-accord");
    }

    @Test
    void un_renoncement_rend_le_credit_non_utilise() {
        Chiffres avant = chiffres();
        DossierVue dossier = demander("LOCATION");
        achever(dossier, ali, instruction("LOCATION", "100"));
        achever(dossier, responsable, Map.of("decision", "ACCORD", "montant", "90"));
        monde.bean(Signalements.class)
                .signaler(dossier.id(), Signalement.DESISTEMENT, "La personne a trouvé un prêt.", ali);
        monde.travailler();
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.DESISTEMENT);
        assertThat(chiffres().libre()).isEqualTo(avant.libre());
    }

    @Test
    void un_an_sans_etre_utilisee_rend_le_credit_et_le_dit() {
        Chiffres avant = chiffres();
        DossierVue dossier = demander("LOCATION");
        achever(dossier, ali, instruction("LOCATION", "100"));
        achever(dossier, responsable, Map.of("decision", "ACCORD", "montant", "90"));
        reglage.regler(DEPART.plusMonths(12).plusDays(2).atTime(9, 0));
        monde.travailler();
        assertThat(lettres(dossier)).contains("aide-mobilite-non-utilisee");
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.AIDE_NON_UTILISEE);
        assertThat(demandes.aide(dossier.id()).etat()).isEqualTo(EtatAide.FINIE);
        // Other aids of this base come to their term on the same day
        assertThat(chiffres().libre()).isGreaterThanOrEqualTo(avant.libre());
    }

    @Test
    void une_aide_accordee_compte_pour_la_suivante() {
        UUID personne = monde.personne().id();
        DossierVue premier = demander(personne, "REPARATION");
        Map<String, Object> reparation = instruction("REPARATION", "60");
        reparation.put("vehicule", "VELO_ELECTRIQUE");
        achever(premier, ali, reparation);
        achever(premier, responsable, Map.of("decision", "ACCORD", "montant", "60"));
        achever(premier, ali, Map.of("suite", "ETAPE", "etapeAide", "FACTURE", "preuve", "F-9"));
        DossierVue second = demander(personne, "REPARATION");
        achever(second, ali, reparation);
        assertThat(demandes.aide(second.id()).proposition().motifs())
                .extracting(MotifMobilite::code)
                .containsExactly("REPETITION");
    }

    @Test
    void un_siret_faux_ou_un_devis_sans_cout_se_dit_sur_son_champ() {
        DossierVue dossier = demander("ACHAT_VELO");
        Map<String, Object> faux = instruction("ACHAT_VELO", "90");
        faux.put("siret", "73282932000075");
        assertThatThrownBy(() -> achever(dossier, ali, faux))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).extracting(x -> x.champ()).containsExactly("siret"));
    }

    private static void refuseeSur(String champ, org.assertj.core.api.ThrowableAssert.ThrowingCallable acte) {
        assertThatThrownBy(acte)
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).extracting(x -> x.champ()).containsExactly(champ));
    }

    @Test
    void rien_n_est_accorde_au_dela_de_ce_que_le_plan_demande_au_ccas() {
        DossierVue dossier = demander("ACHAT_VELO");
        Map<String, Object> donnees = instruction("ACHAT_VELO", "90");
        donnees.put("financeur1", "MISSION_LOCALE");
        donnees.put("montant1", "50");
        donnees.put("etat1", "ACCORDE");
        achever(dossier, ali, donnees);
        refuseeSur(
                "montant",
                () -> achever(
                        dossier,
                        responsable,
                        Map.of("decision", "ACCORD", "montant", "90", "motif", "Le vélo entier.")));
        achever(dossier, responsable, Map.of("decision", "ACCORD", "montant", "40"));
        assertThat(demandes.aide(dossier.id()).decision().montant()).isEqualTo(4_000);
    }

    @Test
    void sans_enveloppe_ouverte_rien_n_est_engage_et_le_dossier_le_dit() {
        DossierVue dossier = demander("ACHAT_VELO");
        achever(dossier, ali, instruction("ACHAT_VELO", "90"));
        reglage.regler(DEPART.plusYears(3).atTime(9, 0));
        assertThat(demandes.credit(dossier.id()).ouverte()).isFalse();
        achever(dossier, responsable, Map.of("decision", "ACCORD", "montant", "90"));
        assertThat(lettres(dossier)).isEmpty();
        assertThat(monde.bean(Corbeille.class).duDossier(dossier.id()))
                .extracting(l -> l.etape())
                .containsExactly("UserTask_TrouverCredit");
        assertThat(demandes.credit(dossier.id()).enveloppe()).isEqualTo("AideMobilite-" + (DEPART.getYear() + 3));
    }

    @Test
    void un_complement_ne_fait_rien_redire_et_un_plan_trop_haut_se_dit_sur_son_champ() {
        DossierVue dossier = demander("ACHAT_VELO");
        Map<String, Object> donnees = instruction("ACHAT_VELO", "90");
        donnees.put("financeur1", "MISSION_LOCALE");
        donnees.put("montant1", "500");
        refuseeSur("montant1", () -> achever(dossier, ali, donnees));
        donnees.put("montant1", "50");
        achever(dossier, ali, donnees);
        achever(dossier, responsable, Map.of("decision", "A_COMPLETER", "complement", "Le devis signé."));
        String tache =
                monde.bean(Corbeille.class).duDossier(dossier.id()).get(0).tacheId();
        Map<String, Object> relues =
                monde.bean(Taches.class).formulaire(tache, ali).donnees();
        assertThat(relues)
                .containsEntry("siret", SIRET)
                .containsEntry("financeur1", "MISSION_LOCALE")
                .containsEntry("rsa", "OUI");
        assertThat(new java.math.BigDecimal(relues.get("montant1").toString())).isEqualByComparingTo("50");
    }

    @Test
    void qui_s_arrete_finit_par_un_renoncement_et_rend_le_credit() {
        Chiffres avant = chiffres();
        DossierVue dossier = demander("LOCATION");
        achever(dossier, ali, instruction("LOCATION", "100"));
        achever(dossier, responsable, Map.of("decision", "ACCORD", "montant", "90"));
        achever(dossier, ali, Map.of("suite", "ARRET", "resultat", "Un prêt de la famille suffit."));
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.DESISTEMENT);
        assertThat(chiffres().libre()).isEqualTo(avant.libre());
    }

    private AutoEcole ecole(long prixHeure, String siret) {
        return new AutoEcole(
                UUID.randomUUID(),
                "Auto-école inventée du réseau " + siret.substring(5, 9),
                new fr.jalon.commun.Siret(siret),
                "Rennes",
                new AutoEcole.Engagements(prixHeure, prixHeure * 20, 20, 30, 30),
                "Personne inventée",
                70,
                4,
                true);
    }

    @Test
    void un_devis_du_reseau_suffit_et_se_compare_a_ses_prix() {
        ReseauAutoEcoles reseau = monde.bean(ReseauAutoEcoles.class);
        AutoEcole premiere = ecole(4_000, "99000012700011");
        assertThatThrownBy(() -> reseau.enregistrer(premiere, ali)).isInstanceOf(Interdit.class);
        reseau.enregistrer(premiere, directrice);
        reseau.enregistrer(ecole(5_000, "99000013500014"), directrice);
        DossierVue dossier = demander("PERMIS_B_CONDUITE");
        Map<String, Object> donnees = permis("1500");
        donnees.put("autoEcole", premiere.id().toString());
        donnees.remove("organisme");
        donnees.remove("siret");
        donnees.put("heures", 30);
        achever(dossier, ali, donnees);

        AideVue aide = demandes.aide(dossier.id());
        assertThat(aide.instruction().devis().organisme()).isEqualTo(premiere.nom());
        assertThat(aide.proposition().montant())
                .as("150 € restent à la personne")
                .isEqualByComparingTo("1350");
        assertThat(aide.proposition().aConfirmer()).noneMatch(p -> p.contains("manque un devis"));
        DevisCompare compare = demandes.devisCompare(dossier.id()).orElseThrow();
        assertThat(compare.reference()).isEqualTo(135_000);
        assertThat(compare.engagement()).isEqualTo(120_000);
        assertThat(compare.ecart()).isEqualTo(15_000);
        assertThat(compare.pourcentage()).isEqualTo(11);
        assertThat(compare.auDelaDeLEngagement()).isTrue();
    }

    @Test
    void un_seul_devis_hors_du_reseau_est_a_completer_sans_etre_un_refus() {
        DossierVue dossier = demander("ACHAT_VELO");
        achever(dossier, ali, instruction("ACHAT_VELO", "90"));
        AideProposee proposee = demandes.aide(dossier.id()).proposition();
        assertThat(proposee.droitOuvert()).isTrue();
        assertThat(proposee.aConfirmer()).anyMatch(p -> p.contains("manque un devis"));
    }

    @Test
    void un_devis_trop_vieux_du_futur_ou_d_un_proche_est_refuse_sur_son_champ() {
        DossierVue dossier = demander("ACHAT_VELO");
        Map<String, Object> donnees = instruction("ACHAT_VELO", "90");
        donnees.put("dateDevis", DEPART.minusDays(91).toString());
        refuseeSur("dateDevis", () -> achever(dossier, ali, donnees));
        donnees.put("dateDevis", DEPART.plusDays(1).toString());
        refuseeSur("dateDevis", () -> achever(dossier, ali, donnees));
        donnees.put("dateDevis", DEPART.minusDays(90).toString());
        donnees.put("devisProche", "OUI");
        refuseeSur("devisProche", () -> achever(dossier, ali, donnees));
        donnees.put("devisProche", "NON");
        donnees.put("coutSecondDevis", "110");
        donnees.put("raisonDuChoix", "Plus près de chez elle.");
        achever(dossier, ali, donnees);
        AideVue aide = demandes.aide(dossier.id());
        assertThat(aide.instruction().second().raisonDuChoix()).isEqualTo("Plus près de chez elle.");
        assertThat(aide.proposition().aConfirmer()).noneMatch(p -> p.contains("manque un devis"));
    }

    @Test
    void plusieurs_aides_et_ses_propres_etapes_font_un_seul_plan_jusqu_au_resultat() {
        PlansDeMobilite plans = monde.bean(PlansDeMobilite.class);
        UUID personne = monde.personne().id();
        plans.diagnostiquer(personne, Map.of("VELO", "oui", "VOITURE", "non"), ali);
        plans.ajouter(personne, "TARIF_SOLIDAIRE", null, "Réseau de transport", ali);
        DossierVue premier = demander(personne, "PERMIS_B_CODE");
        Map<String, Object> code = instruction("PERMIS_B_CODE", "250");
        code.put("codeObtenu", "NON");
        achever(premier, ali, code);
        achever(premier, responsable, Map.of("decision", "ACCORD", "montant", "250"));
        assertThat(plans.de(personne, ali).etapes())
                .extracting(EtapeDuPlan::etat)
                .containsExactly(EtatEtape.EN_COURS, EtatEtape.A_FAIRE);
        achever(premier, ali, Map.of("suite", "ETAPE", "etapeAide", "INSCRIPTION", "preuve", "F-1"));
        achever(premier, ali, Map.of("suite", "ETAPE", "etapeAide", "CODE", "preuve", "A-2"));
        demander(personne, "PERMIS_B_CONDUITE");

        PlanDeMobilite plan = plans.de(personne, ali);
        assertThat(plan.etapes())
                .extracting(EtapeDuPlan::etat)
                .containsExactly(EtatEtape.REUSSIE, EtatEtape.A_FAIRE, EtatEtape.A_FAIRE);
        assertThat(plan.cout()).isEqualTo(25_000);
        assertThat(plan.verse()).isEqualTo(25_000);
        EtapeDuPlan tarif = plan.etapes().get(2);
        plans.noter(personne, tarif.id(), EtatEtape.REUSSIE, "Tarif à 85 %.", ali);
        assertThat(plans.de(personne, ali).combien(EtatEtape.REUSSIE)).isEqualTo(2);
        assertThat(plan.moyens())
                .filteredOn(m -> m.reponse() != null)
                .extracting(PlanDeMobilite.Moyen::code)
                .containsExactly("VELO", "VOITURE");
        plans.diagnostiquer(personne, Map.of("VELO", "", "VOITURE", "non"), ali);
        assertThat(plans.de(personne, ali).moyens())
                .as("ce qui n’est plus su n’est pas un non")
                .filteredOn(m -> m.code().equals("VELO"))
                .extracting(PlanDeMobilite.Moyen::reponse)
                .containsOnlyNulls();
    }

    @Test
    void le_plan_est_a_qui_suit_la_personne() {
        PlansDeMobilite plans = monde.bean(PlansDeMobilite.class);
        UUID personne = monde.personne().id();
        assertThatThrownBy(() -> plans.de(personne, monde.agent(Role.ALI, "BLOSNE")))
                .isInstanceOf(fr.jalon.commun.Introuvable.class);
        assertThatThrownBy(() -> plans.ajouter(personne, "INCONNUE", null, null, ali))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).extracting(x -> x.champ()).containsExactly("sorte"));
        assertThatThrownBy(() -> plans.noter(personne, UUID.randomUUID(), EtatEtape.REUSSIE, null, ali))
                .isInstanceOf(fr.jalon.commun.Conflit.class);
    }
}
