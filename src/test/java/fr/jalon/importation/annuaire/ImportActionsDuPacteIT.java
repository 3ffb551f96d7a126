package fr.jalon.importation.annuaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.EtatAction;
import fr.jalon.annuaire.FicheAction;
import fr.jalon.annuaire.PlanDuPacte;
import fr.jalon.annuaire.TableauDuPacte;
import fr.jalon.commun.Classeur;
import fr.jalon.commun.Interdit;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.importation.LigneVue;
import fr.jalon.importation.LignesDImport;
import fr.jalon.importation.StatutLigne;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the plan of the pact exports, it reads back; what its owner writes in a spreadsheet comes in. */
@JalonIT
class ImportActionsDuPacteIT {

    @Autowired
    private Monde monde;

    @Autowired
    private Imports imports;

    @Autowired
    private LignesDImport lignesDImport;

    @Autowired
    private PlanDuPacte plan;

    @Autowired
    private TableauDuPacte tableau;

    private Agent responsable;

    @BeforeEach
    void agents() {
        responsable = monde.agent(Role.RESPONSABLE_DISPOSITIFS, "KLEBER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void l_export_se_reimporte_sans_rien_changer(String format) {
        byte[] octets = format.equals("csv")
                ? Classeur.csv(TableauDuPacte.COLONNES, tableau.rangees())
                : Classeur.xlsx("Plan", TableauDuPacte.COLONNES, tableau.rangees());
        ImportVue vue = deposer("plan." + format, octets);
        assertThat(statuts(vue)).hasSizeGreaterThanOrEqualTo(167).containsOnly(StatutLigne.A_JOUR);
    }

    @Test
    void une_action_se_met_a_jour_et_une_case_vide_ne_change_rien() {
        String avant = plan.action("L2-IAE-05").fiche().partenaires();
        ImportVue vue = deposer("plan.csv", csv("""
                        code;titre;pilote;etat;echeance;preuve
                        L2-IAE-05;Développer la mobilité hors Rennes;CCAS de Rennes;réalisée;31/12/2026;Convention signée
                        """));
        assertThat(statuts(vue)).containsExactly(StatutLigne.A_METTRE_A_JOUR);
        FicheAction f = plan.action("L2-IAE-05").fiche();
        assertThat(f.pilote()).isEqualTo("CCAS de Rennes");
        assertThat(f.etat()).isEqualTo(EtatAction.REALISEE);
        assertThat(f.echeance()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(f.preuve()).isEqualTo("Convention signée");
        assertThat(f.partenaires()).isEqualTo(avant);
    }

    @Test
    void une_action_nouvelle_se_cree_une_seule_fois_et_n_est_pas_une_offre() {
        String fichier = "titre;objectif;etat\nÉtude inventée sur les trajets;L6-ALTERNATIVES;À lancer\n";
        assertThat(statuts(deposer("neuve.csv", csv(fichier)))).containsExactly(StatutLigne.A_CREER);
        assertThat(plan.chercher(fr.jalon.annuaire.FiltreActions.de("étude inventée trajets", 6), 0, 20)
                        .elements())
                .hasSize(1)
                .allMatch(a -> a.offres().isEmpty());
        deposer("encore.csv", csv(fichier));
        assertThat(plan.chercher(fr.jalon.annuaire.FiltreActions.de("étude inventée trajets", 6), 0, 20)
                        .total())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "titre;objectif;etat|Action;L1-FORMATION;peut-être|Écrivez à lancer",
                "titre;objectif;etat|Action;RIEN;en cours|objectif du pacte",
                "titre;objectif;echeance|Action;L1-FORMATION;31/02/2026|date",
                "code;titre;objectif|code en minuscules;Action;L1-FORMATION|code de 2 à 60",
            })
    void une_ligne_fausse_est_dite_et_rien_n_est_ecrit(String entetes, String ligne, String message) {
        ImportVue vue = deposer("faux.csv", csv(entetes + "\n" + ligne + "\n"));
        assertThat(lignes(vue)).singleElement().satisfies(l -> {
            assertThat(l.statut()).isEqualTo(StatutLigne.EN_ERREUR);
            assertThat(l.messages().toString()).contains(message);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PILOTE", "ACCUEIL", "INSTRUCTEUR", "ALI", "RESPONSABLE_ANTENNE"})
    void les_autres_roles_n_importent_pas_le_plan(Role role) {
        Agent agent = monde.agent(role, "KLEBER");
        assertThatThrownBy(() -> imports.deposer("actions-du-pacte", "plan.csv", csv("titre\nx\n"), true, agent))
                .isInstanceOf(Interdit.class);
    }

    private ImportVue deposer(String nom, byte[] octets) {
        ImportVue vue = imports.deposer("actions-du-pacte", nom, octets, true, responsable);
        return imports.attendre(vue.id(), Duration.ofMinutes(1), responsable);
    }

    private List<LigneVue> lignes(ImportVue vue) {
        return lignesDImport.lister(vue.id(), null, 0, 200, responsable).elements();
    }

    private List<StatutLigne> statuts(ImportVue vue) {
        return lignes(vue).stream().map(LigneVue::statut).toList();
    }

    private static byte[] csv(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }
}
