package fr.jalon.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.budget.AQui;
import fr.jalon.budget.Bordereaux;
import fr.jalon.budget.Chiffres;
import fr.jalon.budget.Depenses;
import fr.jalon.budget.Enveloppes;
import fr.jalon.budget.Financeur;
import fr.jalon.budget.Ordres;
import fr.jalon.budget.Paye;
import fr.jalon.budget.ServiceFait;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Iban;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Siret;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.Courriers;
import fr.jalon.dispositif.DecisionsDesDossiers;
import fr.jalon.dispositif.Dispositifs;
import fr.jalon.dispositif.LienDePreuveInvalide;
import fr.jalon.dispositif.LiensDePreuve;
import fr.jalon.dispositif.PreuveApportee;
import fr.jalon.dispositif.PreuvesParLien;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierDejaOuvert;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.formation.parcours.ParcoursFormation;
import fr.jalon.moteur.Taches;
import fr.jalon.seance.CasPrets;
import fr.jalon.seance.FicheCas;
import fr.jalon.seance.SujetDeSeance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.ObjectMapper;

/** The path of a funding of training on the real engine and a real MariaDB: from the request to the results, and its money. */
@JalonIT
class FinancementFormationIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    private static final String ENVELOPPE = "FinancementFormation-" + DEPART.getYear();
    private static final LocalDate DEBUT = DEPART.plusDays(60);

    @Autowired
    private Monde monde;

    @Autowired
    private Dispositifs dispositifs;

    @Autowired
    private DemandesFormation demandes;

    @Autowired
    private SuiviFormation suivi;

    @Autowired
    private Enveloppes enveloppes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Courriers courriers;

    @Autowired
    private HorlogeReglable reglage;

    @Autowired
    private List<SujetDeSeance> sujets;

    private Agent ali;
    private Agent collegue;
    private Agent responsable;
    private Agent directrice;

    @BeforeEach
    void preparer() {
        reglage.regler(EssaiConfiguration.DEPART);
        ali = monde.agent(Role.ALI, "KLEBER");
        collegue = monde.agent("instructeur.formation", Role.INSTRUCTEUR, "KLEBER");
        responsable = monde.responsable();
        directrice = monde.agent("dispositifs.formation", Role.RESPONSABLE_DISPOSITIFS, null);
        if (enveloppes.lister(DEPART.getYear()).stream().noneMatch(e -> e.id().equals(ENVELOPPE))) {
            enveloppes.ouvrir(
                    ENVELOPPE,
                    "Financement de formations",
                    DEPART.getYear(),
                    List.of(new Financeur("Departement", "Département", 8900), new Financeur("CCAS", "CCAS", 1100)));
            enveloppes.doter(
                    ENVELOPPE, "formation", 5_000_000, LocalDate.of(DEPART.getYear(), 1, 1), "Budget", "essai");
        }
    }

    @AfterEach
    void remettre() {
        reglage.regler(EssaiConfiguration.DEPART);
    }

    static Map<String, Object> demande(String cout, LocalDate debut) {
        Map<String, Object> d = new HashMap<>(Map.of(
                "levier", "COMPETENCES",
                "projet", "Devenir agent de propreté, près de chez soi.",
                "intitule", "Titre professionnel d'agent de propreté",
                "dateDebut", debut.toString(),
                "dateFin", debut.plusDays(80).toString(),
                "heures", 280,
                "lieu", "Rennes",
                "organisme", "Centre de formation imaginaire",
                "siret", "73282932000074",
                "adresse", "3 rue Inventée\n35000 Rennes"));
        d.putAll(Map.of(
                "certifie", "OUI",
                "numeroQualiopi", "QUAL-0042",
                "qualiopiAu", debut.plusYears(1).toString(),
                "cout", cout,
                "droitCommun", "Le CPF est vide et la Région ne finance pas ce titre."));
        d.putAll(Map.of(
                "financeur1", "REGION",
                "montant1", "800",
                "etat1", "REFUSE",
                "preuve1", "Courrier R-2026-7",
                "rsa", "OUI",
                "sertProjet", "OUI",
                "etranger", "NON",
                "concours", "NON",
                "commencee", "NON",
                "pieces", List.of("DEVIS", "PROGRAMME")));
        return d;
    }

    private DossierVue demander(Map<String, Object> donnees) {
        return demander(monde.personne().id(), donnees);
    }

    private DossierVue demander(UUID personne, Map<String, Object> donnees) {
        DossierVue dossier = dispositifs
                .depot("FINANCEMENT_FORMATION")
                .orElseThrow()
                .deposer(personne, Canal.GUICHET, new ObjectMapper().valueToTree(donnees), ali);
        monde.travailler();
        return dossier;
    }

    private String tache(DossierVue dossier, String etape) {
        return monde.bean(Corbeille.class).duDossier(dossier.id()).stream()
                .filter(l -> l.etape().equals(etape))
                .findFirst()
                .orElseThrow(() -> new AssertionError("aucune tâche " + etape))
                .tacheId();
    }

    private void acheverSeulement(DossierVue dossier, String etape, Agent agent, Map<String, Object> donnees) {
        Taches taches = monde.bean(Taches.class);
        String tache = tache(dossier, etape);
        taches.prendre(tache, agent);
        taches.achever(tache, donnees, agent);
    }

    private void achever(DossierVue dossier, String etape, Agent agent, Map<String, Object> donnees) {
        acheverSeulement(dossier, etape, agent, donnees);
        monde.travailler();
    }

    private void aviser(DossierVue dossier) {
        achever(dossier, "UserTask_DonnerAvisTechnique", collegue, Map.of("avis", "FAVORABLE"));
    }

    private void suivre(DossierVue dossier, Map<String, Object> donnees) {
        achever(dossier, "UserTask_SuivreFormation", ali, donnees);
    }

    private void commencer() {
        reglage.regler(DEBUT.atTime(9, 0));
    }

    private static Map<String, Object> jalon(String code, int heures) {
        return Map.of("suite", "JALON", "jalon", code, "heuresSuivies", heures, "preuve", "Attestation " + code);
    }

    private DossierVue accordee(String cout) {
        DossierVue dossier = demander(demande(cout, DEBUT));
        aviser(dossier);
        achever(dossier, "UserTask_DeciderFormation", responsable, Map.of("decision", "ACCORD", "montant", cout));
        return dossier;
    }

    private List<String> lettres(DossierVue dossier) {
        return courriers.parDossier(dossier.id()).stream().map(c -> c.modele()).toList();
    }

    private Chiffres chiffres() {
        return enveloppes.parId(ENVELOPPE).chiffres();
    }

    private static List<String> champs(org.assertj.core.api.ThrowableAssert.ThrowingCallable acte) {
        return catchThrowableOfType(SaisieInvalide.class, acte).erreurs().stream()
                .map(ErreurChamp::champ)
                .toList();
    }

    @Test
    void de_la_demande_aux_resultats_a_six_mois_chaque_euro_est_suivi() throws IOException {
        Chiffres avant = chiffres();
        DossierVue dossier = accordee("499.99");
        assertThat(demandes.formation(dossier.id()).suite().engagement()).isNotBlank();
        assertThat(chiffres().engage() - avant.engage()).isEqualTo(49_999);
        assertThat(lettres(dossier)).containsExactlyInAnyOrder("formation-accord", "formation-accord-organisme");
        assertThat(texte(dossier, "formation-accord"))
                .as("qui suit le dossier, pas qui en a décidé")
                .containsPattern("suivi par\\h:\\h" + ali.prenom() + " " + ali.nom());

        assertThat(champs(() -> suivre(dossier, jalon("ENTREE", 0)))).containsExactly("jalon");
        commencer();
        suivre(dossier, jalon("ENTREE", 0));
        assertThat(champs(() -> suivre(dossier, jalon("ENTREE", 0)))).containsExactly("jalon");
        suivre(dossier, jalon("MOITIE_HEURES", 140));
        assertThat(champs(() -> suivre(dossier, jalon("FIN", 139)))).containsExactly("heuresSuivies");
        assertThat(champs(() -> suivre(dossier, jalon("FIN", 281)))).containsExactly("heuresSuivies");
        suivre(dossier, jalon("FIN", 280));
        assertThat(chiffres().liquide() - avant.liquide()).isEqualTo(49_999);
        assertThat(suivi.verse(dossier.id())).isEqualTo(49_999);
        assertThat(lettres(dossier)).contains("livret-formation");

        reglage.regler(DEBUT.plusMonths(3).plusDays(1).atTime(9, 0));
        monde.travailler();
        achever(dossier, "UserTask_DemanderResultatTroisMois", ali, Map.of("devenir", "RECHERCHE"));
        reglage.regler(DEBUT.plusMonths(6).plusDays(1).atTime(9, 0));
        monde.travailler();
        achever(dossier, "UserTask_DemanderResultatSixMois", ali, Map.of("devenir", "EMPLOI"));
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.MENE_A_TERME);
        assertThat(lettres(dossier).stream().filter("livret-formation"::equals)).hasSize(2);
        assertThat(suivi.resultats(dossier.id()))
                .containsExactly(new ResultatFormation(3, "RECHERCHE"), new ResultatFormation(6, "EMPLOI"));
        assertThat(monde.bean(DecisionsDesDossiers.class).decisions(dossiers.parId(dossier.id())))
                .extracting(d -> d.nature())
                .containsExactly("PROPOSITION", "AVIS_TECHNIQUE", "DECISION");
        garder(dossier);
    }

    /** The letters as they are, to look at. */
    private void garder(DossierVue dossier) throws IOException {
        Path ou = Files.createDirectories(Path.of("target", "lettres-formation"));
        for (var courrier : courriers.parDossier(dossier.id())) {
            Path pdf = ou.resolve(courrier.modele() + ".pdf");
            Files.write(pdf, courriers.octets(courrier.id()));
            assertThat(pdf).isNotEmptyFile();
        }
    }

    @Test
    void moins_d_heures_suivies_paient_moins_et_le_reste_revient_a_l_enveloppe() {
        Chiffres avant = chiffres();
        DossierVue dossier = accordee("400");
        commencer();
        suivre(dossier, jalon("ENTREE", 0));
        suivre(dossier, jalon("MOITIE_HEURES", 70));
        assertThat(suivi.verse(dossier.id())).isEqualTo(12_000);
        suivre(dossier, jalon("FIN", 210));
        assertThat(suivi.verse(dossier.id())).isEqualTo(30_000);
        assertThat(chiffres().liquide() - avant.liquide()).isEqualTo(30_000);
        assertThat(avant.libre() - chiffres().libre()).isEqualTo(30_000);
        assertThat(demandes.formation(dossier.id()).etat()).isEqualTo(EtatFormation.FINIE);
    }

    @Test
    void qui_monte_n_avise_pas_et_aucun_des_deux_ne_decide() {
        DossierVue dossier = demander(demande("400", DEBUT));
        assertThatThrownBy(() -> demandes.aviser(dossier.id(), AvisTechnique.Sens.FAVORABLE, null, ali))
                .isInstanceOfSatisfying(
                        Interdit.class, e -> assertThat(e).hasMessageContaining("Vous avez monté cette demande"));
        assertThat(champs(() ->
                        achever(dossier, "UserTask_DonnerAvisTechnique", collegue, Map.of("avis", "DEFAVORABLE"))))
                .containsExactly("motifAvis");
        monde.bean(Taches.class).deposer(tache(dossier, "UserTask_DonnerAvisTechnique"), "À la responsable.", collegue);
        achever(
                dossier,
                "UserTask_DonnerAvisTechnique",
                responsable,
                Map.of("avis", "RESERVE", "motifAvis", "Le trajet est long."));
        assertThatThrownBy(() -> achever(
                        dossier,
                        "UserTask_DeciderFormation",
                        responsable,
                        Map.of("decision", "ACCORD", "montant", "400")))
                .isInstanceOf(Interdit.class);
        assertThat(demandes.formation(dossier.id()).decision()).isNull();
        assertThat(lettres(dossier)).isEmpty();
    }

    @Test
    void au_dessus_du_seuil_la_cai_a_un_cas_pret_et_sa_decision_porte_son_proces_verbal() {
        DossierVue dossier = demander(demande("2000", DEBUT));
        aviser(dossier);
        assertThat(monde.bean(CasPrets.class).enAttente("CAI", dossier.antenne()))
                .extracting(c -> c.numero())
                .contains(dossier.numero());
        assertThat(champs(() -> achever(
                        dossier,
                        "UserTask_EnregistrerDecisionCaiFormation",
                        directrice,
                        decisionCai("ACCORD", "2000.01", null))))
                .containsExactly("montant");
        achever(
                dossier,
                "UserTask_EnregistrerDecisionCaiFormation",
                directrice,
                decisionCai("ACCORD", "1500", "Une part reste à un autre financeur."));
        assertThat(demandes.formation(dossier.id()).decision().procesVerbal()).isEqualTo("CAI-2026-04");
        assertThat(suivi.aVenir(dossier.id()).stream()
                        .mapToLong(JalonFormation::centimes)
                        .sum())
                .isEqualTo(150_000);
        assertThat(monde.bean(CasPrets.class).enAttente("CAI", dossier.antenne()))
                .extracting(c -> c.numero())
                .doesNotContain(dossier.numero());
    }

    private static Map<String, Object> decisionCai(String decision, String montant, String motif) {
        Map<String, Object> d =
                new HashMap<>(Map.of("decision", decision, "procesVerbal", "CAI-2026-04", "seance", DEPART.toString()));
        if (montant != null) {
            d.put("montant", montant);
        }
        if (motif != null) {
            d.put("motif", motif);
        }
        return d;
    }

    @Test
    void un_ajournement_pose_sa_question_puis_la_demande_completee_est_decidee() throws IOException {
        DossierVue dossier = demander(demande("2000", DEBUT));
        aviser(dossier);
        assertThat(champs(() -> achever(
                        dossier,
                        "UserTask_EnregistrerDecisionCaiFormation",
                        directrice,
                        decisionCai("A_COMPLETER", null, null))))
                .containsExactly("complement");
        Map<String, Object> question = decisionCai("A_COMPLETER", null, null);
        question.put("complement", "Que répond France Travail ?");
        achever(dossier, "UserTask_EnregistrerDecisionCaiFormation", directrice, question);
        assertThat(lettres(dossier)).containsExactly("formation-ajournement");
        Map<String, Object> completee = demande("2000", DEBUT);
        completee.putAll(Map.of("financeur2", "FRANCE_TRAVAIL", "montant2", "1600", "etat2", "ACCORDE"));
        achever(dossier, "UserTask_CompleterDemandeFormation", ali, completee);
        aviser(dossier);
        assertThat(demandes.formation(dossier.id()).proposition().demandeAuCcas())
                .isEqualByComparingTo("400");
        achever(
                dossier,
                "UserTask_DeciderFormation",
                responsable,
                Map.of("decision", "REFUS", "motif", "La Région rouvre ce titre en mars."));
        assertThat(lettres(dossier)).containsExactlyInAnyOrder("formation-ajournement", "formation-refus");
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.AIDE_REFUSEE);
        garder(dossier);
    }

    @Test
    void avant_la_seance_l_urgence_decide_et_la_cai_est_informee_ensuite() {
        DossierVue dossier = demander(demande("2000", DEPART.plusDays(10)));
        aviser(dossier);
        assertThatThrownBy(() -> achever(
                        dossier,
                        "UserTask_DeciderFormationUrgente",
                        responsable,
                        Map.of("decision", "ACCORD", "montant", "2000")))
                .isInstanceOf(RuntimeException.class);
        achever(
                dossier,
                "UserTask_DeciderFormationUrgente",
                directrice,
                Map.of("decision", "ACCORD", "montant", "2000"));
        achever(dossier, "UserTask_InformerCai", directrice, Map.of("procesVerbal", "CAI-2026-05"));
        assertThat(demandes.formation(dossier.id()).suite().caiInformeePar()).isEqualTo("CAI-2026-05");
        assertThat(tache(dossier, "UserTask_SuivreFormation")).isNotBlank();
    }

    @Test
    void sans_credit_rien_n_est_engage_et_aucune_lettre_ne_part() {
        DossierVue dossier = demander(demande("400", DEBUT));
        aviser(dossier);
        Depenses depenses = monde.bean(Depenses.class);
        UUID reserve = depenses.reserver(ENVELOPPE, chiffres().libre() - 39_999, null, null, "essai.reserve");
        assertThat(champs(() -> achever(
                        dossier,
                        "UserTask_DeciderFormation",
                        responsable,
                        Map.of("decision", "ACCORD", "montant", "400"))))
                .containsExactly("montant");
        depenses.annuler(reserve, "essai.reserve");
        acheverSeulement(
                dossier, "UserTask_DeciderFormation", responsable, Map.of("decision", "ACCORD", "montant", "400"));
        UUID prise = depenses.reserver(ENVELOPPE, chiffres().libre(), null, null, "essai.reserve");
        monde.travailler();
        assertThat(lettres(dossier)).isEmpty();
        assertThat(demandes.formation(dossier.id()).suite().engagement()).isNull();
        depenses.annuler(prise, "essai.reserve");
        achever(dossier, "UserTask_TrouverCreditFormation", directrice, Map.of("pret", true));
        assertThat(lettres(dossier)).contains("formation-accord");
    }

    @Test
    void les_dates_changent_avant_le_debut_et_les_regles_sont_relues() {
        DossierVue dossier = accordee("400");
        suivre(dossier, dates(DEBUT.plusDays(10), DEBUT.plusDays(90)));
        assertThat(demandes.formation(dossier.id()).demande().formation().debut())
                .isEqualTo(DEBUT.plusDays(10));
        assertThat(champs(() -> suivre(dossier, dates(DEBUT.plusDays(10), DEBUT.plusDays(9)))))
                .containsExactly("nouvelleFin");
        assertThat(champs(() -> suivre(dossier, dates(DEPART.minusDays(1), DEBUT.plusDays(1)))))
                .containsExactly("nouveauDebut");
        reglage.regler(DEBUT.plusDays(10).atTime(9, 0));
        assertThat(champs(() -> suivre(dossier, dates(DEBUT.plusDays(20), DEBUT.plusDays(90)))))
                .containsExactly("nouveauDebut");
    }

    private static Map<String, Object> dates(LocalDate debut, LocalDate fin) {
        return Map.of("suite", "DATES", "nouveauDebut", debut.toString(), "nouvelleFin", fin.toString());
    }

    private static Map<String, Object> arret(String raison, int heures, String preuve) {
        Map<String, Object> d = new HashMap<>(Map.of("suite", "ARRET", "raisonArret", raison, "heuresArret", heures));
        if (preuve != null) {
            d.put("preuveArret", preuve);
        }
        return d;
    }

    @Test
    void un_arret_paie_ce_qui_est_suivi_rend_le_reste_et_ne_dit_rien_de_la_sante() throws IOException {
        Chiffres avant = chiffres();
        DossierVue dossier = accordee("400");
        assertThat(champs(() -> suivre(dossier, arret("EMPLOI", 10, "A-1")))).containsExactly("heuresArret");
        commencer();
        suivre(dossier, jalon("ENTREE", 0));
        suivre(dossier, jalon("MOITIE_HEURES", 140));
        assertThat(champs(() -> suivre(dossier, arret("MALADIE", 200, "A-9")))).containsExactly("raisonArret");
        assertThat(champs(() -> suivre(dossier, arret("EMPLOI", 139, "A-9")))).containsExactly("heuresArret");
        assertThat(champs(() -> suivre(dossier, arret("EMPLOI", 200, null)))).containsExactly("preuveArret");
        suivre(dossier, arret("EMPLOI", 200, "Attestation du dernier jour"));
        // 200 hours of 280 are worth 285.71 of 400
        assertThat(suivi.verse(dossier.id())).isEqualTo(28_571);
        assertThat(chiffres().liquide() - avant.liquide()).isEqualTo(28_571);
        assertThat(avant.libre() - chiffres().libre()).isEqualTo(28_571);
        assertThat(lettres(dossier)).contains("formation-arretee", "formation-fin-organisme");
        assertThat(texte(dossier, "formation-arretee"))
                .contains("s’est arrêtée", "285,71", "114,29")
                .doesNotContain("preuves");
        assertThat(texte(dossier, "formation-fin-organisme"))
                .contains("200 sur 280", "285,71")
                .doesNotContain("trop", "attestations de présence jusqu");
        assertThat(demandes.formation(dossier.id()).etat()).isEqualTo(EtatFormation.ARRETEE);
        garder(dossier);
        assertThat(dossiers.parId(dossier.id()).clos())
                .as("ses résultats restent à demander")
                .isFalse();
        LocalDate arret = DEBUT;
        reglage.regler(arret.plusMonths(3).plusDays(1).atTime(9, 0));
        monde.travailler();
        achever(dossier, "UserTask_DemanderResultatTroisMois", ali, Map.of("devenir", "EMPLOI"));
        reglage.regler(arret.plusMonths(6).plusDays(1).atTime(9, 0));
        monde.travailler();
        achever(dossier, "UserTask_DemanderResultatSixMois", ali, Map.of("devenir", "EMPLOI"));
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.AIDE_UTILISEE_EN_PARTIE);
        assertThat(suivi.resultats(dossier.id())).hasSize(2);
    }

    @Test
    void une_fois_la_formation_finie_une_autre_peut_etre_demandee_pendant_que_ses_resultats_s_attendent() {
        UUID personne = monde.personne().id();
        DossierVue premier = demander(personne, demande("400", DEBUT));
        aviser(premier);
        achever(premier, "UserTask_DeciderFormation", responsable, Map.of("decision", "ACCORD", "montant", "400"));
        assertThatThrownBy(() -> demander(personne, demande("300", DEBUT))).isInstanceOf(DossierDejaOuvert.class);
        commencer();
        suivre(premier, jalon("ENTREE", 0));
        assertThat(dossiers.placePrise(personne, "FOR")).isTrue();
        suivre(premier, arret("PROJET", 60, "Attestation A-3"));
        assertThat(dossiers.placePrise(personne, "FOR")).isFalse();
        DossierVue second = demander(personne, demande("300", DEBUT.plusDays(60)));
        assertThat(dossiers.ouvertsDe(personne)).containsExactlyInAnyOrder(premier.id(), second.id());
        assertThatThrownBy(() -> demander(personne, demande("300", DEBUT.plusDays(60))))
                .isInstanceOf(DossierDejaOuvert.class);
    }

    @Test
    void un_arret_avant_toute_heure_dit_ce_qui_est_verse_en_trop() {
        DossierVue dossier = accordee("400");
        commencer();
        suivre(dossier, jalon("ENTREE", 0));
        suivre(dossier, arret("PERSONNELLE", 0, null));
        assertThat(texte(dossier, "formation-fin-organisme")).contains("120,00", "versés en trop");
        assertThat(texte(dossier, "formation-arretee")).contains("280,00").doesNotContain("Nous payons");
        assertThat(dossiers.histoire(dossier.id()).stream().map(Object::toString))
                .anyMatch(l -> l.contains("versés en trop, à demander par un titre"));
    }

    @Test
    void un_arret_avant_le_debut_rend_tout() {
        Chiffres avant = chiffres();
        DossierVue dossier = accordee("400");
        suivre(dossier, arret("PROJET", 0, null));
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.AIDE_NON_UTILISEE);
        assertThat(chiffres().libre()).isEqualTo(avant.libre());
        assertThat(texte(dossier, "formation-arretee")).contains("400,00").doesNotContain("Nous payons");
    }

    @Test
    void chaque_versement_est_ordonne_puis_paye_et_leur_somme_est_l_accord_au_centime() {
        DossierVue dossier = accordee("499.99");
        commencer();
        suivre(dossier, jalon("ENTREE", 0));
        suivre(dossier, jalon("MOITIE_HEURES", 140));
        suivre(dossier, jalon("FIN", 280));
        Depenses depenses = monde.bean(Depenses.class);
        String source = "dossier " + dossier.numero();
        List<ServiceFait> services = depenses.aOrdonner(DEPART.getYear(), 10_000).stream()
                .filter(s -> source.equals(s.source()))
                .toList();
        assertThat(services).extracting(ServiceFait::centimes).containsExactly(15_000L, 15_000L, 19_999L);
        Paye organisme = new Paye(
                AQui.Nature.ORGANISME,
                "Centre de formation imaginaire",
                new Siret("73282932000074"),
                new Iban("FR7699999000010000000556022"));
        Map<String, String> pieces = Map.of("DECISION", "D-1", "FACTURE", "F-1", "RIB", "R-1");
        assertThatThrownBy(() -> depenses.ordonner(services.get(0).id(), organisme, pieces, ali.identifiant()))
                .isInstanceOf(Interdit.class);
        LocalDate jour = DEBUT.plusDays(20);
        payer(dossier, jour);
        assertThat(suivi.paiements(dossier.id()))
                .hasSize(3)
                .allMatch(p -> jour.equals(p.payeLe()))
                .extracting(PaiementFormation::centimes)
                .containsExactly(15_000L, 15_000L, 19_999L);
        assertThat(dossiers.histoire(dossier.id()).stream().map(Object::toString))
                .anyMatch(l -> l.contains("payés à l'organisme le"));
    }

    @Test
    void l_organisme_apporte_sa_preuve_par_un_lien_qui_sert_une_fois_et_le_delai_de_paiement_en_part() {
        LiensDePreuve liens = monde.bean(LiensDePreuve.class);
        DossierVue dossier = demander(demande("400", DEBUT));
        assertThatThrownBy(() -> liens.creer(dossier.id(), ali)).isInstanceOf(Conflit.class);
        aviser(dossier);
        achever(dossier, "UserTask_DeciderFormation", responsable, Map.of("decision", "ACCORD", "montant", "400"));
        assertThatThrownBy(() -> liens.creer(dossier.id(), collegue)).isInstanceOf(Interdit.class);
        commencer();
        String ancien = liens.creer(dossier.id(), ali).jeton();
        String jeton = liens.creer(dossier.id(), ali).jeton();
        assertThatThrownBy(() -> liens.ouvrir(ancien, "192.0.2.1")).isInstanceOf(LienDePreuveInvalide.class);
        PreuvesParLien.Attendue lue = liens.ouvrir(jeton, "192.0.2.1");
        assertThat(lue.organisme()).isEqualTo("Centre de formation imaginaire");
        assertThat(lue.etapes())
                .extracting(PreuvesParLien.Etape::code)
                .containsExactly("ENTREE", "MOITIE_HEURES", "FIN");
        assertThat(champs(() -> liens.apporter(jeton, new PreuveApportee("AUTRE", 0, "A-1"), "192.0.2.1")))
                .containsExactly("etape");
        assertThat(champs(() -> liens.apporter(jeton, new PreuveApportee("ENTREE", 281, "A-1"), "192.0.2.1")))
                .containsExactly("heures");
        assertThat(champs(() -> new PreuveApportee("ENTREE", 0, " "))).containsExactly("preuve");
        liens.apporter(jeton, new PreuveApportee("ENTREE", 0, "Attestation A-1"), "192.0.2.1");
        assertThatThrownBy(() -> liens.apporter(jeton, new PreuveApportee("ENTREE", 0, "A-1"), "192.0.2.1"))
                .isInstanceOf(LienDePreuveInvalide.class);
        assertThat(suivi.verse(dossier.id()))
                .as("rien n'est certifié par l'organisme")
                .isZero();

        reglage.regler(DEBUT.plusDays(5).atTime(9, 0));
        assertThat(monde.bean(Taches.class)
                        .formulaire(tache(dossier, "UserTask_SuivreFormation"), ali)
                        .donnees())
                .containsEntry("suite", "JALON")
                .containsEntry("jalon", "ENTREE")
                .containsEntry("preuve", "Attestation A-1");
        suivre(dossier, jalon("ENTREE", 0));
        assertThat(liens.enAttente(dossier.id())).isEmpty();
        payer(dossier, DEBUT.plusDays(12));
        assertThat(suivi.attentesDePaiement(dossier.id()))
                .as("du lien, pas de la certification")
                .contains(12);
        String suivant = liens.creer(dossier.id(), ali).jeton();
        assertThat(liens.ouvrir(suivant, "192.0.2.1").delai().jours()).isNotNull();
        reglage.regler(DEBUT.plusDays(60).atTime(9, 0));
        assertThatThrownBy(() -> liens.ouvrir(suivant, "192.0.2.1")).isInstanceOf(LienDePreuveInvalide.class);
    }

    private void payer(DossierVue dossier, LocalDate jour) {
        Depenses depenses = monde.bean(Depenses.class);
        Paye organisme = new Paye(
                AQui.Nature.ORGANISME,
                "Centre de formation imaginaire",
                new Siret("73282932000074"),
                new Iban("FR7699999000010000000556022"));
        List<String> mandats = depenses.aOrdonner(DEPART.getYear(), 10_000).stream()
                .filter(s -> s.source().equals("dossier " + dossier.numero()))
                .map(s -> depenses.ordonner(
                        s.id(), organisme, Map.of("DECISION", "D-1", "FACTURE", "F-1", "RIB", "R-1"), "essai.finances"))
                .toList();
        monde.bean(Bordereaux.class).transmettre(DEPART.getYear(), "essai.finances");
        reglage.regler(jour.atTime(9, 0));
        mandats.forEach(m -> {
            monde.bean(Ordres.class).accepter(m);
            monde.bean(Ordres.class).payer(m, jour, "essai.finances");
        });
    }

    private String texte(DossierVue dossier, String modele) {
        return courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.modele().equals(modele))
                .findFirst()
                .map(c -> lire(courriers.octets(c.id())))
                .orElseThrow();
    }

    private static String lire(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sans_preuve_a_temps_le_credit_revient() throws IOException {
        DossierVue dossier = accordee("400");
        reglage.regler(suivi(dossier).plusDays(2).atTime(9, 0));
        monde.travailler();
        assertThat(lettres(dossier)).contains("formation-non-justifiee", "formation-fin-organisme");
        assertThat(texte(dossier, "formation-non-justifiee"))
                .contains("preuves de présence", "400,00")
                .doesNotContain("arrêtée");
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.AIDE_NON_UTILISEE);
        assertThat(suivi.verse(dossier.id())).isZero();
        garder(dossier);
    }

    @Test
    void sans_derniere_preuve_ce_qui_est_prouve_reste_paye_et_l_aide_est_utilisee_en_partie() {
        DossierVue dossier = accordee("400");
        commencer();
        suivre(dossier, jalon("ENTREE", 0));
        reglage.regler(suivi(dossier).plusDays(2).atTime(9, 0));
        monde.travailler();
        assertThat(texte(dossier, "formation-fin-organisme")).contains("120,00").doesNotContain("trop");
        achever(dossier, "UserTask_DemanderResultatTroisMois", ali, Map.of("devenir", "SANS_NOUVELLES"));
        reglage.regler(suivi(dossier).plusMonths(6).atTime(9, 0));
        monde.travailler();
        achever(dossier, "UserTask_DemanderResultatSixMois", ali, Map.of("devenir", "SANS_NOUVELLES"));
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.AIDE_UTILISEE_EN_PARTIE);
    }

    private LocalDate suivi(DossierVue dossier) {
        return monde.bean(FinsDeFormation.class).finDeLAttente(dossier.id());
    }

    @Test
    void un_renoncement_rend_le_credit_et_deux_demandes_a_la_fois_se_refusent() {
        Chiffres avant = chiffres();
        UUID personne = monde.personne().id();
        DossierVue dossier = demander(personne, demande("400", DEBUT));
        assertThatThrownBy(() -> demander(personne, demande("300", DEBUT))).isInstanceOf(DossierDejaOuvert.class);
        aviser(dossier);
        achever(dossier, "UserTask_DeciderFormation", responsable, Map.of("decision", "ACCORD", "montant", "400"));
        monde.bean(Signalements.class)
                .signaler(dossier.id(), Signalement.DESISTEMENT, "La personne a changé d'avis.", ali);
        monde.travailler();
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.DESISTEMENT);
        assertThat(chiffres().libre()).isEqualTo(avant.libre());
    }

    @ParameterizedTest
    @CsvSource({
        "cout,0.005,cout",
        "cout,1e308,cout",
        "cout,-1,cout",
        "siret,73282932000075,siret",
        "heures,0,heures",
        "dateFin,2020-01-01,dateFin",
        "numeroQualiopi,'',numeroQualiopi",
        "preuve1,'',preuve1",
        "demandeCcas,399.99,demandeCcas",
        "montant1,0.001,montant1",
        "levier,INCONNU,levier"
    })
    void ce_qui_est_mal_saisi_se_dit_sur_son_champ(String champ, String valeur, String faute) {
        Map<String, Object> donnees = demande("400", DEBUT);
        donnees.put(champ, valeur);
        UUID personne = monde.personne().id();
        assertThat(champs(() -> demander(personne, donnees))).containsExactly(faute);
        assertThat(dossiers.ouvertsDe(personne)).isEmpty();
    }

    @Test
    void la_fiche_de_seance_dit_le_plan_et_l_avis() {
        DossierVue dossier = demander(demande("2000", DEBUT));
        aviser(dossier);
        FicheCas fiche = sujets.stream()
                .filter(s -> s.question().equals(ParcoursFormation.QUESTION))
                .findFirst()
                .orElseThrow()
                .fiche(dossier.id());
        assertThat(fiche.faits())
                .extracting(f -> f.libelle())
                .contains("Projet", "Formation", "Demandé au CCAS", "Avis technique");
        assertThat(fiche.referent()).isEqualTo(ali.identifiant());
        assertThat(fiche.question()).contains("000,00");
    }
}
