package fr.jalon.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.journal.VerificationJournal.Chaine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit after real work: whole, and each way to falsify it found. Each forgery is undone with its transaction. */
@JalonIT
class JournalIT {

    @TempDir
    private Path dossier;

    @Autowired
    private Monde monde;

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataSource base;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Chiffrement chiffrement;

    @Autowired
    private CleDuJournal cle;

    @Autowired
    private VerificationJournal verificationDeLApplication;

    @Autowired
    private Horloge horloge;

    @Autowired
    private HorlogeReglable montre;

    @Autowired
    private Environment reglages;

    private Path scelles;
    private CoffreDesTetes coffre;
    private Scellement scellement;
    private ScellementDesTetes tetes;
    private EtatDuJournal etat;
    private VerificationJournal verification;
    private String chaine;

    /** The whole journal is read here: what other classes wrote, on other days, is not what is tried. */
    @BeforeAll
    static void unJournalVide(@Autowired JdbcTemplate jdbc) {
        List.of("journal_entree", "journal_tete", "journal_scelle")
                .forEach(table -> jdbc.update("delete from " + table));
    }

    @BeforeEach
    void unJournalScelle() {
        montre.regler(LocalDateTime.of(2026, 6, 1, 9, 0));
        scelles = dossier.resolve("scelles.txt");
        coffre = new DossierDesTetes("", scelles);
        jdbc.update("delete from journal_scelle");
        scellement = new Scellement(jdbc, transactions, cle, horloge);
        DerniereTete derniere = new DerniereTete(coffre, cle);
        tetes = new ScellementDesTetes(jdbc, cle, coffre, derniere, horloge);
        etat = new EtatDuJournal(jdbc, derniere, horloge);
        verification = new VerificationJournal(base, chiffrement, cle, coffre, horloge, scelles);
        chaine = "C" + UUID.randomUUID().toString().substring(0, 8);
        noter(12);
        scellement.sceller();
    }

    /** What an attack left is no attack on the next test. */
    @AfterEach
    void oublierLaChaine() {
        for (String table : List.of("journal_entree", "journal_tete")) {
            jdbc.update("delete from " + table + " where substr(chaine, 2) = ?", chaine.substring(1));
        }
        jdbc.update("delete from journal_scelle");
    }

    @Test
    void la_chaine_est_intacte_apres_un_vrai_travail() {
        DossierVue demande = monde.demande();
        monde.travailler();
        ClientApi.anonyme(monde).comme(monde.instructeur()).get("/api/v1/dossiers/" + demande.numero());
        scellement.sceller();
        tetes.garder();
        List<Chaine> chaines = verification.verifier();
        assertThat(chaines).extracting(Chaine::chaine).contains("KLEBER", Journal.CHAINE_GENERALE, chaine);
        assertThat(chaines)
                .allSatisfy(c -> assertThat(c.fautes()).as(c.chaine()).isEmpty());
        assertThat(chaines.stream().mapToLong(Chaine::entrees).sum())
                .isEqualTo(jdbc.queryForObject("select count(*) from journal_entree", Long.class));
    }

    // ---- fourteen attacks, each found within one interval of the heads

    @Test
    void attaque_01_un_champ_change_se_voit() {
        for (String champ : List.of(
                "qui = 'quelqu.un.d.autre'",
                "texte = 'rien'",
                "nature = 'AUTRE'",
                "objet = 'RSA-0000-000000'",
                "quand = quand + interval 1 second",
                "id = uuid()",
                "precedent = repeat('a', 64)",
                "precedent = null",
                "empreinte = null",
                "empreinte = repeat('b', 64)",
                "sceau = null",
                "sceau = repeat('c', 64)",
                "sceau_ecriture = null",
                "sceau_ecriture = repeat('d', 64)")) {
            assertThat(fautesApres("update journal_entree set " + champ + " where chaine = ? and seq = 6", chaine))
                    .as(champ)
                    .isNotEmpty();
        }
        assertThat(fautesApres("update journal_entree set texte = 'rien' where chaine = ? and seq = 6", chaine))
                .anyMatch(f -> f.startsWith("Entrée réécrite avant d'être scellée") || f.startsWith("Entrée modifiée"));
    }

