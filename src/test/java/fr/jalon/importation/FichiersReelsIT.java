package fr.jalon.importation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.ReferentielRsa;
import fr.jalon.rsa.ResultatSimulation;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files as they really come: months, titles, accents and rows that nobody prepared for Jalon. */
@JalonIT
class FichiersReelsIT {

    private static final AtomicInteger SUIVANT = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TITRES =
            "civilite;nom;prenoms;date_naissance;adresse;quartier;canal;date_depot;nationalite;residence_stable;logement_statut";
    private static final String SUITE = ";Zoé;14/03/1986;3 allée Imaginaire;Q1;guichet;20/05/2026;FR;oui;locataire";

    @Autowired
    private Monde monde;

    @Autowired
    private Imports imports;

    @Autowired
    private LignesDImport lignes;

    @Autowired
    private RapprochementDesTitres titres;

    @Autowired
    private DemandesRsa demandes;

    @Autowired
    private ReferentielRsa referentiel;

    @Autowired
    private Personnes personnes;

    @Autowired
    private JdbcTemplate jdbc;

    private Agent agent;

    @BeforeEach
    void agents() {
        agent = monde.agent(Role.INSTRUCTEUR, "KLEBER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";ressource1_type;ressource1_janvier_2026;ressource1_fevrier_2026;ressource1_mars_2026",
                ";Ressource 1 : type;Ressource 1 : janvier 2026;Ressource 1 : février 2026;Ressource 1 : mars 2026",
                ";ressource1_type;ressource1_m4;ressource1_m3;ressource1_m2",
                ";ressource1_type;ressource1_2026-01;ressource1_2026-02;ressource1_03/2026"
            })
    void tous_les_mois_de_reference_se_donnent_et_l_estimation_ne_demande_rien(String mois) {
        LigneVue ligne = seule(deposer(TITRES + mois + "\nMme;" + nom() + SUITE + ";salaire net;600;600;600\n", true));

        ResultatSimulation estimation = estimation(ligne);
        assertThat(estimation.montant()).isEqualByComparingTo("51.69");
        assertThat(estimation.aConfirmer()).noneMatch(t -> t.contains("aucun montant"));
        assertThat(ligne.messages()).noneMatch(m -> m.message().contains("aucun montant"));
    }

    @Test
    void un_mois_de_reference_que_personne_n_a_donne_est_dit_dans_la_ligne_et_dans_l_estimation() {
        LigneVue ligne = seule(deposer(
                TITRES + ";ressource1_type;ressource1_m3;ressource1_m2;ressource1_m1\nMme;" + nom() + SUITE
                        + ";salaire net;600;600;600\n",
                true));

        assertThat(ligne.messages())
                .anySatisfy(m -> {
                    assertThat(m.champ()).isEqualTo("ressource1_janvier_2026");
                    assertThat(m.message()).contains("aucun montant");
                    assertThat(m.erreur()).isFalse();
                })
                .anySatisfy(m -> assertThat(m.message()).contains("avril 2026 n'est pas compté"));
        ResultatSimulation estimation = estimation(ligne);
        assertThat(estimation.montant()).isEqualByComparingTo("251.69");
        assertThat(estimation.aConfirmer()).anyMatch(t -> t.contains("janvier 2026"));
    }

