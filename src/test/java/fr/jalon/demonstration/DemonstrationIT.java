package fr.jalon.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.accueil.FiltreReponses;
import fr.jalon.accueil.PremieresReponses;
import fr.jalon.agent.Agent;
import fr.jalon.agent.AgentConnecte;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Authentification;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.Lieu;
import fr.jalon.budget.EnveloppeVue;
import fr.jalon.budget.Enveloppes;
import fr.jalon.budget.Financeur;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.FiltreCorbeille;
import fr.jalon.corbeille.Onglet;
import fr.jalon.essais.BaseReelle;
import fr.jalon.importation.ExempleImport;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.importation.LigneVue;
import fr.jalon.importation.LignesDImport;
import fr.jalon.importation.MessageLigne;
import fr.jalon.importation.StatutLigne;
import fr.jalon.jury.Bureau;
import fr.jalon.jury.EnvoiDecision;
import fr.jalon.jury.PreuveDeSeance;
import fr.jalon.jury.ProcesVerbaux;
import fr.jalon.jury.ScrutinVue;
import fr.jalon.jury.Scrutins;
import fr.jalon.moteur.Incidents;
import fr.jalon.numerique.ComptesNumeriques;
import fr.jalon.pilotage.Annotation;
import fr.jalon.pilotage.Annotations;
import fr.jalon.pilotage.Archives;
import fr.jalon.pilotage.Chiffres;
import fr.jalon.pilotage.Filtre;
import fr.jalon.pilotage.Lecteur;
import fr.jalon.prescription.AvisPartenaires;
import fr.jalon.prescription.EspacePartenaire;
import fr.jalon.prescription.OngletPartenaire;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.Membre;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The demonstration as it starts for somebody who discovers Jalon: real clock, engine at work. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jalon.moteur.travaux.actifs=true",
            "jalon.fichiers=${jalon.essais}/demonstration/fichiers",
            "jalon.echanges=${jalon.essais}/demonstration/echanges",
            "jalon.scelles=${jalon.essais}/demonstration/scelles/journal.txt"
        })
@ActiveProfiles({"demonstration", "essai"})
@ContextConfiguration(initializers = BaseReelle.class)
@DirtiesContext
class DemonstrationIT {

    @Autowired
    private ApplicationContext contexte;

    @Autowired
    private Comptes comptes;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Imports imports;

    @Autowired
    private LignesDImport lignesDImport;

    @Test
    void chaque_onglet_des_corbeilles_a_quelque_chose_a_montrer() throws Exception {
        contexte.getBean(ScenariosDemonstration.class).fin().get(4, TimeUnit.MINUTES);

        Map<Onglet, Long> instructeur = compteurs("instructeur.kleber");
        assertThat(instructeur.keySet()).containsExactlyInAnyOrder(Onglet.values());
        assertThat(instructeur.values()).allMatch(nombre -> nombre > 0);
        assertThat(compteurs("instructeur.blosne").get(Onglet.A_PRENDRE)).isPositive();
        assertThat(compteurs("instructeur.blosne").get(Onglet.EN_ATTENTE)).isPositive();
        assertThat(etapes("responsable.kleber")).contains("UserTask_ValiderRejet");
        assertThat(etapes("responsable.blosne")).contains("UserTask_ValiderRejet");
        assertThat(corbeille.alertes(agent("instructeur.kleber")).urgents()).isPositive();
        assertThat(contexte.getBean(Incidents.class).ouverts()).isEmpty();
        List<SeanceVue> seances = contexte.getBean(Seances.class).lister(agent("responsable.kleber"));
        assertThat(seances).hasSize(1).allMatch(s -> s.etat() == EtatSeance.EN_PREPARATION);
        SeanceVue seance = contexte.getBean(Seances.class).seance(seances.get(0).id(), agent("responsable.kleber"));
        assertThat(seance.points()).hasSize(2);
        assertThat(seance.membres()).hasSize(5);
        assertThat(contexte.getBean(EspacePartenaire.class).compter(agent("partenaire.missionlocale")))
                .containsEntry(OngletPartenaire.A_REPONDRE, 2)
                .containsEntry(OngletPartenaire.EN_COURS, 2)
                .containsEntry(OngletPartenaire.TERMINEES, 6);
        assertThat(contexte.getBean(AvisPartenaires.class).moyennes()).containsKey("MISSION_LOCALE");

        laCaiASesTroisSeances();
        chaqueMomentDUneFormationALeSien();

        long dossiers = compter("dossier");
        contexte.getBean(AmorceDemonstration.class).run(null);
        contexte.getBean(ScenariosDemonstration.class).sur(null);
        contexte.getBean(ScenariosDemonstration.class).fin().get(1, TimeUnit.MINUTES);
        assertThat(compter("dossier")).isEqualTo(dossiers);
    }

