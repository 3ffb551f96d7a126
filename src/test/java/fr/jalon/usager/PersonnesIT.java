package fr.jalon.usager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Persons on a real MariaDB: found however the name is typed, likely duplicates told, the social security number never in clear. */
@JalonIT
class PersonnesIT {

    private static final LocalDate NAISSANCE = LocalDate.of(1984, 3, 7);
    private static final AtomicInteger SUIVANT = new AtomicInteger();
    /** Nobody shares a telephone with somebody else, unless a test says so. */
    private static final AtomicInteger TELEPHONE = new AtomicInteger(100_000);

    @Autowired
    private Monde monde;

    @Autowired
    private Personnes personnes;

    @Autowired
    private PersonnesRepository depot;

    @Autowired
    private fr.jalon.commun.Chiffrement chiffrement;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private HorlogeReglable horloge;

    private Agent agent;

    @BeforeEach
    void agent() {
        horloge.regler(EssaiConfiguration.DEPART);
        agent = monde.instructeur();
    }

    // --- search

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kérouédan-Œuvré | Maïwenn | kerouedan",
                "Kérouédan-Œuvré | Maïwenn | KÉROUÉDAN OEUVRE",
                "Kérouédan-Œuvré | Maïwenn | maiwenn kerouedan",
                "Kérouédan-Œuvré | Maïwenn | MAÏWENN",
                "Kérouédan-Œuvré | Maïwenn | kerou maiw",
                "D’Aubépine | Élie | d'aubepine",
                "D’Aubépine | Élie | aubepine elie",
                "Ángström-Łuczak | Øyvind | angstrom luczak",
                "Ángström-Łuczak | Øyvind | oyvind",
                "O'Sullivan Le Bé | Noé | le be",
                "Benkaddour-Exemple | Fatima Zohra | ben kaddour",
                "Benkaddour-Exemple | Fatima Zohra | zohra ben kaddour",
                "Benkaddour-Exemple | Fatima Zohra | fatimazohra",
                "Ben Kaddour | Fatima | benkaddour",
                "El Amrani | Jo | elamrani jo",
                "Elamrani | Jo | el amrani",
                "Li | Wei | wei li",
                "Işık-Exemple | İrem | isik",
                "Işık-Exemple | İrem | IREM IŞIK",
                "D’Aubépine | Élie | daubepine",
                "عبد الاختبار | محمد | محمد",
                "李 | 试验 | 李",
                "N’Diaye-Essai | Awa | ndiaye awa",
                "N’Diaye-Essai | Awa | Mme N'Diaye-Essai",
                "Trần-Essai | Thị Hường | tran huong",
                "İbrahimoğlu-Essai | Çağla | ibrahimoglu cagla",
                "أحمد-اختبار | فاطمة | احمد فاطمه",
                "یوسفی | علی | علي يوسفي",
                "Οικονόμου | Νίκος | ΝΙΚΟΣ",
                "Шишкинъ | Алёна | алена",
                "রহমান | রীনা | রীনা"
            })
    void trouve_une_personne_sans_accents_ni_majuscules_et_dans_n_importe_quel_ordre(
            String nom, String prenoms, String cherche) {
        PersonneVue personne = creer(nom, prenoms, NAISSANCE);
        assertThat(ids(cherche)).contains(personne.id());
    }

    @Test
    void ne_trouve_pas_qui_n_a_pas_tous_les_mots() {
        PersonneVue personne = creer("Introuvablex", "Ysaline", NAISSANCE);
        assertThat(ids("introuvablex")).contains(personne.id());
        assertThat(ids("introuvablex octave")).isEmpty();
        assertThat(ids("ntrouvablexy")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "_",
                "*",
                "+",
                "-",
                "\"",
                "'",
                "\\",
                "(",
                ")",
                "@",
                "~",
                "<",
                ">",
                "%%%%",
                "' or '1'='1",
                "+a* -b",
                "🙂",
                "*** +++",
                "abc\"def",
                "\u0000",
                "a\u202eb"
            })
    void aucun_signe_n_ouvre_la_recherche_ni_ne_la_casse(String signe) {
        PersonneVue personne = creer("Signe" + SUIVANT.incrementAndGet() + "zzq", "Ombeline", NAISSANCE);
        assertThat(ids(signe)).doesNotContain(personne.id());
    }

    @Test
    void trouve_par_la_date_de_naissance_ecrite_a_la_francaise_ou_non() {
        LocalDate jour = LocalDate.of(1931, 12, 9);
        PersonneVue personne = creer("Datee", "Ulysse", jour);
        assertThat(ids("09/12/1931")).containsExactly(personne.id());
        assertThat(ids("9/12/1931")).containsExactly(personne.id());
        assertThat(ids("1931-12-09")).containsExactly(personne.id());
        assertThat(ids("12/09/1931")).isEmpty();
        assertThat(ids("31/02/1931")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14 12 1931",
                "née le 14/12/1931",
                "né le 14 décembre 1931",
                "Cherchee 14/12/1931",
                "cherchee, 1931",
                "Mme Cherchee (née le 14/12/1931)",
                "CHERCHEE Ulysse 12/1931"
            })
    void trouve_par_la_naissance_seule_ou_apres_le_nom(String cherche) {
        PersonneVue p = creer("Cherchee", "Ulysse", LocalDate.of(1931, 12, 14));
        PersonneVue homonyme = creer("Cherchee", "Ulysse", LocalDate.of(1932, 12, 14));
        assertThat(ids(cherche)).contains(p.id()).doesNotContain(homonyme.id());
    }

    @Test
    void deux_prenoms_que_leurs_seules_voyelles_distinguent_ne_sont_pas_la_meme_personne() {
        FichePersonne rana =
                RapprochementTest.fiche("রহমান", null, "রানা", "1991-02-03", "1 rue des Jumelles", null, null);
        FichePersonne rina =
                RapprochementTest.fiche("রহমান", null, "রীনা", "1991-02-03", "1 rue des Jumelles", null, null);
        personnes.creer(rana, agent);
        assertThat(personnes.doublons(rina, agent)).noneMatch(d -> d.degre() == Ressemblance.MEME);
    }

    @Test
    void trouve_par_une_annee_ou_un_mois_et_ce_qui_n_est_connu_qu_en_partie() {
        PersonneVue annee = personnes.creer(
                RapprochementTest.fiche("Sansjour", null, "Odile", "1902", "1 rue X", null, null), agent);
        PersonneVue mois = personnes.creer(
                RapprochementTest.fiche("Sansjour", null, "Rose", "1902-06", "1 rue X", null, null), agent);
        PersonneVue jour = creer("Avecjour", "Lise", LocalDate.of(1902, 6, 9));
        assertThat(annee.dateNaissance()).hasToString("1902");
        assertThat(mois.dateNaissance()).hasToString("1902-06");
        assertThat(ids("1902")).containsExactlyInAnyOrder(annee.id(), mois.id(), jour.id());
        assertThat(ids("06/1902")).containsExactlyInAnyOrder(annee.id(), mois.id(), jour.id());
        assertThat(ids("09/06/1902")).containsExactlyInAnyOrder(annee.id(), mois.id(), jour.id());
        assertThat(ids("01/01/1902")).containsExactly(annee.id());
        assertThat(ids("9 juin 1902")).containsExactlyInAnyOrder(annee.id(), mois.id(), jour.id());
        assertThat(ids("juin 1902")).containsExactlyInAnyOrder(annee.id(), mois.id(), jour.id());
        assertThat(ids("09061902")).containsExactlyInAnyOrder(annee.id(), mois.id(), jour.id());
    }

    @Test
    void trouve_par_le_telephone_et_le_courriel_sous_toutes_leurs_formes() {
        PersonneVue p = personnes.creer(
                RapprochementTest.fiche(
                        "Joignable",
                        "Denaissance",
                        "Odile",
                        "1979-05-12",
                        "1 rue X",
                        "06 98 76 54 32, 07 98 76 54 32",
                        "Odile.J@exemple.invalid"),
                agent);
        for (String cherche : List.of(
                "0698765432",
                "06.98.76.54.32",
                "+33 6 98 76 54 32",
                "0033698765432",
                "07 98 76 54 32",
                "069876",
                "698765432",
                "33 6 98 76 54 32",
                "+33 06 98 76 54 32",
                "odile.j@exemple.invalid",
                "ODILE.J@EXEMPLE",
                "denaissance",
                "odile denaissance")) {
            assertThat(ids(cherche)).as(cherche).contains(p.id());
        }
        assertThat(ids("0698765499")).isEmpty();
        assertThat(ids("%@exemple.invalid")).doesNotContain(p.id());
        assertThat(personnes.parId(p.id()).telephone()).isEqualTo("06 98 76 54 32");
        assertThat(personnes.parId(p.id()).autresTelephones()).isEqualTo("07 98 76 54 32");
    }

    @Test
    void un_role_ne_cherche_que_par_ses_champs() {
        PersonneVue p = personnes.creer(
                RapprochementTest.fiche("Reservee", null, "Odile", "1979-05-12", "1 rue X", "06 97 76 54 32", null),
                agent);
        Agent dispositifs = monde.agent("cherche.dispositifs", Role.RESPONSABLE_DISPOSITIFS, null);
        assertThat(personnes.rechercher("reservee", 0, 10, dispositifs).elements())
                .extracting(PersonneVue::id)
                .contains(p.id());
        assertThat(personnes.rechercher("0697765432", 0, 10, dispositifs).elements())
                .isEmpty();
        for (Role role : List.of(Role.PARTENAIRE, Role.JURY, Role.MANAGER)) {
            Agent autre = monde.agent("cherche." + role.name().toLowerCase(Locale.ROOT), role, null);
            assertThatThrownBy(() -> personnes.rechercher("reservee", 0, 10, autre))
                    .isInstanceOf(fr.jalon.commun.Interdit.class);
            assertThat(ChampCherche.enMots(autre)).isEmpty();
        }
    }

    @Test
    void les_fiches_d_avant_se_retrouvent_aussi_apres_une_montee_de_version() {
        PersonneVue p = personnes.creer(
                RapprochementTest.fiche("Benancienne", null, "Ipek", "1979-05-12", "1 rue X", "06 96 76 54 32", null),
                agent);
        jdbc.update("update personne set recherche = 'benancienne ıpek', version_cles = 0 where id = ?", p.id());
        jdbc.update("delete from personne_cle where personne_id = ?", p.id());
        assertThat(ids("0696765432")).isEmpty();
        monde.bean(ClesDesPersonnes.class).run(null);
        assertThat(ids("0696765432")).containsExactly(p.id());
        assertThat(ids("ben ancienne")).contains(p.id());
    }

    @Test
    void un_telephone_que_plus_de_cinq_personnes_portent_n_est_celui_de_personne() {
        for (int i = 0; i < 4; i++) {
            personnes.creer(
                    RapprochementTest.fiche(
                            "Partage" + (char) ('a' + i),
                            null,
                            "Odile",
                            "19" + (50 + 3 * i),
                            "1 rue X",
                            "02 95 76 54 32",
                            null),
                    agent);
        }
        FichePersonne fiche =
                RapprochementTest.fiche("Nouvelle", null, "Ana", "1999-09-09", "2 rue Y", "0295765432", null);
        assertThat(personnes.doublons(fiche, agent))
                .hasSize(4)
                .allMatch(d -> d.raison().equals("même téléphone"));
        personnes.creer(
                RapprochementTest.fiche("Partagef", null, "Odile", "1983", "1 rue X", "02 95 76 54 32", null), agent);
        personnes.creer(
                RapprochementTest.fiche("Partageg", null, "Odile", "1987", "1 rue X", "02 95 76 54 32", null), agent);
        assertThat(personnes.doublons(fiche, agent)).isEmpty();
    }

    @Test
    void sans_adresse_les_lettres_vont_a_l_antenne_et_suivent_la_personne() {
        PersonneVue p = personnes.creer(RapprochementTest.fiche("Sanstoit", null, "", "1980", null, null, null), agent);
        assertThat(p.adresse()).contains("Espace KLEBER").contains("35000 Rennes");
        assertThat(p.adresseTapee()).isNull();
        assertThat(p.nomComplet()).isEqualTo("Sanstoit");
        assertThat(p.nee()).isEqualTo("Naissance en 1980 (jour et mois inconnus)");
    }

    @Test
    void les_pages_se_suivent_sans_trou_ni_reprise() {
        String nom = "Pagine" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "xq";
        List<UUID> attendues = IntStream.range(0, 7)
                .mapToObj(
                        i -> creer(nom, "Prenom" + (char) ('A' + i), NAISSANCE).id())
                .toList();
        List<UUID> lues = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            var vue = personnes.rechercher(nom, page, 3, agent);
            assertThat(vue.total()).isEqualTo(7);
            vue.elements().forEach(p -> lues.add(p.id()));
        }
        assertThat(lues).containsExactlyElementsOf(attendues);
    }

    // --- the foyer

    @ParameterizedTest
    @CsvSource({
        "1986, en 1986 (jour et mois inconnus)",
        "03/2016, en mars 2016 (jour inconnu)",
        "02/03/2016, le 2 mars 2016"
    })
    void un_membre_du_foyer_se_note_avec_ce_qui_est_connu_de_sa_naissance(String typee, String dite) {
        Foyers foyers = monde.bean(Foyers.class);
        PersonneVue p = creer("Foyer", "Nora", NAISSANCE);
        Naissance naissance = Naissance.lire(typee).orElseThrow();
        foyers.ajouter(p.id(), new NouveauMembre(LienFoyer.AUTRE, "Foyer", "Lou", naissance, null), agent);
        assertThat(foyers.de(p.id())).singleElement().satisfies(m -> {
            assertThat(m.dateNaissance()).isEqualTo(naissance);
            assertThat(m.dateNaissance().quand()).isEqualTo(dite);
        });
    }

    @Test
    void une_naissance_de_membre_du_foyer_a_venir_ou_tue_est_refusee_sur_son_champ() {
        Foyers foyers = monde.bean(Foyers.class);
        PersonneVue p = creer("Foyer", "Rose", NAISSANCE);
        for (Naissance naissance : new Naissance[] {null, new Naissance(2999, null, null)}) {
            assertThatThrownBy(() -> foyers.ajouter(
                            p.id(), new NouveauMembre(LienFoyer.ENFANT, "Foyer", "Lou", naissance, null), agent))
                    .isInstanceOfSatisfying(
                            SaisieInvalide.class,
                            e -> assertThat(e.erreurs())
                                    .extracting(fr.jalon.commun.ErreurChamp::champ)
                                    .contains("dateNaissance"));
        }
    }

    // --- duplicates

    @ParameterizedTest
    @CsvSource({
        "Lefèvre, Zoé, LEFEVRE, Zoe, 1984-03-07, même nom et même date de naissance",
        "Lefèvre, Zoé, Lefebvre, Zoé, 1984-03-07, 'nom qui se prononce pareil, même date de naissance'",
        "Lefèvre, Zoé, Lefèvre, Zoé, 1984-07-03, 'même nom, jour et mois de naissance inversés'",
        "Lefèvre, Zoé, Lefebvre, Zoé, 1984-07-03, 'nom qui se prononce pareil, jour et mois de naissance inversés'",
        "Lefèvre, Zoé, Lefèvre, Zoé, 1984-11-30, même nom et même année de naissance",
        "Philippeau, Mohammed, Filipo, Mohamed, 1984-03-07, 'nom qui se prononce pareil, même date de naissance'",
        "Ben Hadj, Aïcha, BENHADJ, Aicha, 1984-03-07, même nom et même date de naissance",
        "Lefèvre, Zoé, Lefèvre, Zoé, 1985-03-07, 'même nom, né le même jour à un an d''écart'",
        "Lefèvre, Zoé, Zoé, Lefèvre, 1984-03-07, 'nom et prénoms inversés, même date de naissance'",
        "Lefèvre-Martin, Zoé, Martin, Zoé, 1984-03-07, 'un nom sur deux en commun, même prénom, même date de naissance'",
        "Le Goff-Martin, Éva, Le Goff Martin, Eva, 1984-03-07, même nom et même date de naissance"
    })
    void signale_qui_peut_etre_la_meme_personne(
            String nom, String prenom, String autreNom, String autrePrenom, LocalDate naissance, String raison) {
        PersonneVue connue = creer(nom, prenom, NAISSANCE);
        assertThat(personnes.doublons(fiche(autreNom, autrePrenom, naissance, null), agent))
                .filteredOn(d -> d.personne().id().equals(connue.id()))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.raison()).isEqualTo(raison);
                    assertThat(d.certain()).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "Durandeau, Zoé, 1984-03-07",
        "Lefèvre, Zoé, 1987-03-07",
        "Lefebvre, Zoé, 1984-11-30",
    })
    void ne_signale_pas_quelqu_un_d_autre(String nom, String prenom, LocalDate naissance) {
        PersonneVue connue = creer("Lefèvre", "Zoé", NAISSANCE);
        assertThat(personnes.doublons(fiche(nom, prenom, naissance, null), agent))
                .extracting(d -> d.personne().id())
                .doesNotContain(connue.id());
    }

    @Test
    void une_date_dont_l_inverse_n_existe_pas_se_cherche_quand_meme() {
        LocalDate jour = LocalDate.of(1984, 2, 29);
        PersonneVue connue = creer("Bissextile", "Anouk", jour);
        assertThat(personnes.doublons(fiche("Bissextile", "Anouk", jour, null), agent))
                .extracting(d -> d.personne().id())
                .contains(connue.id());
    }

    @Test
    void parmi_beaucoup_de_personnes_nees_un_premier_janvier_la_meme_est_trouvee() {
        LocalDate jour = LocalDate.of(1985, 1, 1);
        List<String> noms = IntStream.range(0, 400)
                .mapToObj(i -> "Voisin" + (char) ('a' + i / 26) + (char) ('a' + i % 26))
                .toList();
        noms.forEach(nom -> creer(nom, "Amina", jour));
        for (String nom : noms.subList(0, 8)) {
            assertThat(personnes.doublons(fiche(nom, "Amina", jour, null), agent))
                    .as(nom)
                    .extracting(Doublon::raison)
                    .contains("même nom et même date de naissance");
        }
    }

    // --- social security number

    @Test
    void le_numero_ne_se_lit_en_clair_dans_aucune_table_et_se_montre_masque() {
        String nir = nir();
        PersonneVue personne = personnes.creer(fiche("Secrete", "Iris", NAISSANCE, groupe(nir)), agent);
        String autre = nir();
        PersonneVue corrigee = personnes.modifier(
                personne.id(), fiche("Secrete", "Iris", NAISSANCE, autre), personne.version(), agent);
        monde.bean(fr.jalon.rsa.DemandesRsa.class)
                .deposer(personne.id(), fr.jalon.dossier.Canal.GUICHET, monde.situation(), agent);
        monde.travailler();
        ClientApi.anonyme(monde).comme(agent).get("/api/v1/usagers?q=secrete");

        assertThat(corrigee.nirMasque()).endsWith(autre.substring(11, 13) + " " + autre.substring(13));
        assertThat(corrigee.nirMasque()).doesNotContain(autre.substring(0, 11));
        Personne enBase = depot.findById(personne.id()).orElseThrow();
        assertThat(new String(
                        chiffrement.dechiffrer(enBase.nirChiffre(), "nir:" + personne.id()), StandardCharsets.UTF_8))
                .isEqualTo(autre);
        for (String cherche : List.of(nir, autre)) {
            assertThat(tables(cherche)).as("en clair").isEmpty();
            assertThat(tables(cherche.substring(0, 13))).as("sans sa clé").isEmpty();
            assertThat(tables(groupe(cherche))).as("groupé").isEmpty();
        }
        // The same reading finds what is there in clear: the test would see a number.
        assertThat(tables("Secrete")).contains("personne.nom");
        assertThat(tables(HexFormat.of().formatHex(enBase.nirChiffre()))).contains("personne.nir_chiffre");
    }

    @Test
    void le_meme_numero_chiffre_deux_fois_ne_se_ressemble_pas_et_ne_se_deplace_pas() {
        PersonneVue une = personnes.creer(fiche("Chiffree", "Une", NAISSANCE, nir()), agent);
        PersonneVue deux = personnes.creer(fiche("Chiffree", "Deux", NAISSANCE, nir()), agent);
        byte[] chiffre = depot.findById(une.id()).orElseThrow().nirChiffre();
        assertThatThrownBy(() -> chiffrement.dechiffrer(chiffre, "nir:" + deux.id()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(chiffrement.chiffrer("1".getBytes(StandardCharsets.UTF_8), "c"))
                .isNotEqualTo(chiffrement.chiffrer("1".getBytes(StandardCharsets.UTF_8), "c"));
    }

    @Test
    void le_meme_numero_ne_va_pas_a_deux_personnes() {
        String nir = nir();
        PersonneVue connue = personnes.creer(fiche("Unique", "Nora", NAISSANCE, nir), agent);
        assertThat(personnes.doublons(fiche("Autre", "Nom", LocalDate.of(1970, 1, 1), groupe(nir)), agent))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.certain()).isTrue();
                    assertThat(d.personne().id()).isEqualTo(connue.id());
                });
        assertThatThrownBy(() -> personnes.creer(fiche("Autre", "Nom", NAISSANCE, groupe(nir)), agent))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("Nora Unique")
                .hasMessageNotContaining(nir);
        PersonneVue autre = personnes.creer(fiche("Autre", "Nom", NAISSANCE, null), agent);
        assertThatThrownBy(() ->
                        personnes.modifier(autre.id(), fiche("Autre", "Nom", NAISSANCE, nir), autre.version(), agent))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("Nora Unique");
        PersonneVue meme =
                personnes.modifier(connue.id(), fiche("Unique", "Nora-Lou", NAISSANCE, nir), connue.version(), agent);
        assertThat(meme.prenoms()).isEqualTo("Nora-Lou");
        assertThat(personnes.parId(autre.id()).nirMasque()).isNull();
    }

    @Test
    void deux_guichets_au_meme_moment_n_ecrivent_le_numero_qu_une_fois() throws Exception {
        ExecutorService guichets = Executors.newFixedThreadPool(4);
        try {
            for (int tour = 0; tour < 8; tour++) {
                String nir = nir();
                CyclicBarrier ensemble = new CyclicBarrier(4);
                List<Callable<Boolean>> gestes = IntStream.range(0, 4)
                        .<Callable<Boolean>>mapToObj(i -> () -> {
                            ensemble.await();
                            try {
                                personnes.creer(fiche("Simultane" + i, "Lou", NAISSANCE, nir), agent);
                                return true;
                            } catch (Conflit e) {
                                return false;
                            }
                        })
                        .toList();
                int ecrites = 0;
                for (Future<Boolean> geste : guichets.invokeAll(gestes)) {
                    ecrites += geste.get() ? 1 : 0;
                }
                assertThat(ecrites).as("tour " + tour).isEqualTo(1);
                assertThat(depot.parNir(chiffrement.empreinte(nir))).hasSize(1);
            }
        } finally {
            guichets.shutdownNow();
        }
    }

    @Test
    void l_api_et_la_recherche_ne_donnent_jamais_le_numero() {
        String nir = nir();
        personnes.creer(fiche("Muette", "Colombe", NAISSANCE, nir), agent);
        Agent accueil = monde.agent(Role.ACCUEIL, "KLEBER");
        String reponse = ClientApi.anonyme(monde)
                .comme(accueil)
                .get("/api/v1/usagers?q=muette")
                .texte();
        assertThat(reponse).doesNotContain(nir.substring(0, 11)).doesNotContain("nirEmpreinte");
        assertThat(ids(nir)).isEmpty();
    }

    private PersonneVue creer(String nom, String prenoms, LocalDate naissance) {
        return personnes.creer(fiche(nom, prenoms, naissance, null), agent);
    }

    private static FichePersonne fiche(String nom, String prenoms, LocalDate naissance, String nir) {
        int t = TELEPHONE.incrementAndGet();
        return new FichePersonne(
                "NEUTRE",
                nom,
                prenoms,
                naissance,
                "9 impasse Imaginaire\n35000 Rennes",
                "Q1",
                "02 99 %02d %02d %02d".formatted(t / 10_000 % 100, t / 100 % 100, t % 100),
                null,
                "fr",
                nir);
    }

    /** A number of nobody: month 99 does not exist. */
    private static String nir() {
        return NirTest.avecCle("28499355%05d".formatted(SUIVANT.incrementAndGet()));
    }

    /** As people write it. */
    private static String groupe(String nir) {
        return nir.replaceFirst("(.)(..)(..)(..)(...)(...)(..)", "$1 $2 $3 $4 $5 $6 $7");
    }

    private List<UUID> ids(String texte) {
        return personnes.rechercher(texte, 0, 200, agent).elements().stream()
                .map(PersonneVue::id)
                .toList();
    }

    /** Every column of every table of the schema where the text stands, as text, as bytes or in hexadecimal. */
    private List<String> tables(String texte) {
        String hex = HexFormat.of().withUpperCase().formatHex(texte.getBytes(StandardCharsets.UTF_8));
        List<String> trouvees = new ArrayList<>();
        jdbc.query(
                "select table_name, column_name from information_schema.columns where table_schema = database()",
                rs -> {
                    String table = rs.getString(1);
                    String colonne = rs.getString(2);
                    Long nombre = jdbc.queryForObject(
                            "select count(*) from `" + table + "` where locate(?, hex(`" + colonne
                                    + "`)) > 0 or locate(?, hex(`" + colonne + "`)) > 0",
                            Long.class,
                            hex,
                            texte.toUpperCase(Locale.ROOT));
                    if (nombre != null && nombre > 0) {
                        trouvees.add(table + "." + colonne);
                    }
                });
        return trouvees;
    }
}
