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
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
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
    private Horloge horloge;

    @Autowired
    private HorlogeReglable montre;

    @Autowired
    private Environment reglages;

    private Path scelles;
    private Scellement scellement;
    private VerificationJournal verification;
    private String chaine;

    @BeforeEach
    void unJournalScelle() {
        montre.regler(LocalDateTime.of(2026, 6, 1, 9, 0));
        scelles = dossier.resolve("scelles.txt");
        scellement = new Scellement(jdbc, transactions, chiffrement, horloge, scelles);
        verification = new VerificationJournal(base, chiffrement, horloge, scelles);
        chaine = "C" + UUID.randomUUID().toString().substring(0, 8);
        noter(12);
        scellement.sceller();
    }

    @Test
    void la_chaine_est_intacte_apres_un_vrai_travail() {
        DossierVue demande = monde.demande();
        monde.travailler();
        ClientApi.anonyme(monde).comme(monde.instructeur()).get("/api/v1/dossiers/" + demande.numero());
        scellement.sceller();
        scellement.scellerLeJour();
        List<Chaine> chaines = verification.verifier();
        assertThat(chaines).extracting(Chaine::chaine).contains("KLEBER", Journal.CHAINE_GENERALE, chaine);
        assertThat(chaines)
                .allSatisfy(c -> assertThat(c.fautes()).as(c.chaine()).isEmpty());
        assertThat(chaines.stream().mapToLong(Chaine::entrees).sum())
                .isEqualTo(jdbc.queryForObject("select count(*) from journal_entree", Long.class));
    }

    @Test
    void chaque_champ_change_se_voit() {
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
                "empreinte = repeat('b', 64)")) {
            assertThat(fautesApres("update journal_entree set " + champ + " where chaine = ? and seq = 6", chaine))
                    .as(champ)
                    .isNotEmpty();
        }
    }

    @Test
    void une_entree_changee_avec_une_empreinte_refaite_se_voit_a_la_suivante() {
        List<String> fautes = fautesApres(() -> {
            jdbc.update("update journal_entree set texte = 'réécrit' where chaine = ? and seq = 6", chaine);
            refaireLEmpreinte(6);
        });
        assertThat(fautes).anyMatch(f -> f.contains("L'entrée 7 ne suit pas la précédente"));
    }

    @Test
    void une_entree_retiree_au_milieu_ou_au_bout_se_voit() {
        assertThat(fautesApres("delete from journal_entree where chaine = ? and seq = 6", chaine))
                .anyMatch(f -> f.contains("entre les numéros 5 et 7"));
        assertThat(fautesApres("delete from journal_entree where chaine = ? and seq > 9", chaine))
                .anyMatch(f -> f.contains("coupée"));
        assertThat(fautesApres("delete from journal_entree where chaine = ?", chaine))
                .anyMatch(f -> f.contains("coupée"));
    }

    @Test
    void un_bout_retire_avec_sa_tete_se_voit_au_scelle_du_jour() {
        scellement.scellerLeJour();
        assertThat(fautesApres(() -> {
                    jdbc.update("delete from journal_entree where chaine = ? and seq > 9", chaine);
                    reculerLaTete(9);
                }))
                .anyMatch(f -> f.contains("scellée le 2026-06-01"));
        assertThat(fautesApres(() -> {
                    jdbc.update("delete from journal_entree where chaine = ?", chaine);
                    jdbc.update("delete from journal_tete where chaine = ?", chaine);
                }))
                .anyMatch(f -> f.contains("scellée le 2026-06-01"));
    }

    @Test
    void deux_entrees_echangees_ou_une_entree_glissee_se_voient() {
        assertThat(fautesApres(() -> {
                    jdbc.update("update journal_entree set seq = 1000 where chaine = ? and seq = 5", chaine);
                    jdbc.update("update journal_entree set seq = 5 where chaine = ? and seq = 6", chaine);
                    jdbc.update("update journal_entree set seq = 6 where chaine = ? and seq = 1000", chaine);
                }))
                .isNotEmpty();
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
                }))
                .isNotEmpty();
    }

    @Test
    void deux_chaines_echangees_se_voient() {
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
                .isNotEmpty();
    }

    @Test
    void une_chaine_entierement_refaite_se_voit_au_scelle_du_jour() {
        scellement.scellerLeJour();
        List<String> fautes = fautesApres(() -> {
            jdbc.update("update journal_entree set texte = 'réécrit' where chaine = ? and seq = 3", chaine);
            for (long seq = 3; seq <= 12; seq++) {
                if (seq > 3) {
                    jdbc.update(
                            "update journal_entree e join journal_entree p on p.chaine = e.chaine and p.seq = e.seq - 1"
                                    + " set e.precedent = p.empreinte where e.chaine = ? and e.seq = ?",
                            chaine,
                            seq);
                }
                refaireLEmpreinte(seq);
            }
            reculerLaTete(12);
        });
        assertThat(fautes).singleElement().asString().contains("scellée le 2026-06-01");
    }

    @Test
    void une_ancienne_sauvegarde_remise_en_place_se_voit() {
        scellement.scellerLeJour();
        montre.avancer(Duration.ofDays(1));
        noter(5);
        scellement.sceller();
        scellement.scellerLeJour();
        assertThat(toutesLesFautes()).isEmpty();
        assertThat(fautesApres(() -> {
                    jdbc.update("delete from journal_entree where chaine = ? and seq > 12", chaine);
                    reculerLaTete(12);
                }))
                .singleElement()
                .asString()
                .contains("scellée le 2026-06-02", "ancienne sauvegarde");
    }

    @Test
    void un_fichier_de_scelles_change_illisible_ou_perdu_se_voit() throws IOException {
        scellement.scellerLeJour();
        String vrai = Files.readString(scelles);
        Files.writeString(scelles, vrai.replace(chaine + " 12 ", chaine + " 11 "));
        assertThat(toutesLesFautes()).anyMatch(f -> f.contains("a été modifié"));
        Files.writeString(scelles, vrai.replace(chaine + " 12 ", chaine + "12"));
        assertThat(toutesLesFautes()).anyMatch(f -> f.contains("pas lisible"));
        Files.writeString(scelles, vrai + "n'importe quoi\n");
        assertThat(toutesLesFautes()).anyMatch(f -> f.contains("pas lisible"));
        Files.delete(scelles);
        assertThat(toutesLesFautes()).isEmpty();
        montre.avancer(Duration.ofDays(3));
        assertThat(toutesLesFautes()).anyMatch(f -> f.contains("Le fichier des scellés manque"));
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
                    Scellement autre = new Scellement(jdbc, transactions, chiffrement, horloge, scelles);
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
                .asText();
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
        scellement.scellerLeJour();
        assertThat(commander(reglages.getRequiredProperty("spring.datasource.url")))
                .startsWith("0 ")
                .contains("Le journal est intact.", chaine + " : 12 entrées, intacte.");
        jdbc.update("update journal_entree set qui = 'faussaire' where chaine = ? and seq = 2", chaine);
        try {
            assertThat(commander(reglages.getRequiredProperty("spring.datasource.url")))
                    .startsWith("1 ")
                    .contains("Le journal a été altéré.", "L'entrée 2 a été modifiée.");
        } finally {
            jdbc.update("update journal_entree set qui = 'essai' where chaine = ? and seq = 2", chaine);
        }
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
                "update journal_tete set seq = ?, empreinte = (select empreinte from journal_entree where chaine = ? and seq = ?)"
                        + " where chaine = ?",
                seq,
                chaine,
                seq,
                chaine);
    }
}