    /** Trainings at each moment, from the request to the results; their money is where they are. */
    private void chaqueMomentDUneFormationALeSien() {
        assertThat(compter("dossier where dispositif = 'FOR'"))
                .isEqualTo(TableauLivre.lire("formations.csv").size());
        for (String etat : List.of("DEMANDEE", "AVISEE", "AJOURNEE", "REFUSEE", "ENGAGEE", "FINIE")) {
            assertThat(compter("formation_financee where etat = '" + etat + "'"))
                    .as(etat)
                    .isPositive();
        }
        assertThat(compter("formation_financee where etat = 'FINIE' and arret is not null"))
                .isEqualTo(2);
        assertThat(compter("formation_jalon where service is not null")).isGreaterThanOrEqualTo(6);
        assertThat(etapes("dispositifs")).contains("UserTask_EnregistrerDecisionCaiFormation", "UserTask_InformerCai");
    }

    /** One signed, which an outsider can check, one with a vote open for jure4, one to prepare. */
    private void laCaiASesTroisSeances() {
        Bureau bureau = contexte.getBean(Bureau.class);
        Agent jure = agent("jure4");
        List<SeanceVue> seances = bureau.seances(jure);
        assertThat(seances)
                .extracting(SeanceVue::etat)
                .containsExactlyInAnyOrder(EtatSeance.SIGNEE, EtatSeance.TENUE, EtatSeance.CONVOQUEE);
        SeanceVue tenue = seances.stream()
                .filter(s -> s.etat() == EtatSeance.TENUE)
                .findFirst()
                .orElseThrow();
        assertThat(bureau.points(tenue, jure))
                .filteredOn(p -> contexte.getBean(Scrutins.class).duPoint(p.id()).stream()
                        .anyMatch(ScrutinVue::ouvert))
                .singleElement()
                .satisfies(p -> assertThat(bureau.votants(tenue, p))
                        .extracting(Membre::identifiant)
                        .contains("jure4"));
        SeanceVue signee = seances.stream()
                .filter(s -> s.etat() == EtatSeance.SIGNEE)
                .findFirst()
                .orElseThrow();
        assertThat(contexte.getBean(ProcesVerbaux.class).envois(signee))
                .hasSize(3)
                .allMatch(EnvoiDecision::parti);
        assertThat(contexte.getBean(PreuveDeSeance.class).de(signee.id(), jure)).isNotEmpty();
    }

    @Test
    void la_premiere_page_du_manager_montre_l_annee() throws Exception {
        contexte.getBean(ScenariosDemonstration.class).fin().get(4, TimeUnit.MINUTES);
        LocalDate jour = contexte.getBean(Horloge.class).aujourdhui();
        Filtre annee = new Filtre(null, null, jour.minusYears(1), jour);
        Lecteur manager = Lecteur.ecran(agent("manager"));
        Chiffres chiffres = contexte.getBean(Chiffres.class);
        assertThat(chiffres.stocksGardes(annee, manager)).hasSizeGreaterThan(50);
        assertThat(chiffres.durees(annee, manager))
                .extracting(l -> l.etape())
                .contains("UserTask_EnregistrerDecisionCaf", "UserTask_EtablirContrat");
        assertThat(compter("pilotage_dossier where archive")).isBetween(200L, 300L);
        assertThat(compter("pilotage_dossier where archive and clos_jour is null"))
                .isZero();
        assertThat(contexte.getBean(Annotations.class).toutes())
                .extracting(Annotation::texte)
                .contains("CAF injoignable (inventé)");
        assertThat(contexte.getBean(Archives.class).vides()).isFalse();
    }

    @Test
    void chaque_antenne_a_des_visites_a_compter_et_un_lieu_numerique_a_donner() throws Exception {
        AccueilDemonstration accueil = contexte.getBean(AccueilDemonstration.class);
        accueil.fin().get(2, TimeUnit.MINUTES);
        Agent manager = agent("manager");
        LocalDate jour = contexte.getBean(Horloge.class).aujourdhui();
        FiltreReponses f = new FiltreReponses(jour.minusDays(60), jour, null, null, null, null);
        PremieresReponses reponses = contexte.getBean(PremieresReponses.class);
        assertThat(reponses.compter(PremieresReponses.Regroupement.ANTENNE, f, manager))
                .hasSize(6)
                .allMatch(l -> l.total() >= 20);
        assertThat(contexte.getBean(ComptesNumeriques.class).parAntenne(f, manager))
                .hasSizeGreaterThan(3);
        assertThat(compter("visite where personne_id is not null")).isZero();
        long visites = compter("visite");
        long diagnostics = compter("diagnostic_numerique");
        accueil.preparer();
        assertThat(compter("visite")).isEqualTo(visites);
        assertThat(compter("diagnostic_numerique")).isEqualTo(diagnostics);
        assertThat(contexte.getBean(Annuaire.class)
                        .organisme("DEMO_NUMERIQUE_KLEBER")
                        .lieux())
                .extracting(Lieu::horaires)
                .allMatch(h -> h.contains("inventés, à confirmer"));
    }