    @Test
    void attaque_02_une_entree_retiree_au_milieu_se_voit() {
        assertThat(fautesApres("delete from journal_entree where chaine = ? and seq = 6", chaine))
                .anyMatch(f -> f.startsWith("Entrées retirées") && f.contains("entre les numéros 5 et 7"));
    }

    @Test
    void attaque_03_un_bout_retire_se_voit() {
        assertThat(fautesApres("delete from journal_entree where chaine = ? and seq > 9", chaine))
                .anyMatch(f -> f.startsWith("Fin coupée") && f.contains("12 entrées attendues, 9 lues"));
    }

    @Test
    void attaque_04_un_bout_retire_avec_sa_tete_se_voit_aux_tetes_gardees() {
        tetes.garder();
        assertThat(fautesApres(() -> {
                    jdbc.update("delete from journal_entree where chaine = ? and seq > 9", chaine);
                    reculerLaTete(9);
                }))
                .singleElement()
                .asString()
                .startsWith("Fin coupée avec sa tête, ou ancienne sauvegarde")
                .contains("l'entrée 12 des têtes n° 1 du 2026-06-01");
    }

    @Test
    void attaque_04_bis_un_bout_retire_puis_recouvert_par_du_vrai_travail_se_voit() {
        tetes.garder();
        jdbc.update("delete from journal_entree where chaine = ? and seq > 9", chaine);
        reculerLaTete(9);
        noter(8);
        scellement.sceller();
        assertThat(toutesLesFautes()).singleElement().asString().startsWith("Fin coupée avec sa tête");
    }

    @Test
    void attaque_05_une_chaine_entiere_retiree_se_voit() {
        assertThat(fautesApres("delete from journal_entree where chaine = ?", chaine))
                .anyMatch(f -> f.startsWith("Chaîne disparue"));
        tetes.garder();
        assertThat(fautesApres(() -> {
                    jdbc.update("delete from journal_entree where chaine = ?", chaine);
                    jdbc.update("delete from journal_tete where chaine = ?", chaine);
                }))
                .singleElement()
                .asString()
                .startsWith("Chaîne disparue");
        jdbc.update("delete from journal_entree where chaine = ?", chaine);
        jdbc.update("delete from journal_tete where chaine = ?", chaine);
        tetes.garder();
        assertThat(toutesLesFautes())
                .as("les têtes suivantes le disent aussi")
                .anyMatch(f -> f.contains("n'est plus aux têtes n° 2"));
    }

    @Test
    void attaque_06_deux_entrees_echangees_se_voient_meme_refaites() {
        Runnable echange = () -> {
            jdbc.update("update journal_entree set seq = 1000 where chaine = ? and seq = 5", chaine);
            jdbc.update("update journal_entree set seq = 5 where chaine = ? and seq = 6", chaine);
            jdbc.update("update journal_entree set seq = 6 where chaine = ? and seq = 1000", chaine);
        };
        assertThat(fautesApres(echange)).anyMatch(f -> f.startsWith("Entrée déplacée"));
        assertThat(fautesApres(() -> {
                    echange.run();
                    refaireLaChaine(5);
                }))
                .isNotEmpty()
                .allMatch(f -> f.startsWith("Entrée déplacée, ou chaîne refaite") || f.startsWith("Tête changée"));
    }

    @Test
    void attaque_07_une_entree_glissee_se_voit_scellee_ou_non() {
        assertThat(fautesApres(() -> {
                    jdbc.update(
                            "update journal_entree set seq = seq + 1 where chaine = ? and seq > 5 order by seq desc",
                            chaine);
                    jdbc.update(
                            "insert into journal_entree (id, chaine, seq, quand, qui, nature, objet, texte, precedent, empreinte)"
                                    + " select uuid(), chaine, 6, quand, qui, nature, objet, 'glissée', empreinte, repeat('c', 64)"
                                    + " from journal_entree where chaine = ? and seq = 5",
                            chaine);
                    jdbc.update("update journal_tete set seq = seq + 1 where chaine = ?", chaine);
                    refaireLaChaine(6);
                }))
                .anyMatch(f -> f.startsWith("Entrée ajoutée par une autre main"));
        jdbc.update(
                "insert into journal_entree (id, chaine, quand, qui, nature, objet, texte)"
                        + " select uuid(), chaine, quand, qui, nature, objet, 'glissée' from journal_entree"
                        + " where chaine = ? and seq = 5",
                chaine);
        assertThat(toutesLesFautes()).anyMatch(f -> f.startsWith("Entrée ajoutée par une autre main"));
        scellement.sceller();
        assertThat(toutesLesFautes()).anyMatch(f -> f.startsWith("Entrée ajoutée par une autre main"));
    }

