package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Every letter is at once PDF/A-2b, for the archive, and PDF/UA-1, for who does not see it: veraPDF says so, whatever the name. */
class PdfArchiveTest {

    private static final List<PDFAFlavour> NORMES = List.of(PDFAFlavour.PDFA_2_B, PDFAFlavour.PDFUA_1);

    private final AtelierCourriers atelier = new AtelierCourriers();

    static Stream<DemandeCourrier> tousLesCourriers() {
        return PersonnesInventees.tousLesCourriers();
    }

    @BeforeAll
    static void preparer() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @MethodSource("tousLesCourriers")
    void chaque_courrier_ecrit_est_conforme_aux_deux_normes(DemandeCourrier demande) throws Exception {
        conforme(atelier.courriers.octets(atelier.courriers.produire(demande).id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jean-Christophe-Emmanuel de La Rochefoucauld-Montmorency d'Aubigné-Saint-Exupéry",
                "Anne-Laure O'Connor-d'Été",
                "Maëlys L’Hôpital",
                "فاطمة الزهراء المثال",
                "דוגמה בדיונית",
                "Nguyễn Thị Thử Nghiệm",
                "Çağrı Şükrü İğdeoğlu",
                "Ольга Примерова-Щукина",
                "Ελένη Δοκιμή-Ψαρρού",
                "Zoe\u0301 De\u0301compose\u0301e",
                "a\u0328\u0301 e\u0327\u0306 marques empilées",
                "Ana 😀 Émoji 👩‍👧‍👦",
                "王小明",
                "ქართული სახელი",
                "Iñaki Ñuñez-Łuçon Œuvrard ß Þórsson",
                "Maximilienne-Imaginaire-Maximilienne-Imaginaire-Maximilienne-Imaginaire-Maximilienne-Imaginaire-Maximilienne-Imaginaire"
            })
    void un_nom_difficile_reste_conforme(String nom) throws Exception {
        conforme(atelier.courriers.previsualiser(PersonnesInventees.demande(
                CodesCourrier.DESISTEMENT_CONFIRME,
                PersonnesInventees.base()
                        .texte("usager.nomComplet", nom)
                        .lignes("usager.adresse", List.of("12 allée Imaginaire", "35200 Rennes"))
                        .date("desistement.date", LocalDate.of(2026, 5, 25)))));
    }

    @Test
    void le_courrier_signe_reste_conforme() throws Exception {
        atelier.lignesDeDelegations.saveAndFlush(new Delegation(
                new NouvelleDelegation(
                        "SANCTION",
                        fr.jalon.agent.Role.RESPONSABLE_ANTENNE,
                        null,
                        null,
                        LocalDate.of(2026, 5, 1),
                        null,
                        "INVENTÉ-2026-01",
                        LocalDate.of(2026, 4, 1)),
                "admin",
                Instant.EPOCH));
        CourrierVue projet = atelier.courriers.produire(tousLesCourriers()
                .filter(d -> d.modele().equals(CodesCourrier.SANCTION_DECIDEE))
                .findFirst()
                .orElseThrow());
        atelier.signatures.signer(projet.id(), AtelierCourriers.RESPONSABLE);
        conforme(atelier.courriers.octets(projet.id()));
    }

    @Test
    void le_controle_refuse_un_pdf_ordinaire() throws Exception {
        ByteArrayOutputStream ordinaire = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(ordinaire);
        }
        assertThatThrownBy(() -> conforme(ordinaire.toByteArray())).isInstanceOf(AssertionError.class);
    }

    private static void conforme(byte[] pdf) throws Exception {
        for (PDFAFlavour norme : NORMES) {
            try (PDFAParser lecteur = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), norme);
                    PDFAValidator verificateur = Foundries.defaultInstance().createValidator(norme, false)) {
                ValidationResult resultat = verificateur.validate(lecteur);
                assertThat(resultat.getTestAssertions())
                        .as(norme.getId())
                        .filteredOn(a -> a.getStatus() == TestAssertion.Status.FAILED)
                        .extracting(a -> a.getRuleId() + " " + a.getMessage())
                        .isEmpty();
                assertThat(resultat.isCompliant()).as(norme.getId()).isTrue();
            }
        }
    }
}