    @Test
    void les_comptes_du_contrat_se_connectent_sans_changer_de_mot_de_passe() {
        Authentification authentification = contexte.getBean(Authentification.class);
        List<String> identifiants = TableauLivre.lire("comptes.csv").stream()
                .map(l -> l.get("identifiant"))
                .toList();
        assertThat(identifiants)
                .containsExactlyInAnyOrder(
                        "accueil.kleber",
                        "instructeur.kleber",
                        "instructeur2.kleber",
                        "instructeur.blosne",
                        "ali.kleber",
                        "responsable.kleber",
                        "responsable.blosne",
                        "dispositifs",
                        "finances",
                        "jure1",
                        "jure2",
                        "jure3",
                        "jure4",
                        "jure5",
                        "jure6",
                        "jure7",
                        "partenaire.missionlocale",
                        "pilote1",
                        "pilote2",
                        "manager",
                        "dpo",
                        "admin");
        for (String identifiant : identifiants) {
            Authentification.Resultat resultat =
                    authentification.connecter(identifiant, "jalon-demo-2026", "127.0.0.1");
            assertThat(resultat).as(identifiant).isInstanceOf(Authentification.Resultat.Reussi.class);
            AgentConnecte connecte = ((Authentification.Resultat.Reussi) resultat).agent();
            assertThat(connecte.motDePasseAChanger()).isFalse();
        }
        assertThat(agent("jure4").roles()).containsExactly(Role.JURY);
        assertThat(agent("jure4").qualite()).contains("allocataires");
        assertThat(contexte.getBean(Antennes.class).toutes())
                .extracting(Antenne::code)
                .containsExactlyInAnyOrder("KLEBER", "KENNEDY", "AIME_CESAIRE", "BLOSNE", "GROS_CHENE", "CLEUNAY");
    }

    @Test
    void les_deux_fichiers_d_exemple_disent_la_meme_chose_aujourd_hui() {
        Agent agent = agent("accueil.kleber");
        List<ExempleImport> exemples =
                contexte.getBeanProvider(ExempleImport.class).orderedStream().toList();
        assertThat(exemples)
                .extracting(ExempleImport::nom)
                .containsExactly("demandes-rsa-200.csv", "demandes-rsa-200.xlsx");

        List<List<String>> resumes =
                exemples.stream().map(exemple -> resume(exemple, agent)).toList();

        assertThat(resumes.get(0)).hasSize(200).isEqualTo(resumes.get(1));
        assertThat(resumes.get(0)).filteredOn(l -> l.contains("EN_ERREUR")).hasSize(10);
    }

    @Test
    void les_enveloppes_de_l_annee_ont_leurs_credits_et_au_moins_cent_euros() {
        List<EnveloppeVue> toutes = contexte.getBean(Enveloppes.class)
                .lister(LocalDate.now(Horloge.PARIS).getYear());
        assertThat(toutes).hasSize(4);
        assertThat(toutes.stream().mapToLong(e -> e.chiffres().vote()).sum()).isEqualTo(190_000_000);
        assertThat(toutes).allMatch(e -> e.chiffres().libre() >= 10_000);
        assertThat(toutes).anyMatch(e -> e.chiffres().libre() < 20_000);
        assertThat(toutes.get(0).financeurs()).extracting(Financeur::points).containsExactly(8900, 1100);
    }

    private List<String> resume(ExempleImport exemple, Agent agent) {
        ImportVue vue = imports.attendre(
                imports.deposer(exemple.type(), exemple.nom(), exemple.octets(), false, agent)
                        .id(),
                Duration.ofMinutes(2),
                agent);
        return lignesDImport.lister(vue.id(), null, 0, 200, agent).elements().stream()
                .map(DemonstrationIT::resume)
                .toList();
    }

    private static String resume(LigneVue ligne) {
        List<String> champs = ligne.statut() == StatutLigne.EN_ERREUR
                ? ligne.messages().stream().map(MessageLigne::champ).toList()
                : List.of();
        return ligne.numero() + " " + ligne.statut() + " " + champs;
    }

    private Map<Onglet, Long> compteurs(String identifiant) {
        return corbeille.compteurs(FiltreCorbeille.de(Onglet.A_PRENDRE), agent(identifiant));
    }

    private List<String> etapes(String identifiant) {
        return corbeille.lister(FiltreCorbeille.de(Onglet.A_PRENDRE), 0, 200, agent(identifiant)).elements().stream()
                .map(l -> l.etape())
                .toList();
    }

    private Agent agent(String identifiant) {
        return comptes.parIdentifiant(identifiant).orElseThrow();
    }

    private long compter(String table) {
        return contexte.getBean(JdbcTemplate.class).queryForObject("select count(*) from " + table, Long.class);
    }
}