    @Test
    void attaque_08_deux_chaines_echangees_se_voient_par_leur_nom() {
        String autre = "D" + chaine.substring(1);
        noter(autre, 12);
        scellement.sceller();
        assertThat(fautesApres(() -> {
                    for (String table : List.of("journal_entree", "journal_tete")) {
                        jdbc.update("update " + table + " set chaine = 'PASSAGE' where chaine = ?", chaine);
                        jdbc.update("update " + table + " set chaine = ? where chaine = ?", chaine, autre);
                        jdbc.update("update " + table + " set chaine = ? where chaine = 'PASSAGE'", autre);
                    }
                }))
                .anyMatch(f -> f.startsWith("Chaînes échangées") && f.contains("vient de la chaîne " + autre))
                .anyMatch(f -> f.contains("vient de la chaîne " + chaine));
    }

    @Test
    void attaque_09_une_ancienne_sauvegarde_remise_en_place_se_voit() {
        tetes.garder();
        for (int i = 0; i < 3; i++) {
            montre.avancer(Duration.ofMinutes(5));
            noter(5);
            scellement.sceller();
            tetes.garder();
        }
        assertThat(toutesLesFautes()).isEmpty();
        assertThat(fautesApres(() -> {
                    jdbc.update("delete from journal_entree where chaine = ? and seq > 12", chaine);
                    reculerLaTete(12);
                    jdbc.update("delete from journal_scelle where numero > 1");
                }))
                .anyMatch(f -> f.contains("ancienne sauvegarde") && f.contains("la base ne connaît pas les têtes n° 2"))
                .anyMatch(f -> f.contains("l'entrée 27 des têtes n° 4"));
    }

    @Test
    void attaque_10_remettre_a_nul_reecrire_et_laisser_l_application_sceller_se_voit() {
        jdbc.update(
                "update journal_entree set seq = null, precedent = null, empreinte = null, sceau = null,"
                        + " texte = 'réécrit' where chaine = ? and seq > 9",
                chaine);
        reculerLaTete(9);
        assertThat(toutesLesFautes()).anyMatch(f -> f.startsWith("Entrée réécrite avant d'être scellée"));
        scellement.sceller();
        assertThat(toutesLesFautes()).hasSize(3).allMatch(f -> f.startsWith("Entrée réécrite avant d'être scellée"));
    }

