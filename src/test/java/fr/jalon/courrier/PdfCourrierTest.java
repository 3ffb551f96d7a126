package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfCourrierTest {

    private final AtelierCourriers atelier = new AtelierCourriers();

    static java.util.stream.Stream<DemandeCourrier> tousLesCourriers() {
        return PersonnesInventees.tousLesCourriers();
    }

    @ParameterizedTest
    @MethodSource("tousLesCourriers")
    void le_pdf_est_balise_en_francais_et_titre(DemandeCourrier demande) throws IOException {
        try (PDDocument document = Loader.loadPDF(atelier.courriers.previsualiser(demande))) {
            var catalogue = document.getDocumentCatalog();
            assertThat(catalogue.getLanguage()).isEqualTo("fr-FR");
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).contains("RSA-2026-000042");
            assertThat(catalogue.getStructureTreeRoot().getParentTree().getNumbers())
                    .hasSize(document.getNumberOfPages());
            String metadonnees = new String(catalogue.getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadonnees).contains("fr-FR", "<dc:title>");
        }
    }

    @ParameterizedTest
    @MethodSource("tousLesCourriers")
    void les_polices_sont_incorporees_et_rien_ne_s_execute(DemandeCourrier demande) throws IOException {
        byte[] pdf = atelier.courriers.previsualiser(demande);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName nom : page.getResources().getFontNames()) {
                    PDFont police = page.getResources().getFont(nom);
                    assertThat(police.isEmbedded()).isTrue();
                    assertThat(police.getName()).matches("[A-Z]{6}\\+.*");
                }
                assertThat(page.getAnnotations()).isEmpty();
            }
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getDocumentCatalog().getNames()).isNull();
        }
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .doesNotContain("/JavaScript", "/Launch", "/EmbeddedFile", "/URI");
    }

    @Test
    void les_memes_valeurs_donnent_les_memes_octets_meme_a_plusieurs_a_la_fois()
            throws InterruptedException, ExecutionException {
        List<DemandeCourrier> demandes = PersonnesInventees.tousLesCourriers().toList();
        Set<String> attendues = new HashSet<>();
        demandes.forEach(d -> attendues.add(Empreinte.sha256(atelier.courriers.previsualiser(d))));
        ExecutorService executeur = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> recues = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                demandes.forEach(
                        d -> recues.add(executeur.submit(() -> Empreinte.sha256(atelier.courriers.previsualiser(d)))));
            }
            for (Future<String> recue : recues) {
                assertThat(attendues).contains(recue.get());
            }
        } finally {
            executeur.shutdownNow();
        }
        assertThat(attendues).hasSameSizeAs(demandes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8, 12, 20, 40})
    void la_signature_n_est_jamais_seule_en_haut_d_une_page(int pieces) throws IOException {
        byte[] pdf = atelier.courriers.previsualiser(avecPieces(pieces));
        Files.createDirectories(Path.of("target/courriers"));
        Files.write(Path.of("target/courriers/pieces-" + pieces + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper lecteur = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                lecteur.setStartPage(page);
                lecteur.setEndPage(page);
                String texte = lecteur.getText(document).replace('\u00a0', ' ');
                assertThat(texte).contains("Page " + page + " sur " + document.getNumberOfPages());
                // The slanted watermark comes first, cut into short lines.
                assertThat(texte.lines().filter(l -> l.strip().length() > 4).limit(3))
                        .noneMatch(l -> l.contains("Alix Modèle"));
            }
        }
        assertThat(AtelierCourriers.suite(pdf)).contains("Document inventé numéro " + pieces);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 12, 20})
    void les_deux_signatures_restent_avec_la_fin_du_contrat(int actions) throws IOException {
        byte[] pdf = atelier.courriers.previsualiser(contrat(actions));
        Files.createDirectories(Path.of("target/courriers"));
        Files.write(Path.of("target/courriers/contrat-" + actions + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper lecteur = new PDFTextStripper();
            lecteur.setStartPage(document.getNumberOfPages());
            assertThat(lecteur.getText(document)).contains("Appelez le", "Lisez ce contrat", "Date et signature");
            // Three objectives and four actions are an ordinary contract: one sheet
            assertThat(actions > 4 || document.getNumberOfPages() == 1).isTrue();
        }
    }

    @Test
    void un_contrat_sans_heures_d_activite_le_dit_et_ne_parle_pas_de_zero_heure() throws IOException {
        DemandeCourrier demande = PersonnesInventees.demande(
                CodesCourrier.CONTRAT_ENGAGEMENT,
                PersonnesInventees.base()
                        .date("contrat.debut", LocalDate.of(2026, 6, 15))
                        .date("contrat.fin", LocalDate.of(2026, 12, 14))
                        .texte("contrat.exemption", "votre santé")
                        .liste("objectifs", List.of(Map.of("objectifs.texte", "Me soigner.")))
                        .liste("actions", List.of(Map.of("actions.texte", "Vous : voir un médecin."))));
        try (PDDocument document = Loader.loadPDF(atelier.courriers.previsualiser(demande))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("[\\p{Z}\\s]+", " "))
                    .contains(
                            "Ce contrat ne demande pas d’heures d’activité par semaine.",
                            "pour cette raison : votre santé")
                    .doesNotContain("Vous y consacrez");
        }
    }

    private static DemandeCourrier contrat(int actions) {
        List<Map<String, String>> lignes = IntStream.rangeClosed(1, actions)
                .mapToObj(i -> Map.of("actions.texte", "Action inventée numéro " + i + "."))
                .toList();
        return PersonnesInventees.demande(
                CodesCourrier.CONTRAT_ENGAGEMENT,
                PersonnesInventees.base()
                        .date("contrat.debut", LocalDate.of(2026, 6, 15))
                        .date("contrat.fin", LocalDate.of(2026, 12, 14))
                        .texte("contrat.heures", "10 heures")
                        .texte("contrat.exemption", "votre santé")
                        .liste(
                                "objectifs",
                                List.of(
                                        Map.of("objectifs.texte", "Reprendre un travail de jour."),
                                        Map.of("objectifs.texte", "Parler français avec aisance."),
                                        Map.of("objectifs.texte", "Me déplacer sans aide.")))
                        .liste("actions", lignes));
    }

    private static DemandeCourrier avecPieces(int nombre) {
        List<Map<String, String>> pieces = IntStream.rangeClosed(1, nombre)
                .mapToObj(i -> PersonnesInventees.piece(
                        "Document inventé numéro " + i, "Nous vérifions une condition du RSA avec ce document."))
                .toList();
        return PersonnesInventees.demande(
                CodesCourrier.DEMANDE_PIECES,
                PersonnesInventees.base()
                        .texte("delai.duree", "15 jours ouvrés")
                        .liste("pieces", pieces));
    }
}
