package fr.jalon.importation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.DossierOuvert;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Taches;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Imports on the real engine and a real MariaDB. */
@JalonIT
class ImportIT {

    private static final String EXEMPLE = "/demonstration/demandes-rsa-200.csv";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> ANTENNES =
            List.of("KLEBER", "BLOSNE", "KENNEDY", "AIME_CESAIRE", "GROS_CHENE", "CLEUNAY");
    private static final AtomicInteger SUIVANT = new AtomicInteger();
    private static final String TITRES =
            "civilite;nom;prenoms;date_naissance;nir;adresse;quartier;telephone;canal;date_depot;nationalite;c2s\n";

    @Autowired
    private Monde monde;

    @Autowired
    private Imports imports;

    @Autowired
    private LignesDImport lignesDImport;

    @Autowired
    private ReveilDesImports reveil;

    @Autowired
    private Personnes personnes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Pieces pieces;

    @Autowired
    private Taches taches;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ConfigurableApplicationContext contexte;

    private Agent agent;

    @BeforeEach
    void agents() {
        ANTENNES.forEach(antenne -> monde.agent(Role.INSTRUCTEUR, antenne));
        agent = monde.agent(Role.INSTRUCTEUR, "KLEBER");
    }

    @Test
    void verifie_puis_ecrit_190_lignes_sur_200_et_les_10_autres_une_fois_corrigees() throws IOException {
        byte[] fichier = exemple();
        long debut = System.nanoTime();
        ImportVue simule = attendre(imports.deposer("demandes-rsa", "exemple.csv", fichier, false, agent));
        double verification = secondes(debut);
        assertThat(simule.etat()).isEqualTo(EtatImport.SIMULE);
        assertThat(simule.lignes()).isEqualTo(200);
        assertThat(simule.nombre(StatutLigne.A_CREER)).isEqualTo(190);
        assertThat(simule.nombre(StatutLigne.EN_ERREUR)).isEqualTo(10);
        assertThat(simule.ecrites()).isZero();
        assertThat(fautes(simule.id()))
                .containsExactlyInAnyOrder(
                        tuple(
                                17,
                                "date_naissance",
                                "Cette date n'existe pas dans le calendrier. Vérifiez le jour et le mois."),
                        tuple(34, "date_naissance", "Écrivez l'année avec quatre chiffres, par exemple 14/03/1986."),
                        tuple(
                                52,
                                "date_naissance",
                                "Cette personne a 14 ans : elle ne peut pas déposer cette demande avant 18 ans."),
                        tuple(71, "nom", "Cette case est vide : remplissez-la."),
                        tuple(88, "quartier", "Choisissez un quartier de Rennes, de Q1 à Q12."),
                        tuple(109, "ressource1_m3", "Écrivez un nombre, par exemple 1 234,56."),
                        tuple(
                                126,
                                "ressource1_type",
                                "Ce type de ressource n'existe pas. Écrivez par exemple « salaire net » (SALAIRE_NET)."),
                        tuple(148, "date_depot", "Indiquez un jour passé, de moins de deux ans."),
                        tuple(165, "canal", "Écrivez guichet, rendez-vous, en ligne ou papier."),
                        tuple(
                                190,
                                "",
                                "La ligne 23 du fichier concerne déjà la même personne ou le même dossier."
                                        + " Gardez une seule des deux."));

        debut = System.nanoTime();
        imports.ecrire(simule.id(), agent);
        ImportVue ecrit = attendre(simule);
        double ecriture = secondes(debut);
        LoggerFactory.getLogger(ImportIT.class)
                .info(
                        "200 lignes vérifiées en {} s, 190 demandes écrites en {} s ({} par seconde)",
                        verification,
                        ecriture,
                        190 / ecriture);
        assertThat(ecrit.etat()).isEqualTo(EtatImport.TERMINE);
        assertThat(ecrit.ecrites()).isEqualTo(190);
        assertThat(ecrit.nombre(StatutLigne.EN_ERREUR)).isEqualTo(10);
        assertThat(dossiersDe(ecrit.id())).isEqualTo(190);

        CORRECTIONS.forEach((numero, correction) -> {
            LigneVue avant = lignesDImport.parNumero(ecrit.id(), numero, agent);
            LigneVue apres = lignesDImport.corriger(ecrit.id(), numero, correction, avant.version(), agent);
            assertThat(apres.ecrite())
                    .as("ligne %s : %s", numero, apres.messages())
                    .isTrue();
        });
        assertThat(imports.parId(ecrit.id(), agent).ecrites()).isEqualTo(200);
        assertThat(dossiersDe(ecrit.id())).isEqualTo(200);

        ImportVue encore = attendre(imports.deposer("demandes-rsa", "exemple.csv", fichier, true, agent));
        assertThat(encore.nombre(StatutLigne.A_JOUR)).isEqualTo(200);
        assertThat(encore.ecrites()).isZero();
    }

