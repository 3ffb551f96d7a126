package fr.jalon.importation.annuaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FicheOffre;
import fr.jalon.annuaire.FicheOrganisme;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.annuaire.Places;
import fr.jalon.annuaire.PlanDuPacte;
import fr.jalon.annuaire.Poste;
import fr.jalon.annuaire.TableauAnnuaire;
import fr.jalon.commun.Classeur;
import fr.jalon.commun.Interdit;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.importation.LigneVue;
import fr.jalon.importation.LignesDImport;
import fr.jalon.importation.StatutLigne;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the directory exports, it reads back; what somebody adds in a spreadsheet comes in. */
@JalonIT
class ImportAnnuaireIT {

    @Autowired
    private Monde monde;

    @Autowired
    private Imports imports;

    @Autowired
    private LignesDImport lignesDImport;

    @Autowired
    private Annuaire annuaire;

    @Autowired
    private GestionAnnuaire gestion;

    @Autowired
    private TableauAnnuaire tableau;

    @Autowired
    private PlanDuPacte plan;

    private Agent responsable;

    @BeforeEach
    void agents() {
        responsable = monde.agent(Role.RESPONSABLE_DISPOSITIFS, "KLEBER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void l_export_se_reimporte_sans_rien_changer(String format) {
        creerDeQuoiPieger(format);
        List<List<String>> rangees = tableau.rangees();
        byte[] octets = format.equals("csv")
                ? Classeur.csv(TableauAnnuaire.COLONNES, rangees)
                : Classeur.xlsx("Annuaire", TableauAnnuaire.COLONNES, rangees);

        ImportVue vue = deposer("annuaire." + format, octets, true, responsable);

        assertThat(erreurs(vue)).isEmpty();
        assertThat(vue.nombre(StatutLigne.A_JOUR)).isEqualTo(rangees.size()).isGreaterThan(100);
        assertThat(vue.ecrites()).isZero();
        assertThat(vue.ignorees()).isEmpty();
        assertThat(tableau.rangees()).isEqualTo(rangees);
    }

    @Test
    void aucune_cellule_de_l_export_n_est_une_formule() throws IOException {
        creerDeQuoiPieger("formules");
        String csv = new String(Classeur.csv(TableauAnnuaire.COLONNES, tableau.rangees()), StandardCharsets.UTF_8);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(';').get();
        List<String> cellules = CSVParser.parse(csv.substring(1), format).stream()
                .flatMap(r -> r.toList().stream())
                .toList();
        assertThat(cellules)
                .hasSizeGreaterThan(3000)
                .noneMatch(c -> c.matches("(?s)[=+@\\t\\r-].*"))
                .anyMatch(c -> c.startsWith("'=1+1"))
                .anyMatch(c -> c.startsWith("'@somme"))
                .anyMatch(c -> c.startsWith("'-10"));
        try (XSSFWorkbook classeur = new XSSFWorkbook(
                new ByteArrayInputStream(Classeur.xlsx("Annuaire", TableauAnnuaire.COLONNES, tableau.rangees())))) {
            int textes = 0;
            for (Row rangee : classeur.getSheetAt(0)) {
                for (var cellule : rangee) {
                    assertThat(cellule.getCellType()).isEqualTo(CellType.STRING);
                    textes++;
                }
            }
            assertThat(textes).isGreaterThan(1000);
        }
    }

    @Test
    void un_fichier_cree_met_a_jour_et_dit_pourquoi_une_ligne_est_fausse() {
        OffreVue connue = creer("Offre connue de l'import");
        String fichier = """
                type;code;titre;objectif;organismes;publics;places;places_prises;quartiers;langues;fin
                offre;;Offre neuve importée;Développer les mobilités alternatives (vélo, voiture sans permis, à pied...);Prisme, Association Tout-Neuf;Habitantes et habitants;12;3;Q5, q6;arabe, EN;31/12/2027
                offre;%s;Offre connue, autre titre;;;;;;;;
                organisme;NEUF-ESSAI;Organisme neuf;;;;;;;;
                offre;;Sans objectif;;;;-4;;Q99;;30/02/2027
                autre;;Rien;;;;;;;;
                offre;%s;Deux fois la même;;;;;;;;
                """.formatted(connue.code(), connue.code());

        ImportVue apercu = deposer("essai.csv", fichier.getBytes(StandardCharsets.UTF_8), false, responsable);

        assertThat(lignes(apercu))
                .extracting(LigneVue::statut)
                .containsExactly(
                        StatutLigne.A_CREER,
                        StatutLigne.A_METTRE_A_JOUR,
                        StatutLigne.EN_ERREUR,
                        StatutLigne.EN_ERREUR,
                        StatutLigne.EN_ERREUR,
                        StatutLigne.EN_ERREUR);
        assertThat(messages(apercu, 0)).anyMatch(m -> m.contains("Association Tout-Neuf") && m.contains("sera créé"));
        assertThat(messages(apercu, 1)).containsExactly("Sera mis à jour : titre.");
        assertThat(messages(apercu, 2)).anyMatch(m -> m.contains("sorte d'organisme"));
        assertThat(messages(apercu, 3))
                .anyMatch(m -> m.contains("objectif du pacte"))
                .anyMatch(m -> m.contains("nombre entier"))
                .anyMatch(m -> m.contains("Q1 à Q12"))
                .anyMatch(m -> m.contains("n'existe pas dans le calendrier"));
        assertThat(messages(apercu, 4)).containsExactly("Écrivez offre ou organisme.");
        assertThat(annuaire.chercher(mots("neuve importee"), 0, 5).total()).isZero();

        imports.ecrire(apercu.id(), responsable);
        ImportVue fini = imports.attendre(apercu.id(), Duration.ofMinutes(1), responsable);

        assertThat(erreurs(fini)).hasSize(4);
        assertThat(fini.ecrites()).isEqualTo(2);
        OffreVue neuve =
                annuaire.chercher(mots("neuve importee"), 0, 5).elements().get(0);
        assertThat(neuve.places()).isEqualTo(new Places(12, 3, 0));
        assertThat(neuve.quartiers()).containsExactly("Q5", "Q6");
        assertThat(neuve.langues()).containsExactly("ar", "en");
        assertThat(neuve.levier()).isEqualTo(6);
        assertThat(neuve.organismes()).extracting(o -> o.nom()).containsExactly("Prisme", "Association Tout-Neuf");
        assertThat(annuaire.offre(connue.id()).titre()).isEqualTo("Offre connue, autre titre");
        assertThat(annuaire.offre(connue.id()).publics()).containsExactly("HABITANTS");
        assertThat(annuaire.historique(connue.id()))
                .filteredOn(c -> c.champ().equals("titre"))
                .hasSize(1)
                .allMatch(c -> c.auteur().equals(responsable.identifiant()));

        String sansDoublon = fichier.substring(0, fichier.lastIndexOf("offre;" + connue.code()));
        ImportVue encore = deposer("essai.csv", sansDoublon.getBytes(StandardCharsets.UTF_8), true, responsable);
        assertThat(encore.ecrites()).isZero();
        assertThat(annuaire.chercher(mots("neuve importee"), 0, 5).total()).isEqualTo(1);
    }

    @Test
    void une_ligne_lie_une_offre_a_son_action_du_pacte_une_seule_fois_et_une_case_vide_la_laisse() {
        OffreVue connue = creer("Offre à lier par l'import");
        String fichier = """
                type;code;titre;objectif;organismes;action_du_pacte
                offre;%s;;;;l6-permis-05
                offre;;Offre neuve et liée;L6-ALTERNATIVES;Prisme;L6-PERMIS-05
                """.formatted(connue.code());

        ImportVue fini = deposer("liens.csv", fichier.getBytes(StandardCharsets.UTF_8), true, responsable);

        assertThat(erreurs(fini)).isEmpty();
        assertThat(messages(fini, 0)).containsExactly("Sera mis à jour : action du pacte.");
        OffreVue neuve =
                annuaire.chercher(mots("neuve et liée"), 0, 5).elements().get(0);
        UUID action = plan.action("L6-PERMIS-05").id();
        assertThat(List.of(annuaire.offre(connue.id()).action(), neuve.action()))
                .containsOnly(action);
        assertThat(tableau.rangees())
                .filteredOn(r -> r.contains(neuve.code()))
                .singleElement()
                .satisfies(r -> assertThat(r).contains("L6-PERMIS-05"));

        ImportVue encore = deposer(
                "liens2.csv",
                (fichier.replace(";;Offre neuve", ";" + neuve.code() + ";Offre neuve") + "\n")
                        .getBytes(StandardCharsets.UTF_8),
                true,
                responsable);
        assertThat(encore.nombre(StatutLigne.A_JOUR)).isEqualTo(2);
        ImportVue vide = deposer(
                "liens3.csv",
                ("type;code;titre;action_du_pacte\noffre;" + connue.code() + ";Offre à lier, autre titre;\n")
                        .getBytes(StandardCharsets.UTF_8),
                true,
                responsable);
        assertThat(vide.ecrites()).isOne();
        assertThat(annuaire.offre(connue.id()).action()).isEqualTo(action);

        Agent pilote = monde.agent(Role.PILOTE, "KLEBER");
        ImportVue refuse = deposer(
                "liens4.csv",
                fichier.replace("permis-05", "permis-06").getBytes(StandardCharsets.UTF_8),
                false,
                pilote);
        assertThat(messages(refuse, 0)).anyMatch(m -> m.contains("Le responsable des dispositifs dit"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "offre~publics~Martiens~public n'existe pas",
                "offre~langues~klingon~code de langue",
                "offre~delai_premier_rendez_vous~bientôt~nombre entier",
                "offre~places~=1+1~formule",
                "offre~debut~demain~jour/mois/année",
                "offre~code~avec espace~lettres majuscules",
                "offre~objectif~Rien~objectif du pacte",
                "offre~action_du_pacte~L9-RIEN-01~Aucune action du pacte n'a ce code",
                "organisme~site~ftp://non~https://",
                "organisme~nature~Rien~sorte d'organisme",
                "organisme~lieux~Ici | 1 rue | 35~Ligne 1 : Écrivez un code postal",
                "organisme~contacts~Accueil | appelez~Ligne 1 : Écrivez un numéro"
            })
    void chaque_colonne_refuse_ce_qu_elle_ne_peut_pas_lire(String type, String colonne, String valeur, String message) {
        Map<String, String> cases = new LinkedHashMap<>(
                Map.of("type", type, "titre", "Ligne à refuser", "objectif", "L3-LIEN", "nature", "ASSOCIATION"));
        cases.put(colonne, valeur);
        String fichier = String.join(";", cases.keySet()) + "\n" + String.join(";", cases.values()) + "\n";
        ImportVue vue = deposer("essai.csv", fichier.getBytes(StandardCharsets.UTF_8), false, responsable);
        assertThat(messages(vue, 0)).anyMatch(m -> m.contains(message));
        assertThat(vue.nombre(StatutLigne.EN_ERREUR)).isEqualTo(1);
    }

    @Test
    void l_import_de_l_annuaire_se_voit_par_tous_ceux_qui_le_tiennent_et_par_eux_seuls() {
        Agent sansAntenne = monde.agent("pilote.sans.antenne", Role.PILOTE, null);
        ImportVue vue =
                deposer("essai.csv", "type;titre\noffre;x\n".getBytes(StandardCharsets.UTF_8), false, sansAntenne);

        assertThat(vue.antenne()).isNull();
        assertThat(imports.parId(vue.id(), responsable).id()).isEqualTo(vue.id());
        assertThat(imports.lister(0, 50, sansAntenne).elements())
                .extracting(ImportVue::id)
                .contains(vue.id());
        assertThat(imports.lister(0, 50, monde.instructeur()).elements())
                .extracting(ImportVue::id)
                .doesNotContain(vue.id());
        assertThatThrownBy(() -> imports.parId(vue.id(), monde.instructeur())).hasMessage("Cet import n'existe pas.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RESPONSABLE_DISPOSITIFS", "PILOTE"})
    void les_autres_roles_n_importent_pas_l_annuaire(Role role) {
        assertThatThrownBy(() -> imports.deposer(
                        "annuaire",
                        "essai.csv",
                        "type;titre\noffre;x\n".getBytes(StandardCharsets.UTF_8),
                        false,
                        monde.agent(role, "KLEBER")))
                .isInstanceOf(Interdit.class);
    }

    /** Signs that spreadsheets run, quotes, separators, line ends, another script. */
    private void creerDeQuoiPieger(String marque) {
        OrganismeVue o = gestion.creerOrganisme(
                null,
                new FicheOrganisme(
                        "=1+1 ; \"guillemets\" " + marque,
                        "ASSOCIATION",
                        "Première ligne\nSeconde ligne ; avec point-virgule",
                        "https://exemple.invalid/a?b=c&d=e",
                        List.of("Q1", "Q12"),
                        List.of("ar"),
                        List.of(
                                new Lieu(
                                        "Lieu 1",
                                        "3 rue Fictive, bât. B",
                                        "35000",
                                        "Rennes",
                                        "Q1",
                                        "9 h - 12 h",
                                        "+33 2 99 00 00 01"),
                                new Lieu("Lieu 2", null, null, null, null, null, null)),
                        List.of(new Poste("Accueil", "02 99 00 00 01", null))),
                responsable);
        gestion.creerOffre(
                null,
                new FicheOffre(
                        "@somme(A1) -5 % مرحبا 🙂 " + marque,
                        "-2+3\n\"cité\"\n=2*2",
                        "L3-LIEN",
                        "+ d'écoute",
                        List.of(o.code(), "CCAS"),
                        List.of("JEUNES", "PARENTS"),
                        "Avoir ; ou pas",
                        List.of("Q2", "Q10"),
                        List.of("en", "pt"),
                        0,
                        "-10 €",
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2030, 12, 31)),
                new Places(10, 4, 1),
                responsable);
    }

    private OffreVue creer(String titre) {
        return gestion.creerOffre(
                null,
                new FicheOffre(
                        titre,
                        null,
                        "L3-LIEN",
                        null,
                        List.of("CCAS"),
                        List.of("HABITANTS"),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null),
                Places.NON_SUIVIES,
                responsable);
    }

    private ImportVue deposer(String nom, byte[] octets, boolean ecrire, Agent auteur) {
        ImportVue vue = imports.deposer("annuaire", nom, octets, ecrire, auteur);
        return imports.attendre(vue.id(), Duration.ofMinutes(1), auteur);
    }

    private List<LigneVue> lignes(ImportVue vue) {
        return lignesDImport.lister(vue.id(), null, 0, 200, responsable).elements();
    }

    private List<String> messages(ImportVue vue, int rang) {
        return lignes(vue).get(rang).messages().stream().map(m -> m.message()).toList();
    }

    private List<String> erreurs(ImportVue vue) {
        return lignesDImport.lister(vue.id(), StatutLigne.EN_ERREUR, 0, 20, responsable).elements().stream()
                .map(l -> l.intitule() + " : " + l.messages())
                .toList();
    }

    private static FiltreOffres mots(String q) {
        return FiltreOffres.de(q, null, null, null, null);
    }
}
