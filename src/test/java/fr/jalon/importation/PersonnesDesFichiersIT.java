package fr.jalon.importation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.dossier.Dossiers;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.Foyers;
import fr.jalon.usager.LienFoyer;
import fr.jalon.usager.NouveauMembre;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The persons of files as they really come: homonyms, two names, half-known births, several telephones, no address. */
@JalonIT
class PersonnesDesFichiersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final AtomicInteger SUIVANT = new AtomicInteger();
    private static final String TITRES = "civilite;nom;prenoms;date_naissance;nir;adresse;code_postal;commune;quartier;"
            + "telephone;courriel;canal;date_depot;nationalite;residence_stable;logement_statut;meme_personne;"
            + "nir_confirme;nom_naissance;domiciliation;pays\n";
    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private Imports imports;

    @Autowired
    private LignesDImport lignesDImport;

    @Autowired
    private Personnes personnes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Foyers foyers;

    private Agent agent;

    @BeforeEach
    void agents() {
        monde.responsable();
        monde.agent(Role.ALI, "KLEBER");
        agent = monde.instructeur();
    }

    // --- 02: homonyms

    @ParameterizedTest
    @CsvSource({
        "14/04/2026, 99 rue Ailleurs, 0699999999",
        "15/04/2026, 98 rue Ailleurs, 0699999998",
        "14/04/2026, 97 rue Ailleurs, +33 6 99 99 99 97"
    })
    void un_homonyme_a_l_autre_adresse_et_au_meme_age_attend_un_humain(String depot, String adresse, String telephone) {
        String nom = nom();
        ecrire(ligne(nom, "Mohamed", "01/01/1990").avec("telephone", "0611111111"));
        ImportVue vue = deposer(
                ligne(nom, "Mohamed", "01/01/1990")
                        .avec("telephone", telephone)
                        .avec("adresse", adresse)
                        .avec("date_depot", depot),
                true);
        assertThat(seule(vue).statut()).isEqualTo(StatutLigne.EN_ERREUR);
        assertThat(seule(vue).messages()).singleElement().satisfies(m -> {
            assertThat(m.champ()).isEqualTo("meme_personne");
            assertThat(m.message()).contains("Est-ce la même personne ?").contains("3 allée Imaginaire");
        });
        assertThat(seules(nom)).singleElement().satisfies(p -> {
            assertThat(p.adresse()).startsWith("3 allée Imaginaire");
            assertThat(p.telephone()).isEqualTo("0611111111");
        });

        corriger(vue, Map.of("meme_personne", "non"));
        assertThat(seules(nom)).hasSize(2);
        assertThat(seules(nom)).extracting(PersonneVue::telephone).containsExactlyInAnyOrder("0611111111", telephone);
    }

    @Test
    void l_humain_qui_reconnait_la_personne_met_sa_fiche_a_jour() {
        String nom = nom();
        ecrire(ligne(nom, "Ada", "05/06/1981").avec("telephone", "0611111112"));
        ImportVue vue = deposer(
                ligne(nom, "Ada", "05/06/1981").avec("telephone", "0699999992").avec("adresse", "9 rue Nouvelle"),
                true);
        corriger(vue, Map.of("meme_personne", "oui"));
        assertThat(seules(nom)).singleElement().satisfies(p -> {
            assertThat(p.adresse()).startsWith("9 rue Nouvelle");
            assertThat(p.telephone()).isEqualTo("0699999992");
            assertThat(p.autresTelephones()).isEqualTo("0611111112");
        });
    }

    // --- 10: the same number under another name

    @ParameterizedTest
    @CsvSource({"2860335999931", "2860335999932", "286032A999933"})
    void le_meme_numero_sous_un_autre_nom_se_confirme_et_garde_les_deux_noms(String nir) {
        String naissance = nom();
        String epouse = nom();
        ecrire(ligne(naissance, "Line", "14/03/1986").avec("nir", nir));
        ImportVue vue = deposer(ligne(epouse, "Line", "14/03/1986").avec("nir", nir), true);
        assertThat(seule(vue).messages().toString())
                .contains("meme_personne", "sous un autre nom")
                .doesNotContain(nir);
        corriger(vue, Map.of("meme_personne", "oui"));
        PersonneVue p = seules(epouse).get(0);
        assertThat(p.nom()).isEqualTo(epouse);
        assertThat(p.nomNaissance()).isEqualTo(naissance);
        assertThat(seules(naissance)).extracting(PersonneVue::id).containsExactly(p.id());
    }

    /** A number that disagrees with the row is somebody's all the same: no second person is made in silence. */
    @ParameterizedTest
    @CsvSource({"1860335999961, Mme", "2900335999962, Mme", "2861235999963, Mme"})
    void le_numero_qui_ne_va_pas_avec_la_ligne_fait_reconnaitre_la_personne(String nir, String civilite) {
        String naissance = nom();
        String epouse = nom();
        ecrire(ligne(naissance, "Line", "14/03/1986").avec("nir", nir).avec("nir_confirme", "oui"));
        ImportVue vue = deposer(
                ligne(epouse, "Line", "14/03/1986").avec("civilite", civilite).avec("nir", nir), true);
        assertThat(seule(vue).statut()).isEqualTo(StatutLigne.EN_ERREUR);
        assertThat(seule(vue).messages().toString())
                .contains("meme_personne", "sous un autre nom")
                .doesNotContain(nir);
        assertThat(seules(epouse)).isEmpty();
        corriger(vue, Map.of("meme_personne", "oui"));
        assertThat(seules(epouse))
                .singleElement()
                .satisfies(p -> assertThat(p.nomNaissance()).isEqualTo(naissance));
    }

    @Test
    void deux_lignes_au_meme_numero_a_confirmer_parlent_de_la_meme_personne() {
        Rangee une = ligne(nom(), "Line", "14/03/1986").avec("nir", "1860335999971");
        Rangee autre = ligne(nom(), "Line", "14/03/1986").avec("nir", "1860335999971");
        ImportVue vue = deposer(une.toString() + autre, false);
        assertThat(lignes(vue).get(1).messages().toString()).contains("concerne déjà la même personne");
        imports.abandonner(vue.id(), agent);
    }

    /** One file may hold a person twice, her names in the one column then in the other. */
    @Test
    void nom_et_prenom_inverses_dans_un_meme_fichier_sont_la_meme_personne_ou_se_disent_autres() {
        String nom = nom();
        Rangee une = ligne(nom, "Fatima Zohra", "12/05/1979");
        Rangee autre = ligne("Fatima-Zohra", nom, "12/05/1979").avec("adresse", "9 rue Autre");
        ImportVue vue = deposer(une.toString() + autre, false);
        assertThat(lignes(vue).get(1).messages().toString()).contains("concerne déjà la même personne");
        imports.abandonner(vue.id(), agent);
        ImportVue dite = deposer(une.toString() + autre.avec("meme_personne", "non"), false);
        assertThat(lignes(dite).get(1).statut()).isEqualTo(StatutLigne.A_CREER);
        imports.abandonner(dite.id(), agent);
    }

    // --- 02 and 20 together: homonyms without an address

    @ParameterizedTest
    @CsvSource({"'', '', 0611110001", "'', CCAS, 0611110002", "9 rue Nouvelle, '', ''"})
    void un_homonyme_d_une_personne_domiciliee_attend_un_humain(
            String adresse, String domiciliation, String telephone) {
        String nom = nom();
        ecrire(ligne(nom, "Ada", "05/06/1981")
                .avec("adresse", "")
                .avec("code_postal", "")
                .avec("commune", "")
                .avec("domiciliation", "CCAS"));
        ImportVue vue = deposer(
                ligne(nom, "Ada", "05/06/1981")
                        .avec("adresse", adresse)
                        .avec("code_postal", adresse.isEmpty() ? "" : "35000")
                        .avec("commune", adresse.isEmpty() ? "" : "Rennes")
                        .avec("logement_statut", adresse.isEmpty() ? "sans domicile stable" : "locataire")
                        .avec("domiciliation", domiciliation)
                        .avec("telephone", telephone),
                true);
        assertThat(seule(vue).messages().toString()).contains("Est-ce la même personne ?");
        assertThat(seules(nom)).singleElement().satisfies(p -> {
            assertThat(p.domiciliation()).isEqualTo("ANTENNE");
            assertThat(p.telephone()).isNull();
        });
    }

    // --- 08, 09: the social security number

    @ParameterizedTest
    @CsvSource({"1860335999941, homme", "2900335999942, 90", "2861235999943, 12"})
    void un_numero_qui_ne_va_pas_avec_la_personne_se_confirme_sans_bloquer_la_demande(String nir, String mot) {
        String nom = nom();
        ImportVue vue = ecrire(ligne(nom, "Zoé", "14/03/1986").avec("nir", nir));
        assertThat(seule(vue).messages())
                .anySatisfy(m -> assertThat(m.champ() + m.message()).contains("nir", mot, "À confirmer"));
        assertThat(seules(nom).get(0).nirMasque()).isNull();
        String autre = nom();
        ecrire(ligne(autre, "Zoé", "14/03/1986").avec("nir", nir).avec("nir_confirme", "oui"));
        assertThat(seules(autre).get(0).nirMasque()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"2860335999951", "7860335999952", "2864235999953"})
    void treize_chiffres_ou_un_numero_provisoire_ne_bloquent_rien(String nir) {
        String nom = nom();
        ecrire(ligne(nom, "Zoé", "14/03/1986").avec("nir", nir));
        assertThat(seules(nom).get(0).nirMasque()).isNotNull();
    }

    // --- 16, 22: postal codes and telephones

    @ParameterizedTest
    @CsvSource({
        "1000, 0601234567, code_postal, 01000",
        "2A004, 0601234567, code_postal, 20",
        "35000, 0000000000, telephone, composé",
        "35000, 0600000000000000, telephone, composé"
    })
    void ce_qui_ne_peut_pas_exister_est_refuse_sur_sa_case(String code, String telephone, String champ, String mot) {
        ImportVue vue = deposer(
                ligne(nom(), "Zoé", "14/03/1986").avec("code_postal", code).avec("telephone", telephone), true);
        // An invented name may sound like another one of these tests
        assertThat(seule(vue).messages())
                .filteredOn(
                        m -> !m.message().startsWith("Ressemble") && !m.champ().startsWith("ressource"))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.champ()).isEqualTo(champ);
                    assertThat(m.message()).contains(mot);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0601234567, 0712345678 | 0601234567 | 0712345678",
                "06 01 23 45 67 / 02 99 00 00 00 | 06 01 23 45 67 | 02 99 00 00 00",
                "612345678 | 0612345678 |"
            })
    void plusieurs_numeros_sont_gardes_et_le_zero_perdu_revient(String cellule, String premier, String autres) {
        String nom = nom();
        ImportVue vue = ecrire(ligne(nom, "Zoé", "14/03/1986").avec("telephone", cellule));
        assertThat(seule(vue).messages()).anySatisfy(m -> assertThat(m.champ()).isEqualTo("telephone"));
        assertThat(seules(nom).get(0).telephone()).isEqualTo(premier);
        assertThat(seules(nom).get(0).autresTelephones()).isEqualTo(autres);
    }

    /** What is no number does not take the good one with it. */
    @ParameterizedTest
    @CsvSource({"0611223344 / 00, 0611223344", "'00, 0611223345', 0611223345", "06 11 22 33 46 ; néant, 06 11 22 33 46"
    })
    void un_bon_numero_est_garde_a_cote_de_ce_qui_n_en_est_pas_un(String cellule, String garde) {
        String nom = nom();
        ImportVue vue = deposer(ligne(nom, "Zoé", "14/03/1986").avec("telephone", "\"" + cellule + "\""), true);
        assertThat(seule(vue).messages())
                .anySatisfy(m -> assertThat(m.champ() + m.message()).contains("telephone", "laissée de côté"));
        assertThat(seules(nom)).singleElement().satisfies(p -> {
            assertThat(p.telephone()).isEqualTo(garde);
            assertThat(p.autresTelephones()).isNull();
        });
    }

    // --- 20 and births known in part

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sans domicile stable | | A_DEMANDER",
                "sans domicile stable | CCAS | ANTENNE",
                "locataire | Association Exemple, 2 rue X, 35000 Rennes | Association Exemple, 2 rue X, 35000 Rennes"
            })
    void sans_adresse_la_demande_est_recue(String logement, String domiciliation, String gardee) {
        String nom = nom();
        ecrire(ligne(nom, "Zoé", "14/03/1986")
                .avec("adresse", "")
                .avec("code_postal", "")
                .avec("commune", "")
                .avec("logement_statut", logement)
                .avec("domiciliation", domiciliation == null ? "" : domiciliation));
        assertThat(seules(nom).get(0).domiciliation()).isEqualTo(gardee);
        assertThat(seules(nom).get(0).adresse()).contains("35000 Rennes");
    }

    @ParameterizedTest
    @CsvSource({"1986, 1986", "03/1986, 1986-03", "00/00/1986, 1986", "mars 1986, 1986-03", "Févr. 1986, 1986-02"})
    void une_naissance_connue_en_partie_reste_en_partie(String cellule, String gardee) {
        String nom = nom();
        ImportVue vue = ecrire(ligne(nom, "Zoé", cellule));
        assertThat(seules(nom).get(0).dateNaissance()).hasToString(gardee);
        assertThat(seule(vue).messages().toString()).contains("connue en partie");
    }

    // --- 26: two claims of one foyer

    @Test
    void deux_demandes_d_un_foyer_sont_dites_dans_le_fichier_et_apres() {
        String nom = nom();
        String contact = "06" + (10_000_000 + SUIVANT.incrementAndGet());
        Rangee ada = ligne(nom, "Ada", "14/03/1986").avec("telephone", contact);
        Rangee bob = ligne(nom, "Bob", "02/02/1985").avec("telephone", contact).avec("civilite", "M");
        ImportVue ensemble = deposer(ada.toString() + bob, false);
        assertThat(lignes(ensemble).get(0).messages().toString()).doesNotContain("même foyer");
        assertThat(lignes(ensemble).get(1).messages().toString())
                .contains("La ligne 2", "même foyer", "une seule demande par foyer");
        imports.abandonner(ensemble.id(), agent);

        ecrire(ada);
        ImportVue apres = ecrire(bob);
        assertThat(seule(apres).messages().toString()).contains("Ada " + nom, "une seule demande par foyer", "RSA-");
        String numero = seule(apres).numeroDossier();
        assertThat(dossiers.histoire(dossiers.parNumero(numero, agent).id()).toString())
                .contains("Foyer à vérifier");

        ImportVue voisin = ecrire(
                ligne(nom(), "Eva", "02/02/1985").avec("telephone", contact).avec("adresse", "8 rue X"));
        assertThat(seule(voisin).messages().toString()).doesNotContain("même foyer");
    }

    /** Two names, an address written otherwise, one contact in common and another of her own; deposits a fortnight apart. */
    @ParameterizedTest(name = "{0}, {1} et {2}")
    @CsvSource({
        "'3, ALLEE IMAGINAIRE', 06 31 N, '', 16/04/2026",
        "3 Allée  imaginaire, 07 41 N, famille-N@exemple.invalid, 28/04/2026",
        "3 allée imaginaire, +33 6 51 N, '', 14/04/2026",
        "3 allée imaginaire, 02 51 00 00 00 / 06 61 N, '', 14/04/2026"
    })
    void un_conjoint_d_un_autre_nom_se_voit_a_l_adresse_et_a_un_contact(
            String adresse, String telephone, String courriel, String depot) {
        String numero = String.valueOf(100_000 + SUIVANT.incrementAndGet());
        String commun = courriel.replace("N", numero);
        Rangee premiere = ligne(nom(), "Yasmine", "07/09/1991")
                .avec("telephone", commun.isEmpty() ? sansEspaces(telephone, numero) : "0298" + numero)
                .avec("courriel", commun.toUpperCase(java.util.Locale.ROOT));
        Rangee seconde = ligne(nom(), "Karim", "23/11/1988")
                .avec("civilite", "M")
                .avec("adresse", adresse)
                .avec("telephone", telephone.replace("N", numero))
                .avec("courriel", commun)
                .avec("date_depot", depot);
        ImportVue ensemble = deposer(premiere.toString() + seconde, false);
        assertThat(lignes(ensemble).get(1).messages().toString()).contains("une seule demande par foyer");
        imports.abandonner(ensemble.id(), agent);
        ecrire(premiere);
        assertThat(seule(ecrire(seconde)).messages().toString())
                .contains("Yasmine", "même adresse", "une seule demande par foyer");
    }

    private static String sansEspaces(String telephone, String numero) {
        return telephone
                .replaceFirst(".*/", "")
                .replace("N", numero)
                .replace("+33", "0")
                .replace(" ", "");
    }

    /** A hostel or a tower: one address, each her own telephone; or one telephone of a service, each her own address. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"3 allée Imaginaire, autre", "12 rue des Voisins, même"})
    void une_adresse_ou_un_contact_seul_ne_fait_pas_un_foyer(String adresse, String telephone) {
        int n = 200_000 + 2 * SUIVANT.incrementAndGet();
        ecrire(ligne(nom(), "Awa", "11/02/1979").avec("telephone", "0766" + n));
        ImportVue voisine = ecrire(ligne(nom(), "Irène", "30/08/1990")
                .avec("adresse", adresse)
                .avec("telephone", "0766" + (telephone.equals("même") ? n : n + 1)));
        assertThat(seule(voisine).messages().toString()).doesNotContain("même foyer");
    }

    /** The spouse that the claimant declares may have claimed before, and have said nothing of her. */
    @Test
    void le_conjoint_declare_qui_a_deja_demande_est_dit() {
        String nom = nom() + "-Deux";
        ecrire(ligne(nom, "Bob", "02/02/1985").avec("civilite", "M").avec("adresse", "8 rue Ailleurs"));
        PersonneVue ada = personnes.creer(
                new FichePersonne(
                        "MME",
                        nom,
                        "Ada",
                        LocalDate.of(1986, 3, 14),
                        "3 allée Imaginaire\n35000 Rennes",
                        "Q1",
                        null,
                        null,
                        "fr",
                        null),
                agent);
        foyers.ajouter(
                ada.id(),
                // Declared in one word, known in two
                new NouveauMembre(LienFoyer.CONJOINT, nom.replace("-", ""), "Bob", LocalDate.of(1985, 2, 2), null),
                agent);
        ImportVue vue = deposer(ligne(nom, "Ada", "14/03/1986"), false);
        assertThat(seule(vue).messages().toString()).contains("Bob " + nom, "conjoint déclaré", "une seule demande");
        imports.abandonner(vue.id(), agent);
    }

    // --- 14: orientations update contacts

    @ParameterizedTest
    @CsvSource({"9 rue Nouvelle, 0622222222", "1 rue X, 0622222223", "7 rue Neuve, 0611111111"})
    void une_orientation_connue_met_les_contacts_a_jour(String adresse, String telephone) {
        String nom = nom();
        orienter(nom, "1 rue X", "0611111111", DEPART.minusDays(3));
        ImportVue vue = orienter(nom, adresse, telephone, DEPART.minusDays(3));
        assertThat(seule(vue).statut()).isEqualTo(StatutLigne.A_METTRE_A_JOUR);
        assertThat(seules(nom)).singleElement().satisfies(p -> {
            assertThat(p.adresse()).startsWith(adresse);
            assertThat(p.telephone()).isEqualTo(telephone);
        });
        assertThat(seule(orienter(nom, adresse, telephone, DEPART.minusDays(3))).statut())
                .isEqualTo(StatutLigne.A_JOUR);
    }

    @Test
    void une_orientation_d_un_autre_droit_aux_deux_contacts_differents_attend_un_humain() {
        String nom = nom();
        orienter(nom, "1 rue X", "0611111111", DEPART.minusDays(3));
        ImportVue vue = orienter(nom, "9 rue Nouvelle", "0622222222", DEPART.minusDays(2));
        assertThat(seule(vue).messages()).anySatisfy(m -> assertThat(m.champ()).isEqualTo("meme_personne"));
        assertThat(seules(nom).get(0).adresse()).startsWith("1 rue X");
    }

    /** A whole file may hold one day of right: a homonym that is known too is asked about, never written over. */
    @Test
    void un_meme_droit_ne_tranche_pas_entre_deux_homonymes_connus() {
        String nom = nom();
        orienter(nom, "1 rue X", "0611111111", DEPART.minusDays(3));
        personnes.creer(
                new FichePersonne(
                        "MME",
                        nom,
                        "Lina",
                        LocalDate.of(1988, 9, 9),
                        "5 rue Y\n35000 Rennes",
                        "Q1",
                        "0633333333",
                        null,
                        "fr",
                        null),
                agent);
        ImportVue vue = orienter(nom, "9 rue Nouvelle", "0622222222", DEPART.minusDays(3));
        assertThat(seule(vue).messages()).anySatisfy(m -> assertThat(m.champ()).isEqualTo("meme_personne"));
        assertThat(seules(nom))
                .extracting(PersonneVue::telephone)
                .containsExactlyInAnyOrder("0611111111", "0633333333");
    }

    /** Who may not search by a telephone learns from no import whose it is. */
    @Test
    void le_telephone_d_un_fichier_ne_dit_pas_de_qui_il_est_a_qui_ne_cherche_pas_par_telephone() {
        String nom = nom();
        orienter(nom, "1 rue X", "0644556677", DEPART.minusDays(3));
        String fichier =
                "civilite;nom;prenoms;date_naissance;adresse;code_postal;commune;quartier;telephone;date_droit\n"
                        + "Mme;" + nom() + ";Autre;01/01/1970;7 rue Z;35000;Rennes;Q1;0644556677;"
                        + DEPART.minusDays(3).format(DateTimeFormatter.ofPattern("dd/MM/yyyy")) + "\n";
        Agent pilote = monde.agent("dispositifs.imports", Role.RESPONSABLE_DISPOSITIFS, null);
        ImportVue deLAutre = imports.deposer("orientations", "o.csv", octets(fichier), false, pilote);
        imports.attendre(deLAutre.id(), PATIENCE, pilote);
        assertThat(lignesDImport
                        .lister(deLAutre.id(), null, 0, 10, pilote)
                        .elements()
                        .toString())
                .doesNotContain(nom, "même téléphone");
        imports.abandonner(deLAutre.id(), pilote);
        ImportVue vue = attendre(imports.deposer("orientations", "o2.csv", octets(fichier), false, agent));
        assertThat(seule(vue).messages().toString()).contains(nom, "même téléphone");
        imports.abandonner(vue.id(), agent);
    }

    private ImportVue orienter(String nom, String adresse, String telephone, LocalDate droit) {
        String fichier =
                "civilite;nom;prenoms;date_naissance;adresse;code_postal;commune;quartier;telephone;date_droit\n"
                        + "Mme;" + nom + ";Lina;09/09/1988;" + adresse + ";35000;Rennes;Q1;" + telephone + ";"
                        + droit.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")) + "\n";
        return attendre(imports.deposer("orientations", "o.csv", octets(fichier), true, agent));
    }

    private static String nom() {
        int n = SUIVANT.incrementAndGet();
        return "Fichier" + (char) ('a' + n / 26 % 26) + (char) ('a' + n % 26) + "xq";
    }

    /** A row, cell by cell. */
    private record Rangee(Map<String, String> cases) {

        Rangee avec(String colonne, String valeur) {
            Map<String, String> autres = new java.util.HashMap<>(cases);
            autres.put(colonne, valeur);
            return new Rangee(autres);
        }

        @Override
        public String toString() {
            return java.util.Arrays.stream(TITRES.strip().split(";"))
                            .map(c -> cases.getOrDefault(c, ""))
                            .collect(java.util.stream.Collectors.joining(";"))
                    + "\n";
        }
    }

    private static Rangee ligne(String nom, String prenoms, String naissance) {
        return new Rangee(Map.of(
                        "civilite",
                        "Mme",
                        "nom",
                        nom,
                        "prenoms",
                        prenoms,
                        "date_naissance",
                        naissance,
                        "adresse",
                        "3 allée Imaginaire",
                        "code_postal",
                        "35000",
                        "commune",
                        "Rennes",
                        "quartier",
                        "Q1"))
                .avec("canal", "guichet")
                .avec("date_depot", "14/04/2026")
                .avec("nationalite", "FR")
                .avec("residence_stable", "oui")
                .avec("logement_statut", "locataire");
    }

    private ImportVue deposer(Object lignes, boolean ecrire) {
        return attendre(imports.deposer("demandes-rsa", "personnes.csv", octets(TITRES + lignes), ecrire, agent));
    }

    private ImportVue ecrire(Rangee ligne) {
        ImportVue vue = deposer(ligne, true);
        assertThat(vue.ecrites()).as(lignes(vue).toString()).isPositive();
        return vue;
    }

    private void corriger(ImportVue vue, Map<String, String> cases) {
        LigneVue avant = seule(vue);
        LigneVue apres = lignesDImport.corriger(vue.id(), avant.numero(), cases, avant.version(), agent);
        assertThat(apres.ecrite()).as(apres.messages().toString()).isTrue();
    }

    private ImportVue attendre(ImportVue vue) {
        ImportVue fait = imports.attendre(vue.id(), PATIENCE, agent);
        monde.travailler();
        return fait;
    }

    private List<LigneVue> lignes(ImportVue vue) {
        return lignesDImport.lister(vue.id(), null, 0, 200, agent).elements();
    }

    private LigneVue seule(ImportVue vue) {
        return lignes(vue).get(0);
    }

    private List<PersonneVue> seules(String nom) {
        return personnes.rechercher(nom, 0, 10, agent).elements();
    }

    private static byte[] octets(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }
}