    @Test
    void le_mois_qui_manque_se_donne_en_corrigeant_la_ligne() {
        ImportVue vue = deposer(
                TITRES + ";ressource1_type;ressource1_m3;ressource1_m2\nMme;" + nom() + SUITE
                        + ";salaire net;600;600\n",
                false);
        LigneVue ligne = seule(vue);
        assertThat(imports.type("demandes-rsa", agent).colonnesDe(ligne.valeurs()))
                .extracting(ColonneImport::nom)
                .contains("ressource1_janvier_2026", "ressource1_m3");

        LigneVue corrigee =
                lignes.corriger(vue.id(), 2, Map.of("ressource1_janvier_2026", "600"), ligne.version(), agent);

        assertThat(corrigee.messages()).noneMatch(m -> m.message().contains("aucun montant"));
        assertThat(corrigee.statut()).isEqualTo(StatutLigne.A_CREER);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-05, ressource1_juillet_2026, ressource1_octobre_2026",
        "2025-03-01, ressource1_novembre_2024, ressource1_fevrier_2025",
        "2025-02-28, ressource1_novembre_2024, ressource1_octobre_2024"
    })
    void le_modele_nomme_les_mois_que_la_loi_regarde_ce_jour_la(LocalDate jour, String nomme, String absent) {
        String modele = new String(ModeleImport.csv(imports.type("demandes-rsa", agent), jour), StandardCharsets.UTF_8);

        assertThat(modele).contains(nomme).doesNotContain(absent).doesNotContain("ressource1_m4");
        assertThat(referentiel.moisDeReference(jour)).hasSize(3);
    }

    @Test
    void les_titres_peuvent_etre_plus_bas_dans_la_feuille() {
        ImportVue vue = deposer(
                "Export du service;;\nAntenne Kléber, novembre;;\n\n" + TITRES + "\nMme;" + nom() + SUITE + "\n",
                false);

        assertThat(seule(vue).statut()).isEqualTo(StatutLigne.A_CREER);
        assertThat(seule(vue).numero()).isEqualTo(5);
        assertThat(vue.avis()).singleElement().asString().contains("ligne 4");
    }

    @Test
    void une_ligne_plus_longue_que_ses_titres_est_dite() {
        ImportVue vue =
                deposer(TITRES + "\nMme;" + nom() + SUITE + "\nMme;" + nom() + SUITE + ";une case de trop\n", false);

        assertThat(vue.avis()).singleElement().asString().contains("décalées", ": 3.");
    }

    @Test
    void ce_qu_une_base_ecrit_pour_rien_est_une_case_vide() {
        ImportVue vue = deposer(TITRES + ";telephone;nom_naissance\nMme;" + nom() + SUITE + ";NULL;(null)\n", false);

        assertThat(seule(vue).statut()).isEqualTo(StatutLigne.A_CREER);
        assertThat(seule(vue).valeurs()).doesNotContainKeys("telephone", "nom_naissance");
    }

    @Test
    void un_octet_faux_refuse_sa_ligne_et_n_ecrit_aucun_accent_abime() {
        String bon = nom();
        String casse = nom();
        byte[] debut =
                (TITRES + "\nMme;" + bon + ";Éloïse" + SUITE.substring(4) + "\nMme;B").getBytes(StandardCharsets.UTF_8);
        byte[] fin = (casse + SUITE + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] octets = new byte[debut.length + 1 + fin.length];
        System.arraycopy(debut, 0, octets, 0, debut.length);
        octets[debut.length] = (byte) 0xE9;
        System.arraycopy(fin, 0, octets, debut.length + 1, fin.length);

        ImportVue vue = attendre(imports.deposer("demandes-rsa", "melange.csv", octets, true, agent));

        List<LigneVue> vues = lignes.lister(vue.id(), null, 0, 50, agent).elements();
        assertThat(vues).extracting(LigneVue::statut).containsExactly(StatutLigne.A_CREER, StatutLigne.EN_ERREUR);
        assertThat(vues.get(1).messages().get(0).champ()).isEqualTo("nom");
        assertThat(vue.avis()).singleElement().asString().contains("abîmés");
        assertThat(personne(bon).prenoms()).isEqualTo("Éloïse");
        assertThat(jdbc.queryForObject("select count(*) from personne where nom like ?", Long.class, "%" + casse + "%"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "adresse, #N/A",
        "nom, #REF!",
        "commune, #N/A",
        "telephone, #VALEUR!",
        "prenoms, ZoÃ©",
        "nom, Lev?que",
        "prenoms, I??k"
    })
    void une_erreur_du_tableur_ou_un_accent_perdu_met_la_ligne_en_erreur(String colonne, String valeur) {
        ImportVue vue =
                deposer("commune;telephone;" + TITRES + "\nRennes;0261910001;Mme;" + nom() + SUITE + "\n", false);

        LigneVue ligne =
                lignes.corriger(vue.id(), 2, Map.of(colonne, valeur), seule(vue).version(), agent);

        assertThat(ligne.statut()).isEqualTo(StatutLigne.EN_ERREUR);
        assertThat(ligne.messages()).extracting(MessageLigne::champ).containsExactly(colonne);
        assertThat(ligne.messages().get(0).message()).contains(valeur);
    }

    @ParameterizedTest
    @CsvSource({
        "courriel, zoe@",
        "telephone, aucun",
        "nir, 285033599912399",
        "etudiant, peut-être",
        "mois_etranger, deux"
    })
    void une_case_facultative_fausse_est_dite_et_la_demande_se_depose(String colonne, String valeur) {
        String nom = nom();
        ImportVue vue = deposer(colonne + ";" + TITRES + "\n" + valeur + ";Mme;" + nom + SUITE + "\n", true);

        assertThat(seule(vue).statut()).isEqualTo(StatutLigne.A_CREER);
        assertThat(seule(vue).ecrite()).isTrue();
        assertThat(seule(vue).messages()).anySatisfy(m -> {
            assertThat(m.champ()).isEqualTo(colonne);
            assertThat(m.message()).contains("laissée de côté").doesNotContain(valeur);
        });
        assertThat(personne(nom).nom()).isEqualTo(nom);
    }

    private static final String AUTRES_TITRES =
            "Sexe;Nom usage;Prénom;Né(e) le;Rue;Secteur;Arrivée par;Reçue le;Pays;Commentaire";
    private static final String AUTRE_RANGEE =
            ";Zoé;14/03/1986;3 allée Imaginaire;Q1;guichet;20/05/2026;FR;rien à dire\n";

    private Map<Integer, String> choix() {
        return Map.of(
                0,
                "civilite",
                1,
                "nom",
                2,
                "prenoms",
                3,
                "date_naissance",
                4,
                "adresse",
                5,
                "quartier",
                6,
                "canal",
                7,
                "date_depot",
                8,
                "nationalite");
    }

    @Test
    void les_titres_se_rapprochent_une_fois_et_l_antenne_s_en_souvient() {
        Agent autre = monde.agent(Role.INSTRUCTEUR, "BLOSNE");
        byte[] octets = octets(AUTRES_TITRES + "\nMme;" + nom() + AUTRE_RANGEE);
        RapprochementDesTitres.Reception recue = titres.recevoir("demandes-rsa", "autre.csv", octets, agent);
        assertThat(recue.importe()).isNull();
        FichierEnAttente fichier = titres.lire(recue.attente(), agent);
        assertThat(fichier.titres()).extracting(FichierEnAttente.Titre::texte).contains("Nom usage", "Commentaire");
        assertThat(fichier.titres().get(4).exemples()).containsExactly("3 allée Imaginaire");
        assertThat(fichier.titres().get(2).colonne()).isEqualTo("prenoms");
        assertThatThrownBy(() -> titres.lire(recue.attente(), autre)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> titres.rapprocher(recue.attente(), choix(), autre))
                .isInstanceOf(Introuvable.class);

        ImportVue vue = attendre(titres.rapprocher(recue.attente(), choix(), agent));

        assertThat(seule(vue).statut()).isEqualTo(StatutLigne.A_CREER);
        assertThat(vue.ignorees()).containsExactly("Commentaire");
        assertThatThrownBy(() -> titres.lire(recue.attente(), agent)).isInstanceOf(Introuvable.class);
        RapprochementDesTitres.Reception encore = titres.recevoir(
                "demandes-rsa",
                "encore.csv",
                octets(AUTRES_TITRES.toUpperCase(java.util.Locale.FRENCH) + "\nMme;" + nom() + AUTRE_RANGEE),
                agent);
        assertThat(encore.importe()).isNotNull();
        ImportVue parProgramme = attendre(imports.deposer(
                "demandes-rsa", "api.csv", octets(AUTRES_TITRES + "\nMme;" + nom() + AUTRE_RANGEE), false, agent));
        assertThat(seule(parProgramme).statut()).isEqualTo(StatutLigne.A_CREER);
        assertThat(titres.recevoir("demandes-rsa", "ailleurs.csv", octets, autre)
                        .attente())
                .isNotNull();

        titres.oublier("demandes-rsa", "commentaire", agent);
        assertThat(titres.recevoir("demandes-rsa", "encore2.csv", octets, agent).attente())
                .isNotNull();
        titres.retenus("demandes-rsa", agent).forEach(t -> titres.oublier("demandes-rsa", t.forme(), agent));
    }

    @Test
    void deux_titres_vers_une_colonne_une_colonne_absente_ou_inventee_sont_refuses_sans_rien_perdre() {
        byte[] octets = octets(AUTRES_TITRES + "\nMme;" + nom() + AUTRE_RANGEE);
        UUID attente =
                titres.recevoir("demandes-rsa", "faux.csv", octets, agent).attente();

        assertThatThrownBy(() ->
                        titres.rapprocher(attente, Map.of(0, "civilite", 1, "nom", 2, "nom", 3, "pointure"), agent))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        refus -> assertThat(refus.erreurs())
                                .extracting(e -> e.champ())
                                .containsExactly("titre_2", "titre_3", ""));

        assertThat(titres.lire(attente, agent).titres()).hasSize(10);
        assertThat(titres.retenus("demandes-rsa", agent)).isEmpty();
        titres.abandonner(attente, agent);
        assertThatThrownBy(() -> titres.lire(attente, agent)).isInstanceOf(Introuvable.class);
    }

    @Test
    void le_fichier_qui_attend_est_illisible_dans_la_base() {
        UUID attente = titres.recevoir(
                        "demandes-rsa",
                        "secret.csv",
                        octets(AUTRES_TITRES + "\nMme;Secretissime" + AUTRE_RANGEE),
                        agent)
                .attente();

        byte[] garde = jdbc.queryForObject(
                "select concat(octets, titres) from import_attente where id = ?", byte[].class, attente);
        assertThat(new String(garde, StandardCharsets.ISO_8859_1)).doesNotContain("Secretissime");
        titres.abandonner(attente, agent);
    }

    @Test
    void vingt_mille_lignes_dont_dix_neuf_mille_doublons_se_verifient_en_moins_d_une_minute_et_s_arretent() {
        StringBuilder fichier = new StringBuilder(TITRES).append('\n');
        String nom = nom();
        for (int i = 0; i < 20_000; i++) {
            fichier.append("Mme;")
                    .append(nom)
                    .append('-')
                    .append(lettres(i % 1_000))
                    .append(SUITE)
                    .append('\n');
        }
        byte[] octets = octets(fichier.toString());
        long debut = System.nanoTime();
        ImportVue vue = attendre(imports.deposer("demandes-rsa", "gros.csv", octets, false, agent));
        double secondes = (System.nanoTime() - debut) / 1e9;
        LoggerFactory.getLogger(FichiersReelsIT.class)
                .info("20 000 lignes dont 19 000 doublons vérifiées en {} s", secondes);

        assertThat(vue.etat()).isEqualTo(EtatImport.SIMULE);
        assertThat(vue.nombre(StatutLigne.A_CREER)).isEqualTo(1_000);
        assertThat(vue.nombre(StatutLigne.EN_ERREUR)).isEqualTo(19_000);
        assertThat(secondes).isLessThan(60);
        imports.abandonner(vue.id(), agent);

        ImportVue arrete = imports.deposer("demandes-rsa", "gros2.csv", octets, false, agent);
        ImportVue enCours = imports.attendre(arrete.id(), Duration.ofSeconds(1), agent);
        assertThat(enCours.etat()).isEqualTo(EtatImport.LU);
        imports.abandonner(arrete.id(), agent);
        assertThatThrownBy(() -> imports.parId(arrete.id(), agent)).isInstanceOf(Introuvable.class);
        assertThat(seule(deposer(TITRES + "\nMme;" + nom() + SUITE + "\n", false))
                        .statut())
                .isEqualTo(StatutLigne.A_CREER);
    }

    /** The same persons come again with another telephone each time: no two rows are alike, and nineteen in twenty are of no use. */
    @Test
    void vingt_mille_lignes_de_mille_personnes_aux_telephones_differents_ne_se_rapprochent_pas_une_a_une() {
        StringBuilder fichier = new StringBuilder("telephone;" + TITRES).append('\n');
        String nom = nom();
        for (int i = 0; i < 20_000; i++) {
            fichier.append("06%08d;Mme;".formatted(i))
                    .append(nom)
                    .append('-')
                    .append(lettres(i % 1_000))
                    .append(SUITE)
                    .append('\n');
        }
        long debut = System.nanoTime();
        ImportVue vue =
                attendre(imports.deposer("demandes-rsa", "telephones.csv", octets(fichier.toString()), false, agent));
        double secondes = (System.nanoTime() - debut) / 1e9;
        LoggerFactory.getLogger(FichiersReelsIT.class)
                .info("20 000 lignes de 1 000 personnes vérifiées en {} s", secondes);

        assertThat(vue.etat()).isEqualTo(EtatImport.SIMULE);
        assertThat(vue.nombre(StatutLigne.A_CREER)).isEqualTo(1_000);
        assertThat(vue.nombre(StatutLigne.EN_ERREUR)).isEqualTo(19_000);
        LigneVue derniere = lignes.lister(vue.id(), StatutLigne.EN_ERREUR, 94, 200, agent)
                .elements()
                .get(199);
        assertThat(derniere.messages())
                .singleElement()
                .satisfies(m -> assertThat(m.message()).startsWith("La ligne 1001 du fichier concerne déjà"));
        LigneVue autre =
                lignes.corriger(vue.id(), derniere.numero(), Map.of("meme_personne", "non"), derniere.version(), agent);
        assertThat(autre.statut()).isEqualTo(StatutLigne.A_CREER);
        imports.abandonner(vue.id(), agent);
        // A minute is the aim on a machine of its own; this one may be shared
        assertThat(secondes).isLessThan(120);
    }

    /** A name of its own for each number, without figures. */
    private static String lettres(int nombre) {
        return "" + (char) ('A' + nombre / 26 / 26 % 26) + (char) ('a' + nombre / 26 % 26) + (char) ('a' + nombre % 26);
    }

    private ResultatSimulation estimation(LigneVue ligne) {
        monde.travailler();
        UUID dossier =
                jdbc.queryForObject("select id from dossier where numero = ?", UUID.class, ligne.numeroDossier());
        return demandes.estimer(dossier);
    }

    private PersonneVue personne(String nom) {
        return personnes.rechercher(nom, 0, 10, agent).elements().get(0);
    }

    private ImportVue deposer(String contenu, boolean ecrire) {
        return attendre(imports.deposer("demandes-rsa", "reel.csv", octets(contenu), ecrire, agent));
    }

    private ImportVue attendre(ImportVue vue) {
        return imports.attendre(vue.id(), PATIENCE, agent);
    }

    private LigneVue seule(ImportVue vue) {
        return lignes.lister(vue.id(), null, 0, 50, agent).elements().get(0);
    }

    private static byte[] octets(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }

    private static String nom() {
        return "Réelle" + "abcdefghij".charAt(SUIVANT.incrementAndGet() % 10)
                + "bcdfghjklm".charAt(SUIVANT.get() / 10 % 10);
    }
}
