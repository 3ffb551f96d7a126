package fr.jalon.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Comptes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.FichiersInventes;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files at rest: encrypted, bound to their row, gone with their transaction, closed until the antivirus said yes. */
@JalonIT
class FichiersIT {

    private static final String MARQUE = "marque-en-clair-7f3a91";

    @Autowired
    private Monde monde;

    @Autowired
    private Fichiers fichiers;

    @Autowired
    private FichiersRepository depot;

    @Autowired
    private ControleFichier controle;

    @Autowired
    private Coffre coffre;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Pieces pieces;

    @Autowired
    private Comptes comptes;

    @Autowired
    private Reprise reprise;

    @Autowired
    private Horloge horloge;

    @Autowired
    private ApplicationEventPublisher evenements;

    @Autowired
    private JdbcTemplate jdbc;

    @Value("${jalon.fichiers}")
    private Path racine;

    @Test
    void un_fichier_recu_par_l_api_se_relit_egal_et_n_est_nulle_part_en_clair() throws IOException {
        DossierVue dossier = monde.demande();
        byte[] octets = pdfMarque();
        assertThat(new String(octets, StandardCharsets.ISO_8859_1)).contains(MARQUE);
        assertThat(ClientApi.anonyme(monde)
                        .comme(monde.instructeur())
                        .deposer(
                                "/api/v1/dossiers/" + dossier.numero() + "/pieces",
                                type(dossier),
                                "بطاقة 🙂.pdf",
                                octets)
                        .statut())
                .isEqualTo(201);
        FichierVue fichier = fichiers.duDossier(dossier.id()).get(0);
        assertThat(fichier.nom()).isEqualTo("بطاقة 🙂.pdf");
        assertThat(fichiers.ouvrir(fichier.id(), monde.instructeur()).octets()).isEqualTo(octets);
        for (Path chemin : contenu(racine)) {
            assertThat(new String(Files.readAllBytes(chemin), StandardCharsets.ISO_8859_1))
                    .as(chemin.toString())
                    .doesNotContain(MARQUE, "%PDF");
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from fichier_recu where locate(?, cle_chiffree) > 0", Long.class, MARQUE))
                .isZero();
    }

    @Test
    void une_ligne_deplacee_vers_un_autre_dossier_ou_une_autre_piece_ne_s_ouvre_plus() {
        DossierVue dossier = monde.demande();
        DossierVue autre = monde.demande();
        List<PieceVue> liste = pieces.liste(dossier.id());
        FichierVue fichier = recevoir(dossier, FichiersInventes.png(30, 20));
        UUID id = fichier.id();
        jdbc.update("update fichier_recu set dossier_id = ? where id = ?", autre.id(), id);
        neSOuvrePas(id);
        jdbc.update("update fichier_recu set dossier_id = ? where id = ?", dossier.id(), id);
        jdbc.update(
                "update fichier_recu set type_piece = ? where id = ?",
                liste.get(1).type(),
                id);
        neSOuvrePas(id);
        jdbc.update(
                "update fichier_recu set type_piece = ? where id = ?",
                liste.get(0).type(),
                id);
        assertThat(fichiers.ouvrir(id, monde.instructeur()).octets()).isEqualTo(FichiersInventes.png(30, 20));
    }

    @Test
    void des_octets_changes_une_empreinte_changee_ou_un_fichier_echange_se_voient() throws IOException {
        DossierVue dossier = monde.demande();
        FichierVue un = recevoir(dossier, FichiersInventes.png(31, 20));
        FichierVue deux = recevoir(dossier, FichiersInventes.png(32, 20));
        jdbc.update("update fichier_recu set empreinte = repeat('0', 64) where id = ?", un.id());
        neSOuvrePas(un.id());
        Path chiffre = racine.resolve(emplacement(deux));
        byte[] octets = Files.readAllBytes(chiffre);
        octets[octets.length / 2] ^= 1;
        Files.write(chiffre, octets);
        neSOuvrePas(deux.id());
        Files.copy(racine.resolve(emplacement(un)), chiffre, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        neSOuvrePas(deux.id());
    }

    @Test
    void le_fichier_d_une_transaction_defaite_disparait_du_disque() {
        DossierVue dossier = monde.demande();
        Set<Path> avant = contenu(racine);
        assertThatThrownBy(() -> reprise.enTransaction(() -> {
                    recevoir(dossier, FichiersInventes.jpeg(33, 20));
                    assertThat(contenu(racine)).hasSize(avant.size() + 1);
                    throw new IllegalStateException("plus loin, autre chose échoue");
                }))
                .hasMessage("plus loin, autre chose échoue");
        assertThat(contenu(racine)).isEqualTo(avant);
        assertThat(fichiers.duDossier(dossier.id())).isEmpty();
        assertThat(pieces.liste(dossier.id()).get(0).etat()).isEqualTo(fr.jalon.dossier.EtatPiece.ATTENDUE);
    }

    @Test
    void un_dossier_termine_ne_recoit_plus_de_fichier() {
        DossierVue dossier = monde.demande();
        dossiers.clore(dossier.id(), fr.jalon.dossier.Issue.DOUBLON, monde.instructeur());
        assertThatThrownBy(() -> recevoir(dossier, FichiersInventes.png(5, 5)))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("terminé");
    }

    @Test
    void ouvrir_un_fichier_laisse_une_trace_de_qui_quand_et_quoi() {
        DossierVue dossier = monde.demande();
        FichierVue fichier = recevoir(dossier, FichiersInventes.png(34, 20));
        fichiers.ouvrir(fichier.id(), monde.responsable());
        assertThat(jdbc.queryForMap(
                        "select qui, nature, texte, quand from journal_entree where objet = ? and nature = 'LECTURE'",
                        dossier.numero()))
                .containsEntry("qui", monde.responsable().identifiant())
                .containsEntry("texte", "Fichier ouvert : carte.png.")
                .hasEntrySatisfying("quand", quand -> assertThat(quand).isNotNull());
    }

    @Test
    void l_antivirus_en_panne_fait_attendre_puis_decide_au_retour() throws IOException {
        DossierVue dossier = monde.demande();
        FauxClamd clamd = FauxClamd.qui("stream: OK");
        Fichiers surveilles = new Fichiers(
                depot,
                controle,
                new Antivirus("127.0.0.1", clamd.port(), Duration.ofSeconds(2)),
                coffre,
                dossiers,
                pieces,
                comptes,
                reprise,
                horloge,
                evenements);
        clamd.repondra("INSTREAM size limit exceeded. ERROR");
        FichierVue sain = recevoir(surveilles, dossier, FichiersInventes.png(35, 20));
        FichierVue infecte = recevoir(surveilles, dossier, FichiersInventes.png(36, 20));
        assertThat(sain.analyse()).isEqualTo(Analyse.EN_ATTENTE);
        assertThat(etat(dossier)).as("personne ne peut encore lire ce fichier").isEqualTo(EtatPiece.ATTENDUE);
        assertThatThrownBy(() -> surveilles.ouvrir(sain.id(), monde.instructeur()))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("attend");

        jdbc.update("update fichier_recu set emplacement = 'zz/absent' where id = ?", infecte.id());
        clamd.repondra("stream: OK");
        surveilles.reprendreLesAnalyses();
        assertThat(analyse(sain)).isEqualTo("SAIN");
        assertThat(etat(dossier)).isEqualTo(EtatPiece.RECUE);
        assertThat(analyse(infecte)).as("illisible : attend encore").isEqualTo("EN_ATTENTE");
        assertThat(surveilles.ouvrir(sain.id(), monde.instructeur()).octets()).isEqualTo(FichiersInventes.png(35, 20));

        FichierVue second = recevoir(surveilles, dossier, FichiersInventes.png(37, 20));
        jdbc.update("update fichier_recu set analyse = 'EN_ATTENTE' where id = ?", second.id());
        clamd.repondra("stream: Essai.Invente FOUND");
        surveilles.reprendreLesAnalyses();
        assertThat(analyse(second)).isEqualTo("QUARANTAINE");
        assertThatThrownBy(() -> surveilles.ouvrir(second.id(), monde.instructeur()))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("quarantaine");
        clamd.close();
    }

    @Test
    void un_fichier_en_quarantaine_ne_fait_pas_une_piece_recue_et_une_piece_jugee_entre_temps_le_reste()
            throws IOException {
        DossierVue dossier = monde.demande();
        FauxClamd clamd = FauxClamd.qui("stream: Essai.Invente FOUND");
        Fichiers surveilles = new Fichiers(
                depot,
                controle,
                new Antivirus("127.0.0.1", clamd.port(), Duration.ofSeconds(2)),
                coffre,
                dossiers,
                pieces,
                comptes,
                reprise,
                horloge,
                evenements);
        assertThat(recevoir(surveilles, dossier, FichiersInventes.png(38, 20)).analyse())
                .isEqualTo(Analyse.QUARANTAINE);
        assertThat(etat(dossier)).isEqualTo(EtatPiece.ATTENDUE);

        clamd.repondra("INSTREAM size limit exceeded. ERROR");
        recevoir(surveilles, dossier, FichiersInventes.png(39, 20));
        pieces.accepterSurPapier(dossier.id(), type(dossier), monde.instructeur());
        clamd.repondra("stream: OK");
        surveilles.reprendreLesAnalyses();
        assertThat(etat(dossier)).isEqualTo(EtatPiece.ACCEPTEE);
        clamd.close();
    }

    private EtatPiece etat(DossierVue dossier) {
        return pieces.liste(dossier.id()).get(0).etat();
    }

    private FichierVue recevoir(DossierVue dossier, byte[] octets) {
        return recevoir(fichiers, dossier, octets);
    }

    private FichierVue recevoir(Fichiers service, DossierVue dossier, byte[] octets) {
        return reprise.enTransaction(() ->
                service.recevoir(dossier.id(), type(dossier), "carte.png", octets, "GUICHET", monde.instructeur()));
    }

    private String type(DossierVue dossier) {
        return pieces.liste(dossier.id()).get(0).type();
    }

    private void neSOuvrePas(UUID id) {
        assertThatThrownBy(() -> reprise.enTransaction(() -> fichiers.ouvrir(id, monde.instructeur())))
                .isInstanceOf(IllegalStateException.class);
    }

    private String emplacement(FichierVue fichier) {
        return jdbc.queryForObject("select emplacement from fichier_recu where id = ?", String.class, fichier.id());
    }

    private String analyse(FichierVue fichier) {
        return jdbc.queryForObject("select analyse from fichier_recu where id = ?", String.class, fichier.id());
    }

    private static Set<Path> contenu(Path racine) {
        if (!Files.exists(racine)) {
            return Set.of();
        }
        try (Stream<Path> chemins = Files.walk(racine)) {
            return chemins.filter(Files::isRegularFile).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pdfMarque() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(MARQUE);
            java.io.ByteArrayOutputStream sortie = new java.io.ByteArrayOutputStream();
            document.save(sortie, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            return sortie.toByteArray();
        }
    }
}
