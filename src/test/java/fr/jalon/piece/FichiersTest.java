package fr.jalon.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.commun.FileDesLectures;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.essais.FichiersInventes;
import fr.jalon.essais.Francais;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted as a piece, and under which name. */
class FichiersTest {

    private static final ControleFichier CONTROLE =
            new ControleFichier(new LecteurIsole(Duration.ofSeconds(30), new FileDesLectures()));

    @Test
    void accepte_pdf_jpeg_et_png_tels_quels() {
        for (byte[] octets : List.of(
                FichiersInventes.pdf(1),
                FichiersInventes.pdf(200),
                FichiersInventes.jpeg(640, 480),
                FichiersInventes.png(640, 480))) {
            assertThat(CONTROLE.controler(octets).octets()).isEqualTo(octets);
        }
        assertThat(CONTROLE.controler(FichiersInventes.pdf(1)).type()).isEqualTo(TypeFichier.PDF);
        assertThat(CONTROLE.controler(FichiersInventes.jpeg(9, 9)).type()).isEqualTo(TypeFichier.JPEG);
        assertThat(CONTROLE.controler(FichiersInventes.png(9, 9)).type()).isEqualTo(TypeFichier.PNG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIF89a....",
                "PK\u0003\u0004....",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "MZ\u0090",
                "RIFF....WEBP",
                "%PD",
                "\u00ff\u00d8"
            })
    void refuse_un_autre_genre_a_ses_premiers_octets(String debut) {
        assertThatThrownBy(() -> CONTROLE.controler(FichiersPieges.ascii(debut)))
                .isInstanceOf(TypeNonAccepte.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00ef\u00bb\u00bf\r\n\r\n", " ", "From: zoe@exemple.invalid\n\n", "<script>alert(1)</script>"})
    void accepte_un_pdf_dont_l_en_tete_n_est_pas_tout_a_fait_au_debut_et_ne_garde_pas_ce_qui_est_devant(String devant)
            throws IOException {
        byte[] pdf = FichiersInventes.pdf(2);

        byte[] garde = CONTROLE.controler(FichiersPieges.joindre(FichiersPieges.ascii(devant), pdf))
                .octets();

        assertThat(new String(garde, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(new String(garde, StandardCharsets.ISO_8859_1)).doesNotContain("alert(1)");
        try (PDDocument document = Loader.loadPDF(garde)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void l_en_tete_d_un_pdf_est_dans_les_1024_premiers_octets() {
        byte[] pdf = FichiersInventes.pdf(1);
        assertThat(CONTROLE.controler(FichiersPieges.joindre(FichiersPieges.ascii(" ".repeat(1_019)), pdf))
                        .type())
                .isEqualTo(TypeFichier.PDF);
        byte[] tropLoin = FichiersPieges.joindre(FichiersPieges.ascii(" ".repeat(1_020)), pdf);
        assertThatThrownBy(() -> CONTROLE.controler(tropLoin)).isInstanceOf(TypeNonAccepte.class);
        refuse(FichiersPieges.ascii("<html>%PDF-1.7"), "abîmé");
        refuse(
                FichiersPieges.joindre(
                        FichiersPieges.ascii("\n\n"),
                        FichiersPieges.pdf(FichiersPieges.catalogue("/OpenAction<</S/JavaScript/JS(x)>>"))),
                "contient un programme");
        refuse(
                FichiersPieges.joindre(
                        FichiersPieges.ascii("\n\n"), FichiersPieges.pdf(FichiersPieges.pagesAnnoncees(1_000, 1))),
                "plus de 200 pages");
    }

    static Stream<Arguments> autresGenres() {
        return Stream.of(
                Arguments.of("\0\0\0\30ftypheic\0\0", "Le plus compatible"),
                Arguments.of("\0\0\0\34ftypmif1\0\0", "enregistrez-la en JPEG"),
                Arguments.of("\0\0\0\34ftypheix\0\0", "HEIC"),
                Arguments.of("\0\0\0\34ftypavif\0\0", "AVIF"),
                Arguments.of("\0\0\0\40ftypisom\0\0", "ni un PDF, ni une photo"),
                Arguments.of("RIFF....WEBPVP8", "WebP"),
                Arguments.of("GIF89a....", "GIF"),
                Arguments.of("\u00d0\u00cf\21\u00e0", "Enregistrez-le en PDF"),
                Arguments.of("PK\3\4....word/document.xml", "Enregistrez-le en PDF"),
                Arguments.of("bonjour", "ni un PDF, ni une photo"));
    }

    @ParameterizedTest
    @MethodSource("autresGenres")
    void dit_comment_envoyer_ce_qui_n_est_pas_accepte(String debut, String conseil) {
        assertThatThrownBy(() -> CONTROLE.controler(FichiersPieges.ascii(debut)))
                .isInstanceOfSatisfying(TypeNonAccepte.class, e -> {
                    assertThat(e.getMessage()).contains(conseil);
                    Francais.verifier(e.getMessage());
                });
    }

    @Test
    void refuse_un_fichier_vide_ou_de_plus_de_dix_mebioctets() {
        refuse(new byte[0], "vide");
        byte[] gros = Arrays.copyOf(FichiersInventes.pdf(1), 10 * 1024 * 1024 + 1);
        assertThatThrownBy(() -> CONTROLE.controler(gros)).isInstanceOf(FichierTropGros.class);
    }

    @Test
    void refuse_un_fichier_coupe() {
        for (byte[] entier :
                List.of(FichiersInventes.pdf(3), FichiersInventes.jpeg(300, 200), FichiersInventes.png(300, 200))) {
            for (int part = 1; part < 4; part++) {
                refuse(Arrays.copyOf(entier, entier.length * part / 4), "abîmé");
            }
            refuse(Arrays.copyOf(entier, entier.length - 8), "abîmé");
        }
    }

    @Test
    void refuse_un_png_dont_un_octet_a_change() {
        byte[] png = FichiersInventes.png(50, 50);
        png[png.length / 2] ^= 0x40;
        refuse(png, "abîmé");
    }

    @Test
    void refuse_un_en_tete_suivi_de_n_importe_quoi() {
        refuse(FichiersPieges.ascii("%PDF-1.7\n" + "x".repeat(500) + "\n%%EOF\n"), "abîmé");
        refuse(
                FichiersPieges.joindre(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9}, new byte[0]),
                "abîmé");
        refuse(FichiersPieges.pngAnnonce(100, 100), "abîmé");
    }

    @Test
    void ne_garde_rien_de_ce_qui_est_cache_derriere_la_fin() {
        byte[] archive = FichiersPieges.ascii("PK\u0003\u0004 programme <script>alert(1)</script> PK\u0005\u0006");
        for (byte[] vrai :
                List.of(FichiersInventes.jpeg(40, 30), FichiersInventes.png(40, 30), FichiersInventes.pdf(1))) {
            assertThat(CONTROLE.controler(FichiersPieges.joindre(vrai, archive)).octets())
                    .isEqualTo(vrai);
        }
        byte[] longue = new byte[4_000];
        refuse(FichiersPieges.joindre(FichiersInventes.pdf(1), longue), "abîmé");
    }

    @Test
    void refuse_un_pdf_a_mot_de_passe_ou_de_deux_cent_une_pages() {
        refuse(FichiersPieges.pdfAMotDePasse(), "mot de passe");
        refuse(FichiersInventes.pdf(201), "200");
    }

    @Test
    void refuse_une_image_de_plus_de_quarante_millions_de_pixels_sans_la_deplier() {
        refuse(FichiersPieges.pngAnnonce(8_000, 8_000), "40 millions");
        refuse(FichiersPieges.pngAnnonce(2_000_000, 20), "40 millions");
        refuse(FichiersPieges.pngAnnonce(Integer.MAX_VALUE, Integer.MAX_VALUE), "40 millions");
    }

    @Test
    void compte_les_pages_qui_sont_la_et_non_celles_qui_sont_annoncees() {
        refuse(FichiersPieges.pdf(FichiersPieges.pagesAnnoncees(300, 1)), "plus de 200 pages");
        refuse(FichiersPieges.pdf(FichiersPieges.pagesAnnoncees(0, 5)), "aucune page");
        byte[] deux = FichiersPieges.pdf(FichiersPieges.pagesAnnoncees(2, 900));
        assertThat(CONTROLE.controler(deux).octets()).isEqualTo(deux);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>",
                "/AA<</WC<</S/JavaScript/JS 9 0 R>>>>",
                "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>",
                "/AcroForm<</XFA[(config)<<>>(template)8 0 R]>>",
                "/Outlines<</First<</A<</S/Rendition/JS(x)>>>>>>"
            })
    void refuse_un_pdf_qui_contient_un_programme(String dansLeCatalogue) {
        refuse(FichiersPieges.pdf(FichiersPieges.catalogue(dansLeCatalogue)), "contient un programme");
    }

    @Test
    void refuse_un_programme_que_rien_ne_montre_et_un_pdf_qui_ouvre_autre_chose() {
        refuse(
                FichiersPieges.pdf(FichiersPieges.catalogue("") + "7 0 obj\n<</S/JavaScript/JS(x)>>\nendobj\n"),
                "contient un programme");
        refuse(
                FichiersPieges.pdf(FichiersPieges.catalogue("/OpenAction<</S/Launch/F(calc.exe)>>")),
                "ouvrir un programme");
    }

    @Test
    void un_mot_qui_ressemble_a_un_programme_n_en_est_pas_un() {
        byte[] pdf = FichiersPieges.pdf(FichiersPieges.catalogue("/JS 3 0 R/Title(JavaScript /S /Launch)"));
        assertThat(CONTROLE.controler(pdf).octets()).isEqualTo(pdf);
    }

    @Test
    void retire_les_fichiers_joints_d_une_facture_electronique_et_la_garde() throws IOException {
        byte[] facture = FichiersPieges.pdfAvecFichiersJoints("<montant>SECRET-JOINT</montant>");
        assertThat(new String(facture, StandardCharsets.ISO_8859_1)).contains("SECRET-JOINT");

        byte[] gardee = CONTROLE.controler(facture).octets();

        try (PDDocument document = Loader.loadPDF(gardee)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getNames() == null
                            || document.getDocumentCatalog().getNames().getEmbeddedFiles() == null)
                    .isTrue();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
        }
        assertThat(new String(FichiersPieges.deplie(gardee), StandardCharsets.ISO_8859_1))
                .doesNotContain("SECRET-JOINT");
    }

    @Test
    void une_bombe_ne_prend_ni_la_memoire_ni_le_temps_de_l_application() {
        byte[] bombe = FichiersPieges.pdfBombe(1_000);
        assertThat(bombe.length).isLessThan(2 * 1024 * 1024);
        long avant = System.nanoTime();
        refuse(bombe, "trop compliqué");
        assertThat(Duration.ofNanos(System.nanoTime() - avant)).isLessThan(Duration.ofSeconds(30));
        assertThat(CONTROLE.controler(FichiersInventes.pdf(2)).type()).isEqualTo(TypeFichier.PDF);
    }

    @Test
    void arrete_une_lecture_trop_longue() {
        ControleFichier presse = new ControleFichier(new LecteurIsole(Duration.ofMillis(1), new FileDesLectures()));
        assertThatThrownBy(() -> presse.controler(FichiersInventes.pdf(1)))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("trop compliqué");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "carte.pdf | carte.pdf",
                "CARTE.PDF | CARTE.PDF",
                "Ma pièce d'identité (2).pdf | Ma pièce d'identité (2).pdf",
                "../../etc/passwd | passwd.pdf",
                "C:\\Users\\zoe\\carte.pdf | carte.pdf",
                "facture.pdf.exe | facture.pdf.exe.pdf",
                "photo.png | photo.png.pdf",
                ".htaccess | htaccess.pdf",
                "... | piece.pdf",
                ".pdf | pdf.pdf",
                "carte\u202Efdp.exe | cartefdp.exe.pdf",
                "a\u0000b.pdf | ab.pdf",
                "<script>.pdf | script.pdf",
                "بطاقة.pdf | بطاقة.pdf",
                "carte 🙂.pdf | carte 🙂.pdf"
            })
    void donne_un_nom_qui_ne_peut_pas_nuire(String recu, String garde) {
        assertThat(NomDeFichier.net(recu, TypeFichier.PDF)).isEqualTo(garde);
    }

    @Test
    void un_nom_avec_des_retours_a_la_ligne_ne_coupe_pas_un_en_tete() {
        assertThat(NomDeFichier.net("a.pdf\r\nSet-Cookie: x=1.pdf", TypeFichier.PDF))
                .isEqualTo("a.pdfSet-Cookie x=1.pdf");
        assertThat(NomDeFichier.net(null, TypeFichier.PNG)).isEqualTo("piece.png");
        assertThat(NomDeFichier.net("photo.JPEG", TypeFichier.JPEG)).isEqualTo("photo.JPEG");
    }

    @Test
    void un_nom_de_trois_cents_caracteres_garde_sa_fin_et_des_caracteres_entiers() {
        String garde = NomDeFichier.net("é".repeat(300) + ".pdf", TypeFichier.PDF);
        assertThat(garde).hasSize(200).endsWith("é.pdf");
        String emojis = NomDeFichier.net("🙂".repeat(300) + ".pdf", TypeFichier.PDF);
        assertThat(emojis.codePointCount(0, emojis.length())).isEqualTo(200);
        assertThat(emojis).endsWith("🙂.pdf");
    }

    private static void refuse(byte[] octets, String mot) {
        assertThatThrownBy(() -> CONTROLE.controler(octets)).as(mot).isInstanceOfSatisfying(SaisieInvalide.class, e -> {
            assertThat(e.erreurs().get(0).champ()).isEqualTo("fichier");
            assertThat(e.erreurs().get(0).message()).contains(mot);
            Francais.verifier(e.erreurs().get(0).message());
        });
    }
}