    private static final Map<Integer, Map<String, String>> CORRECTIONS = Map.of(
            17, Map.of("date_naissance", "28/02/1990"),
            34, Map.of("date_naissance", "14/03/1986"),
            52, Map.of("date_naissance", "12/09/1991"),
            71, Map.of("nom", "Retrouvé-Exemple"),
            88, Map.of("quartier", "Q3"),
            109, Map.of("ressource1_m3", "500,00"),
            126, Map.of("ressource1_type", "salaire net"),
            148, Map.of("date_depot", "31/03/2026"),
            165, Map.of("canal", "guichet"),
            190, Map.of("prenoms", "Une Autre", "nir", ""));

    @Test
    void la_simulation_n_ecrit_rien() {
        String nom = nom();
        long personnesAvant = compter("personne");

        ImportVue vue = deposer(ligne(nom, "Zoé", "Q1"), false);

        assertThat(vue.etat()).isEqualTo(EtatImport.SIMULE);
        assertThat(seule(vue).statut()).isEqualTo(StatutLigne.A_CREER);
        assertThat(compter("personne")).isEqualTo(personnesAvant);
        imports.abandonner(vue.id(), agent);
        assertThatThrownBy(() -> imports.parId(vue.id(), agent)).isInstanceOf(Introuvable.class);
    }

    @Test
    void une_panne_au_milieu_ne_perd_rien_et_n_ecrit_rien_deux_fois() {
        int lignes = 12;
        StringBuilder fichier = new StringBuilder(TITRES);
        String nom = nom();
        for (int i = 1; i <= lignes; i++) {
            fichier.append(ligne(nom + "-" + i, "Zoé", "Q1"));
        }
        AtomicInteger ouverts = new AtomicInteger();
        ApplicationListener<PayloadApplicationEvent<DossierOuvert>> panne = new PanneALaCinquieme(ouverts);
        contexte.addApplicationListener(panne);
        ImportVue vue;
        try {
            vue = imports.deposer("demandes-rsa", "panne.csv", octets(fichier.toString()), true, agent);
            imports.attendre(vue.id(), Duration.ofSeconds(1), agent);
            PanneALaCinquieme.attendre(ouverts);
        } finally {
            contexte.removeApplicationListener(panne);
        }
        assertThat(imports.parId(vue.id(), agent).ecrites()).isEqualTo(4);
        assertThat(dossiersDe(vue.id())).isEqualTo(4);
        assertThat(compterPersonnes(nom)).isEqualTo(4);

        reveil.reveiller();
        ImportVue fini = attendre(vue);

        assertThat(fini.etat()).isEqualTo(EtatImport.TERMINE);
        assertThat(fini.ecrites()).isEqualTo(lignes);
        assertThat(dossiersDe(vue.id())).isEqualTo(lignes);
        assertThat(compterPersonnes(nom)).isEqualTo(lignes);
    }