    @Test
    void attaque_11_un_verrou_tenu_ne_retient_pas_le_scellement_et_un_arret_se_dit() {
        montre.avancer(Duration.ofDays(400));
        noter(3);
        scellement.sceller();
        tetes.garder();
        assertThat(etat.fautes()).isEmpty();
        noter(3);
        // Somebody holds what the sealer takes: nothing is chained any more
        montre.avancer(Duration.ofSeconds(61));
        assertThat(etat.fautes()).singleElement().asString().contains("n'est plus scellé", "3 entrées");
        assertThat(etat.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(verification.verifier().stream().flatMap(c -> c.attentes().stream()))
                .as("chacune est dite")
                .hasSize(3)
                .allMatch(a -> a.startsWith("Scellement arrêté"));
        assertThat(toutesLesFautes()).as("rien n'est altéré").isEmpty();
        // The schedule's own lock, held for ever, is gone round
        scellement.scellerSansVerrou();
        assertThat(etat.fautes()).isEmpty();
        montre.avancer(Duration.ofMinutes(16));
        assertThat(etat.fautes()).singleElement().asString().contains("têtes du journal");
        tetes.garderSansVerrou();
        assertThat(etat.fautes()).isEmpty();
    }

    /** The lock of a schedule, and the days that the database keeps, are anybody's who writes SQL. */
    @Test
    void attaque_11_bis_un_jour_a_venir_ecrit_en_base_n_arrete_ni_ne_cache_rien() {
        tetes.garder();
        jdbc.update("update journal_scelle set quand = '2099-01-01'");
        montre.avancer(Duration.ofMinutes(16));
        assertThat(etat.fautes()).singleElement().asString().contains("têtes du journal ne sont plus gardées");
        tetes.garderSansVerrou();
        assertThat(coffre.numeros()).containsExactly(1L, 2L);
        assertThat(etat.fautes()).isEmpty();

        noter(1);
        jdbc.update("update journal_entree set quand = '2099-01-01' where chaine = ? and seq is null", chaine);
        scellement.scellerSansVerrou();
        assertThat(scellement.plusAncienneASceller()).isNull();
        assertThat(toutesLesFautes()).singleElement().asString().startsWith("Entrée réécrite avant d'être scellée");
    }

    @Test
    void un_dernier_fichier_de_tetes_que_jalon_n_a_pas_ecrit_se_dit_et_n_arrete_pas_les_suivants() throws IOException {
        tetes.garder();
        assertThat(etat.fautes()).isEmpty();
        Path faux = dossier.resolve("tetes/tetes-000000000002.txt");
        Files.copy(dossier.resolve("tetes/tetes-000000000001.txt"), faux);
        assertThat(etat.fautes()).singleElement().asString().contains("a été déplacé");
        Files.delete(faux);
        Files.writeString(faux, "jalon-tetes 1\nnumero 2\nquand 2099-01-01T00:00:00Z\n");
        assertThat(etat.fautes()).singleElement().asString().contains("modifié");
        tetes.garderSansVerrou();
        assertThat(coffre.numeros()).containsExactly(1L, 2L, 3L);
        assertThat(etat.fautes()).isEmpty();
        assertThat(toutesLesFautes()).anyMatch(f -> f.startsWith("Scellé modifié") && f.contains("n° 2"));
    }

    /** What is read first must not accuse what is read later, however much is written in between. */
    @Test
    void une_verification_pendant_que_l_on_ecrit_ne_trouve_rien() throws Exception {
        TransactionTemplate uneImage = new TransactionTemplate(transactions);
        uneImage.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        tetes.garder();
        AtomicBoolean ecrit = new AtomicBoolean(true);
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> ecritures = new ArrayList<>();
            ecritures.add(fils.submit(() -> {
                while (ecrit.get()) {
                    noter(5);
                    scellement.sceller();
                }
            }));
            ecritures.add(fils.submit(() -> {
                while (ecrit.get()) {
                    tetes.garder();
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
                }
            }));
            for (int tour = 0; tour < 15; tour++) {
                assertThat(verificationDeLApplication.verifier().stream()
                                .filter(c -> c.chaine().equals(chaine))
                                .flatMap(c -> c.fautes().stream()))
                        .as("sans ses têtes, tour " + tour)
                        .isEmpty();
                List<String> fautes = uneImage.execute(statut -> toutesLesFautes());
                assertThat(fautes).as("avec ses têtes, tour " + tour).isEmpty();
            }
            ecrit.set(false);
            for (Future<?> ecriture : ecritures) {
                ecriture.get();
            }
        } finally {
            ecrit.set(false);
            fils.shutdown();
            assertThat(fils.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** For the database "kleber" and "KLEBER " are "KLEBER": the verification reads them as the chains that they are not. */
    @Test
    void un_nom_de_chaine_presque_pareil_se_voit_et_n_arrete_pas_la_verification() {
        for (String presque : List.of(chaine.toLowerCase(Locale.ROOT), chaine + " ")) {
            assertThat(fautesApres(
                            "update journal_entree set chaine = ? where chaine = ? and seq = 6", presque, chaine))
                    .as("« " + presque + " »")
                    .anyMatch(f -> f.startsWith("Chaînes échangées") || f.startsWith("Entrées retirées"));
            assertThat(fautesApres("update journal_tete set chaine = ? where chaine = ?", presque, chaine))
                    .as("la tête de « " + presque + " »")
                    .anyMatch(f -> f.contains("tête"));
        }
    }

    @Test
    void attaque_12_une_horloge_reculee_se_voit() {
        montre.avancer(Duration.ofHours(2));
        tetes.garder();
        montre.avancer(Duration.ofHours(-1));
        noter(1);
        scellement.sceller();
        assertThat(toutesLesFautes())
                .singleElement()
                .asString()
                .startsWith("Horloge reculée")
                .contains("l'entrée 13");
        tetes.garder();
        assertThat(toutesLesFautes())
                .hasSize(2)
                .allMatch(f -> f.startsWith("Horloge reculée"))
                .anyMatch(f -> f.contains("les têtes n° 2"));
    }

    @Test
    void attaque_13_deux_tetes_pour_une_chaine_se_voient() {
        tetes.garder();
        jdbc.execute("alter table journal_tete drop primary key");
        try {
            jdbc.update(
                    "insert into journal_tete (chaine, seq, empreinte, sceau) select chaine, seq, repeat('a', 64), sceau"
                            + " from journal_tete where chaine = ?",
                    chaine);
            assertThat(toutesLesFautes()).anyMatch(f -> f.startsWith("Deux têtes"));
        } finally {
            jdbc.update("delete from journal_tete where empreinte = repeat('a', 64)");
            jdbc.execute("alter table journal_tete add primary key (chaine)");
        }
        // Two histories of the same chain, each with its own true head
        jdbc.update("delete from journal_entree where chaine = ? and seq > 11", chaine);
        reculerLaTete(11);
        noter(1);
        scellement.sceller();
        tetes.garder();
        assertThat(toutesLesFautes()).anyMatch(f -> f.startsWith("Deux têtes") && f.contains("têtes n° 1 et 2"));
    }

    @Test
    void attaque_14_un_fichier_de_tetes_change_deplace_ou_retire_se_voit() throws IOException {
        for (int i = 0; i < 3; i++) {
            noter(1);
            scellement.sceller();
            montre.avancer(Duration.ofMinutes(5));
            tetes.garder();
        }
        assertThat(toutesLesFautes()).isEmpty();
        Path deux = dossier.resolve("tetes/tetes-000000000002.txt");
        Path trois = dossier.resolve("tetes/tetes-000000000003.txt");
        assertThat(coffre.deposer(2, "autre"))
                .as("un numéro ne se prend qu'une fois")
                .isFalse();
        String vrai = Files.readString(deux);
        remplacer(deux, vrai.replace(chaine + " 14 ", chaine + " 13 "));
        assertThat(toutesLesFautes()).anyMatch(f -> f.startsWith("Scellé modifié") && f.contains("n° 2"));
        remplacer(deux, "n'importe quoi\n");
        assertThat(toutesLesFautes()).anyMatch(f -> f.startsWith("Scellé modifié") && f.contains("pas lisible"));
        remplacer(deux, coffre.lire(1));
        assertThat(toutesLesFautes()).anyMatch(f -> f.contains("il a été déplacé"));
        Files.delete(deux);
        assertThat(toutesLesFautes()).anyMatch(f -> f.startsWith("Scellé retiré") && f.contains("entre les n° 1 et 3"));
        Files.writeString(deux, vrai);
        Files.delete(trois);
        assertThat(toutesLesFautes()).anyMatch(f -> f.startsWith("Scellé retiré") && f.contains("têtes n° 3"));
        jdbc.update("delete from journal_scelle");
        Files.delete(deux);
        Files.delete(dossier.resolve("tetes/tetes-000000000001.txt"));
        montre.avancer(Duration.ofHours(3));
        assertThat(toutesLesFautes()).anyMatch(f -> f.contains("aucune tête n'est gardée"));
    }

    private static void remplacer(Path fichier, String texte) throws IOException {
        Files.delete(fichier);
        Files.writeString(fichier, texte);
    }

    @Test
    void une_chaine_entierement_refaite_sans_la_cle_se_voit_sans_meme_les_tetes() {
        assertThat(fautesApres(() -> {
                    jdbc.update("update journal_entree set texte = 'réécrit' where chaine = ? and seq = 3", chaine);
                    refaireLaChaine(3);
                    reculerLaTete(12);
                }))
                .anyMatch(f -> f.contains("l'entrée 3"));
    }

    @Test
    void ce_qui_fut_scelle_avant_les_sceaux_reste_verifie_par_ses_empreintes() {
        jdbc.update("update journal_entree set sceau = null, sceau_ecriture = null where chaine = ?", chaine);
        jdbc.update("update journal_tete set sceau = null where chaine = ?", chaine);
        tetes.garder();
        noter(4);
        scellement.sceller();
        assertThat(toutesLesFautes()).isEmpty();
        assertThat(fautesApres("update journal_entree set texte = 'rien' where chaine = ? and seq = 4", chaine))
                .anyMatch(f -> f.startsWith("Entrée modifiée"));
        assertThat(fautesApres("update journal_entree set sceau_ecriture = null where chaine = ? and seq = 14", chaine))
                .anyMatch(f -> f.startsWith("Entrée ajoutée"));
    }

    @Test
    void les_scelles_d_une_version_d_avant_sont_encore_lus() throws IOException {
        String contenu = Scelles.contenu("2026-06-01", chaine, 12, empreinte(12));
        Files.writeString(scelles, contenu + " " + chiffrement.empreinte(contenu) + "\n");
        assertThat(toutesLesFautes()).isEmpty();
        Files.writeString(scelles, contenu + " " + "0".repeat(64) + "\n");
        assertThat(toutesLesFautes()).anyMatch(f -> f.startsWith("Scellé modifié"));
        String faux = Scelles.contenu("2026-06-01", chaine, 13, empreinte(12));
        Files.writeString(scelles, faux + " " + chiffrement.empreinte(faux) + "\n");
        assertThat(toutesLesFautes()).anyMatch(f -> f.contains("scellée le 2026-06-01"));
    }

    private String empreinte(long seq) {
        return jdbc.queryForObject(
                "select empreinte from journal_entree where chaine = ? and seq = ?", String.class, chaine, seq);
    }

    /** What a forger without the key can make again: every digest from there on, and the head. */
    private void refaireLaChaine(long depuis) {
        Long fin = jdbc.queryForObject("select max(seq) from journal_entree where chaine = ?", Long.class, chaine);
        for (long seq = depuis; seq <= fin; seq++) {
            jdbc.update(
                    "update journal_entree e join journal_entree p on p.chaine = e.chaine and p.seq = e.seq - 1"
                            + " set e.precedent = p.empreinte where e.chaine = ? and e.seq = ?",
                    chaine,
                    seq);
            refaireLEmpreinte(seq);
        }
        reculerLaTete(fin);
    }

    @Test
    void deux_scelleurs_en_meme_temps_font_une_seule_chaine() throws Exception {
        for (int tour = 0; tour < 5; tour++) {
            noter(300);
            ExecutorService fils = Executors.newFixedThreadPool(3);
            CountDownLatch depart = new CountDownLatch(1);
            try {
                List<Future<?>> scelleurs = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    Scellement autre = new Scellement(jdbc, transactions, cle, horloge);
                    scelleurs.add(fils.submit(() -> {
                        depart.await();
                        noter(20);
                        autre.sceller();
                        return null;
                    }));
                }
                depart.countDown();
                for (Future<?> scelleur : scelleurs) {
                    scelleur.get();
                }
            } finally {
                fils.shutdownNow();
            }
        }
        scellement.sceller();
        assertThat(toutesLesFautes()).isEmpty();
        assertThat(jdbc.queryForObject("select seq from journal_tete where chaine = ?", Long.class, chaine))
                .isEqualTo(12 + 5 * (300 + 3 * 20));
    }

    @Test
    void lire_un_dossier_ou_un_courrier_laisse_qui_quand_et_quoi() {
        DossierVue demande = monde.demande();
        monde.travailler();
        ClientApi responsable = ClientApi.anonyme(monde).comme(monde.responsable());
        montre.regler(LocalDateTime.of(2026, 6, 1, 10, 30));
        responsable.get("/api/v1/dossiers/" + demande.numero().toLowerCase(java.util.Locale.ROOT));
        String courrier = responsable
                .get("/api/v1/dossiers/" + demande.numero() + "/courriers")
                .json()
                .path(0)
                .path("id")
                .asString();
        responsable.get("/api/v1/courriers/" + courrier);
        List<String> traces = jdbc.queryForList(
                "select texte from journal_entree where objet = ? and qui = ? and nature = 'LECTURE' and quand = ?",
                String.class,
                demande.numero(),
                monde.responsable().identifiant(),
                Timestamp.from(horloge.maintenant()));
        assertThat(traces).hasSize(3).contains("Lecture : dossier.").anyMatch(t -> t.startsWith("Lecture : courrier "));
    }

    @Test
    void un_texte_trop_long_est_coupe_entre_deux_caracteres() {
        String long3000 = "🙂".repeat(3_000);
        journal.noter(chaine, "essai", "ESSAI", "x", long3000);
        scellement.sceller();
        assertThat(jdbc.queryForObject(
                        "select texte from journal_entree where chaine = ? and seq = 13", String.class, chaine))
                .isEqualTo("🙂".repeat(2_000));
        assertThat(toutesLesFautes()).isEmpty();
    }

    @Test
    void la_commande_dit_intact_altere_ou_illisible_par_son_code() {
        tetes.garder();
        assertThat(commander(reglages.getRequiredProperty("spring.datasource.url")))
                .startsWith("0 ")
                .contains("Le journal est intact.", chaine + " : 12 entrées, intacte.");
        jdbc.update("update journal_entree set qui = 'faussaire' where chaine = ? and seq = 2", chaine);
        try {
            assertThat(commander(reglages.getRequiredProperty("spring.datasource.url")))
                    .startsWith("1 ")
                    .contains("Le journal a été altéré.", "l'entrée 2 ");
        } finally {
            jdbc.update("update journal_entree set qui = 'essai' where chaine = ? and seq = 2", chaine);
        }
        noter(1);
        assertThat(commander(reglages.getRequiredProperty("spring.datasource.url")))
                .as("une entrée qui attend son sceau n'est pas altérée")
                .startsWith("3 ")
                .contains("Rien n'est altéré", "Scellement arrêté")
                .doesNotContain("ALTÉRÉE", "a été altéré");
        scellement.sceller();
        assertThat(commander("jdbc:mariadb://127.0.0.1:1/absente?connectTimeout=500"))
                .startsWith("2 ")
                .contains("n'a pas pu être lu");
    }

    private String commander(String url) {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        PrintStream texte = new PrintStream(sortie, true, StandardCharsets.UTF_8);
        int code = CommandeJournal.executer(
                texte,
                texte,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + reglages.getRequiredProperty("spring.datasource.username"),
                "--spring.datasource.password=" + reglages.getRequiredProperty("spring.datasource.password"),
                "--spring.datasource.hikari.initialization-fail-timeout=1",
                "--spring.datasource.hikari.connection-timeout=1000",
                "--jalon.cle-maitresse=" + reglages.getRequiredProperty("jalon.cle-maitresse"),
                "--jalon.scelles=" + scelles);
        return code + " " + sortie.toString(StandardCharsets.UTF_8);
    }

    private void noter(int nombre) {
        noter(chaine, nombre);
    }

    private void noter(String laChaine, int nombre) {
        for (int i = 0; i < nombre; i++) {
            journal.noter(laChaine, "essai", "ESSAI", "objet-" + i, "Entrée d'essai n° " + i + ", avec un é et un 🙂.");
        }
    }

    private List<String> fautesApres(String ordre, Object... valeurs) {
        return fautesApres(() -> assertThat(jdbc.update(ordre, valeurs)).isPositive());
    }

    private List<String> fautesApres(Runnable faux) {
        return new TransactionTemplate(transactions).execute(statut -> {
            faux.run();
            statut.setRollbackOnly();
            return toutesLesFautes();
        });
    }

    private List<String> toutesLesFautes() {
        return verification.verifier().stream()
                .flatMap(c -> c.fautes().stream())
                .toList();
    }

    private void refaireLEmpreinte(long seq) {
        jdbc.query(
                "select id, quand, qui, nature, objet, texte, precedent from journal_entree where chaine = ? and seq = ?",
                rs -> {
                    String empreinte = Empreinte.de(
                            rs.getString(7),
                            chaine,
                            seq,
                            rs.getObject(1, UUID.class),
                            rs.getTimestamp(2).toInstant(),
                            rs.getString(3),
                            rs.getString(4),
                            rs.getString(5),
                            rs.getString(6));
                    jdbc.update(
                            "update journal_entree set empreinte = ? where chaine = ? and seq = ?",
                            empreinte,
                            chaine,
                            seq);
                },
                chaine,
                seq);
    }

    private void reculerLaTete(long seq) {
        jdbc.update(
                "update journal_tete set seq = ?, empreinte = (select empreinte from journal_entree where chaine = ? and seq = ?),"
                        + " sceau = (select sceau from journal_entree where chaine = ? and seq = ?) where chaine = ?",
                seq,
                chaine,
                seq,
                chaine,
                seq,
                chaine);
    }
}