    /** Kills the worker inside the transaction of the fifth row, after the dossier is written. */
    private record PanneALaCinquieme(AtomicInteger ouverts)
            implements ApplicationListener<PayloadApplicationEvent<DossierOuvert>> {

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<DossierOuvert> evenement) {
            if (ouverts.incrementAndGet() == 5) {
                throw new AssertionError("panne d'essai");
            }
        }

        static void attendre(AtomicInteger ouverts) {
            org.awaitility.Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .atMost(PATIENCE)
                    .until(() -> ouverts.get() >= 5);
        }
    }

    @Test
    void deux_noeuds_qui_ecrivent_la_meme_ligne_ne_l_ecrivent_qu_une_fois() {
        ImportVue vue = deposer(ligne(nom(), "Zoé", "Q1"), false);
        ImportEnregistre fichier =
                contexte.getBean(TableImports.class).lire(vue.id()).orElseThrow();
        TableLignes lignes = contexte.getBean(TableLignes.class);
        LigneEnregistree lueParLesDeux = lignes.lire(vue.id(), 2).orElseThrow();
        EcritureLigne ecriture = contexte.getBean(EcritureLigne.class);
        TypeImport type = imports.type("demandes-rsa", agent);

        ecriture.ecrire(fichier, lueParLesDeux, type, agent);
        ecriture.ecrire(fichier, lueParLesDeux, type, agent);

        assertThat(dossiersDe(vue.id())).isEqualTo(1);
        assertThat(seule(vue).ecrite()).isTrue();
    }

    @Test
    void la_personne_connue_est_reprise_et_sa_fiche_mise_a_jour() {
        String nom = nom();
        ecrire(ligne(nom, "Zoé", "Q1"));

        ImportVue autreTelephone = deposer(ligne(nom, "Zoé", "Q1").replace("02 61 91 00 01", "06 39 98 00 02"), true);

        assertThat(seule(autreTelephone).statut()).isEqualTo(StatutLigne.A_METTRE_A_JOUR);
        assertThat(texte(autreTelephone))
                .contains(
                        "Cette demande est déjà déposée", "Sa fiche sera mise à jour : téléphone, autres téléphones.");
        assertThat(personne(nom).telephone()).isEqualTo("06 39 98 00 02");
        assertThat(dossiers.dePersonne(personne(nom).id(), agent)).hasSize(1);
    }

    @Test
    void la_meme_demande_dans_un_autre_fichier_est_a_jour() {
        String nom = nom();
        ecrire(ligne(nom, "Zoé", "Q1"));

        ImportVue encore = deposer(ligne(nom, "Zoé", "Q1") + ligne(nom(), "Autre", "Q1"), true);

        assertThat(lignes(encore))
                .extracting(LigneVue::statut)
                .containsExactly(StatutLigne.A_JOUR, StatutLigne.A_CREER);
        assertThat(dossiers.dePersonne(personne(nom).id(), agent)).hasSize(1);
    }

    @Test
    void refuse_une_seconde_demande_quand_une_autre_est_ouverte() {
        String nom = nom();
        ecrire(ligne(nom, "Zoé", "Q1"));
        String numero = dossiers.dePersonne(personne(nom).id(), agent).get(0).numero();

        ImportVue vue = deposer(ligne(nom, "Zoé", "Q1").replace("14/04/2026", "20/05/2026"), true);

        assertThat(seule(vue).statut()).isEqualTo(StatutLigne.EN_ERREUR);
        assertThat(texte(vue)).contains("déjà une demande ouverte : " + numero);
    }

    @Test
    void ne_dit_pas_le_numero_d_un_dossier_d_une_autre_antenne() {
        String nom = nom();
        ImportVue ailleurs = ecrire(ligne(nom, "Zoé", "Q11"));
        assertThat(seule(ailleurs).antenne()).isEqualTo("BLOSNE");
        assertThat(seule(ailleurs).dossierVisible()).isFalse();
        assertThat(texte(ailleurs)).contains("relève d'une autre antenne");

        ImportVue vue = deposer(ligne(nom, "Zoé", "Q11").replace("14/04/2026", "20/05/2026"), true);

        assertThat(texte(vue)).contains("dans une autre antenne").doesNotContain("RSA-");
    }

    @Test
    void refuse_une_personne_decedee() {
        String nom = nom();
        ecrire(ligne(nom, "Zoé", "Q1"));
        personnes.declarerDeces(personne(nom).id(), LocalDate.of(2026, 5, 2), agent);
        monde.travailler();

        ImportVue vue = deposer(ligne(nom, "Zoé", "Q1").replace("14/04/2026", "20/05/2026"), true);

        assertThat(texte(vue)).contains("décédée le 2 mai 2026");
        assertThat(seule(vue).statut()).isEqualTo(StatutLigne.EN_ERREUR);
    }

    @Test
    void signale_le_numero_de_securite_sociale_d_une_autre_personne() {
        String nir = "286033599912304";
        ecrire(ligne(nom(), "Zoé", "Q1").replace(";;", ";" + nir + ";"));

        ImportVue vue = deposer(ligne(nom(), "Ana", "Q1").replace(";;", ";" + nir + ";"), true);

        assertThat(lignes(vue).get(0).messages())
                .extracting(MessageLigne::champ)
                .containsExactly("meme_personne");
        assertThat(seule(vue).messages().toString())
                .contains("Est-ce la même personne ? Zoé", "même numéro de sécurité sociale", "sous un autre nom")
                .doesNotContain(nir);
    }

    @Test
    void refuse_une_formule_et_dit_toutes_les_fautes_d_une_ligne_a_la_fois() {
        ImportVue vue = deposer(
                ligne("=cmd|' /C calc'!A0", "Zoé", "Q99")
                        .replace("guichet", "pigeon")
                        .replace(";FR;", ";Atlantide;"),
                true);

        assertThat(seule(vue).messages())
                .extracting(MessageLigne::champ)
                .contains("nom", "quartier", "canal", "nationalite");
        assertThat(texte(vue)).contains("Cette case contient une formule");
    }

    @Test
    void les_cases_sont_illisibles_dans_la_base() {
        ImportVue vue = deposer(ligne("Illisible-Enbase", "Zoé", "Q1"), false);

        byte[] garde =
                jdbc.queryForObject("select valeurs from import_ligne where import_id = ?", byte[].class, vue.id());

        assertThat(new String(garde, StandardCharsets.ISO_8859_1)).doesNotContain("Illisible");
        imports.abandonner(vue.id(), agent);
    }

    @Test
    void oublie_les_essais_et_les_cases_au_bout_du_temps_prevu() {
        ImportVue essai = deposer(ligne(nom(), "Zoé", "Q1"), false);
        ImportVue ecrit = ecrire(ligne(nom(), "Zoé", "Q1"));

        new PurgeDesImports(
                        contexte.getBean(TableImports.class),
                        contexte.getBean(TableAttente.class),
                        contexte.getBean(fr.jalon.commun.Horloge.class),
                        Duration.ofDays(-1))
                .purger();

        assertThatThrownBy(() -> imports.parId(essai.id(), agent)).isInstanceOf(Introuvable.class);
        assertThat(seule(ecrit).valeurs()).isEmpty();
        assertThat(seule(ecrit).intitule()).isEqualTo("Données effacées");
        assertThat(seule(ecrit).numeroDossier()).startsWith("RSA-");
    }

    @Test
    void une_correction_sur_une_ligne_changee_entre_temps_est_refusee() {
        ImportVue vue = deposer(ligne(nom(), "Zoé", "Q77"), false);
        int version = seule(vue).version();
        lignesDImport.corriger(vue.id(), 2, Map.of("quartier", "Q78"), version, agent);

        assertThatThrownBy(() -> lignesDImport.corriger(vue.id(), 2, Map.of("quartier", "Q1"), version, agent))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("entre-temps");
        assertThatThrownBy(() -> lignesDImport.corriger(vue.id(), 2, Map.of("pointure", "42"), version + 1, agent))
                .isInstanceOf(SaisieInvalide.class);
    }

    @Test
    void chaque_import_reste_a_son_antenne_et_a_ses_roles() {
        ImportVue vue = deposer(ligne(nom(), "Zoé", "Q1"), false);
        Agent autreAntenne = monde.agent(Role.INSTRUCTEUR, "BLOSNE");
        Agent accueil = monde.agent(Role.ACCUEIL, "KLEBER");
        Agent manager = monde.agent(Role.MANAGER, "KLEBER");

        assertThat(imports.parId(vue.id(), accueil).id()).isEqualTo(vue.id());
        assertThatThrownBy(() -> imports.parId(vue.id(), autreAntenne)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> lignesDImport.parNumero(vue.id(), 2, autreAntenne))
                .isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> imports.ecrire(vue.id(), autreAntenne)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> imports.parId(vue.id(), manager)).isInstanceOf(Introuvable.class);
        assertThat(imports.lister(0, 200, autreAntenne).elements()).noneMatch(i -> i.id().equals(vue.id()));
        assertThatThrownBy(() -> imports.deposer("decisions-caf", "x.csv", octets("numero\n1"), true, accueil))
                .isInstanceOf(Interdit.class);
        assertThatThrownBy(() -> imports.deposer("demandes-rsa", "x.csv", octets("nom\n1"), true, manager))
                .isInstanceOf(Interdit.class);
        assertThatThrownBy(() -> imports.deposer("recettes", "x.csv", octets("nom\n1"), true, agent))
                .isInstanceOf(Introuvable.class)
                .hasMessageContaining("demandes-rsa");
    }

    @Test
    void le_journal_dit_qui_a_importe_quoi() {
        ImportVue vue = ecrire(ligne(nom(), "Zoé", "Q1"));

        assertThat(jdbc.queryForList(
                        "select texte from journal_entree where nature = 'IMPORT' and objet = ? and qui = ?",
                        String.class,
                        vue.id().toString(),
                        agent.identifiant()))
                .hasSize(2)
                .anyMatch(t -> t.contains("1 ligne écrite,"));
    }

    @Test
    void une_decision_de_la_caf_fait_avancer_le_dossier_une_seule_fois() {
        DossierVue dossier = transmis();
        String accord = "Dossier;Décision;Date décision;Montant mensuel;Motif\n" + dossier.numero()
                + ";Accordé;01/06/2026;651,69 €;\nRSA-1999-000001;accord;01/06/2026;651,69;\n" + dossier.numero()
                + ";rejet;01/06/2026;;Ressources\n";

        ImportVue vue = attendre(imports.deposer("decisions-caf", "caf.csv", octets(accord), true, agent));
        monde.travailler();

        assertThat(lignes(vue))
                .extracting(LigneVue::statut)
                .containsExactly(StatutLigne.A_METTRE_A_JOUR, StatutLigne.EN_ERREUR, StatutLigne.EN_ERREUR);
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.DROIT_OUVERT);
        ImportVue encore = attendre(imports.deposer(
                "decisions-caf", "caf2.csv", octets(accord.replace(";Motif", ";Motif;Remarque")), true, agent));
        assertThat(lignes(encore).get(0).statut()).isEqualTo(StatutLigne.A_JOUR);
        assertThat(encore.ignorees()).containsExactly("Remarque");
        assertThat(encore.ecrites()).isZero();
    }

    @Test
    void refuse_une_decision_pour_un_dossier_qui_n_attend_pas_la_caf_ou_mal_remplie() {
        DossierVue enInstruction = monde.demande();
        DossierVue transmis = transmis();

        ImportVue vue = attendre(imports.deposer(
                "decisions-caf",
                "caf.csv",
                octets("numero;decision;date;montant;motif\n" + enInstruction.numero() + ";accord;01/06/2026;651,69;\n"
                        + transmis.numero() + ";accord;01/06/2026;;\n" + transmis.numero() + ";peut-être;01/06/26;1;\n"
                        + transmis.numero() + ";rejet;01/06/2026;;\n"),
                true,
                agent));

        assertThat(lignes(vue)).extracting(LigneVue::statut).containsOnly(StatutLigne.EN_ERREUR);
        assertThat(texte(vue))
                .contains(
                        "pas encore transmis à la CAF",
                        "Indiquez le montant mensuel accordé",
                        "Écrivez accord ou rejet",
                        "quatre chiffres",
                        "Choisissez au moins un motif");
    }

    private DossierVue transmis() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        Agent instructeur = monde.instructeur();
        pieces.liste(dossier.id()).forEach(p -> {
            pieces.noterRecue(dossier.id(), p.type(), instructeur);
            pieces.juger(dossier.id(), p.type(), EtatPiece.ACCEPTEE, null, instructeur);
        });
        achever(dossier, Map.of("resultat", "COMPLET"));
        achever(dossier, new HashMap<>(Map.of("proposition", "FAVORABLE", "c2s", false)));
        return dossier;
    }

    private void achever(DossierVue dossier, Map<String, Object> donnees) {
        String tache = contexte.getBean(fr.jalon.corbeille.Corbeille.class)
                .duDossier(dossier.id())
                .get(0)
                .tacheId();
        taches.achever(tache, donnees, monde.instructeur());
        monde.travailler();
    }

    private static byte[] exemple() throws IOException {
        try (InputStream flux = ImportIT.class.getResourceAsStream(EXEMPLE)) {
            return flux.readAllBytes();
        }
    }

    private List<org.assertj.core.groups.Tuple> fautes(UUID id) {
        return lignesDImport.lister(id, StatutLigne.EN_ERREUR, 0, 200, agent).elements().stream()
                .flatMap(l -> l.messages().stream()
                        .filter(MessageLigne::erreur)
                        .map(m -> tuple(l.numero(), m.champ(), m.message())))
                .toList();
    }

    private ImportVue deposer(String lignes, boolean ecrire) {
        return attendre(imports.deposer("demandes-rsa", "essai.csv", octets(TITRES + lignes), ecrire, agent));
    }

    private ImportVue ecrire(String lignes) {
        ImportVue vue = deposer(lignes, true);
        assertThat(vue.ecrites()).as(texte(vue)).isPositive();
        return vue;
    }

    private ImportVue attendre(ImportVue vue) {
        return imports.attendre(vue.id(), PATIENCE, agent);
    }

    private List<LigneVue> lignes(ImportVue vue) {
        return lignesDImport.lister(vue.id(), null, 0, 200, agent).elements();
    }

    private LigneVue seule(ImportVue vue) {
        return lignes(vue).get(0);
    }

    private String texte(ImportVue vue) {
        return lignes(vue).toString();
    }

    private PersonneVue personne(String nom) {
        return personnes.rechercher(nom, 0, 10, agent).elements().get(0);
    }

    private static String ligne(String nom, String prenoms, String quartier) {
        return "Mme;" + nom + ";" + prenoms + ";14/03/1986;;3 allée Imaginaire;" + quartier
                + ";02 61 91 00 01;guichet;14/04/2026;FR;oui\n";
    }

    private static String nom() {
        return "Importée" + "abcdefghij".charAt(SUIVANT.incrementAndGet() % 10) + SUIVANT.get();
    }

    private static byte[] octets(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }

    private long compter(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    private long compterPersonnes(String nom) {
        return jdbc.queryForObject("select count(*) from personne where nom like ?", Long.class, nom + "-%");
    }

    private long dossiersDe(UUID importId) {
        return jdbc.queryForObject(
                "select count(*) from dossier d join import_ligne l on l.dossier_id = d.id where l.import_id = ?",
                Long.class,
                importId);
    }

    private static double secondes(long debut) {
        return (System.nanoTime() - debut) / 1e9;
    }
}
